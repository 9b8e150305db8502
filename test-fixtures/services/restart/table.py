"""Reads routes.json: how a service is built, started and asked.

README.md says what each key means. It must not know processes, HTTP or the
tool; a key that it does not know is an error, never silence.
"""

import json
import os
import re
from dataclasses import dataclass, field

ALL = "*"
_VARIABLE = re.compile(r"\$\{(\w+)\}")
_KEYS = {"about", "libraries", "arguments", "environment", "stateful",
         "accepted", "stands-for", "behind", "requests"}
_REQUEST_KEYS = {"route", "path", "headers", "body", "capture", "opaque",
                 "repeat-while"}


class TableError(Exception):
    """A routes.json that is written wrongly; the text names the file."""


@dataclass(frozen=True)
class Capture:
    """A value of an answer that later requests send."""
    name: str
    pattern: str
    header: str = ""  # empty: the body
    opaque: bool = False  # random by design: only its presence is compared


@dataclass(frozen=True)
class Request:
    route: str  # as the tool names it: 'GET /notes/(\\d+)'
    method: str
    path: str
    headers: dict = field(default_factory=dict)
    body: str = ""
    captures: tuple = ()
    repeat_while: int = 0  # ask again while the answer has this status


@dataclass(frozen=True)
class Table:
    name: str
    folder: str
    sources: tuple
    libraries: tuple = ()
    arguments: tuple = ()
    environment: dict = field(default_factory=dict)
    requests: tuple = ()
    stateful: frozenset = frozenset()  # what its authors expect
    accepted: frozenset = frozenset()  # symbols of excused findings
    stands_for: dict = field(default_factory=dict)  # entry point -> routes
    behind: dict = field(default_factory=dict)  # symbol -> routes

    @property
    def routes(self):
        return {r.route for r in self.requests}

    @property
    def needs_redis(self):
        return any("${redis}" in text for text in
                   [*self.arguments, *self.environment.values()])


def fill(text, values):
    """TEXT with each ${name} replaced; a name without value is an error."""
    def value(match):
        if match[1] not in values:
            raise TableError(f"'{text}': nothing is called '{match[1]}'")
        return values[match[1]]
    return _VARIABLE.sub(value, text)


def _refuse_unknown(keys, known, where):
    unknown = sorted(set(keys) - known)
    if unknown:
        raise TableError(f"{where}: no such key: {', '.join(unknown)}")


def _captures(data):
    for key in ("capture", "opaque"):
        for name, value in data.get(key, {}).items():
            yield Capture(name, value["pattern"], value.get("header", ""),
                          key == "opaque")


def _request(data, where):
    _refuse_unknown(data, _REQUEST_KEYS, where)
    method, _, pattern = data["route"].partition(" ")
    if not pattern.startswith("/"):
        raise TableError(f"{where}: a route is 'METHOD /path', not "
                         f"'{data['route']}'")
    return Request(data["route"], method, data["path"],
                   data.get("headers", {}), data.get("body", ""),
                   tuple(_captures(data)), data.get("repeat-while", 0))


def _refuse_unasked(table, where):
    """Every route that is spoken of must be asked for."""
    spoken = set(table.stateful)
    for routes in [*table.stands_for.values(), *table.behind.values()]:
        spoken |= set(routes) - {ALL}
    unasked = sorted(spoken - table.routes)
    if unasked:
        raise TableError(f"{where}: no request for {', '.join(unasked)}")


def parse(name, folder, data, sources):
    """A Table from the content of a routes.json."""
    where = os.path.join(name, "routes.json")
    _refuse_unknown(data, _KEYS, where)
    table = Table(
        name, folder, tuple(sources),
        tuple(data.get("libraries", ())), tuple(data.get("arguments", ())),
        data.get("environment", {}),
        tuple(_request(r, f"{where}, request {i}")
              for i, r in enumerate(data["requests"], 1)),
        frozenset(data["stateful"]), frozenset(data.get("accepted", ())),
        data.get("stands-for", {}), data.get("behind", {}))
    _refuse_unasked(table, where)
    return table


def load(folder):
    with open(os.path.join(folder, "routes.json"), encoding="utf-8") as f:
        data = json.load(f)
    sources = sorted(os.path.join(folder, n) for n in os.listdir(folder)
                     if n.endswith(".cpp"))
    return parse(os.path.basename(folder), folder, data, sources)


def load_all(folder):
    """Every service below FOLDER that has a table."""
    return [load(os.path.join(folder, n)) for n in sorted(os.listdir(folder))
            if os.path.isfile(os.path.join(folder, n, "routes.json"))]
