#!/usr/bin/env python3
"""bench/judge tells findings apart by place, and says what is gone."""
import importlib.machinery
import importlib.util
import json
import os
import unittest

import tool

BENCH = os.path.join(os.path.dirname(tool.FIXTURES), "bench")
PATH = os.path.join(BENCH, "judge")
HEAD = "service\tcommit\tfile\tline\tcheck\tconfidence\tobject\tverdict\tcause\twhy\n"
MG = "stateless-mutable-global"
SOURCE = """#include <stdio.h>
static int Hits;
static int Other;
int hit(void) { Other = 1; return ++Hits; }
int other(void) { return Other; }
"""


def load():
    loader = importlib.machinery.SourceFileLoader("judge", PATH)
    spec = importlib.util.spec_from_loader("judge", loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def row(line, verdict, file="src/a.c"):
    return f"s\t1\t{file}\t{line}\t{MG}\tlikely\tx\t{verdict}\t\twhy\n"


class Judge(unittest.TestCase):
    def judge(self, rows, service="s"):
        with tool.Scratch() as scratch:
            scratch.write("src/a.c", SOURCE)
            scratch.write("compile_commands.json", json.dumps([{
                "directory": os.path.join(scratch.name, "src"),
                "file": "a.c", "arguments": ["cc", "-c", "a.c"]}]))
            path = scratch.write("rows.tsv", HEAD + "".join(rows))
            return tool.run([PATH, "--rows", path, service, scratch.name])

    def test_what_is_told_and_what_is_gone(self):
        run = self.judge([row(2, "right"), row(5, "wrong")])
        self.assertEqual(run.returncode, 0, run.stderr)
        lines = run.stdout.splitlines()
        self.assertEqual([l.split() for l in lines[1:4]], [
            ["right", "1", "told", "0", "note", "0", "gone"],
            ["wrong", "0", "told", "0", "note", "1", "gone"],
            ["debatable", "0", "told", "0", "note", "0", "gone"]])
        self.assertRegex(lines[4], r"a\.c:3: not judged: .*'Other'")
        self.assertEqual(len(lines), 5)

    def test_a_right_one_that_is_gone(self):
        run = self.judge([row(1, "right"), row(3, "wrong")])
        self.assertEqual(run.returncode, 1)
        self.assertIn("src/a.c:1: right, gone: x (why)", run.stdout)
        self.assertIn("src/a.c:3: wrong, told: x (why)", run.stdout)

    def test_another_file_of_the_same_name(self):
        run = self.judge([row(2, "right", "lib/a.c")])
        self.assertEqual(run.returncode, 1)

    def test_mistakes(self):
        self.assertIn("no judgements on 't'", self.judge([], "t").stderr)
        self.assertIn("no such verdict as 'fine'",
                      self.judge([row(2, "fine")]).stderr)

    def test_notes(self):
        module = load()
        finding = {"file": "/b/src/a.c", "line": 2, "check": MG,
                   "severity": "note"}
        [judged] = list(module.csv.DictReader(
            (HEAD + row(2, "debatable")).splitlines(), delimiter="\t"))
        self.assertEqual(module.compare([judged], [finding]),
                         ([(judged, "note")], []))

    def test_the_judgements_are_whole(self):
        module = load()
        with open(module.ROWS, encoding="utf-8") as f:
            self.assertEqual(f.readline(), HEAD)
            services = {line.split("\t", 1)[0] for line in f}
        self.assertGreater(len(services), 30)
        for service in services:
            for judged in module.read_rows(module.ROWS, service):
                self.assertNotIn("", (judged["commit"], judged["file"],
                                      judged["line"], judged["why"]), judged)


if __name__ == "__main__":
    unittest.main()
