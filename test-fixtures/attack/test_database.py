#!/usr/bin/env python3
"""A compilation database that one does not trust: no entry vanishes, and
nothing in it is waited for or followed without end.

How the work grows is in test_database_scale.py. It must not know how the tool
reads anything.
"""

import json
import os
import random
import sys
import unittest

HARNESS = os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), "harness")
sys.path.insert(0, HARNESS)

import tool  # noqa: E402

LIMIT = 100  # seconds; only to end a test that hangs
STATE = "int Counter;\nvoid hit() { ++Counter; }\n"
CLEAN = "int add(int A, int B) { return A + B; }\n"


class Database(unittest.TestCase):
    """Helpers: a scratch folder with a database in it."""

    def setUp(self):
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        self.folder = self.scratch.name

    def write(self, name, text):
        return self.scratch.write(name, text)

    def entry(self, file, *flags, compiler="g++"):
        return {"directory": self.folder, "file": file,
                "arguments": [compiler, *flags, "-c", file]}

    def database(self, entries, text=None):
        self.write("compile_commands.json", text or json.dumps(entries))

    def fifo(self, name):
        os.mkfifo(os.path.join(self.folder, name))

    def run_tool(self, *arguments):
        result = tool.run_tool([*arguments, "-p", "."], self.folder, LIMIT)
        self.assertIn(result.returncode, (0, 1, 2, 3), result.stderr)
        return result

    def report(self, *arguments):
        """JSON of one run, whose counts must sum up."""
        result = self.run_tool("--format=json", *arguments)
        self.assertNotEqual(result.returncode, 2, result.stderr)
        report = json.loads(result.stdout)
        report["exit"] = result.returncode
        self.check_sum(report["summary"]["entries"])
        return report

    def check_sum(self, counts):
        self.assertEqual(counts["total"], counts["analysed"] +
                         counts["notAnalysed"] + counts["repeated"] +
                         counts["leftOut"], counts)
        self.assertEqual(counts["notAnalysed"],
                         sum(counts["reasons"].values()), counts)

    def reasons(self, report):
        return {os.path.basename(p["unit"]): p["reason"]
                for p in report["problems"] if p["reason"] != "remark"}


class EveryEntryHasAFate(Database):
    def lose(self, name, reason, entry=None, text="nothing to read"):
        """An entry that cannot be analysed, beside a clean program."""
        if name and not os.path.exists(os.path.join(self.folder, name)):
            self.write(name, text)
        self.write("main.cpp", "int main() { return 0; }\n")
        self.database([self.entry("main.cpp"), entry or self.entry(name)])
        report = self.report()
        self.assertEqual(report["summary"]["entries"]["reasons"],
                         {reason: 1}, report)
        self.assertIn(reason, self.reasons(report).values())
        return report

    def test_c_family_and_other_languages(self):
        for name, reason in {"k.cu": "cuda", "k.mm": "objective-c",
                             "k.m": "objective-c", "k.hip": "hip",
                             "k.cl": "opencl", "k.f90": "fortran",
                             "k.swift": "other-language",
                             "k.xyz": "unknown-language"}.items():
            with self.subTest(name=name):
                self.assertEqual(self.lose(name, reason)["exit"], 3)
                text = self.run_tool()
                self.assertEqual(text.stdout.splitlines()[0], "incomplete: "
                                 "1 of 2 entries was not analysed")
                self.assertIn(name, text.stderr)
                quiet = self.run_tool("--quiet")
                self.assertEqual(quiet.stdout, "")
                self.assertIn("incomplete: 1 of 2", quiet.stderr)

    def test_assembler_is_named_and_costs_no_exit_code(self):
        self.assertEqual(self.lose("k.S", "assembler")["exit"], 0)
        text = self.run_tool()
        self.assertTrue(text.stdout.startswith("incomplete: 1 of 2"))
        self.assertIn("k.S", text.stderr)

    def test_precompiled_headers_are_counted(self):
        self.assertEqual(self.lose("pch.hxx", "header")["exit"], 0)
        text = self.run_tool()
        self.assertNotIn("incomplete", text.stdout)
        self.assertIn("2 entries: 1 analysed, 1 not analysed (1 for a header)",
                      text.stdout)
        self.assertNotIn("pch", text.stderr)

    def test_commands_without_a_file(self):
        for reason, arguments in {
                "empty-command": [], "standard-input":
                ["g++", "-x", "c++", "-c", "-"]}.items():
            with self.subTest(reason=reason):
                report = self.lose("", reason, {
                    "directory": self.folder, "file": "-",
                    "arguments": arguments})
                self.assertEqual(report["exit"], 3)

    def test_a_missing_file(self):
        entry = self.entry("gone.cpp")
        self.assertEqual(self.lose("", "missing-file", entry)["exit"], 3)

    def test_a_unit_with_errors(self):
        report = self.lose("bad.cpp", "errors", text="#error no\n")
        self.assertEqual(report["exit"], 3)

    def test_a_module_that_is_not_there(self):
        entry = self.entry("user.cpp", "-std=c++20")
        report = self.lose("user.cpp", "errors", entry, text="import m;\n")
        self.assertEqual(report["exit"], 3)
        self.assertIn("module 'm' not found", self.run_tool().stderr)

    def test_alone_in_the_database(self):
        for arguments in ([], ["g++", "-"], ["nvcc", "k.cu"]):
            self.database([{"directory": self.folder, "file": "k.cu",
                            "arguments": arguments}])
            self.assertEqual(self.report()["exit"], 3, arguments)

    def test_intel_flags_are_no_language(self):
        self.write("a.cpp", STATE)
        for flag in ("-xHost", "-xCORE-AVX2", "-xAVX"):
            self.database([self.entry("a.cpp", flag, compiler="icpc")])
            entries = self.report()["summary"]["entries"]
            self.assertEqual(entries["total"], 1)
            # Never dropped: analysed, or named as what it is.
            self.assertEqual(entries["analysed"] + entries["notAnalysed"], 1)

    def test_sarif_has_the_same_account(self):
        self.write("a.cpp", STATE)
        self.write("k.cu", STATE)
        self.database([self.entry("a.cpp"), self.entry("a.cpp"),
                       self.entry("k.cu")])
        log = json.loads(self.run_tool("--format=sarif").stdout)
        counts = log["runs"][0]["properties"]["entries"]
        self.check_sum(counts)
        self.assertEqual((counts["total"], counts["repeated"]), (3, 1))
        told = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
        self.assertIn("cuda", [n["properties"]["reason"] for n in told])

    def test_named_files_leave_the_others_out(self):
        self.write("a.cpp", CLEAN)
        self.write("b.cpp", CLEAN)
        self.write("k.cu", CLEAN)
        self.database([self.entry(f) for f in ("a.cpp", "b.cpp", "k.cu")])
        for isolated, left_out in (["--isolated"], 2), ([], 1):
            report = self.report("a.cpp", *isolated)
            self.assertEqual(report["exit"], 0)
            self.assertEqual(report["summary"]["entries"]["leftOut"], left_out)
        report = self.report("a.cpp", "k.cu")
        self.assertEqual(report["exit"], 3)
        self.assertEqual(self.reasons(report), {"k.cu": "cuda"})

    def test_files_with_flags_are_entries_too(self):
        self.write("a.cpp", CLEAN)
        result = tool.run_tool(["--format=json", "a.cpp", "./a.cpp", "--"],
                               self.folder, LIMIT)
        counts = json.loads(result.stdout)["summary"]["entries"]
        self.check_sum(counts)
        self.assertEqual((counts["total"], counts["repeated"]), (2, 1))

    def test_random_databases_sum_up(self):
        generator = random.Random(8)
        for name in ("a.cpp", "b.c", "c.cc"):
            self.write(name, CLEAN)
        self.write("bad.cpp", "#error no\n")
        self.write("more.rsp", "-DMORE")
        self.write("self.rsp", "@self.rsp")
        files = ["a.cpp", "b.c", "c.cc", "bad.cpp", "gone.cpp", "k.cu", "o.mm",
                 "s.S", "f.f90", "p.hpp", "x.rc", "-", "", "./a.cpp", "odd"]
        flags = [[], ["-DA"], ["-DB"], ["@more.rsp"], ["@self.rsp"], ["-xHost"],
                 ["-x", "c++"], ["-x", "cuda"], ["-o", "x.o"], ["-"]]
        for _ in range(25):
            entries = [self.entry(generator.choice(files),
                                  *generator.choice(flags))
                       for _ in range(generator.randint(1, 12))]
            for each in entries:
                if generator.random() < 0.1:
                    each["arguments"] = generator.choice([[], [""], ["g++"]])
            self.database(entries)
            result = self.run_tool("--format=json")
            if result.returncode == 2:  # Nothing that we would read.
                self.assertIn("no C or C++", result.stderr)
                continue
            counts = json.loads(result.stdout)["summary"]["entries"]
            self.check_sum(counts)
            self.assertEqual(counts["total"], len(entries))


class APartIsNotTheWhole(Database):
    """What the unit that is not read may write is not called unwritten."""

    def setUp(self):
        super().setUp()
        self.write("main.cpp", "int Limit = 3;\nint get() { return Limit; }\n"
                               "int main() { return get(); }\n")

    def fixed(self, *others):
        self.database([self.entry("main.cpp"), *others])
        self.run_tool("--fix")
        with open(os.path.join(self.folder, "main.cpp"), encoding="utf-8") as f:
            return "const" in f.readline()

    def test_fix(self):
        for name in ("k.cu", "k.mm", "k.S", "k.f90"):
            self.write(name, "extern int Limit; void w() { Limit = 4; }\n")
            self.assertFalse(self.fixed(self.entry(name)), name)
        self.assertFalse(self.fixed({
            "directory": self.folder, "file": "-",
            "arguments": ["g++", "-x", "c++", "-c", "-"]}))
        self.write("p.hxx", "")
        self.assertTrue(self.fixed(self.entry("p.hxx")))

    def test_left_out_by_the_rules(self):
        self.write("gpu/k.cu", "")
        self.write(".stateless-tidy.yaml", "exclude: [\"gpu/**\"]\n")
        self.assertFalse(self.fixed(self.entry("gpu/k.cu")))
        report = self.report()
        self.assertEqual(report["summary"]["entries"]["leftOut"], 1)
        self.assertEqual(report["exit"], 0 if not report["findings"] else 1)


class HostileText(Database):
    def test_nesting(self):
        for text in ("[" * 60000, "[" * 60000 + "]" * 60000,
                     '[{"directory": ' + '{"a":' * 60000,
                     '[{"directory": "/", "file": "a", "command": "c", "x": '
                     + "[" * 100 + "]" * 100 + "}]"):
            self.database(None, text)
            result = self.run_tool()
            self.assertEqual(result.returncode, 2)
            self.assertIn("nested deeper than 64 levels", result.stderr)

    def test_names_with_many_folders(self):
        for many in (1000, 100000):
            self.database([self.entry(f"{top}/" + "a/" * many + "x.cpp")
                           for top in ("p", "q")])
            self.assertIn(self.run_tool().returncode, (2, 3))

    def test_what_is_no_file(self):
        self.fifo("compile_commands.json")
        result = tool.run_tool(["-p", "compile_commands.json"], self.folder,
                               LIMIT)
        self.assertEqual(result.returncode, 2)
        self.assertIn("is a FIFO", result.stderr)

    def test_response_files(self):
        self.write("a.cpp", CLEAN)
        self.fifo("fifo.rsp")
        # 100 files that include each other; 40 that double.
        everything = " ".join(f"@m{i}.rsp" for i in range(100))
        for i in range(100):
            self.write(f"m{i}.rsp", everything)
        for i in range(40):
            self.write(f"d{i}.rsp", f"@d{i + 1}.rsp @d{i + 1}.rsp")
        self.write("d40.rsp", "-DX")
        for name in ("fifo.rsp", "/dev/zero", "m0.rsp", "d0.rsp", "d20.rsp"):
            with self.subTest(name=name):
                self.database([self.entry("a.cpp"),
                               self.entry("a.cpp", f"@{name}")])
                report = self.report()
                self.assertEqual(report["summary"]["entries"]["reasons"],
                                 {"response-file": 1})
                self.assertEqual(report["exit"], 3)

    def test_headers_that_are_no_files(self):
        self.fifo("fifo.h")
        self.write("a.cpp", '#include "fifo.h"\n#include "/dev/zero"\n'
                            '#include "asked.h"\n')
        self.write("asked.h", "inline int Asked;\n")
        self.database([self.entry("a.cpp")])
        self.assertEqual(self.run_tool("fifo.h").returncode, 2)


class TheOrderDecidesNothing(Database):
    def test_a_header_whose_source_has_two_entries(self):
        self.write("x.h", "#ifdef DEBUG\ninline int InDebug;\n"
                          "inline void d() { ++InDebug; }\n#else\n"
                          "inline int InRelease;\n"
                          "inline void r() { ++InRelease; }\n#endif\n")
        self.write("x.cpp", '#include "x.h"\n')
        self.write("y.cpp", '#include "x.h"\n')
        entries = [self.entry("x.cpp", "-DDEBUG", "-o", "d.o"),
                   self.entry("x.cpp", "-DNDEBUG", "-o", "r.o"),
                   self.entry("x.cpp", "-DNDEBUG", "-o", "again.o"),
                   self.entry("y.cpp")]
        generator = random.Random(8)
        seen = set()
        for _ in range(8):
            generator.shuffle(entries)
            self.database(entries)
            for arguments in (["x.h", "--isolated"], ["x.h"], []):
                report = self.report(*arguments)
                report["summary"].pop("seconds")
                self.assertEqual(len(report["findings"]), 2)
                seen.add(json.dumps(report))
        # All of the database is known unless --isolated.
        self.assertEqual(len(seen), 2)


if __name__ == "__main__":
    unittest.main()
