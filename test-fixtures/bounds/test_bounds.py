#!/usr/bin/env python3
"""Beyond each bound of the analysis, nothing that is written is called benign.

Each shape is judged at the last size below a bound and at one above. Below,
what nothing writes is benign as well, so that the answer is not had by calling
everything state; where the answer changes, that tells that the bound is where
we think. It must not know how a bound comes about.
"""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(os.path.dirname(HERE), "harness")]

import table  # noqa: E402
import tool  # noqa: E402


def answers(program):
    """{static: the confidence of its finding, or what it is told to be}."""
    with tool.Scratch() as scratch:
        report = tool.run_cli(scratch.write("a.cpp", program.text),
                              ["-std=c++20", "-fbracket-depth=1000", "-isystem",
                               os.path.join(os.path.dirname(HERE), "include")])
    if report.problems:
        raise tool.ToolFailure(f"{report.problems}\n{program.text}")
    told = {v.name: "benign" for v in report.benign}
    told |= {v.name: "unsettled" for v in report.unsettled}
    return told | {v.name: v.confidence for v in report.findings}


class Bounds(unittest.TestCase):
    def test_below(self):
        for bound in table.BOUNDS:
            with self.subTest(bound=bound.whose):
                program = bound.shape(bound.below)
                told = answers(program)
                for name in program.written:
                    self.assertNotIn(told.get(name), (None, "benign"), name)
                for name in program.quiet:
                    self.assertEqual(told.get(name), "benign", name)
                self.assertEqual(told[program.written[-1]], bound.told[0])

    def test_beyond(self):
        for bound in table.BOUNDS:
            with self.subTest(bound=bound.whose):
                program = bound.shape(bound.beyond)
                told = answers(program)
                # A known wrong answer stays in sight until it is mended.
                wrong = [name for name in program.written
                         if told.get(name) in (None, "benign")]
                self.assertEqual(bool(wrong), bound.fn, wrong)
                self.assertEqual(told.get(program.written[-1]), bound.told[1])


if __name__ == "__main__":
    unittest.main()
