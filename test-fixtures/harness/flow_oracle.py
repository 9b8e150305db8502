#!/usr/bin/env python3
"""The execution oracle: random programs, run and judged.

flow_programs.py draws them, flow_text.py writes them down, flow_truth.py runs
them and compares. Here is what they sum up to, for each keeper. The answer is
1 if any state is called benign, or if more than 2 % (--most-noise) of what
stays the same is told as state.

    flow_oracle.py [--seed N] [--count N] [--only KEEPER] [--keep DIR]
    flow_oracle.py --parts --verbose
"""

import argparse
import concurrent.futures
import resource
import sys
import time
from collections import Counter

import flow_minimise
import flow_programs
import tool
from flow_ends import WRAPPERS
from flow_keepers import KEEPERS
from flow_truth import Tally, check_in_scratch, precompile

MOST_NOISE = 0.02


def by_keeper(tally, programs):
    """{keeper: Counter of total, failures, noise}: each static counts for
    every part of its chain, and for its subject's kind."""
    chains = {p.index: p.chains for p in programs}
    table = {}
    for o in tally.outcomes:
        chain = chains[o.program][o.static.chain]
        names = set(chain.names) | {"subject " + chain.subject,
                                    "by " + chain.transport}
        for name in names:
            row = table.setdefault(name, Counter())
            row["statics"] += 1
            row["changed"] += o.changed
            row["failures"] += o.failure
            row["noise"] += o.noise
            row["alone"] += o.failure and len(chain.items) == 1
    return table


def print_report(tally, programs, elapsed):
    print(f"{'part':32} statics changed failures (alone) noise")
    for name, row in sorted(by_keeper(tally, programs).items(),
                            key=lambda r: (-r[1]["failures"], r[0])):
        print(f"{name:32} {row['statics']:7} {row['changed']:7} "
              f"{row['failures']:8} {row['alone']:7} {row['noise']:5}")
    total = len(tally.outcomes)
    changed = sum(o.changed for o in tally.outcomes)
    failures = sum(o.failure for o in tally.outcomes)
    noise = sum(o.noise for o in tally.outcomes)
    same = max(1, total - changed)
    print(f"\n{len(programs)} programs, {total} statics, {changed} changed: "
          f"{failures} failures; {noise} noise ({100 * noise / same:.1f} % of "
          f"{same} that stayed the same)")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{elapsed:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of "
          f"processors; of all workers: truth {tally.seconds['truth']:.0f} s, "
          f"tool {tally.seconds['tool']:.0f} s")
    for f in tally.faults[:20]:
        print(f"fault: {f}")
    return failures, noise / same


def print_wrong(tally, programs):
    """A line for each; `--first PROGRAM --count 1` runs it again."""
    chains = {p.index: p.chains for p in programs}
    for o in tally.outcomes:
        if o.failure or o.noise:
            chain = chains[o.program][o.static.chain]
            print(f"{'failure' if o.failure else 'noise'}: program "
                  f"{o.program}: {o.static.name} ({o.static.role}) is told "
                  f"'{o.verdict}': {chain.subject} > "
                  f"{' > '.join(chain.names)} > {chain.transport}, used: "
                  f"{chain.when}")


def check_batch(programs, header):
    """The Tally of PROGRAMS; if they fail as one, of each alone."""
    try:
        return check_in_scratch(programs, header)
    except tool.ToolFailure as e:
        if len(programs) == 1:
            return Tally(faults=[f"program {programs[0].index}: {e}"])
    tally = Tally()
    for program in programs:
        tally.add(check_batch([program], header))
    return tally


def run_all(programs, header, options):
    tally = Tally()
    batches = [programs[i:i + options.batch]
               for i in range(0, len(programs), options.batch)]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for found in pool.map(lambda b: check_batch(b, header), batches):
            tally.add(found)
    return tally


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, metavar="INDEX",
                        help="the number of the first program")
    parser.add_argument("--only", default="", metavar="KEEPER",
                        help="every chain begins with this keeper or wrapper")
    parser.add_argument("--batch", type=int, default=25,
                        help="programs in one database")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", metavar="DIR",
                        help="put minimised wrong verdicts there")
    parser.add_argument("--most", type=int, default=10,
                        help="how many of them")
    parser.add_argument("--most-noise", type=float, default=MOST_NOISE,
                        metavar="SHARE")
    parser.add_argument("--parts", action="store_true",
                        help="each keeper, wrapper and subject alone instead")
    parser.add_argument("--verbose", action="store_true",
                        help="print every wrong verdict")
    options = parser.parse_args(argv)
    known = [k.name for k in KEEPERS + WRAPPERS]
    if options.only and options.only not in known:
        parser.error(f"no keeper '{options.only}': {', '.join(known)}")
    start = time.monotonic()
    programs = [flow_programs.choose(options.seed, i, options.only)
                for i in range(options.first, options.first + options.count)]
    if options.parts:
        programs = flow_programs.each_part()
    with tool.Scratch() as scratch:
        header = precompile(scratch.name)
        tally = run_all(programs, header, options)
        failures, share = print_report(tally, programs,
                                       time.monotonic() - start)
        if options.verbose:
            print_wrong(tally, programs)
        if options.keep:
            flow_minimise.keep_examples(tally, programs, header,
                                        options.keep, options.most)
    return 1 if failures or share > options.most_noise or tally.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
