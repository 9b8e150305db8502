#!/usr/bin/env python3
"""The restart oracle: what a service forgets must be what the tool finds.

Builds every service here that has a routes.json, asks it the same requests
with kill -9 and a restart in every gap, and holds the routes whose answers
differ against the findings of the built tool. README.md says more. It must
not know any service.
"""

import concurrent.futures
import json
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import tool  # noqa: E402
from restart import build, compare, drive, judge, process  # noqa: E402
from restart import table as tables  # noqa: E402

TABLES = tables.load_all(HERE)
JOBS = 2


def measure(table, program, scratch):
    """What the service forgets; Redis lives on if it needs it."""
    def runs(redis):
        def run(gap, keep_disk):
            deployment = drive.Deployment(table, program, scratch, redis)
            return drive.run(table, deployment, gap, keep_disk)
        return compare.measure(run, len(table.requests))

    if not table.needs_redis:
        return runs(None)
    with process.Redis(os.path.join(scratch, "redis")) as redis:
        return runs(redis)


def report(table, scratch):
    """The tool's JSON on the service."""
    path = os.path.join(scratch, "compile_commands.json")
    with open(path, "w", encoding="utf-8") as f:
        json.dump(build.database(table), f)
    result = tool.run_tool([*tool.VERDICTS, "-p", scratch], table.folder)
    if result.returncode not in (0, 1, 3):
        raise tool.ToolFailure(f"exit code {result.returncode} of the tool:\n"
                               f"{result.stdout}{result.stderr}")
    return json.loads(result.stdout)


def summary(table, measured, verdicts):
    """What a reader wants to see of one service."""
    lines = [f"{table.name}: {len(table.routes)} routes, {measured.runs} runs"]
    lines += [f"  {route} ({medium}): {text}"
              for medium in (compare.MEMORY, compare.DISK)
              for route, text in sorted(measured.of(medium).items())]
    for key in ("findings", "suppressed"):
        lines += [f"  {key}: {v.get('symbol')} [{v['check']}, "
                  f"{v['confidence']}]: "
                  f"{', '.join(sorted(judge.routes_of(table, v)))}"
                  for v in verdicts[key]]
    return "\n".join(lines)


def unnoticed(table, measured, verdicts):
    """What the judge lets pass although the tool or the service was changed:
    it must complain of each."""
    silenced = {**verdicts, "findings": [], "suppressed": []}
    forgetful = compare.Measurement(
        dict.fromkeys(table.routes, "made up"), measured.disk)
    unchanged = compare.Measurement()
    wrong = []
    if verdicts["findings"] and \
            not judge.judge_routes(table, measured, silenced):
        wrong.append("a tool that finds nothing")
    if verdicts["findings"] and \
            not judge.judge_findings(table, unchanged, verdicts):
        wrong.append("findings on routes that are not stateful")
    if not judge.judge_routes(table, forgetful, silenced):
        wrong.append("a service that forgets everything, unnoticed")
    return [f"the judge is content with {w}" for w in wrong]


class Restart(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        for variable in ("CLANGXX", "STATELESS_TIDY"):
            tool.program(variable)
        cls.scratch = cls.enterClassContext(tool.Scratch()).name
        pool = cls.enterClassContext(
            concurrent.futures.ThreadPoolExecutor(JOBS))
        cls.programs = {t.name: build.start(
            t, os.path.join(cls.scratch, t.name), pool) for t in TABLES}

    def check(self, table):
        scratch = os.path.join(self.scratch, table.name)
        try:
            measured = measure(table, self.programs[table.name](), scratch)
            verdicts = report(table, scratch)
        except (tool.ToolFailure, process.StartFailure,
                drive.DriveFailure) as e:
            self.fail(f"{table.name}: {e}")
        print(summary(table, measured, verdicts), flush=True)
        faults = judge.judge(table, measured, verdicts)
        faults += unnoticed(table, measured, verdicts)
        if faults:
            self.fail("\n".join([f"{table.name}:", *faults]))

    def test_enough_services(self):
        self.assertGreaterEqual(len(TABLES), 8)
        self.assertTrue([t for t in TABLES if not t.stateful])


def _add(table):
    setattr(Restart, f"test_{table.name}", lambda self: self.check(table))


for _table in TABLES:
    _add(_table)

if __name__ == "__main__":
    unittest.main()
