#!/usr/bin/env python3
"""The tool on its own sources: no finding, and few exceptions.

Runs the built command over the database of the build that made it. It must
not know any finding: what is excused stands in .stateless-tidy.yaml.
"""

import json
import os
import pathlib
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_EXCEPTIONS = 3


class Dogfood(unittest.TestCase):
    def test_own_sources_are_clean(self):
        run = subprocess.run(
            [os.environ["STATELESS_TIDY"], "-p", os.environ["BUILD_DIR"],
             "--rules", str(ROOT / ".stateless-tidy.yaml"), "--format=json"],
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
