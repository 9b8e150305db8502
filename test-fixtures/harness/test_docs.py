#!/usr/bin/env python3
"""The documentation is true: examples behave as told, pages are current,
every check has all that a check needs. It must not know any check by name,
apart from the number of cases that it must have.
"""

import os
import re
import unittest

import expectations
import make_docs
import tool

LEAST_CASES = {"stateless-mutable-global": 40, "stateless-local-file-write": 40}
LEAST = 25
# Neither side may be an afterthought: the smaller one's share of all cases.
LEAST_SHARE = 0.25


def judge(code):
    with tool.Scratch() as scratch:
        return tool.run_cli(scratch.write("example.cpp", code), ["-std=c++20"])


def count_cases(folder):
    """(cases that must be found, cases that must not) of a check's folder."""
    check = os.path.basename(folder)
    bad, ok = 0, set()
    for path in expectations.sources(folder):
        fixture = expectations.load(path)
        bad += sum(e.check == check for e in fixture.of("finding"))
        bad += sum(e.check == check for e in fixture.of("missing"))
        for file in fixture.files:
            text = expectations.read_text(file)
            ok |= {(file, n) for n in re.findall(r"\b\w+Ok\b", text)}
        ok |= {(e.file, e.line) for kind in ("benign", "suppressed")
               for e in fixture.of(kind) if e.check == check
               and "Ok" not in _line(e)}
    return bad, len(ok)


def _line(expectation):
    lines = expectations.read_text(expectation.file).splitlines()
    return lines[expectation.line - 1]


class Examples(unittest.TestCase):
    def test_bad_and_ok(self):
        checks = make_docs.check_rules()
        self.assertTrue(checks, "the rules name no check")
        for check in checks:
            with self.subTest(check=check["id"], example="bad"):
                report = judge(check["bad"])
                self.assertEqual(report.problems, [])
                self.assertEqual({v.check for v in report.findings},
                                 {check["id"]},
                                 [v.describe() for v in report.findings])
            with self.subTest(check=check["id"], example="ok"):
                report = judge(check["ok"])
                self.assertEqual(report.problems, [])
                self.assertEqual([v.describe() for v in report.findings], [])


class Pages(unittest.TestCase):
    def test_current(self):
        self.assertEqual(make_docs.stale(make_docs.DOCS, make_docs.pages()),
                         [], "run test-fixtures/harness/make_docs.py")

    def test_deterministic(self):
        self.assertEqual(make_docs.pages(), make_docs.pages())

    def test_reader(self):
        self.assertEqual(make_docs.read_explanation(
            "stateless-x (warning by default)\nwhat it is\n\nWhy:\n  one\n\n"
            "  two\n\nInstead:\n  do\n\nA finding:\n  int f() {\n    g();\n"
            "  }\n\nIn order:\n  int X;\n"),
            {"id": "stateless-x", "severity": "warning",
             "summary": "what it is", "why": "one\n\ntwo", "instead": "do",
             "bad": "int f() {\n  g();\n}", "ok": "int X;"})

    def test_a_changed_page_is_noticed(self):
        with tool.Scratch() as scratch:
            scratch.write("a.md", "old")
            scratch.write("gone.md", "x")
            faults = make_docs.stale(scratch.name, {"a.md": "new", "b.md": ""})
        self.assertEqual(faults, ["gone.md: no such check",
                                  "a.md is not what the rules say",
                                  "b.md is missing"])


class Completeness(unittest.TestCase):
    """A check has a rule section, a page, fixtures, and enough of them."""

    def test_rules_and_registry_agree(self):
        self.assertEqual({c["id"] for c in make_docs.check_rules()},
                         expectations.known_checks())

    def test_sections_of_the_default_rules(self):
        path = os.path.join(os.path.dirname(tool.FIXTURES), "rules", "packs",
                            "default.yaml")
        sections = set(re.findall(r"^  (stateless-[a-z-]+):",
                                  expectations.read_text(path), re.M))
        self.assertEqual(sections, expectations.known_checks())

    def test_pages(self):
        for check in sorted(expectations.known_checks()):
            with self.subTest(check=check):
                self.assertTrue(os.path.isfile(
                    os.path.join(make_docs.DOCS, check + ".md")))

    def test_fixture_folders_name_checks(self):
        names = {os.path.basename(f) for f in expectations.check_folders()}
        self.assertEqual(names, expectations.known_checks())

    def test_number_of_cases(self):
        for folder in expectations.check_folders():
            check = os.path.basename(folder)
            with self.subTest(check=check):
                bad, ok = count_cases(folder)
                print(f"{check}: {bad} cases to find, {ok} in order")
                self.assertGreaterEqual(bad + ok, LEAST_CASES.get(check, LEAST))
                self.assertGreaterEqual(min(bad, ok) / (bad + ok), LEAST_SHARE,
                                        f"{bad} bad, {ok} ok: no balance")


if __name__ == "__main__":
    unittest.main()
