"""What left without the program is accounted for like what it exported; consents end in the trail."""

import csv
import datetime
import shutil
import unittest

from samples import authorization
from test_crashes import READER
from terminal_screen import Screen, pexpect
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase


def day(days=0):
    return str(datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days))


CALL = {"date": day(-1), "purpose": "legal", "recipient": "County Police", "kind": "agency",
        "how": "telephone", "what": "that she was here on Monday", "information": "attendance",
        "basis": "law_enf_512f", "reason": "a warrant"}


class OutsideDisclosures(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()

    def note(self, client="C1", without=(), **changes):
        fields = {**CALL, **changes}
        text = "".join(f"{name}: {value}\n" for name, value in fields.items()
                       if name not in without)
        return self.vault.run("disclosure", "add", client, "--from", "-", "--no-input", stdin=text)

    def test_a_call_stands_in_the_account(self):
        result = self.note()
        self.assertEqual(result.code, 0, result)
        self.assertIn("Noted as E1.", result.out)
        self.assertIn("in the accounting", result.out)
        line, = self.vault.json("disclosure", "accounting", "C1")["lines"]
        self.assertEqual((line["first"], line["recipient"]), (day(-1), "County Police"))
        self.assertEqual(line["what"], "that she was here on Monday: Dates of attendance")
        shown = self.vault.ok("disclosure", "show", "E1").out
        self.assertRegex(shown, "How +On the telephone")
        self.assertNotIn("File", shown)
        self.assertIn("that she was here", self.vault.ok("disclosure", "list", "C1").out)
        entry, = [each for each in self.vault.entries() if each["act"] == "disclosure.record"]
        self.assertEqual(entry["details"], {"basis": "law_enf_512f", "format": "telephone"})
        self.assertVerifies(self.vault)

    def test_the_consent_of_that_day_is_named_or_missed(self):
        employer = dict(recipient="Jordan Hope", organization="Acme Widgets", kind="employer",
                        purpose="employment", basis="auth_508", date=day())
        missed = self.note(**employer)
        self.assertIn("No consent on file covered it", missed.err)
        # Under an authorization that is not there it is under none.
        self.assertIn("in the accounting", missed.out)
        self.vault.ok("consent", "add", "C1", "--from", "-", "--no-input",
                      stdin=authorization("attendance_dates"))
        covered = self.note(**employer)
        self.assertIn("A1 covers it.", covered.out)
        self.assertNotIn("in the accounting", covered.out)
        self.assertEqual(covered.err, "")
        rows = self.vault.json("disclosure", "list")
        self.assertEqual([row.get("consent") for row in rows], [None, "A1"])

    def test_what_can_not_be_is_refused_and_nothing_is_lost(self):
        for changes, code in [({"date": day(1)}, 1), ({"date": "1980-01-01"}, 1),
                              ({"how": "pigeon"}, 1), ({"basis": "whim"}, 1),
                              ({"without": ["what"]}, 3), ({"without": ["reason"]}, 3),
                              ({"without": ["how"]}, 3), ({"client": "C9"}, 1)]:
            with self.subTest(changes):
                self.assertTwoLines(self.note(**changes), code)
        self.assertEqual(self.vault.json("disclosure", "list"), [])
        self.assertNotIn("disclosure.record", self.vault.acts())

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_at_the_terminal_each_is_asked(self):
        screen = Screen(self.vault, "disclosure", "add", "C1")
        code = screen.answer({
            "which day": day(-1), "which purpose": "legal proceedings", "receive it": "The Court",
            "kind of recipient": "court", "How did it leave": "by fax", "What was told": "one page",
            "Which information": "attendance", "legal basis": "order_512e1i",
            "Why does this": "order of May 4"})
        self.assertEqual(code, 0, screen.text)
        row, = self.vault.json("disclosure", "list")
        self.assertEqual(row["outside"], {"way": "fax", "told": "one page"})

    def test_what_was_typed_wrongly_is_corrected(self):
        self.note(recipient="County Sherif")
        changed = self.vault.ok("disclosure", "edit", "E1", "--from", "-",
                                stdin=f"recipient: County Sheriff\ndate: {day(-3)}\nhow: fax\n")
        self.assertIn("Changed E1.", changed.out)
        row, = self.vault.json("disclosure", "list")
        self.assertEqual((row["recipient"], row["time"][:10], row["outside"]["way"]),
                         ("County Sheriff", day(-3), "fax"))
        # What was not typed again stays.
        self.assertEqual((row["purpose"], row["reason"], row["items"]),
                         ("Legal proceedings", "a warrant", ["attendance_dates"]))
        line, = self.vault.json("disclosure", "accounting", "C1")["lines"]
        self.assertEqual(line["recipient"], "County Sheriff")
        for text in (f"date: {day(1)}\n", "date: 1980-01-01\n"):
            self.assertTwoLines(self.vault.run(
                "disclosure", "edit", "E1", "--from", "-", "--no-input", stdin=text), 1)
        # A ground that needs a reason gets one, also where the earlier ground needed none.
        self.note(basis="treatment_506", recipient="Dr. Invented", kind="provider",
                  purpose="treatment", without=["reason"])
        self.assertTwoLines(self.vault.run("disclosure", "edit", "E2", "--from", "-", "--no-input",
                                           stdin="basis: law_enf_512f\n"), 3)
        self.assertEqual(self.vault.acts().count("disclosure.change"), 1)
        self.assertVerifies(self.vault)

    def test_a_note_about_another_client_is_taken_back(self):
        self.note()
        self.note(what="what stays")
        self.assertIn("withdrawn", self.vault.ok("disclosure", "withdraw", "E1").out)
        self.assertEqual([row["disclosure"] for row in self.vault.json("disclosure", "list")], ["E2"])
        line, = self.vault.json("disclosure", "accounting", "C1")["lines"]
        self.assertIn("what stays", line["what"])
        for words in (["edit", "E1", "--from", "-"], ["withdraw", "E1"], ["suspend", "E1", "--from", "-"]):
            self.assertTwoLines(self.vault.run("disclosure", *words, stdin=(
                f"date: {day(-3)}\n" if words[0] == "edit" else
                f"agency: County Police\nstated-on: {day()}\nstated: spoken\n")), 1)
        self.assertNotIn("E1", self.vault.ok("search", "Police").out)
        self.assertIn("withdrawn", self.vault.ok("disclosure", "show", "E1").out)
        changes = [each["details"] for each in self.vault.entries()
                   if each["act"] == "disclosure.change"]
        self.assertEqual(changes, [{"outcome": "withdrawn"}])
        self.assertVerifies(self.vault)

    def test_the_report_tells_it_as_it_is_by_now(self):
        self.note()
        self.note(what="of another client")
        self.note(what="what stays")
        self.vault.ok("disclosure", "edit", "E1", "--from", "-", "--no-input",
                      stdin="basis: order_512e1i\nhow: fax\n")
        self.vault.ok("disclosure", "withdraw", "E2")
        out = self.vault.folder / "out"
        out.mkdir()
        self.vault.ok("audit", "report", "--from", day(-2), "--to", day(), "--out", out)
        table, = out.glob("*-outside.csv")
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([(row["Ground"], row["How"], row["Since"]) for row in rows], [
            ("Order of a court or tribunal", "fax", "corrected"),
            ("Law enforcement", "telephone", "withdrawn"),
            ("Law enforcement", "telephone", "")])
        self.assertEqual([len(row["Entries"].split()) for row in rows], [2, 2, 1])
        figures, = out.glob("*-figures.csv")
        with figures.open(encoding="utf-8", newline="") as file:
            told = [row for row in csv.DictReader(file) if row["what"].startswith("Told or")]
        self.assertEqual([row["value"] for row in told], ["2"])

    def test_what_an_export_wrote_can_not_be_changed(self):
        (self.vault.folder / "stick").mkdir()
        self.vault.ok("export", "D1", "--to", "stick", "--recipient", READER, "--from", "-",
                      "--no-input", stdin="recipient: County Court\nkind: court\npurpose: legal\n"
                      "basis: order_512e1i\nreason: order of May 4\n")
        before = self.vault.json("disclosure", "list")
        for words in (["edit", "E1", "--from", "-"], ["withdraw", "E1"]):
            refused = self.vault.run("disclosure", *words, stdin=f"date: {day(-3)}\n")
            self.assertTwoLines(refused, 8)
            self.assertIn("disclosure add", refused.err)
        self.assertEqual(self.vault.json("disclosure", "list"), before)

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_a_day_that_can_not_be_is_asked_for_again_and_the_rest_is_kept(self):
        screen = Screen(self.vault, "disclosure", "add", "C1")
        dates = iter([day(1), "1980-01-01", day(-2)])
        answers = {
            "which purpose": "legal proceedings", "receive it": "The Court",
            "kind of recipient": "court", "How did it leave": "by fax", "What was told": "one page",
            "Which information": "attendance", "legal basis": "order_512e1i",
            "Why does this": "order of May 4"}
        while screen.child.expect([r"[?:\]] $", pexpect.EOF]) == 0:
            question = screen.child.before.splitlines()[-1]
            screen.send(next(dates) if "which day" in question else next(
                (text for pattern, text in answers.items() if pattern in question), ""))
        self.assertEqual(screen.end(), 0, screen.text)
        self.assertIn("lies in the future", screen.text)
        self.assertIn("before the client's date of birth", screen.text)
        self.assertEqual(screen.text.count("What was told"), 1)
        row, = self.vault.json("disclosure", "list")
        self.assertEqual((row["time"][:10], row["outside"]["told"]), (day(-2), "one page"))

    def test_a_number_of_another_kind_is_told_as_that(self):
        refused = self.vault.run("disclosure", "show", "C1")
        self.assertTwoLines(refused, 1)
        self.assertIn("C1 is a client, and this needs a disclosure.", refused.err)

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_a_consent_that_ended_is_told_once(self):
        self.vault.ok("consent", "add", "C1", "--from", "-", "--no-input",
                      stdin=authorization("attendance_dates").replace("2099-03-01", day(3)))

        def told(days):
            self.vault.ok("list", passphrase=PASSPHRASE, under=["faketime", "-f", f"+{days}d"])
            return self.vault.acts().count("consent.expire")
        self.assertEqual([told(3), told(4), told(5)], [0, 1, 1])
        week = self.vault.ok("week", passphrase=PASSPHRASE, under=["faketime", "-f", "+5d"])
        self.assertRegex(week.out, rf"{day(3)} +C1")
        renewed = f"expires-on: {day(40)}\n"
        self.vault.ok("consent", "edit", "A1", "--from", "-", stdin=renewed)
        self.assertEqual([told(39), told(41)], [1, 2])


class Discarding(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "drafted").open()

    def test_a_draft_is_put_away_and_taken_up_again(self):
        vault = self.vault
        vault.ok("discard", "D1")
        self.assertEqual(vault.json("list"), [])
        self.assertEqual(vault.json("list", "--all")[0]["state"], "discarded")
        self.assertEqual(vault.json("session", "list")[0]["note"], "none")
        for words in (["review", "D1", "--json"], ["discard", "D1"], ["sign", "D1"], ["draft", "note", "D1", "--no-input"]):
            self.assertTwoLines(vault.run(*words, passphrase=PASSPHRASE), 1)
        self.assertIn("SUBJECTIVE", vault.ok("show", "D1").out)
        self.assertEqual(vault.ok("search", "anxious").out.count("D1"), 0)
        vault.ok("discard", "D1", "--undo")
        self.assertEqual(vault.json("list")[0]["state"], "draft")
        vault.advance("reviewed")
        vault.ok("discard", "D1")
        vault.ok("draft", "note", "S1", "--from", "jotting.txt", "--no-input")
        self.assertEqual([each["document"] for each in vault.json("list")], ["D2"])
        # A session has one note: the earlier one comes back when the later one is put away.
        refused = vault.run("discard", "D1", "--undo")
        self.assertTwoLines(refused, 1)
        self.assertIn("another note by now: D2.", refused.err)
        vault.ok("discard", "D2")
        vault.ok("discard", "D1", "--undo")
        self.assertEqual([each["document"] for each in vault.json("list")], ["D1"])
        self.assertVerifies(vault)

    def test_what_is_signed_stays(self):
        self.vault.advance("reviewed")
        self.vault.advance("signed")
        self.assertTwoLines(self.vault.run("discard", "D1"), 1)
        self.assertTwoLines(self.vault.run("discard", "D1", "--undo"), 1)
        self.assertEqual(self.vault.json("list")[0]["state"], "signed")


if __name__ == "__main__":
    unittest.main()
