#!/usr/bin/env python3
"""Reads a fixture: its compiler arguments and the expectations in comments.

    // args: -std=c++17 -isystem {fixtures}/include     (first line, optional)
    int CounterBad;    // expect: stateless-mutable-global "written by 'hit'"
    const int MaxOk=5; // expect-benign: stateless-mutable-global "constant"
    // expect@+1: CHECK "text" "more text" confidence likely severity note
    // expect-unsettled: CHECK "text"      code out of sight may write it
    // expect-suppressed: CHECK "text"   excused: NOLINT, exception, annotation
    // expect-missing: CHECK               a known miss (FN_): must stay unseen
    // expect-fact: write CounterBad       also: read

It must not know how the tool is run. A comment that looks like an expectation
and is none is an error, never silence.
"""

import os
import re
import shlex
from dataclasses import dataclass, field

from tool import FIXTURES

ALL_CHECKS = os.path.join(os.path.dirname(FIXTURES), "checks", "AllChecks.def")
SOURCE_SUFFIXES = (".c", ".cpp", ".cc", ".cxx")


class FixtureError(Exception):
    """A fixture that is written wrongly; the text names file and line."""


@dataclass(frozen=True)
class Expectation:
    kind: str  # finding, benign, unsettled, suppressed, missing, fact
    file: str
    line: int
    check: str = ""
    texts: tuple = ()
    confidence: str = ""
    severity: str = ""
    role: str = ""  # fact: write, read
    subject: str = ""  # fact: the variable

    def place(self):
        return f"{os.path.relpath(self.file, FIXTURES)}:{self.line}"

    def __str__(self):
        if self.kind == "fact":
            return f"{self.role} {self.subject}"
        quoted = "".join(f' "{t}"' for t in self.texts)
        level = f" confidence {self.confidence}" if self.confidence else ""
        grade = f" severity {self.severity}" if self.severity else ""
        return f"{self.check}{quoted}{level}{grade}"


@dataclass
class Fixture:
    path: str
    args: list
    files: list = field(default_factory=list)  # itself and project headers
    expectations: list = field(default_factory=list)

    def of(self, kind):
        return [e for e in self.expectations if e.kind == kind]


def known_checks():
    """The ids of the registry."""
    with open(ALL_CHECKS, encoding="utf-8") as f:
        return set(re.findall(r'^(?:STATE_|BOTH_)?CHECK\(.*?"([^"]+)"', f.read(), re.M))


_KINDS = {"": "finding", "-benign": "benign", "-suppressed": "suppressed",
          "-unsettled": "unsettled",
          "-missing": "missing", "-fact": "fact"}
_MARK = re.compile(r"\bexpect(?P<kind>(?:-\w+)*)(?:@(?P<offset>[+-]?\d+))?:"
                   r"(?!:)")
_BODY = re.compile(r'\s*(?P<check>stateless-[a-z-]+)'
                   r'(?P<texts>(?:\s*"(?:[^"\\]|\\.)*")*)'
                   r'(?:\s*\[?confidence (?P<level>possible|likely|proven)\]?)?'
                   r'(?:\s*severity (?P<grade>note|warning|error))?'
                   r'\s*$')
_FACT = re.compile(r"\s*(?P<role>write|read)\s+(?P<subject>[\w:~]+)\s*$")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_INCLUDE = re.compile(r'^\s*#\s*(?:include|include_next|import)\s*"([^"]+)"',
                      re.M)


_COMMENT = re.compile(r"//.*$|/\*.*?(?:\*/|$)")
# What only an expectation looks like, however it is misspelt.
_LOOKALIKE = re.compile(r"\w+(?:-\w+)*(?:@\S*)?\s*:\s*stateless-[a-z-]+"
                        r"(?:\s*\"|\s*$)|\bexpect-")


def parse_line(line, path, number, checks):
    """The expectations that stand on one line."""
    where = f"{os.path.relpath(path, FIXTURES)}:{number}"
    found = []
    for comment in _COMMENT.finditer(line):
        text = comment[0].removesuffix("*/")
        marks = list(_MARK.finditer(text))
        for mark, after in zip(marks, marks[1:] + [None]):
            body = text[mark.end():after.start() if after else len(text)]
            kind = _KINDS.get(mark["kind"])
            if not kind:
                raise FixtureError(f"{where}: no such comment as "
                                   f"'expect{mark['kind']}:'")
            target = number + int(mark["offset"] or 0)
            found.append(_parse_body(kind, body, path, target, where, checks))
    if not found and _LOOKALIKE.search(line):
        raise FixtureError(f"{where}: this looks like an expectation, and is "
                           f"none: {line.strip()}")
    return found


def _parse_body(kind, body, path, line, where, checks):
    if kind == "fact":
        m = _FACT.match(body)
        if not m:
            raise FixtureError(f"{where}: expect-fact wants 'write NAME' or "
                               f"'read NAME', not '{body.strip()}'")
        return Expectation(kind, path, line, role=m["role"],
                           subject=m["subject"])
    m = _BODY.match(body)
    if not m:
        raise FixtureError(f"{where}: cannot read '{body.strip()}': want "
                           f'CHECK "text" [confidence LEVEL] [severity LEVEL]')
    if m["check"] not in checks:
        raise FixtureError(f"{where}: no check '{m['check']}'")
    texts = tuple(re.sub(r"\\(.)", r"\1", t) for t in _TEXT.findall(m["texts"]))
    if kind != "missing" and not texts:
        raise FixtureError(f"{where}: an expectation wants a text")
    return Expectation(kind, path, line, m["check"], texts, m["level"] or "",
                       m["grade"] or "")


def fixture_args(path, text):
    """The compiler's arguments: the first line's, over the defaults."""
    first = text.split("\n", 1)[0].lstrip("\ufeff").rstrip("\r")
    m = re.match(r"(?://|/\*)\s*args:(.*?)(?:\*/)?\s*$", first)
    given = shlex.split(m[1]) if m else []
    args = [a.replace("{fixtures}", FIXTURES) for a in given]
    if not any(a.startswith(("-std=", "--std=")) for a in args):
        args.insert(0, "-std=c17" if path.endswith(".c") else "-std=c++20")
    return args


def _search_folders(args, flag):
    found = []
    for i, arg in enumerate(args):
        if arg == flag and i + 1 < len(args):
            found.append(args[i + 1])
        elif arg.startswith(flag) and len(arg) > len(flag):
            found.append(arg[len(flag):])
    return [os.path.normpath(f) for f in found]


def _is_below(path, folder):
    return os.path.commonpath([path, folder]) == folder


def _project_includes(path, text, args):
    """Headers of the fixture tree that TEXT includes with quotes."""
    system = _search_folders(args, "-isystem")
    folders = [os.path.dirname(path), *_search_folders(args, "-iquote"),
               *_search_folders(args, "-I")]
    for name in _INCLUDE.findall(text):
        for folder in folders:
            header = os.path.normpath(os.path.join(folder, name))
            if os.path.isfile(header):
                if not any(_is_below(header, s) for s in system):
                    yield header
                break


def read_text(path):
    with open(path, encoding="utf-8", errors="surrogateescape",
              newline="") as f:
        return f.read()


def load(path, checks=None):
    """Reads the fixture and every project header that it includes."""
    path = os.path.abspath(path)
    checks = known_checks() if checks is None else checks
    fixture = Fixture(path, fixture_args(path, read_text(path)))
    pending = [path]
    while pending:
        file = pending.pop(0)
        if file in fixture.files:
            continue
        fixture.files.append(file)
        text = read_text(file)
        for number, line in enumerate(text.splitlines(), 1):
            fixture.expectations += parse_line(line, file, number, checks)
        pending += _project_includes(file, text, fixture.args)
    return fixture


def check_folders():
    """Every folder of fixtures that bears the name of a check."""
    return [os.path.join(FIXTURES, name)
            for name in sorted(os.listdir(FIXTURES))
            if name.startswith("stateless-")]


def sources(folder):
    return [os.path.join(folder, n) for n in sorted(os.listdir(folder))
            if n.endswith(SOURCE_SUFFIXES)]
