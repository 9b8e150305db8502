#!/usr/bin/env python3
"""Reading rule files and comments, and matching exceptions, grows as these do.
Work is counted in instructions, for inputs of one size and of ten times that.
"""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(os.path.dirname(HERE), "harness")]

import instructions  # noqa: E402
import test_rules  # noqa: E402
import tool  # noqa: E402


class Scale(test_rules.Attack):
    MOST = 15

    def grows(self, sizes, run, empty=None):
        """RUN gives the instructions for a size, EMPTY those for nothing."""
        counts = [run(size) for size in sizes]
        for factor in instructions.growth(counts, empty or run(0)):
            self.assertLess(factor, self.MOST, f"{sizes}: {counts}")

    def rules_grow(self, sizes, cases):
        """Each of CASES makes the text of a rule file of a size."""
        empty = self.count_rules("")
        for name, make in cases.items():
            with self.subTest(name=name):
                self.grows(sizes, lambda n: self.count_rules(make(n)), empty)

    def count(self, *arguments):
        return instructions.count([tool.program("STATELESS_TIDY"),
                                   *arguments], cwd=self.folder,
                                  exits=(0, 1, 2, 3))

    def count_rules(self, text):
        return self.count("rules", "check", self.write(text))

    def test_keys_and_values(self):
        self.rules_grow((200, 2000), {
            "unknown keys": lambda n: "".join(
                f"chekcs{i}: 1\n" for i in range(n)),
            "equal keys": lambda n: "exclude: []\n" * n,
            "keys of one map": lambda n: "models: {state-kinds: {" +
            "".join(f"k{i}: {{names: [x{i}]}}, " for i in range(n)) +
            "}}\n",
            "checks": lambda n: "checks: {" + "".join(
                f"stateless-mutable-globl{i}: on, "
                for i in range(n)) + "}\n",
            "records": lambda n: "exceptions:\n" + "".join(
                f"- {{check: stateless-*, symbol: 'a::b{i}::*', "
                f"path: 'src/{{a,b}}{i}/**', reason: r}}\n"
                for i in range(n // 2)),
            "names": lambda n: "models: {pure: [" + "".join(
                f"f{i}, " for i in range(n)) + "]}\n",
        })

    def test_text(self):
        """What the parser itself does, before any key is looked at."""
        self.rules_grow((300, 3000), {
            "maps of lists": lambda n: "{a: [" * n,
            "plain": lambda n: "a: " + "x y\n " * n,
            "quoted": lambda n: "a: \"" + "x\\n\n " * n + "\"",
            "open quote": lambda n: "a: 'x'\nb: \"" + "x " * n,
            "anchors": lambda n: "".join(
                f"- &a{i} x\n- *a{i}\n" for i in range(n)),
            "braces": lambda n: "exclude: [" + ("'" + "{a}" * 300 +
                                                "', ") * (n // 100) + "]",
        })

    def test_files(self):
        """Beyond the limit no further file is read."""
        counts = []
        for count in (16, 160):
            text = test_rules.Limits.chain(self, count)
            counts.append(self.count_rules(text))
        self.assertLess(max(counts), 1.05 * counts[0], counts)

    def source(self, count, around):
        lines = []
        for i in range(count):
            lines += around(i, f"int Global{i};")
        uses = "".join(f"++Global{i};\n" for i in range(count))
        return "\n".join(lines) + "\nvoid hit() {\n" + uses + "}\n"

    def units_grow(self, sizes, cases):
        """Each of CASES writes what is analysed, for a size."""
        def run(write, size):
            write(size)
            return self.count("--format=json", "a.cpp", "--")
        self.write("", "a.cpp")
        empty = self.count("--format=json", "a.cpp", "--")
        for name, write in cases.items():
            with self.subTest(name=name):
                self.grows(sizes, lambda n: run(write, n), empty)

    def test_comments(self):
        def write_around(around):
            return lambda n: self.write(self.source(n, around), "a.cpp")

        def write_nested(n):
            self.write("\n".join([
                *(f"// NOLINTBEGIN(x{i})" for i in range(n)),
                self.source(n, lambda i, line: [line]),
                *(f"// NOLINTEND(x{i})" for i in reversed(range(n)))]),
                "a.cpp")

        def write_one_line(n):
            text = self.source(n, lambda i, line: [
                f"{line} /* NOLINT(x{i}) */"])
            text, rest = text.split("void")
            self.write(text.replace("\n", " ") + "\nvoid" + rest, "a.cpp")

        self.units_grow((100, 1000), {
            "blocks": write_around(lambda i, line: [
                f"// NOLINTBEGIN(google-{i})", line,
                f"// NOLINTEND(google-{i})"]),
            "blocks without an end": write_around(lambda i, line: [
                f"// NOLINTBEGIN(x{i},*)", line]),
            "nested blocks": write_nested,
            "one line": write_one_line,
        })

    def test_records_against_verdicts(self):
        def write_records(make):
            def write(n):
                self.write(self.source(100, lambda i, line: [line]), "a.cpp")
                self.write("exceptions:\n" + "".join(
                    f"- {{check: stateless-*, reason: r, {make(i)}}}\n"
                    for i in range(n)))
            return write

        self.units_grow((200, 2000), {
            "symbols": write_records(lambda i: f"symbol: Global{i}"),
            "globs": write_records(lambda i: f"symbol: 'G*a*a*a*{i}b'"),
            "paths": write_records(lambda i: f"path: '**/a*a*a*/**/{i}.cpp'"),
        })


if __name__ == "__main__":
    unittest.main()
