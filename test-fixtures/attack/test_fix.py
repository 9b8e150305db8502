#!/usr/bin/env python3
"""--fix that is killed, or that the system fails, at each of its steps.

strace kills the tool, or fails it, at every system call of the phase in which
it writes, one run for each. Whatever happens, the next run must find a way to
a tree that is wholly as it was or wholly fixed, with nothing left over. It
must not know in which order the tool does what.
"""

import collections
import fcntl
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

TOOL = os.environ.get("STATELESS_TIDY", "")
CLANGXX = os.environ.get("CLANGXX", "")
JOURNAL = ".stateless-tidy-fix.journal"
OLD = {
    "config.h": "extern int Limit;\n",
    "config.cpp": '#include "config.h"\nint Limit = 3;\n',
    "main.cpp": '#include "config.h"\nint main() { return Limit; }\n',
}
NEW = {
    **OLD,
    "config.h": "extern const int Limit;\n",
    "config.cpp": '#include "config.h"\nconst int Limit = 3;\n',
}
# What changes files. Between two of these a tree is the same, so that to be
# killed at the second stands for all that the tool asks meanwhile.
STEPS = ("openat", "open", "write", "pwrite64", "fsync", "fdatasync", "fchown",
         "fchmod", "chmod", "ftruncate", "link", "linkat", "rename",
         "renameat", "renameat2", "unlink", "unlinkat")


def steps_in(log, begins):
    """(name, n): from the line that BEGINS on, every system call of STEPS is
    the n-th of its name. What is said on stdout and stderr is none."""
    counts, writing, steps = collections.Counter(), False, []
    for line in log.read_text(errors="replace").splitlines():
        if not (match := re.match(r"(\w+)\((\d*)", line)):
            continue
        counts[match[1]] += 1
        writing |= begins(line)
        if writing and match[1] in STEPS and \
                match.groups() not in (("write", "1"), ("write", "2")):
            steps.append((match[1], counts[match[1]]))
    return steps


class Attack(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.dir = pathlib.Path(
            tempfile.mkdtemp(prefix="stateless-fix-")).resolve()
        self.addCleanup(shutil.rmtree, self.dir)
        self.log = self.dir.with_name(self.dir.name + ".strace")
        self.addCleanup(lambda: self.log.unlink(missing_ok=True))
        (self.dir / "build").mkdir()
        (self.dir / "build/compile_commands.json").write_text(json.dumps(
            [{"directory": str(self.dir), "file": name,
              "arguments": [CLANGXX, "-std=c++17", "-c", name]}
             for name in ("config.cpp", "main.cpp")]))
        self.reset()

    def reset(self):
        for path in self.dir.iterdir():
            if path.is_file():
                path.unlink()
        for name, text in OLD.items():
            (self.dir / name).write_text(text)

    def tree(self):
        return {p.name: p.read_text() for p in self.dir.iterdir()
                if p.is_file()}

    def run_tool(self, *args, strace=()):
        prefix = ["strace", "-qq", "-o", self.log, *strace] if strace else []
        return subprocess.run(
            [*map(str, prefix), TOOL, "-p", "build", *args], cwd=self.dir,
            text=True, capture_output=True, timeout=300,
            stdin=subprocess.DEVNULL,
            # A sanitizer looks for leaks as a tracer does; there is one.
            env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})

    def recover(self):
        """A run that finds nothing to fix: it only ends what it finds."""
        return self.run_tool("--fix", "--checks=-*,stateless-local-file-write")

    def steps(self):
        """Of the phase in which --fix writes."""
        done = self.run_tool("--fix", strace=("-e", "trace=all"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.tree(), NEW)
        steps = steps_in(self.log, lambda line:
                         JOURNAL in line and "O_CREAT" in line)
        self.assertGreater(len(steps), 20, "the phase was not found")
        for name in ("write", "fsync", "unlink"):
            self.assertIn(name, dict(steps))
        self.reset()
        return steps

    def test_both_states_compile(self):
        for state in (OLD, NEW):
            for name, text in state.items():
                (self.dir / name).write_text(text)
            for name in ("config.cpp", "main.cpp"):
                subprocess.run([CLANGXX, "-fsyntax-only", name], check=True,
                               cwd=self.dir)

    def test_killed_at_every_step(self):
        seen, said = collections.Counter(), set()
        for name, n in self.steps():
            with self.subTest(step=name, n=n):
                self.reset()
                killed = self.run_tool("--fix", strace=(
                    "-e", f"inject={name}:signal=KILL:when={n}"))
                self.assertNotIn(killed.returncode, (0, 1, 2, 3))
                left = self.tree()
                if name not in said:
                    self.check_that_it_is_only_said(left)
                said.add(name)
                done = self.recover()
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn(self.tree(), (OLD, NEW))
                seen["new" if self.tree() == NEW else "old"] += 1
                seen["half"] += left.get("config.h") != OLD["config.h"] and \
                    left.get("config.cpp") == OLD["config.cpp"]
                seen["half"] += left.get("config.h") == OLD["config.h"] and \
                    left.get("config.cpp") != OLD["config.cpp"]
        # The attack was one: each of these states has been there.
        self.assertGreater(seen["old"], 5)
        self.assertGreater(seen["new"], 5)
        self.assertGreater(seen["half"], 0)

    def check_that_it_is_only_said(self, left):
        """A run that does not fix leaves what is LEFT, and says so."""
        plain = self.run_tool()
        self.assertEqual(self.tree(), left)
        self.assertEqual(JOURNAL in left,
                         "an interrupted run of --fix" in plain.stderr)

    def test_killed_while_it_recovers(self):
        """Killed with one file renamed; then at every step of the next run."""
        def half():
            self.reset()
            self.run_tool("--fix", strace=(
                "-e", "inject=rename:signal=KILL:when=2"))
            self.assertIn(JOURNAL, self.tree())
            self.assertNotIn(self.tree()["config.h"] == NEW["config.h"],
                             (self.tree()["config.cpp"] == NEW["config.cpp"],))
        half()
        args = ("--fix", "--checks=-*,stateless-local-file-write")
        self.run_tool(*args, strace=("-e", "trace=all"))
        self.assertEqual(self.tree(), NEW)
        last = None
        for name, n in steps_in(self.log, lambda line: JOURNAL in line):
            # What the analysis opens later is no step of the recovery.
            if last == "unlink" and JOURNAL not in left:
                break
            with self.subTest(step=name, n=n):
                half()
                self.run_tool(*args, strace=(
                    "-e", f"inject={name}:signal=KILL:when={n}"))
                last, left = name, self.tree()
                self.assertEqual(self.recover().returncode, 0)
                self.assertEqual(self.tree(), NEW)

    def test_failed_at_every_step(self):
        errors = {"openat": "EACCES", "write": "ENOSPC", "fsync": "EIO",
                  "fchown": "EPERM", "fchmod": "EPERM", "rename": "EACCES",
                  "unlink": "EACCES"}
        seen = collections.Counter()
        for name, n in self.steps():
            if name not in errors:
                continue
            with self.subTest(step=name, n=n):
                self.reset()
                done = self.run_tool("--fix", strace=(
                    "-e", f"inject={name}:error={errors[name]}:when={n}"))
                tree = self.tree()
                if done.returncode == 2 and JOURNAL not in tree:
                    self.assertEqual(tree, OLD)
                    self.assertIn("nothing is fixed: ", done.stderr)
                    self.assertIn("0 fixes in 0 files", done.stderr)
                    seen["old"] += 1
                elif done.returncode == 2:
                    # What could not be removed is named; all is written.
                    self.assertEqual(name, "unlink")
                    self.assertEqual(self.recover().returncode, 0)
                    self.assertEqual(self.tree(), NEW)
                else:
                    # Failed where it does no harm.
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertEqual(tree, NEW)
                    seen["new"] += 1
        self.assertGreater(seen["old"], 10)

    def test_what_cannot_be_undone_is_said(self):
        done = self.run_tool("--fix", strace=(
            "-e", "inject=rename:error=EACCES:when=2+"))
        self.assertEqual(done.returncode, 2)
        self.assertIn("the next run of --fix will try again", done.stderr)
        self.assertIn(JOURNAL, self.tree())
        self.assertEqual(self.recover().returncode, 0)
        self.assertIn(self.tree(), (OLD, NEW))

    def test_two_runs_at_once(self):
        folder = os.open(self.dir, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        fcntl.flock(folder, fcntl.LOCK_EX)
        done = self.run_tool("--fix")
        self.assertEqual(done.returncode, 2)
        self.assertIn("another run of --fix is at work", done.stderr)
        self.assertEqual(self.tree(), OLD)

    def test_a_journal_that_leads_out(self):
        with tempfile.TemporaryDirectory() as other:
            victim = pathlib.Path(other) / "victim.cpp"
            victim.write_text("int A;\n")
            (pathlib.Path(other) / "victim.cpp.0123abcd.old").write_text("x")
            for path in (victim, f"../{pathlib.Path(other).name}/victim.cpp"):
                (self.dir / JOURNAL).write_text(
                    f"stateless-tidy-fix 1 0123abcd\nfile 1 2 {path}\n"
                    "files 1\ncommitted\ndone\n")
                done = self.run_tool("--fix")
                self.assertEqual(done.returncode, 2)
                self.assertIn(JOURNAL, done.stderr)
                self.assertEqual(len(os.listdir(other)), 2)
                self.assertEqual({k: v for k, v in self.tree().items()
                                  if k != JOURNAL}, OLD)

    def test_a_file_with_two_names(self):
        """A folder that is mounted twice, where mounting is allowed."""
        (self.dir / "again").mkdir()
        mounted = subprocess.run(
            ["mount", "--bind", self.dir, self.dir / "again"],
            capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("mounting is not allowed here")
        try:
            (self.dir / "build/compile_commands.json").write_text(json.dumps(
                [{"directory": str(self.dir), "file": name,
                  "arguments": [CLANGXX, "-c", name]}
                 for name in ("config.cpp", "main.cpp", "again/config.cpp")]))
            done = self.run_tool("--fix")
            self.assertEqual(self.tree(), OLD)
            self.assertIn("0 fixes in 0 files", done.stderr)
        finally:
            subprocess.run(["umount", self.dir / "again"], check=True)


if __name__ == "__main__":
    unittest.main()
