#!/usr/bin/env python3
"""Runs a libFuzzer program for some seconds from its seeds.

What it finds goes to a scratch folder, so that the corpus in the repository
only ever holds what somebody chose. After a crash it prints the input, ready
to be put there. It must not know what any fuzzer checks.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

# An input that takes longer than this, or more memory, is a finding. Inputs
# take milliseconds; the clock also runs where a busy machine lets us wait.
SECONDS_FOR_ONE, MEGABYTES = 120, 2048


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fuzzer")
    parser.add_argument("seeds", nargs="+", help="folders")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dictionary")
    parser.add_argument("--max-len", type=int)
    return parser.parse_args()


def command(a, scratch):
    options = [f"-max_total_time={a.seconds}", f"-seed={a.seed}",
               f"-timeout={SECONDS_FOR_ONE}", f"-rss_limit_mb={MEGABYTES}",
               "-print_final_stats=1", "-verbosity=1",
               f"-artifact_prefix={scratch}/found-"]
    if a.dictionary:
        options.append(f"-dict={a.dictionary}")
    if a.max_len:
        options.append(f"-max_len={a.max_len}")
    new = os.path.join(scratch, "new")
    os.mkdir(new)
    return [a.fuzzer, *options, new, *a.seeds]


def main():
    a = arguments()
    for folder in a.seeds:
        if not os.path.isdir(folder) or not os.listdir(folder):
            sys.exit(f"no seeds in '{folder}'")
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch:
        result = subprocess.run(command(a, scratch), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT)
        text = result.stdout.decode("utf-8", "backslashreplace")
        if result.returncode == 0:
            # How far it came: the last line of progress, and the totals.
            progress = re.findall(r"^#\d+\s.*$", text, re.M)
            stats = re.findall(r"^stat::(?:number_of_exec|new_units|peak).*$",
                               text, re.M)
            print("\n".join(progress[-1:] + stats))
            return 0
        print(text[-20000:])
        for name in sorted(os.listdir(scratch)):
            if name.startswith("found-"):
                with open(os.path.join(scratch, name), "rb") as f:
                    print(f"{name}: {f.read()!r}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
