#!/usr/bin/env python3
"""Reads the table of options that an installed Clang was built with.

Options.inc is what LLVM's TableGen makes of Options.td and what LLVM installs
with its headers. This file must not know what any option does.
"""
import os
import re
from dataclasses import dataclass

PLACES = ("Options/Options.inc", "Driver/Options.inc")
ENTRY = re.compile(
    r"^OPTION\((?:[^,]|/\*.*?\*/)*?, "       # prefixes
    r"(?:\d+ /\* (?P<name>.*?) \*/"          # LLVM 20 and later
    r"|\"(?P<quoted>.*?)\"), "               # before
    r"(?P<id>\w+), (?P<kind>\w+), (?P<group>\w+), (?P<alias>\w+), "
    r"(?:nullptr|\"(?:[^\"\\]|\\.)*\"), "    # arguments of an alias
    r"(?P<flags>[^,]*), (?P<visibility>[^,]*), (?P<values>\d+),", re.M)


@dataclass(frozen=True)
class Option:
    name: str  # with its dashes: "-fplugin="
    kind: str  # Flag, Joined, Separate, JoinedOrSeparate, CommaJoined, ...
    driver: bool  # Clang's driver knows it
    front_end: bool  # clang -cc1 knows it
    described: str  # help text and what it calls its value

    def spelled(self, value):
        """The ways to write it with the value, each a list of words."""
        joined, separate = [self.name + value], [self.name, value]
        return {"Joined": [joined], "CommaJoined": [joined],
                "Separate": [separate], "JoinedOrSeparate": [joined, separate],
                "JoinedAndSeparate": [[self.name + "x", value]],
                "MultiArg": [[self.name, value, value, value]],
                "Flag": [[self.name]]}.get(self.kind, [])


def options(clang):
    """All options for C and C++ of the LLVM that holds this clang."""
    top = os.path.dirname(os.path.dirname(os.path.realpath(clang)))
    for place in PLACES:
        file = os.path.join(top, "include", "clang", place)
        if os.path.exists(file):
            with open(file, encoding="utf-8") as text:
                return _read(text.read())
    raise RuntimeError(f"no table of options below '{top}/include/clang'")


def _read(text):
    entries = list(ENTRY.finditer(text))
    found = []
    for entry, following in zip(entries, entries[1:] + [None]):
        visibility = entry["visibility"]
        found.append(Option(
            entry["name"] or entry["quoted"], entry["kind"],
            "DefaultVis" in visibility or "ClangOption" in visibility,
            "CC1Option" in visibility,
            text[entry.end():following.start() if following else len(text)]))
    if len(found) < 1000:
        raise RuntimeError(f"read {len(found)} options only")
    return [o for o in found if o.kind not in ("Group", "Input", "Unknown")
            and (o.driver or o.front_end) and o.name.startswith("-")]
