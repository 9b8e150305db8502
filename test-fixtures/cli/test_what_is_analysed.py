#!/usr/bin/env python3
"""Which code of a database is the project's, and which commands can be read.

Small projects with databases as Bazel, CMake, GCC and cross compilers make
them. What is expected is what the user's own compiler accepts, and whose code
it is by where it lies. It must not know any check beyond a written global.
"""
import os
import unittest

import test_cli

STORE = """#pragma once
inline int Hits;
inline int hit() { return ++Hits; }
"""
USER = "#include <shop/store.h>\nint twice() { return 2 * hit(); }\n"

LLVM = int(os.environ["STATELESS_LLVM_VERSION"])


class OwnHeaders(test_cli.CliTest):
    """A header of the project's tree is the project's, however it is given."""

    def setUp(self):
        super().setUp()
        self.write("lib/include/shop/store.h", STORE)
        self.write("src/main.cpp", USER)

    def files(self, flags, *args, compiler="c++", code=1, name="src/main.cpp"):
        self.database([self.entry(name, flags, compiler)])
        return [file for file, _, _ in self.expect(code, *args).findings()]

    def expect_own(self, *flags, **more):
        self.assertEqual(self.files(flags, **more),
                         ["lib/include/shop/store.h"], flags)

    def test_a_store_that_handlers_fill(self):
        self.write("lib/include/shop/store.h", """#pragma once
#include <map>
#include <string>
namespace shop {
struct Session { std::string User; };
class Store {
public:
  static Store &get() { static Store S; return S; }
  void logIn(const std::string &Id, const std::string &User) { Sessions[Id].User = User; }
private:
  std::map<std::string, Session> Sessions;
};
inline int Hits;
inline int hit() { return ++Hits; }
}
""")
        self.write("src/main.cpp", """#include <httplib.h>
#include <shop/store.h>
int main() {
  httplib::Server S;
  S.Post("/login", [](const httplib::Request &R, httplib::Response &W) {
    shop::Store::get().logIn(R.get_param_value("id"), R.body);
    W.set_content(std::to_string(shop::hit()), "text/plain");
  });
  S.listen("0.0.0.0", 80);
}
""")
        libraries = os.path.join(os.path.dirname(os.path.dirname(
            os.path.abspath(__file__))), "include")
        self.database([self.entry("src/main.cpp", [
            "-std=c++17", "-isystem", "lib/include", "-isystem", libraries])])
        result = self.expect(1)
        self.assertEqual([(file, check) for file, _, check in result.findings()],
                         [("lib/include/shop/store.h", "stateless-session-map"),
                          ("lib/include/shop/store.h", "stateless-mutable-global")])
        self.assertIn("POST /login", result.out)

    def test_whatever_option_gives_the_folder(self):
        for flags in (["-isystem", "lib/include"], ["-isystemlib/include"],
                      ["-isystem", "./src/../lib/include"],
                      ["-isystem", str(self.dir / "lib/include")],
                      ["-cxx-isystem", "lib/include"],
                      ["-idirafter", "lib/include"],
                      ["-Ilib/include", "-isystem", "lib/include"],
                      ["-Ilib/include", "--system-header-prefix=shop/"],
                      ["-iprefix", "lib/", "-iwithprefix", "include"]):
            self.expect_own(*flags)

    def test_as_clang_cl_gives_it(self):
        for flags in (["/external:I", "lib/include"], ["-imsvc", "lib/include"],
                      ["/imsvclib/include"]):
            self.assertEqual(
                self.files(["--target=x86_64-pc-windows-msvc", *flags],
                           compiler="clang-cl"),
                ["lib/include/shop/store.h"], flags)

    def test_in_c(self):
        self.write("lib/include/shop/store.h", "static int Hits;\n"
                   "static int hit(void) { return ++Hits; }\n")
        self.write("src/main.c", USER.replace("()", "(void)", 1))
        self.assertEqual(
            self.files(["-isystem", "lib/include"], compiler="cc",
                       name="src/main.c"), ["lib/include/shop/store.h"])

    def test_a_folder_above_the_project(self):
        self.write("src/main.cpp",
                   USER.replace("<shop/", f"<{self.dir.name}/lib/include/shop/"))
        self.expect_own("-isystem", "..")

    def test_a_folder_that_links_lead_to(self):
        os.symlink(self.dir / "lib", self.dir / "link")
        self.expect_own("-isystem", "link/include")
        outside = test_cli.tempfile.TemporaryDirectory(prefix="stateless-out-")
        self.addCleanup(outside.cleanup)
        os.symlink(self.dir / "lib", outside.name + "/lib")
        self.expect_own("-isystem", outside.name + "/lib/include")

    def test_beside_the_sources_with_the_build_below(self):
        """The sources have src/ in common, the header lies beside that."""
        self.write("src/other.cpp", test_cli.CLEAN)
        self.database([self.entry("src/main.cpp", ["-isystem", "lib/include"]),
                       "src/other.cpp"], where="build/debug")
        self.assertEqual(
            [f for f, _, _ in self.expect(1, "-p", "build/debug").findings()],
            ["lib/include/shop/store.h"])

    def test_named_headers(self):
        for flag in ("-isystem", "-cxx-isystem", "-idirafter"):
            self.assertEqual(
                self.files([flag, "lib/include"], "lib/include/shop/store.h"),
                ["lib/include/shop/store.h"], flag)

    def test_what_an_own_header_that_calls_itself_a_system_header_includes(self):
        self.write("lib/include/shop/store.h",
                   "#pragma GCC system_header\n#include <shop/inner.h>\n")
        self.write("lib/include/shop/inner.h", STORE)
        for flag in ("-Ilib/include", "-isystemlib/include"):
            self.assertEqual(self.files([flag]), ["lib/include/shop/inner.h"])

    def test_what_a_library_includes_of_the_project(self):
        self.write("third_party/lib/lib.h", "#include HOOK\n")
        self.write("src/main.cpp", USER.replace("shop/store.h", "lib.h"))
        self.expect_own("-isystem", "third_party/lib", "-Ilib/include",
                        "-DHOOK=<shop/store.h>")

    def test_preprocessed_code(self):
        self.write("src/main.ii", f"""# 1 "src/main.cpp"
# 1 "{self.dir}/lib/include/shop/store.h" 1 3
inline int Hits;
inline int hit() {{ return ++Hits; }}
# 2 "src/main.cpp" 2
# 1 "/usr/include/other.h" 1 3
inline int Others;
inline int other() {{ return ++Others; }}
# 3 "src/main.cpp" 2
int twice() {{ return 2 * hit() + other(); }}
""")
        self.database(["src/main.ii"])
        result = self.expect(1)
        self.assertIn("'Hits'", result.out)
        self.assertNotIn("'Others'", result.out)

    def test_comments_count_there(self):
        self.write("lib/include/shop/store.h",
                   STORE.replace("Hits;\n", "Hits; // NOLINT\n", 1))
        self.assertEqual(self.files(["-isystem", "lib/include"], code=0), [])

    # What is not the project's.

    def test_outside(self):
        with test_cli.tempfile.TemporaryDirectory(prefix="stateless-out-") as other:
            os.rename(self.dir / "lib", other + "/lib")
            self.assertEqual(
                self.files(["-isystem", other + "/lib/include"], code=0), [])
            os.symlink(other + "/lib", self.dir / "linked")
            self.assertEqual(
                self.files(["-isystem", "linked/include"], code=0), [])

    def test_third_party_folders(self):
        for folder in ("third_party/shop", "vendor/lib", "build/_deps/lib/include",
                       "vcpkg_installed/x64-linux/include"):
            self.write(f"{folder}/shop/store.h", STORE)
            self.assertEqual(self.files(["-isystem", folder], code=0), [], folder)
        self.write(".stateless-tidy.yaml", 'third-party: ["lib/**"]\n')
        self.assertEqual(self.files(["-isystem", "lib/include"], code=0), [])

    def test_third_party_is_a_library(self):
        """Its bodies are not read: nothing in them writes for the project."""
        self.write("third_party/shop/store.h",
                   "#pragma once\nextern int Total;\n"
                   "inline int hit() { return ++Total; }\n")
        self.write("src/total.cpp", "#include <shop/store.h>\nint Total = 0;\n"
                                    "int main() { return hit(); }\n")
        self.database([self.entry("src/total.cpp", ["-isystem", "third_party"])])
        self.assertIn("never written", self.expect(0, "audit").out)

    def test_generated_headers_are_evidence(self):
        """They are not shown, but what they write is written."""
        self.write("build/gen/shop/store.h",
                   "#pragma once\nextern int Total;\n"
                   "inline int hit() { return ++Total; }\n")
        self.write("src/main.cpp", USER + "int Total = 0;\n")
        self.assertEqual(self.files(["-isystem", "build/gen"]), ["src/main.cpp"])

    def test_the_compilers_own_headers_in_the_tree(self):
        self.write("tools/sysroot/usr/include/shop/store.h", STORE)
        self.assertEqual(
            self.files(["--sysroot=" + str(self.dir / "tools/sysroot")], code=0),
            [])


class Warnings(test_cli.CliTest):
    """What Clang warns of stops nothing, at whatever level."""

    def accepted(self, code, name="w.cpp", *flags):
        self.write(name, "static int Hits;\n" + code
                   + "\nint hit(void) { return ++Hits; }\n")
        compiler = "cc" if name.endswith(".c") else "c++"
        self.database([self.entry(name, flags, compiler)])
        result = self.run_tool()
        self.assertNotIn("error:", result.err, code)
        self.assertEqual([line for _, line, _ in result.findings()], [1], code)

    def test_in_cpp(self):
        for code in ("bool f(int A, int B, int C) { return A <= B <= C; }",
                     "int f(int N) { char C{N}; return C; }", "int f() { register int R = 1; return R; }",
                     "void f() throw(int);", "int f(bool B) { if (B) return; return 1; }",
                     'struct S { ~S(); }; void p(...); void f() { p(S()); }',
                     '#define X "x"\nconst char *const T = "a"X;',
                     '#pragma GCC diagnostic error "-Wnarrowing"\n'
                     "int f(int N) { char C{N}; return C; }",
                     "void f(int *P) { int A[2]; (void)(P == A); *(char *)0 = 1; }"):
            self.accepted(code, "w.cpp", "-std=c++17")
            self.accepted(code, "w.cpp", "-std=c++20", "-Werror", "-Wall", "-Wextra",
                          "-pedantic-errors", "-Werror=narrowing")

    def test_in_c(self):
        for code in ("int f(void) { return undeclared(1); }",
                     "int *f(void) { int N = 3; return N; }",
                     "int *f(char *P) { return P; }", "const N = 3;",
                     "int f(a, b) int a; char b; { return a + b; }",
                     "int f() { return; }", "void f(void) { return 1; }",
                     "old() { return 0; }"):
            self.accepted(code, "w.c", "-std=gnu17")
            self.accepted(code, "w.c", "-std=gnu99", "-Werror", "-pedantic-errors")

    def test_what_they_mean_for_overloads_stays(self):
        """A candidate that narrows is none: the other is taken."""
        self.accepted("template <class T> auto pick(T V, int) -> decltype(char{V});\n"
                      "template <class T> long pick(T V, long);\n"
                      'static_assert(sizeof(pick(0, 0)) == sizeof(long), "");')

    def test_errors_stay_errors(self):
        for name, code in (("e.cpp", "int f() { return undeclared(1); }"),
                           ("e.cpp", '#include "missing.h"'),
                           ("e.cpp", "int f() { return 1 }"),
                           ("e.c", "struct S; int f(struct S V) { return V.x; }"),
                           ("e.cpp", '#error "no"'),
                           ("e.cpp", "static_assert(false, \"\");")):
            self.write(name, code + "\n")
            self.database([name])
            self.assertIn("not fully analysed", self.expect(3).err, code)


class Commands(test_cli.CliTest):
    """Commands as builds write them."""

    def setUp(self):
        super().setUp()
        self.write("src/a.cpp", test_cli.COUNTER)

    def expect_read(self, *line, says=(), file="src/a.cpp"):
        self.database([{"directory": str(self.dir), "file": file,
                        "arguments": list(line)}])
        result = self.expect(1)
        self.assertEqual(len(result.findings()), 1, line)
        self.assertNotIn("error:", result.err, line)
        for word in says:
            self.assertEqual(result.err.count(word), 1, f"{line}\n{result.err}")
        return result

    def test_launchers(self):
        for launcher in ("ccache", "distcc", "icecc", "sccache", "gomacc", "env A=b",
                         "nice -n 5", "time", "/opt/x/wrapper.sh", "python3 wrap.py --",
                         "cmake -E env A=b --", "cmd /c", "zig", "unknown --jobs 4",
                         "ccache distcc"):
            compiler = "c++" if launcher == "zig" else "g++"
            self.expect_read(*launcher.split(), compiler, "-c", "src/a.cpp")
        self.expect_read("sh", "-c", "ccache g++ -DA='x y' -c src/a.cpp")

    def test_what_a_launcher_runs_has_the_target(self):
        self.write("src/a.cpp", test_cli.COUNTER
                   + "static_assert(__ARM_ARCH >= 8 && sizeof(long) == 8, \"\");\n")
        for launcher in ([], ["ccache"], ["env", "A=b"], ["wrap", "--"]):
            self.expect_read(*launcher, "/opt/cross/bin/aarch64-linux-gnu-g++-12",
                             "-std=gnu++17", "-mcpu=cortex-a72", "-o", "m.o", "-c",
                             "src/a.cpp")

    def test_extra_arguments_reach_the_compiler(self):
        self.write("src/a.cpp", "#ifdef ON\n" + test_cli.COUNTER + "#endif\n")
        self.database([{"directory": str(self.dir), "file": "src/a.cpp", "arguments":
                        ["python3", "wrap.py", "--", "g++", "-c", "src/a.cpp"]}])
        self.expect(0)
        self.expect(1, "--extra-arg=-DON")
        self.expect(1, "--extra-arg-before=-DON")

    def test_double_dash(self):
        self.expect_read("clang++", "-std=c++17", "-c", "-o", "m.o", "--", "src/a.cpp")
        self.expect_read("clang-cl", "/std:c++17", "/c", "/Fom.obj", "--", "src/a.cpp")
        self.expect(1, "--extra-arg=-DX", "--extra-arg-before=-DY")
        self.expect_read("ccache", "clang++", "-c", "--", "src/a.cpp")

    def test_flags_of_gcc_alone(self):
        self.expect_read("g++", "-mrecord-mcount", "-mnop-mcount", "-mfentry", "-pg",
                         "-c", "src/a.cpp",
                         says=["-mrecord-mcount", "-mnop-mcount"])
        for flag in ("-mindirect-branch=thunk-extern", "-march=x86-64-v9",
                     "-mtune=lujiazui", "-mabi=foo", "-fsanitize=bounds-strict",
                     "-std=gnu++29", "-fipa-pta"):
            self.expect_read("g++", flag, "-c", "src/a.cpp", says=[flag])

    def test_flags_of_other_targets(self):
        # LLVM 19's driver ignores them as a library, so that nothing is dropped.
        for flag in ("-maltivec", "-mno-thumb", "-mfloat-abi=hard", "-mcpu=power9",
                     "-mlongcall"):
            self.expect_read("g++", flag, "-c", "src/a.cpp",
                             says=[flag] if LLVM >= 22 else [])

    def test_a_note_for_all_units(self):
        self.write("src/b.cpp", test_cli.CLEAN)
        self.database([self.entry(name, ["-mrecord-mcount"], "g++")
                       for name in ("src/a.cpp", "src/b.cpp")])
        result = self.expect(1)
        self.assertEqual(result.err.count("-mrecord-mcount"), 1)
        self.assertIn("(and in 1 other unit)", result.err)
        self.assertIn("2 translation units", result.out)
        self.assertNotIn("incomplete", result.out)

    def test_a_relative_directory_with_response_files(self):
        self.write("build/sub/flags.rsp", "-I../inc -std=c++17 @sub/more.rsp")
        self.write("build/sub/more.rsp", "-DNAME=Counter")
        self.write("inc/name.h", "static int NAME;\n")
        self.write("src/a.cpp", '#include "name.h"\nint hit() { return ++Counter; }\n')
        self.write("build/compile_commands.json", test_cli.json.dumps(
            [{"directory": ".", "file": "../src/a.cpp",
              "command": "c++ @sub/flags.rsp -c ../src/a.cpp"}]))
        for folder, path in ((self.dir, "build"), (self.dir / "src", "../build"),
                             (self.dir / "build", ".")):
            result = self.expect(1, "-p", path, cwd=folder)
            self.assertEqual(len(result.findings()), 1, result.err)

    def test_cuda_is_named(self):
        self.write("m.h", "#pragma once\nextern int Loaded;\nvoid load(int V);\n")
        self.write("m.cpp", '#include "m.h"\nint Loaded = 0;\n')
        self.write("main.cpp", '#include "m.h"\nint main() { load(1); return Loaded; }\n')
        for name, line in (("k.cu", ["nvcc", "-std=c++17", "-x", "cu"]),
                           ("k.cu", ["ccache", "nvcc"]),
                           ("k.cpp", ["nvcc", "-x", "cu"]),
                           ("k.cpp", ["clang++", "-xcuda"]),
                           ("k.cpp", ["env", "A=b", "nvcc", "-xcu"])):
            self.write(name, '#include "m.h"\n__global__ void f() {}\n'
                             "void load(int V) { f<<<1, 1>>>(); Loaded = V; }\n")
            self.database(["main.cpp", "m.cpp",
                           {"directory": str(self.dir), "file": name,
                            "arguments": [*line, "-c", name, "-o", "k.o"]}])
            result = self.run_tool()
            self.assertNotEqual(result.code, 0)
            self.assertIn(f"{name}: ", result.err)
            self.assertIn("1 in CUDA", result.out)
            audit = self.run_tool("audit").out
            self.assertNotIn("constant", audit, line)


if __name__ == "__main__":
    if not os.access(test_cli.TOOL, os.X_OK):
        raise SystemExit("STATELESS_TIDY must name the built tool")
    test_cli.TOOL = os.path.abspath(test_cli.TOOL)
    unittest.main()
