"""The three workflows as she goes through them, at a terminal, word for word."""

import datetime
import os
import pathlib
import re
import unittest

from terminal_screen import pexpect
from test_transcripts import alike
from vault_program import Vault
from vault_test_case import VaultTestCase
import workflows

STORIES = pathlib.Path(__file__).parent / "transcripts" / "terminal"


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
@unittest.skipIf(datetime.datetime.now(datetime.timezone.utc).hour == 0,
                 "in the first hour of a day the session of just now was yesterday")
class Workflows(VaultTestCase):
    maxDiff = None

    def compare(self, name, desk):
        """What appeared, with the passphrase nowhere in it."""
        path = STORIES / f"{name}.txt"
        found = re.sub(r"([A-Z][a-z]+ \d{1,2}),\n *(20\d\d)", r"\1, \2\n", desk.shown.replace("\r", ""))
        found = re.sub(r"\b\d\d:\d\d\b", "hh:mm", alike(found))
        found = re.sub(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, MONTH", "DAY, MONTH", found)
        self.assertNotIn("gravel", found)
        expected = path.read_text() if path.exists() else ""
        # Where a line breaks depends on how long the date is.
        if os.environ.get("UPDATE_GOLDENS") and found.split() != expected.split():
            path.write_text(found)
            self.fail(f"{path.name} was written anew; read the difference, then run again")
        self.assertEqual(expected.split(), found.split(), f"{path.name}; UPDATE_GOLDENS=1 writes it anew")

    def test_between_two_sessions(self):
        desk = workflows.between_sessions(Vault.at(self, "client").open())
        self.compare("between-sessions", desk)
        self.assertLessEqual(desk.words, 70)
        self.assertVerifies(desk.vault)

    def test_an_administrative_block_and_friday(self):
        vault = Vault.at(self, "signed").open()
        workflows.prepared_block(vault)
        desk = workflows.administrative_block(vault)
        self.compare("administrative-block", desk)
        self.assertIn("Nothing waits.", desk.shown)
        self.assertEqual([each["state"] for each in vault.json("list")], ["signed"] * 3)
        desk = workflows.friday(vault)
        self.compare("friday", desk)
        self.assertVerifies(vault)


if __name__ == "__main__":
    unittest.main()
