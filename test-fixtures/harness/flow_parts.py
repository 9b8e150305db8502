#!/usr/bin/env python3
"""What generated programs are made of: keepers, wrappers and subjects.

A keeper is C++ text with holes: a storage type, a way to put a value in and
ways to get it out again. A wrapper makes a callable of a value, with the use
of that value inside. They compose: what one gives out, or its own address, is
the value of the next. A subject is the static that a chain begins with. This
file must not know how a program is laid out, nor what the tool thinks of it.

Holes: $o the keeper's object, $v the value that is put in, $w the value of a
bystander, $V the value's type, $X what a pointer of that type points at, $n
and $m suffixes that make the names of types and of objects unique, $c an int
that differs in each turn, $e a value that is used, $u a statement that uses
the value p.
"""

import re
from dataclasses import dataclass


def fill(text, **holes):
    """TEXT with its holes filled; an unknown hole is an error."""
    return re.sub(r"\$(\w)", lambda m: holes[m[1]], text)


@dataclass(frozen=True)
class Keeper:
    name: str
    storage: str
    put: str
    get: tuple  # alternatives
    headers: tuple = ()
    types: str = ""
    other: str = ""  # puts a bystander beside the value
    init: str = ""  # an initialiser that does what `put` does
    digests: tuple = ("$o",)
    pointer: bool = False  # only for values that are plain pointers
    trivial: bool = False  # only for values that malloc'ed memory may hold
    c: bool = False  # the text is C, too
    modern: bool = False  # needs C++20
    turns: str = ""  # run in every turn: the keeper itself is state
    tags: str = ""  # declarations for each object; $m is its suffix
    own: str = ""  # the static that holds the value instead of the object


@dataclass(frozen=True)
class Wrapper:
    name: str
    result: str  # the type of the callable
    types: str  # $u in it: the use of $e
    make: str
    call: str
    headers: tuple = ()
    pointer: bool = False
    c: bool = False
    trivial: bool = False
    modern: bool = False


def keeper(name, storage, put, *get, **more):
    return Keeper(name, storage, put, get, **more)


def struct(name, members):
    """A struct that C and C++ both name without a tag."""
    return f"typedef struct {name} {{ {members} }} {name};\n"


def wrapper(name, result, types, make, call, *headers, **more):
    return Wrapper(name, result, types, make, call, headers, **more)


@dataclass(frozen=True)
class Subject:
    """What the chain starts with: a static and how it is used at the end."""
    name: str
    type: str
    value: str  # the value that travels; $o is the static
    carries: str  # its type
    writes: tuple  # statements on $e
    reads: tuple  # expressions on $e, of an arithmetic type
    types: str = ""
    headers: tuple = ()
    init: str = ""
    digests: tuple = ("$o",)
    c: bool = False
    modern: bool = False
    tags: str = ""  # as a keeper's: an instance for each object
    own: str = ""
    only: tuple = ()  # the keepers that can hold what has no default value


def by_name(table, name):
    return next(k for k in table if k.name == name)
