#!/usr/bin/env python3
"""Tests the reading of strace: each act is seen, and reading is none.

A reader that overlooks an act would let every attack test pass, so each kind
is committed here by a program of our own.
"""
import os
import shutil
import sys
import tempfile
import unittest

from traced import run_traced

OPENING = "import os, signal, socket, subprocess, ctypes\n"
# (what to run, kind, system calls of which one must be seen, file names)
ACTS = [
    ("os.posix_spawn('/bin/true', ['true'], {})", "execute", "execve",
     ["/bin/true"]),
    ("open('w', 'w')", "write", "openat", ["w"]),
    ("open('old', 'a')", "write", "openat", ["old"]),
    ("open('old', 'r+')", "write", "openat", ["old"]),
    ("os.open('.', os.O_TMPFILE | os.O_RDWR)", "write", "openat", ["."]),
    ("os.open('sub/n\\nl \"q\" \\xfc,x', os.O_CREAT)", "write", "openat",
     ["sub/n\nl \"q\" \xfc,x"]),
    ("os.open('x', os.O_WRONLY, dir_fd=os.open('sub', 0))", "write", "openat",
     ["sub/x"]),
    ("os.mkdir('d')", "create", "mkdir mkdirat", ["d"]),
    ("os.symlink('to', 's')", "create", "symlink symlinkat", ["s"]),
    ("os.link('old', 'l')", "create", "link linkat", ["old", "l"]),
    ("os.mkfifo('f')", "create", "mknod mknodat", ["f"]),
    ("os.unlink('old')", "remove", "unlink unlinkat", ["old"]),
    ("os.rmdir('sub')", "remove", "rmdir", ["sub"]),
    ("os.rename('old', 'new')", "rename", "rename renameat", ["old", "new"]),
    ("os.chmod('old', 0o600)", "change", "chmod fchmodat", ["old"]),
    ("os.truncate('old', 0)", "change", "truncate", ["old"]),
    ("os.utime('old')", "change", "utimensat", ["old"]),
    ("socket.socket()", "network", "socket", []),
    ("socket.socketpair()", "network", "socketpair", []),
    ("os.setsid()", "process", "setsid", []),
    ("os.fork() or os.fork() or os._exit(0)", "process", "clone fork clone3",
     []),
    ("os.kill(os.getppid(), 0)", "signal", "kill", []),
    ("os.memfd_create('m')", "kernel", "memfd_create", []),
    ("ctypes.CDLL(None).ptrace(0, 0, 0, 0)", "kernel", "ptrace", []),
    # Refused by the kernel, and seen all the same.
    ("os.execv('/nowhere', ['x'])", "execute", "execve", ["/nowhere"]),
]
HARMLESS = [
    "import threading; threading.Thread(target=print).start()",
    "open('old').read()", "os.listdir('.')", "os.open('old', os.O_PATH)",
    "os.kill(os.getpid(), 0)", "os.fork() or os._exit(0)", "os.pipe()",
    "open('/dev/null', 'w')",
    "p = os.fork() or signal.pause()\nos.setpgid(p, p)\n"
    "os.killpg(p, 9)\nos.wait()",
]


class TracedTest(unittest.TestCase):
    def setUp(self):
        self.dir = os.path.realpath(tempfile.mkdtemp(prefix="stateless-traced-"))
        self.addCleanup(shutil.rmtree, self.dir)

    def trace(self, code):
        folder = tempfile.mkdtemp(dir=self.dir)
        os.mkdir(os.path.join(folder, "sub"))
        with open(os.path.join(folder, "old"), "w", encoding="ascii"):
            pass
        return folder, run_traced(
            [sys.executable, "-S", "-B", "-X", "utf8", "-c", OPENING + code],
            cwd=folder)

    def test_every_act_is_seen(self):
        for code, kind, calls, names in ACTS:
            with self.subTest(code):
                folder, trace = self.trace(code)
                seen = [a for a in trace.forbidden() if a.kind == kind
                        and a.call in calls.split()]
                self.assertTrue(seen, trace.describe(trace.acts))
                self.assertEqual([os.path.join(folder, os.path.normpath(n))
                                  if n != "." else folder for n in names],
                                 list(seen[0].paths))

    def test_reading_is_no_act(self):
        for code in HARMLESS:
            with self.subTest(code):
                _, trace = self.trace(code)
                self.assertEqual(trace.describe(), "")

    def test_outputs_are_allowed_by_name(self):
        _, trace = self.trace("open('a', 'w'); open('b', 'w')\n"
                              "open('.x', 'w'); os.rename('.x', 'a')\n"
                              "open('a.y', 'w')")
        left = trace.forbidden(outputs=["a"])
        self.assertEqual([os.path.basename(a.path) for a in left],
                         ["b", "a.y"])

    def test_a_child_writes_no_output(self):
        _, trace = self.trace("os.fork() or open('a', 'w'); os.wait()")
        self.assertEqual([a.is_main for a in trace.forbidden(outputs=["a"])],
                         [False])

    def test_a_refusal_is_told_apart(self):
        _, trace = self.trace("open('/proc/none', 'w')")
        self.assertEqual([a.error for a in trace.forbidden()], ["ENOENT"])
        self.assertEqual(trace.forbidden(attempts=False), [])


if __name__ == "__main__":
    unittest.main()
