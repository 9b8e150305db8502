#!/usr/bin/env python3
"""The layers of docs/architecture.md: who may include whose headers.

CMake shows each library the headers of those that it links, and leaves in
BUILD_DIR/layers what each declared. Three things are proved: nobody is shown
more than that, no library links what its layer must not know, and no source
reaches a header by the one way that the compiler leaves open, the folders that
lie below its own.
"""

import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["BUILD_DIR"])
SHOWN = BUILD / "include"
# What no library below may know, whatever it links.
UNKNOWN = {
    "stateless_io": {"stateless_models", "stateless_policy"},
    "stateless_models": {"stateless_policy", "stateless_io"},
    "stateless_facts": {"stateless_policy", "stateless_checks", "stateless_rules"},
    "stateless_policy": {"stateless_facts", "stateless_checks", "stateless_rules"},
    "stateless_analysis": {"stateless_policy", "stateless_checks", "stateless_rules"},
    "stateless_checks": {"stateless_rules", "stateless_extract", "stateless_io"},
    "stateless_extract": {"stateless_policy", "stateless_facts", "stateless_checks",
                          "stateless_rules"},
    "stateless_rules": {"stateless_facts", "stateless_checks", "stateless_extract"},
    "stateless_pipeline": {"stateless_report", "stateless_driver"},
    "stateless_report": {"stateless_facts", "stateless_checks", "stateless_extract"},
}
# Who sees Clang's headers.
CLANG_SEEN_BY = ("checks/extract/", "driver/plugin/")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


class Library:
    def __init__(self, path):
        said = dict(line.partition(" ")[::2] for line in path.read_text().splitlines())
        self.name = path.name
        self.folder = pathlib.Path(said["folder"]).resolve()
        prefix = said["prefix"] + "/" if said["prefix"] else ""
        self.files = {self.folder / name for name in said["headers"].split(";")}
        self.headers = {prefix + name for name in said["headers"].split(";")}
        self.links = {link for link in said["links"].split(";") if link}


LIBRARIES = {path.name: Library(path) for path in (BUILD / "layers").iterdir()}


def reached(name):
    """The library itself and what it links, however far."""
    todo, found = [name], set()
    while todo:
        each = todo.pop()
        if each in LIBRARIES and each not in found:
            found.add(each)
            todo += LIBRARIES[each].links
    return found


def commands():
    """By source of ours: its include folders, as options of the compiler."""
    result = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        source = pathlib.Path(entry["file"])
        if not source.is_relative_to(ROOT) or source.is_relative_to(BUILD):
            continue
        words = shlex.split(entry["command"])
        flags = [word for word in words if word.startswith("-I")]
        for option, value in zip(words, words[1:]):
            if option == "-isystem":
                flags += [option, value]
        result[source.relative_to(ROOT).as_posix()] = flags
    return result


COMMANDS = commands()


def libraries_shown(flags):
    return {pathlib.Path(flag[2:]).name for flag in flags
            if flag.startswith("-I" + str(SHOWN))}


def source_of(library):
    """A source of the library, not of its tests."""
    own = LIBRARIES[library]
    return next(name for name, flags in sorted(COMMANDS.items())
                if (ROOT / name).parent == own.folder
                and not name.endswith("Test.cpp")
                and libraries_shown(flags) == reached(library))


def compiler(flags, text, *more):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "probe.cpp"
        source.write_text(text)
        return subprocess.run(
            [os.environ["CLANGXX"], "-std=c++20", *flags, *more, str(source)],
            capture_output=True, text=True)


def foreign_includes(name, text, visible):
    """The headers of ours that a source names and is not to see."""
    own = (ROOT / name).parent
    shown = set().union(*(LIBRARIES[each].headers for each in visible))
    ours = set().union(*(each.headers for each in LIBRARIES.values()))
    wrong = []
    for header in INCLUDE.findall(text):
        below = (own / header).resolve()
        nested = "/" in header and below.is_file() and below.parent != own
        if header not in shown and (header in ours or nested):
            wrong.append(header)
    return wrong


class Layers(unittest.TestCase):
    def test_nobody_links_what_its_layer_must_not_know(self):
        for name, unknown in UNKNOWN.items():
            self.assertEqual(reached(name) & unknown, set(), name)

    def test_headers_are_shown_to_who_links_the_library(self):
        every = sorted(set().union(*(each.headers for each in LIBRARIES.values())))
        text = "".join(f'#if __has_include("{header}")\nyes "{header}"\n#endif\n'
                       for header in every)
        for name in LIBRARIES:
            run = compiler(COMMANDS[source_of(name)], text, "-E", "-P")
            self.assertEqual(run.returncode, 0, run.stderr)
            seen = set(re.findall(r'yes "(.*)"', run.stdout))
            expected = set().union(*(LIBRARIES[each].headers for each in reached(name)))
            self.assertEqual(seen, expected, name)

    def test_a_wrong_include_does_not_compile(self):
        flags = COMMANDS["rules/RuleSet.cpp"]
        right = compiler(flags, '#include "policy/Verdict.h"\n', "-fsyntax-only")
        self.assertEqual(right.returncode, 0, right.stderr)
        for header in ("facts/Program.h", "Check.h", "extract/Extract.h",
                       "analysis/Mutation.h", "clang/AST/Decl.h"):
            wrong = compiler(flags, f'#include "{header}"\n', "-fsyntax-only")
            self.assertNotEqual(wrong.returncode, 0, header)
            self.assertIn("file not found", wrong.stderr)

    def test_no_source_goes_through_a_folder_below_its_own(self):
        wrong = []
        for name, flags in COMMANDS.items():
            if name.startswith(("checks/", "rules/", "driver/")):
                text = (ROOT / name).read_text()
                visible = libraries_shown(flags)
                wrong += [(name, header)
                          for header in foreign_includes(name, text, visible)]
        for library in LIBRARIES.values():
            for file in sorted(library.files):
                name = file.relative_to(ROOT).as_posix()
                if re.search(r"Testing\.h$|TempFolder\.h$|SampleRun\.h$", name):
                    continue
                wrong += [(name, header) for header in foreign_includes(
                    name, file.read_text(), reached(library.name))]
        self.assertEqual(wrong, [])

    def test_the_search_for_such_ways_can_fail(self):
        text = '#include "Check.h"\n#include "extract/Extract.h"\n'
        visible = reached("stateless_checks")
        self.assertEqual(foreign_includes("checks/MutableGlobal.cpp", text, visible),
                         ["extract/Extract.h"])
        self.assertEqual(
            foreign_includes("driver/Plan.cpp", '#include "plugin/Analysis.h"\n',
                             reached("stateless_driver")), ["plugin/Analysis.h"])

    def test_clang(self):
        wrong = []
        for name, flags in COMMANDS.items():
            sees = any("clang-headers" in flag for flag in flags)
            if sees and not name.startswith(CLANG_SEEN_BY):
                wrong.append(name)
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
