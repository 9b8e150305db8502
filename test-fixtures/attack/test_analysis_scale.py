#!/usr/bin/env python3
"""The analysis grows as the program does: instructions are counted for
programs of 200 and 2,000 variables. Work that looks at the whole program for
each of them would give a hundred where there are ten times as many.
"""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import instructions  # noqa: E402
import tool  # noqa: E402

COUNTS = (200, 2000)
MOST = 15


BODIES = ("return ++X;", "int Old = X; X = trace(); return Old;",
          "X = trace(); return X;")


def far_callers(count):
    """Each variable has a function; thirty of them are called at one link of a
    chain, which has as many links again."""
    lines = ["extern int trace();", "static int link0() { return 0; }"]
    for i in range(count):
        body = BODIES[i % len(BODIES)].replace("X", f"Global{i}")
        lines.append(f"static int Global{i}; static int use{i}() {{ {body} }}")
    for i in range(1, count // 30 + count):
        used = "".join(f" + use{j}()"
                       for j in range(30 * (i - 1), min(count, 30 * i)))
        lines.append(f"int link{i}() {{ return link{i - 1}(){used}; }}")
    return "\n".join(lines) + "\n"


class Scale(unittest.TestCase):
    def test_callers(self):
        counts = []
        with tool.Scratch() as scratch:
            for count in (1, *COUNTS):
                scratch.write("a.cpp", far_callers(count))
                counts.append(instructions.count(
                    [tool.program("STATELESS_TIDY"), "a.cpp", "--"],
                    cwd=scratch.name))
        empty, *counts = counts
        for factor in instructions.growth(counts, empty):
            self.assertLess(factor, MOST, counts)


if __name__ == "__main__":
    unittest.main()
