#!/usr/bin/env python3
"""The hook in .pre-commit-hooks.yaml, by the real pre-commit and `git commit`.

A scratch repository names a scratch copy of the hook's file as its source of
hooks, so nothing is fetched. It must not know what any check means.
"""

import json
import os
import re
import shutil
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import tool  # noqa: E402

CLEAN = """#include "limits.h"
int limit() { return Limit; }
"""
HEADER = "static const int Limit = 5;\n"


class PreCommit(unittest.TestCase):
    def setUp(self):
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        # Nobody's own configuration, hooks or caches.
        self.env = {k: v for k, v in os.environ.items()
                    if not k.startswith(("GIT_", "PRE_COMMIT"))}
        self.env.update(
            HOME=self.folder("home"), PRE_COMMIT_HOME=self.folder("cache"),
            XDG_CONFIG_HOME=self.folder("home"), GIT_CONFIG_NOSYSTEM="1",
            PATH=os.path.dirname(tool.program("STATELESS_TIDY")) + os.pathsep +
            os.environ["PATH"], LC_ALL="C.UTF-8")
        self.scratch.write("home/.gitconfig",
                           "[user]\nname = A\nemail = a@localhost\n")
        hooks = self.folder("hooks")
        shutil.copy(os.path.join(ROOT, ".pre-commit-hooks.yaml"), hooks)
        self.repository(hooks)
        rev = self.git("rev-parse", "HEAD", cwd=hooks).strip()

        # A service with a space in its path, and a database in build/.
        self.repo = self.folder("my service")
        self.write("src/limits.h", HEADER)
        self.write("src/limit.cpp", CLEAN)
        self.write("README", "text\n")
        self.write(".gitignore", "/build/\n")
        self.write(".pre-commit-config.yaml", f"""repos:
  - repo: {hooks}
    rev: {rev}
    hooks:
      - id: stateless-tidy
""")
        self.database("src/limit.cpp")
        self.repository(self.repo)
        self.run_checked(["pre-commit", "install"])

    def folder(self, name):
        path = os.path.join(self.scratch.name, name)
        os.makedirs(path, exist_ok=True)
        return path

    def write(self, name, text):
        path = os.path.join(self.repo, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)

    def database(self, *sources):
        self.write("build/compile_commands.json", json.dumps(
            [{"directory": self.repo, "file": s,
              "arguments": ["c++", "-std=c++17", "-c", s]} for s in sources]))

    def run_checked(self, command, cwd=None):
        done = tool.run(command, cwd or self.repo, env=self.env)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def git(self, *arguments, cwd=None):
        return self.run_checked(["git", *arguments], cwd)

    def repository(self, folder):
        self.git("init", "-q", "-b", "main", cwd=folder)
        self.git("add", "-A", cwd=folder)
        self.git("commit", "-q", "-m", "first", cwd=folder)

    def commits(self):
        return int(self.git("rev-list", "--count", "HEAD"))

    def commit(self, *names):
        """git commit with the hook: (accepted, what it said)."""
        self.git("add", *names)
        before = self.commits()
        done = tool.run(["git", "commit", "-m", "change"], self.repo,
                        env=self.env)
        self.assertEqual(self.commits() - before, int(done.returncode == 0))
        return done.returncode == 0, done.stdout + done.stderr

    def refused(self, *names):
        accepted, said = self.commit(*names)
        self.assertFalse(accepted, said)
        self.assertRegex(said, r"stateless-tidy\.+Failed")
        return said

    def accepted(self, *names):
        accepted, said = self.commit(*names)
        self.assertTrue(accepted, said)
        return said

    def test_a_new_mutable_global_is_refused(self):
        self.write("src/limit.cpp", CLEAN + "static int Hits;\n"
                   "void hit() { ++Hits; }\n")
        said = self.refused("src/limit.cpp")
        # Where, what, who writes it, and what to do.
        self.assertIn("src/limit.cpp:3:12: warning: mutable global 'Hits'",
                      said)
        self.assertRegex(said, r"\[stateless-mutable-global, [0-9a-f]{8}\]")
        self.assertIn("written by 'hit'", said)
        self.assertIn("instead: ", said)

    def test_a_clean_change_passes(self):
        self.write("src/limit.cpp", CLEAN + "int more() { return Limit + 1; }\n")
        self.assertRegex(self.accepted("src/limit.cpp"),
                         r"stateless-tidy\.+Passed")

    def test_only_what_is_staged_is_judged(self):
        self.write("src/limit.cpp", CLEAN + "// A remark.\n")
        self.git("add", "src/limit.cpp")
        self.write("src/limit.cpp", CLEAN + "int Hits;\nvoid h() { ++Hits; }\n")
        self.write("README", "more text\n")
        self.accepted("README")

    def test_a_header_is_analysed_through_a_unit(self):
        self.write("src/limits.h", HEADER + "inline int Hits;\n"
                   "inline void hit() { ++Hits; }\n")
        said = self.refused("src/limits.h")
        self.assertIn("src/limits.h:2:12: warning: mutable global 'Hits'", said)

    def test_a_clean_header_passes(self):
        self.write("src/limits.h", HEADER + "static const int Other = 6;\n")
        self.assertRegex(self.accepted("src/limits.h"),
                         r"stateless-tidy\.+Passed")

    def test_a_missing_database_gets_advice(self):
        shutil.rmtree(os.path.join(self.repo, "build"))
        self.write("src/limit.cpp", CLEAN + "// A remark.\n")
        said = self.refused("src/limit.cpp")
        self.assertRegex(said, r"- exit code: 2\n")
        self.assertIn("no compile_commands.json", said)
        self.assertIn("cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON", said)

    def test_a_source_that_is_not_in_the_database(self):
        self.write("src/new.cpp", "int zero() { return 0; }\n")
        said = self.refused("src/new.cpp")
        self.assertRegex(said, r"'src/new.cpp' is not in '.*create the database")

    def test_a_unit_that_does_not_parse(self):
        self.write("src/limit.cpp", CLEAN +
                   "int broken() { return nowhere; }\n")
        said = self.refused("src/limit.cpp")
        self.assertRegex(said, r"- exit code: 3\n")
        self.assertIn("src/limit.cpp:3", said)

    def test_other_files_do_not_start_it(self):
        self.write("README", "other text\n")
        self.assertRegex(self.accepted("README"),
                         r"stateless-tidy\.+\(no files to check\)Skipped")

    def test_one_process_gets_all_files(self):
        """So that the tool sees the whole change and prints one summary."""
        names = [f"src/s{i}.cpp" for i in range(30)]
        for i, name in enumerate(names):
            self.write(name, f"static int Hits{i};\nvoid h{i}() {{ ++Hits{i}; }}\n")
        self.database("src/limit.cpp", *names)
        said = self.refused(*names)
        self.assertEqual(len(re.findall(r"^30 findings", said, re.M)), 1, said)

    def test_arguments(self):
        """What docs/pre-commit.md shows: args are the tool's."""
        config = os.path.join(self.repo, ".pre-commit-config.yaml")
        with open(config, "a", encoding="utf-8") as f:
            f.write("        args: [-p, out/debug, --fail-on=error]\n")
        os.makedirs(os.path.join(self.repo, "out"))
        os.rename(os.path.join(self.repo, "build"),
                  os.path.join(self.repo, "out", "debug"))
        self.write("src/limit.cpp", CLEAN + "static int Hits;\n"
                   "void hit() { ++Hits; }\n")
        self.accepted("src/limit.cpp", ".pre-commit-config.yaml")


if __name__ == "__main__":
    unittest.main()
