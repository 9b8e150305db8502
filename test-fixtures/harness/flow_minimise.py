#!/usr/bin/env python3
"""Cuts programs that the tool misjudges down to the few parts that it takes.

A program is made smaller step by step, and each step is built, run and judged
again; it stays if a static of the same role is still told wrongly in the same
way. It must not know what the tool says otherwise.
"""

import json
import os
from dataclasses import replace

import flow_text
import tool
from flow_truth import check, check_in_scratch, database


def _alone(program, number):
    """PROGRAM with the one chain, and the one whose types it shares."""
    chain = program.chains[number]
    return replace(program, chains=(replace(chain, twin=-1),))


def smaller(program):
    """Programs that say a little less, the boldest first."""
    chain = program.chains[0]

    def with_chain(**more):
        return replace(program, chains=(replace(chain, **more),))
    if program.units > 1:
        flat = tuple(replace(i, unit=0, setup=0) for i in chain.items)
        yield replace(program, units=1, chains=(
            replace(chain, unit=0, use=0, items=flat),))
    for i in range(len(chain.items)):
        rest = chain.items[:i] + chain.items[i + 1:]
        if rest and not rest[-1].wraps:
            yield with_chain(items=rest)
    if chain.subject != "int":
        yield with_chain(subject="int")
    for i, item in enumerate(chain.items):
        for more in ({"home": "static"}, {"nest": False}, {"get": 0},
                     {"init": False}):
            if any(getattr(item, k) != v for k, v in more.items()):
                items = list(chain.items)
                items[i] = replace(item, **more)
                yield with_chain(items=tuple(items))
    for more in ({"home": "static"}, {"transport": "direct"}, {"access": 0},
                 {"bystander": False}):
        if any(getattr(chain, k) != v for k, v in more.items()):
            yield with_chain(**more)


def _still(program, role, header, wrong):
    try:
        tally = check_in_scratch([program], header)
    except tool.ToolFailure:
        return False  # parts that do not fit together
    return not tally.faults and any(
        getattr(o, wrong) and o.static.role == role for o in tally.outcomes)


def minimise(program, outcome, header):
    """The smallest program found that is still wrong in the same way, or
    None if the chain alone is told rightly."""
    wrong = "failure" if outcome.failure else "noise"
    role = outcome.static.role
    best = _alone(program, outcome.static.chain)
    if not _still(best, role, header, wrong):
        return None
    progress = True
    while progress:
        progress = False
        for candidate in smaller(best):
            if _still(candidate, role, header, wrong):
                best, progress = candidate, True
                break
    return best


def save(program, folder, header):
    """PROGRAM as a folder of its own, with what the run said."""
    os.makedirs(folder, exist_ok=True)
    with tool.Scratch() as scratch:
        tally = check([program], scratch.name, header)
    rendered = flow_text.render(program)
    for name, text in rendered.files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)
    entries = [dict(e, directory=".")
               for e in database("", [program], [rendered])]
    with open(os.path.join(folder, "compile_commands.json"), "w",
              encoding="utf-8") as f:
        json.dump(entries, f, indent=1)
    with open(os.path.join(folder, "TRUTH.txt"), "w", encoding="utf-8") as f:
        f.write(f"{' > '.join(program.chains[0].names)}\n")
        for o in tally.outcomes:
            f.write(f"{o.static.name} ({o.static.role}): "
                    f"{'changes' if o.changed else 'stays the same'} while "
                    f"the loop serves; the tool says: {o.verdict}"
                    f"{'  <-- FAILURE' if o.failure else ''}"
                    f"{'  <-- NOISE' if o.noise else ''}\n")


def keep_examples(tally, programs, header, folder, most):
    """Minimised failures, one for each list of keepers."""
    by_index, seen = {p.index: p for p in programs}, set()
    wrong = [o for o in tally.outcomes if o.failure or o.noise]
    wrong.sort(key=lambda o: (not o.failure, o.program))
    for o in wrong:
        if len(seen) == most:
            break
        program = by_index[o.program]
        small = minimise(program, o, header)
        if small is None:
            small = program
        what = "failure" if o.failure else "noise"
        name = "-".join([what, o.static.role, *small.chains[0].names])
        if name not in seen:
            seen.add(name)
            save(small, os.path.join(folder, name), header)
            print(f"kept {name}")
