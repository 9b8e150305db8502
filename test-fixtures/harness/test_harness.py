#!/usr/bin/env python3
"""The harness can fail: each kind of difference, made by hand, is noticed.

Works on hand-made reports and a stand-in for the tool, so that it needs no
build of the project; the compilers and strace are the real ones.
"""

import contextlib
import io
import json
import os
import textwrap
import unittest
from unittest import mock

import expectations
import fixtures
import programs
import symbol_oracle
import syscall_oracle
import tool
from tool import Note, Report, Verdict

CHECKS = {"stateless-mutable-global", "stateless-local-file-write"}
MG = "stateless-mutable-global"
FW = "stateless-local-file-write"


def parse(line, number=10):
    return expectations.parse_line(line, "/f.cpp", number, CHECKS)


class Parsing(unittest.TestCase):
    def test_kinds(self):
        for text, kind in ((f'expect: {MG} "a"', "finding"),
                           (f'expect-benign: {MG} "a"', "benign"),
                           (f'expect-unsettled: {MG} "a"', "unsettled"),
                           (f'expect-suppressed: {MG} "a"', "suppressed"),
                           (f"expect-missing: {MG}", "missing"),
                           ("expect-fact: write a::B", "fact")):
            with self.subTest(kind=kind):
                [e] = parse(f"int X; // {text}")
                self.assertEqual((e.kind, e.line), (kind, 10))

    def test_several_on_one_line(self):
        a, b = parse(f'int X, Y; // expect: {MG} "X" expect: {MG} "Y"')
        self.assertEqual((a.texts, b.texts), (("X",), ("Y",)))
        a, b = parse(f'int X, /* expect: {MG} "X" */ Y; // expect: {MG} "Y"')
        self.assertEqual((a.texts, b.texts), (("X",), ("Y",)))

    def test_texts_offset_and_confidence(self):
        [e] = parse(f'/* expect@-2: {FW} "say \\"x\\"" "b" confidence likely '
                    f'*/ int X;')
        self.assertEqual((e.line, e.texts, e.confidence),
                         (8, ('say "x"', "b"), "likely"))

    def test_mistakes_are_errors(self):
        for text in (f'expect-begnin: {MG} "a"', 'expect: stateless-x "a"',
                     f"expect: {MG}", f'expect: {MG} "a" confidence sure',
                     f'expect: {MG} "a', "expect-fact: writes X", "expect: x"):
            with self.subTest(text=text):
                self.assertRaises(expectations.FixtureError, parse,
                                  f"int X; // {text}")
        for line in (f'// exepct-benign: {MG} "a"', f' * expect: {MG} "a"',
                     f"// expect-missing : {MG}", "  expect-fact: write X"):
            with self.subTest(line=line):
                self.assertRaises(expectations.FixtureError, parse, line)

    def test_plain_code_has_none(self):
        self.assertEqual(parse('f("expect: x"); // we expect nothing'), [])

    def test_args_and_headers(self):
        with tool.Scratch() as s:
            s.write("sub/inner.h", f'int H; // expect: {MG} "H"\n')
            s.write("sub/outer.h", '#include "inner.h"\n')
            s.write("stubs/lib.h", f'int L; // expect: {MG} "L"\n')
            path = s.write("a.cpp", f"// args: -DX -isystem {s.name}/stubs "
                           f'\n#include "sub/outer.h"\n#include "lib.h"\n')
            f = expectations.load(path, CHECKS)
            self.assertEqual(f.args[:2], ["-std=c++20", "-DX"])
            self.assertEqual([(os.path.basename(e.file), e.line)
                              for e in f.expectations], [("inner.h", 1)])
            c = s.write("b.c", "// args: -std=gnu89\n")
            self.assertEqual(expectations.load(c, CHECKS).args, ["-std=gnu89"])


def finding(line=1, text="'X' is written", check=MG, **more):
    return Verdict(check, "/f.cpp", line, 5, text, **more)


def fixture(*lines):
    found = []
    for number, line in enumerate(lines, 1):
        found += parse("// " + line, number)
    return expectations.Fixture("/f.cpp", [], ["/f.cpp"], found)


class Comparing(unittest.TestCase):
    def assert_faults(self, faults, *starts):
        self.assertEqual(len(faults), len(starts), faults)
        for fault, start in zip(faults, starts):
            self.assertTrue(fault.startswith(start), fault)

    def test_agreement(self):
        f = fixture(f'expect: {MG} "written"', f'expect-benign: {MG} "const"')
        report = Report([finding(1)], [], [finding(2, reason="constant")])
        self.assert_faults(fixtures.compare_cli(f, report))

    def test_missing_and_unexpected(self):
        f = fixture(f'expect: {MG} "other text"')
        self.assert_faults(fixtures.compare_cli(f, Report([finding(1)])),
                           "missing finding", "unexpected finding")
        self.assert_faults(fixtures.compare_plugin(f, [finding(1)]),
                           "missing finding", "unexpected finding")

    def test_other_check_is_unexpected(self):
        self.assert_faults(fixtures.compare_cli(
            fixture(), Report([finding(1, check=FW)])), "unexpected")

    def test_text_of_a_note_counts(self):
        note = Note("write", "/f.cpp", 9, 1, "written by 'hit'")
        f = fixture(f'expect: {MG} "by \'hit\'"')
        self.assert_faults(fixtures.compare_cli(
            f, Report([finding(1, notes=(note,))])))

    def test_confidence(self):
        f = fixture(f'expect: {MG} "X" confidence proven')
        self.assert_faults(fixtures.compare_cli(
            f, Report([finding(1, confidence="likely")])),
            "missing finding", "unexpected finding")

    def test_severity(self):
        f = fixture(f'expect: {MG} "X" severity note')
        self.assert_faults(fixtures.compare_cli(
            f, Report([finding(1, severity="note")])))
        self.assert_faults(fixtures.compare_cli(
            f, Report([finding(1, severity="warning")])),
            "missing finding", "unexpected finding")

    def test_one_finding_meets_one_expectation(self):
        f = fixture(f'expect: {MG} "X" expect: {MG} "written"')
        self.assert_faults(fixtures.compare_cli(f, Report([finding(1)])),
                           "missing finding")

    def test_pairs_are_found_when_texts_overlap(self):
        f = fixture(f'expect: {MG} "written" expect: {MG} "\'X\'"')
        report = Report([finding(1, "'X' is written", symbol="X"),
                         finding(1, "'Y' is written", symbol="Y")])
        self.assert_faults(fixtures.compare_cli(f, report))

    def test_twice(self):
        f = fixture(f'expect: {MG} "X" expect: {MG} "X"')
        self.assert_faults(fixtures.compare_cli(
            f, Report([finding(1), finding(1)])), "reported twice")

    def test_note_twice(self):
        note = Note("write", "/f.cpp", 9, 1, "written by 'hit'")
        f = fixture(f'expect: {MG} "X"')
        self.assert_faults(fixtures.compare_cli(
            f, Report([finding(1, notes=(note, note))])),
            "a note stands twice")

    def test_benign_fact_and_suppressed(self):
        f = fixture(f'expect-benign: {MG} "constant"', "expect-fact: write X",
                    f'expect-suppressed: {MG} "X"')
        self.assert_faults(fixtures.compare_cli(f, Report()),
                           "missing suppressed", "missing benign",
                           "missing fact")
        note = Note("write", "/f.cpp", 2, 1, "")
        met = Report([], [finding(3, symbol="a::X", notes=(note,))],
                     [finding(1, reason="constant")])
        self.assert_faults(fixtures.compare_cli(f, met))
        self.assert_faults(fixtures.compare_cli(
            fixture(), Report([], [finding(3)])), "unexpected suppressed")

    def test_known_miss(self):
        f = fixture(f"expect-missing: {MG}")
        self.assert_faults(fixtures.compare_cli(f, Report()))
        self.assert_faults(fixtures.compare_cli(f, Report([finding(1)])),
                           "a known miss is found now")

    def test_problems(self):
        report = Report(problems=[{"message": "x"}], exit_code=3)
        self.assert_faults(fixtures.compare_cli(fixture(), report),
                           "not analysed")
        self.assert_faults(fixtures.compare_cli(fixture(), Report(exit_code=3)),
                           "exit code 3")

    def test_fronts(self):
        self.assertEqual(fixtures.compare_fronts([finding(1)], [finding(1)]),
                         [])
        self.assert_faults(fixtures.compare_fronts([finding(1)], [finding(2)]),
                           "only the command", "only the plugin")

    def test_diagnostics_of_clang_tidy(self):
        found, errors = tool.read_diagnostics(textwrap.dedent(f"""\
            /f.cpp:1:5: warning: 'X' is [mutable] state [{MG}]
                1 | int X;
                  |     ^
            /f.cpp:3:9: note: written by 'f' (++)
            /g.cpp:2:1: error: no such thing [clang-diagnostic-error]
            """))
        note = Note("", "/f.cpp", 3, 9, "written by 'f' (++)")
        self.assertEqual(found, [finding(1, "'X' is [mutable] state",
                                         notes=(note,))])
        self.assertEqual(len(errors), 1)


def as_json(report):
    def one(v):
        plain = {k: getattr(v, k) for k in
                 ("check", "kind", "confidence", "file", "line", "column",
                  "message", "reason", "symbol", "mangled", "path")}
        plain["notes"] = [vars(n) for n in v.notes]
        plain["instances"] = [{"mangled": name} for name in v.instances]
        return plain
    return json.dumps({"findings": [one(v) for v in report.findings],
                       "suppressed": [], "problems": [],
                       "unsettled": [one(v) for v in report.unsettled],
                       "benign": [one(v) for v in report.benign]})


@contextlib.contextmanager
def stand_in(scratch, report, exit_code=0):
    """A program that answers REPORT whatever it is asked."""
    answer = scratch.write("answer.json", as_json(report))
    fake = scratch.write("stateless-tidy", f"#!/bin/sh\ncat '{answer}'\n"
                         f"exit {exit_code}\n")
    os.chmod(fake, 0o755)
    with mock.patch.dict(os.environ, {"STATELESS_TIDY": fake}):
        yield


def quietly(function, *args):
    """(result, what it printed)"""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        return function(*args), out.getvalue()


class EndToEnd(unittest.TestCase):
    def test_runner(self):
        with tool.Scratch() as s:
            path = s.write("a.cpp", f'int X; // expect: {MG} "written"\n')
            good = Report([Verdict(MG, path, 1, 5, "'X' is written")])
            with stand_in(s, good, 1):
                self.assertEqual(quietly(fixtures.main, [path])[0], 0)
            for bad, code in ((Report(), 0), (good, 2), (good, 139)):
                with stand_in(s, bad, code):
                    result, text = quietly(fixtures.main, [path])
                    self.assertEqual(result, 1)
                    self.assertIn("a.cpp", text)

    def test_a_symbol_without_a_verdict(self):
        with tool.Scratch() as s:
            path = s.write("a.cpp", f'int X; // expect: {MG} "written"\n'
                                    "int Forgotten;\n")
            report = Report([Verdict(MG, path, 1, 5, "'X' is written",
                                     symbol="X")])
            with stand_in(s, report, 1):
                self.assertEqual(quietly(fixtures.main, [path])[0], 0)
                result, text = quietly(fixtures.main, ["--symbols", path])
                self.assertEqual(result, 1)
                self.assertIn("no verdict on Forgotten", text)
                self.assertNotIn("no verdict on X", text)

    def test_without_a_tool(self):
        with tool.Scratch() as s, \
                mock.patch.dict(os.environ, {"STATELESS_TIDY": ""}):
            path = s.write("a.cpp", "")
            result, text = quietly(fixtures.main, [path])
            self.assertEqual(result, 1)
            self.assertIn("STATELESS_TIDY is not set", text)


@contextlib.contextmanager
def two_answers(scratch, first, second):
    """Programs that answer FIRST, and SECOND to whoever asks for 8 workers."""
    one = scratch.write("one.json", as_json(first))
    two = scratch.write("two.json", as_json(second))
    fake = scratch.write("stateless-tidy", f"#!/bin/sh\ncase \"$*\" in "
                         f"*-j8*) cat '{two}';; *) cat '{one}';; esac\n"
                         f"exit 1\n")
    os.chmod(fake, 0o755)
    with mock.patch.dict(os.environ, {"STATELESS_TIDY": fake,
                                      "CLANGXX": "true", "CLANG": "true"}):
        yield


class Programs(unittest.TestCase):
    def program(self, s, **files):
        plain = {"state.h": f'extern int X; // expect: {MG} "declared"\n',
                 "state.cpp": '#include "state.h"\n'
                              f'int X; // expect: {MG} "written"\n',
                 "main.cpp": '#include "state.h"\nint main() { ++X; }\n'}
        for name, text in {**plain, **files}.items():
            s.write(f"p/{name}", text)
        return os.path.join(s.name, "p")

    def findings(self, folder):
        return [Verdict(MG, os.path.join(folder, "state.cpp"), 2, 5,
                        "'X' is written"),
                Verdict(MG, os.path.join(folder, "state.h"), 1, 12,
                        "'X' is declared")]

    def test_expectations_of_all_files_and_of_a_header_once(self):
        with tool.Scratch() as s:
            folder = self.program(s)
            found = self.findings(folder)
            with two_answers(s, Report(found), Report(found)):
                result, text = quietly(programs.main, [folder])
                self.assertEqual(result, 0, text)
            for bad, text in ((found[:1], "missing finding"),
                              (found + [finding(1)], "unexpected finding"),
                              (found + found[:1], "reported twice")):
                with two_answers(s, Report(bad), Report(bad)):
                    result, said = quietly(programs.main, [folder])
                    self.assertEqual(result, 1)
                    self.assertIn(text, said)

    def test_another_answer_to_the_reversed_database(self):
        with tool.Scratch() as s:
            folder = self.program(s)
            found = self.findings(folder)
            benign = Report(found, benign=[finding(1, reason="constant")])
            for other, text in ((Report(found[:1]), "not there"),
                                (Report(found[::-1]), "another order"),
                                (benign, "only there")):
                with two_answers(s, Report(found), other):
                    result, said = quietly(programs.main, [folder])
                    self.assertEqual(result, 1)
                    self.assertIn("reversed, -j8", said)
                    self.assertIn(text, said)

    def test_malformed_programs(self):
        for files, text in (({"main.cpp": ""}, "no source defines main"),
                            ({"unused.h": ""}, "no source includes unused.h")):
            with tool.Scratch() as s, two_answers(s, Report(), Report()):
                result, said = quietly(programs.main,
                                       [self.program(s, **files)])
                self.assertEqual(result, 1)
                self.assertIn(text, said)


SYMBOLS = """\
#include <iostream>
#include <map>
#include <string>
#include <utility>
int Plain;
static int Internal = 3;
namespace a { namespace { int Hidden; } }
const std::string Dynamic = "x";
constexpr int Constant = 4;
const char *const Fixed = "y";
thread_local int PerThread = 5;
template <class T> struct Holder { static int Count; };
template <class T> int Holder<T>::Count = 7;
template <class T> T Variable = T();
inline std::map<int, int> Table;
int &&Reference = 5;
auto [First, Second] = std::pair<int, int>(1, 2);
__attribute__((section("mine"))) int Placed = 1;
struct Polymorphic { virtual ~Polymorphic() {} } Object;
int use() {
  static int Calls;
  static const std::string Local = "z";
  auto Lambda = [] { static int Inner; return ++Inner; };
  return ++Plain + Internal + a::Hidden + PerThread + Table[1] +
         Holder<int>::Count++ + Holder<long>::Count + Variable<int> + ++Calls +
         Lambda() + Reference + First + Placed + Local.size() + Dynamic.size();
}
"""
SYMBOL_LINES = {"Plain": 5, "Internal": 6, "Hidden": 7, "Dynamic": 8,
                "PerThread": 11, "Count": 13, "Variable": 14, "Table": 15,
                "Reference": 16, "First": 17, "Placed": 18, "Object": 19,
                "Calls": 21, "Local": 22, "Inner": 23}


class SymbolOracle(unittest.TestCase):
    def test_each_dropped_verdict_is_noticed(self):
        with tool.Scratch() as s:
            path = s.write("a.cpp", SYMBOLS)
            names = {"Count": "Holder::Count"}
            made = {"Count": ("_ZN6HolderIiE5CountE", "_ZN6HolderIlE5CountE"),
                    "Variable": ("_Z8VariableIiE",)}
            report = Report(benign=[
                Verdict(MG, path, line, 1, "", symbol=names.get(name, name),
                        instances=made.get(name, ()))
                for name, line in SYMBOL_LINES.items()])
            with stand_in(s, report):
                result, text = quietly(symbol_oracle.main, [path])
                self.assertEqual(result, 0, text)
                for name in SYMBOL_LINES:
                    result, text = quietly(symbol_oracle.main,
                                           ["--drop", name, path])
                    self.assertEqual(result, 1, name)
                    self.assertIn(f"'{name if name != 'First' else ''}'",
                                  text)

    def test_what_a_template_makes_needs_its_own_name(self):
        demand = symbol_oracle.Demand("_Z1xIiE", symbol_oracle.Declaration(
            "x", "", "/f.cpp", 4), instance=True)
        def speaks(**v):
            return symbol_oracle.speaks_of(
                Verdict(MG, "/f.cpp", 4, 1, "", symbol="x", **v), demand)
        self.assertTrue(speaks(instances=("_Z1xIcE", "_Z1xIiE")))
        self.assertFalse(speaks(instances=("_Z1xIcE",)))
        self.assertFalse(speaks())

    def test_a_place_or_a_name_alone_is_not_enough(self):
        demand = symbol_oracle.Demand("_Z1xv", symbol_oracle.Declaration(
            "X", "", "/f.cpp", 4))
        def speaks(**v):
            return symbol_oracle.speaks_of(
                Verdict(**{"check": MG, "file": "/f.cpp", "line": 4,
                           "column": 1, "message": "", **v}), demand)
        self.assertTrue(speaks(symbol="a::X"))
        self.assertTrue(speaks(mangled="_Z1xv", line=9))
        self.assertFalse(speaks(symbol="Y"))
        self.assertFalse(speaks(symbol="X", line=5))
        note = Note("path", "/f.cpp", 4, 1, "held by 'a::X'")
        self.assertTrue(speaks(symbol="F", line=9, notes=(note,)))
        other = Note("path", "/f.cpp", 4, 1, "held by 'XX'")
        self.assertFalse(speaks(symbol="F", line=9, notes=(other,)))

    def test_c(self):
        with tool.Scratch() as s:
            path = s.write("a.c", "int Tentative; static int Used;\n"
                           "int f(void) { static int Local; "
                           "return ++Local + Used++; }\n")
            result, text = 0, ""
            with stand_in(s, Report()):
                result, text = quietly(symbol_oracle.main, [path])
            self.assertEqual(result, 1)
            for name in ("Tentative", "Used", "Local"):
                self.assertIn(f"'{name}'", text)

    def test_code_that_does_not_compile(self):
        with tool.Scratch() as s, stand_in(s, Report()):
            result, text = quietly(symbol_oracle.main,
                                   [s.write("a.c", "int f( {")])
            self.assertEqual(result, 1)
            self.assertIn("does not compile", text)


WRITES = """\
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
static void write(const char *Path) {
  std::ofstream Out(Path);
}
int main() {
  write("/var/lib/stateless-a");
  std::filesystem::create_directories("data/x/y");
  std::filesystem::remove_all("data");
  std::thread([] { std::ofstream("/tmp/../etc/stateless-b"); }).join();
  int Failed = system("echo 1 > /var/log/stateless-c; true");
  std::rename("state.new", "state");
  std::ofstream("/tmp/stateless-d");
  std::remove("/tmp/stateless-d");
  std::ofstream("/dev/null") << 3;
  std::ifstream("/etc/passwd");
  return Failed;
}
"""
WRITE_FINDINGS = [
    (6, "a path from the caller", ""),
    (10, "makes 'data/x/y'", "data/x/y"), (11, "removes 'data'", "data"),
    (12, "writes '/etc/stateless-b'", "/etc/stateless-b"),
    (13, "runs 'echo 1 > /var/log/stateless-c; true'", ""),
    (14, "renames 'state.new' to 'state'", "state.new")]


class SyscallOracle(unittest.TestCase):
    def test_each_dropped_finding_is_noticed(self):
        with tool.Scratch() as s:
            path = s.write("a.cpp", WRITES)
            report = Report([Verdict(FW, path, line, 3, text, path=known)
                             for line, text, known in WRITE_FINDINGS])
            with stand_in(s, report):
                result, text = quietly(syscall_oracle.main,
                                       ["--must-write", path])
                self.assertEqual(result, 0, text)
                for line, message, _ in WRITE_FINDINGS:
                    result, text = quietly(syscall_oracle.main,
                                           ["--drop", message, path])
                    self.assertEqual(result, 1, message)
                    self.assertIn("no finding covers", text)

    def test_a_finding_of_another_path_does_not_cover(self):
        write = syscall_oracle.Write("openat", "/etc/x", {("/f.cpp", 4)})
        def covers(line, known, text=""):
            return syscall_oracle.covers(
                Verdict(FW, "/f.cpp", line, 1, text, path=known), write)
        self.assertTrue(covers(9, "/etc/x"))
        self.assertTrue(covers(9, "/etc/<unknown>"))
        self.assertTrue(covers(4, ""))
        self.assertTrue(covers(4, "/etc"))
        self.assertFalse(covers(4, "/etc/y"))
        self.assertFalse(covers(9, ""))
        self.assertFalse(covers(9, "/etc/xy"))
        self.assertFalse(covers(9, "", "/etc/xy"))

    def test_which_paths_are_judged(self):
        for path, judged in (("/tmp/x", False), ("/tmp", False),
                             ("/tmp/../etc/x", True), ("/tmpfoo", True),
                             ("tmp/x", True), ("/dev/null", False),
                             ("/dev/null.log", True), ("/dev/shm/x", True),
                             ("/proc/self/fd/2", False), ("~/x", True),
                             ("//tmp/x", False), ("/dev/fd/3", False)):
            with self.subTest(path=path):
                write = syscall_oracle.Write("open", path)
                self.assertEqual(bool(write.is_judged()), judged)

    def test_trace_reader(self):
        log = textwrap.dedent("""\
            7 openat(AT_FDCWD</tmp/r>, "a\\"b\\303\\251", O_WRONLY|O_CREAT, 0666) = 3</x>
             > /lib/libc.so.6(open+0x1) [0x11]
             > /bin/fixture(w(char const*)+0x2b) [0x233b]
            7 openat(AT_FDCWD</tmp/r>, "O_RDWR", O_RDONLY) = -1 ENOENT (No such file)
            7 unlinkat(4</tmp/r/data>, "f", 0) = 0
            7 openat(AT_FDCWD</tmp/r>, "late", O_RDWR <unfinished ...>
            8 link("old", "new") = 0
            7 <... openat resumed>) = 5
             > /bin/fixture(main+0x1) [0x10]
            7 +++ exited with 0 +++
            """)
        writes = syscall_oracle.read_trace(log, "/bin/fixture", "/tmp/r")
        self.assertEqual([(w.path, w.frames) for w in writes],
                         [('a"b\u00e9', [0x233b]), ("data/f", []),
                          ("late", [0x10]), ("new", [])])

    def test_faulty_fixtures(self):
        with tool.Scratch() as s, stand_in(s, Report()):
            wanted = f'int main() {{}} // expect: {FW} "x"'
            for code, reason in (("int main() {}", "tests nothing"),
                                 (wanted, "tests nothing"),
                                 ("int main() { return 3; }", "ended with 3"),
                                 ("void f();", "does not link"),
                                 ("int main( {", "does not build")):
                result, text = quietly(syscall_oracle.main,
                                       ["--must-write", s.write("a.c", code)])
                self.assertEqual(result, 1)
                self.assertIn(reason, text)

    def test_no_right_to_trace(self):
        with tool.Scratch() as s, stand_in(s, Report()):
            os.chmod(s.name, 0o755)
            fake = s.write("strace", "#!/bin/sh\n"
                           "echo 'strace: ptrace(PTRACE_SEIZE): Operation not "
                           "permitted' >&2\nexit 1\n")
            os.chmod(fake, 0o755)
            with mock.patch.dict(os.environ, {"STRACE": fake}):
                result, text = quietly(syscall_oracle.main,
                                       [s.write("a.c", "int main() {}")])
            self.assertEqual(result, 1)
            self.assertIn("strace cannot trace here", text)


if __name__ == "__main__":
    unittest.main()
