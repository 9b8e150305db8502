#!/usr/bin/env python3
"""Draws small programs that route addresses and closures through keepers.

A Program is plain data: chains of keepers between a static variable and a
serving loop around accept(). choose() draws one from a seed and an index;
flow_text.py writes it down. It is data so that a chain that the tool misjudges
can be cut down and written again. This file must not know the tool.
"""

import random
from dataclasses import dataclass, replace

from flow_ends import SUBJECTS, WRAPPERS
from flow_keepers import KEEPERS
from flow_parts import by_name

HOMES = ("static", "extern", "hidden", "function", "inline", "member", "heap",
         "local", "app", "anonymous")
C_HOMES = ("static", "extern", "hidden", "function", "local")
SUBJECT_HOMES = ("static", "extern", "function", "inline", "member", "app",
                 "anonymous")
C_SUBJECT_HOMES = ("static", "extern", "function")
TRANSPORTS = ("direct", "parameter", "recursion", "out-parameter",
              "result-chain", "template", "lambda", "method", "reference")
C_TRANSPORTS = TRANSPORTS[:5]
INLINE_TRANSPORTS = ("direct", "parameter", "recursion", "template", "lambda")
# What a program includes of the library: parsing it is most of the cost.
HEADERS = (
    ("algorithm", "array", "deque", "iterator", "list", "map", "set",
     "unordered_map", "utility", "vector"),
    ("functional", "tuple", "utility"),
    ("array", "functional", "vector"),
    ("memory", "utility", "vector"),
    ("any", "array", "optional", "tuple", "utility", "variant"),
    ("map", "string", "utility"),
    ("array", "span", "utility", "vector"),
)
ALL_HEADERS = tuple(sorted(set(sum(HEADERS, ()))))
WHEN = ("serving", "startup", "ending", "never")


@dataclass(frozen=True)
class Item:
    """One keeper with its home, or a wrapper."""
    name: str
    wraps: bool = False
    home: str = "static"
    unit: int = 0  # where the home stands
    setup: int = 0  # where the value is put in
    nest: bool = False  # hands its own address on, not what it keeps
    get: int = 0
    init: bool = False  # filled by its initialiser

    @property
    def part(self):
        table = WRAPPERS if self.wraps else KEEPERS
        return by_name(table, self.name)


@dataclass(frozen=True)
class Chain:
    subject: str
    items: tuple
    home: str = "static"
    unit: int = 0
    writes: bool = True
    access: int = 0  # which of the subject's ways to write or read
    when: str = "serving"
    transport: str = "direct"
    use: int = 0  # the unit of the use
    twin: int = -1  # shares the types of this chain
    bystander: bool = False  # another static lies beside the value

    @property
    def part(self):
        return by_name(SUBJECTS, self.subject)

    @property
    def names(self):
        return [i.name for i in self.items]


@dataclass(frozen=True)
class Program:
    index: int
    standard: str
    units: int
    chains: tuple

    @property
    def c(self):
        return not self.standard.startswith("c++")


# ---- Drawing a program -------------------------------------------------------

@dataclass(frozen=True)
class _Frame:
    """What all chains of a program share."""
    c: bool
    units: int
    headers: tuple
    first: str

    def may(self, part):
        library = [h for h in part.headers if not h.endswith(".h")]
        return (part.c or not self.c) and set(library) <= set(self.headers)


def _fits(frame, part, pointer, trivial):
    return (frame.may(part) and (pointer or not part.pointer) and
            (trivial or not part.trivial))


def _pick(rng, frame, choices):
    """One of CHOICES, or None if there are none. What needs the headers that
    the program pays for anyway comes more often."""
    weights = [5 if set(c.headers) & set(frame.headers) else 1
               for c in choices]
    return rng.choices(choices, weights)[0] if choices else None


def _draw_wrapper(rng, frame, pointer, trivial, first):
    wrappers = [w for w in WRAPPERS if _fits(frame, w, pointer, trivial)
                and (not first or w.name == first)]
    return _pick(rng, frame, wrappers)


def _draw_keeper(rng, frame, subject, pointer, trivial, first):
    keepers = [k for k in KEEPERS if _fits(frame, k, pointer, trivial)
               and (not subject.only or k.name in subject.only)
               and (not first or k.name == first)]
    return _pick(rng, frame, keepers)


def _keeper_item(rng, frame, subject, keeper, is_first):
    unit = rng.randrange(frame.units)
    return Item(
        keeper.name, home=rng.choice(C_HOMES if frame.c else HOMES), unit=unit,
        setup=rng.choice((unit, 0, rng.randrange(frame.units))),
        nest=not keeper.own and not subject.only and rng.random() < .4,
        get=rng.randrange(len(keeper.get)),
        init=bool(keeper.init) and is_first and rng.random() < .3)


def _draw_items(rng, frame, subject):
    """Keepers, and a wrapper perhaps, that can hold what they are given; None
    if nothing fits."""
    items, pointer, trivial = [], subject.carries.endswith("*"), True
    named_wrapper = frame.first in [w.name for w in WRAPPERS]
    wrap_at = 0 if named_wrapper else rng.choice((0, 0, 1, 2, -1, -1))
    for position in range(rng.choice((1, 1, 2, 2, 3))):
        if position == wrap_at and not subject.only:
            made = _draw_wrapper(rng, frame, pointer, trivial,
                                 frame.first if named_wrapper else "")
            if made:
                items.append(Item(made.name, wraps=True))
                pointer = made.result.endswith("*")
                trivial = not made.result.startswith("std::")
        if named_wrapper and not items:
            return None
        keeper = _draw_keeper(rng, frame, subject, pointer, trivial,
                              "" if items else frame.first)
        if not keeper:
            return None
        items.append(_keeper_item(rng, frame, subject, keeper, not items))
        if items[-1].nest:
            pointer, trivial = True, True
    return tuple(items)


def is_inline(chain):
    """All that touches a local of main stands in main."""
    return any(i.home == "local" for i in chain.items)


def _legal(rng, chain, c):
    """CHAIN without what its parts cannot do together."""
    inline = is_inline(chain)
    allowed = C_TRANSPORTS if c else TRANSPORTS
    allowed = [t for t in allowed if not inline or t in INLINE_TRANSPORTS]
    transport = chain.transport
    if transport not in allowed:
        transport = rng.choice(allowed)
    if inline:
        chain = replace(chain, use=0, items=tuple(
            replace(i, setup=0) for i in chain.items))
    return replace(chain, transport=transport)


def _draw_chain(rng, frame):
    c, units = frame.c, frame.units
    while True:
        subject = rng.choice([s for s in SUBJECTS if frame.may(s)])
        items = _draw_items(rng, frame, subject)
        if items:
            break
    writes = rng.random() < .8
    return _legal(rng, Chain(
        subject.name, items,
        home=rng.choice(C_SUBJECT_HOMES if c else SUBJECT_HOMES),
        unit=rng.randrange(units), writes=writes,
        access=rng.randrange(12),
        when=rng.choices(WHEN, (9, 1, 1, 2))[0],
        transport=rng.choice(TRANSPORTS), use=rng.randrange(units),
        bystander=bool(subject.own) or rng.random() < .08), c)


def _draw_twin(rng, frame, chain, number):
    """Other objects of the same types, used at another time or only read."""
    c, units = frame.c, frame.units
    wraps = any(i.wraps for i in chain.items)
    items = tuple(replace(i, unit=rng.randrange(units), init=False,
                          setup=rng.randrange(units),
                          home=rng.choice(C_HOMES if c else HOMES))
                  for i in chain.items)
    writes = chain.writes if wraps else rng.random() < .3
    return _legal(rng, replace(
        chain, items=items, twin=number, writes=writes,
        bystander=bool(chain.part.own),
        home=rng.choice(C_SUBJECT_HOMES if c else SUBJECT_HOMES),
        unit=rng.randrange(units), use=rng.randrange(units),
        when=rng.choice(("startup", "never") if writes else WHEN),
        transport=rng.choice(TRANSPORTS)), c)


def _standard(rng, frame, chains):
    if frame.c:
        return "c17"
    modern = any(part.modern for chain in chains for part in
                 [chain.part, *(i.part for i in chain.items)])
    return "c++20" if modern or rng.random() < .25 else "c++17"


def choose(seed, index, first=""):
    """Program number INDEX of SEED; chains begin with FIRST, if given."""
    rng = random.Random(f"{seed}:{index}:{first}")
    named = [k for k in KEEPERS + WRAPPERS if k.name == first]
    c = all(k.c for k in named) and rng.random() < .12
    headers = () if rng.random() < .55 else \
        rng.choice((ALL_HEADERS, *HEADERS, *HEADERS))
    frame = _Frame(c, 1, headers, first)
    if not all(map(frame.may, named)):
        frame = replace(frame, headers=rng.choice(
            [h for h in HEADERS if all(map(replace(frame, headers=h).may,
                                           named))] or [ALL_HEADERS]))
    units = (1, 1, 1, 1, 1, 2) if frame.headers else (1, 1, 2, 2, 3, 4)
    frame = replace(frame, units=rng.choice(units))
    chains = []
    for _ in range(rng.choice((1, 2, 2, 3))):
        chains.append(_draw_chain(rng, frame))
        if rng.random() < .3:
            chains.append(_draw_twin(rng, frame, chains[-1], len(chains) - 1))
    return Program(index, _standard(rng, frame, chains), frame.units,
                   tuple(chains))


def each_part():
    """A program for each keeper, wrapper and subject, as plain as can be."""
    chains = [Chain("int", (Item(k.name),)) for k in KEEPERS]
    chains += [Chain("int", (Item(w.name, wraps=True), Item("raw")))
               for w in WRAPPERS]
    chains += [Chain(s.name, (Item((s.only or ("raw",))[0]),),
                     bystander=bool(s.own)) for s in SUBJECTS]
    return [Program(i, "c++20", 1, (c,)) for i, c in enumerate(chains)]
