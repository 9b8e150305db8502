"""Counts the instructions of a command's own process with valgrind, so that a
test can say how work grows without looking at a clock. Children that the
process forks are not counted. Of valgrind's tools that count, cachegrind
without a cache is the cheapest: half of callgrind, which follows calls.
"""

import functools
import os
import re
import tempfile

import tool

_TOTAL = re.compile(r"^summary:\s*(\d+)", re.M)


@functools.lru_cache(maxsize=None)
def _stripped(program):
    """A copy of PROGRAM without debug information, which valgrind reads before
    anything else and, in newer forms, does not understand."""
    folder = tempfile.TemporaryDirectory(prefix="stripped-")
    copy = os.path.join(folder.name, os.path.basename(program))
    made = tool.run([tool.llvm_program("llvm-objcopy"), "--strip-debug",
                     program, copy])
    if made.returncode != 0:
        raise tool.ToolFailure(f"cannot copy {program}: {made.stderr}")
    return copy, folder  # It lives as long as the cache.


def count(command, cwd=None, limit=600, exits=(0, 1, 3)):
    """Instructions of COMMAND, which must end with one of EXITS."""
    program, _ = _stripped(command[0])
    with tempfile.TemporaryDirectory(prefix="instructions-") as folder:
        shown = tool.run([tool.program("VALGRIND", "valgrind"),
                          "--tool=cachegrind", "--cache-sim=no",
                          f"--cachegrind-out-file={folder}/out.%p",
                          program, *command[1:]], cwd, limit)
        if shown.returncode not in exits:
            raise tool.ToolFailure(f"exit code {shown.returncode} under "
                                   f"valgrind:\n{shown.stderr[-2000:]}")
        # A forked child has a file of its own; the parent's comes first.
        files = sorted(os.listdir(folder), key=lambda n: int(n.split(".")[1]))
        with open(os.path.join(folder, files[0]), encoding="utf-8") as f:
            return int(_TOTAL.findall(f.read())[-1])


def growth(counts, empty):
    """How the work for inputs that grow by ten grows: the factor between each
    two COUNTS, without the EMPTY run that all of them contain. Linear work
    gives 10, n log n little more, quadratic work 100."""
    net = [max(1, c - empty) for c in counts]
    return [b / a for a, b in zip(net, net[1:])]
