#!/usr/bin/env python3
"""Runs fixtures and programs under strace: the tool only reads. All of them
but those whose code differs and not what the tool does with it: frameworks'
headers, and programs for the analyses of values and of order.

Nothing may be executed, opened for writing but the report, or connected, not
even tried. STATELESS_TIDY names the tool.
"""
import json
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "harness"))
# pylint: disable=wrong-import-position
import expectations
import programs
import tool
from traced import run_traced

FOLDERS = ("robustness", "oracle-syscalls")
TOPICS = ("executables", "paths")
PROGRAMS = os.path.join(tool.FIXTURES, "programs")
REPORT = "report.json"


def folders_in(path):
    return sorted(e.path for e in os.scandir(path) if e.is_dir())


class FixturesTest(unittest.TestCase):
    def setUp(self):
        self.tool = tool.program("STATELESS_TIDY")
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        self.dir = os.path.realpath(self.scratch.name)

    def audit(self, sources):
        """One database of the sources, audited as a whole."""
        self.scratch.write("compile_commands.json", json.dumps(
            [programs.entry(s) for s in sources]))
        trace = run_traced([self.tool, "audit", "-p", ".", "-j2",
                            "--format=json", "-o", REPORT], cwd=self.dir)
        self.assertIn(trace.code, (0, 1), trace.err.decode())
        self.assertGreater(len(trace.processes), 1, "no worker ran")
        self.assertEqual(trace.describe(trace.forbidden([REPORT])), "")
        with open(os.path.join(self.dir, REPORT), encoding="utf-8") as report:
            entries = json.load(report)["summary"]["entries"]
        self.assertEqual((entries["total"], entries["analysed"]),
                         (len(sources), len(sources)))

    def test_fixtures(self):
        checks = expectations.known_checks()
        own = [os.path.basename(p) for p in folders_in(tool.FIXTURES)]
        for folder in [f for f in own if f.startswith("stateless-")
                       or f in FOLDERS]:
            with self.subTest(folder):
                paths = expectations.sources(os.path.join(tool.FIXTURES,
                                                          folder))
                self.audit([expectations.load(p, checks) for p in paths])

    def test_programs(self):
        """A topic at a time: what they print is tested elsewhere."""
        for topic in TOPICS:
            with self.subTest(topic):
                folders = folders_in(os.path.join(PROGRAMS, topic))
                self.audit([source for folder in folders
                            for source in programs.load(folder)[1]])


if __name__ == "__main__":
    unittest.main()
