#!/usr/bin/env python3
"""What --fix writes: copies of real programs, built before and after it.

Each folder beside this file is one program. A line with a comment
"fix: TEXT" must begin with TEXT after --fix, and no other line may change.
The program must build without a warning, and print the same, before and
after. It must not know how the tool finds out.
"""

import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
TOOL = os.environ.get("STATELESS_TIDY", "")
COMPILERS = {".c": [os.environ.get("CLANG", ""), "-std=c11"],
             ".cpp": [os.environ.get("CLANGXX", ""), "-std=c++17"]}
WARNINGS = ["-Wall", "-Wextra", "-Werror"]
FIX_COMMENT = re.compile(r"\s*(?://|/\*) fix: (.*?)(?: \*/)?$")


def expected_line(line):
    """LINE as --fix must leave it."""
    match = FIX_COMMENT.search(line)
    if not match:
        return line
    wanted = match[1]
    start = line[:len(line) - len(line.lstrip())]
    # One word of what is wanted is new.
    for word in re.finditer(r"const(expr)? ", wanted):
        before = start + wanted[:word.start()] + wanted[word.end():]
        if line.startswith(before):
            return start + wanted + line[len(before):]
    raise AssertionError(f"no fix leads to '{wanted}': {line}")


class FixTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.dir = pathlib.Path(
            tempfile.mkdtemp(prefix="stateless-fix-")).resolve()
        self.addCleanup(shutil.rmtree, self.dir)

    def write(self, name, text):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def copy(self, program):
        """The program in a folder of its own, with a database."""
        for path in sorted((HERE / program).iterdir()):
            shutil.copy(path, self.dir)
        self.database()

    def sources(self):
        return [p for p in sorted(self.dir.iterdir()) if p.suffix in COMPILERS]

    def database(self):
        self.write("build/compile_commands.json", json.dumps(
            [{"directory": str(self.dir), "file": str(p),
              "arguments": [*COMPILERS[p.suffix], "-c", p.name]}
             for p in self.sources()]))

    def texts(self):
        return {p.name: p.read_text() for p in sorted(self.dir.iterdir())
                if p.is_file()}

    def run_program(self):
        """Compiles, links and runs; all that it prints."""
        objects = []
        for path in self.sources():
            objects.append(self.dir / "build" / f"{path.name}.o")
            self.succeed([*COMPILERS[path.suffix], *WARNINGS, "-O1", "-c",
                          path.name, "-o", objects[-1]])
        program = self.dir / "build" / "program"
        self.succeed([COMPILERS[".cpp"][0], *objects, "-o", program])
        return self.succeed([program]).stdout

    def succeed(self, command):
        done = subprocess.run([str(c) for c in command], cwd=self.dir,
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0,
                         f"{command}\n{done.stdout}{done.stderr}")
        return done

    def tool(self, *args, **kwargs):
        return subprocess.run([TOOL, *args], cwd=self.dir, text=True,
                              capture_output=True, timeout=120,
                              stdin=subprocess.DEVNULL, **kwargs)

    def fix(self, *args):
        """Runs --fix on the whole program; how many fixes in how many files,
        as it says itself."""
        done = self.tool("--fix", "-p", "build", *args)
        self.assertIn(done.returncode, (0, 1), done.stdout + done.stderr)
        said = re.search(r"--fix: (\d+) fix(?:es)? in (\d+) files?\n",
                         done.stderr)
        self.assertTrue(said, done.stderr)
        return int(said[1]), int(said[2])


class Programs(FixTest):
    def check(self, program, fixes):
        self.copy(program)
        before, printed = self.texts(), self.run_program()
        wanted = {name: "\n".join(map(expected_line, text.split("\n")))
                  for name, text in before.items()}
        plain = self.tool("-p", "build")
        self.assertEqual(self.texts(), before, "without --fix")
        made = self.fix()
        for name, text in self.texts().items():
            self.assertEqual(text.split("\n"), wanted[name].split("\n"), name)
        self.assertEqual(self.run_program(), printed)
        changed = sum(before[n] != wanted[n] for n in before)
        self.assertEqual(made, (fixes, changed))
        # Nothing is left to do, and the findings are what they were.
        self.assertEqual(self.fix(), (0, 0))
        self.assertEqual(self.texts(), wanted)
        self.assertEqual(self.tool("-p", "build").returncode, plain.returncode)

    def test_what_nothing_writes(self):
        self.check("plain", fixes=47)

    def test_what_must_stay(self):
        self.check("kept", fixes=0)

    def test_headers_and_several_units(self):
        self.check("headers", fixes=11)

    def test_c(self):
        self.check("c", fixes=7)

    def test_casts(self):
        self.check("casts", fixes=3)


class Limits(FixTest):
    """What is not edited, and what is said of it."""

    SOURCE = "#include \"{}\"\nint main() {{ return Limit; }}\n"

    def program(self, header):
        """A program whose one variable stands in HEADER."""
        self.write(header, "static int Limit = 0;\n")
        self.write("main.cpp", self.SOURCE.format(header))
        self.database()

    def test_part_of_a_program_changes_its_own_file_only(self):
        self.copy("headers")
        before = self.texts()
        done = self.tool("--fix", "config.cpp", "--", "-std=c++17")
        self.assertIn("--fix: 0 fixes in 0 files", done.stderr)
        self.assertEqual(self.texts(), before)
        own = self.write("own.cpp", "static int Limit = 1;\n"
                         "int Other = 2;\nint get() { return Limit; }\n")
        self.tool("--fix", "own.cpp", "--", "-std=c++17")
        self.assertEqual(own.read_text(), "static constexpr int Limit = 1;\n"
                         "int Other = 2;\nint get() { return Limit; }\n")

    def test_a_unit_with_an_error_changes_nothing(self):
        text = "static int Limit = 1;\nint get() { return Limit; }\nint X = Y;\n"
        path = self.write("own.cpp", text)
        self.tool("--fix", "own.cpp", "--")
        self.assertEqual(path.read_text(), text)

    def test_excluded_files_are_not_edited(self):
        self.program("third_party/limit.h")
        self.assertEqual(self.fix(), (0, 0))
        self.program("include/limit.h")
        self.assertEqual(self.fix(), (1, 1))

    def test_a_fix_is_not_half_done(self):
        self.write("third_party/limit.h", "extern int Limit;\n")
        text = "#include \"third_party/limit.h\"\nint Limit = 0;\n" \
               "int main() { return Limit; }\n"
        path = self.write("main.cpp", text)
        self.database()
        done = self.tool("--fix", "-p", "build")
        self.assertIn("warning: 'Limit' is not fixed: this file is excluded",
                      done.stderr)
        self.assertEqual(path.read_text(), text)

    def test_files_outside_of_the_rules_folder_are_not_edited(self):
        self.write("common/limit.h", "static int Limit = 0;\n")
        self.write("service/main.cpp", self.SOURCE.format("../common/limit.h"))
        self.write("service/.stateless-tidy.yaml", "")
        self.write("build/compile_commands.json", json.dumps(
            [{"directory": str(self.dir / "service"), "file": "main.cpp",
              "arguments": [*COMPILERS[".cpp"], "-c", "main.cpp"]}]))
        done = self.tool("--fix", "-p", "build")
        self.assertIn("outside of the project", done.stderr)
        self.assertIn("--fix: 0 fixes in 0 files", done.stderr)
        self.assertEqual((self.dir / "common/limit.h").read_text(),
                         "static int Limit = 0;\n")

    def test_permissions_and_links_stay(self):
        self.program("limit.h")
        header = self.dir / "limit.h"
        header.chmod(0o640)
        (self.dir / "real").mkdir()
        header.rename(self.dir / "real" / "limit.h")
        header.symlink_to("real/limit.h")
        self.assertEqual(self.fix(), (1, 1))
        self.assertTrue(header.is_symlink())
        self.assertEqual(header.read_text(), "static constexpr int Limit = 0;\n")
        self.assertEqual(stat.S_IMODE(header.stat().st_mode), 0o640)
        self.assertEqual([p.name for p in (self.dir / "real").iterdir()],
                         ["limit.h"])

    def test_a_file_with_hard_links_is_not_edited(self):
        self.program("limit.h")
        header = self.dir / "limit.h"
        os.link(header, self.dir / "other.h")
        done = self.tool("--fix", "-p", "build")
        self.assertIn("limit.h:1:8: warning: 'Limit' is not fixed: this file "
                      "has other names (hard links)", done.stderr)
        self.assertEqual(header.read_text(), "static int Limit = 0;\n")
        self.assertTrue(header.samefile(self.dir / "other.h"))

    def test_the_audit_fixes_and_lists_the_same(self):
        self.program("limit.h")
        plain = self.tool("audit", "--format=json", "-p", "build")
        verdict = json.loads(plain.stdout)["benign"][0]
        self.assertEqual(verdict["reason"],
                         "never written: effectively constant")
        fixed = self.tool("audit", "--format=json", "--fix", "-p", "build")
        self.assertEqual(json.loads(fixed.stdout)["benign"][0], verdict)
        self.assertIn("--fix: 1 fix in 1 file\n", fixed.stderr)

    def test_findings_still_decide_the_exit_code(self):
        text = "static int Limit = 1;\nint Hits;\n" \
               "int main() { for (;;) Hits += Limit; }\n"
        path = self.write("main.cpp", text)
        self.database()
        done = self.tool("--fix", "-p", "build")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("'Hits'", done.stdout)
        self.assertEqual(path.read_text(),
                         text.replace("int Limit", "constexpr int Limit"))


class Unseen(FixTest):
    """Code that this build does not compile, or not as code, names a variable:
    another build, the assembler or the linker may need it mutable."""

    INTERNAL = "static int X = 1;\nint main() { return X; }\n"
    EXTERNAL = "int X = 1;\nint main() { return X; }\n"
    MEMBER = "struct S { static inline int X = 1; };\n" \
             "int main() { return S::X; }\n"

    def fixed(self, text, *flags, name="main.cpp"):
        """Whether --fix changes TEXT."""
        path = self.write(name, text)
        compiler, standard = COMPILERS[path.suffix]
        self.write("build/compile_commands.json", json.dumps(
            [{"directory": str(self.dir), "file": name,
              "arguments": [compiler, standard, *flags, "-c", name]}]))
        self.fix()
        changed = path.read_text() != text
        path.unlink()
        return changed

    def test_what_stands_in_the_way(self):
        internal, external, member = self.INTERNAL, self.EXTERNAL, self.MEMBER
        is_const = "template <class> constexpr bool Const = false;\n" \
                   "template <class T> constexpr bool Const<const T> = true;\n"
        cases = {
            "#ifdef": (internal,
                       "#ifdef DEBUG\nvoid reset() { X = 0; }\n#endif\n"),
            "#else": (internal, "#if 1\n#else\nint *P = &X;\n#endif\n"),
            "#elif": (external,
                      "#if 1\n#elif 1\nextern int X;\n#endif\n"),
            "inside a skipped condition": (
                internal, "#if 0\n#if 1\nint *P = &X;\n#endif\n#endif\n"),
            "a macro that nobody uses": (internal, "#define RESET() (X = 0)\n"),
            "a macro of several lines": (
                internal, "#define RESET() \\\n  do { \\\n    X = 0; \\\n"
                          "  } while (0)\n"),
            "a string in a macro": (external, "#define SYMBOL \"X\"\n"),
            "#pragma weak": (external, "#pragma weak X\n"),
            "#pragma weak, an alias": (external, "#pragma weak Y = X\n"),
            "_Pragma": (external, "_Pragma(\"weak X\")\n"),
            "_Pragma by a macro": (
                external, "#define DO(...) _Pragma(#__VA_ARGS__)\n"
                          "DO(weak X)\n"),
            "alias": (external,
                      "extern int Y __attribute__((alias(\"X\")));\n"),
            "alias of an internal name": (
                internal, "extern int Y __attribute__((alias(\"_ZL1X\")));\n"),
            "alias by a macro": (
                external, "#define ALIAS(S) __attribute__((alias(#S)))\n"
                          "extern int Y ALIAS(X);\n"),
            "alias that is left out": (
                internal, "#ifdef DEBUG\nextern int Y "
                          "__attribute__((alias(\"_ZL1X\")));\n#endif\n"),
            "weakref": (external,
                        "static int Y __attribute__((weakref(\"X\")));\n"),
            "a label of assembly": (external, "extern int Y __asm__(\"X\");\n"),
            "assembly": (external, "__asm__(\".globl X\");\n"),
            "assembly by its mangled name": (
                internal, "__asm__(\".set Y, _ZL1X\");\n"),
            "assembly in a function": (
                external, "void f() { __asm__(\"incl X(%rip)\"); }\n"),
            "assembly that is left out": (
                internal, "#ifdef DEBUG\n__asm__(\".set Y, _ZL1X\");\n#endif\n"),
            "decltype": (internal, "decltype(X) *P = nullptr;\n"),
            "typeof": (internal, "__typeof__(X) *P = nullptr;\n"),
            "decltype in an assertion": (
                internal, is_const + "static_assert(!Const<decltype(X)>);\n"),
            "an assertion": (internal, "static_assert(sizeof(X) == 4);\n"),
            "requires": (internal, "static_assert(requires { X = 2; });\n"),
            "a concept": (internal, "template <class T> concept C = "
                                    "requires(T V) { X = V; };\n"),
            "a requires clause": (
                internal, "template <class T> requires requires { X = 2; }\n"
                          "void f(T) {}\n"),
            "a template that nobody uses": (
                internal, "template <class T> void f(T V) { X = V; }\n"),
            "a member by a template": (
                member, "template <class T> void f() { T::X = 2; }\n"),
            "a member of a template's parameter": (
                member, "template <class T> void f(T V) { V.X = 2; }\n"),
            "text for dlsym": (external, "const char *const Name = \"X\";\n"),
            "text that is left out": (
                external, "#ifdef DEBUG\nvoid *P = dlsym(0, \"X\");\n#endif\n"),
        }
        for name, (program, line) in cases.items():
            with self.subTest(name):
                self.assertFalse(self.fixed(program + line, "-std=c++20"))
        # Alone, each of them is fixed.
        for program in (internal, external, member):
            self.assertTrue(self.fixed(program, "-std=c++20"))

    def test_c(self):
        external = "int X = 1;\nint main(void) { return X; }\n"
        self.assertTrue(self.fixed(external, name="main.c"))
        self.assertFalse(self.fixed(
            "#pragma redefine_extname X Y\n" + external, name="main.c"))
        self.assertFalse(self.fixed(
            "static int X = 1;\nextern int Y __attribute__((alias(\"X\")));\n"
            "int main(void) { return X; }\n", name="main.c"))

    def test_the_command_line(self):
        self.assertFalse(self.fixed(self.INTERNAL, "-DRESET()=(X = 0)"))
        self.assertTrue(self.fixed(self.INTERNAL, "-DRESET()=(Y = 0)"))

    def test_headers(self):
        include = "#include \"a.h\"\n" + self.INTERNAL
        self.write("a.h", "#ifdef DEBUG\n#define RESET() (X = 0)\n#endif\n")
        self.assertFalse(self.fixed(include))
        self.write("a.h", "#define RESET() (X = 0)\n")
        self.assertFalse(self.fixed(include))
        self.assertTrue(self.fixed(include, "-isystem", ".") is False,
                        "found beside the file, it is the project's")
        for folder, fixed in {"sys": False, "third_party": True}.items():
            with self.subTest(folder):
                self.write(f"{folder}/b.h", "#define RESET() (X = 0)\n")
                self.assertEqual(fixed, self.fixed(
                    "#include <b.h>\n" + self.INTERNAL, "-isystem", folder))

    def test_what_means_something_else(self):
        for name, line in {
                "a comment": "// X = 0; in DEBUG\n",
                "a comment that is left out": "#if 0\n// X\n#endif\n",
                "a part of a word": "#define RESET() (XX = 0)\n",
                "a parameter of a macro": "#define RESET(X) (X = 0)\n",
                "a sentence": "const char *const Text = \"about X\";\n",
                "text": "const char *const Text = \"X\";\n",
                "a member": "template <class T> void f() { T::X = 2; }\n",
        }.items():
            with self.subTest(name):
                self.assertTrue(self.fixed(self.INTERNAL + line))

    def test_what_a_guard_leaves_out_was_seen_before(self):
        # The guard does not span the file, so that it is read again.
        self.write("a.h", "#ifndef A_H\n#define A_H\nstatic int X = 1;\n"
                          "#endif\nint f();\n")
        self.write("main.cpp", "#include \"a.h\"\n#include \"a.h\"\n"
                               "int main() { return X; }\n")
        self.database()
        self.assertEqual(self.fix(), (1, 1))

    def test_another_file_does_not_see_what_is_internal(self):
        self.write("main.cpp", self.INTERNAL)
        self.write("other.cpp", "static int X;\nint f() { return ++X; }\n"
                                "#if 0\nint g() { return X; }\n#endif\n")
        self.database()
        self.assertEqual(self.fix(), (1, 1))
        self.write("main.cpp", self.EXTERNAL)
        self.assertEqual(self.fix(), (0, 0))


if __name__ == "__main__":
    unittest.main()
