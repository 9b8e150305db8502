#!/usr/bin/env python3
"""Every path that a fixture opens for writing must have a finding.

Builds a fixture with a main, runs it under strace in a fresh folder, and
collects the path of every system call that creates, opens for writing,
renames, links or removes a file, whether it succeeds or not. Each one outside
the writable root /tmp, judged by the string that was passed, must be covered
by a local-file-write finding: one that names that path, or one that stands on
the call stack of the system call and knows nothing that contradicts it.
Changes of permissions and times are not collected: they create nothing.
It must not know how the tool evaluates paths.

A fixture may say "// link: -lNAME" and "// run: ARGUMENT..." in a line.

    syscall_oracle.py [--drop TEXT]... [--must-write] FILE...
"""

import argparse
import os
import re
import sys
from dataclasses import dataclass, field

import expectations
import tool

CHECK = "stateless-local-file-write"
WRITABLE_ROOT = "/tmp"
NO_FILES = re.compile(r"/dev/(null|zero|full|tty|console|std(in|out|err)|"
                      r"fd(/\d+)?|pts/\d+)$|/proc/(self|\d+)/(fd|task)/")
RUN_LIMIT = 60
_NOBODY = 65534
_TRACED = ("open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,"
           "link,linkat,symlink,symlinkat,unlink,unlinkat,rmdir,truncate,"
           "mknod,mknodat")
# Which of the path arguments are changed; None: all of them.
_CHANGED = {"symlink": 1, "symlinkat": 1, "link": 1, "linkat": 1}
_WRITES = re.compile(r"\bO_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)\b")


@dataclass
class Write:
    """One path that one system call changes."""
    call: str
    path: str  # as passed
    lines: set = field(default_factory=set)  # (file, line) of the callers
    frames: list = field(default_factory=list)  # the fixture's return addresses

    def is_judged(self):
        return not (_below(self.path, WRITABLE_ROOT)
                    or NO_FILES.match(os.path.normpath(self.path)))


def _below(path, root):
    if not path.startswith("/"):
        return False
    normal = os.path.normpath("/" + path.lstrip("/"))
    return normal == root or normal.startswith(root + "/")


_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a",
            "b": "\b"}


def unescape(text):
    """strace's C escapes as the characters that they stand for."""
    def one(m):
        if m[1] and m[1][0] in "01234567":
            return chr(int(m[1], 8))
        return _ESCAPES.get(m[1], m[1])
    raw = re.sub(r"\\([0-7]{1,3}|.)", one, text)
    return raw.encode("latin-1", "replace").decode("utf-8", "replace")


def _paths(arguments, cwd):
    """The path arguments; one below a descriptor gets that folder's name."""
    found = []
    for m in _STRING.finditer(arguments):
        path = unescape(m[1])
        before = arguments[:m.start()]
        folder = re.search(r"(\d+)<((?:[^<>\\]|\\.)*)>,\s*$", before)
        if folder and not path.startswith("/"):
            path = os.path.join(unescape(folder[2]), path)
            # What was reached by a relative path stays relative.
            if path.startswith(cwd + "/"):
                path = os.path.relpath(path, cwd)
        found.append(path)
    return found


def _writes(call, arguments, cwd):
    if call in ("open", "openat", "openat2") and \
            not _WRITES.search(_STRING.sub("", arguments)):
        return []
    paths = _paths(arguments, cwd)
    if call in _CHANGED:
        paths = paths[_CHANGED[call]:_CHANGED[call] + 1]
    return [Write(call, p) for p in paths if p]


_CALL = re.compile(r"^(?P<pid>\d+)\s+(?P<call>\w+)\((?P<rest>.*)$")
_RESUMED = re.compile(r"^(?P<pid>\d+)\s+<\.\.\. \w+ resumed>")
_FRAME = re.compile(r"^ > (?P<object>[^(]*)\(.*\) "
                    r"\[(?P<address>0x[0-9a-f]+)\]$")


def read_trace(text, binary, cwd):
    """All writes of an `strace -f -y -k` log."""
    writes, current, pending = [], [], {}
    for line in text.splitlines():
        frame = _FRAME.match(line)
        if frame:
            if frame["object"] == binary:
                for w in current:
                    w.frames.append(int(frame["address"], 16))
            continue
        resumed = _RESUMED.match(line)
        if resumed:
            current = pending.pop(resumed["pid"], [])
            continue
        call = _CALL.match(line)
        current = _writes(call["call"], call["rest"], cwd) if call else []
        writes += current
        if call and call["rest"].endswith("<unfinished ...>"):
            pending[call["pid"]] = current
    return writes


def locate(writes, binary):
    """Fills in the source lines of the calls on each write's stack."""
    # A return address lies behind its call.
    addresses = sorted({a - 1 for w in writes for a in w.frames})
    if not addresses:
        return
    result = tool.run([tool.llvm_program("llvm-symbolizer"), "--inlines",
                       "--output-style=GNU", "--functions=none",
                       "--addresses", f"--obj={binary}",
                       *map(hex, addresses)])
    lines, address = {}, None
    for line in result.stdout.splitlines():
        if re.match(r"^0x[0-9a-f]+$", line):
            address = int(line, 16)
            continue
        m = re.match(r"^(/.*?):(\d+)", line)
        if m:
            lines.setdefault(address, set()).add(
                (os.path.normpath(m[1]), int(m[2])))
    for w in writes:
        for a in w.frames:
            w.lines |= lines.get(a - 1, set())


def known_prefix(path):
    """What is certain at the front of a path as the tool prints it."""
    return re.split(r"[*?<>{}$%…\[\]]|\.\.\.", path, maxsplit=1)[0]


def _agree(known, path):
    """True if KNOWN (from a finding) and PATH can be the same or nested."""
    prefix = known_prefix(known)
    if not prefix:
        return True
    a, b = os.path.normpath(prefix), os.path.normpath(path)
    if path.startswith(prefix):
        return True
    if prefix != known:
        return b.startswith(a)
    return a == b or b == "." or a.startswith(b + "/") or b.startswith(a + "/")


def covers(finding, write):
    """True if FINDING speaks of WRITE."""
    path, normal = write.path, os.path.normpath(write.path)
    named = [finding.path] if finding.path else []
    if any(os.path.normpath(p) == normal for p in named):
        return True
    said = [finding.message, *[n.text for n in finding.notes]]
    if any(f"'{p}'" in s for p in (path, normal) for s in said):
        return True
    prefix = known_prefix(finding.path)
    if prefix != finding.path and len(prefix) > 1 and path.startswith(prefix):
        return True
    places = {(finding.file, finding.line)} | \
        {(n.file, n.line) for n in finding.notes}
    if places & write.lines:
        return _agree(finding.path, path) or \
            any(_mentions(s, path) for s in said)
    # A command line: its process has no stack of the fixture's.
    return not write.lines and _mentions(finding.message, path)


def _mentions(text, path):
    return bool(re.search(rf"(?<![\w./-]){re.escape(path)}(?![\w./-])", text))


def uncovered(writes, findings):
    mine = [f for f in findings if f.check == CHECK]
    return [w for w in writes if w.is_judged()
            and not any(covers(f, w) for f in mine)]


def _extra(path, key):
    """What a line "// link: ..." or "// run: ..." of a fixture says."""
    m = re.search(rf"^// {key}: (.*)$", expectations.read_text(path), re.M)
    return m[1].split() if m else []


class NoProgram(Exception):
    """Code with a main that does not link: it is not meant to run."""


def build(fixture, scratch):
    binary = os.path.join(scratch.name, "fixture")
    built = tool.run([tool.compiler(fixture.path), "-O0", "-g", "-w",
                      "-pthread", *fixture.args, fixture.path, "-o", binary,
                      *_extra(fixture.path, "link")],
                     os.path.dirname(fixture.path))
    if "undefined reference" in built.stderr:
        raise NoProgram(f"{fixture.path} does not link:\n{built.stderr}")
    if built.returncode != 0:
        raise tool.ToolFailure(f"{fixture.path} does not build:\n"
                               f"{built.stderr}")
    return binary


def trace(binary, scratch, arguments=(), must_succeed=True):
    """Runs BINARY under strace, without the rights of root; its writes."""
    cwd = os.path.join(scratch.name, "run")
    os.mkdir(cwd)
    log = os.path.join(cwd, ".strace")
    more = {}
    if os.geteuid() == 0:
        # A fixture writes all over the system: it must not be able to.
        for folder in (scratch.name, cwd):
            os.chown(folder, _NOBODY, _NOBODY)
        more = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []}
    env = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent/home",
           "LC_ALL": "C.UTF-8"}
    command = ["-f", "-y", "-s", "4096", "-e", f"trace={_TRACED}",
               "-e", "signal=none", "-o", log, binary, *arguments]
    strace = tool.program("STRACE", "strace")
    result = tool.run([strace, "-k", *command], cwd, RUN_LIMIT, env=env, **more)
    if "-k" in result.stderr and not os.path.exists(log):
        # This strace cannot unwind: paths alone must do.
        result = tool.run([strace, *command], cwd, RUN_LIMIT, env=env, **more)
    if "ptrace" in result.stderr.lower() or not os.path.exists(log):
        raise tool.ToolFailure(
            "strace cannot trace here (in a container: --cap-add=SYS_PTRACE, "
            "or kernel.yama.ptrace_scope below 2); the system-call oracle "
            f"needs it:\n{result.stderr}")
    # strace ends by the signal that ended the program.
    if result.returncode < 0 or must_succeed and result.returncode:
        raise tool.ToolFailure(f"the fixture ended with {result.returncode}: "
                               f"what follows was not run:\n{result.stderr}")
    text = expectations.read_text(log)
    writes = read_trace(text, binary, cwd)
    locate(writes, binary)
    return writes


def check_fixture(path, drop, must_write):
    """(number of paths judged, faults as texts)."""
    fixture = expectations.load(path)
    with tool.Scratch() as scratch:
        os.chmod(scratch.name, 0o755)
        writes = trace(build(fixture, scratch), scratch,
                       _extra(fixture.path, "run"), must_write)
    report = tool.run_cli(fixture.path, fixture.args)
    said = report.findings + report.suppressed
    said = [v for v in said
            if not any(d in v.path or d in v.message for d in drop)]
    judged = [w for w in writes if w.is_judged()]
    faults = []
    for w in uncovered(writes, said):
        lines = ", ".join(f"{os.path.basename(f)}:{n}"
                          for f, n in sorted(w.lines)) or "no line known"
        faults.append(f"no finding covers {w.call}(\"{w.path}\") ({lines})")
    expected = any(e.check == CHECK for e in fixture.of("finding"))
    if must_write and not (judged if expected else writes):
        faults.append("the fixture does not write as it should: it tests "
                      "nothing")
    return len(judged), faults


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--drop", action="append", default=[], metavar="TEXT",
                        help="ignore findings whose path or message has TEXT, "
                        "to show that the oracle notices")
    parser.add_argument("--must-write", action="store_true",
                        help="a fixture is a fault that does not end well, "
                        "writes nothing, or expects findings and writes "
                        "nothing outside the root")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args(argv)
    failed = 0
    for path in options.files:
        shown = os.path.relpath(path, tool.FIXTURES)
        try:
            count, faults = check_fixture(path, options.drop,
                                          options.must_write)
        except (tool.ToolFailure, expectations.FixtureError) as e:
            count, faults = 0, [str(e)]
        except NoProgram as e:
            count, faults = 0, [str(e)] if options.must_write else []
            print(f"{shown}: not run, it does not link")
        print(f"{shown}: {count} writes outside {WRITABLE_ROOT}, "
              f"{len(faults)} faults")
        for fault in faults:
            print("  " + fault.replace("\n", "\n  "))
        failed += bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
