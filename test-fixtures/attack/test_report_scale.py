#!/usr/bin/env python3
"""Reports grow as the findings do: instructions are counted for 80, 800 and
8,000 globals, on one line and on a line each. Twice as much work for twice as
many gives a factor of ten between each two; work that looks at a whole line
for each finding would give a hundred.
"""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import instructions  # noqa: E402
import tool  # noqa: E402

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle",
           "rdjson", "html")
COUNTS = (200, 2000)
MOST = 15
# Of a name and of what stands around it: tabs, wide characters, foreign bytes.
PIECE = "int Global%05d; /*\t\u00e4\U0001f600*/ "


def source(count, end):
    return "".join(PIECE % i + end for i in range(count)).encode() + b"\xff\n"


class Scale(unittest.TestCase):
    def grows(self, what, counts, empty):
        for factor in instructions.growth(counts, empty):
            self.assertLess(factor, MOST, f"{what}: {counts}")

    def test_reports(self):
        bench = tool.program("STATELESS_REPORT_BENCH")
        for shape, end in (("one line", ""), ("many lines", "\n")):
            with tool.Scratch() as scratch:
                path = scratch.write("a.cpp", source(COUNTS[-1], end))
                for name in FORMATS:
                    with self.subTest(format=name, shape=shape):
                        empty, *counts = [
                            instructions.count([bench, name, str(n), path])
                            for n in (0, *COUNTS)]
                        self.grows(f"{name}, {shape}", counts, empty)

    def test_the_whole_tool(self):
        """All formats at once, and what comes before them in the parent."""
        outputs = [f"--format={name}:out.{name}" for name in FORMATS]
        with tool.Scratch() as scratch:
            counts = []
            for count in COUNTS:
                names = [f"Global{i:05}" for i in range(count)]
                scratch.write("a.cpp", " ".join(f"int {n};" for n in names) +
                              "\nvoid hit() {\n" +
                              "\n".join(f"++{n};" for n in names) + "\n}\n")
                counts.append(instructions.count(
                    [tool.program("STATELESS_TIDY"), *outputs, "a.cpp", "--"],
                    cwd=scratch.name))
            scratch.write("a.cpp", "")
            empty = instructions.count(
                [tool.program("STATELESS_TIDY"), *outputs, "a.cpp", "--"],
                cwd=scratch.name)
        self.grows("the tool", counts, empty)


if __name__ == "__main__":
    unittest.main()
