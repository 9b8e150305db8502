#!/usr/bin/env python3
"""The tool on its own sources: no finding, and few exceptions.

Runs the built command over the database of the build that made it, without
the units of tests: no program that is judged needs them, and to read them
took two fifths of the time. It must not know any finding: what is excused
stands in .stateless-tidy.yaml.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_EXCEPTIONS = 3
# The folder of the objects of a target that only tests need.
TESTS = re.compile(r"/(?:\w+_test|stateless_fuzz_[\w-]+|stateless_fact_seeds|"
                   r"stateless_run_corpus)\.dir/")


def own_units():
    """The entries of the build's database, but for those of tests."""
    database = pathlib.Path(os.environ["BUILD_DIR"], "compile_commands.json")
    return [entry for entry in json.loads(database.read_text())
            if not TESTS.search(entry["command"])]


class Dogfood(unittest.TestCase):
    def test_no_source_is_left_out(self):
        """What has a name of no test is in the database."""
        known = {entry["file"] for entry in own_units()}
        missing = [path for folder in ("checks", "rules", "driver")
                   for path in (ROOT / folder).rglob("*.cpp")
                   if not path.name.endswith("Test.cpp")
                   and str(path) not in known]
        self.assertEqual(missing, [])

    def test_own_sources_are_clean(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "compile_commands.json").write_text(
                json.dumps(own_units()))
            run = subprocess.run(
                [os.environ["STATELESS_TIDY"], "-p", folder, "--rules",
                 str(ROOT / ".stateless-tidy.yaml"), "--format=json"],
                cwd=ROOT, capture_output=True, text=True, timeout=1500)
        self.assertIn(run.returncode, (0, 1), run.stderr)
        report = json.loads(run.stdout)
        said = [f"{f['file']}:{f['line']}: {f['message']}"
                for f in report["findings"]]
        self.assertEqual(said, [])
        self.assertEqual(report["ruleDiagnostics"], [])
        self.assertEqual(run.returncode, 0, run.stderr)

    def test_exceptions_stay_few(self):
        rules = (ROOT / ".stateless-tidy.yaml").read_text()
        self.assertLessEqual(rules.count("- check:"), MOST_EXCEPTIONS)


if __name__ == "__main__":
    unittest.main()
