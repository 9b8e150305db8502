#!/usr/bin/env python3
"""Where reports go: pipes, devices and FIFOs are written in place, files as a
whole or not at all, two reports never into one; and the exit code says so
when they cannot be written.
"""

import json
import os
import resource
import socket
import stat
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import tool  # noqa: E402

CODE = "int Counter;\nvoid hit() { ++Counter; }\n"
FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle",
           "rdjson", "html")


class OutputTest(unittest.TestCase):
    def setUp(self):
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        self.dir = os.path.realpath(self.scratch.name)
        self.scratch.write("a.cpp", CODE)
        # What /dev/stdout and /dev/fd are. A tool that replaces what it should
        # write to must not do so outside of the folder.
        os.mkdir(self.path("dev"))
        os.symlink("/proc/self/fd/1", self.path("dev/stdout"))
        os.symlink("/proc/self/fd", self.path("dev/fd"))

    def path(self, name):
        return os.path.join(self.dir, name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as f:
            return f.read()

    def check(self, *options, **more):
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        return subprocess.run(
            [tool.program("STATELESS_TIDY"), *options, "a.cpp", "--"],
            cwd=self.dir, timeout=120, stdin=subprocess.DEVNULL, **more)

    def shell(self, line):
        """LINE in bash, where $T is the tool."""
        return subprocess.run(
            ["bash", "-c", line], cwd=self.dir, timeout=120,
            capture_output=True, text=True, stdin=subprocess.DEVNULL,
            env={**os.environ, "T": tool.program("STATELESS_TIDY")})

    def entries(self):
        return sorted(os.listdir(self.dir))

    def fails(self, done, *words):
        """Exit code 2 and a message."""
        self.assertEqual(done.returncode, 2, done)
        text = done.stderr if isinstance(done.stderr, str) else \
            done.stderr.decode()
        self.assertIn("error: ", text)
        for word in words:
            self.assertIn(word, text)


class Targets(OutputTest):
    def test_stdout_by_name_is_a_pipe(self):
        for name in ("dev/stdout", "dev/fd/1", "/proc/self/fd/1"):
            done = self.check("--format=json", "-o", name)
            self.assertEqual(done.returncode, 1, done)
            self.assertEqual(len(json.loads(done.stdout)["findings"]), 1)
        self.assertTrue(os.path.islink(self.path("dev/stdout")))
        self.assertEqual(self.entries(), ["a.cpp", "dev"])

    def test_stdout_by_name_is_a_socket(self):
        ours, theirs = socket.socketpair()
        with ours, theirs:
            done = self.check("-o", "dev/stdout", "-q", stdout=theirs)
            self.assertEqual(done.returncode, 1, done)
            self.assertIn(b"Counter", ours.recv(65536))

    def test_stdout_by_name_is_appended_to_a_file(self):
        self.scratch.write("log", "before\n")
        done = self.shell("$T -q -o dev/stdout a.cpp -- >>log; echo $? >>log")
        self.assertEqual(done.stderr, "")
        self.assertRegex(self.read("log"), r"(?s)^before\n.*Counter.*\n1\n$")

    def test_process_substitution(self):
        done = self.shell("$T -o >(cat >copy) --format=json a.cpp --; C=$?; "
                          "wait $!; echo $C")
        self.assertEqual((done.stdout, done.stderr), ("1\n", ""))
        self.assertEqual(len(json.loads(self.read("copy"))["findings"]), 1)

    def test_a_fifo_with_a_reader(self):
        os.mkfifo(self.path("fifo"))
        with subprocess.Popen(["cat", "fifo"], cwd=self.dir,
                              stdout=subprocess.PIPE) as reader:
            # The reader waits in open() before the tool may look.
            writer = os.open(self.path("fifo"), os.O_WRONLY)
            done = self.check("-o", "fifo")
            os.close(writer)
            self.assertIn(b"Counter", reader.stdout.read())
        self.assertEqual(done.returncode, 1, done)
        self.assertTrue(stat.S_ISFIFO(os.lstat(self.path("fifo")).st_mode))
        self.assertEqual(self.entries(), ["a.cpp", "dev", "fifo"])

    def test_a_fifo_without_a_reader(self):
        os.mkfifo(self.path("fifo"))
        self.fails(self.check("-o", "fifo"), "nobody reads this FIFO")
        self.assertTrue(stat.S_ISFIFO(os.lstat(self.path("fifo")).st_mode))

    def test_a_source_that_is_a_fifo(self):
        """Reports read the files that #line names, but do not wait for one."""
        os.mkfifo(self.path("fifo"))
        self.scratch.write("a.cpp", f'{CODE}#line 1 "{self.path("fifo")}"\n'
                                    "#error here\n")
        for name in FORMATS:
            done = self.check(f"--format={name}")
            self.assertEqual(done.returncode, 1, (name, done))
            self.assertIn(b"fifo:1:2: here", done.stderr)


class TwoInOne(OutputTest):
    def refused(self, *targets):
        options = [f"--format={name}" + (f":{target}" if target else "")
                   for name, target in zip(("json", "sarif"), targets)]
        done = self.check(*options)
        self.fails(done, "json and sarif would both go to")
        self.assertEqual(done.stdout, b"")

    def test_by_any_name(self):
        self.scratch.write("old", "old")
        os.symlink("old", self.path("link"))
        os.symlink("new", self.path("dangling"))
        os.mkdir(self.path("d"))
        os.symlink("..", self.path("d/up"))
        os.link(self.path("old"), self.path("hard"))
        for pair in (("new", "new"), ("new", "./new"), ("new", "d/../new"),
                     ("new", self.path("new")), ("new", "d/up/new"),
                     ("new", "dangling"), ("old", "link"), ("old", "hard"),
                     ("link", "d/up/old"), ("", "dev/stdout"),
                     ("dev/stdout", "/proc/self/fd/1")):
            with self.subTest(pair=pair):
                self.refused(*pair)
        self.assertEqual(self.read("old"), "old")

    def test_stdout_is_that_file(self):
        done = self.shell("$T --format=text --format=json:out a.cpp -- >out")
        self.fails(done, "text and json would both go to")

    def test_different_ones(self):
        done = self.check("--format=json:/dev/null", "--format=sarif:/dev/null",
                          "--format=junit:a", "--format=html:b")
        self.assertEqual(done.returncode, 1, done)
        self.assertIn("<testsuites", self.read("a"))
        self.assertIn("<html", self.read("b"))


class FullDisk(OutputTest):
    """A device that is always full, and a limit on the size of files."""

    def test_a_full_device(self):
        for name in FORMATS:
            self.fails(self.check(f"--format={name}:/dev/full"), "/dev/full")
        for args in (["--help"], ["rules", "list"], ["rules", "schema"],
                     ["explain", "stateless-mutable-global"],
                     ["dump", "facts", "a.cpp", "--"],
                     ["audit", "a.cpp", "--"]):
            with open("/dev/full", "wb") as full:
                self.fails(subprocess.run(
                    [tool.program("STATELESS_TIDY"), *args], cwd=self.dir,
                    stdout=full, stderr=subprocess.PIPE, timeout=120,
                    stdin=subprocess.DEVNULL), "stdout")

    def small_files(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    def test_a_report_that_does_not_fit(self):
        self.scratch.write("old", "old")
        for name in FORMATS:
            for target in ("old", "new"):
                done = self.check(f"--format={name}:{target}",
                                  preexec_fn=self.small_files)
                self.fails(done, target, "File too large")
        self.assertEqual(self.read("old"), "old")
        self.assertEqual(self.entries(), ["a.cpp", "dev", "old"])

    def test_init_leaves_no_half_file(self):
        for limit, code in ((self.small_files, 2), (None, 0)):
            done = subprocess.run([tool.program("STATELESS_TIDY"), "init"],
                                  cwd=self.dir, preexec_fn=limit,
                                  capture_output=True, timeout=60)
            self.assertEqual(done.returncode, code, done)
        self.assertEqual(self.entries(), [".stateless-tidy.yaml", "a.cpp", "dev"])

    def test_messages_that_are_lost(self):
        with open("/dev/full", "wb") as full:
            done = self.check("--no-such-option", stderr=full)
            self.assertEqual(done.returncode, 2)
            self.scratch.write("a.cpp", CODE + "#include \"gone.h\"\n")
            done = self.check("--format=json", stderr=full)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(json.loads(done.stdout)["findings"]), 1)


class ClosedStreams(OutputTest):
    def test_stdout(self):
        for args in ("a.cpp --", "--help", "rules list", "dump facts a.cpp --"):
            self.fails(self.shell(f"$T {args} >&-"), "stdout")

    def test_a_report_in_a_file_needs_no_stdout(self):
        done = self.shell("$T --format=json -o out a.cpp -- >&- <&-")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertEqual(len(json.loads(self.read("out"))["findings"]), 1)

    def test_stderr(self):
        """Nothing that is opened later may take its number."""
        self.scratch.write("a.cpp", CODE + "#include \"gone.h\"\n")
        done = self.shell("$T --format=json -o out a.cpp -- 2>&-")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        report = json.loads(self.read("out"))
        self.assertEqual(len(report["problems"]), 1)


if __name__ == "__main__":
    unittest.main()
