"""One run: all requests of a table, in order, with at most one restart.

A restart is kill -9 and a new process. What the old one had on its disk is
either gone, as when a container is replaced, or still there; the backing
service stays. It must not know which answers are right.
"""

import http.client
import os
import re
import tempfile
import time
from dataclasses import dataclass

from . import process, table as tables

ANSWER_LIMIT = 10  # seconds
MISSING = "<nothing>"
# Headers that say nothing of what the service knows.
IGNORED = {"connection", "content-length", "date", "keep-alive", "server"}


class DriveFailure(Exception):
    """A service that did not answer."""


@dataclass(frozen=True)
class Answer:
    """What was sent and what came back; opaque values by their names."""
    route: str
    sent: tuple
    status: int
    headers: tuple
    body: str

    @property
    def content(self):
        return (self.status, self.headers, self.body)

    def __str__(self):
        shown = "".join(f", {n}: {v}" for n, v in self.headers
                        if n != "content-type")
        return f"{self.status} {self.body!r}{shown}"


@dataclass
class Run:
    answers: list
    wrote_files: bool


class Values:
    """What was captured: as it is sent, and as it is compared."""

    def __init__(self):
        self.sent, self.compared = {}, {}

    def take(self, capture, headers, body):
        text = dict(headers).get(capture.header.lower(), "") \
            if capture.header else body
        found = re.search(capture.pattern, text)
        value = found[1] if found else MISSING
        self.sent[capture.name] = value
        self.compared[capture.name] = \
            f"<{capture.name}>" if found and capture.opaque else value

    def normal(self, text):
        """TEXT with opaque values replaced by their names."""
        for name, value in self.sent.items():
            if self.compared[name] != value:
                text = text.replace(value, self.compared[name])
        return text


def _exchange(port, request, values):
    """(status, headers, body) of one answer."""
    headers = {n: tables.fill(v, values.sent)
               for n, v in request.headers.items()}
    connection = http.client.HTTPConnection("127.0.0.1", port,
                                            timeout=ANSWER_LIMIT)
    try:
        connection.request(
            request.method, tables.fill(request.path, values.sent),
            tables.fill(request.body, values.sent).encode() or None,
            {**headers, "Connection": "close"})
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "backslashreplace")
        return answer.status, [(n.lower(), v) for n, v in
                               answer.getheaders()], body
    finally:
        connection.close()


def ask(port, request, values):
    """Sends REQUEST, again while the answer is provisional; an Answer."""
    deadline = time.monotonic() + ANSWER_LIMIT
    while True:
        status, headers, body = _exchange(port, request, values)
        if status != request.repeat_while:
            break
        if time.monotonic() > deadline:
            raise DriveFailure(f"{request.route}: still {status} after "
                               f"{ANSWER_LIMIT} s")
        time.sleep(0.002)
    sent = tuple(tables.fill(text, values.compared) for text in
                 [request.path, request.body, *request.headers.values()])
    for capture in request.captures:
        values.take(capture, headers, body)
    kept = sorted((n, values.normal(v)) for n, v in headers
                  if n not in IGNORED)
    return Answer(request.route, sent, status, tuple(kept),
                  values.normal(body))


class Deployment:
    """A service that runs, and can be replaced by a new process."""

    def __init__(self, table, program, scratch, redis=None):
        self._table, self._program = table, program
        self._scratch, self._redis = scratch, redis
        self._disk = self._new_disk()
        self.server = None

    def _new_disk(self):
        return tempfile.mkdtemp(prefix="disk-", dir=self._scratch)

    def _command(self, port):
        values = {"port": str(port), "disk": self._disk}
        if self._redis:
            values["redis"] = str(self._redis.port)
        return ([self._program, *(tables.fill(a, values)
                                  for a in self._table.arguments)],
                {n: tables.fill(v, values)
                 for n, v in self._table.environment.items()})

    def start(self):
        self.server = process.start(
            self._command, self._disk,
            os.path.join(self._scratch, self._table.name + ".log"))

    def restart(self, keep_disk):
        self.server.kill()
        if not keep_disk:
            self._disk = self._new_disk()
        self.start()

    def wrote_files(self):
        return bool(os.listdir(self._disk))

    def __enter__(self):
        if self._redis:
            self._redis.clear()
        self.start()
        return self

    def __exit__(self, *_):
        self.server.kill()


def run(table, deployment, gap=None, keep_disk=False):
    """A Run; GAP: the number of requests before the restart, None: none."""
    values, answers, wrote = Values(), [], False
    with deployment:
        for i, request in enumerate(table.requests):
            if i == gap:
                deployment.restart(keep_disk)
            try:
                answers.append(ask(deployment.server.port, request, values))
            except (OSError, http.client.HTTPException) as e:
                raise DriveFailure(f"{request.method} {request.path}: {e!r}; "
                                   f"{deployment.server.output()}") from e
            wrote = wrote or deployment.wrote_files()
    return Run(answers, wrote)
