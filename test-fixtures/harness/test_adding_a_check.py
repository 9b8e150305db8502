#!/usr/bin/env python3
"""docs/adding-a-check.md is true: its code builds and does what it says.

Takes the code blocks of the page, puts each where the page says, builds what
that changes with the commands of the build that is tested, and runs the
fixture, the examples and the unit tests of the page. It must not know what the
check of the page is about.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import unittest

import tool

ROOT = os.path.dirname(tool.FIXTURES)
PAGE = os.path.join(ROOT, "docs", "adding-a-check.md")
REGISTRY = "checks/AllChecks.def"
RULES = "rules/packs/default.yaml"
_PLACE = re.compile(r"`([\w.-]+/[\w./-]*)`")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def blocks(page):
    """{path: text} of the page's code: a block belongs to the first path that
    its section names."""
    found = {}
    for section in re.split(r"^## ", page, flags=re.M):
        place = _PLACE.search(section)
        for language, text in _BLOCK.findall(section):
            if language in ("cpp", "yaml"):
                if place[1] in found:
                    raise tool.ToolFailure(f"two blocks for {place[1]}")
                found[place[1]] = text
    return found


def merged(path, block, text):
    """TEXT of a file of ours with the BLOCK that the page puts into it."""
    if path == RULES:
        head, rest = block.split("\n", 1)
        if not re.search(rf"^{re.escape(head)}$", text, re.M):
            raise tool.ToolFailure(f"{path} has no line '{head}'")
        return re.sub(rf"^({re.escape(head)}\n)", lambda m: m[1] + rest, text,
                      count=1, flags=re.M)
    lines = text.splitlines(keepends=True)
    checks = [i for i, line in enumerate(lines)
              if not line.startswith(("//", "#"))]
    first, last = checks[0], checks[-1] + 1
    return "".join(
        lines[:first] +
        sorted(lines[first:last] + block.splitlines(keepends=True),
               key=lambda line: line.split('"')[1]) + lines[last:])


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


class Build:
    """The commands of the build that is tested, over files in FOLDER."""

    def __init__(self, folder):
        self.folder, self.build = folder, os.environ.get("BUILD_DIR", "")
        database = os.path.join(self.build, "compile_commands.json")
        if not os.path.isfile(database):
            raise tool.ToolFailure(f"BUILD_DIR: no database '{database}'")
        self.entries = json.loads(read(database))

    def object(self, name, like):
        """Compiles the file NAME as the build compiles the file LIKE."""
        [command] = [e["command"] for e in self.entries
                     if e["file"].endswith("/" + like)][:1]
        words = shlex.split(command)
        made = os.path.join(self.folder, name + ".o")
        words[words.index("-o") + 1] = made
        words[words.index("-c") + 1] = os.path.join(self.folder, name)
        self.run(words)
        return made

    def link(self, program, objects):
        """Links the build's PROGRAM again, with OBJECTS before its archives."""
        lines = self.run([tool.program("NINJA", "ninja"), "-t", "commands",
                          f"bin/{program}"]).stdout
        made = os.path.join(self.folder, program)
        line = lines.splitlines()[-1]
        target = f" -o bin/{program} "
        if target not in line:
            raise tool.ToolFailure(f"how to link {program}? {line[:200]}")
        self.run(["sh", "-c", line.replace(
            target, f" -o {made} {' '.join(objects)} ")])
        return made

    def run(self, command):
        done = subprocess.run(command, cwd=self.build, capture_output=True,
                              stdin=subprocess.DEVNULL, text=True, timeout=600)
        if done.returncode != 0:
            raise tool.ToolFailure(f"{shlex.join(command)}\n{done.stderr}")
        return done


class AddingACheck(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tool.Scratch()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = cls.scratch.name
        cls.blocks = blocks(read(PAGE))
        cls.check = next(re.search(r'"([\w-]+)"', text)[1]
                         for path, text in cls.blocks.items()
                         if path == REGISTRY)
        # The harness reads the registry beside it.
        for name in ("rules", "test-fixtures/harness", "test-fixtures/include"):
            shutil.copytree(os.path.join(ROOT, name),
                            os.path.join(cls.folder, name))
        for path, text in cls.blocks.items():
            if path.endswith("/"):
                path += "page.cpp"
            elif path in (REGISTRY, RULES):
                text = merged(path, text, read(os.path.join(ROOT, path)))
            cls.scratch.write(path, text)
        cls.built = cls.build()

    @classmethod
    def build(cls):
        """(the command, the unit tests), with the check of the page."""
        build = Build(cls.folder)
        cls.scratch.write("checks/Check.cpp",
                          read(os.path.join(ROOT, "checks", "Check.cpp")))
        packs = os.path.join(cls.folder, "Packs.cpp")
        build.run([tool.program("CMAKE", "cmake"),
                   f"-DFOLDER={cls.folder}/rules", f"-DOUTPUT={packs}", "-P",
                   os.path.join(ROOT, "rules", "EmbedPacks.cmake")])
        sources = [p for p in cls.blocks if p.endswith(".cpp")]
        tests = [p for p in sources if p.endswith("Test.cpp")]
        checks = [build.object(name, "checks/Check.cpp") for name in
                  ["checks/Check.cpp", *(p for p in sources if p not in tests)]]
        return (build.link("stateless-tidy", checks + [
                    build.object("Packs.cpp", "rules/Packs.cpp")]),
                build.link("stateless_checks_test", checks + [
                    build.object(p, "checks/CheckTest.cpp") for p in tests]))

    def test_every_place_has_its_code(self):
        self.assertIn(REGISTRY, self.blocks)
        self.assertIn(RULES, self.blocks)
        self.assertEqual(len([p for p in self.blocks if p.endswith("/")]), 1)
        self.assertEqual(len([p for p in self.blocks
                              if p.endswith(".cpp")]), 2)

    def test_fixture(self):
        [place] = [p for p in self.blocks if p.endswith("/")]
        fixtures = os.path.join(self.folder, "test-fixtures")
        path = os.path.join(self.folder, place, "page.cpp")

        def run():
            return tool.run(
                [tool.program("PYTHON", "python3"),
                 os.path.join(fixtures, "harness", "fixtures.py"), "--front",
                 "cli", path], env={**os.environ,
                                    "STATELESS_TIDY": self.built[0]})
        done = run()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        # It can fail: another name is another message.
        self.scratch.write(os.path.join(place, "page.cpp"),
                           read(path).replace("Bad; //", "Other; //"))
        self.assertNotEqual(run().returncode, 0)

    def test_examples(self):
        shown = tool.run([self.built[0], "rules", "list"])
        self.assertIn(self.check, shown.stdout)
        example = re.search(r"^ +bad: \|\n(.*?)^ +ok: \|\n(.*)", self.blocks[
            RULES], re.M | re.S)
        for code, wanted in ((example[1], {self.check}), (example[2], set())):
            path = self.scratch.write("example/a.cpp", code)
            done = tool.run([self.built[0], "--format=json", path, "--",
                             "-std=c++20"])
            found = {f["check"] for f in json.loads(done.stdout)["findings"]}
            self.assertEqual(found, wanted, done.stdout)

    def test_unit_tests(self):
        named = [f"{suite}.{name}" for path, text in self.blocks.items()
                 for suite, name in re.findall(r"^TEST\((\w+), (\w+)\)", text,
                                               re.M)]
        done = tool.run([self.built[1], f"--gtest_filter={':'.join(named)}"])
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertTrue(named)
        self.assertIn(f"[  PASSED  ] {len(named)} test", done.stdout)


if __name__ == "__main__":
    unittest.main()
