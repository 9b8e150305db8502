"""Which routes are stateful: their answers differ after a restart.

Compares runs that drive.py made, or that a test made up. Two undisturbed runs
must agree, and what comes before a restart must, or nothing is proved. A
request is compared only if it was the same one: a client that was never given
a token sends another request, and what it is told then says nothing of that
route; the run with the restart just before that request does.

It must not know processes or the tool.
"""

from dataclasses import dataclass, field

MEMORY, DISK = "memory", "disk"


@dataclass
class Measurement:
    """Stateful routes, each with what was seen first."""
    memory: dict = field(default_factory=dict)
    disk: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)
    runs: int = 0

    def stateful(self):
        return set(self.memory) | set(self.disk)

    def of(self, medium):
        return self.memory if medium == MEMORY else self.disk


def changes(baseline, other, since):
    """{index: what became of the answer} from request SINCE on."""
    return {i: f"after a restart before request {since + 1}, request "
               f"{i + 1}: {a} became {b}"
            for i, (a, b) in enumerate(zip(baseline, other))
            if i >= since and a.sent == b.sent and a.content != b.content}


def unstable(baseline, other, until):
    """Differences that no restart explains."""
    faults = [f"request {i + 1}, {a.route}, differs without a restart: {a} "
              f"and {b}" for i, (a, b) in
              enumerate(zip(baseline[:until], other)) if a != b]
    if len(baseline) != len(other):
        faults.append(f"{len(baseline)} and {len(other)} answers")
    return faults


def measure(run, count):
    """A Measurement of COUNT requests. run(gap, keep_disk) makes one Run with
    a restart after GAP requests (None: none)."""
    found = Measurement()

    def once(gap, keep_disk):
        found.runs += 1
        return run(gap, keep_disk)

    first, second = once(None, True), once(None, True)
    found.faults = unstable(first.answers, second.answers, count)
    if len(first.answers) != count:
        found.faults.append(f"{len(first.answers)} answers to {count} "
                            f"requests")
    uses_disk = first.wrote_files or second.wrote_files
    for gap in range(1, count):
        kept = once(gap, True).answers
        found.faults += unstable(first.answers, kept, gap)
        in_memory = changes(first.answers, kept, gap)
        _note(found.memory, first.answers, in_memory)
        if uses_disk:
            lost = once(gap, False).answers
            found.faults += unstable(first.answers, lost, gap)
            _note(found.disk, first.answers, {
                i: text for i, text in
                changes(first.answers, lost, gap).items()
                if i not in in_memory})
    return found


def _note(stateful, answers, changed):
    for i, text in changed.items():
        stateful.setdefault(answers[i].route, text)
