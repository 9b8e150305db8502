#!/usr/bin/env python3
"""The execution oracle can fail: it is given wrong verdicts, and says so.

Programs are built and run for true; the verdicts are the tool's, of which one
is taken away, turned round, or told too loudly.
"""

import unittest
from dataclasses import replace

import flow_minimise
import flow_programs
import flow_text
import flow_truth
import tool
from flow_ends import SUBJECTS, WRAPPERS
from flow_keepers import KEEPERS

Item, Chain = flow_programs.Item, flow_programs.Chain

WRITTEN = flow_programs.Program(1, "c++20", 1, (
    Chain("int", (Item("raw"),)),))
ONLY_READ = flow_programs.Program(2, "c++20", 1, (
    Chain("int", (Item("raw"),), writes=False),))
TWO_INSTANCES = flow_programs.Program(3, "c++20", 1, (
    Chain("template-static", (Item("raw"),), bystander=True),))
PROGRAMS = [WRITTEN, ONLY_READ, TWO_INSTANCES]


def verdict(name, kind, confidence="", **more):
    return tool.Verdict("stateless-mutable-global", "/a.cpp", 1, 1,
                        f"'{name}' is told", kind, confidence, symbol=name,
                        reason="never written" if kind == "benign" else "",
                        **more)


def report(*verdicts):
    return tool.Report(
        findings=[v for v in verdicts if v.kind == "violation"],
        benign=[v for v in verdicts if v.kind == "benign"])


class CanFail(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rendered = [flow_text.render(p) for p in PROGRAMS]
        with tool.Scratch() as scratch:
            header = flow_truth.precompile(scratch.name)
            flow_truth.write(scratch.name, PROGRAMS, cls.rendered)
            cls.changed, cls.broken = flow_truth.observe(
                scratch.name, PROGRAMS, cls.rendered, header)
            cls.tally = flow_truth.check(PROGRAMS, scratch.name, header)
            cls.answer = flow_truth.audit(scratch.name)

    def judge(self, answer):
        return flow_truth.judge(PROGRAMS, self.rendered, self.changed, answer,
                                 self.broken)

    def of(self, tally, name):
        return [o for o in tally.outcomes if o.static.name == name]

    def test_truth(self):
        truth = {(o.static.name, o.static.role): o.changed
                 for o in self.tally.outcomes}
        self.assertEqual(truth, {
            ("S1_0", "subject"): True, ("K1_0_0", "keeper"): False,
            ("S2_0", "subject"): False, ("K2_0_0", "keeper"): False,
            ("S3_0", "subject"): True, ("S3_0", "bystander"): False,
            ("K3_0_0", "keeper"): False})
        self.assertEqual(self.tally.faults, [])

    def test_state_without_a_verdict(self):
        found = self.judge(self.answer.without("S1_0"))
        self.assertTrue(self.of(found, "S1_0")[0].failure)

    def test_state_told_benign(self):
        found = self.judge(report(verdict("S1_0", "benign")))
        self.assertTrue(self.of(found, "S1_0")[0].failure)
        self.assertEqual(self.of(found, "S1_0")[0].verdict,
                         "benign: never written")

    def test_any_finding_on_state_will_do(self):
        for level in ("possible", "likely", "proven"):
            found = self.judge(report(verdict("S1_0", "violation", level)))
            self.assertFalse(self.of(found, "S1_0")[0].failure)

    def test_a_finding_on_the_keeper_is_none_on_the_state(self):
        note = tool.Note("", "/a.cpp", 1, 1, "'S1_0' is put there")
        found = self.judge(report(replace(
            verdict("K1_0_0", "violation", "likely"), notes=(note,))))
        self.assertTrue(self.of(found, "S1_0")[0].failure)
        self.assertTrue(self.of(found, "K1_0_0")[0].noise)

    def test_a_finding_on_a_field_names_its_holder(self):
        note = tool.Note("", "/a.cpp", 1, 1, "held by 'S1_0'")
        found = self.judge(report(replace(
            verdict("Tally::N", "violation", "likely"), notes=(note,))))
        self.assertFalse(self.of(found, "S1_0")[0].failure)

    def test_what_another_check_has_told(self):
        told = replace(verdict("S1_0", "benign", "likely"),
                       reason="reported by stateless-stateful-singleton")
        found = self.judge(report(told))
        self.assertFalse(self.of(found, "S1_0")[0].failure)

    def test_noise(self):
        for level, is_noise in (("possible", False), ("likely", True),
                                ("proven", True)):
            found = self.judge(report(verdict("S2_0", "violation", level)))
            self.assertEqual(self.of(found, "S2_0")[0].noise, is_noise)

    def test_instances_of_a_template(self):
        written = verdict("S3_0", "violation", "proven",
                          mangled="_ZN5Cell3I7TagS3_0E4S3_0E")
        other = verdict("S3_0", "violation", "proven",
                        mangled="_ZN5Cell3I7TagB3_0E4S3_0E")
        right = self.judge(report(written, replace(
            other, kind="benign", confidence="")))
        self.assertFalse(any(o.failure or o.noise
                             for o in self.of(right, "S3_0")))
        loud = self.judge(report(written, other))
        self.assertEqual([o.noise for o in self.of(loud, "S3_0")],
                         [False, True])
        swapped = self.judge(report(replace(written, kind="benign"), other))
        self.assertEqual([o.failure for o in self.of(swapped, "S3_0")],
                         [True, False])

    def test_programs_that_do_not_do_what_they_were_built_for(self):
        found = flow_truth.judge(
            PROGRAMS, self.rendered, {1: set(), 2: set(), 3: {0}}, self.answer)
        self.assertTrue(any("S1_0 was built to change" in f
                            for f in found.faults))

    def test_a_program_that_does_not_end(self):
        found, broken = flow_truth.changes("1 0 0 aa\n1 1 0 bb\n", [1, 2])
        self.assertEqual(broken, [1, 2])
        self.assertEqual(found, {1: {0}, 2: set()})
        tally = flow_truth.judge([WRITTEN], [self.rendered[0]], found,
                                  self.answer, broken)
        self.assertEqual(tally.faults, ["program 1 did not end"])

    def test_the_whole_run_fails(self):
        failures = sum(o.failure for o in self.judge(report()).outcomes)
        self.assertEqual(failures, 2)


class Generator(unittest.TestCase):
    def test_same_seed_same_text(self):
        for index in range(50):
            first, second = [flow_text.render(flow_programs.choose(1, index))
                             for _ in range(2)]
            self.assertEqual(first.files, second.files)

    def test_every_part_is_drawn(self):
        chains = [c for i in range(1000)
                  for c in flow_programs.choose(1, i).chains]
        drawn = {n for c in chains for n in c.names}
        parts = KEEPERS + WRAPPERS
        self.assertEqual({p.name for p in parts} - drawn, set())
        self.assertEqual({s.name for s in SUBJECTS},
                         {c.subject for c in chains})
        self.assertEqual(set(flow_programs.TRANSPORTS),
                         {c.transport for c in chains})

    def test_each_part_alone(self):
        chains = [p.chains[0] for p in flow_programs.each_part()]
        self.assertEqual({p.name for p in KEEPERS + WRAPPERS},
                         {n for c in chains for n in c.names})
        self.assertEqual({s.name for s in SUBJECTS},
                         {c.subject for c in chains})

    def test_cutting_down_ends(self):
        program = flow_programs.choose(1, 3)
        alone = replace(program, chains=(replace(program.chains[0],
                                                 twin=-1),))
        for _ in range(200):
            smaller = next(iter(flow_minimise.smaller(alone)), None)
            if smaller is None:
                return
            alone = smaller
        self.fail("no end of smaller programs")


if __name__ == "__main__":
    unittest.main()
