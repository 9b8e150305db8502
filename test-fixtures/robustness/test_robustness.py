#!/usr/bin/env python3
"""No input makes the tool crash, hang, repeat itself or keep silent about
what it could not analyse; and it writes nothing into the analysed tree.

Generated or odd inputs stand here, plain ones beside it as fixtures. It must
not know any check beyond the names of the findings that it expects.
"""

import json
import os
import re
import sys
import unittest

HARNESS = os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), "harness")
sys.path.insert(0, HARNESS)

import fixtures  # noqa: E402
import generate  # noqa: E402
import tool  # noqa: E402

MG = "stateless-mutable-global"
FW = "stateless-local-file-write"
LIMIT = 60  # seconds for one run
STATE = "int CountBad;\nvoid hit() { ++CountBad; }\n"
_CRASH = re.compile(r"crash|signal|segmentation|stack dump|assertion|abort|"
                    r"time limit|timed out|memory limit", re.I)


class Robust(unittest.TestCase):
    """Helpers: run the tool in a scratch folder, demand what always holds."""

    clang_may_crash = False  # a crash of Clang itself: it must be contained

    def setUp(self):
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        self.folder = self.scratch.name

    def run_tool(self, arguments, expect_exit):
        """The exit code of `check`, and all verdicts."""
        result = tool.run_tool(["check", "--format=json", *arguments],
                               self.folder, LIMIT)
        shown = f"{result.stdout[:3000]}\n{result.stderr[:3000]}"
        allowed = expect_exit if isinstance(expect_exit, tuple) \
            else (expect_exit,)
        self.assertIn(result.returncode, allowed, shown)
        whole = tool.run_tool([*tool.VERDICTS, *arguments], self.folder, LIMIT)
        self.assertIn(whole.returncode, (0, 1, 3), whole.stderr[:3000])
        report = tool.read_report(whole.stdout, self.folder)
        report.exit_code, report.stderr = result.returncode, result.stderr
        if not self.clang_may_crash:
            self.assertIsNone(_CRASH.search(json.dumps(
                report.problems + report.remarks)), report.problems)
        for verdicts in (report.findings, report.benign, report.suppressed):
            self.assertEqual(fixtures.duplicates(verdicts), [])
        if result.returncode == 3:
            self.assertTrue(report.problems, "exit code 3, nothing is named")
        return report

    def judge(self, text, args=(), exit_code=1, name="code.cpp"):
        path = self.scratch.write(name, text)
        standard = "-std=c17" if name.endswith(".c") else "-std=c++20"
        return self.run_tool([path, "--", standard, *args], exit_code)

    def judge_database(self, entries, exit_code=1):
        """ENTRIES: (file, flags, or a whole dictionary)."""
        whole = [e if isinstance(e, dict) else
                 {"directory": self.folder, "file": e[0],
                  "arguments": ["g++", *e[1], "-c", e[0]]} for e in entries]
        self.scratch.write("build/compile_commands.json", json.dumps(whole))
        return self.run_tool(["-p", os.path.join(self.folder, "build")],
                             exit_code)

    def symbols(self, report, check=MG):
        return sorted(v.name for v in report.findings if v.check == check)

    def assert_only(self, report, *names, check=MG):
        self.assertEqual(self.symbols(report, check), sorted(names))
        self.assertEqual(len(report.findings), len(names),
                         [v.describe() for v in report.findings])
        self.assertEqual(report.problems, [])

    def assert_named(self, report, *texts):
        """The problem is said on stderr and in the report."""
        problems = json.dumps(report.problems, ensure_ascii=False)
        for text in texts:
            self.assertIn(text, problems)
            self.assertIn(text, report.stderr)


class IllFormed(Robust):
    def test_errors_are_named(self):
        for reason, code in {
                "syntax": "int f( {\n",
                "missing include": '#include "no-such-header.h"\n',
                "error directive": "#error not for this platform\n",
                "unterminated comment": "/* int X;\n",
                "unterminated string": 'const char *X = "abc;\n',
                "unterminated condition": "#if 1\nint f();\n",
                "unknown type": "Unknown f();\n",
                "endless include": '#include "code.cpp"\n',
                "endless template": "template <int N> struct A { "
                                    "A<N + 1> Next; };\nA<0> *f(A<0> *P) "
                                    "{ return P + 1; }\n",
                "endless constant": "constexpr int f() { for (;;); }\n"
                                    "static_assert(f() == 0);\n",
                "too many brackets": generate.parentheses(9000),
                "too deep a template": generate.template_recursion(5000),
                "module without an interface": "import no.such.module;\n",
                "missing header unit": 'import "no-such-header.h";\n',
        }.items():
            with self.subTest(reason=reason):
                self.assert_named(self.judge(code, exit_code=(1, 3)),
                                  "code.cpp")

    def test_what_is_misread_is_no_variable(self):
        header = "#include <no-such-header>\n"
        state = "int Hits;\nint hit() { return ++Hits; }\n"
        for name, code in {
                "parameters of unknown types":
                    "bool isListener(std::vector<int> &L, int Fd) "
                    "{ return L[Fd]; }\n",
                "on several lines":
                    "bool isListener(\n    std::vector<int> &L,\n"
                    "    int Fd)\n{\n  return L[Fd];\n}\n",
                "an unknown type": "static std::mutex Lock;\n",
                "an unknown initialiser": "int X = unknown();\n",
                "an unknown macro": "int X UNKNOWN;\n",
                "an unknown size": "int X[UNKNOWN];\n",
                "a member of a class":
                    "struct S { static Unknown X; Unknown Y; };\n",
                "a local": "int f() { static Unknown X; return X.y(); }\n",
        }.items():
            for start in (header, ""):
                with self.subTest(name, start=start):
                    # What stands before and after it is judged.
                    report = self.judge(start + state + code +
                                        state.replace("Hits", "More")
                                             .replace("hit", "more"))
                    self.assertEqual(self.symbols(report), ["Hits", "More"])
                    self.assertEqual(len(report.findings), 2)
                    self.assertEqual(
                        [v.name for v in report.benign], [], name)
                    self.assertEqual(len(report.problems), 1)
        for code in ("int f( {\n", header + "int f( {\n",
                     "int f(\n   {\n"):
            with self.subTest(code):
                report = self.judge(code, exit_code=3)
                self.assertEqual(report.findings, [])

    def test_exit_code_without_findings(self):
        report = self.judge('#include "no-such-header.h"\n', exit_code=3)
        self.assert_named(report, "code.cpp", "no-such-header.h")
        self.assertEqual(report.findings, [])

    def test_what_is_no_text(self):
        for kind, data in {"bytes": bytes(range(256)),
                           "bad utf-8": b"\x80\x81;\n"}.items():
            with self.subTest(kind=kind):
                self.assert_named(self.judge(data, exit_code=3), "code.cpp")
        self.assert_only(self.judge(b"\0" * 4096, exit_code=0))

    def test_utf_16(self):
        # With -std=c++20, Clang 22 reads past the end of the empty buffer
        # that stands for such a file: clang++ and clang-tidy crash too.
        self.clang_may_crash = True
        self.scratch.write("wide.cpp", STATE.encode("utf-16"))
        self.scratch.write("good.cpp", STATE)
        report = self.judge_database([("wide.cpp", ["-std=c++20"]),
                                      ("good.cpp", ["-std=c++20"])])
        self.assertEqual(self.symbols(report), ["CountBad"])
        self.assert_named(report, "wide.cpp")

    def test_the_other_units_are_analysed(self):
        self.scratch.write("good.cpp", STATE)
        self.scratch.write("broken.cpp", "void f() { undeclared(; }\n")
        report = self.judge_database([("broken.cpp", []), ("good.cpp", [])])
        self.assertEqual(self.symbols(report), ["CountBad"])
        self.assert_named(report, "broken.cpp")
        self.assertNotIn("good.cpp", json.dumps(report.problems))

    def test_a_file_of_the_database_is_gone(self):
        self.scratch.write("good.cpp", STATE)
        report = self.judge_database([("gone.cpp", []), ("good.cpp", [])])
        self.assertEqual(self.symbols(report), ["CountBad"])
        self.assert_named(report, "gone.cpp")


class Empty(Robust):
    def test_nothing_to_say(self):
        for name, text in {"empty": "", "blank": "\n\n", "comment": "// x",
                           "mark": b"\xef\xbb\xbf", "semicolon": ";",
                           "condition": "#if 0\nint X( {\n#endif\n"}.items():
            for suffix in (".cpp", ".c"):
                with self.subTest(text=name, suffix=suffix):
                    self.assert_only(self.judge(text, exit_code=0,
                                                name=f"code{suffix}"))


class Encodings(Robust):
    def place(self, report):
        [v] = report.findings
        return v.line, v.column

    def test_crlf(self):
        report = self.judge("// a\r\nint CountBad;\r\n\r\nint Other; "
                            "// NOLINT\r\nvoid hit() {\r\n  ++CountBad;\r\n"
                            "  ++Other;\r\n}\r\n")
        self.assert_only(report, "CountBad")
        self.assertEqual(self.place(report), (2, 5))
        self.assertEqual([v.line for v in report.suppressed], [4])

    def test_byte_order_mark(self):
        report = self.judge(b"\xef\xbb\xbf" + STATE.encode())
        self.assert_only(report, "CountBad")
        self.assertEqual(self.place(report)[0], 1)

    def test_no_newline_at_the_end(self):
        self.assert_only(self.judge("int CountBad; void hit() { ++CountBad; }"),
                         "CountBad")

    def test_tabs_form_feeds_and_wide_characters(self):
        report = self.judge("/* äöü */\tint\fCountBad;\v\nvoid hit() "
                            "{ ++CountBad; }\n")
        self.assert_only(report, "CountBad")
        self.assertEqual(self.place(report), (1, 18))

    def test_latin_1_in_comments(self):
        self.assert_only(self.judge(b"// \xe4\xf6\xfc\n" + STATE.encode()),
                         "CountBad")


class Large(Robust):
    def test_5000_lines(self):
        text = generate.many_globals(1000)
        self.assertEqual(text.count("\n"), 5000)
        report = self.judge(text)
        self.assert_only(report, *[f"Counter{i}Bad"
                                   for i in range(0, 1000, 2)])
        self.assertEqual({v.name for v in report.benign},
                         {f"Limit{i}Ok" for i in range(1, 1000, 2)})

    def test_macros(self):
        report = self.judge(generate.macro_per_line(1000))
        self.assert_only(report, *[f"State{i}Bad" for i in range(1000)])
        self.assertEqual(len({v.line for v in report.findings}), 1000)

    def test_macros_of_macros(self):
        self.assert_only(self.judge(generate.macro_of_macros()),
                         *[f"State{i:03}Bad" for i in range(1000)])

    def test_shapes(self):
        for name, text, finding in (
                ("array", generate.huge_array(100000), "TableBad"),
                ("literal", generate.long_literal(1000000), "DeepBad"),
                ("switch", generate.switch_cases(3000), "DeepBad"),
                ("classes", generate.class_hierarchy(500), "DeepBad")):
            with self.subTest(shape=name):
                self.assert_only(self.judge(text), finding)


class Deep(Robust):
    def test_nesting(self):
        g = generate
        for name, text in {
                "parentheses": g.parentheses(250), "blocks": g.blocks(250),
                "namespaces": g.namespaces(250), "else-if": g.else_if(1000),
                "binary": g.binary_chain(2000), "calls": g.nested_calls(250),
                "lambdas": g.lambdas(40),
                "initialisers": g.initialisers(200)}.items():
            with self.subTest(kind=name):
                self.assert_only(self.judge(text), "DeepBad")

    def test_method_chain(self):
        self.assert_only(self.judge(generate.method_chain(1000)),
                         "DeepBad", "BuiltBad")

    def test_templates(self):
        self.assert_only(self.judge(generate.template_recursion(800)),
                         "CountBad")


class WithoutEnd(Robust):
    def files(self, report):
        self.assertEqual(report.problems, [])
        return len([v for v in report.findings if v.check == FW])

    def test_paths(self):
        g = generate
        for name, text, least in (
                ("recursion", g.path_by_recursion(), 2),
                ("itself", g.path_of_itself(), 2),
                ("doubles", g.path_that_doubles(60), 1),
                ("choices", g.path_of_many_choices(60), 1),
                ("callers", g.path_of_many_callers(60), 1)):
            with self.subTest(kind=name):
                self.assertGreaterEqual(self.files(self.judge(text)), least)

    def test_places(self):
        self.assert_only(self.judge(generate.places_without_end()), "RootBad",
                         check="stateless-stateful-singleton")


class Headers(Robust):
    SHARED = "inline int SharedBad;\nstatic int PrivateBad;\n" \
             "inline void hit() { ++SharedBad; }\n" \
             "static inline void more() { ++PrivateBad; }\n"
    USE = "void use{0}() {{ hit(); more(); }}\n"

    def units(self, *includes):
        for i, include in enumerate(includes):
            self.scratch.write(f"unit{i}.cpp", f'#include "{include}"\n'
                               + self.USE.format(i))
        return [(f"unit{i}.cpp", ["-std=c++17"])
                for i in range(len(includes))]

    def test_two_units(self):
        self.scratch.write("real/shared.h", "#pragma once\n" + self.SHARED)
        report = self.judge_database(self.units("real/shared.h",
                                                "real/shared.h"))
        self.assert_only(report, "SharedBad", "PrivateBad")

    def test_two_spellings(self):
        self.scratch.write("real/shared.h", "#pragma once\n" + self.SHARED)
        report = self.judge_database(self.units(
            "real/shared.h", "real/../real/./shared.h"))
        self.assert_only(report, "SharedBad", "PrivateBad")

    def test_symlinked_folder_and_file(self):
        self.scratch.write("real/shared.h", "#pragma once\n" + self.SHARED)
        os.symlink("real", os.path.join(self.folder, "linked"))
        os.symlink("real/shared.h", os.path.join(self.folder, "alias.h"))
        report = self.judge_database(self.units(
            "real/shared.h", "linked/shared.h", "alias.h"))
        self.assert_only(report, "SharedBad", "PrivateBad")

    def test_both_in_one_unit(self):
        self.scratch.write("real/shared.h", "#pragma once\n" + self.SHARED)
        os.symlink("real/shared.h", os.path.join(self.folder, "alias.h"))
        self.assert_only(self.judge('#include "real/shared.h"\n'
                                    '#include "alias.h"\n'),
                         "SharedBad", "PrivateBad")

    def test_symlinked_source(self):
        self.scratch.write("real.cpp", STATE)
        os.symlink("real.cpp", os.path.join(self.folder, "alias.cpp"))
        self.assert_only(self.judge_database([("real.cpp", []),
                                              ("alias.cpp", [])]), "CountBad")

    def test_forced_include(self):
        self.scratch.write("forced.h", "#define NAME CountBad\n"
                           "inline int ForcedBad;\n")
        report = self.judge("int NAME;\nvoid hit() { ++NAME; ++ForcedBad; }\n",
                            ["-include", os.path.join(self.folder,
                                                      "forced.h")])
        self.assert_only(report, "CountBad", "ForcedBad")


class LineDirectives(Robust):
    def test_generated_code(self):
        report = self.judge('#line 700 "parser.y"\n' + STATE +
                            '#line 3 "code.cpp"\nint LaterBad;\n'
                            "void later() { ++LaterBad; }\n")
        self.assert_only(report, "CountBad", "LaterBad")

    def test_file_that_does_not_exist(self):
        self.assert_only(self.judge('# 1 "/no/such/file.c"\n' + STATE),
                         "CountBad")


class Database(Robust):
    def setUp(self):
        super().setUp()
        self.scratch.write("code.cpp", STATE)

    def test_flags_of_gcc(self):
        self.assert_only(self.judge_database([("code.cpp", [
            "-fno-var-tracking-assignments", "-fconserve-stack",
            "-mno-fp-ret-in-387", "-fno-allow-store-data-races",
            "-fno-tree-loop-im", "--param=max-inline-insns-single=100",
            "-Wno-maybe-uninitialized", "-Wimplicit-fallthrough=5",
            "-fplugin=/no/such/plugin.so", "-fplugin-arg-x-y", "-fanalyzer",
            "-specs=/no/such/file.specs", "-fdiagnostics-color=always",
            "-fmodules-ts"])]), "CountBad")

    def test_flags_of_clang_that_do_not_matter(self):
        self.assert_only(self.judge_database([("code.cpp", [
            "-Werror", "-Weverything", "-fcolor-diagnostics", "-gmodules",
            "-fsanitize=address", "-flto=thin", "-Winvalid-no-such"])]),
            "CountBad")

    def test_launchers_and_compilers(self):
        for words in (["ccache", "g++"], ["/usr/bin/x86_64-linux-gnu-g++-12"],
                      ["distcc", "clang++-19"], ["/no/such/c++"]):
            with self.subTest(compiler=words):
                self.assert_only(self.judge_database([{
                    "directory": self.folder, "file": "code.cpp",
                    "arguments": [*words, "-c", "code.cpp"]}]), "CountBad")

    def test_response_file(self):
        self.scratch.write("flags/name.rsp", "-DNAME=FromResponseBad\n"
                           '-I "with blank"\n')
        self.scratch.write("with blank/x.h", "inline int XBad;\n")
        self.scratch.write("code.cpp", '#include "x.h"\nint NAME;\n'
                           "void hit() { ++NAME; ++XBad; }\n")
        self.assert_only(self.judge_database([("code.cpp", [
            "-std=c++17", "@flags/name.rsp"])]), "FromResponseBad", "XBad")

    def test_missing_response_file(self):
        report = self.judge_database([("code.cpp", ["@no-such.rsp"])],
                                     exit_code=(1, 3))
        self.assert_named(report, "code.cpp", "no-such.rsp")

    def test_duplicate_entries(self):
        self.assert_only(self.judge_database(
            [("code.cpp", []), ("code.cpp", []), ("./code.cpp", ["-O2"]),
             ("code.cpp", ["-DNDEBUG"])]), "CountBad")

    def test_names_with_blanks(self):
        name = "a folder/größe (1) 'x'.cpp"
        path = self.scratch.write(name, STATE)
        for entry in ({"arguments": ["c++", "-c", path]},
                      {"command": f'c++ -DX="a b" -c "{path}"'}):
            with self.subTest(entry=entry):
                entry = {"directory": self.folder, "file": path, **entry}
                self.assert_only(self.judge_database([entry]), "CountBad")

    def test_nothing_is_written(self):
        entries = [("code.cpp", [
            "-o", "out.o", "-MD", "-MF", "out.d", "-save-temps",
            "-ftime-trace", "--serialize-diagnostics", "out.dia",
            "-gsplit-dwarf", "-ftest-coverage", "-fprofile-arcs",
            "-fstack-usage", "-MJ", "out.json", "-Winvalid-pch",
            "-fsave-optimization-record"])]
        self.judge_database(entries)
        there = sorted(os.path.relpath(os.path.join(d, f), self.folder)
                       for d, _, files in os.walk(self.folder) for f in files)
        self.assertEqual(there, ["build/compile_commands.json", "code.cpp"])

    def test_c_and_other_languages(self):
        self.scratch.write("plain.c", "int PlainBad;\nint class;\n"
                           "void f(void) { PlainBad++; }\n")
        self.scratch.write("start.S", ".text\n.global x\nx: ret\n")
        report = self.judge_database([
            {"directory": self.folder, "file": "plain.c",
             "arguments": ["gcc", "-std=gnu11", "-c", "plain.c"]},
            ("code.cpp", []),
            {"directory": self.folder, "file": "start.S",
             "arguments": ["gcc", "-c", "start.S"]}])
        self.assertLessEqual({"PlainBad", "CountBad"},
                             set(self.symbols(report)))


if __name__ == "__main__":
    unittest.main()
