#!/usr/bin/env python3
"""Runs generated programs, and compares what changed with the verdicts.

The truth: a static whose digest differs between two turns of the serving loop
is state, any other is none. A *failure* is state that the tool calls benign or
does not mention. *Noise* is a static that stayed the same and has a finding
above `possible`. It must not know why the tool says what it says.
"""

import json
import os
import time
from collections import Counter
from dataclasses import dataclass, field

import flow_text
import tool

HARNESS = os.path.dirname(os.path.abspath(__file__))
_FLAGS = ["-std=c++20", "-O0", "-w", "-fno-access-control",
          "-ftemplate-depth=2000"]


@dataclass(frozen=True)
class Outcome:
    """One static: what the run and what the tool said of it."""
    program: int
    static: flow_text.Static
    changed: bool
    verdict: str  # violation's confidence, "benign: REASON" or "none"
    precise: bool = True  # the verdict speaks of this static alone

    @property
    def failure(self):
        return self.changed and self.verdict.startswith(("none", "benign"))

    @property
    def noise(self):
        return not self.changed and self.precise and \
            self.verdict in ("likely", "proven")


@dataclass
class Tally:
    outcomes: list = field(default_factory=list)
    faults: list = field(default_factory=list)  # of generator and tool
    seconds: Counter = field(default_factory=Counter)

    def add(self, other):
        self.outcomes += other.outcomes
        self.faults += other.faults
        self.seconds += other.seconds


# ---- The truth ---------------------------------------------------------------

def precompile(folder):
    """The observer with all headers of the library, read once."""
    target = os.path.join(folder, "observer.pch")
    made = tool.run([tool.program("CLANGXX"), *_FLAGS, "-x", "c++-header",
                     "-Xclang", "-fno-pch-timestamp",
                     os.path.join(HARNESS, "flow_observer.h"), "-o", target])
    if made.returncode != 0:
        raise tool.ToolFailure(made.stderr)
    return target


def _joined(programs, rendered):
    """One unit that holds all programs, and says what to look at."""
    text, calls = [], []
    for p, r in zip(programs, rendered):
        text.append(f"#define main main_{p.index}\n")
        text += [f'#include "p{p.index}/{n}"\n' for n in sorted(r.files)
                 if not n.endswith(".h")]
        text.append(f"#undef main\nstatic void look_{p.index}() {{\n")
        for number, s in enumerate(r.statics):
            text += [f"  observer::show({number}, {d});\n" for d in s.digests]
        text.append("}\n")
        calls.append(f"  observer::run({p.index}, main_{p.index}, "
                     f"look_{p.index});\n")
    return "".join(text) + f"int main() {{\n{''.join(calls)}  return 0;\n}}\n"


def changes(listing, wanted):
    """{program: set of the numbers of statics that changed}, and the programs
    that did not end, of the observer's LISTING; WANTED are their indices."""
    seen, ended = {}, set()
    for line in listing.splitlines():
        words = line.split()
        if words[1] == "end":
            ended.add(int(words[0]))
            continue
        program, turn, number = map(int, words[:3])
        seen.setdefault((program, number), {}).setdefault(turn, []) \
            .append(words[3])
    found = {p: set() for p in wanted}  # of no static: nothing is seen
    for (program, number), turns in seen.items():
        if len(turns) != 4:
            ended.discard(program)
        if len(set(map(tuple, turns.values()))) > 1:
            found[program].add(number)
    return found, [p for p in wanted if p not in ended]


def observe(folder, programs, rendered, header):
    """Builds and runs PROGRAMS, whose files are below FOLDER."""
    unit = os.path.join(folder, "truth.cpp")
    with open(unit, "w", encoding="utf-8") as f:
        f.write(_joined(programs, rendered))
    binary = os.path.join(folder, "truth")
    built = tool.run([tool.program("CLANGXX"), *_FLAGS, "-include-pch", header,
                      unit, "-fuse-ld=lld", "-o", binary], folder)
    if built.returncode != 0:
        raise tool.ToolFailure(f"the programs do not compile:\n{built.stderr}")
    return changes(tool.run([binary], folder).stdout,
                   [p.index for p in programs])


# ---- The verdicts ------------------------------------------------------------

def database(folder, programs, rendered):
    entries = []
    for p, r in zip(programs, rendered):
        place = os.path.join(folder, f"p{p.index}")
        compiler = ["clang" if p.c else "clang++", f"-std={p.standard}"]
        entries += [{"directory": place, "file": n,
                     "arguments": [*compiler, "-c", n]}
                    for n in sorted(r.files) if not n.endswith(".h")]
    return entries


def write(folder, programs, rendered):
    for p, r in zip(programs, rendered):
        place = os.path.join(folder, f"p{p.index}")
        os.makedirs(place, exist_ok=True)
        for name, text in r.files.items():
            with open(os.path.join(place, name), "w", encoding="utf-8") as f:
                f.write(text)


def audit(folder, jobs=1):
    result = tool.run_tool([*tool.VERDICTS, "-p", folder, f"-j{jobs}",
                            "--rules", os.path.join(folder, "rules.yaml")],
                           folder)
    if result.returncode not in (0, 1):
        raise tool.ToolFailure(f"exit code {result.returncode} of the tool: "
                               f"{result.stdout[:2000]}{result.stderr}")
    return tool.read_report(result.stdout, folder)


def _of_instance(verdicts, static):
    """(the verdicts on this instance of a template's static, are they its
    alone); tags tell instances apart in the mangled name or the symbol."""
    tag = static.instance[static.instance.index("<") + 1:
                          static.instance.index(">")]
    mine = [v for v in verdicts if tag in v.mangled + v.symbol + v.message]
    return (mine, True) if mine else (verdicts, False)


def verdict_on(report, static, names):
    """(what REPORT says of STATIC, is it said of this one alone). A finding
    whose own symbol is none of NAMES, a field say, speaks of what it quotes."""
    def speaks(v):
        if v.name == static.name:
            return True
        texts = [v.message] + [n.text for n in v.notes]
        return v.kind != "benign" and v.name not in names and any(
            f"'{static.name}'" in t or f"::{static.name}'" in t
            for t in texts)
    found = [v for v in report.findings + report.suppressed if speaks(v)]
    benign = [v for v in report.benign if v.name == static.name]
    precise = True
    if static.instance:
        both, precise = _of_instance(found + benign, static)
        found = [v for v in found if v in both]
        benign = [v for v in benign if v in both]
    own = [v for v in found if v.name == static.name]
    # What another check has told already is listed as benign here.
    told = [v for v in benign if v.reason.startswith("reported by ")]
    if told and not found:
        return told[0].confidence, False
    if found:
        levels = ("possible", "likely", "proven")
        best = max((v.confidence for v in found), key=levels.index)
        return best, precise and bool(own)
    if benign:
        return "benign: " + benign[0].reason, precise
    return "none", precise


# ---- Both --------------------------------------------------------------------

def judge(programs, rendered, changed, report, broken=()):
    """The Tally of PROGRAMS; what the run said against what REPORT says."""
    names = {s.name for r in rendered for s in r.statics}
    tally = Tally(faults=[f"the tool: {json.dumps(p)}"
                          for p in report.problems])
    for p, r in zip(programs, rendered):
        if p.index in broken:
            tally.faults.append(f"program {p.index} did not end")
            continue
        for number, s in enumerate(r.statics):
            is_changed = number in changed[p.index]
            if is_changed != s.expected and s.role != "keeper":
                tally.faults.append(
                    f"program {p.index}: {s.name} was built to "
                    f"{'change' if s.expected else 'stay'}, and did not")
            said, precise = verdict_on(report, s, names)
            tally.outcomes.append(Outcome(p.index, s, is_changed, said,
                                          precise))
    return tally


def check(programs, folder, header, jobs=1):
    """Runs and judges PROGRAMS as one database in FOLDER."""
    rendered = [flow_text.render(p) for p in programs]
    write(folder, programs, rendered)
    for name, text in (("compile_commands.json", json.dumps(
            database(folder, programs, rendered), indent=1)),
            ("rules.yaml", "extends: default\nexclude: {replace: []}\n")):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)
    start = time.monotonic()
    changed, broken = observe(folder, programs, rendered, header)
    middle = time.monotonic()
    report = audit(folder, jobs)
    tally = judge(programs, rendered, changed, report, broken)
    tally.seconds = Counter(truth=middle - start,
                            tool=time.monotonic() - middle)
    return tally


def check_in_scratch(programs, header):
    with tool.Scratch() as scratch:
        return check(programs, scratch.name, header)
