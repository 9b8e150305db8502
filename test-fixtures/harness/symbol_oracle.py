#!/usr/bin/env python3
"""Every writable symbol that the compiler emits must have a verdict.

Compiles a fixture, lists its writable data with llvm-nm, finds out by the
debug information which of it the fixture or its headers declare, and demands
a finding, a suppressed finding or a benign verdict for each. What is asked
for comes from the compiler alone: this file must not know what the tool
thinks of any variable.

A verdict speaks of a symbol if it has its mangled name; or stands at its
declaration and has its name; or, for a static member, whose debug information
names no definition, has its qualified name; or points at its declaration with
a note that quotes its name (a field's finding names the object that holds it).
Of what a template makes only its own mangled name will do, but where a lambda
is part of the name: compilers number lambdas as they like.

    symbol_oracle.py [--drop SYMBOL]... FILE...
"""

import argparse
import os
import re
import sys
from dataclasses import dataclass

import expectations
import tool

# Writable, or in a custom section that is: by llvm-nm's class letters.
_DATA_CLASSES = set("bBdDcCsSvVuGg")
# Sections that the loader makes read-only, or that hold no objects.
_NOT_DATA = (".data.rel.ro", ".rodata", ".dynamic", ".got", ".init_array",
             ".fini_array", ".preinit_array", ".eh_frame", ".gcc_except_table",
             ".ctors", ".dtors", ".text", ".tm_clone_table")
# What compilers and linkers make on their own account: guards, tables, type
# information, references to the personality, start-up objects.
_GENERATED = re.compile(r"_ZGV|_ZT[VTISHW]|__tls_guard$|DW\.ref\.|\.L|"
                        r"__dso_handle$|__TMC_END__$|completed\.\d+$|"
                        r"__frame_dummy|"
                        r"__do_global_dtors|_DYNAMIC$|_GLOBAL_OFFSET_TABLE_$")
_SHARED = ["-shared", "-fPIC", "-O0", "-gdwarf-4", "-w"]


@dataclass(frozen=True)
class Symbol:
    name: str  # as in the object file
    address: int
    thread: bool


@dataclass(frozen=True)
class Declaration:
    name: str  # unqualified; empty: unnamed
    linkage: str
    file: str
    line: int
    member: bool = False  # a definition that does not say where it stands


@dataclass(frozen=True)
class Demand:
    """A symbol that needs a verdict, and where it is declared."""
    symbol: str
    declared: Declaration
    member: str = ""  # static member: its qualified name
    instance: bool = False  # made by a template


def writable_symbols(listing):
    """The objects in writable sections of an `llvm-nm --format=sysv` list."""
    found = []
    for line in listing.splitlines():
        cells = [c.strip() for c in line.split("|")]
        if len(cells) < 7 or cells[2] not in _DATA_CLASSES:
            continue
        name, address, _, kind, *_, section = cells
        if kind in ("OBJECT", "TLS", "COMMON") and address and \
                not section.startswith(_NOT_DATA):
            found.append(Symbol(name, int(address, 16), kind == "TLS"))
    return found


_TAG = re.compile(r"^(0x[0-9a-f]+):\s+DW_TAG_(\w+)")
_ATTRIBUTE = re.compile(r"^\s+DW_AT_(\w+)\s+\((.*)\)$")
_ADDRESS = re.compile(r"DW_OP_addr (0x[0-9a-f]+)")
_THREAD = re.compile(r"DW_OP_const[48]u (0x[0-9a-f]+), "
                     r"DW_OP_(?:GNU_push|form)_tls_address")


def _entries(dump):
    """Offset -> attributes of every variable and member."""
    entries, current = {}, None
    for line in dump.splitlines():
        tag = _TAG.match(line)
        if tag:
            wanted = tag[2] in ("variable", "member")
            current = entries.setdefault(tag[1], {}) if wanted else None
        elif current is not None:
            attribute = _ATTRIBUTE.match(line)
            if attribute:
                current[attribute[1]] = attribute[2]
    return entries


def _unescaped(text):
    """llvm-dwarfdump prints bytes outside ASCII in octal."""
    raw = re.sub(rb"\\([0-7]{3})", lambda m: bytes([int(m[1], 8)]),
                 text.encode("utf-8", "surrogateescape"))
    return raw.decode("utf-8", "surrogateescape")


def _declaration(entry, entries):
    """Name and place, through the declaration that a definition names."""
    merged, member = dict(entry), False
    origin = entry.get("specification") or entry.get("abstract_origin")
    if origin:
        merged = {**entries.get(origin.split()[0], {}), **entry}
        member = "decl_line" not in entry
    def text(key):
        return _unescaped(merged.get(key, "").strip('"'))

    return Declaration(text("name"), text("linkage_name"),
                       os.path.normpath(text("decl_file")),
                       int(merged.get("decl_line", "0"), 0), member)


def declarations(dump):
    """(address, is thread-local) -> Declaration, from `llvm-dwarfdump`."""
    entries = _entries(dump)
    found = {}
    for entry in entries.values():
        location = entry.get("location", "")
        thread = _THREAD.search(location)
        address = thread or _ADDRESS.search(location)
        if address:
            key = (int(address[1], 16), bool(thread))
            found.setdefault(key, _declaration(entry, entries))
    return found


def _extended_by(name, declared):
    """The reference whose temporary (_ZGR...) or literal NAME is, or None."""
    for d in declared.values():
        own = d.linkage[2:] if d.linkage.startswith("_Z") else \
            f"{len(d.name)}{d.name}" if d.name else None
        if own and re.match(rf"_ZGRL?{re.escape(own)}\w*_$", name):
            return d
    return None


def demangled(name):
    """The qualified name, without the tags of the C++ library's ABI."""
    shown = tool.run([tool.llvm_program("llvm-cxxfilt"), name]).stdout.strip()
    return re.sub(r"\[abi:\w+\]", "", shown)


def _is_instance(shown):
    return "<" in re.sub(r"operator<+", "", shown) and \
        "lambda" not in shown and "$_" not in shown


def demands(symbols, declared, project_files, demangle=demangled):
    """(what needs a verdict, what cannot be attributed to a declaration)."""
    wanted, unknown = [], []
    for s in symbols:
        if _GENERATED.match(s.name):
            continue
        d = declared.get((s.address, s.thread))
        if not d and s.name.startswith("_ZGR"):
            d = _extended_by(s.name, declared)
        if not d:
            unknown.append(s.name)
        elif d.file in project_files:
            shown = demangle(s.name)
            member = tool.without_arguments(shown) if d.member else ""
            wanted.append(Demand(s.name, d, member, _is_instance(shown)))
    return wanted, unknown


def _quoted(verdict):
    """The names that a verdict's notes put between quotes."""
    return [q for n in verdict.notes for q in re.findall(r"'([^']+)'", n.text)]


def speaks_of(verdict, demand):
    d = demand.declared
    if demand.symbol in (verdict.mangled, *verdict.instances):
        return True
    if demand.instance:
        return False
    if demand.member:
        named = [verdict.symbol, *_quoted(verdict)]
        if demand.member in map(tool.without_arguments, named):
            return True
    if (verdict.file, verdict.line) == (d.file, d.line):
        if verdict.name == d.name:
            return True
        # A structured binding has no name of its own; its parts have.
        if not d.name and verdict.name and \
                f"{len(verdict.name)}{verdict.name}" in demand.symbol:
            return True
    quoted = re.compile(rf"'(?:[^']*::)?{re.escape(d.name)}'")
    return bool(d.name) and any(
        (n.file, n.line) == (d.file, d.line) and quoted.search(n.text)
        for n in verdict.notes)


def misses(wanted, report):
    """The demands that no verdict of REPORT meets."""
    verdicts = report.all_verdicts()
    return [w for w in wanted if not any(speaks_of(v, w) for v in verdicts)]


def inspect(fixture):
    """Compiles FIXTURE; (its demands, symbols without a declaration)."""
    with tool.Scratch() as scratch:
        binary = os.path.join(scratch.name, "fixture.so")
        built = tool.run([tool.compiler(fixture.path), *_SHARED, *fixture.args,
                          fixture.path, "-o", binary],
                         os.path.dirname(fixture.path))
        if built.returncode != 0:
            raise tool.ToolFailure(f"{fixture.path} does not compile:\n"
                                   f"{built.stderr}")
        listing = tool.run([tool.program("LLVM_NM"), "--format=sysv", binary])
        dump = tool.run([tool.llvm_program("llvm-dwarfdump"), binary])
        for step in (listing, dump):
            if step.returncode != 0:
                raise tool.ToolFailure(f"{step.args[0]}: {step.stderr}")
    return demands(writable_symbols(listing.stdout),
                   declarations(dump.stdout), set(fixture.files))


def check_report(fixture, report):
    """(number of symbols of FIXTURE that need a verdict, what is wrong with
    the REPORT on it, as texts)."""
    wanted, unknown = inspect(fixture)
    faults = [f"no verdict on {w.symbol} ('{w.declared.name}', "
              f"{os.path.relpath(w.declared.file, tool.FIXTURES)}:"
              f"{w.declared.line})" for w in misses(wanted, report)]
    for name in unknown:
        if name.startswith(".compoundliteral"):
            print(f"note: {name} belongs to an unknown pointer: not checked")
        else:
            faults.append(f"{name} is writable, but the debug information "
                          f"does not say what it is")
    return len(wanted), faults


def check_fixture(path, drop):
    """As check_report, of the tool's own report without what is to DROP."""
    fixture = expectations.load(path)
    report = tool.run_cli(fixture.path, fixture.args)
    for symbol in drop:
        report = report.without(symbol)
    return check_report(fixture, report)


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--drop", action="append", default=[],
                        metavar="SYMBOL", help="ignore the tool's verdicts on "
                        "SYMBOL, to show that the oracle notices")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args(argv)
    failed = 0
    for path in options.files:
        shown = os.path.relpath(path, tool.FIXTURES)
        try:
            count, faults = check_fixture(path, options.drop)
        except (tool.ToolFailure, expectations.FixtureError) as e:
            count, faults = 0, [str(e)]
        print(f"{shown}: {count} writable symbols, {len(faults)} faults")
        for fault in faults:
            print("  " + fault.replace("\n", "\n  "))
        failed += bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
