#!/usr/bin/env python3
"""Writes a Program down as the text of its units.

render() gives the files and a list of the statics, each with the expressions
that say whether it changed. Types stand in one header for a chain and its
twins; a unit includes those of the chains that it has a part in, and no more,
so that few units parse headers of the library. This file must not know the
tool, nor how programs are drawn.
"""

from dataclasses import dataclass

from flow_homes import Instance, Object, Writer
from flow_parts import fill
from flow_programs import is_inline


@dataclass(frozen=True)
class Static:
    """A static variable of a program and what says whether it changed."""
    name: str
    digests: tuple
    chain: int
    role: str  # subject, bystander, keeper
    instance: str = ""  # a template's: several statics have this name
    expected: bool = False  # by construction; the run decides


@dataclass
class Rendered:
    files: dict
    statics: list


def _paren(text):
    return text if text.replace("_", "a").isalnum() else f"({text})"


@dataclass
class _Value:
    """What enters an item: its type and how it is used at the end."""
    type: str
    pointee: str  # empty: no plain pointer
    use: object  # (value, int) -> statement


class _ChainWriter:
    def __init__(self, writer, number):
        self.writer, self.number = writer, number
        self.program = writer.program
        self.chain = writer.program.chains[number]
        self.inline = is_inline(self.chain)
        kind = self.chain.twin if self.chain.twin >= 0 else number
        self.kind = f"{self.program.index}_{kind}"
        self.mine = f"{self.program.index}_{number}"
        self.values, self.objects = [], {}

    def write(self):
        self.writer.kind = self.kind
        if self.inline:
            self.writer.needs[0].add(self.kind)
        self._subject()
        value = self._base()
        for position, item in enumerate(self.chain.items):
            self.values.append(value)
            value = self._wrap(position, item, value) if item.wraps else \
                self._keep(position, item, value)
        self.values.append(value)
        self._use()

    # Types, once for a chain and its twins.

    def _types(self, text):
        if self.chain.twin < 0:
            self.writer.shared.types.append(text)

    def _alias(self, name, text):
        self._types(f"typedef {text} {name};\n")
        return name

    def _typed(self, text, position, pointee):
        """An alias for the type of the value that enters POSITION."""
        name = self._alias(f"V{self.kind}_{position}", text)
        return name, pointee

    def _base(self):
        part, chain = self.chain.part, self.chain
        ways = part.writes if chain.writes else part.reads
        way = ways[chain.access % len(ways)]

        def use(e, c):
            text = fill(way, e=_paren(e), c=c, n=self.kind)
            return text if chain.writes else f"seen({text});"
        carried = fill(part.carries, n=self.kind)
        pointee = carried[:-2] if carried.endswith(" *") else ""
        return _Value(*self._typed(carried, 0, pointee), use)

    def _holes(self, position, value):
        return {"n": f"{self.kind}_{position}", "m": f"{self.mine}_{position}",
                "V": value.type, "X": value.pointee}

    # The subject and the keepers' objects.

    def _new(self, suffix, type_, home, unit, name, init=""):
        return Object(self.writer, suffix, type_, home, unit, name, init)

    def _list(self, thing, digests, role, **more):
        if thing.home != "local":
            self.writer.statics.append(Static(thing.listed, digests,
                                              self.number, role, **more))

    def _subject(self):
        part, chain = self.chain.part, self.chain
        self.writer.shared.includes.update(part.headers)
        self._types(fill(part.types, n=self.kind))
        make = self._instances if part.own else self._variables
        made = make(part, [f"S{self.mine}"] +
                    [f"B{self.mine}"] * chain.bystander)
        self.object, self.beside = made[0], (made + [None])[1]
        for thing, role in zip(made, ("subject", "bystander")):
            self._list(thing, tuple(fill(d, o=thing.plain())
                                    for d in part.digests), role,
                       instance=thing.plain() if part.own else "",
                       expected=role == "subject" and chain.writes and
                       chain.when == "serving")

    def _variables(self, part, names):
        type_, init = fill(part.type, n=self.kind), part.init
        if self.chain.home == "app" and init.startswith("("):
            init = f" = {type_}{init}"
        return [self._new(n, type_, self.chain.home, self.chain.unit, n, init)
                for n in names]

    def _instances(self, part, names):
        """The subject's instance, and one beside it that is only read."""
        self.writer.shared.types += [fill(part.tags, m=n) for n in names]
        return [Instance(f"S{self.kind}", fill(part.own, n=self.kind, m=n))
                for n in names]

    def _keep(self, position, item, value):
        part, holes = item.part, self._holes(position, value)
        self.writer.shared.includes.update(part.headers)
        self._types(fill(part.types, **holes))
        if part.tags:
            self.writer.shared.types.append(fill(part.tags, **holes))
        type_ = self._alias(f"K{holes['n']}_t", fill(part.storage, **holes))
        initialised = self._initialises(item, value)
        init = ""
        if initialised:
            given = fill(part.init, v=self._value(position, item.unit), **holes)
            init = f" = {given}"
        thing = self._new(holes["m"], type_, item.home, item.unit,
                          f"K{holes['m']}", init)
        self.objects[position] = thing
        self._list_keeper(thing, part, holes)
        if not initialised:
            self._put(position, item, thing, holes)
        if part.turns:
            self._each_turn(item, thing, holes)
        return self._handed_on(position, item, value, type_, holes)

    def _list_keeper(self, thing, part, holes):
        digests = tuple(fill(d, o=thing.plain()) for d in part.digests)
        self._list(thing, digests, "keeper", expected=bool(part.turns))
        if part.own:
            own = fill(part.own, **holes)
            self.writer.statics.append(Static(
                f"P{holes['n']}", (own,), self.number, "keeper", own))

    def _initialises(self, item, value):
        """Whether the value can stand in the keeper's own initialiser."""
        nameable = ("static", "extern", "hidden", "anonymous")
        seen = ("extern", "inline", "member") if \
            self.chain.unit != item.unit else (*nameable, "inline", "member")
        return (item.init and value.pointee and item.home in nameable and
                not self.chain.part.own and self.chain.home in seen)

    def _put(self, position, item, thing, holes):
        unit = 0 if self.inline else item.setup
        given = self._value(position, unit)
        name = f"K{holes['m']}"
        if item.home == "hidden" and unit != item.unit:
            body = fill(item.part.put, o=thing.plain(), v="v", **holes)
            self.writer.function(item.unit, f"put_{name}", f"{holes['V']} v",
                                 body)
            step = f"put_{name}({given});"
        else:
            o = thing.seen_from(unit)
            step = fill(item.part.put, o=o, v=_paren(given), **holes)
            if self.beside and position == 0 and item.part.other:
                w = fill(self.chain.part.value, o=self.beside.seen_from(unit))
                step += " " + fill(item.part.other, o=o, w=_paren(w), **holes)
        if self.inline:
            self.writer.start.append(f"  {step}\n")
        else:
            self.writer.step(unit, f"setup_{name}",
                             "void" if self.writer.c else "", step)
            self.writer.start.append(f"  setup_{name}();\n")

    def _each_turn(self, item, thing, holes):
        step = fill(item.part.turns, o=thing.seen_from(
            0 if self.inline else item.unit), **holes)
        if not self.inline:
            self.writer.step(item.unit, f"turn_K{holes['m']}", "", step)
            step = f"turn_K{holes['m']}();"
        self.writer.turn.append(f"    {step}\n")

    def _handed_on(self, position, item, value, type_, holes):
        """The value that the next item gets."""
        if not item.nest:
            return value
        way = item.part.get[item.get % len(item.part.get)]

        def use(e, c):
            got = fill(way, o=_paren("*" + _paren(e)), c=c, **holes)
            return value.use(got, c)
        return _Value(*self._typed(f"{type_} *", position + 1, type_), use)

    def _wrap(self, position, item, value):
        part, holes = item.part, self._holes(position, value)
        self.writer.shared.includes.update(part.headers)
        self._types(fill(part.types, u=value.use("p", "c"), **holes))
        result = fill(part.result, **holes)
        pointee = result[:-2] if result.endswith(" *") else ""

        def use(e, c):
            return fill(part.call, e=_paren(e), c=c, **holes) + ";"
        return _Value(*self._typed(result, position + 1, pointee), use)

    def _value(self, position, unit, c="1"):
        """The value that enters POSITION, as UNIT names it."""
        if position == 0:
            return fill(self.chain.part.value, o=self.object.seen_from(unit),
                        n=self.kind)
        item = self.chain.items[position - 1]
        holes = self._holes(position - 1, self.values[position - 1])
        if item.wraps:
            given = self._value(position - 1, unit, c)
            return fill(item.part.make, v=_paren(given), **holes)
        thing = self.objects[position - 1]
        if item.nest:
            return "&" + thing.seen_from(unit)
        return self._get(item, thing, unit, c, holes)

    def _get(self, item, thing, unit, c, holes):
        way = item.part.get[item.get % len(item.part.get)]
        if item.home == "hidden" and unit != item.unit:
            head = f"{holes['V']} get_{thing.name}(int c)"
            got = fill(way, o=thing.plain(), c="c", **holes)
            self.writer.once(f"{head};\n", item.unit,
                             f"{head} {{ return {got}; }}\n")
            return f"get_{thing.name}({c})"
        return fill(way, o=thing.seen_from(unit), c=c, **holes)

    # The end of the chain.

    def _use(self):
        chain, last = self.chain, len(self.chain.items)
        unit = 0 if self.inline else chain.use
        got = self._value(last, unit, "c")
        value = self.values[last]
        if chain.when == "never" and chain.access % 3 == 0:
            return  # nothing uses it at all
        text = getattr(self, "_by_" + chain.transport.replace("-", "_"))(
            unit, got, value)
        if not self.inline:
            name = f"serve_{self.mine}"
            if self.chain.part.own and self.beside:
                text += f" seen({self.beside.plain()});"
            self.writer.step(unit, name, "int c", text)
            text = f"{name}(c);"
        place = {"serving": self.writer.turn, "startup": self.writer.start,
                 "ending": self.writer.end, "never": []}[chain.when]
        indent = "    " if chain.when == "serving" else "  "
        place.append(f"{indent}{{ {text} }}\n" if chain.when == "serving" else
                     f"{indent}{{ int c = 9; {text} }}\n")

    def _helper(self, unit, text):
        self.writer.unit(unit, text)

    def _by_direct(self, unit, got, value):
        return value.use(got, "c")

    def _by_parameter(self, unit, got, value):
        name = f"bump_{self.mine}"
        self._helper(unit, f"static void {name}({value.type} p, int c) {{ "
                     f"{value.use('p', 'c')} }}\n")
        return f"{name}({got}, c);"

    def _by_recursion(self, unit, got, value):
        name = f"walk_{self.mine}"
        self._helper(unit, f"static void {name}({value.type} p, int depth, int"
                     f" c) {{ if (depth > 0) {{ {name}(p, depth - 1, c); "
                     f"return; }} {value.use('p', 'c')} }}\n")
        return f"{name}({got}, 3, c);"

    def _by_out_parameter(self, unit, got, value):
        name = f"give_{self.mine}"
        self._helper(unit, f"static void {name}({value.type} *to, int c) {{ "
                     f"*to = {got}; }}\n")
        if self.chain.part.only:  # no default value
            return value.use(got, "c")
        zero = "" if self.writer.c else "{}"
        return (f"{value.type} p{zero}; {name}(&p, c); "
                f"{value.use('p', 'c')}")

    def _by_result_chain(self, unit, got, value):
        first, second = f"one_{self.mine}", f"two_{self.mine}"
        self._helper(unit, f"static {value.type} {first}(int c) {{ return "
                     f"{got}; }}\nstatic {value.type} {second}(int c) {{ "
                     f"return {first}(c); }}\n")
        return value.use(f"{second}(c)", "c")

    def _by_template(self, unit, got, value):
        name = f"bump_{self.mine}"
        self._helper(unit, f"template <class T> static void {name}(T p, int c)"
                     f" {{ {value.use('p', 'c')} }}\n")
        return f"{name}({got}, c);"

    def _by_lambda(self, unit, got, value):
        return f"auto f = [&](int c) {{ {value.use(got, 'c')} }}; f(c);"

    def _by_method(self, unit, got, value):
        name = f"User_{self.mine}"
        self._helper(unit, f"struct {name} {{ {value.type} P; void run(int c) "
                     f"{{ {value.use('P', 'c')} }} }};\n")
        return f"{name} u{{{got}}}; u.run(c);"

    def _by_reference(self, unit, got, value):
        if not value.pointee:
            return self._by_direct(unit, got, value)
        name = f"of_{self.mine}"
        self._helper(unit, f"static {value.pointee} &{name}(int c) {{ return "
                     f"*{_paren(got)}; }}\n")
        return value.use(f"&{name}(c)", "c")


def _foreign(program, text):
    """A function that the observer has."""
    return text if program.c else f'extern "C" {text}'


def _header_text(program, kind, header):
    guard = f"P{kind}_H"
    includes = "".join(f"#include <{h}>\n" for h in sorted(header.includes))
    seen = _foreign(program, "void seen(int);\n")
    return (f"#ifndef {guard}\n#define {guard}\n{includes}{seen}"
            f"{''.join(header.types)}{''.join(header.declared)}#endif\n")


def _main_text(program, writer):
    accept = _foreign(program, "int accept(int, void *, void *);\n")
    return (f"{accept}{''.join(writer.called)}"
            f"int main({'void' if program.c else ''}) {{\n"
            f"{''.join(writer.start)}  for (;;) {{\n    int c = accept(3, 0, "
            f"0);\n    if (c < 0)\n      break;\n{''.join(writer.turn)}  }}\n"
            f"{''.join(writer.end)}  return 0;\n}}\n")


def render(program):
    """The files of PROGRAM and its statics."""
    writer = Writer(program)
    for number in range(len(program.chains)):
        _ChainWriter(writer, number).write()
    files = {f"c{kind}.h": _header_text(program, kind, h)
             for kind, h in writer.headers.items()}
    suffix = "c" if program.c else "cpp"
    for number, (text, kinds) in enumerate(zip(writer.texts, writer.needs)):
        if number and not text:
            continue
        includes = [f'#include "c{k}.h"\n' for k in sorted(kinds)]
        files[f"u{number}.{suffix}"] = "".join(includes + text) + \
            (_main_text(program, writer) if number == 0 else "")
    return Rendered(files, writer.statics)
