#!/usr/bin/env python3
"""The same answer with one worker and with eight, in any order of units.

Runs the tool over a database of all fixtures. It must not know what the tool
says about them, only that it always says the same.
"""

import json
import os
import random
import unittest

import expectations
import tool


def all_sources():
    folders = expectations.check_folders()
    return [s for f in folders for s in expectations.sources(f)]


def entry(path):
    fixture = expectations.load(path)
    driver = "clang" if path.endswith(".c") else "clang++"
    return {"directory": os.path.dirname(path), "file": path,
            "arguments": [driver, *fixture.args, "-c", path]}


def answer(entries, workers):
    """What the tool says of a database, without times and command lines."""
    with tool.Scratch() as scratch:
        scratch.write("compile_commands.json", json.dumps(entries))
        result = tool.run_tool([*tool.VERDICTS, "-p", scratch.name,
                                f"-j{workers}"], tool.FIXTURES, limit=600)
    report = tool.read_report(result.stdout, tool.FIXTURES)
    if not report.findings:
        raise tool.ToolFailure(f"no finding in all fixtures (exit code "
                               f"{result.returncode}):\n{result.stderr}")
    data = json.loads(result.stdout)
    return {k: data[k] for k in ("findings", "suppressed", "benign",
                                 "problems")}


class Determinism(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.entries = [entry(p) for p in all_sources()]
        cls.reference = answer(cls.entries, 1)

    def assert_same(self, other):
        for key, wanted in self.reference.items():
            self.assertEqual(other[key], wanted, key)

    def test_eight_workers_and_a_shuffled_database_with_duplicates(self):
        """All at once: if the answers are equal, none of these matters."""
        shuffled = self.entries + self.entries[:5]
        random.Random(7).shuffle(shuffled)
        self.assert_same(answer(shuffled, 8))

    def test_fingerprints_are_unique(self):
        prints = [v["fingerprint"] for v in self.reference["findings"]]
        self.assertTrue(all(prints))
        self.assertEqual(len(set(prints)), len(prints))


if __name__ == "__main__":
    unittest.main()
