#!/usr/bin/env python3
"""Runs whole programs of several files through the command, and compares.

A folder is one database: the sources of a program, or of several that share
some, each with its own compiler arguments, and the headers that they include;
expectations stand in any of them. Checked both ways, as fixtures.py does, and
again with the database reversed and eight workers: the answer must be the
same. A file is a program too; its database has one order. It must not know
any check.

    programs.py [--once] [--symbols] FOLDER|FILE...
"""

import argparse
import json
import os
import re
import sys

import expectations
import fixtures
import symbol_oracle
import tool

HEADER_SUFFIXES = (".h", ".hh", ".hpp", ".hxx", ".inc", ".ipp")
_MAIN = re.compile(r"^(?:extern \"C\" )?(?:int|auto)\s+main\s*\(", re.M)


def merge(folder, loaded):
    """One fixture of all files; a header's expectations count once."""
    program = expectations.Fixture(folder, [])
    for fixture in loaded:
        new = [f for f in fixture.files if f not in program.files]
        program.files += new
        program.expectations += [e for e in fixture.expectations
                                 if e.file in new]
    return program


def _has_main(path):
    return _MAIN.search(expectations.read_text(path)) is not None


def _refuse_malformed(folder, loaded, program):
    if len(loaded) < 2:
        raise expectations.FixtureError(
            f"{folder}: a program has two sources at least")
    mains = [f.path for f in loaded if _has_main(f.path)]
    if not mains:
        raise expectations.FixtureError(f"{folder}: no source defines main")
    unused = [n for n in sorted(os.listdir(folder))
              if n.endswith(HEADER_SUFFIXES)
              and os.path.join(folder, n) not in program.files]
    if unused:
        raise expectations.FixtureError(
            f"{folder}: no source includes {', '.join(unused)}")


def load(folder):
    """(the program as one fixture, its sources as fixtures); a FOLDER that is
    a file is a program of that one file"""
    folder = os.path.abspath(folder)
    checks = expectations.known_checks()
    if os.path.isfile(folder):
        source = expectations.load(folder, checks)
        return source, [source]
    loaded = [expectations.load(path, checks)
              for path in expectations.sources(folder)]
    program = merge(folder, loaded)
    _refuse_malformed(folder, loaded, program)
    return program, loaded


def entry(source):
    """What a compile database says of one source."""
    return {"directory": os.path.dirname(source.path), "file": source.path,
            "arguments": [tool.compiler(source.path), *source.args, "-c",
                          source.path]}


def _working_directory(program):
    return program if os.path.isdir(program) else os.path.dirname(program)


def run(folder, entries, *options):
    """The command's report on a database of ENTRIES."""
    with tool.Scratch() as scratch:
        scratch.write("compile_commands.json", json.dumps(entries))
        result = tool.run_tool([*tool.VERDICTS, "-p", scratch.name, *options],
                               _working_directory(folder))
    if result.returncode not in (0, 1, 3):
        raise tool.ToolFailure(f"exit code {result.returncode} of the tool on "
                               f"{folder}:\n{result.stdout}{result.stderr}")
    report = tool.read_report(result.stdout, _working_directory(folder))
    report.exit_code = result.returncode
    report.stdout, report.stderr = result.stdout, result.stderr
    return report


def compare_runs(first, second):
    """What the second run says otherwise, as texts."""
    if first.exit_code != second.exit_code:
        return [f"reversed, -j8: exit code {second.exit_code}, not "
                f"{first.exit_code}"]
    left, right = json.loads(first.stdout), json.loads(second.stdout)
    faults = []
    for key in ("findings", "suppressed", "unsettled", "benign"):
        if left[key] == right[key]:
            continue
        for label, ours, theirs in (("not there", left[key], right[key]),
                                    ("only there", right[key], left[key])):
            faults += [f"reversed, -j8: {key}: {label}: "
                       f"{json.dumps(v, sort_keys=True)}"
                       for v in ours if v not in theirs]
        if not faults:
            faults.append(f"reversed, -j8: {key} come in another order")
    return faults


def symbol_faults(sources, report):
    """What the symbol oracle finds wrong, a line each, once for a header."""
    faults = []
    for source in sources:
        found = symbol_oracle.check_report(source, report)[1]
        faults += [f for f in found if f not in faults]
    return faults


def check_program(folder, once=False, symbols=False):
    """All that is wrong with one program, as texts; ONCE: in one order."""
    program, sources = load(folder)
    entries = [entry(s) for s in sources]
    first = run(program.path, entries)
    faults = fixtures.compare_cli(program, first)
    if symbols:
        faults += symbol_faults(sources, first)
    if not once and len(entries) > 1:
        faults += compare_runs(first, run(program.path, entries[::-1], "-j8"))
    return faults


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--once", action="store_true",
                        help="do not run again with the database reversed")
    parser.add_argument("--symbols", action="store_true",
                        help="every writable symbol of each source must have "
                        "a verdict")
    options = parser.parse_args(argv)
    failed = 0
    for folder in options.folders:
        try:
            faults = check_program(folder, options.once, options.symbols)
        except (tool.ToolFailure, expectations.FixtureError) as e:
            faults = [str(e)]
        if faults:
            failed += 1
            shown = os.path.relpath(folder, tool.FIXTURES)
            print(f"{shown}: {len(faults)} differences")
            for fault in faults:
                print("  " + fault.replace("\n", "\n  "))
    print(f"{len(options.folders) - failed} of {len(options.folders)} programs "
          f"pass")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
