"""A chart is closed and opened again: it leaves the lists, and nothing leaves the vault."""

import datetime
import unittest

from terminal_screen import Screen, pexpect
from vault_program import Vault
from vault_test_case import VaultTestCase

CLOSING = "closed: {}\nclosed reason: goals met\n"


def today():
    return datetime.datetime.now(datetime.timezone.utc).date().isoformat()


class Discharge(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()
        self.vault.ok("client", "edit", "C1", "--from", "-",
                      stdin=f"measures: PHQ-9 every 14 days\nplan review: {today()}\n")
        self.vault.ok("client", "add", "--from", "-", stdin="name: Bo Sample\nborn: 1990-01-01\n")

    def discharge(self):
        self.vault.ok("client", "discharge", "C1", "--from", "-", stdin=CLOSING.format(today()))

    def clients(self, *words):
        return [each["client"] for each in self.vault.json("client", "list", *words)]

    def test_lists_and_reminders_leave_the_client_out(self):
        self.assertEqual(len(self.vault.json("week")["plans"]), 1)
        self.discharge()
        self.assertEqual((self.clients(), self.clients("--all")), (["C2"], ["C1", "C2"]))
        self.assertIn(today(), self.vault.ok("client", "list", "--all").out)
        week = self.vault.json("week")
        self.assertEqual((week["plans"], week["measures"]), ([], []))

    def test_nothing_is_deleted(self):
        before = [self.vault.ok(*words).out for words in (["show", "D1"], ["list"],
                                                          ["session", "list"])]
        self.discharge()
        self.assertIn("Mara Example", self.vault.ok("client", "show", "C1").out)
        self.assertEqual(before, [self.vault.ok(*words).out for words in (
            ["show", "D1"], ["list"], ["session", "list"])])
        self.assertIn("C1", [each["record"] for each in self.vault.json("search", "mara")])
        self.assertVerifies(self.vault)

    def test_reopening_takes_the_client_back(self):
        self.discharge()
        self.vault.ok("client", "reopen", "C1")
        self.assertEqual(self.clients(), ["C1", "C2"])
        self.assertNotIn("Discharged", self.vault.ok("client", "show", "C1").out)
        self.assertEqual(len(self.vault.json("week")["plans"]), 1)
        acts = self.vault.acts()
        self.assertLess(acts.index("client.close"), acts.index("client.reopen"))

    def test_a_day_and_a_reason_are_needed(self):
        for text, code in [(f"closed: {today()}\n", 3), ("closed reason: goals met\n", 3),
                           ("closed: 2026-02-30\nclosed reason: goals met\n", 1),
                           (f"closed: {today()}\nclosed reason: boredom\n", 1),
                           ("closed: 2999-01-01\nclosed reason: goals met\n", 1),
                           ("closed: 1950-01-01\nclosed reason: goals met\n", 1)]:
            result = self.vault.run("client", "discharge", "C1", "--from", "-", stdin=text)
            self.assertTwoLines(result, code)
        self.assertTwoLines(self.vault.run("client", "discharge", "C9", "--from", "-",
                                           stdin=CLOSING.format(today())), 1)
        self.assertEqual(self.clients(), ["C1", "C2"])
        self.assertNotIn("client.close", self.vault.acts())

    def discharge_at_the_terminal(self, asked_again):
        screen = Screen(self.vault, "client", "discharge", "C1")
        code = screen.answer({r"When did treatment end": today(), r"Why": "2"},
                             asked_again=asked_again)
        self.assertEqual(code, 0, screen.text)
        self.assertIn("C1 is discharged.", screen.text)
        self.assertEqual(self.clients(), ["C2"])

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_at_the_terminal(self):
        self.discharge_at_the_terminal(("When did treatment end", "2/30/2026", "not a date"))

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_an_answer_left_out_is_asked_for_again(self):
        self.discharge_at_the_terminal(("Why", "", "This is needed"))


if __name__ == "__main__":
    unittest.main()
