#!/usr/bin/env python3
"""Shows by strace that workers are held, and by hostile units that it helps.

Real runs: nothing may be executed, opened for writing or connected, not even
tried (test_fixtures_scale.py does so with all fixtures). Units whose flags
make Clang write or run programs may try; nothing may be done. STATELESS_TIDY
names the tool. Which flags are dropped before Clang sees them is not tested
here: the cage must hold whatever comes.
"""
import json
import os
import re
import resource
import signal
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "harness"))
# pylint: disable=wrong-import-position
import programs
import tool
from traced import run_traced

CLEAN = "static const int Limit = 5;\nint limit() { return Limit; }\n"
# How a worker shuts itself in.
ENTERING = ("prctl", "seccomp", "landlock_restrict_self", "close_range")


class CageTest(unittest.TestCase):
    def setUp(self):
        self.tool = tool.program("STATELESS_TIDY")
        scratch = tool.Scratch()
        self.addCleanup(scratch.cleanup)
        self.scratch, self.dir = scratch, os.path.realpath(scratch.name)

    def database(self, entries):
        self.scratch.write("build/compile_commands.json", json.dumps(entries))

    def entry(self, name, *flags, compiler="clang++"):
        return {"directory": self.dir, "file": name,
                "arguments": [compiler, *flags, "-c", name]}

    def run_here(self, *arguments, **more):
        return tool.run([self.tool, *arguments], self.dir, **more)

    def held_by(self):
        line = re.search(r"processes that read code are held by (.*)",
                         self.run_here("--version").stdout)
        self.assertIsNotNone(line)
        return line[1]

    def assert_quiet(self, trace, outputs=()):
        self.assertIn(trace.code, (0, 1), trace.err.decode())
        self.assertGreater(len(trace.processes), 1, "no worker ran")
        self.assertEqual(trace.describe(trace.forbidden(outputs)), "")

    # What ordinary runs do.

    def test_a_whole_program(self):
        folder = os.path.join(tool.FIXTURES, "programs", "lifetime",
                              "shared-store")
        _, sources = programs.load(folder)
        self.database([programs.entry(s) for s in sources])
        for command in ("check", "audit"):
            with self.subTest(command):
                self.assert_quiet(run_traced(
                    [self.tool, command, "-p", "build", "-j2",
                     "--format=json", "-o", "report.json"],
                    cwd=self.dir), outputs=["report.json"])

    def test_a_single_file(self):
        self.source("a.cpp", "int Counter;\nvoid hit() { ++Counter; }\n")
        self.assert_quiet(run_traced([self.tool, *tool.VERDICTS, "a.cpp",
                                      "--"], cwd=self.dir))

    # How workers are held.

    def test_each_worker_shuts_itself_in_before_it_reads(self):
        held = self.held_by()
        wanted = (["seccomp("] * ("seccomp" in held) +
                  ["landlock_restrict_self("] * ("Landlock" in held))
        self.assertTrue(wanted, "nothing holds workers on this machine")
        self.database([self.entry(self.source(f"{i}.cpp")) for i in range(5)])
        trace = run_traced([self.tool, "-p", "build", "-j3"], cwd=self.dir,
                           also=ENTERING)
        self.assertEqual(trace.code, 0, trace.err.decode())
        self.assertEqual(len(trace.processes), 6)  # And the one that tries.
        for pid in trace.processes:
            lines = trace.lines[pid]
            entered = [i for i, line in enumerate(lines)
                       if line.startswith(tuple(wanted)) and
                       re.search(r"\)\s+= 0", line)]
            self.assertEqual(len(entered), len(wanted), "\n".join(lines))
            read = [i for i, line in enumerate(lines) if ".cpp" in line]
            self.assertTrue(all(max(entered) < i for i in read))
            self.assertTrue(any("PR_SET_NO_NEW_PRIVS" in line
                                for line in lines))

    def test_version_says_what_holds_a_worker(self):
        self.assertRegex(self.held_by(),
                         r"^(seccomp(, Landlock \(ABI \d+\))?|"
                         r"Landlock \(ABI \d+\)|nothing)$")
        trace = run_traced([self.tool, "--version"], cwd=self.dir)
        self.assertEqual(trace.code, 0)
        self.assertEqual(trace.describe(), "")

    # Units that want more.

    def source(self, name, text=CLEAN):
        self.scratch.write(name, text)
        return name

    def test_nothing_hostile_is_done(self):
        own = os.path.join(self.dir, "tools", "clang++")
        for program in ("clang++", "nvptx-arch", "amdgpu-arch", "offload-arch",
                        "ld", "as", "clang-offload-bundler"):
            path = self.scratch.write(f"tools/{program}",
                                      "#!/bin/sh\necho ran >> %s/ran\n" %
                                      self.dir)
            os.chmod(path, 0o755)
        self.scratch.write("module.modulemap",
                           'module M { header "m.h" export * }\n')
        self.scratch.write("m.h", "inline int m() { return 1; }\n")
        self.scratch.write("plugin.so", b"\x7fELF")
        hostile = [
            "--target=nvptx64-nvidia-cuda -march=native",
            "-fopenmp --offload-arch=native",
            "--target=amdgcn-amd-amdhsa -mcpu=native",
            "-Xclang -stats-file={w}",
            "-Xclang -diagnostic-log-file -Xclang {w}",
            "-Xclang -serialize-diagnostic-file -Xclang {w}",
            "-gen-cdb-fragment-path {w}", "-save-stats", "-save-temps",
            "-MD -MF {w}", "-MJ {w}", "-ftime-trace={w}", "-o {w}",
            "-Xclang -dependency-dot -Xclang {w}",
            "-fmodules -fmodules-cache-path={w} -I.",
            "-fplugin=./plugin.so", "-Xclang -load -Xclang ./plugin.so",
        ]
        self.database([
            self.entry(self.source(f"{i}.cpp", '#include "m.h"\n' + CLEAN),
                       *flags.format(w=f"w{i}").split(), compiler=own)
            for i, flags in enumerate(hostile)])
        before = sorted(os.listdir(self.dir))
        trace = run_traced([self.tool, "audit", "-p", "build"], cwd=self.dir)
        self.assertIn(trace.code, (0, 1, 3), trace.err.decode())
        self.assertEqual(trace.describe(trace.forbidden(attempts=False)), "")
        self.assertEqual(len(trace.processes), len(hostile) + 1)
        self.assertEqual(sorted(os.listdir(self.dir)), before)

    # Processes, descriptors, pipes.

    def test_many_workers_and_few_descriptors(self):
        self.database([self.entry(self.source(f"{i}.cpp",
                                              CLEAN.replace("limit", f"f{i}")))
                       for i in range(140)])
        for limit in (256, 64, 24):
            with self.subTest(limit):
                result = self.run_here(
                    "-p", "build", "-j", "200", preexec_fn=lambda n=limit:
                    resource.setrlimit(resource.RLIMIT_NOFILE, (n, n)))
                self.assertEqual(result.returncode, 0,
                                 result.stdout[:500] + result.stderr)

    def test_a_reader_that_goes_away_ends_the_tool_quietly(self):
        self.source("a.cpp", "int Counter;\nvoid hit() { ++Counter; }\n")
        for ignored in (signal.SIG_DFL, signal.SIG_IGN):
            for command in (["audit", "a.cpp", "--"], ["--help"],
                            ["rules", "schema"], ["--version"]):
                with self.subTest(command=command, ignored=ignored):
                    reading, writing = os.pipe()
                    os.close(reading)
                    done = subprocess.run(
                        [self.tool, *command], cwd=self.dir, stdout=writing,
                        stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                        restore_signals=False, check=False,
                        preexec_fn=lambda how=ignored:
                        signal.signal(signal.SIGPIPE, how))
                    os.close(writing)
                    self.assertEqual((done.returncode, done.stderr),
                                     (-signal.SIGPIPE, b""))

    @unittest.skipIf(os.environ.get("STATELESS_SANITIZE"),
                     "a sanitized command does not run under valgrind")
    def test_a_machine_without_any_is_told(self):
        # Valgrind's machine has neither seccomp nor Landlock. It cannot read
        # all debug information.
        tool.run([tool.program("STRIP", "strip"), "-o", "stripped", self.tool],
                 self.dir)
        under = [tool.program("VALGRIND", "valgrind"), "-q", "--tool=none",
                 os.path.join(self.dir, "stripped")]
        self.source("a.c", "int limit(void) { return 5; }\n")
        result = tool.run([*under, "--timeout=0", "--memory-limit=0", "a.c",
                           "--"], self.dir, limit=600)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr.count("neither seccomp nor Landlock"), 1,
                         result.stderr)
        result = tool.run([*under, "--version"], self.dir, limit=600)
        self.assertIn("held by nothing", result.stdout)


if __name__ == "__main__":
    unittest.main()
