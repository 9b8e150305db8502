#!/usr/bin/env python3
"""Where the objects of generated programs stand, and the text of their units.

An object has a home (static, extern, in a function, in main, ...) and a name
for each unit that uses it; what makes it known there is written on demand.
This file must not know what the objects are for.
"""

from dataclasses import dataclass, field


class Object:
    """A static (or a local of main) in its home, as each unit names it."""

    def __init__(self, writer, suffix, type_, home, unit, name, init=""):
        self.name, self.type, self.home, self.unit = name, type_, home, unit
        self.writer, self.suffix = writer, suffix
        self.listed = f"App{suffix}" if home == "app" else name
        getattr(self, "_" + home)(init)

    def _static(self, init):
        self.writer.unit(self.unit, f"static {self.type} {self.name}{init};\n")

    def _hidden(self, init):
        self._static(init)

    def _anonymous(self, init):
        self.writer.unit(self.unit, f"namespace {{ {self.type} {self.name}"
                         f"{init}; }}\n")

    def _extern(self, init):
        self.writer.header(f"extern {self.type} {self.name};\n")
        self.writer.unit(self.unit, f"{self.type} {self.name}{init};\n")

    def _inline(self, init):
        self.writer.header(f"inline {self.type} {self.name}{init};\n")

    def _member(self, init):
        owner = f"Home{self.suffix}"
        self.writer.header(f"struct {owner} {{ static {self.type} {self.name};"
                           f" }};\n")
        self.writer.unit(self.unit, f"{self.type} {owner}::{self.name}{init};"
                         f"\n")

    def _function(self, init):
        void = "void" if self.writer.c else ""
        head = f"{self.type} *in_{self.name}({void})"
        self.writer.header(f"{head};\n")
        self.writer.unit(self.unit, f"{head} {{ static {self.type} {self.name}"
                         f"{init}; return &{self.name}; }}\n")

    def _heap(self, init):
        # An array of one: what it gives for an array type is a pointer, too.
        self.writer.unit(self.unit, f"static {self.type} *{self.name} = new "
                         f"{self.type}[1]();\n")

    def _app(self, init):
        self.writer.header(f"struct Rec_{self.listed} {{ int Pad; {self.type} "
                           f"{self.name}{init}; }};\n")
        self.writer.unit(self.unit, f"static Rec_{self.listed} {self.listed};"
                         f"\n")

    def _local(self, init):
        zero = " = {0}" if self.writer.c else "{}"
        self.writer.local(f"  {self.type} {self.name}{zero};\n")

    def plain(self):
        """The object's name where its definition is seen."""
        return {"member": f"Home{self.suffix}::{self.name}",
                "function": f"(*in_{self.name}())",
                "heap": f"(*{self.name})",
                "app": f"{self.listed}.{self.name}"}.get(self.home, self.name)

    def seen_from(self, unit):
        if self.home in ("extern", "inline", "member", "function", "local") \
                or unit == self.unit:
            return self.plain()
        void = "void" if self.writer.c else ""
        head = f"{self.type} *at_{self.name}({void})"
        self.writer.once(f"{head};\n", self.unit,
                         f"{head} {{ return &{self.plain()}; }}\n")
        return f"(*at_{self.name}())"


@dataclass
class Header:
    """What the units see that have a part in a chain."""
    includes: set = field(default_factory=set)
    types: list = field(default_factory=list)
    declared: list = field(default_factory=list)


class Instance:
    """A static of one instantiation of a template, seen by all units."""
    home = "instance"

    def __init__(self, listed, own):
        self.listed, self.own = listed, own

    def plain(self):
        return self.own

    def seen_from(self, _):
        return self.own


class Writer:
    """Collects the text of a program: headers, units, parts of main."""

    def __init__(self, program):
        self.program, self.c = program, program.c
        self.headers = {}  # of a chain and its twins
        self.kind = None  # the chain that is being written
        self.texts = [[] for _ in range(program.units)]
        self.needs = [set() for _ in range(program.units)]
        self.start, self.turn, self.end = [], [], []
        self.made, self.statics, self.called = set(), [], []

    @property
    def shared(self):
        return self.headers.setdefault(self.kind, Header())

    def header(self, text):
        self.shared.declared.append(text)

    def unit(self, number, text):
        self.texts[number].append(text)
        self.needs[number].add(self.kind)

    def local(self, text):
        self.start.append(text)

    def once(self, declaration, unit, text):
        if text not in self.made:
            self.made.add(text)
            self.header(declaration)
            self.unit(unit, text)

    def function(self, unit, name, parameters, body):
        """A function that the whole program may call."""
        head = f"void {name}({parameters})"
        self.header(head + ";\n")
        self.unit(unit, f"{head} {{ {body} }}\n")

    def step(self, unit, name, parameters, body):
        """A function that main calls, which sees no header for it."""
        head = f"void {name}({parameters})"
        self.called.append(head + ";\n")
        self.unit(unit, f"{head} {{ {body} }}\n")
