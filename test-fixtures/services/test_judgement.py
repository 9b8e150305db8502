#!/usr/bin/env python3
"""The restart oracle can fail: its parts, fed with what is made up.

No service is built and the tool is not run. A service is a function here that
answers with what it remembers.
"""

import copy
import os
import socket
import sys
import tempfile
import unittest
from unittest import mock

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "harness"))

from restart import compare, drive, judge, process  # noqa: E402
from restart import table as tables  # noqa: E402

DATA = {
    "about": "a counter, a file, and a page that never changes",
    "stateful": ["GET /count", "PUT /file", "GET /file"],
    "accepted": ["cache"],
    "requests": [{"route": route, "path": route.split()[1]} for route in
                 ("GET /page", "GET /count", "PUT /file", "GET /file")],
}
REPORT = {
    "findings": [
        {"check": "stateless-mutable-global", "symbol": "app::count",
         "message": "written", "entryPoints": ["GET /count"],
         "readEntryPoints": []},
        {"check": "stateless-local-file-write", "symbol": "app::put",
         "message": "writes", "entryPoints": ["PUT /file"]}],
    "suppressed": [
        {"check": "stateless-mutable-global", "symbol": "app::cache",
         "message": "written", "entryPoints": ["GET /page"],
         "suppression": {"reason": "may be lost"}}],
    "entryPoints": [{"name": name, "kind": "request"} for name in
                    ("GET /page", "GET /count", "PUT /file", "GET /file")],
    "problems": [],
}


def table(**changes):
    return tables.parse("made-up", "/nowhere", {**DATA, **changes}, [])


def answer(route, body="", sent=(), status=200):
    return drive.Answer(route, tuple(sent), status, (), body)


def measured():
    return compare.Measurement({"GET /count": "1 became 0"},
                               {"PUT /file": "204 became 201",
                                "GET /file": "200 became 404"})


class Measuring(unittest.TestCase):
    def measure(self, service, count=4, wrote_files=False):
        """SERVICE(memory, disk) gives the next answer; both are lists."""
        def run(gap, keep_disk):
            memory, disk, answers = [], [], []
            for i in range(count):
                if i == gap:
                    memory = []
                    disk = disk if keep_disk else []
                answers.append(service(memory, disk))
            return drive.Run(answers, wrote_files)
        return compare.measure(run, count)

    def test_nothing_remembered(self):
        found = self.measure(lambda memory, disk: answer("GET /"))
        self.assertEqual((found.stateful(), found.faults), (set(), []))
        self.assertEqual(found.runs, 2 + 3)

    def test_memory(self):
        def service(memory, disk):
            memory.append(1)
            return answer("GET /", str(len(memory)))
        found = self.measure(service, wrote_files=True)
        self.assertEqual((set(found.memory), set(found.disk), found.faults),
                         ({"GET /"}, set(), []))
        self.assertEqual(found.runs, 2 + 3 + 3)

    def test_disk(self):
        def service(memory, disk):
            disk.append(1)
            return answer("GET /", str(len(disk)))
        found = self.measure(service, wrote_files=True)
        self.assertEqual((set(found.memory), set(found.disk), found.faults),
                         (set(), {"GET /"}, []))

    def test_every_gap_counts(self):
        """Only a restart between the last two requests shows it."""
        def service(memory, disk):
            disk.append(1)
            memory.append(len(disk))
            return answer("GET /", str(len(disk) == 4 and 3 in memory))
        found = self.measure(service)
        self.assertIn("before request 4", found.memory["GET /"])

    def test_random_answers(self):
        calls = []

        def service(memory, disk):
            calls.append(1)
            return answer("GET /", str(len(calls)))
        self.assertTrue(self.measure(service).faults)

    def test_answers_missing(self):
        def run(gap, keep_disk):
            return drive.Run([answer("GET /")], False)
        self.assertTrue(compare.measure(run, 2).faults)

    def test_another_request_is_not_compared(self):
        before = [answer("POST /login"), answer("GET /", "ada", ["token"])]
        after = [answer("POST /login"), answer("GET /", "?", [drive.MISSING])]
        self.assertFalse(compare.changes(before, after, 1))
        after[1] = answer("GET /", "?", ["token"])
        self.assertEqual(list(compare.changes(before, after, 1)), [1])

    def test_status_and_headers_count(self):
        a = answer("GET /")
        for b in (answer("GET /", status=401),
                  drive.Answer("GET /", (), 200, (("x-left", "1"),), "")):
            self.assertTrue(compare.changes([a], [b], 0))


class Values(unittest.TestCase):
    def take(self, capture, headers, body):
        values = drive.Values()
        values.take(capture, headers, body)
        return values

    def test_opaque_values_are_compared_by_name(self):
        values = self.take(tables.Capture("ada", "sid=(\\w+)", "Set-Cookie",
                                          True),
                           [("set-cookie", "sid=4711; HttpOnly")], "")
        self.assertEqual(values.sent["ada"], "4711")
        self.assertEqual(values.normal("sid=4711;"), "sid=<ada>;")

    def test_others_by_value(self):
        values = self.take(tables.Capture("id", "(\\d+)"), [], "17\n")
        self.assertEqual(values.normal("17"), "17")
        self.assertEqual(values.compared["id"], "17")

    def test_missing(self):
        values = self.take(tables.Capture("id", "(\\d+)", "", True), [], "no")
        self.assertEqual(values.compared["id"], drive.MISSING)


class Judging(unittest.TestCase):
    def faults(self, change=None, table_=None, measured_=None):
        report = copy.deepcopy(REPORT)
        if change:
            change(report)
        return judge.judge(table_ or table(), measured_ or measured(), report)

    def assert_fault(self, text, *args, **kwargs):
        found = self.faults(*args, **kwargs)
        self.assertTrue(any(text in f for f in found), found)

    def test_content(self):
        self.assertEqual(self.faults(), [])

    def test_finding_missing(self):
        for i, route in enumerate(("GET /count", "PUT /file")):
            self.assert_fault(f"no finding on the state behind {route}",
                              lambda r, i=i: r["findings"].pop(i))

    def test_readers_count(self):
        def change(report):
            report["findings"][0]["readEntryPoints"] = ["GET /count"]
            report["findings"][0]["entryPoints"] = []
        self.assertEqual(self.faults(change), [])

    def test_excused_with_a_reason_counts(self):
        def change(report):
            verdict = report["findings"].pop(0)
            verdict["suppression"] = {"reason": "accepted"}
            report["suppressed"].append(verdict)
        self.assertEqual(
            self.faults(change, table(accepted=["cache", "count"])), [])

    def test_finding_without_effect(self):
        def change(report):
            report["findings"].append({**report["findings"][0],
                                       "entryPoints": ["GET /page"]})
        self.assert_fault("no restart changes an answer", change)

    def test_finding_on_no_route(self):
        def change(report):
            report["findings"].append({**report["findings"][0],
                                       "entryPoints": ["a thread"]})
        self.assert_fault("behind no route", change)

    def test_media_do_not_cover_each_other(self):
        def file_write(report):
            report["findings"][0]["check"] = "stateless-local-file-write"
        self.assert_fault("behind GET /count (memory)", file_write)

        def memory(report):
            report["findings"][1]["check"] = "stateless-session-map"
        self.assert_fault("behind PUT /file (disk)", memory)

    def test_excused_without_reason(self):
        def change(report):
            report["suppressed"][0]["suppression"] = {"reason": ""}
        self.assert_fault("without a reason", change)

    def test_excused_and_not_expected(self):
        self.assert_fault("not 'accepted'", None, table(accepted=[]))

    def test_expected_and_not_excused(self):
        self.assert_fault("'other' should be reported", None,
                          table(accepted=["cache", "other"]))

    def test_route_not_recognised(self):
        self.assert_fault("not recognised as an entry point: 'GET /page'",
                          lambda r: r["entryPoints"].pop(0))

    def test_route_not_asked_for(self):
        def change(report):
            report["entryPoints"].append({"name": "GET /more",
                                          "kind": "request"})
        self.assert_fault("no request for 'GET /more'", change)

    def test_not_analysed(self):
        self.assert_fault("not analysed", lambda r: r["problems"].append(
            {"file": "main.cpp"}))

    def test_measured_otherwise_than_expected(self):
        self.assert_fault("GET /count is stateful, and not so", None,
                          table(stateful=["PUT /file", "GET /file"]))
        self.assert_fault("GET /page is not stateful, but so", None,
                          table(stateful=[*DATA["stateful"], "GET /page"]))

    def test_unstable_measurement(self):
        found = measured()
        found.faults.append("request 1 differs without a restart")
        self.assert_fault("differs without a restart", measured_=found)


class OneEntryPointForAll(unittest.TestCase):
    """A service that finds the route itself."""
    LOOP = "the request loop in 'main'"

    def routes(self, symbol, **changes):
        verdict = {"check": "stateless-mutable-global", "symbol": symbol,
                   "entryPoints": [self.LOOP]}
        return judge.routes_of(
            table(**{"stands-for": {self.LOOP: ["*"]}, **changes}), verdict)

    def test_all_routes(self):
        self.assertEqual(self.routes("app::count"), table().routes)

    def test_those_that_the_symbol_is_behind(self):
        behind = {"count": ["GET /count"]}
        self.assertEqual(self.routes("app::count", behind=behind),
                         {"GET /count"})
        self.assertEqual(self.routes("app::account", behind=behind), set())
        self.assertEqual(self.routes("app::other", behind=behind), set())

    def test_entry_point_that_is_none(self):
        changed = table(**{"stands-for": {self.LOOP: ["*"]}})
        self.assertIn(f"not recognised as an entry point: '{self.LOOP}'",
                      judge.judge_entry_points(changed, REPORT))


class Tables(unittest.TestCase):
    def test_refused(self):
        wrong = ({"statefull": []}, {"stateful": ["GET /nowhere"]},
                 {"requests": [{"route": "/page", "path": "/page"}]},
                 {"requests": [{"route": "GET /", "path": "/", "verb": 1}]})
        for changes in wrong:
            with self.subTest(changes), \
                    self.assertRaises(tables.TableError):
                table(**changes)

    def test_unknown_value(self):
        self.assertEqual(tables.fill("a ${b} $c", {"b": "1"}), "a 1 $c")
        with self.assertRaises(tables.TableError):
            tables.fill("${prot}", {"port": "1"})


class Processes(unittest.TestCase):
    LISTEN = ("import socket, sys, time; s = socket.socket(); "
              "s.bind(('127.0.0.1', int(sys.argv[1]))); s.listen(); "
              "time.sleep(60)")

    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.log = os.path.join(self.folder, "log")

    def start(self, code):
        return process.start(lambda port: ([sys.executable, "-c", code,
                                            str(port)], {}),
                             self.folder, self.log)

    def test_killed_at_the_end(self):
        with self.start(self.LISTEN) as server:
            os.kill(server.pid, 0)
            socket.create_connection(("127.0.0.1", server.port), 5).close()
        with self.assertRaises(ProcessLookupError):
            os.kill(server.pid, 0)

    def test_port_taken(self):
        """The first attempt meets a port that somebody listens at."""
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            free = process.free_port()
            ports = iter([taken.getsockname()[1], free])
            with mock.patch.object(process, "free_port", lambda: next(ports)):
                server = self.start(self.LISTEN)
            with server:
                self.assertEqual(server.port, free)

    def test_what_it_printed(self):
        with self.assertRaisesRegex(process.StartFailure, "no key"):
            self.start("raise SystemExit('no key')")


if __name__ == "__main__":
    unittest.main()
