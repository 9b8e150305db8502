"""Starts and kills servers: the services, and Redis.

A server listens on 127.0.0.1, at a port that was free; it dies with whoever
started it. Nothing is ended that was not started here. It must not know what
is asked of a server.
"""

import os
import shutil
import socket
import subprocess
import threading
import time

START_LIMIT = 20  # seconds
ATTEMPTS = 5
_used_ports = set()
_used_ports_lock = threading.Lock()


class StartFailure(Exception):
    """A server did not come up; the text has what it printed."""


def free_port():
    """A port that is free now, and was not given out before."""
    while True:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
        with _used_ports_lock:
            if port not in _used_ports:
                _used_ports.add(port)
                return port


def _listeners(port):
    """The sockets that listen at PORT, as the kernel numbers them."""
    listening = f":{port:04X} 00000000:0000 0A "
    with open("/proc/net/tcp", encoding="ascii") as f:
        return {line.split()[9] for line in f if listening in line}


def _sockets(pid):
    """The sockets that a process of ours has open."""
    found = set()
    for entry in os.scandir(f"/proc/{pid}/fd"):
        try:
            target = os.readlink(entry.path)
        except OSError:
            continue  # closed in the meantime
        if target.startswith("socket:["):
            found.add(target[8:-1])
    return found


class Server:
    """One process; as a context it is killed at the end."""

    def __init__(self, command, port, cwd, log, env):
        self.port, self.log = port, log
        # Should this process be killed, so is the server. Keeps the pid.
        guard = shutil.which("setpriv")
        prefix = [guard, "--pdeathsig", "KILL"] if guard else []
        with open(log, "ab") as out:
            self._process = subprocess.Popen(
                [*prefix, *command], cwd=cwd, env=env, stdout=out, stderr=out,
                stdin=subprocess.DEVNULL)

    def wait_ready(self):
        """True once it listens, and it alone; False if it ended or shares
        the port: somebody took it in the meantime."""
        deadline = time.monotonic() + START_LIMIT
        while self._process.poll() is None:
            listening = _listeners(self.port)
            if listening and listening & _sockets(self._process.pid):
                return len(listening) == 1
            if time.monotonic() > deadline:
                raise StartFailure(f"not ready after {START_LIMIT} s: "
                                   f"{self.output()}")
            time.sleep(0.002)
        return False

    @property
    def pid(self):
        return self._process.pid

    def kill(self):
        """kill -9, and waits until the process is gone."""
        self._process.kill()
        self._process.wait()

    def output(self):
        with open(self.log, encoding="utf-8", errors="replace") as f:
            return f.read()[-2000:] or "(it printed nothing)"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()


def start(command_at, cwd, log, env=None):
    """A Server that accepts; command_at(port) gives (command, more of ENV)."""
    for _ in range(ATTEMPTS):
        port = free_port()
        command, more = command_at(port)
        server = Server(command, port, cwd, log, {
            "PATH": os.environ.get("PATH", os.defpath), **(env or {}), **more})
        try:
            if server.wait_ready():
                return server
        except BaseException:
            server.kill()
            raise
        server.kill()
    raise StartFailure(f"{command[0]} did not start in {ATTEMPTS} attempts: "
                       f"{server.output()}")


class Redis:
    """Debian's redis-server, that keeps nothing on disk."""

    def __init__(self, folder):
        program = shutil.which("redis-server")
        if not program:
            raise StartFailure("no program 'redis-server'")
        os.makedirs(folder, exist_ok=True)
        self._server = start(
            lambda port: ([program, "--bind", "127.0.0.1", "--port", str(port),
                           "--save", "", "--appendonly", "no"], {}),
            folder, os.path.join(folder, "redis.log"))
        self.port = self._server.port

    def clear(self):
        """Forgets everything: the next run finds an empty service."""
        with socket.create_connection(("127.0.0.1", self.port), 5) as s:
            s.sendall(b"FLUSHALL\r\n")
            answer = s.recv(64)
        if not answer.startswith(b"+OK"):
            raise StartFailure(f"FLUSHALL: Redis says {answer!r}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.kill()
