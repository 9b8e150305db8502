#!/usr/bin/env python3
"""Runs a command under strace and says what it did besides reading.

    trace = run_traced([TOOL, "-p", "build"], cwd=project)
    assert not trace.forbidden(outputs=["report.json"]), trace.describe()

An act is what changes something outside of the process, or could: executing,
opening for writing, creating, removing, renaming, changing attributes,
sockets, processes, signals, and doors of the kernel that lead to these. An act
that the kernel refused is listed as well: its `error` says how. This file must
not know what the command is.
"""
import codecs
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, field

# What an act is about -> the system calls that do it.
KINDS = {
    "execute": "execve execveat uselib",
    "open": "open openat openat2 open_by_handle_at",
    "create": "creat mkdir mkdirat mknod mknodat link linkat symlink symlinkat",
    "remove": "unlink unlinkat rmdir",
    "rename": "rename renameat renameat2",
    "change": "chmod fchmod fchmodat chown fchown lchown fchownat truncate "
              "ftruncate fallocate utime utimes utimensat futimesat setxattr "
              "lsetxattr fsetxattr removexattr lremovexattr fremovexattr",
    "network": "socket socketpair connect bind listen accept accept4 sendto "
               "sendmsg sendmmsg",
    "process": "fork vfork clone clone3 setsid setpgid setns unshare",
    "signal": "kill tkill tgkill rt_sigqueueinfo rt_tgsigqueueinfo "
              "pidfd_send_signal",
    "kernel": "ptrace process_vm_readv process_vm_writev io_uring_setup bpf "
              "perf_event_open memfd_create memfd_secret userfaultfd keyctl "
              "add_key request_key mount umount2 move_mount fsopen pivot_root "
              "chroot swapon reboot init_module finit_module kexec_load "
              "shmget msgget semget mq_open mq_unlink fanotify_init pidfd_open "
              "pidfd_getfd splice tee vmsplice",
}
KIND_OF = {call: kind for kind, calls in KINDS.items()
           for call in calls.split()}
# Which argument names the file; two where both names count.
PATHS = {"openat": (1,), "openat2": (1,), "mkdirat": (1,), "mknodat": (1,),
         "linkat": (1, 3), "symlinkat": (2,), "unlinkat": (1,),
         "renameat": (1, 3), "renameat2": (1, 3), "fchmodat": (1,),
         "fchownat": (1,), "utimensat": (1,), "futimesat": (1,),
         "execveat": (1,), "link": (0, 1), "symlink": (1,), "rename": (0, 1),
         "memfd_create": (), "fsopen": (), "add_key": (), "request_key": ()}
READING = re.compile(r"O_RDONLY|O_PATH")
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")
LINE = re.compile(r"^(?P<call>\w+)\((?P<rest>.*)$", re.S)
END = re.compile(r"\)\s+= (?P<value>-?\w+)(?:<[^\n]*>)?(?: (?P<error>E[A-Z]+))?")
THREAD = "CLONE_THREAD"  # A thread is no process.
NEW_PROCESS = ("fork", "vfork", "clone", "clone3")


@dataclass(frozen=True)
class Act:
    kind: str  # a key of KINDS, with "write" for an open that may write
    call: str
    paths: tuple  # absolute where strace knows the folder; may be empty
    pid: int
    is_main: bool  # done by the command itself, not by a child of it
    error: str  # "EPERM"; empty if the kernel did it
    text: str  # the line of strace

    @property
    def done(self):
        return not self.error

    @property
    def path(self):
        return self.paths[0] if self.paths else ""

    def __str__(self):
        who = "main" if self.is_main else "child"
        return f"{self.kind} by {who} {self.pid}: {self.text}"


@dataclass
class Trace:
    code: int  # as subprocess gives it: negative for a signal
    out: bytes
    err: bytes
    main: int  # process id of the command
    cwd: str
    acts: list = field(default_factory=list)
    processes: tuple = ()  # that were started, by number; no threads
    lines: dict = field(default_factory=dict)  # pid -> what strace wrote

    def forbidden(self, outputs=(), attempts=True):
        """The acts that nobody asked for.

        Allowed are: the first execve, processes that the command itself
        starts and their process groups, its signals to them, a process's
        signals to itself (abort), devices without memory, and the files in
        outputs, also under the name from which they are renamed. Without
        attempts only what the kernel did."""
        allowed = {os.path.join(self.cwd, o) for o in outputs}
        allowed |= {a.path for a in self.acts if a.is_main and a.done and
                    a.kind == "rename" and a.paths[1:] and
                    a.paths[1] in allowed}
        first = next((a for a in self.acts
                      if a.is_main and a.kind == "execute"), None)
        return [a for a in self.acts
                if a is not first and (attempts or a.done)
                and not self._is_own(a, allowed)]

    def _is_own(self, act, allowed):
        if act.kind == "process":
            return act.is_main and act.call in NEW_PROCESS or (
                act.call == "setpgid" and self._numbers(act)[0] in
                (0, act.pid, *self.processes))
        if act.kind == "signal":
            target = abs(self._numbers(act)[0])
            return target == act.pid or (act.is_main and
                                         target in self.processes)
        if act.kind == "write" and act.path in ("/dev/null", "/dev/tty"):
            return True
        return bool(act.is_main and act.paths and
                    all(p in allowed for p in act.paths))

    @staticmethod
    def _numbers(act):
        return [int(n) for n in re.findall(r"-?\d+", act.text.split("(", 1)[1])
                ] or [0]

    def describe(self, acts=None):
        return "\n".join(map(str, self.forbidden() if acts is None else acts))


def run_traced(command, cwd=None, env=None, stdin=subprocess.DEVNULL,
               timeout=None, also=()):
    """Runs command under strace -f to its end and returns its Trace. Its lines
    have the system calls of KINDS, and of `also`."""
    cwd = os.path.realpath(cwd or os.getcwd())
    with tempfile.TemporaryDirectory(prefix="stateless-trace-") as folder:
        calls = ",".join("?" + call for call in sorted({*KIND_OF, *also}))
        # One file for each process: no line is cut in two by another process.
        # Not --seccomp-bpf: it would not see what a filter refuses.
        strace = ["strace", "-ff", "-q", "-y", "-v", "-s", "65536", "-e",
                  "signal=none", "-e", f"trace={calls}", "-o",
                  os.path.join(folder, "of"), "--", *command]
        # A sanitizer looks for leaks as a tracer does, and there is one already.
        env = dict(os.environ if env is None else env)
        env["ASAN_OPTIONS"] = ":".join(
            filter(None, [env.get("ASAN_OPTIONS"), "detect_leaks=0"]))
        done = subprocess.run(strace, cwd=cwd, env=env, stdin=stdin,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=timeout, check=False)
        logs = {}
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), encoding="latin-1",
                      newline="\n") as log:
                logs[int(name.rpartition(".")[2])] = log.read().split("\n")
    if not logs:
        raise RuntimeError("strace wrote nothing: " +
                           done.stderr.decode(errors="replace"))
    return _read(logs, done, cwd)


def _read(logs, done, cwd):
    started = {pid: line for lines in logs.values() for line in lines
               for pid in _started(line)}
    roots = [pid for pid in logs if pid not in started]
    if len(roots) != 1:
        raise RuntimeError(f"which of {roots} is the command?")
    trace = Trace(done.returncode, done.stdout, done.stderr, roots[0], cwd,
                  processes=tuple(sorted(
                      pid for pid, line in started.items()
                      if THREAD not in line)))
    for pid in [roots[0], *sorted(set(logs) - {roots[0]})]:
        acts = [_act(line, pid, pid == roots[0], cwd) for line in logs[pid]]
        trace.lines[pid] = [line for line in logs[pid] if line]
        trace.acts += [a for a in acts if a]
    return trace


def _started(line):
    """The number of the process or thread that the call started, if any."""
    m, end = LINE.match(line), list(END.finditer(line))
    if m and m["call"] in NEW_PROCESS and end and end[-1]["value"].isdigit():
        return [int(end[-1]["value"])]
    return []


def _act(line, pid, is_main, cwd):
    m = LINE.match(line)
    kind = KIND_OF.get(m["call"]) if m else None
    if not kind or (m["call"] in NEW_PROCESS and THREAD in line):
        return None
    ends = list(END.finditer(line))
    arguments = _arguments(m["rest"][:ends[-1].start() - m.start("rest")]
                           if ends else m["rest"])
    if kind == "open":
        flags = " ".join(a for a in arguments if not a.startswith('"'))
        # Flags that strace could not read count as writing.
        if not WRITING.search(flags) and READING.search(flags):
            return None
        kind = "write"
    return Act(kind, m["call"], _paths(m["call"], arguments, cwd), pid, is_main,
               ends[-1]["error"] or "" if ends else "UNFINISHED", line)


def _arguments(text):
    """Splits at the commas that are not in strings, braces or brackets."""
    found, depth, start, i = [], 0, 0, 0
    while i < len(text):
        c = text[i]
        if c == '"':
            i += 1
            while i < len(text) and text[i] != '"':
                i += 2 if text[i] == "\\" else 1
        elif c in "{[(":
            depth += 1
        elif c in "}])":
            depth -= 1
        elif c == "," and depth == 0:
            found.append(text[start:i].strip())
            start = i + 1
        i += 1
    return found + [text[start:].strip()]


def _paths(call, arguments, cwd):
    found = []
    for at in PATHS.get(call, (0,)):
        if at >= len(arguments):
            continue
        # A descriptor with its file (-y), or a name relative to such a one.
        own = re.match(r"\d+<(.*)>$", arguments[at])
        if own:
            found.append(_unescaped(own[1]))
        elif arguments[at].startswith('"'):
            folder = re.match(r"(?:\w+)<(.*)>$", arguments[at - 1]) if at else None
            found.append(os.path.normpath(os.path.join(
                _unescaped(folder[1]) if folder else cwd,
                _unescaped(arguments[at].strip('"')))))
    return tuple(found)


def _unescaped(text):
    return os.fsdecode(codecs.escape_decode(text.encode("latin-1"))[0])
