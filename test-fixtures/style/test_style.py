#!/usr/bin/env python3
"""clang-format on every source, and what else no compiler says.

It must not change a file: it says what to run.
"""

import collections
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("checks", "rules", "driver")
# Who may name a standard stream: each hands it to a PeopleStream, but for the
# bar on a terminal and what is said before the plugin's host ends.
WRITERS = ("driver/Delivery.cpp", "driver/Extraction.cpp", "driver/Workers.cpp",
           "driver/WorkerChild.cpp", "driver/io/WriteFile.cpp",
           "driver/Shell.cpp", "driver/plugin/VersionGuard.cpp")


def sources():
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".cpp", ".h"):
                yield path


class Style(unittest.TestCase):
    def test_formatted(self):
        run = subprocess.run(
            ["clang-format-22", "--dry-run", "--Werror", *map(str, sources())],
            capture_output=True, text=True)
        self.assertEqual(run.returncode, 0,
                         "run clang-format-22 -i on these:\n" + run.stderr)

    def test_text_goes_through_one_door(self):
        """Whoever writes to stdout or stderr goes through io/Printable."""
        wrong = []
        for path in sources():
            name = path.relative_to(ROOT).as_posix()
            if name in WRITERS or name.endswith("Test.cpp"):
                continue
            for line in path.read_text().splitlines():
                if re.search(r"\b(?:outs|errs)\(\)|std::c(?:out|err)\b|"
                             r"\bf?printf\(|\bf?puts\(", line):
                    wrong.append(f"{name}: {line}")
        self.assertEqual(wrong, [])

    def test_every_file_says_what_it_is_for(self):
        silent = [p.relative_to(ROOT).as_posix() for p in sources()
                  if not p.read_text().startswith("//===")]
        self.assertEqual(silent, [])

    def test_a_class_is_defined_once(self):
        """Two classes of one name in one namespace share the functions that
        the compiler makes for them, and no linker says so."""
        defined = collections.defaultdict(list)
        for path in sources():
            scope, hidden = "", False
            for line in path.read_text().splitlines():
                # A namespace without a name holds what its file keeps.
                if opened := re.match(r"namespace ([\w:]*) ?\{", line):
                    hidden = not opened[1]
                    scope = opened[1] or scope
                elif re.match(r"\} // namespace$", line):
                    hidden = False
                name = re.match(r"(?:struct|class|enum class|enum|union) "
                                r"(\w+)\b(?!::|<)[^;()]*\{", line)
                if name and not hidden:
                    defined[f"{scope}::{name[1]}"].append(
                        path.relative_to(ROOT).as_posix())
        self.assertIn("stateless::Program", defined)
        self.assertEqual({name: where for name, where in defined.items()
                          if len(where) > 1}, {})


if __name__ == "__main__":
    unittest.main()
