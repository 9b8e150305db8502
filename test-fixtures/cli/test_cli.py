#!/usr/bin/env python3
"""End-to-end tests of the command line: the built tool, as users run it.

STATELESS_TIDY names the tool. Each test makes a small project in a folder of
its own. Unless a test says what a run may write, run() checks that it left
the project exactly as it was.
"""
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import stat
import subprocess
import tempfile
import time
import unittest

TOOL = os.environ.get("STATELESS_TIDY", "")

COUNTER = """int Counter;
void hit() { ++Counter; }
"""
CLEAN = """static const int Limit = 5;
int limit() { return Limit; }
"""
# Evaluates for many minutes; needs SPIN_FLAGS.
SPIN = """constexpr long spin() {
  long Sum = 0;
  for (long I = 0; I < 400000000000; ++I)
    Sum += I;
  return Sum;
}
constexpr long Value = spin();
"""
SPIN_FLAGS = ["-fconstexpr-steps=4294967295", "-fconstexpr-loop-limit=2147483647"]


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def findings(self):
        """(file, line, check) of every finding of a text report."""
        pattern = r"^(\S[^\n]*?):(\d+):\d+: (?:error|warning|note): [^\n]* \[(stateless-[a-z-]+)"
        return [(file, int(line), check)
                for file, line, check in re.findall(pattern, self.out, re.M)]


class CliTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="stateless-cli-")).resolve()
        self.addCleanup(shutil.rmtree, self.dir)

    # Building projects.

    def write(self, name, text):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def entry(self, name, flags=(), compiler="c++"):
        return {"directory": str(self.dir), "file": name,
                "arguments": [compiler, *flags, "-c", name]}

    def database(self, entries, where="build"):
        """Entries are names of files, or whole entries."""
        full = [e if isinstance(e, dict) else self.entry(e) for e in entries]
        self.write(f"{where}/compile_commands.json", json.dumps(full, indent=1))

    # Running.

    def snapshot(self):
        found = {}
        for path in sorted(self.dir.rglob("*")):
            if path.is_symlink():
                found[path] = os.readlink(path)
            elif path.is_file():
                found[path] = (path.read_bytes(), path.stat().st_mtime_ns)
            else:
                found[path] = None
        return found

    def run_tool(self, *args, cwd=None, writes=(), env=None, **kwargs):
        before = self.snapshot()
        done = subprocess.run([TOOL, *map(str, args)], cwd=cwd or self.dir,
                              capture_output=True, timeout=120,
                              stdin=subprocess.DEVNULL,
                              env={**os.environ, "TERM": "xterm", **(env or {})},
                              **kwargs)
        after = self.snapshot()
        for name in writes:
            self.assertIn(self.dir / name, after, "an output is missing")
            before.pop(self.dir / name, None)
            after.pop(self.dir / name)
        self.assertEqual(before, after, "the run changed the project")
        return Result(done.returncode, done.stdout.decode(errors="replace"),
                      done.stderr.decode(errors="replace"))

    def expect(self, code, *args, **kwargs):
        result = self.run_tool(*args, **kwargs)
        self.assertEqual(result.code, code,
                         f"{args}\n--- stdout\n{result.out}\n--- stderr\n{result.err}")
        return result

    def refused(self, *args, says=(), **kwargs):
        """Bad usage: exit 2, nothing on stdout, and a message with all of `says`."""
        result = self.expect(2, *args, **kwargs)
        self.assertEqual(result.out, "")
        self.assertIn("error: ", result.err)
        for word in [says] if isinstance(says, str) else says:
            self.assertIn(word, result.err)
        return result


class Basics(CliTest):
    def test_a_finding_without_a_database(self):
        self.write("a.cpp", COUNTER)
        result = self.expect(1, "a.cpp", "--", "-std=c++20")
        self.assertEqual(result.findings(), [("a.cpp", 1, "stateless-mutable-global")])
        self.assertIn("'hit'", result.out)
        self.assertEqual(result.err, "")

    def test_clean_is_zero(self):
        self.write("a.cpp", CLEAN)
        result = self.expect(0, "a.cpp", "--")
        self.assertEqual(result.findings(), [])
        self.assertEqual(result.err, "")

    def test_check_is_the_default(self):
        self.write("a.cpp", COUNTER)
        plain = self.expect(1, "a.cpp", "--format=json", "--")
        named = self.expect(1, "check", "a.cpp", "--format=json", "--")
        self.assertEqual(json.loads(plain.out)["findings"],
                         json.loads(named.out)["findings"])

    def test_c_is_c(self):
        # `new` is a name in C alone.
        self.write("a.c", "int new;\nvoid hit(void) { ++new; }\n")
        result = self.expect(1, "a.c", "--")
        self.assertEqual(result.findings(), [("a.c", 1, "stateless-mutable-global")])

    def test_help_and_version(self):
        help_text = self.expect(0, "--help").out
        for word in ("Usage: ", "--fail-on", "Exit status", "For a header"):
            self.assertIn(word, help_text)
        version = self.expect(0, "--version").out
        self.assertRegex(version, r"stateless-tidy \d+\.\d+\.\d+\n")
        self.assertRegex(version, r"LLVM version \d+\.\d+")

    def test_bad_usage(self):
        self.refused("--fromat=json", says="did you mean '--format'?")
        self.refused("chekc", says="did you mean 'check'?")
        self.refused("--fail-on=eror", says="did you mean 'error'?")
        self.refused("--format=sarf", says="did you mean 'sarif'?")
        self.refused("dump", "fact", says="did you mean 'facts'?")
        self.refused("baseline", says="neither a command nor a file")
        self.refused("dump", "facts", "--fix", says="--fix")
        self.refused("-jmany", says="'many'")

    def test_paths_with_spaces_and_unicode(self):
        self.write("my dir/größe 1.cpp", COUNTER)
        self.database(["my dir/größe 1.cpp"], where="my build")
        result = self.expect(1, "-p", "my build")
        self.assertEqual(result.findings(),
                         [("my dir/größe 1.cpp", 1, "stateless-mutable-global")])

    def test_crlf_and_empty_files(self):
        self.write("crlf.cpp", COUNTER.replace("\n", "\r\n"))
        self.write("empty.cpp", "")
        result = self.expect(1, "crlf.cpp", "empty.cpp", "--")
        self.assertEqual([f for f, _, _ in result.findings()], ["crlf.cpp"])
        self.assertNotIn("\r", result.out)


class Database(CliTest):
    def setUp(self):
        super().setUp()
        self.write("src/a.cpp", COUNTER)
        self.write("src/b.cpp", CLEAN)

    def test_is_found_in_build_folders_and_above(self):
        for where in (".", "build", "out", "_build", "cmake-build-debug"):
            self.database(["src/a.cpp", "src/b.cpp"], where)
            for cwd, args in ((self.dir, []), (self.dir / "src", []),
                              (self.dir, ["src/a.cpp"]), ("/", [self.dir / "src/a.cpp"])):
                with self.subTest(where=where, cwd=cwd):
                    self.assertEqual(len(self.expect(1, *args, cwd=cwd).findings()), 1)
            (self.dir / where / "compile_commands.json").unlink()

    def test_folder_or_file(self):
        self.database(["src/a.cpp"], "elsewhere/deep")
        for path in ("elsewhere/deep", "elsewhere/deep/compile_commands.json"):
            self.assertEqual(len(self.expect(1, "-p", path).findings()), 1)

    def test_file_arguments(self):
        self.database(["src/a.cpp", "src/b.cpp"])
        self.expect(0, "src/b.cpp")
        self.expect(1, "src/a.cpp")
        self.expect(1, "src")
        self.expect(1, "./src/../src/a.cpp", "src/b.cpp")

    def test_remedies(self):
        remedy = ["-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", "bear -- make"]
        self.refused("src/a.cpp", says=["no compile_commands.json", "'--'", *remedy])
        self.refused("-p", "none", says=["none", *remedy])
        self.write("empty/compile_commands.json", "")
        self.refused("-p", "empty", says=["is empty", *remedy])
        self.write("list/compile_commands.json", "[]")
        self.refused("-p", "list", says=["no entries", *remedy])
        self.write("bad/compile_commands.json", '[{"directory": "/",\n "file": oops}]')
        self.refused("-p", "bad", says=["2:", *remedy])
        self.write("keys/compile_commands.json", '[{"directory": "/", "command": "c++ a.cpp"}]')
        self.refused("-p", "keys", says=["file", *remedy])

    def test_named_files_choose_what_is_shown(self):
        self.write("src/state.h", "extern int Shared;\n")
        self.write("src/a.cpp", '#include "state.h"\nint Shared;\n'
                                "int main() { for (;;) ++Shared; }\n")
        self.write("src/b.cpp", '#include "state.h"\nint Other;\n'
                                "void hit() { ++Other; ++Shared; }\n")
        self.database(["src/a.cpp", "src/b.cpp"])
        self.assertEqual([f for f, _, _ in self.expect(1, "src/a.cpp").findings()],
                         ["src/a.cpp"])

    def test_a_source_that_is_not_in_it(self):
        self.database(["src/a.cpp"])
        result = self.refused("src/b.cpp", says=["'src/b.cpp' is not in", "--"])
        self.assertIn("compile_commands.json", result.err)

    def test_all_missing_files_are_named(self):
        self.database(["src/a.cpp"])
        self.refused("src/x.cpp", "src/a.cpp", "src/y.h",
                     says=["no such file: 'src/x.cpp'", "no such file: 'src/y.h'"])

    def test_a_listed_file_that_is_gone_is_a_problem(self):
        self.database(["src/b.cpp", "src/gone.cpp"])
        result = self.expect(3)
        self.assertIn("gone.cpp", result.err)

    def test_duplicates_and_variants(self):
        self.database([self.entry("src/a.cpp"), self.entry("src/a.cpp"),
                       self.entry("src/a.cpp", ["-DOTHER"])])
        result = self.expect(1)
        self.assertEqual(len(result.findings()), 1)
        self.assertIn("2 translation units", result.out)
        self.assertIn("3 entries: 2 analysed, 0 not analysed, 1 repeated, 0 left out",
                      result.out)

    def test_variants_are_both_analysed(self):
        self.write("v.cpp", "#ifdef X\nint One;\nvoid f() { ++One; }\n"
                            "#else\nint Two;\nvoid f() { ++Two; }\n#endif\n")
        self.database([self.entry("v.cpp"), self.entry("v.cpp", ["-DX"])])
        self.assertEqual([line for _, line, _ in self.expect(1).findings()], [2, 5])

    def test_other_languages_are_named(self):
        for name in ("k.cu", "f.f90", "s.s", "r.rc", "w.swift", "o.m", "p.mm"):
            self.write(name, "this is not C++")
        self.database(["src/a.cpp", "k.cu", "f.f90", "s.s", "r.rc", "w.swift", "o.m", "p.mm"])
        result = self.expect(1)
        self.assertIn("1 translation unit in", result.out)
        self.assertTrue(result.out.startswith("incomplete: 6 of 8 entries were not analysed\n"))
        self.assertIn("8 entries: 1 analysed, 7 not analysed (1 in CUDA, 2 in Objective-C, "
                      "1 in Fortran, 1 in another language, 1 in assembler, 1 for resources), "
                      "0 repeated, 0 left out", result.out)
        for name in ("k.cu", "f.f90", "s.s", "w.swift", "o.m", "p.mm"):
            self.assertIn(f"{name}: ", result.err)

    def test_gcc_flags(self):
        flags = ["-fno-tree-vectorize", "-Wno-maybe-uninitialized", "-fconcepts-ts",
                 "-mpreferred-stack-boundary=4", "-std=gnu++20", "-fvar-tracking",
                 "-Wp,-MMD,x.d", "-specs=/usr/share/x.specs", "-frecord-gcc-switches"]
        self.database([self.entry("src/a.cpp", flags, "/usr/bin/g++-12")])
        self.assertEqual(len(self.expect(1).findings()), 1)

    def test_response_files(self):
        self.write("more.rsp", "-DNAME=Counter2\n-I inc")
        self.write("inc/name.h", "int NAME;\n")
        self.write("r.cpp", '#include "name.h"\nvoid hit() { ++NAME; }\n')
        self.database([self.entry("r.cpp", ["@more.rsp"])])
        self.assertIn("Counter2", self.expect(1).out)

    def test_compiler_wrappers(self):
        self.database([{"directory": str(self.dir), "file": "src/a.cpp",
                        "arguments": ["ccache", "g++", "-c", "src/a.cpp"]}])
        self.assertEqual(len(self.expect(1).findings()), 1)

    def test_extra_arguments(self):
        self.write("x.cpp", "#ifdef ON\nint Counter;\nvoid hit() { ++Counter; }\n#endif\n")
        self.database(["x.cpp"])
        self.expect(0)
        self.expect(1, "--extra-arg=-DON")
        self.expect(1, "--extra-arg-before", "-DON")
        self.expect(0, "--extra-arg-before=-DON", "--extra-arg=-UON")


SERVICE = """#include "limits.h"
#include <sys/socket.h>
int main() {
  int Listening = 0;
  for (;;) {
    accept(Listening, nullptr, nullptr);
    %s;
  }
}
"""


class Programs(CliTest):
    """Which units make up a program, as the build and the rules say."""

    def setUp(self):
        super().setUp()
        self.write("limits.h", "void setLimit(int N);\nint limit();\n")
        self.write("limits.cpp", '#include "limits.h"\nstatic int Limit;\n'
                                 "void setLimit(int N) { Limit = N; }\n"
                                 "int limit() { return Limit; }\n")
        # The same names, for the other program.
        self.write("fixed.cpp", '#include "limits.h"\nvoid setLimit(int) {}\n'
                                "int limit() { return 1; }\n")
        self.write("admin.cpp", SERVICE % "setLimit(limit() + 1)")
        self.write("shop.cpp", SERVICE % "setLimit(limit() + 1)")

    def build(self, **objects):
        """A database in build/, with the objects of each source."""
        self.database([{"directory": str(self.dir / "build"),
                        "file": f"../{source}.cpp", "output": made,
                        "arguments": ["c++", "-std=c++20", "-c", f"../{source}.cpp"]}
                       for source, made in objects.items()], "build")

    def programs(self, *args):
        """{program: its sources}"""
        text = self.expect(0, "dump", "program", "-p", "build", *args).out
        found, decoder = {}, json.JSONDecoder()
        while text.strip():
            value, end = decoder.raw_decode(text.lstrip())
            text = text.lstrip()[end:]
            if "Program" in value:
                found[value["Program"]] = sorted(
                    os.path.basename(u["File"]) for u in value["Units"])
        return found

    def one_each(self, admin, shop):
        return {admin: ["admin.cpp", "limits.cpp"], shop: ["fixed.cpp", "shop.cpp"]}

    def test_both_where_nobody_says(self):
        self.build(admin="a.o", shop="s.o", limits="l.o", fixed="f.o")
        both = ["fixed.cpp", "limits.cpp"]
        self.assertEqual(self.programs(), {"admin.cpp": ["admin.cpp", *both],
                                           "shop.cpp": [*both, "shop.cpp"]})

    def test_folders_of_objects(self):
        self.build(admin="CMakeFiles/admin.dir/admin.cpp.o",
                   limits="CMakeFiles/admin.dir/limits.cpp.o",
                   shop="CMakeFiles/shop.dir/shop.cpp.o",
                   fixed="CMakeFiles/shop.dir/fixed.cpp.o")
        self.assertEqual(self.programs(), self.one_each("admin", "shop"))
        report = json.loads(self.expect(1, "-p", "build", "--format=json").out)
        self.assertEqual([f["programs"] for f in report["findings"]], [["admin"]])
        self.assertEqual(report["programs"], [
            {"name": "admin", "executable": True, "units": 2},
            {"name": "shop", "executable": True, "units": 2}])
        self.assertIn("\nprograms: admin (2 units), shop (2 units)\n",
                      self.expect(0, "audit", "-p", "build").out)

    def test_what_no_program_needs(self):
        self.write("spare/unused.cpp", "int Spare;\nvoid spare() { ++Spare; }\n")
        self.write("admin/main.cpp", SERVICE.replace("limits.h", "../limits.h") % "limit()")
        self.write("shop/main.cpp", SERVICE.replace("limits.h", "../limits.h") % "limit()")
        self.database(["admin/main.cpp", "shop/main.cpp", "limits.cpp", "spare/unused.cpp"],
                      "build")
        audit = self.expect(0, "audit").out
        self.assertIn("\nprograms: admin/main.cpp (2 units), shop/main.cpp (2 units); judged as a "
                      "library: what no program needs, 1 unit with all that they need\n", audit)
        self.assertRegex(audit, r"unused\.cpp:1:5: violation: Spare: ")

    def test_link_lines_of_ninja(self):
        self.build(admin="a.o", shop="s.o", limits="l.o", fixed="f.o")
        self.write("build/build.ninja", "rule x\n  command = c++\n"
                   "build bin/admin: LINKER a.o $\n  l.o || other\n"
                   "build libfixed.a: AR f.o\nbuild bin/shop: LINKER s.o | libfixed.a\n")
        self.assertEqual(self.programs(), self.one_each("admin", "shop"))

    def test_link_texts(self):
        self.build(admin="CMakeFiles/admin.dir/admin.cpp.o",
                   limits="CMakeFiles/admin.dir/limits.cpp.o",
                   shop="CMakeFiles/shop.dir/shop.cpp.o",
                   fixed="CMakeFiles/fixed.dir/fixed.cpp.o")
        for target, line in (
                ("admin", "c++ CMakeFiles/admin.dir/admin.cpp.o "
                          "CMakeFiles/admin.dir/limits.cpp.o -o admin"),
                ("shop", "c++ CMakeFiles/shop.dir/shop.cpp.o -o shop libfixed.a -lm"),
                ("fixed", "ar qc libfixed.a CMakeFiles/fixed.dir/fixed.cpp.o\n"
                          "ranlib libfixed.a")):
            self.write(f"build/CMakeFiles/{target}.dir/link.txt", line + "\n")
        self.assertEqual(self.programs(), self.one_each("admin", "shop"))

    def reply(self, name, value):
        self.write(f"build/.cmake/api/v1/reply/{name}", json.dumps(value))

    def test_cmake_file_api(self):
        self.build(admin="a.o", shop="s.o", limits="l.o", fixed="f.o")
        targets = {"admin": ("EXECUTABLE", ["admin.cpp"], ["core"]),
                   "shop": ("EXECUTABLE", ["shop.cpp"], ["stub"]),
                   "core": ("STATIC_LIBRARY", ["limits.cpp", "limits.h"], []),
                   "stub": ("OBJECT_LIBRARY", ["fixed.cpp"], [])}
        self.reply("index-1.json", {"objects": []})
        self.reply("index-2.json", {"objects": [{"kind": "codemodel",
                                                 "jsonFile": "codemodel.json"}]})
        self.reply("codemodel.json", {
            "paths": {"source": str(self.dir), "build": str(self.dir / "build")},
            "configurations": [{"targets": [{"jsonFile": f"target-{name}.json"}
                                            for name in targets]}]})
        for name, (kind, sources, needs) in targets.items():
            self.reply(f"target-{name}.json", {
                "name": name, "id": f"{name}::@1", "type": kind,
                "sources": [{"path": source} for source in sources],
                "dependencies": [{"id": f"{need}::@1"} for need in needs]})
        self.assertEqual(self.programs(), self.one_each("admin", "shop"))
        # What is no reply says nothing.
        for text in ("[", '{"objects": 3}', "[" * 100000, '{"objects": [{"kind": '
                     '"codemodel", "jsonFile": "../../../../../x.json"}]}'):
            self.write("build/.cmake/api/v1/reply/index-3.json", text)
            self.assertIn("admin.cpp", self.programs())

    def test_rules(self):
        self.build(admin="a.o", shop="s.o", limits="l.o", fixed="f.o")
        self.write(".stateless-tidy.yaml", "programs:\n  back: [admin.cpp, limits.cpp]\n"
                   "  front: ['{shop,fixed}.cpp']\n  none: [x/*.cpp]\n")
        self.assertEqual(self.programs(), self.one_each("back", "front"))
        self.assertIn(".stateless-tidy.yaml:4:9: warning: no source of the database is part "
                      "of program 'none'", self.expect(1, "-p", "build").err)


class Headers(CliTest):
    def setUp(self):
        super().setUp()
        self.write("inc/cart.h", "#pragma once\ninline int InCart;\n"
                                 "inline void addToCart() { ++InCart; }\n")
        self.write("inc/other.h", "#pragma once\ninline int InOther;\n"
                                  "inline void touchOther() { ++InOther; }\n")
        self.write("inc/lonely.h", "inline int Lonely;\n")
        self.write("src/cart.cpp", '#include "cart.h"\n#include <other.h>\n'
                                   "int InSource;\nvoid hit() { ++InSource; }\n")
        self.write("src/zero.cpp", CLEAN)
        self.database([self.entry("src/cart.cpp", ["-Iinc"]), "src/zero.cpp"])

    def files(self, *args):
        return [file for file, _, _ in self.expect(1, *args).findings()]

    def test_a_source_shows_its_project_headers(self):
        self.assertEqual(self.files("src/cart.cpp"),
                         ["inc/cart.h", "inc/other.h", "src/cart.cpp"])

    def test_a_header_shows_itself(self):
        self.assertEqual(self.files("inc/cart.h"), ["inc/cart.h"])
        self.assertEqual(self.files("inc/cart.h", "inc/other.h"),
                         ["inc/cart.h", "inc/other.h"])

    def test_a_header_with_an_unrelated_source(self):
        self.assertEqual(self.files("inc/other.h", "src/zero.cpp"), ["inc/other.h"])

    def test_a_header_and_its_source(self):
        self.assertEqual(self.files("inc/other.h", "src/cart.cpp"),
                         ["inc/cart.h", "inc/other.h", "src/cart.cpp"])

    def test_a_header_that_no_unit_includes(self):
        self.refused("inc/lonely.h", says=["includes 'inc/lonely.h'", "'--'"])

    def test_an_include_that_is_switched_off(self):
        self.write("src/off.cpp", '#if 0\n#include "lonely.h"\n#endif\n')
        self.database([self.entry("src/off.cpp", ["-Iinc"])])
        result = self.expect(3, "inc/lonely.h")
        self.assertIn("lonely.h", result.err)
        self.assertIn("off.cpp", result.err)

    def test_a_symbolic_link(self):
        (self.dir / "links").mkdir()
        (self.dir / "links/cart.h").symlink_to(self.dir / "inc/cart.h")
        self.assertEqual(self.files("links/cart.h"), ["inc/cart.h"])

    def test_a_clean_header(self):
        self.write("inc/clean.h", "inline int two() { return 2; }\n")
        self.write("src/c.cpp", '#include "clean.h"\nint Dirty;\nvoid f() { ++Dirty; }\n')
        self.database([self.entry("src/c.cpp", ["-Iinc"])])
        self.expect(0, "inc/clean.h")

    def test_system_headers_never_count(self):
        """Of others, that is: see test_what_is_analysed.py for the project's."""
        os.rename(self.dir / "inc", self.dir / "vendor")
        self.database([self.entry("src/cart.cpp", ["-isystem", "vendor"])])
        self.write("src/cart.cpp", "#include <cart.h>\nint InSource;\nvoid hit() "
                                   "{ ++InSource; addToCart(); }\n")
        self.assertEqual(self.files(), ["src/cart.cpp"])


class Problems(CliTest):
    def test_a_broken_unit_is_named_with_its_first_error(self):
        self.write("ok.cpp", CLEAN)
        self.write("broken.cpp", "int f() { return 0; }\n#include \"missing.h\"\nint x = ;\n")
        self.database(["ok.cpp", "broken.cpp"])
        result = self.expect(3, "--min-confidence=likely")
        self.assertIn("broken.cpp:2:", result.err)
        self.assertIn("'missing.h' file not found", result.err)
        self.assertNotIn("broken.cpp:2:", result.out)

    def test_findings_go_before_problems(self):
        self.write("a.cpp", COUNTER)
        self.write("broken.cpp", "#include \"missing.h\"\n")
        self.database(["a.cpp", "broken.cpp"])
        self.expect(1)
        self.expect(3, "--fail-on=error")

    def test_a_hang_costs_its_unit_alone(self):
        self.write("a.cpp", COUNTER)
        self.write("spin.cpp", SPIN)
        self.database(["a.cpp", self.entry("spin.cpp", SPIN_FLAGS)])
        begin = time.monotonic()
        result = self.expect(1, "--timeout=5")
        self.assertLess(time.monotonic() - begin, 60)
        self.assertEqual([f for f, _, _ in result.findings()], ["a.cpp"])
        self.assertRegex(result.err, r"spin\.cpp: error: .*5 seconds")
        self.expect(3, "--timeout=5", "spin.cpp")

    @unittest.skipIf(os.environ.get("STATELESS_SANITIZE"),
                     "AddressSanitizer needs its address space: no limit")
    def test_memory_is_limited_per_unit(self):
        self.write("a.cpp", COUNTER)
        rows = "\n".join("int R%d[] = {%s};" % (i, "1," * 5000) for i in range(1500))
        self.write("big.cpp", rows)
        self.database(["a.cpp", "big.cpp"])
        result = self.expect(1, "--memory-limit=400", "--min-confidence=likely")
        self.assertEqual([f for f, _, _ in result.findings()], ["a.cpp"])
        self.assertRegex(result.err, r"big\.cpp: error: .*memory .*400 MB")

    def test_a_crash_costs_its_unit_alone(self):
        self.write("a.cpp", COUNTER)
        self.write("deep.cpp", "int f() { return " + "(" * 1000000 + "1" + ")" * 1000000 + "; }\n")
        self.database(["a.cpp", self.entry("deep.cpp", ["-fbracket-depth=10000000"])])
        result = self.expect(1)
        self.assertEqual([f for f, _, _ in result.findings()], ["a.cpp"])
        self.assertRegex(result.err, r"deep\.cpp: error: .*crashed with SIGSEGV")

    def test_stdout_that_cannot_be_written(self):
        self.write("a.cpp", CLEAN)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([TOOL, "a.cpp", "--"], cwd=self.dir, stdout=full,
                                  stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"cannot write to stdout", done.stderr)

    def test_resource_directory(self):
        self.write("a.cpp", "#include <stddef.h>\n" + COUNTER)
        self.refused("--resource-dir=none", "a.cpp", "--", says="stddef.h")
        self.refused("--resource-dir=/usr/lib/clang/9", "a.cpp", "--", says="Clang 9")

    def test_another_prefix_finds_headers(self):
        # Apart from its build folder the tool must still find stddef.h.
        shutil.copy(TOOL, self.dir / "copied-tool")
        self.write("a.cpp", "#include <stddef.h>\nsize_t Counter;\nvoid f() { ++Counter; }\n")
        done = subprocess.run([self.dir / "copied-tool", "a.cpp", "--"], cwd=self.dir,
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 1, done.stderr)


class Interruption(CliTest):
    def children(self, pid):
        processes = (int(name) for name in os.listdir("/proc") if name.isdigit())
        return [child for child in processes if self.state_and_parent(child)[1] == pid]

    def state_and_parent(self, pid):
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
                words = file.read().rsplit(")", 1)[1].split()
                return words[0], int(words[1])
        except OSError:  # It is gone.
            return "Z", 0

    def alive(self, pid):
        return self.state_and_parent(pid)[0] != "Z"

    def interrupt(self, how, outputs=()):
        for name in ("one.cpp", "two.cpp"):
            self.write(name, SPIN)
        self.database([self.entry(n, SPIN_FLAGS) for n in ("one.cpp", "two.cpp")])
        tool = subprocess.Popen([TOOL, "-j2", "--timeout=100", *outputs], cwd=self.dir,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                start_new_session=True)
        try:
            deadline = time.monotonic() + 30
            while len(self.children(tool.pid)) < 2:
                self.assertLess(time.monotonic(), deadline, "workers did not start")
                time.sleep(0.05)
            workers = self.children(tool.pid)
            tool.send_signal(how)
            out, _ = tool.communicate(timeout=30)
        finally:
            tool.kill()
            tool.wait()
        deadline = time.monotonic() + 10
        while any(map(self.alive, workers)) and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertFalse(any(map(self.alive, workers)), "a worker is left behind")
        return tool.returncode, out

    def test_signals_end_tool_and_workers(self):
        for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(how=how):
                code, out = self.interrupt(how)
                self.assertEqual(code, -how)
                self.assertEqual(out, b"")

    def test_even_when_killed(self):
        self.assertEqual(self.interrupt(signal.SIGKILL)[0], -signal.SIGKILL)

    def test_no_half_written_report(self):
        self.write("out.json", "the old report")
        self.interrupt(signal.SIGINT, ["--format=json:out.json"])
        self.assertEqual((self.dir / "out.json").read_text(), "the old report")
        self.assertEqual(sorted(p.name for p in self.dir.iterdir()),
                         ["build", "one.cpp", "out.json", "two.cpp"])


class Terminal(CliTest):
    def run_in_terminal(self, *args):
        """What the tool writes to a terminal that is its stderr."""
        parent, child = pty.openpty()
        tool = subprocess.Popen([TOOL, *args], cwd=self.dir, stdout=subprocess.PIPE,
                                stderr=child, env={**os.environ, "TERM": "xterm"})
        os.close(child)
        seen = b""
        while True:
            ready, _, _ = select.select([parent], [], [], 60)
            self.assertTrue(ready, "the tool hangs")
            try:
                chunk = os.read(parent, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
        tool.communicate(timeout=60)
        os.close(parent)
        return seen.decode()

    def setUp(self):
        super().setUp()
        for name in ("one.cpp", "two.cpp", "three.cpp"):
            self.write(name, CLEAN)
        self.database(["one.cpp", "two.cpp", "three.cpp"])

    def test_a_bar_on_a_terminal_that_goes_away(self):
        seen = self.run_in_terminal()
        self.assertRegex(seen, r"\r[^\n]*0/3 one\.cpp")
        self.assertTrue(seen.endswith("\r\x1b[K"), repr(seen))
        self.assertNotIn("\n", seen)

    def test_no_bar_when_quiet(self):
        self.assertEqual(self.run_in_terminal("--quiet"), "")

    def test_no_bar_in_a_pipe(self):
        self.assertEqual(self.expect(0).err, "")

    def test_color(self):
        self.write("one.cpp", COUNTER)
        escape = "\x1b["
        self.assertNotIn(escape, self.expect(1).out)
        self.assertIn(escape, self.expect(1, "--color=always").out)
        self.assertNotIn(escape, self.expect(1, "--color=never").out)
        self.write("two.cpp", "#include \"missing.h\"\n")
        self.assertIn(escape, self.run_in_terminal())
        self.assertIn("\x1b[", self.expect(1, "--color=always").err)


class Policy(CliTest):
    def setUp(self):
        super().setUp()
        self.write("src/a.cpp", COUNTER)
        self.database(["src/a.cpp"])

    def test_rules_are_found_above_the_sources(self):
        self.write(".stateless-tidy.yaml", "checks: {stateless-mutable-global: off}\n")
        self.expect(0)
        self.expect(0, "src/a.cpp")
        self.expect(0, self.dir / "src/a.cpp", cwd="/")

    def test_the_nearest_rules_win(self):
        self.write(".stateless-tidy.yaml", "checks: {stateless-mutable-global: off}\n")
        self.write("src/.stateless-tidy.yaml", "checks: {stateless-mutable-global: {severity: error}}\n")
        self.assertIn("error: ", self.expect(1).out)

    def test_named_rules_win(self):
        self.write(".stateless-tidy.yaml", "checks: {stateless-mutable-global: off}\n")
        self.write("other.yaml", "extends: default\n")
        self.expect(1, "--rules", "other.yaml")
        self.refused("--rules", "none.yaml", says="none.yaml")

    def test_bad_rules_tell_every_mistake(self):
        self.write(".stateless-tidy.yaml",
                   "chekcs: {}\nexceptions:\n  - check: stateless-mutable-global\n")
        result = self.refused(says=".stateless-tidy.yaml:1:1")
        self.assertIn("did you mean 'checks'", result.err)
        self.assertRegex(result.err, r"\.stateless-tidy\.yaml:3:\d+: .*reason")

    def test_checks(self):
        self.expect(0, "--checks=-stateless-mutable-global")
        self.expect(0, "--checks=-*,stateless-session-map")
        self.expect(1, "--checks=-*,stateless-m*")
        self.refused("--checks=-*", says="no checks are enabled")
        self.refused("--checks=stateless-mutable-globl", says="did you mean")

    def test_fail_on(self):
        self.expect(0, "--fail-on=error")
        self.expect(1, "--fail-on=warning")
        self.expect(1, "--fail-on=note")
        self.assertEqual(len(self.expect(0, "--fail-on=never").findings()), 1)

    def test_min_confidence(self):
        self.assertEqual(len(self.expect(0, "--min-confidence=proven").findings()), 0)
        self.assertEqual(len(self.expect(1, "--min-confidence=possible").findings()), 1)

    def test_excluded_files(self):
        self.write("vendored/v.cpp", "int V;\nvoid g() { ++V; }\n")
        self.database(["src/a.cpp", "vendored/v.cpp"])
        self.assertEqual(len(self.expect(1).findings()), 2)
        self.write(".stateless-tidy.yaml", 'exclude: ["vendored/**"]\n')
        self.assertEqual([f for f, _, _ in self.expect(1).findings()], ["src/a.cpp"])

    def test_exceptions_and_unused_ones(self):
        self.write(".stateless-tidy.yaml", """exceptions:
  - check: stateless-mutable-global
    symbol: Counter
    reason: counts for the tests
  - check: stateless-mutable-global
    symbol: Nobody
    reason: of no use
""")
        self.write("src/b.cpp", CLEAN)
        self.database(["src/a.cpp", "src/b.cpp"])
        whole = self.expect(0)
        self.assertRegex(whole.err, r"\.stateless-tidy\.yaml:5:\d+: warning: ")
        # Of one file alone nobody can know that a record is unused.
        self.write("src/c.h", "")
        self.write("src/b.cpp", '#include "c.h"\n')
        self.assertEqual(self.expect(0, "src/c.h", "src/a.cpp").err, "")
        self.assertEqual(self.expect(0, "src/a.cpp").err, "")
        self.assertEqual(self.expect(0, "--checks=-*,stateless-session-map").err, "")

    def test_only_the_whole_program_knows_what_is_never_written(self):
        self.write("src/a.cpp", "int Never = 1;\nint main() { return Never; }\n")
        self.write("src/b.cpp", CLEAN)
        self.database(["src/a.cpp", "src/b.cpp"])
        self.assertEqual(self.expect(0).findings(), [])
        # The rest of the database is known, whatever is named.
        for files in (["src/a.cpp"], ["src/a.cpp", "src/b.cpp"]):
            self.assertNotIn("unsettled", self.expect(0, *files).out)
        part = self.expect(0, "--isolated", "src/a.cpp")
        self.assertIn("1 unsettled (code that was not analysed may write them)", part.out)
        audit = self.expect(0, "audit", "--isolated", "src/a.cpp").out
        self.assertIn("a.cpp:1:5: unsettled: Never: ", audit)
        self.assertIn("0 in violation, 0 excepted, 1 unsettled, 0 benign", audit)
        # A unit that is missing may be the one that writes.
        self.write("src/b.cpp", "#include \"missing.h\"\n")
        self.assertIn("1 unsettled", self.expect(3).out)

    def test_rules_named_by_a_relative_path(self):
        self.write("own.yaml", 'exclude: ["src/**"]\n')
        self.expect(0, "--rules", "own.yaml")
        self.expect(0, "--rules", "../own.yaml", cwd=self.dir / "src")

    def test_nolint(self):
        self.write("src/a.cpp", COUNTER.replace(
            "int Counter;", "int Counter; // NOLINT(stateless-mutable-global)"))
        self.expect(0)


class Reports(CliTest):
    def setUp(self):
        super().setUp()
        self.write("src/a.cpp", COUNTER)
        self.database(["src/a.cpp"])

    def test_json(self):
        report = json.loads(self.expect(1, "--format=json").out)
        self.assertEqual(len(report["findings"]), 1)
        self.assertTrue(report["findings"][0]["file"].endswith("a.cpp"))

    def test_sarif(self):
        report = json.loads(self.expect(1, "--format=sarif").out)
        self.assertEqual(report["version"], "2.1.0")
        self.assertEqual(report["runs"][0]["results"][0]["ruleId"], "stateless-mutable-global")

    def test_machines_get_paths_from_the_checkout(self):
        (self.dir / ".git").mkdir()
        self.write("svc/.stateless-tidy.yaml", "extends: default\n")
        self.write("svc/src/a.cpp", COUNTER)
        self.database(["svc/src/a.cpp"])
        cwd = self.dir / "svc/src"
        report = json.loads(self.expect(1, "--format=json", cwd=cwd).out)
        self.assertEqual(report["findings"][0]["file"], "svc/src/a.cpp")
        self.assertEqual(self.expect(1, cwd=cwd).findings()[0][0], "a.cpp")

    def test_several_reports(self):
        result = self.expect(1, "--format=text", "--format=sarif:s.sarif",
                             "--format=json:j.json", writes=["s.sarif", "j.json"])
        self.assertEqual(len(result.findings()), 1)
        for name in ("s.sarif", "j.json"):
            json.loads((self.dir / name).read_text())

    def test_an_output_file(self):
        self.write("out.txt", "old " * 10000)
        result = self.expect(1, "-o", "out.txt", writes=["out.txt"])
        self.assertEqual(result.out, "")
        text = (self.dir / "out.txt").read_text()
        self.assertIn("stateless-mutable-global", text)
        self.assertNotIn("old", text)
        mode = stat.S_IMODE((self.dir / "out.txt").stat().st_mode)
        self.assertEqual(mode & 0o444, 0o444, "others cannot read the report")

    def test_an_output_that_cannot_be_written_is_told_first(self):
        self.write("src/a.cpp", SPIN)
        self.database([self.entry("src/a.cpp", SPIN_FLAGS)])
        self.refused("-o", "none/out.txt", says="none/out.txt")
        self.refused("--format=json:src", says="'src'")

    def test_one_report_per_place(self):
        self.refused("--format=json", "--format=sarif", says="--format=sarif:out.sarif")
        self.refused("--format=json:x", "-o", "y", says="-o y")

    def test_quiet(self):
        out = self.expect(1, "--quiet").out
        self.assertIn("[stateless-mutable-global", out)
        self.assertNotIn("note:", out)
        self.assertNotIn("translation unit", out)
        self.write("src/a.cpp", CLEAN)
        self.assertEqual(self.expect(0, "--quiet").out, "")

    def test_the_number_of_workers_does_not_matter(self):
        names = [f"src/u{i}.cpp" for i in range(12)]
        for i, name in enumerate(names):
            self.write(name, f'#include "shared.h"\nint C{i};\n'
                             f"void h{i}() {{ ++C{i}; ++Shared; }}\n")
        self.write("src/shared.h", "#pragma once\ninline int Shared;\n")
        self.database(names)
        outs = set()
        for args in (["-j1"], ["-j8"], ["-j3"], ["-j1", *reversed(names)]):
            report = json.loads(self.expect(1, "--format=json", *args).out)
            outs.add(json.dumps(report["findings"]))
        self.assertEqual(len(outs), 1)
        self.assertEqual(len(report["findings"]), 13)


class Explain(CliTest):
    """explain FINGERPRINT: the whole story of one verdict."""

    RULES = """exceptions:
  - {check: stateless-mutable-global, symbol: "app::*", reason: r}
  - {check: stateless-mutable-global, symbol: Total, reason: r, expires: 2020-01-01}
  - {check: stateless-mutable-global, symbol: Exc*, reason: meant to be, owner: us}
  - {check: stateless-session-map, reason: r}
"""

    def setUp(self):
        super().setUp()
        self.write("src/a.cpp", "int Total;\nvoid add() { ++Total; }\n"
                                "int total() { return Total; }\n"
                                "int Excepted;\nvoid hit() { ++Excepted; }\n"
                                "int Line; // NOLINT\nvoid set() { ++Line; }\n")
        self.write("src/b.cpp", CLEAN)
        self.write(".stateless-tidy.yaml", self.RULES)
        self.database(["src/a.cpp", "src/b.cpp"])

    def fingerprints(self, *args):
        """Symbols with their fingerprints."""
        report = json.loads(self.run_tool("audit", "--format=json", *args).out)
        return {v["symbol"]: v["fingerprint"]
                for key in ("findings", "suppressed", "benign") for v in report[key]}

    def story(self, symbol, *args):
        return self.expect(0, "explain", self.fingerprints(*args)[symbol], *args).out

    def sections(self, text):
        """Titles with the lines below them."""
        parts = re.split(r"(?m)^\n(\S.*):\n", text)
        return dict(zip(parts[1::2], parts[2::2]))

    def test_a_finding(self):
        text = self.story("Total")
        self.assertTrue(text.startswith("src/a.cpp:1:5: warning: "), text)
        self.assertIn("\n    1 | int Total;\n", text)
        told = self.sections(text)
        self.assertIn("severity:    warning, set for 'stateless-mutable-global' "
                      "by the shipped rules", told["Verdict"])
        self.assertIn("confidence:  likely: ", told["Verdict"])
        self.assertIn("How requests reach it", told)
        self.assertIn("src/a.cpp:2:14: written by 'add'", told["Who writes it"])
        self.assertIn("    2 | void add() { ++Total; }", told["Who writes it"])

    def test_why_exceptions_did_not_match(self):
        told = self.sections(self.story("Total"))["Exceptions in the rules"]
        self.assertEqual(told.splitlines(), [
            "  .stateless-tidy.yaml:2:5: does not match: "
            "symbol 'app::*' does not match 'Total'",
            "  .stateless-tidy.yaml:3:5: expired on 2020-01-01; all else matches",
            "  .stateless-tidy.yaml:4:5: does not match: "
            "symbol 'Exc*' does not match 'Total'",
            "  .stateless-tidy.yaml:5:5: does not match: "
            "names another check: 'stateless-session-map'"])

    def test_excepted_and_benign_ones(self):
        told = self.sections(self.story("Excepted"))
        self.assertIn("violation, excepted", told["Verdict"])
        self.assertIn("record: meant to be, owner us", told["Verdict"])
        self.assertIn(".stateless-tidy.yaml:4:5: matches", told["Exceptions in the rules"])
        self.assertIn("without the record at .stateless-tidy.yaml:4:5",
                      told["What would change it"])
        told = self.sections(self.story("Line"))
        self.assertIn("src/a.cpp:6:14: NOLINT matches", told["Exceptions in the source"])
        told = self.sections(self.story("Limit"))
        self.assertIn("benign: constant", told["Verdict"])

    def test_the_record_to_paste(self):
        (self.dir / ".stateless-tidy.yaml").unlink()
        change = self.sections(self.story("Total"))["What would change it"]
        self.assertIn("// NOLINT(stateless-mutable-global)", change)
        self.assertIn("[[clang::annotate(", change)
        record = re.search(r"(?s) *exceptions:\n.*?expires: \S+\n", change).group()
        self.write(".stateless-tidy.yaml", record)
        self.assertIn("'reason' must not be empty", self.expect(2).err)
        self.write(".stateless-tidy.yaml", re.sub(r'""', '"filled in"', record))
        self.assertNotIn("Total", self.expect(1).out)

    def test_where_the_severity_comes_from(self):
        self.write(".stateless-tidy.yaml", 'checks: {"stateless-m*": {severity: note}}\n')
        self.assertIn("note, set for 'stateless-m*' at .stateless-tidy.yaml:1:37\n",
                      self.story("Total"))

    def test_text_reports_and_the_audit_tell_fingerprints(self):
        short = self.fingerprints()["Total"][:8]
        self.assertIn(f"[stateless-mutable-global, {short}]", self.expect(1).out)
        self.assertIn(f"'stateless-tidy explain {short}'", self.expect(1).out)
        self.assertNotIn(short, self.expect(1, "--quiet").out)
        self.assertIn(f"{short}]", self.expect(0, "audit").out)
        self.assertEqual(self.expect(0, "explain", short.upper()).out, self.story("Total"))

    def test_the_same_options_as_check(self):
        self.write("own.yaml", "extends: default\n")
        text = self.story("Excepted", "--rules", "own.yaml", "-j2", "-p", "build")
        self.assertIn("verdict:     violation\n", text)
        text = self.expect(0, "explain", self.fingerprints()["Total"], "src/a.cpp",
                           "--", "-std=c++20").out
        self.assertIn("'Total'", text)
        self.expect(0, "explain", self.fingerprints()["Total"], "-o", "out.txt",
                    writes=["out.txt"])
        self.assertIn("'Total'", (self.dir / "out.txt").read_text())
        self.assertIn("\x1b[", self.expect(
            0, "explain", self.fingerprints()["Total"], "--color=always").out)

    def test_an_unknown_one(self):
        self.refused("explain", "0000000000000000",
                     says=["no verdict has the fingerprint '0000000000000000'",
                           "'audit' and '--format=json' list them"])
        result = self.refused("explain", "00000000", "src/a.cpp",
                              says="partial: only the named files")
        self.assertNotIn("not fully analysed", result.err)

    def test_a_partial_run(self):
        known = self.fingerprints()["Total"]
        self.write("src/b.cpp", '#include "missing.h"\n')
        self.refused("explain", "0000000000000000",
                     says=["b.cpp:1:10: 'missing.h'", "partial: 1 unit was not fully analysed"])
        self.assertIn("missing.h", self.expect(0, "explain", known).err)

    def test_several_that_begin_so(self):
        names = " ".join(f"V{i}" for i in range(600))
        self.write("src/b.cpp", "".join(f"int {n}; void f{n}() {{ ++{n}; }}\n"
                                        for n in names.split()))
        starts = {}
        for symbol, print_ in self.fingerprints().items():
            starts.setdefault(print_[:4], []).append((symbol, print_))
        shared = [s for s in starts.items() if len(s[1]) > 1]
        self.assertTrue(shared, "choose other names")
        start, both = shared[0]
        self.refused("explain", start,
                     says=[f"several fingerprints begin with '{start}'",
                           *(print_ for _, print_ in both)])


class OtherCommands(CliTest):
    def setUp(self):
        super().setUp()
        self.write("a.cpp", "#include <mutex>\nint Counter;\nstd::mutex Lock;\n"
                            "static const int Limit = 3;\n"
                            "int hit() { Lock.lock(); return ++Counter + Limit; }\n"
                            "int Excused; // NOLINT\nvoid f() { ++Excused; }\n")

    def test_audit_lists_all_state(self):
        result = self.expect(0, "audit", "a.cpp", "--")
        self.assertRegex(result.out, r"a\.cpp:2:5: violation: Counter: ")
        self.assertRegex(result.out, r"a\.cpp:3:12: benign: Lock: .*synchroni[sz]ation")
        self.assertRegex(result.out, r"a\.cpp:4:18: benign: Limit: .*constant")
        self.assertRegex(result.out, r"a\.cpp:6:5: excepted: Excused: ")
        self.assertIn("1 in violation, 1 excepted, 2 benign", result.out)

    def test_audit_as_json(self):
        report = json.loads(self.expect(0, "audit", "--format=json", "a.cpp", "--").out)
        self.assertIn("benign", json.dumps(report))
        self.refused("audit", "--format=sarif", "a.cpp", "--", says="unknown format")

    def test_audit_tells_what_is_missing(self):
        self.write("b.cpp", "#include \"missing.h\"\n")
        self.assertIn("b.cpp", self.expect(3, "audit", "a.cpp", "b.cpp", "--").err)

    def test_dumps(self):
        for stage in ("facts", "program", "objects", "verdicts"):
            out = self.expect(0, "dump", stage, "a.cpp", "--").out
            self.assertIn("Counter", out, stage)
        verdicts = self.expect(0, "dump", "verdicts", "a.cpp", "--").out
        self.assertRegex(verdicts, r"(?s)violation stateless-mutable-global.*benign")
        self.assertIn("suppressed by", verdicts)
        objects = json.loads(self.expect(0, "dump", "objects", "a.cpp", "--").out)
        counter = next(o for o in objects if o["Subject"] == "Counter")
        self.assertEqual((counter["Kind"], counter["Verdict"], counter["Confidence"],
                          counter["Change"]), ("variable", "state", "Likely", "Mutable"))
        self.assertEqual([store["How"] for store in counter["Stores"]], ["increment"])
        self.write(".stateless-tidy.yaml", "writable-roots: [/tmp, /scratch]\n")
        self.assertIn("/scratch", self.expect(0, "dump", "rules").out)
        self.expect(0, "dump", "facts", "-o", "f.txt", "a.cpp", "--", writes=["f.txt"])
        self.assertIn("Counter", (self.dir / "f.txt").read_text())

    def test_rules_list(self):
        out = self.expect(0, "rules", "list").out
        for check in ("mutable-global", "stateful-singleton", "local-file-write", "session-map"):
            self.assertRegex(out, rf"(?m)^stateless-{check} +(note|warning|error) +\w")
        self.write(".stateless-tidy.yaml", "checks: {stateless-session-map: off}\n")
        self.assertRegex(self.expect(0, "rules", "list").out,
                         r"(?m)^stateless-session-map +off ")

    def test_rules_check(self):
        self.write("good.yaml", "extends: default\n")
        self.expect(0, "rules", "check", "good.yaml")
        self.write("bad.yaml", "extnds: default\nwritable-roots: 5\n")
        result = self.expect(2, "rules", "check", "bad.yaml")
        self.assertIn("bad.yaml:1:1: error: ", result.err)
        self.assertIn("bad.yaml:2:", result.err)
        self.assertIn("did you mean 'extends'", result.err)
        self.expect(2, "rules", "check", "none.yaml")

    def test_rules_schema(self):
        schema = json.loads(self.expect(0, "rules", "schema").out)
        self.assertIn("exceptions", schema["properties"])

    def test_explain(self):
        out = self.expect(0, "explain", "stateless-session-map").out
        for title in ("Why:", "Instead:", "A finding:", "In order:"):
            self.assertIn(title, out)
        self.assertEqual(self.expect(0, "explain", "session-map").out, out)
        self.refused("explain", "stateless-sesion-map",
                     says="did you mean 'stateless-session-map'?")

    def test_explain_a_check_needs_no_code(self):
        self.refused("explain", "session-map", "-p", "build",
                     says=["'-p' goes with a fingerprint", "'session-map' is none"])
        self.refused("explain", "session-map", "a.cpp", says="'a.cpp' goes with")
        self.refused("explain", "abc", says="16 hexadecimal digits")

    def test_init(self):
        self.expect(0, "init", writes=[".stateless-tidy.yaml"])
        self.expect(0, "rules", "check", ".stateless-tidy.yaml")
        text = (self.dir / ".stateless-tidy.yaml").read_text()
        self.refused("init", says="exists already")
        # What is commented out is right as well.
        live = re.sub(r"(?m)^# (?=[a-z-]+:( |$)|  )", "", text)
        self.assertIn("\nexceptions:\n", live)
        self.write("live.yaml", live)
        result = self.expect(0, "rules", "check", "live.yaml")
        self.assertEqual(result.err, "")


if __name__ == "__main__":
    if not os.access(TOOL, os.X_OK):
        raise SystemExit("STATELESS_TIDY must name the built tool")
    TOOL = os.path.abspath(TOOL)
    unittest.main()
