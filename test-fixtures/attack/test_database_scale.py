#!/usr/bin/env python3
"""Reading a compilation database, its response files and its headers grows as
these do. Work is counted in instructions of the tool's own process, never in
seconds. It must not know how the tool reads anything.
"""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [HERE, os.path.join(os.path.dirname(HERE), "harness")]

import instructions  # noqa: E402
import test_database  # noqa: E402
import tool  # noqa: E402

# What each input costs when it grows by ten: n log n stays below.
MOST_GROWTH = 15


class Scale(test_database.Database):
    """Each input at two sizes, the second ten times the first. The units are missing files
    or are refused, so that all work is the parent's own."""

    def measure(self, sizes, make, *arguments):
        counts = []
        for size in (1, *sizes):
            with tool.Scratch() as scratch:
                self.scratch, self.folder = scratch, scratch.name
                named = make(size) or []
                counts.append(instructions.count(
                    [tool.program("STATELESS_TIDY"), "-p", ".", *arguments,
                     *named], self.folder, exits=(0, 1, 2, 3)))
        growth = instructions.growth(counts[1:], counts[0])
        print(self.id().rsplit(".", 1)[-1], counts, growth, file=sys.stderr)
        for factor in growth:
            self.assertLess(factor, MOST_GROWTH, (counts, growth))

    def test_entries(self):
        def make(size):
            self.database([self.entry(f"k{i % 1000}.cu", f"-DX={i}")
                           for i in range(size)])
        self.measure((300, 3000), make)

    def test_entries_that_repeat(self):
        # Only one unit is left, and it is not selected.
        def make(size):
            self.write("k.cu", "")
            self.database([self.entry("k.cu")] +
                          [self.entry("a.cpp", "-Wall", "-o", f"{i}.o")
                           for i in range(size)])
            return ["--isolated", "k.cu"]
        self.measure((300, 3000), make)

    def test_response_files_each_its_own(self):
        def make(size):
            for i in range(size):
                self.write(f"{i}.rsp", f"-DA={i} -DB -DC")
            self.database([self.entry("k.cu", f"@{i}.rsp")
                           for i in range(size)])
        self.measure((300, 3000), make)

    def test_arguments_of_one_response_file(self):
        def make(size):
            self.write("a.rsp", " ".join(f"-DA{i}" for i in range(size)))
            self.database([self.entry("k.cu", "@a.rsp")])
        self.measure((3000, 30000), make)

    def include_scan(self, size, headers):
        """HEADERS maps the number of a header to those that it includes; no
        unit includes what is asked for, so everything is looked at."""
        for i in range(size):
            self.write(f"h{i}.h", "".join(f'#include "h{n}.h"\n'
                                          for n in headers(i)))
        self.write("a.cpp", '#include "h0.h"\n')
        self.write("asked.h", "")
        self.database([self.entry("a.cpp")])
        return ["--isolated", "asked.h"]

    def test_include_chain(self):
        self.measure((300, 3000), lambda size: self.include_scan(
            size, lambda i: [i + 1]))

    def test_headers_that_include_many(self):
        # Each size includes ten times as many lines as the one before.
        self.measure((60, 600), lambda size: self.include_scan(
            size, lambda i: [(i * 7 + n) % size for n in range(1, 101)]))

    def test_units_for_one_header(self):
        def make(size):
            for i in range(size):
                self.write(f"d{i % 100}/u{i}.cpp", '#include "x.h"\n')
            self.write("asked.h", "")
            self.database([self.entry(f"d{i % 100}/u{i}.cpp", f"-I{i % 10}")
                           for i in range(size)])
            return ["--isolated", "asked.h"]
        self.measure((300, 3000), make)

    def test_named_files(self):
        # The last is not covered, so nothing is parsed.
        def make(size):
            for i in range(size):
                self.write(f"d{i}/main.cpp", "")
            self.write("asked.h", "")
            self.database([self.entry(f"d{i}/main.cpp") for i in range(size)])
            os.symlink(".", os.path.join(self.folder, "link"))
            return [*(f"link/d{i}/main.cpp" for i in range(size)), "asked.h"]
        self.measure((300, 3000), make)

    def test_named_headers(self):
        def make(size):
            for i in range(size):
                self.write(f"d{i}/x{i}.cpp", f'#include "x{i}.h"\n')
                self.write(f"d{i}/x{i}.h", "")
            self.write("asked.h", "")
            self.database([self.entry(f"d{i}/x{i}.cpp") for i in range(size)])
            return [*(f"d{i}/x{i}.h" for i in range(size)), "asked.h"]
        self.measure((300, 3000), make)


if __name__ == "__main__":
    unittest.main()
