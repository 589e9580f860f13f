"""She looks through what was done, says what she found, and signs that she looked."""

import datetime
import json
import shutil
import unittest

from terminal_screen import Screen, pexpect
from test_crashes import READER
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

CANARY = "zanzibarword"


def day(days=0):
    return str(datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days))


class ReviewOfActs(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed")
        # Tests run at any hour; hers are all of them.
        self.vault.open()
        self.hours("00:00", "23:59")

    def hours(self, first, last):
        self.vault.ok("practice", "edit", "--from", "-",
                      stdin=f"hours-from: {first}\nhours-until: {last}\n")

    def review(self, *words, **options):
        return self.vault.json("audit", "review", *words, **options)

    def found(self, *words):
        return {each["kind"]: each for each in self.review(*words)["unusual"]}

    def sign(self, text="finding: nothing but my own work\n", *words):
        return self.vault.ok("audit", "review", "--sign", "--finding", "-", "--no-input", *words,
                             stdin=text, passphrase=PASSPHRASE)

    def test_it_shows_what_stands_out_with_the_numbers_of_the_entries(self):
        self.vault.run("today", passphrase="plainly the wrong words")
        self.vault.ok("today", passphrase=PASSPHRASE)
        self.vault.ok("psychotherapy", "add", "C1", "--from", "-", stdin="Alone.\n")
        self.vault.ok("psychotherapy", "show", "P1")
        (self.vault.folder / "stick").mkdir()
        self.vault.run("export", "D1", "--to", "stick", "--basis", "payment_506", "--from", "-",
                       "--no-input", "--recipient", READER,
                       stdin="recipient: Acme\nkind: employer\npurpose: treatment\n")
        found = self.found()
        for kind in ("failed-opening", "psychotherapy-notes", "refused", "settings"):
            self.assertIn(kind, found)
        entries = {entry["number"]: entry["act"] for entry in self.vault.entries()}
        acts = {"failed-opening": "vault.open-failed", "refused": "disclosure.refuse",
                "psychotherapy-notes": "psychotherapy-note.view", "settings": "settings.change"}
        for kind, act in acts.items():
            for number in found[kind]["entries"]:
                self.assertEqual(entries[number], act)
        shown = self.vault.ok("audit", "review").out
        self.assertIn("disclosure refused (entry", " ".join(shown.split()))

    def test_it_is_signed_with_the_passphrase_and_her_words_stay_sealed(self):
        shown = self.sign(f"finding: {CANARY} looked odd, asked about it\n").out
        self.assertIn("Signed as V1.", shown)
        review, = self.vault.json("audit", "reviews")
        self.assertEqual((review["review"], review["until"], review["signer"]),
                         ("V1", day(), "Dr. Ada Sample"))
        self.assertIn(CANARY, review["finding"])
        self.assertIn(CANARY, self.vault.ok("audit", "reviews").out)
        entry, = [each for each in self.vault.entries() if each["act"] == "audit.review"]
        self.assertEqual((entry["details"]["until"], entry["details"]["outcome"]),
                         (day(), "noted"))
        self.assertEqual(int(entry["details"]["count"]), len(review["unusual"]))
        self.assertNotIn(CANARY, json.dumps(self.vault.entries()))
        self.assertNotIn(CANARY.encode(), self.vault.file.read_bytes())
        self.assertVerifies(self.vault)

    def test_looking_is_not_signing(self):
        self.vault.ok("audit", "review")
        self.assertEqual(self.vault.json("audit", "reviews"), [])
        self.assertNotIn("audit.review", self.vault.acts())
        self.assertIn("audit.view", self.vault.acts())
        for words in (["--finding", "-"], ["--no-input"], ["--sign", "--json"]):
            self.assertEqual(self.vault.run("audit", "review", *words).code, 64)
        wrong = self.vault.run("audit", "review", "--sign", "--no-input",
                               passphrase="plainly the wrong words")
        self.assertTwoLines(wrong, 4)
        self.assertTwoLines(self.vault.run("audit", "review", "--sign", "--no-input"), 64)
        self.assertEqual(self.vault.json("audit", "reviews"), [])

    def test_a_period_is_what_she_asks_for_or_what_came_since_the_last(self):
        self.assertEqual(self.review("--from", "2020-01-01", "--to", "2020-01-31")["acts"], 0)
        self.assertGreater(self.review()["acts"], 5)
        self.sign()
        self.assertEqual(self.review()["from"], day())
        for words in (["--from", "yesterday"], ["--to", day(2)],
                      ["--from", "2020-02-01", "--to", "2020-01-01"]):
            self.assertEqual(self.vault.run("audit", "review", *words).code, 64)

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_a_backup_that_was_cut_off_is_named(self):
        """Killed before the copy on the stick has its name."""
        (self.vault.folder / "stick").mkdir()
        self.vault.run("backup", "--to", "stick", passphrase=PASSPHRASE, check=-9, under=[
            "strace", "-f", "-o", "/dev/null", "-e", "trace=renameat2", "-e",
            "inject=renameat2:signal=SIGKILL:when=1"])
        number, = [each["number"] for each in self.vault.entries()
                   if each["act"] == "export.intent"]
        self.assertNotIn("backup.make", self.vault.acts())
        self.assertEqual(self.found()["not-ended"]["entries"], [number])
        self.vault.ok("backup", "--to", "stick", passphrase=PASSPHRASE)
        self.assertEqual(self.found()["not-ended"]["entries"], [number])

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_odd_hours_weekends_and_a_clock_that_went_back(self):
        self.hours("07:00", "21:00")
        # The first Monday that is at least a week ahead.
        monday = datetime.date.today() + datetime.timedelta(14 - datetime.date.today().weekday())
        for date, time in [(monday, "12:00"), (monday, "22:30"),
                           (monday + datetime.timedelta(5), "12:00"),
                           (monday + datetime.timedelta(5), "11:00")]:
            self.vault.ok("client", "show", "C1", passphrase=PASSPHRASE,
                          under=["faketime", f"{date} {time}:00"])
        shown = json.loads(self.vault.ok(
            "audit", "review", "--json", "--from", str(monday), passphrase=PASSPHRASE,
            under=["faketime", f"{monday + datetime.timedelta(8)} 12:00:00"]).out)
        found = {each["kind"]: each for each in shown["unusual"]}
        self.assertEqual(found["outside-hours"]["count"], 1)
        self.assertEqual(found["weekend"]["count"], 2)
        self.assertGreaterEqual(found["clock-back"]["count"], 1)
        self.assertIn("silence", found)

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_a_month_without_a_review_is_told(self):
        def today(days, command="today"):
            return self.vault.ok(command, passphrase=PASSPHRASE,
                                 under=["faketime", "-f", f"+{days}d"]).out
        self.assertNotIn("reviewed", today(31))
        self.assertIn("not reviewed yet", today(32))
        self.vault.ok("audit", "review", "--sign", "--no-input", passphrase=PASSPHRASE,
                      under=["faketime", "-f", "+33d"])
        self.assertNotIn("reviewed", today(64))
        self.assertIn("You last reviewed what was done on", today(65))
        self.assertIn("You last reviewed what was done on", today(65, "week"))

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_at_the_terminal_she_sees_it_before_she_signs(self):
        screen = Screen(self.vault, "audit", "review", "--sign")
        code = screen.answer({"What did you find": "all mine", "another": "",
                              "Passphrase, to sign that you looked": PASSPHRASE})
        self.assertEqual(code, 0, screen.text)
        text = screen.text
        self.assertLess(text.index("What stands out"), text.index("Passphrase, to sign"))
        self.assertNotIn(PASSPHRASE, text)
        review, = self.vault.json("audit", "reviews")
        self.assertEqual(review["finding"], "all mine")


if __name__ == "__main__":
    unittest.main()
