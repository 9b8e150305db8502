"""Holds the tool's verdicts against what was measured, both ways.

A finding is on the state behind a route if the route reaches a write
("entryPoints") or a read ("readEntryPoints") of it. State in memory wants a
finding that names the route. State on the disk wants a finding on writing
files; who reads a file again the tool does not follow, so a route that reads
is covered by the finding on the route that writes. It must not know how the
tool is run or how routes were measured.
"""

import re

from .compare import DISK, MEMORY
from .table import ALL

_NAMED = re.compile(r"[A-Z]+ /")


def medium_of(verdict):
    return DISK if verdict["check"] == "stateless-local-file-write" \
        else MEMORY


def show(verdict):
    routes = sorted({*verdict.get("entryPoints", ()),
                     *verdict.get("readEntryPoints", ())})
    return (f"{verdict.get('file', '?')}:{verdict.get('line', '?')}: "
            f"{verdict['message']} [{verdict['check']}]\n    entry points: "
            f"{', '.join(routes) or 'none'}")


def _is_symbol(verdict, name):
    symbol = verdict.get("symbol", "")
    return symbol == name or symbol.endswith("::" + name)


def routes_of(table, verdict):
    """The routes of the table that VERDICT is about."""
    routes = set()
    for name in [*verdict.get("entryPoints", ()),
                 *verdict.get("readEntryPoints", ())]:
        meant = table.stands_for.get(name, [name])
        routes |= table.routes if ALL in meant else set(meant)
    routes &= table.routes
    if table.behind:
        routes &= {route for name, behind in table.behind.items()
                   if _is_symbol(verdict, name) for route in behind}
    return routes


def judge_entry_points(table, report):
    """Every route is recognised, and every recognised one is asked for."""
    known = {e["name"] for e in report["entryPoints"]}
    named = {e["name"] for e in report["entryPoints"]
             if e["kind"] == "request" and _NAMED.match(e["name"])}
    meant = set()
    for routes in table.stands_for.values():
        meant |= table.routes if ALL in routes else set(routes)
    return [f"no request for '{name}'"
            for name in sorted(named - table.routes)] + \
        [f"not recognised as an entry point: '{name}'" for name in
         sorted(table.routes - named - meant) + sorted(
             set(table.stands_for) - known)]


def judge_findings(table, measured, report):
    """Every finding is on a stateful route."""
    faults = []
    for verdict in report["findings"]:
        routes, medium = routes_of(table, verdict), medium_of(verdict)
        if not routes:
            faults.append(f"a finding on {verdict.get('symbol', '?')}, that "
                          f"is behind no route: {show(verdict)}")
        elif not routes & set(measured.of(medium)):
            faults.append(f"a finding, but no restart changes an answer (by "
                          f"what is lost in {medium}): {show(verdict)}")
    return faults


def judge_accepted(table, report):
    """What is excused has a reason, and is what the table expects."""
    excused = report["suppressed"]
    faults = [f"excused without a reason: {show(v)}" for v in excused
              if not v.get("suppression", {}).get("reason")]
    faults += [f"excused, but not 'accepted' in routes.json: {show(v)}"
               for v in excused
               if not any(_is_symbol(v, n) for n in table.accepted)]
    faults += [f"'{n}' should be reported, and accepted for its reason"
               for n in sorted(table.accepted)
               if not any(_is_symbol(v, n) for v in excused)]
    return faults


def judge_routes(table, measured, report):
    """Behind every stateful route there is a finding, or an accepted one."""
    covered = {MEMORY: set(), DISK: set()}
    for verdict in report["findings"] + report["suppressed"]:
        covered[medium_of(verdict)] |= routes_of(table, verdict)
    faults = []
    for medium in (MEMORY, DISK):
        stateful = measured.of(medium)
        missed = set(stateful) - covered[medium]
        if medium == DISK and covered[DISK] & set(stateful):
            missed = set()  # readers of files: see above
        faults += [f"no finding on the state behind {route} ({medium}): "
                   f"{stateful[route]}" for route in sorted(missed)]
    return faults


def judge_measurement(table, measured):
    """The service is what its authors say: else the driver is at fault."""
    seen = measured.stateful()
    faults = list(measured.faults)
    for route in sorted(seen - table.stateful):
        text = measured.memory.get(route) or measured.disk[route]
        faults.append(f"{route} is stateful, and not so in routes.json: "
                      f"{text}")
    faults += [f"{route} is not stateful, but so in routes.json"
               for route in sorted(table.stateful - seen)]
    return faults


def judge(table, measured, report):
    """All that is wrong, as texts."""
    return ([f"not analysed: {p}" for p in report["problems"]
             if p.get("fatal", True)]
            + [f"rules: {d}" for d in report.get("ruleDiagnostics", ())]
            + judge_measurement(table, measured)
            + judge_entry_points(table, report)
            + judge_accepted(table, report)
            + judge_findings(table, measured, report)
            + judge_routes(table, measured, report))
