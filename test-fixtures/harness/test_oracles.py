#!/usr/bin/env python3
"""With the real tool: an oracle that is denied one verdict says so.

Takes fixtures for which both oracles are content, removes one verdict after
the other from the tool's answer, and demands a failure each time. It must not
know what the verdicts say.
"""

import os
import unittest

import expectations
import symbol_oracle
import syscall_oracle
import tool

AT_MOST = 12  # verdicts dropped per fixture: the rest says nothing new


def first_content(paths, faults):
    """The first fixture without faults that has something to lose."""
    for path in paths:
        try:
            count, found = faults(path)
        except (tool.ToolFailure, expectations.FixtureError):
            continue
        if count and not found:
            return path
    return None


class CanFail(unittest.TestCase):
    def test_symbols(self):
        folder = os.path.join(tool.FIXTURES, "stateless-mutable-global")
        path = first_content(expectations.sources(folder), lambda p:
                             symbol_oracle.check_fixture(p, []))
        self.assertIsNotNone(path, "the symbol oracle is content nowhere")
        wanted, _ = symbol_oracle.inspect(expectations.load(path))
        for demand in wanted[:AT_MOST]:
            if not demand.declared.name:
                continue
            with self.subTest(symbol=demand.symbol):
                _, faults = symbol_oracle.check_fixture(
                    path, [demand.declared.name])
                self.assertTrue(any(demand.symbol in f for f in faults))

    def test_system_calls(self):
        folder = os.path.join(tool.FIXTURES, "oracle-syscalls")
        path = first_content(expectations.sources(folder), lambda p:
                             syscall_oracle.check_fixture(p, [], True))
        self.assertIsNotNone(path, "the system-call oracle is content nowhere")
        # The empty text is part of every finding: all are dropped.
        count, faults = syscall_oracle.check_fixture(path, [""], True)
        self.assertEqual(len(faults), count)
        fixture = expectations.load(path)
        known = {v.path for v in
                 tool.run_cli(fixture.path, fixture.args).findings if v.path}
        noticed = [p for p in sorted(known)
                   if syscall_oracle.check_fixture(path, [p], True)[1]]
        self.assertTrue(noticed, f"no single drop of {known} is noticed")


if __name__ == "__main__":
    unittest.main()
