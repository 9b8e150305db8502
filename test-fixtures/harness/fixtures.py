#!/usr/bin/env python3
"""Runs fixtures through the command, the plugin or both, and compares.

Checked both ways: a finding that nobody expects fails, an expected one that
is missing fails. With --front both the two must also agree to the column.
It must not know any check; it compares what expectations.py and tool.py give.

    fixtures.py --front cli|plugin|both FILE...
"""

import argparse
import os
import sys
from collections import Counter

import expectations
import symbol_oracle
import tool


def matches(expectation, verdict, front="cli"):
    """True if VERDICT is what EXPECTATION speaks of."""
    e, v = expectation, verdict
    if (v.check, v.file, v.line) != (e.check, e.file, e.line):
        return False
    if front == "cli" and e.confidence and e.confidence != v.confidence:
        return False
    if front == "cli" and e.severity and e.severity != v.severity:
        return False
    said = [v.message, v.reason, *[n.text for n in v.notes]]
    return all(any(t in s for s in said) for t in e.texts)


def pair(wanted, verdicts, front="cli"):
    """A largest set of pairs: (unmet expectations, unclaimed verdicts)."""
    owner = {}  # index of a verdict -> index of its expectation

    def claim(i, seen):
        for j, v in enumerate(verdicts):
            if j in seen or not matches(wanted[i], v, front):
                continue
            seen.add(j)
            if j not in owner or claim(owner[j], seen):
                owner[j] = i
                return True
        return False

    unmet = [e for i, e in enumerate(wanted) if not claim(i, set())]
    return unmet, [v for j, v in enumerate(verdicts) if j not in owner]


def duplicates(verdicts):
    """Verdicts that say the same of the same place again."""
    seen, twice = set(), []
    for v in verdicts:
        key = (v.check, v.file, v.line, v.column, v.symbol or v.message)
        if key in seen:
            twice.append(v)
        seen.add(key)
    return twice


def repeated_notes(verdicts):
    """Verdicts that give the same evidence twice."""
    return [v for v in verdicts if len(set(v.notes)) != len(v.notes)]


def _missing(kind, expectation, verdicts):
    near = [v for v in verdicts
            if (v.file, v.line) == (expectation.file, expectation.line)]
    lines = [f"missing {kind}: {expectation.place()}: {expectation}"]
    lines += ["    there is: " + v.describe("        ") for v in near]
    return "\n".join(lines)


def _compare_violations(fixture, kind, verdicts, everything, front):
    wanted = fixture.of(kind)
    unmet, unclaimed = pair(wanted, verdicts, front)
    known_misses = {(e.check, e.file, e.line) for e in fixture.of("missing")}
    faults = [_missing(kind, e, everything) for e in unmet]
    for v in unclaimed:
        if (v.check, v.file, v.line) in known_misses:
            faults.append("a known miss is found now (drop FN_ and turn "
                          "expect-missing into expect): " + v.describe())
        else:
            faults.append(f"unexpected {kind}: " + v.describe())
    faults += [f"reported twice: {v.describe()}" for v in duplicates(verdicts)]
    faults += [f"a note stands twice: {v.describe()}"
               for v in repeated_notes(verdicts)]
    return faults


def _has_fact(fact, verdicts):
    for v in verdicts:
        if fact.subject != v.symbol and \
                not v.symbol.endswith("::" + fact.subject):
            continue
        if any((n.role, n.file, n.line) == (fact.role, fact.file, fact.line)
               for n in v.notes):
            return True
    return False


def compare_cli(fixture, report):
    """What differs between the fixture and the command's report."""
    everything = report.all_verdicts()
    faults = [f"not analysed: {p}" for p in report.problems]
    if report.exit_code == 3 and not report.problems:
        faults.append("exit code 3, but no problem is named")
    faults += _compare_violations(fixture, "finding", report.findings,
                                  everything, "cli")
    faults += _compare_violations(fixture, "suppressed", report.suppressed,
                                  everything, "cli")
    faults += _compare_violations(fixture, "unsettled", report.unsettled,
                                  everything, "cli")
    unmet, _ = pair(fixture.of("benign"), report.benign)
    faults += [_missing("benign", e, everything) for e in unmet]
    faults += [f"reported twice: {v.describe()}"
               for v in duplicates(report.benign)]
    faults += [f"missing fact: {e.place()}: {e}" for e in fixture.of("fact")
               if not _has_fact(e, everything)]
    return faults


def compare_plugin(fixture, findings):
    return _compare_violations(fixture, "finding", findings, findings,
                               "plugin")


def compare_fronts(cli, plugin):
    """What one front end says and the other does not."""
    def count(verdicts):
        return Counter((v.file, v.line, v.column, v.check, v.message)
                       for v in verdicts)

    def show(rest, label):
        return [f"only {label}: {f}:{line}:{column}: {message} [{check}]"
                for f, line, column, check, message in sorted(rest.elements())]

    left, right = count(cli), count(plugin)
    return show(left - right, "the command") + show(right - left, "the plugin")


def check_fixture(path, front, symbols=False):
    """All that is wrong with one fixture, as texts. SYMBOLS: what the command
    says must speak of each writable symbol, too."""
    fixture = expectations.load(path)
    faults = []
    report = None
    if front in ("cli", "both"):
        report = tool.run_cli(fixture.path, fixture.args)
        faults += compare_cli(fixture, report)
        if symbols:
            faults += symbol_oracle.check_report(fixture, report)[1]
    if front in ("plugin", "both"):
        findings = tool.run_plugin(fixture.path, fixture.args)
        faults += compare_plugin(fixture, findings)
        if report:
            faults += compare_fronts(report.findings, findings)
    return faults


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--front", choices=("cli", "plugin", "both"),
                        default="cli")
    parser.add_argument("--symbols", action="store_true",
                        help="ask the symbol oracle about the command's answer")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args(argv)
    failed = 0
    for path in options.files:
        try:
            faults = check_fixture(path, options.front, options.symbols)
        except (tool.ToolFailure, expectations.FixtureError) as e:
            faults = [str(e)]
        if faults:
            failed += 1
            shown = os.path.relpath(path, tool.FIXTURES)
            print(f"{shown} [{options.front}]: {len(faults)} differences")
            for fault in faults:
                print("  " + fault.replace("\n", "\n  "))
    print(f"{len(options.files) - failed} of {len(options.files)} fixtures "
          f"pass [{options.front}]")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
