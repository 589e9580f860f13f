"""Letters: what the client consented to, to whom, while it holds; nothing else and nowhere else."""

import datetime
import unittest

from samples import authorization
from test_crashes import READER, READER_SECRET
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

TODAY = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
AUTHORIZATION = authorization("identity, attendance_dates, functional_limits, recommendations")


class Letters(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()
        self.vault.ok("consent", "add", "C1", "--from", "-", "--no-input", stdin=AUTHORIZATION)
        (self.vault.folder / "stick").mkdir()

    def draft(self, *words, text="", code=0):
        return self.vault.run("draft", "letter", *words, "--no-input",
                              *(["--from", "-"] if text else []), stdin=text, check=code)

    def sign(self, document):
        self.vault.ok("review", document, "--decide", "-", stdin=self.vault.accept_all(document))
        return self.vault.run("sign", document, passphrase=PASSPHRASE)

    def export(self, document):
        return self.vault.run("export", document, "--to", "stick", "--recipient", READER)

    def test_a_letter_of_attendance_holds_name_and_dates(self):
        """From three words to a signed letter; of the record, nothing else is in it."""
        self.draft("attendance", "C1")
        self.assertEqual(self.sign("D2").code, 0)
        shown = self.vault.ok("show", "D2").out
        self.assertIn("attended an appointment at my office on", shown)
        self.assertIn("Jordan Hope\nAcme Widgets", shown)
        for word in ("F41", "anx", "sleep", "insur", "CBT", "risk"):
            self.assertNotIn(word, shown)
        self.assertEqual(self.export("D2").code, 0)
        row, = self.vault.json("disclosure", "list", "C1")
        self.assertEqual(
            (row["recipient"], row["organization"], row["consent"], row["consentState"]),
            ("Jordan Hope", "Acme Widgets", "A1", "active"))
        self.assertEqual(row["items"], ["identity", "attendance_dates"])
        self.assertNotIn("address", row)
        # In her client's whole file the letter is part of the record, not sent once more.
        whole = ["export", "--client", "C1", "--to", "stick", "--recipient", READER]
        self.vault.ok(*whole)
        self.assertEqual(len(self.vault.json("disclosure", "list", "C1")), 1)
        self.vault.ok(*whole, "--basis", "individual_524", "--from", "-", "--no-input", stdin=(
            "recipient: Mara Example\nkind: client\npurpose: at the request of the client\n"))
        rows = self.vault.json("disclosure", "list", "C1")
        self.assertEqual(rows[-1]["recipient"], "Mara Example")
        self.assertEqual([each["name"] for each in rows[-1]["documents"]], ["D1", "D2", "C1"])
        self.assertVerifies(self.vault)

    def test_letters_to_two_recipients_do_not_travel_together(self):
        self.vault.ok("consent", "add", "C1", "--from", "-", "--no-input",
                      stdin=AUTHORIZATION.replace("Jordan Hope", "Pat Other"))
        for consent in ("A1", "A2"):
            self.draft("attendance", "C1", "--consent", consent)
        self.assertEqual([self.sign(each).code for each in ("D2", "D3")], [0, 0])
        both = self.vault.run("export", "D2", "D3", "--to", "stick", "--recipient", READER)
        self.assertTwoLines(both, 8)
        # A note travels with a letter only where something lets that recipient have notes.
        self.assertTwoLines(self.vault.run("export", "D2", "D1", "--to", "stick", "--recipient",
                                           READER), 8)
        self.assertEqual(self.vault.json("disclosure", "list"), [])

    def test_letters_in_one_export_have_a_row_for_each_reason(self):
        """45 CFR 164.528: purpose, basis, consent and reason are those of the letters in the row."""
        court = ("recipient: Jordan Hope\nrecipient-kind: court\npurpose: legal\npaper: order\n"
                 "order: the order of November 2, 2026 in case 26-000 (invented)\n"
                 "basis-reason: {}\n")
        self.draft("attendance", "C1")
        self.draft("court", "C1", "--basis", "order_512e1i", text=court.format("order on file"))
        self.draft("attendance", "C1")
        self.draft("court", "C1", "--basis", "order_512e1i", text=court.format("second order"))
        letters = ["D2", "D3", "D4", "D5"]
        self.assertEqual([self.sign(each).code for each in letters], [0] * 4)
        result = self.vault.json("export", *letters, "--to", "stick", "--recipient", READER)
        self.assertEqual(result["disclosures"], ["E1", "E2", "E3"])
        rows = self.vault.json("disclosure", "list", "C1")
        told = [(row["basis"], row.get("consent"), row["purpose"], row.get("reason"),
                 [each["name"] for each in row["documents"]]) for row in rows]
        self.assertEqual(told, [
            ("auth_508", "A1", "Work", None, ["D2", "D4"]),
            ("order_512e1i", None, "Legal proceedings", "order on file", ["D3"]),
            ("order_512e1i", None, "Legal proceedings", "second order", ["D5"])])
        self.assertEqual(rows[0]["items"], ["identity", "attendance_dates"])
        self.assertNotEqual(rows[1]["items"], rows[0]["items"])
        self.assertEqual([row["accounted"] for row in rows], [False, True, True])
        self.assertEqual({row["medium"]["file"] for row in rows}, {result["file"]})
        (self.vault.folder / "reader.txt").write_text(READER_SECRET)
        opened = self.vault.json("unseal", f"stick/{result['file']}", "--to", ".", "--identity",
                                 "reader.txt")
        cover = (self.vault.folder / opened["folder"] / "cover.txt").read_text()
        self.assertIn("Work; Legal proceedings", " ".join(cover.split()))
        done = [each for each in self.vault.entries() if each["act"] == "export.done"]
        self.assertEqual(done[-1]["details"]["basis"], "several")
        # What was recorded is said where it is seen.
        again = self.vault.ok("export", "D2", "D3", "--to", "stick", "--recipient", READER)
        self.assertIn("Recorded as E4, E5 in the accounting", again.out)
        self.assertVerifies(self.vault)

    def test_sessions_without_a_signed_note_are_no_attendance(self):
        vault = Vault.at(self, "client").open()
        vault.ok("consent", "add", "C1", "--from", "-", "--no-input", stdin=AUTHORIZATION)
        result = vault.run("draft", "letter", "attendance", "C1", "--no-input", check=3)
        self.assertIn("1 session has no signed note", result.err)

    def test_what_the_consent_does_not_name_is_refused(self):
        """Another recipient, purpose or type: 8, and the trail says so."""
        there = "recipient: {}\norganization: {}\nrecipient-kind: {}\npurpose: {}\n"
        for words, text in [
                (["attendance", "C1"], there.format("Pat Other", "Acme Widgets", "employer", "work")),
                (["attendance", "C1"], there.format("Jordan Hope", "Other", "employer", "work")),
                (["attendance", "C1"], there.format("Jordan Hope", "Acme Widgets", "employer",
                                                    "legal")),
                (["referral", "C1"], there.format("Jordan Hope", "Acme Widgets", "provider",
                                                  "treatment") + "question: x\nproblem: y\n")]:
            with self.subTest(text):
                self.assertTwoLines(self.draft(*words, text=text, code=8), 8)
        self.assertEqual(self.vault.acts().count("disclosure.refuse"), 4)
        self.assertEqual(len(self.vault.json("list")), 1)

    def test_a_word_too_many_blocks(self):
        text = "limits: {}\naccommodations: a quiet desk\nduration: until spring\n"
        blocked = self.draft("employer", "C1", text=text.format("panic in meetings"), code=3)
        self.assertIn("may tell with “panic”", blocked.out)
        self.vault.run("review", "D2", "--decide", "-", stdin=self.vault.accept_all("D2"), check=3)
        self.assertTwoLines(self.vault.run("sign", "D2", passphrase=PASSPHRASE), 3)
        self.draft("D2", text=text.format("difficulty speaking in meetings"))
        self.assertEqual(self.sign("D2").code, 0)

    def test_a_consent_that_is_revoked_stops_what_is_drafted_and_what_is_signed(self):
        self.draft("attendance", "C1")
        self.draft("attendance", "C1")
        self.assertEqual(self.sign("D2").code, 0)
        self.vault.ok("consent", "revoke", "A1", "--from", "-", stdin=(
            f"revoked-on: {TODAY}\nrevoked-how: written\n"))
        self.assertEqual(self.sign("D3").code, 8)
        self.assertTwoLines(self.export("D2"), 8)
        self.assertEqual(list((self.vault.folder / "stick").iterdir()), [])
        # A note of hers is not touched by it.
        self.assertEqual(self.export("D1").code, 0)
        self.assertIn("disclosure.refuse", self.vault.acts())

    def test_without_a_consent_a_basis_and_a_reason_are_needed(self):
        text = ("recipient: Superior Court\nrecipient-kind: court\npurpose: legal\n"
                "paper: order\norder: the order of November 2, 2026 in case 26-000 (invented)\n")
        words = ["court", "C1", "--basis", "order_512e1i"]
        self.assertTwoLines(self.draft("court", "C1", text=text, code=8), 8)
        self.assertIn("Reason", self.draft(*words, text=text, code=3).err)
        self.draft(*words, text=text + "basis-reason: the order is on file as F1\n")
        self.assertEqual(self.sign("D2").code, 0)
        entry, = [each for each in self.vault.entries() if each["act"] == "disclosure.override"]
        self.assertIn("order_512e1i", str(entry))
        self.assertNotIn("on file", str(entry))

    PAYER = """request: 90837, 16 units, weekly, outpatient.
onset: since March 2026; panic disorder was considered.
symptoms: Worry most of the day since March 2026.
impairments: Work: missed 4 of 20 days in October.
  Family: has not visited her sister since June.
risk: Risk is low; no past attempts.
history: 8 sessions of counseling in 2024 with little change.
plan: GAD-7 below 8 by March; exposure weekly.
level: Outpatient: a support group alone was not enough.
expected: Treatment ends when the GAD-7 stays below 8 for 4 weeks.
reference: none yet
"""

    def insured(self, **more):
        file = {"payer": "Acme Health", "member-id": "AH-1", **more}
        self.vault.ok("client", "edit", "C1", "--from", "-", stdin="".join(
            f"{name}: {text}\n" for name, text in file.items()))
        self.vault.ok("practice", "edit", "--from", "-",
                      stdin="npi: 1234567893\nphone: 555-0100\npeer-hours: Fridays\n")

    def test_a_letter_to_the_payer_rests_on_stored_scores(self):
        """For payment, without an authorization; not for a client who keeps it from the plan."""
        self.insured()
        words = ["preauthorization", "C1"]
        self.assertIn("“Scores” is missing", self.draft(*words, text=self.PAYER, code=3).out)
        self.vault.ok("measure", "add", "C1", "--from", "-", stdin="instrument: GAD-7\ntotal: 15\n")
        wrong = self.PAYER.replace("March; exp", "March, GAD-7 16 now; exp")
        self.assertIn("No GAD-7 of 16 is on file", self.draft("D2", text=wrong, code=3).out)
        self.draft("D2", text=self.PAYER)
        self.assertEqual(self.sign("D2").code, 0)
        self.assertIn("member ID AH-1", self.vault.ok("show", "D2").out)
        self.insured(**{"paid-in-full": "yes"})
        self.assertTwoLines(self.draft(*words, text=self.PAYER, code=8), 8)
        self.assertTwoLines(self.export("D2"), 8)

    def test_a_plan_with_an_objective_that_says_nothing_is_not_signed(self):
        plan = ("goals: Return to driving.\nobjectives: {}\nrisk: Low.\nlevel: Outpatient.\n"
                "interventions: Graded exposure, weekly, by the therapist\n"
                "frequency: Weekly, 53 minutes, for 16 weeks.\n"
                "discharge: the GAD-7 stays below 8 for 4 weeks.\nparticipation: She agrees.\n")
        draft = ["draft", "plan", "C1", "--no-input", "--from", "-"]
        vague = self.vault.run(*draft, stdin=plan.format("improve mood"), check=3)
        self.assertIn("PHQ-9 from ⟨n⟩ to ⟨n⟩", vague.out)
        self.vault.ok("measure", "add", "C1", "--from", "-", stdin="instrument: GAD-7\ntotal: 15\n")
        good = "reduce GAD-7 from 15 to below 8 within 12 weeks"
        self.vault.ok("draft", "plan", "D2", "--no-input", "--from", "-", stdin=plan.format(good))
        self.assertEqual(self.sign("D2").code, 0)
        self.assertIn("1. Reduce GAD-7 from 15", self.vault.ok("show", "D2").out)
        self.assertVerifies(self.vault)

    def test_a_signed_document_is_amended_and_stays_as_it_was(self):
        """Addendum and correction: documents of their own that name the original and its digest."""
        before = self.vault.ok("show", "D1").out
        digest = next(each for each in self.vault.entries() if each["act"] == "document.sign")
        amend = ["amend", "D1", "--no-input", "--from", "-"]
        self.vault.ok(*amend, stdin="kind: addendum\ntext: She called on Tuesday and is well.\n")
        wrong = self.vault.run(*amend, stdin="kind: correction\ntext: Sleep was 6 hours.\n", check=3)
        self.assertIn("does not say what was wrong", wrong.out)
        self.assertTwoLines(self.vault.run("draft", "note", "D2", "--no-input"), 1)
        self.assertTwoLines(self.vault.run("draft", "letter", "D1", "--no-input"), 1)
        self.assertEqual(self.sign("D2").code, 0)
        shown = self.vault.ok("show", "D2").out
        self.assertIn("This is an addendum to the document named above", shown)
        self.assertIn(digest["details"]["digest"][:40], shown.replace("\n", "").replace(" ", ""))
        after = self.vault.ok("show", "D1").out
        self.assertTrue(after.startswith(before.rstrip("\n")))
        self.assertIn("Amended by D2", after)
        self.assertEqual([each["note"] for each in self.vault.json("session", "list")], ["signed"])
        self.assertEqual(self.export("D2").code, 0)
        self.assertIn("document.amend", self.vault.acts())
        self.assertVerifies(self.vault)


if __name__ == "__main__":
    unittest.main()
