#!/usr/bin/env python3
"""Compile commands of a stranger: nothing is run, nothing is written.

Hundreds of command lines, made from the table of options of the Clang that the
tool is built with, in one database and one run: every option that takes a file
or a program, in each of its spellings, direct, through -Xclang and -Wp, in a
response file and in a config file; and by hand what is known to start programs.
"""
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

from clang_options import options
from traced import run_traced

TOOL = os.environ["STATELESS_TIDY"]
CLANG = os.environ["CLANG"]
# By their names or by what they say of their values.
NAMES_A_FILE = re.compile(
    r"file|path|dir\b|directory|output|plugin|log\b|program|tool|prefix|trace|"
    r"stats|report|dump|executable|cache|\.json|bitcode|load|remap|arch|"
    r"sysroot|config|serialize|save|record", re.I)
PROGRAMS = ["nvptx-arch", "amdgpu-arch", "offload-arch", "llvm-offload-binary",
            "clang-offload-bundler", "clang-offload-packager",
            "clang-linker-wrapper", "clang", "clang++", "gcc", "g++", "cc", "as",
            "ld", "ld.lld", "lld", "llc", "opt", "ptxas", "fatbinary", "nvcc",
            "hipcc", "hipconfig", "llvm-link", "llvm-ar", "llvm-spirv",
            "spirv-link", "dsymutil", "xcrun", "wasm-opt", "clang-sycl-linker",
            "x86_64-linux-gnu-g++", "aarch64-linux-gnu-g++"]
CONFIGS = ["clang++.cfg", "clang.cfg", "x86_64-unknown-linux-gnu.cfg",
           "x86_64-pc-linux-gnu.cfg", "x86_64-unknown-linux-gnu-clang++.cfg",
           "x86_64-pc-linux-gnu-clang++.cfg", "nvptx64-nvidia-cuda.cfg",
           "g++.cfg", "x86_64-linux-gnu-g++.cfg"]
BY_HAND = [
    ["--target=nvptx64-nvidia-cuda", "-march=native"],
    ["--target=nvptx64-nvidia-cuda", "-march=native",
     "--nvptx-arch-tool=%tools/nvptx-arch"],
    ["--target=amdgcn-amd-amdhsa", "-mcpu=native", "-nogpulib"],
    ["--target=amdgcn-amd-amdhsa", "-mcpu=native", "-nogpulib",
     "--amdgpu-arch-tool=%tools/amdgpu-arch"],
    ["-fopenmp", "--offload-arch=native", "-nogpulib"],
    ["-fopenmp", "-fopenmp-targets=nvptx64-nvidia-cuda", "-nogpulib"],
    ["-fopenmp", "-fopenmp-targets=amdgcn-amd-amdhsa", "-nogpulib"],
    ["-fopenmp", "--offload-arch=native", "-nogpulib",
     "--offload-arch-tool=%tools/offload-arch"],
    ["-x", "cuda", "--offload-arch=native", "-nocudainc", "-nocudalib"],
    ["-x", "hip", "--offload-arch=native", "-nogpuinc", "-nogpulib"],
    ["-Xarch_host", "-MJ%out/f"],
    ["-fno-integrated-as", "-B%tools"],
    ["-no-integrated-cpp", "-save-temps=cwd"],
    ["-fmodules", "-fcxx-modules", "-fmodules-cache-path=%out/cache",
     "-fimplicit-module-maps", "-include", "%mod/m.h"],
    ["-ftime-trace"], ["-save-stats"], ["-save-temps"], ["-fproc-stat-report"],
    ["-fstack-usage"], ["-ftest-coverage", "-fprofile-arcs", "--coverage"],
    ["-gsplit-dwarf"], ["-fcrash-diagnostics=all", "-gen-reproducer"],
    ["-rewrite-objc"], ["--precompile"], ["-E", "-o", "%out/f"],
    ["-S", "-emit-llvm", "-o", "%out/f"], ["-M", "-MF", "%out/f"],
    ["--analyze", "-o", "%out/f"], ["-cc1", "-emit-obj", "-o", "%out/f"],
    ["-###"], ["-v"], ["--driver-mode=cl", "/Fo%out/f", "/showIncludes"],
    ["-include", "%fifo"], ["-imacros", "/dev/zero"], ["--config=%fifo"],
    ["-include", "/dev/stdin"], ["-frandomize-layout-seed-file=%fifo"],
    ["-fprofile-instr-use=%fifo"], ["-Xclang", "-include-pch", "-Xclang", "%fifo"],
    ["-ivfsoverlay", "%fifo"], ["-fmodule-file=m=%fifo"],
    ["-x", "c++", "--", "-stats-file=f.cpp"],
]


def tool_of(name):
    return (f"#!/bin/sh\necho ran >> '{{tree}}/ran-{name}'\n"
            f"echo sm_90\necho gfx90a\n")


class Tree:
    """A project that wishes for everything."""

    def __init__(self, folder):
        self.folder = folder
        self.units = []
        for name in PROGRAMS:
            path = self.write(f"tools/{name}",
                              tool_of(name).format(tree=folder))
            os.chmod(path, 0o755)
        for name in CONFIGS:
            self.write(f"tools/{name}", f"-MJ {folder}/out/{name}.json\n")
        self.write("mod/module.modulemap", 'module m { header "m.h" export * }')
        self.write("mod/m.h", "int fromModule();\n")
        self.write("f.cpp", "int f;\n")
        os.makedirs(self.path("out"))
        os.mkfifo(self.path("fifo"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def add(self, words, way=""):
        """A unit of its own, whose command has the words, by that way."""
        number = len(self.units)
        source = f"u{number:04}.cpp"
        self.write(source, f"int counter{number};\n"
                           f"void add{number}() {{ ++counter{number}; }}\n")
        if way == "-Xclang":
            words = [w for word in words for w in ("-Xclang", word)]
        elif way == "-Wp":
            words = ["-Wp," + ",".join(words)]
        elif way == "@file":
            self.write(f"files/{number}.rsp", quoted(words))
            words = [f"@files/{number}.rsp"]
        elif way == "--config":
            self.write(f"files/{number}.cfg", quoted(words))
            words = ["--config", f"./files/{number}.cfg"]
        after = [] if words and "--" in words else ["-c", source]
        self.units.append({"directory": self.folder, "file": source,
                           "arguments": ["./tools/clang++", *words, *after]})

    def add_all(self):
        for words in BY_HAND:
            self.add([w.replace("%", self.folder + "/") for w in words])
        for number, option in enumerate(options(CLANG)):
            if option.kind == "Flag" or not NAMES_A_FILE.search(
                    option.name + option.described):
                continue
            ways = (["", "@file", "--config"] if option.driver else
                    ["-Xclang", "-Wp", "-Xclang"])
            for spelled in option.spelled(self.path(f"out/o{number}")):
                self.add(spelled, ways[len(self.units) % len(ways)])
        self.write("compile_commands.json", json.dumps(self.units))

    def state(self):
        """Every file with its content and mode, every folder."""
        found = {}
        for top, folders, files in os.walk(self.folder):
            for name in folders + files:
                path = os.path.join(top, name)
                mode = os.lstat(path).st_mode
                content = b""
                if stat.S_ISREG(mode):
                    with open(path, "rb") as file:
                        content = file.read()
                found[os.path.relpath(path, self.folder)] = mode, content
        return found


def quoted(words):
    return " ".join('"' + w.replace("\\", "\\\\").replace('"', '\\"') + '"'
                    for w in words) + "\n"


class CommandsTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory(prefix="stateless-attack-")
        cls.tree = Tree(os.path.realpath(cls.holder.name))
        cls.tree.add_all()
        cls.before = cls.tree.state()
        path = cls.tree.path("tools") + ":" + os.environ["PATH"]
        cls.trace = run_traced([TOOL, "-p", ".", "--format=json",
                                "--timeout=60"],
                               cwd=cls.tree.folder,
                               env={**os.environ, "PATH": path})

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def test_there_are_enough(self):
        self.assertGreater(len(self.tree.units), 300)
        words = {w for u in self.tree.units for w in u["arguments"]}
        self.assertTrue(any(w.startswith("-Wp,") for w in words))
        self.assertTrue({"-Xclang", "--config"} <= words)

    def test_the_tool_answers(self):
        self.assertIn(self.trace.code, (0, 1, 3), self.trace.err)
        self.assertIn("counter", self.trace.out.decode())

    def test_no_unit_crashes(self):
        report = json.loads(self.trace.out)
        said = [p for p in json.dumps(report.get("problems", [])).split("}")
                if "crashed" in p or "took longer" in p]
        self.assertEqual(said, [])

    def test_nothing_is_done(self):
        done = self.trace.forbidden()
        self.assertFalse(done, f"{len(done)} acts:\n" +
                         "\n".join(str(a)[:300] for a in done[:20]))

    def test_the_tree_is_as_it_was(self):
        after = self.tree.state()
        self.assertEqual(sorted(set(after) ^ set(self.before)), [])
        self.assertEqual([n for n in after if after[n] != self.before[n]], [])


class NoticesTest(unittest.TestCase):
    """The test above can fail: Clang itself does what it is told."""

    def test_clang_obeys(self):
        with tempfile.TemporaryDirectory() as folder:
            tree = Tree(os.path.realpath(folder))
            before = tree.state()
            target = BY_HAND[1]
            for words in (["-Xclang", "-stats-file=" + tree.path("out/stats")],
                          [w.replace("%", tree.folder + "/") for w in target]):
                subprocess.run([CLANG, *words, "-fsyntax-only", "f.cpp"],
                               cwd=tree.folder, check=False,
                               capture_output=True)
            new = set(tree.state()) - set(before)
            self.assertEqual(new, {"out/stats", "ran-nvptx-arch"})


if __name__ == "__main__":
    if not shutil.which("strace"):
        sys.exit("strace is missing")
    unittest.main(argv=sys.argv[:1], verbosity=2)
