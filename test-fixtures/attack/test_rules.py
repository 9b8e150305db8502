#!/usr/bin/env python3
"""Rule files and comments of a tree that one does not trust: a file that is no
rule file is never waited for and never quoted, and limits hold at their edge.
How the work grows is in test_rules_scale.py.
"""

import os
import resource
import signal
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import tool  # noqa: E402

RULES = ".stateless-tidy.yaml"
SECRET = "s3cr3t"
# What a rule file may be made to extend, and what it would quote.
FOREIGN = {
    "shadow": f"root:{SECRET}:19000:0:99999:7:::\ndaemon:*:19000:0:9:7:::\n",
    "one line": f"{SECRET}\n",
    "key and value": f"{SECRET}1: {SECRET}2\n",
    "duplicate keys": f"{SECRET}: 1\n{SECRET}: 2\n",
    "list": f"- {SECRET}\n",
    "syntax": f"{SECRET}: [x\n",
    "anchor": f"a: *{SECRET}\n",
    "quote": f"a: \"{SECRET}\n",
    "environment": f"TOKEN={SECRET}\n",
    "checks": f"checks: {{{SECRET}: {SECRET}}}\n",
    "severity": f"checks: {{stateless-*: {{severity: {SECRET}}}}}\n",
    "roots": f"writable-roots: [{SECRET}, '/{SECRET}*']\n",
    "exclude": f"exclude: ['{{{SECRET}']\n",
    "exception": f"exceptions: [{{{SECRET}: 1, expires: {SECRET}}}]\n",
    "models": f"models: {{pure: {SECRET}, {SECRET}: 1}}\n",
    "extends": f"extends: {SECRET}\n",
    "extends itself": f"extends: ./{SECRET}/../foreign\n",
    "bytes": f"{SECRET}\xff".encode("latin-1"),
}


class Attack(unittest.TestCase):
    def setUp(self):
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        self.folder = os.path.join(self.scratch.name, "project")
        os.mkdir(self.folder)

    def path(self, name=RULES):
        return os.path.join(self.folder, name)

    def write(self, text, name=RULES):
        return self.scratch.write(os.path.join("project", name), text)

    def run_tool(self, *arguments):
        return tool.run_tool(arguments, cwd=self.folder)

    def refused(self, *arguments):
        """The standard error of a run that ends with exit code 2."""
        result = self.run_tool(*arguments)
        self.assertEqual(result.returncode, 2, result.stdout + result.stderr)
        self.assertEqual(result.stdout, "")
        return result.stderr

    def check(self, text):
        return self.run_tool("rules", "check", self.write(text))


class NothingIsQuoted(Attack):
    COMMANDS = (["rules", "check", RULES], ["rules", "list"],
                ["dump", "rules"], ["check", "a.cpp", "--"],
                ["audit", "a.cpp", "--"])

    def secretive(self, says):
        self.write("int Count;\n", "a.cpp")
        for command in self.COMMANDS:
            error = self.refused(*command)
            self.assertNotIn(SECRET, error, command)
            self.assertIn(says, error)

    def test_a_file_outside_of_the_project(self):
        for kind, text in FOREIGN.items():
            with self.subTest(kind=kind):
                self.scratch.write("foreign", text)
                self.write("extends: ../foreign\n")
                self.secretive("lies outside of the folder of the rules")

    def test_through_a_link(self):
        outside = self.scratch.write("foreign", FOREIGN["key and value"])
        os.symlink(outside, self.path("link.yaml"))
        self.write("extends: link.yaml\n")
        self.secretive("lies outside")
        os.remove(self.path())
        os.symlink(outside, self.path())
        self.secretive("lies outside")

    def test_through_a_folder_that_is_a_link(self):
        self.scratch.write("elsewhere/x.yaml", FOREIGN["key and value"])
        os.symlink("../elsewhere", self.path("sub"))
        self.write("extends: sub/x.yaml\n")
        self.secretive("lies outside")

    def test_by_way_of_a_file_of_the_project(self):
        self.scratch.write("foreign", FOREIGN["key and value"])
        self.write("extends: ../../foreign\n", "sub/base.yaml")
        self.write("extends: sub/base.yaml\n")
        self.secretive("lies outside")

    def test_a_file_of_the_project_that_is_no_rule_file(self):
        # A checkout holds files of others, too: .git/config, .env, .npmrc.
        for kind in ("key and value", "one line", "environment", "list",
                     "syntax", "duplicate keys", "shadow", "bytes"):
            with self.subTest(kind=kind):
                self.write(FOREIGN[kind], "config")
                self.write("extends: config\n")
                self.secretive("does not look like a rule file")

    def test_rule_files_of_the_project_are_quoted(self):
        self.write("exclude: []\nchekcs: {}\nmodels: {pur: []}\n",
                   "sub/base.yaml")
        self.write("extends: sub/base.yaml\n")
        error = self.refused("rules", "check", RULES)
        self.assertIn("base.yaml:2:1: error: unknown key 'chekcs'", error)
        self.assertIn("did you mean 'checks'?", error)
        # Whoever can name a file may see it.
        self.scratch.write("org.yaml", "chekcs: {}\n")
        self.assertIn("'chekcs'", self.refused("rules", "check",
                                               "../org.yaml"))


class NothingIsWaitedFor(Attack):
    def odd_files(self):
        os.mkfifo(self.path("fifo"))
        os.mkdir(self.path("folder"))
        os.symlink("nowhere", self.path("dangling"))
        os.symlink("/dev/zero", self.path("endless"))
        with open(self.path("big"), "wb") as file:
            file.truncate((4 << 20) + 1)
        return {"fifo": "is a FIFO", "folder": "is a folder",
                "dangling": "is a symbolic link that leads nowhere",
                "endless": "is a device", "big": "is larger than 4 MB",
                "/dev/zero": "is a device", "/dev/stdin": "is a device"}

    def test_extends(self):
        for name, says in self.odd_files().items():
            with self.subTest(name=name):
                self.write(f"extends: {name}\n")
                error = self.refused("rules", "check", RULES)
                self.assertIn(f"{RULES}:1:10: error: ", error)
                self.assertIn(says, error)

    def test_named(self):
        for name, says in self.odd_files().items():
            for command in (["rules", "check", name],
                            ["--rules", name, "rules", "list"]):
                with self.subTest(command=command):
                    error = self.refused(*command)
                    self.assertIn(f"{name}: error: cannot read: {says}", error)

    def test_found(self):
        names = self.odd_files()
        self.write("int Count;\n", "sub/a.cpp")
        # The next ones above must not take its place.
        self.write("")
        for name, says in names.items():
            if name.startswith("/"):
                continue
            with self.subTest(name=name):
                os.rename(self.path(name), self.path("sub/" + RULES))
                for command in (["sub/a.cpp", "--"],
                                ["dump", "rules", "sub/a.cpp"]):
                    error = self.refused(*command)
                    self.assertIn(f"sub/{RULES}: error: cannot read: {says}",
                                  error)
                os.rename(self.path("sub/" + RULES), self.path("used-" + name))


class Limits(Attack):
    """One below is accepted, one above is refused with a reason."""

    def holds(self, make, most, says):
        result = self.check(make(most))
        self.assertEqual(result.returncode, 0, result.stderr)
        result = self.check(make(most + 1))
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn(says, result.stderr)

    def test_lengths_and_numbers(self):
        def exceptions(text):
            return ("exceptions:\n"
                    f"- {{check: stateless-*, reason: r, {text}}}\n")
        for make, most, says in (
                (lambda n: exceptions(f"symbol: {'x' * n}"), 4096,
                 "'symbol' is longer than 4096 bytes"),
                (lambda n: exceptions("path: '" + "{" * n + "}" * n + "'"), 16,
                 "braces deeper than 16"),
                (lambda n: "exclude: ['{" + "," * (n - 1) + "}']\n", 256,
                 "more than 256 alternatives"),
                (lambda n: "exclude: [" + "x," * n + "]\n", 2000,
                 "more than 2000 patterns of 'exclude'"),
                (lambda n: "exclude: [" + ("'{" + "," * 249 + "}', ") * 8 +
                 "x, " * (n - 2000) + "]\n", 2000,
                 "more than 2000 patterns of 'exclude'"),
                (lambda n: "exceptions:\n" +
                 "- {check: stateless-*, reason: r}\n" * n, 10000,
                 "more than 10000 exceptions"),
                (lambda n: "models: {pure: [" + "x," * n + "]}\n", 20000,
                 "more than 20000 names in 'models'"),
                (lambda n: "models: {state-kinds: {x: {names: [" + "x," * n +
                 "]}}}\n", 20000, "more than 20000 names in 'models'")):
            with self.subTest(says=says):
                self.holds(make, most, says)

    def test_the_numbers_hold_for_all_files_together(self):
        record = "- {check: stateless-*, reason: r}\n"
        self.write("exceptions:\n" + record * 6000, "base.yaml")
        self.holds(lambda n: "extends: base.yaml\nexceptions:\n" +
                   record * (n - 6000), 10000, "more than 10000 exceptions")

    def chain(self, count):
        for i in range(1, count):
            self.write(f"extends: {i + 1}.yaml\n" if i + 1 < count else "",
                       f"{i}.yaml")
        return "extends: 1.yaml\n"

    def test_files_that_extend_each_other(self):
        self.holds(self.chain, 16, "'extends' goes through more than 16 files")

    def test_mistakes(self):
        result = self.check("".join(f"k{i}: 1\n" for i in range(101)))
        lines = result.stderr.splitlines()
        self.assertEqual(len(lines), 101)
        self.assertIn("101 mistakes, of which 100 are told", lines[0])

    def test_null_characters(self):
        self.scratch.write("project/x", "")
        result = self.check('extends: "x\\0y"\n')
        self.assertEqual(result.returncode, 2)
        self.assertIn("must not hold a null character", result.stderr)


class Init(Attack):
    def init(self, most_bytes):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes,) * 2)
        return subprocess.run([tool.program("STATELESS_TIDY"), "init"],
                              cwd=self.folder, preexec_fn=limit, text=True,
                              capture_output=True, timeout=tool.TIME_LIMIT)

    def test_a_full_disk_leaves_nothing(self):
        for room in (0, 100):
            result = self.init(room)
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn("cannot write", result.stderr)
            self.assertEqual(os.listdir(self.folder), [])
        self.assertEqual(self.init(1 << 20).returncode, 0)
        self.assertEqual(os.listdir(self.folder), [RULES])

    def test_nothing_is_overwritten(self):
        os.symlink("nowhere", self.path())
        self.assertIn("exists already", self.refused("init"))
        self.assertEqual(os.readlink(self.path()), "nowhere")


if __name__ == "__main__":
    unittest.main()
