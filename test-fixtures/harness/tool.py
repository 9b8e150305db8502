#!/usr/bin/env python3
"""Runs the built tool, the clang-tidy plugin and the compilers for the tests.

The one place that knows command lines, environment variables and the layout
of the tool's JSON; everything else sees Verdicts. It must not know what any
check means or what a fixture expects.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field, replace

FIXTURES = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The command that prints every verdict, the benign ones too, as JSON.
VERDICTS = ("audit", "--format=json")
TIME_LIMIT = int(os.environ.get("STATELESS_TEST_TIME_LIMIT", "120"))


class ToolFailure(Exception):
    """The tool could not be run, or did not answer as its contract says."""


@dataclass(frozen=True)
class Note:
    role: str
    file: str
    line: int
    column: int
    text: str


@dataclass(frozen=True)
class Verdict:
    check: str
    file: str
    line: int
    column: int
    message: str
    kind: str = "violation"
    confidence: str = ""
    severity: str = ""
    reason: str = ""
    symbol: str = ""
    mangled: str = ""
    # Of what a template makes: the name of each in the object file.
    instances: tuple = ()
    path: str = ""
    category: str = ""
    fingerprint: str = ""
    notes: tuple = ()

    @property
    def name(self):
        """The last component of the symbol, without template arguments."""
        return unqualified(self.symbol)

    def place(self):
        shown = os.path.relpath(self.file, FIXTURES)
        if shown.startswith(".."):
            shown = self.file
        return f"{shown}:{self.line}:{self.column}"

    def describe(self, indent="    "):
        extra = f" ({self.confidence})" if self.confidence else ""
        lines = [f"{self.place()}: {self.message} [{self.check}]{extra}"]
        if self.reason:
            lines.append(f"{indent}reason: {self.reason}")
        for n in self.notes:
            lines.append(f"{indent}{os.path.basename(n.file)}:{n.line}: "
                         f"{n.role or 'note'}: {n.text}")
        return "\n".join(lines)


@dataclass
class Report:
    """One run: violations that count, excused ones, benign ones."""
    findings: list = field(default_factory=list)
    suppressed: list = field(default_factory=list)
    benign: list = field(default_factory=list)
    unsettled: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    exit_code: int = 0
    stdout: str = ""
    stderr: str = ""

    def all_verdicts(self):
        return (self.findings + self.suppressed + self.unsettled +
                self.benign)

    def without(self, symbol):
        """A copy that lacks every verdict on SYMBOL: for tests of oracles."""
        def keep(verdicts):
            return [v for v in verdicts
                    if symbol not in (v.symbol, v.name, v.mangled)]
        return replace(self, findings=keep(self.findings),
                       suppressed=keep(self.suppressed),
                       unsettled=keep(self.unsettled),
                       benign=keep(self.benign))


def without_arguments(symbol):
    """'a::B<c::D>::x' gives 'a::B::x'."""
    depth, plain = 0, []
    for c in symbol:
        if c == "<":
            depth += 1
        elif c == ">":
            depth = max(0, depth - 1)
        elif depth == 0:
            plain.append(c)
    return "".join(plain)


def unqualified(symbol):
    """'a::B<c::D>::x' gives 'x'."""
    return without_arguments(symbol).rsplit("::", 1)[-1]


def program(variable, fallback=None):
    """The program that an environment variable names; it must exist."""
    value = os.environ.get(variable) or fallback
    if not value:
        raise ToolFailure(f"{variable} is not set: run through ctest, or set "
                          f"it to the program to test")
    found = shutil.which(value)
    if not found:
        raise ToolFailure(f"{variable}: no program '{value}'")
    return found


def llvm_program(name):
    """A program of the same LLVM as LLVM_NM: 'llvm-dwarfdump'."""
    nm = program("LLVM_NM")
    folder, base = os.path.split(nm)
    return program(name.upper().replace("-", "_"),
                   os.path.join(folder, base.replace("llvm-nm", name)))


def compiler(path):
    return program("CLANG" if path.endswith(".c") else "CLANGXX")


def run(command, cwd=None, limit=TIME_LIMIT, **more):
    """Runs COMMAND, all its output as text; a time-out is a ToolFailure."""
    try:
        return subprocess.run(command, cwd=cwd, timeout=limit,
                              stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, encoding="utf-8",
                              errors="surrogateescape", **more)
    except subprocess.TimeoutExpired as e:
        raise ToolFailure(f"no end after {limit} s: "
                          f"{' '.join(map(str, command))}") from e
    except OSError as e:
        raise ToolFailure(f"cannot run {command[0]}: {e}") from e


def read_report(text, cwd):
    """The tool's JSON as a Report, with absolute paths; CWD is where the
    tool ran. Problems that cost no facts (a flag dropped) are remarks."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as e:
        raise ToolFailure(f"the tool printed no JSON ({e}):\n{text[:2000]}") \
            from e
    for key in ("findings", "suppressed", "benign", "problems"):
        if not isinstance(data.get(key), list):
            raise ToolFailure(f"the tool's JSON has no list '{key}'")
    problems = data["problems"]
    return Report(*[[_verdict(v, cwd) for v in data[key]]
                    for key in ("findings", "suppressed", "benign")],
                  unsettled=[_verdict(v, cwd)
                             for v in data.get("unsettled", [])],
                  problems=[p for p in problems if p.get("fatal", True)],
                  remarks=[p for p in problems if not p.get("fatal", True)])


def _absolute(file, cwd):
    """Printed paths are relative to the folder of the rules or of the run."""
    if not file:
        return ""
    folder = os.path.abspath(cwd)
    while not os.path.exists(os.path.join(folder, file)):
        if folder == os.path.dirname(folder):
            return os.path.normpath(os.path.join(cwd, file))
        folder = os.path.dirname(folder)
    return os.path.normpath(os.path.join(folder, file))


def _verdict(v, cwd):
    notes = tuple(Note(n.get("role", ""), _absolute(n.get("file", ""), cwd),
                       n.get("line", 0), n.get("column", 0), n.get("text", ""))
                  for n in v.get("notes", []))
    instances = tuple(i.get("mangled", "") for i in v.get("instances", []))
    texts = ("kind", "confidence", "severity", "reason", "symbol", "mangled",
             "path", "category", "fingerprint")
    return Verdict(v["check"], _absolute(v.get("file", ""), cwd),
                   v.get("line", 0), v.get("column", 0), v["message"],
                   notes=notes, instances=instances,
                   **{k: v.get(k) or "" for k in texts})


def run_cli(path, args):
    """Verdicts on one file that is compiled with ARGS."""
    cwd = os.path.dirname(path)
    result = run_tool([*VERDICTS, path, "--", *args], cwd)
    if result.returncode not in (0, 1, 3):
        raise ToolFailure(f"exit code {result.returncode} of the tool on "
                          f"{path}:\n{result.stdout}{result.stderr}")
    report = read_report(result.stdout, cwd)
    report.exit_code = result.returncode
    report.stdout, report.stderr = result.stdout, result.stderr
    return report


def run_tool(arguments, cwd=None, limit=TIME_LIMIT, env=None):
    return run([program("STATELESS_TIDY"), *arguments], cwd, limit,
               env={**os.environ, **(env or {})})


_DIAGNOSTIC = re.compile(r"^(?P<file>/.*?):(?P<line>\d+):(?P<column>\d+): "
                         r"(?P<level>warning|error|fatal error|note): "
                         r"(?P<text>.*)$")
_CHECK = re.compile(r"^(?P<text>.*) \[(?P<checks>[\w.,-]+)\]$")


def read_diagnostics(text):
    """clang-tidy's text output as (findings, errors of the compiler)."""
    findings, errors = [], []
    for line in text.splitlines():
        m = _DIAGNOSTIC.match(line)
        if not m:
            continue
        place = (os.path.normpath(m["file"]), int(m["line"]), int(m["column"]))
        if m["level"] == "note":
            if findings:
                note = Note("", *place, m["text"])
                findings[-1] = replace(findings[-1],
                                       notes=findings[-1].notes + (note,))
            continue
        tagged = _CHECK.match(m["text"])
        checks = [c for c in (tagged["checks"].split(",") if tagged else [])
                  if c.startswith("stateless-")]
        if not checks:
            errors.append(line)
            continue
        findings += [Verdict(c, *place, tagged["text"]) for c in checks]
    return findings, errors


def run_plugin(path, args):
    """Findings of clang-tidy with the plugin on one file."""
    plugin = os.environ.get("STATELESS_PLUGIN")
    if not plugin or not os.path.exists(plugin):
        raise ToolFailure(f"STATELESS_PLUGIN: no plugin '{plugin or ''}'")
    checks = "-*,stateless-*"
    result = run([program("CLANG_TIDY"), f"--load={plugin}", "--quiet",
                  f"--checks={checks}", f"--config={{Checks: '{checks}'}}",
                  "--header-filter=.*", "--use-color=false", path, "--",
                  *args], os.path.dirname(path))
    findings, errors = read_diagnostics(result.stdout)
    if result.returncode != 0 or errors:
        raise ToolFailure(f"clang-tidy: exit code {result.returncode} on "
                          f"{path}:\n{result.stdout}{result.stderr}")
    return findings


class Scratch(tempfile.TemporaryDirectory):
    """A fresh folder; its name matches no default exclude pattern."""

    def __init__(self):
        super().__init__(prefix="stateless-", ignore_cleanup_errors=True)

    def write(self, name, text):
        """Writes TEXT (or bytes) below the folder and returns the path."""
        path = os.path.join(self.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        with open(path, "wb") as f:
            f.write(data)
        return path

    def __enter__(self):
        super().__enter__()
        return self
