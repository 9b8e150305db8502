#!/usr/bin/env python3
"""The clang-tidy plugin and stateless-clang-tidy, as clang-tidy's users run
them. That they find what the command finds is proved by the fixtures; here
are options, suppression, run-clang-tidy, and hosts of another version.
"""

import json
import os
import re
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

import expectations  # noqa: E402
import tool  # noqa: E402

LLVM = os.environ.get("STATELESS_LLVM_VERSION", "22")
OURS = "--checks=-*,stateless-*"
COUNTER = "stateless-mutable-global"
WRITE = "stateless-local-file-write"
# A sure finding, a doubtful one, and one for each kind of NOLINT.
SOURCE = """#include <fstream>
#include <string>
static int Counter;
void hit(const std::string &Where) {
  ++Counter;
  std::ofstream Out(Where);
}
static int A; // NOLINT
static int B; // NOLINT(stateless-mutable-global)
static int C; // NOLINT(stateless-*)
// NOLINTNEXTLINE(stateless-mutable-global)
static int D;
// NOLINTBEGIN(stateless-mutable-global)
static int E;
// NOLINTEND(stateless-mutable-global)
static int F; // NOLINT(stateless-session-map)
void all() { ++A, ++B, ++C, ++D, ++E, ++F; }
"""


def findings(text):
    """{(line, check)} of clang-tidy's output."""
    return {(int(line), check) for line, check in re.findall(
        r":(\d+):\d+: warning: .*\[(stateless-[a-z-]+)", text)}


ALL = {(3, COUNTER), (6, WRITE), (16, COUNTER)}


class Host(unittest.TestCase):
    def setUp(self):
        self.scratch = tool.Scratch()
        self.addCleanup(self.scratch.cleanup)
        self.folder = self.scratch.name
        self.source = self.scratch.write("hits.cpp", SOURCE)
        self.plugin = os.environ.get("STATELESS_PLUGIN", "")
        self.assertTrue(os.path.isfile(self.plugin), "STATELESS_PLUGIN")

    def tidy(self, *arguments, host=None, source=True, code=0):
        """clang-tidy with the plugin; stdout, or all with another code."""
        command = [host or tool.program("CLANG_TIDY"), "--load", self.plugin,
                   OURS, *arguments]
        if source:
            command += [self.source, "--"]
        done = tool.run(command, self.folder)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout if code == 0 else done.stdout + done.stderr

    def with_options(self, options, **more):
        return self.tidy("--config=" + json.dumps({"CheckOptions": options}),
                         **more)


class Checks(Host):
    def test_they_are_listed(self):
        listed = self.tidy("--list-checks", source=False).split()
        self.assertLessEqual(expectations.known_checks(), set(listed))

    def test_findings_and_nolint(self):
        self.assertEqual(findings(self.tidy()), ALL)

    def test_evidence_and_advice(self):
        text = self.tidy()
        self.assertRegex(text, r"hits.cpp:5:3: note: written by 'hit'")
        self.assertIn("note: instead: ", text)

    def test_one_check_of_ours(self):
        self.assertEqual(findings(self.tidy(f"--checks=-*,{WRITE}")),
                         {(6, WRITE)})

    def test_warnings_as_errors(self):
        text = self.tidy("--warnings-as-errors=stateless-*", code=1)
        self.assertIn(f"[{COUNTER},-warnings-as-errors]", text)

    def test_fix_leaves_the_source_alone(self):
        self.tidy("--fix")
        self.assertEqual(expectations.read_text(self.source), SOURCE)

    def test_c(self):
        self.source = self.scratch.write(
            "hits.c", "int Hits;\nvoid hit(void) { ++Hits; }\n")
        self.assertEqual(findings(self.tidy()), {(1, COUNTER)})

    def test_two_units_in_one_run(self):
        other = self.scratch.write(
            "other.cpp", "static int Other;\nvoid o() { ++Other; }\n")
        text = self.tidy(other)
        self.assertIn("'Counter'", text)
        self.assertIn("'Other'", text)


class Options(Host):
    def test_min_confidence(self):
        option = f"{WRITE}.MinConfidence"
        self.assertEqual(findings(self.with_options({option: "likely"})),
                         ALL - {(6, WRITE)})
        self.assertEqual(findings(self.with_options({option: "possible"})), ALL)
        self.assertEqual(findings(self.with_options(
            {"MinConfidence": "proven"})), set())

    def test_a_wrong_confidence(self):
        text = self.with_options({"MinConfidence": "Likely"})
        self.assertIn("invalid configuration value 'Likely' for option "
                      "'MinConfidence'; did you mean 'likely'?", text)

    def test_rules_file(self):
        rules = self.scratch.write("elsewhere/rules.yaml", f"""
checks:
  {COUNTER}: off
  {WRITE}: {{instead: Ask the storage team}}
""")
        for option in ("RulesFile", f"{WRITE}.RulesFile"):
            with self.subTest(option=option):
                self.assertIn("instead: Ask the storage team",
                              self.with_options({option: rules}))
        self.assertEqual(findings(self.with_options({"RulesFile": rules})),
                         {(6, WRITE)})

    def test_rules_are_found_above_the_source(self):
        self.scratch.write(".stateless-tidy.yaml", f"checks: {{{WRITE}: off}}")
        self.assertEqual(findings(self.tidy()), ALL - {(6, WRITE)})

    def test_exceptions(self):
        self.scratch.write(".stateless-tidy.yaml", f"""
exceptions:
  - {{check: {COUNTER}, symbol: Counter, reason: "counts", owner: us}}
""")
        self.assertEqual(findings(self.tidy()), ALL - {(3, COUNTER)})

    def test_a_bad_rule_file(self):
        rules = self.scratch.write("bad.yaml", "writable-rots: [/tmp]\n")
        text = self.with_options({"RulesFile": rules}, code=1)
        self.assertIn(f"error: {rules}:1:1: unknown key 'writable-rots'", text)
        self.assertIn("did you mean 'writable-roots'", text)
        self.assertEqual(text.count("unknown key"), 1, "told more than once")

    def test_a_missing_rule_file(self):
        text = self.with_options({"RulesFile": "/no/rules.yaml"}, code=1)
        self.assertIn("error: /no/rules.yaml: cannot read: No such file", text)

    def test_dump_config(self):
        text = self.tidy("--dump-config", "--config=" + json.dumps(
            {"CheckOptions": {f"{WRITE}.MinConfidence": "likely",
                              f"{WRITE}.RulesFile": "some.yaml"}}))
        for line in (f"{WRITE}.MinConfidence: likely",
                     f"{WRITE}.RulesFile: some.yaml",
                     f"{COUNTER}.MinConfidence: possible",
                     f"{COUNTER}.RulesFile: ''"):
            self.assertIn(line, text)

    def test_verify_config(self):
        self.scratch.write(".clang-tidy", f"""
Checks: "-*,stateless-*"
CheckOptions:
  {COUNTER}.RulesFile: some.yaml
  {COUNTER}.MinConfidence: proven
""")
        self.assertIn("No config errors", self.tidy("--verify-config",
                                                    source=False))

    def test_verify_config_can_fail(self):
        self.scratch.write(".clang-tidy", f"""
Checks: "-*,stateless-*"
CheckOptions: {{{COUNTER}.RuleFile: some.yaml}}
""")
        self.assertIn(f"did you mean '{COUNTER}.RulesFile'",
                      self.tidy("--verify-config", source=False, code=1))


class RunClangTidy(Host):
    def test_a_database(self):
        other = self.scratch.write(
            "other.cpp", "static int Other;\nvoid o() { ++Other; }\n")
        self.scratch.write("build/compile_commands.json", json.dumps([
            {"directory": self.folder, "file": f,
             "arguments": ["c++", "-std=c++17", "-c", f]}
            for f in (self.source, other)]))
        done = tool.run([tool.program("RUN_CLANG_TIDY"),
                         f"-clang-tidy-binary={tool.program('CLANG_TIDY')}",
                         f"-load={self.plugin}", "-checks=-*,stateless-*",
                         "-p", "build", "-j", "2", "-quiet"], self.folder)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(findings(done.stdout), ALL | {(1, COUNTER)})


class Versions(Host):
    def test_a_host_of_another_version(self):
        """It would match nothing and succeed."""
        done = tool.run([tool.program("OTHER_CLANG_TIDY"), "--load",
                         self.plugin, OURS, self.source, "--"], self.folder)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertEqual(findings(done.stdout), set())
        other = "19" if LLVM == "22" else "22"
        said = done.stdout + done.stderr
        self.assertRegex(said, rf"built for clang-tidy {LLVM}\b")
        self.assertRegex(said, rf"version {other}\.")
        self.assertIn(f"clang-tidy-{LLVM}", said)


class Combined(Host):
    """stateless-clang-tidy: upstream's checks and ours, no plugin."""

    def combined(self, *arguments):
        done = tool.run([tool.program("STATELESS_CLANG_TIDY"), *arguments],
                        self.folder)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_it_lists_upstream_and_ours(self):
        mine = set(self.combined("--checks=*", "--list-checks").split())
        upstream = set(tool.run([tool.program("CLANG_TIDY"), "--checks=*",
                                 "--list-checks"]).stdout.split())
        self.assertGreater(len(upstream), 300)
        self.assertEqual(mine, upstream | expectations.known_checks())

    def test_the_same_findings(self):
        self.assertEqual(self.combined(OURS, self.source, "--"), self.tidy())

    def test_upstream_checks_find(self):
        check = "cppcoreguidelines-avoid-non-const-global-variables"
        text = self.combined(f"--checks=-*,{check},{COUNTER}", self.source,
                             "--")
        self.assertRegex(text, rf"hits.cpp:3:12: .*\[{check}\]")
        self.assertRegex(text, rf"hits.cpp:3:12: .*\[{COUNTER}\]")


if __name__ == "__main__":
    unittest.main()
