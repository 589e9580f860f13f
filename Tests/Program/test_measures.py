"""Scores at the terminal: by the answers or by the total, over time, and what they ask for."""

import datetime
import json
import unittest

from terminal_screen import Screen, pexpect
from vault_program import REPOSITORY, Vault
from vault_test_case import VaultTestCase

PHQ9 = json.loads((REPOSITORY / "schema/instruments/phq-9.json").read_text())
TYPED = {r"Which measure": "phq 9", r"When was it taken": ""}
ITEMS = "total\\): $"
BY_TOTAL = {**TYPED, r"with blanks between": ""}


def ago(days):
    today = datetime.datetime.now(datetime.timezone.utc).date()
    return (today - datetime.timedelta(days=days)).isoformat()


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
class Measures(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "client").open()

    def add(self, answers, code=0, asked_again=None):
        screen = Screen(self.vault, "measure", "add", "C1")
        ended = screen.answer(answers, asked_again=asked_again)
        self.assertEqual(ended, code, screen.text)
        return screen.text.replace("\r\n", "\n")

    def keep(self, instrument, total, days):
        return self.vault.ok("measure", "add", "C1", "--from", "-", "--no-input", stdin=(
            f"instrument: {instrument}\ntotal: {total}\nflagged: 0\ndate: {ago(days)}\n"))

    def test_phq_9_by_its_answers_shows_every_item_as_it_is_published(self):
        shown = self.add({**TYPED, r"with blanks between": "1 2 1 0 1 2 1 1 0"})
        words = " ".join(shown.split())
        self.assertIn(PHQ9["items"]["stem"], words)
        for number, text in enumerate(PHQ9["items"]["texts"], 1):
            self.assertIn(f"{number} {text}", words)
        for value, label in enumerate(PHQ9["items"]["answers"]["labels"]):
            self.assertIn(f"{value} = {label}", words)
        self.assertIn("Kept as M1.\nPHQ-9 9 on ", shown)
        self.assertIn("(mild", shown)
        self.assertNotIn("Ask about risk", shown)
        self.assertLessEqual(max(map(len, shown.splitlines())), 100)
        kept = self.vault.json("measure", "list", "C1")
        self.assertEqual([(each["total"], each["flagged"]) for each in kept], [(9, False)])

    def test_a_flagged_answer_asks_for_risk(self):
        shown = self.add({**TYPED, r"with blanks between": "0 0 0 0 0 0 0 0 1"})
        self.assertIn("Item 9 of the PHQ-9 was answered with 1.\nAsk about risk", shown)
        self.assertNotIn("minimal risk", shown)
        self.assertTrue(self.vault.json("measure", "list", "C1")[0]["flagged"])

    def test_a_total_asks_for_the_item_that_it_hides(self):
        shown = self.add({**BY_TOTAL, r"The total": "14", r"Item 9 asks": "2"})
        self.assertIn("Item 9 asks about harm", shown)
        self.assertIn("Item 9 of the PHQ-9 was answered with 2.\nAsk about risk", shown)
        clear = self.add({**BY_TOTAL, r"The total": "12", r"Item 9 asks": "0"})
        self.assertNotIn("Ask about risk", clear)
        unknown = self.add({**BY_TOTAL, r"The total": "10", r"Item 9 asks": "-"})
        self.assertIn("Ask about risk", unknown)
        nothing = self.add({**BY_TOTAL, r"The total": "0"})
        self.assertNotIn("Item 9 asks", nothing)
        without = self.vault.run("measure", "add", "C1", "--from", "-", "--no-input",
                                 stdin="instrument: PHQ-9\ntotal: 14\n")
        self.assertTwoLines(without, 1)
        self.assertEqual(len(self.vault.json("measure", "list", "C1")), 4)

    def test_a_mistyped_score_is_corrected_and_a_wrong_one_taken_back(self):
        self.keep("GAD-7", 15, 30)
        self.keep("GAD-7", 51 - 46, 2)
        self.vault.ok("measure", "edit", "M2", "--from", "-", stdin="total: 14\n")
        kept = self.vault.json("measure", "list", "C1")
        self.assertEqual([(each["measure"], each["total"], each["date"]) for each in kept],
                         [("M1", 15, ago(30)), ("M2", 14, ago(2))])
        screen = Screen(self.vault, "measure", "edit", "M2")
        self.assertEqual(screen.answer({r"with blanks between": "1 2 1 3 1 2 1"}), 0, screen.text)
        self.assertNotIn("Which measure", screen.text)
        self.assertIn("Changed M2.", screen.text)
        self.assertEqual(self.vault.json("measure", "list", "C1")[1]["total"], 11)
        self.assertTwoLines(self.vault.run("measure", "edit", "M2", "--from", "-",
                                           stdin="total: 99\n"), 1)
        self.assertTwoLines(self.vault.run("measure", "edit", "M9", "--from", "-",
                                           stdin="total: 1\n"), 1)
        self.vault.ok("measure", "withdraw", "M1")
        kept = self.vault.json("measure", "list", "C1")
        self.assertEqual([each["measure"] for each in kept], ["M2"])
        for words in (["edit", "M1", "--from", "-"], ["withdraw", "M1"]):
            self.assertTwoLines(self.vault.run("measure", *words, stdin="total: 7\n"), 1)
        self.assertEqual(len(self.vault.json("measure", "list", "C1")), 1)
        self.keep("GAD-7", 9, 1)
        self.assertEqual(self.vault.json("measure", "list", "C1")[-1]["measure"], "M3")
        self.assertVerifies(self.vault)

    def test_a_withdrawn_score_asks_for_nothing(self):
        self.vault.ok("measure", "add", "C1", "--from", "-", "--no-input", stdin=(
            f"instrument: PHQ-9\ntotal: 14\nflagged: 2\ndate: {ago(1)}\n"))
        self.assertIn("risk", self.vault.ok("week").out.lower())
        self.vault.ok("measure", "withdraw", "M1")
        self.assertNotIn("risk", self.vault.ok("week").out.lower())

    def test_a_wrong_name_or_total_is_asked_again(self):
        shown = self.add({**BY_TOTAL, r"The total": "12", r"Item 9 asks": "0"},
                         asked_again=("Which measure", "PHQ99 or so", "no instrument of this name"))
        self.assertIn("Kept as M1", shown)
        shown = self.add({**BY_TOTAL, r"The total": "12", r"Item 9 asks": "0"},
                         asked_again=("The total", "28", "this score lies outside"))
        self.assertIn("Kept as M2", shown)

    def test_answers_that_do_not_fit_are_asked_again(self):
        screen = Screen(self.vault, "measure", "add", "C1")
        for prompt, typed in [("measure\\? $", "PHQ-9"), ("today\\] $", ""), (ITEMS, "1 2 3"),
                              (ITEMS, "1 2 3 4 0 0 0 0 0"), (ITEMS, "1 2 1 0 1 2 1 1 0")]:
            screen.type(prompt, typed)
        self.assertEqual(screen.end(), 0, screen.text)
        self.assertIn("9 items, and this many were answered: 3", screen.text)
        self.assertIn("Item 4 of the PHQ-9 is answered from 0 to 3", screen.text)
        self.assertEqual([each["total"] for each in self.vault.json("measure", "list", "C1")], [9])

    def test_scores_over_time_stand_in_a_line_of_bars(self):
        for total, days in [(18, 28), (14, 14), (9, 0)]:
            self.keep("PHQ-9", total, days)
        self.keep("GAD-7", 21, 1)
        shown = self.vault.ok("measure", "list", "C1").out
        self.assertIn("  ▆▅▃ 18 to 9 (0–27, lower is better)\n", shown)
        self.assertIn("  █ 21 (0–21, lower is better)\n", shown)
        self.assertIn("down 5 from 14", shown)
        other = self.vault.copy(self).open()
        other.ok("client", "add", "--from", "-", stdin="name: Bo Sample\nborn: 1990-01-01\n")
        self.assertIn("No scores yet", other.ok("measure", "list", "C2").out)

    def test_an_older_score_that_is_entered_late_stands_in_its_place(self):
        self.keep("PHQ-9", 9, 0)
        self.keep("PHQ-9", 18, 28)
        shown = self.vault.ok("measure", "list", "C1").out
        self.assertIn("  ▆▃ 18 to 9 ", shown)
        self.assertIn("PHQ-9 9 on ", shown)

    def test_the_week_shows_measures_that_are_due(self):
        self.assertNotIn("Measures that are due", self.vault.ok("week").out)
        self.vault.ok("client", "edit", "C1", "--from", "-",
                      stdin="measures: PHQ-9 every 14 days, GAD-7 every 4 weeks\n")
        self.keep("GAD-7", 5, 27)
        self.keep("PHQ-9", 9, 14)
        shown = self.vault.ok("week").out
        self.assertRegex(shown, rf"Measures that are due \(1\)\n  {ago(0)}  C1  M\.E\.  +PHQ-9\n")
        self.assertIn("1 measure is due", self.vault.ok("today").out)
        due = self.vault.json("week")["measures"]
        self.assertEqual([(each["what"], each["due"]) for each in due], [("PHQ-9", ago(0))])
        self.keep("PHQ-9", 8, 0)
        self.assertEqual(self.vault.json("week")["measures"], [])
        self.keep("GAD-7", 5, 28)
        self.assertEqual(self.vault.json("week")["measures"], [], "the newest score counts")

    def test_a_measure_is_never_in_the_trail_by_its_score(self):
        self.keep("PHQ-9", 23, 0)
        trail = json.dumps(self.vault.entries())
        self.assertIn("measure.create", trail)
        self.assertNotIn("PHQ", trail)
        self.assertNotIn("severe", trail)
        self.assertVerifies(self.vault)


if __name__ == "__main__":
    unittest.main()
