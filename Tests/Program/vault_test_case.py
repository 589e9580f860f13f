"""What all program tests say in the same words."""

import os
import types
import unittest

NOBODY = 65534


def needs_root(what):
    return unittest.skipUnless(os.geteuid() == 0, f"this machine gives no root, needed to {what}")


class VaultTestCase(unittest.TestCase):
    @classmethod
    def of_all(cls):
        """To whom vaults belong that all tests of a class use."""
        return types.SimpleNamespace(addCleanup=cls.addClassCleanup)

    def assertTwoLines(self, result, code=None):
        """One line on what happened, one on what to do, behind `vault: `; then the exit code."""
        lines = result.err.splitlines()
        self.assertEqual(len(lines), 2, result)
        for line in lines:
            self.assertTrue(line.startswith("vault: ") and line.endswith("."), result)
        if code is not None:
            self.assertEqual(result.code, code, result)

    def assertVerifies(self, vault):
        result = vault.run("verify")
        self.assertEqual(result.code, 0, result)
