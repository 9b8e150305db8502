#!/usr/bin/env python3
"""The SARIF reports of real runs, judged by the public validator.

The validator (npm @microsoft/sarif-multitool-linux) is installed once into the
build folder. Its exit code is 0 even with errors, so its output is read; and it says
nothing of a report that it cannot read at all, so each one is validated again
with a known mistake behind it, which must be found. It must not know what any
check means.
"""

import json
import os
import re
import stat
import sys
import unittest
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import expectations  # noqa: E402
import tool  # noqa: E402

PACKAGE = "@microsoft/sarif-multitool-linux"
VERSION = "5.7.0"
EXAMPLE = os.path.join(tool.FIXTURES, "services", "example")
# A run with one error: an index without its array.
MISTAKE = {"tool": {"driver": {"name": "mistaken"}}, "results": [
    {"ruleId": "a", "ruleIndex": 99, "message": {"text": "Mistaken."}}]}
STATE = "static int Counter;\nvoid hit() { ++Counter; }\n"


def multitool():
    """The validator's program, installed if need be."""
    build = os.environ.get("BUILD_DIR", "")
    if not os.path.isdir(build):
        raise tool.ToolFailure(f"BUILD_DIR: no folder '{build}'")
    folder = os.path.join(build, "sarif-multitool")
    path = os.path.join(folder, "node_modules", *PACKAGE.split("/"),
                        "Sarif.Multitool")
    if not os.path.exists(path):
        os.makedirs(folder, exist_ok=True)
        done = tool.run([tool.program("npm", "npm"), "install", "--prefix",
                         folder, "--no-audit", "--no-fund",
                         f"{PACKAGE}@{VERSION}"], folder, limit=600)
        if not os.path.exists(path):
            raise tool.ToolFailure(f"npm did not install {PACKAGE}:\n"
                                   f"{done.stdout}{done.stderr}")
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
    return path


def setUpModule():
    """A validator that cannot be installed is told once, not by every test."""
    multitool()


class Sarif(unittest.TestCase):
    def setUp(self):
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        self.folder = self.scratch.name

    def validate(self, *paths):
        """What the validator calls an error; it must have come to its end."""
        done = tool.run([multitool(), "validate", *paths], self.folder,
                        env={**os.environ,
                             "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
        said = done.stdout + done.stderr
        self.assertIn("Analysis completed successfully.", said)
        return [line for line in said.splitlines() if ": error " in line]

    def errors(self, path):
        """The errors of a report, among them that it could not be read."""
        with open(path, encoding="utf-8") as f:
            log = json.load(f)
        log["runs"].append(MISTAKE)
        marked = self.scratch.write("marked.sarif", json.dumps(log))
        # Most of a run is the validator's start: one reads both.
        told = self.validate(path, marked)
        found = [e for e in told if os.path.basename(marked) not in e]
        if not any("SARIF1009" in e and f"runs[{len(log['runs']) - 1}]" in e
                   for e in told if e not in found):
            found.append("the validator could not read it")
        return found

    def report(self, *arguments, code, cwd=None):
        """A run's valid report."""
        path = os.path.join(self.folder, "report.sarif")
        done = tool.run_tool(["--format=sarif", "-o", path, *arguments],
                             cwd or self.folder)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertEqual(self.errors(path), [])
        with open(path, encoding="utf-8") as f:
            return json.load(f)["runs"][0]

    def uris(self, run):
        return {place["physicalLocation"]["artifactLocation"]["uri"]
                for result in run["results"] for place in result["locations"]}


class Validator(Sarif):
    def test_it_can_fail(self):
        """A report that is damaged on purpose is refused."""
        run = self.report(self.scratch.write("a.cpp", STATE), "--", code=1)
        damages = (lambda r: r["results"][0].pop("message"),
                   lambda r: r["results"][0].update(ruleIndex=99),
                   lambda r: r["results"][0].update(level="catastrophic"),
                   lambda r: r["results"][0].update(bogus="unknown key"))
        for number, damage in enumerate(damages):
            with self.subTest(damage=number):
                broken = json.loads(json.dumps(run))
                damage(broken)
                path = self.scratch.write("broken.sarif", json.dumps(
                    {"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                     "version": "2.1.0", "runs": [broken]}))
                self.assertNotEqual(self.errors(path), [])


class Reports(Sarif):
    def test_fixtures_of_every_check(self):
        """One folder of fixtures with all its findings in one report."""
        for folder in expectations.check_folders():
            check = os.path.basename(folder)
            with self.subTest(check=check):
                names = sorted(n for n in os.listdir(folder)
                               if n.endswith(".cpp"))[:8]
                run = self.report(*names, "--", "-std=c++20", "-I../include",
                                  code=1, cwd=folder)
                self.assertIn(check, {r["ruleId"] for r in run["results"]})

    def test_suppressed_findings_stay_with_their_reason(self):
        source = self.scratch.write(
            "code/a.cpp", STATE + "static int Other; // NOLINT(stateless-*)\n"
            "void o() { ++Other; }\n")
        self.scratch.write("code/.stateless-tidy.yaml", """exceptions:
  - check: stateless-mutable-global
    symbol: Counter
    reason: "It counts \\"things\\" <&> \\u00fcml\\u00e4uts"
    owner: platform
    expires: 2099-12-31
""")
        run = self.report(source, "--", code=0)
        self.assertEqual(len(run["results"]), 2)
        kinds = {s["kind"]: s.get("justification", "")
                 for r in run["results"] for s in r["suppressions"]}
        self.assertEqual(set(kinds), {"external", "inSource"})
        self.assertIn('It counts "things" <&> \u00fcml\u00e4uts',
                      kinds["external"])

    def test_the_example_service(self):
        """Evidence in several files, and a database."""
        database = [{"directory": EXAMPLE, "file": name, "arguments":
                     ["c++", "-std=c++17", "-c", name]}
                    for name in sorted(os.listdir(EXAMPLE))
                    if name.endswith(".cpp")]
        self.scratch.write("compile_commands.json", json.dumps(database))
        run = self.report("-p", self.folder, code=1, cwd=EXAMPLE)
        self.assertTrue(any("relatedLocations" in r for r in run["results"]))
        self.assertTrue(any(r.get("suppressions") for r in run["results"]))
        # From the root of the checkout, or, unpacked from an archive, from
        # the folder of the rules.
        self.assertEqual({os.path.basename(u) for u in self.uris(run)},
                         {"handlers.cpp", "session.cpp", "session.h"})

    def test_a_unit_that_does_not_parse(self):
        good = self.scratch.write("good.cpp", "int one() { return 1; }\n")
        bad = self.scratch.write("bad.cpp", "#include \"nowhere.h\"\n"
                                 "int f() { return g(); }\n")
        run = self.report(good, bad, "--", code=3)
        told = [n for i in run["invocations"]
                for n in i["toolExecutionNotifications"]]
        self.assertIn("nowhere.h", json.dumps(told))
        self.assertTrue(any(
            place["physicalLocation"]["artifactLocation"]["uri"] == "bad.cpp"
            for n in told for place in n["locations"]))

    def test_a_unit_that_does_not_exist(self):
        self.scratch.write("compile_commands.json", json.dumps(
            [{"directory": self.folder, "file": n, "arguments": ["c++", "-c", n]}
             for n in ("gone away.cpp", "here.cpp")]))
        self.scratch.write("here.cpp", STATE)
        run = self.report(code=1)
        self.assertIn("gone", json.dumps(run["invocations"]))

    def test_spaces_and_unicode_in_paths(self):
        name = "my service/\u00fcml\u00e4ut #1 50%/\u4f1a\u8bdd.cpp"
        source = self.scratch.write(name, STATE)
        run = self.report(source, "--", code=1)
        uris = self.uris(run)
        self.assertEqual(len(uris), 1)
        uri = uris.pop()
        self.assertRegex(uri, r"^[!-~]+$")
        self.assertNotRegex(uri, r"[ #]")
        self.assertTrue(name.endswith(urllib.parse.unquote(uri)), uri)

    def test_nothing_found(self):
        run = self.report(self.scratch.write("a.cpp", "int f();\n"), "--", code=0)
        self.assertEqual(run["results"], [])

    def test_c_crlf_and_unicode_code(self):
        source = self.scratch.write(
            "a.c", "/* \u4f1a */ int Z\u00e4hler;\r\n"
            "void hit(void) { ++Z\u00e4hler; }\r\n")
        run = self.report(source, "--", code=1)
        self.assertRegex(json.dumps(run["results"], ensure_ascii=False),
                         re.escape("Z\u00e4hler"))


if __name__ == "__main__":
    unittest.main()
