"""A lost stick, a lost laptop, a letter to the wrong person: what the vault knows, and whom to tell."""

import datetime
import json
import unittest

from terminal_screen import Screen, pexpect
from test_crashes import READER
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase, needs_root

CANARY = "zanzibarword"
FACTORS = ("information: initials only\nrecipient: nobody known\nacquired: encrypted\n"
           "mitigated: passphrase changed\n")


def day(days=0):
    return str(datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days))


class IncidentCase(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()
        (self.vault.folder / "stick").mkdir()

    def open_one(self, kind="lost-stick", more="", discovered=None, **options):
        return self.vault.run(
            "incident", "open", "--from", "-", "--no-input",
            stdin=f"kind: {kind}\ndiscovered: {discovered or day()}\nwhat: {CANARY} in a bag\n{more}",
            **options)

    def change(self, verb, text, incident="I1", **options):
        return self.vault.run("incident", verb, incident, "--from", "-", "--no-input", stdin=text,
                              **options)

    def only(self):
        return self.vault.json("incident", "list")[0]

    def evidence(self, incident="I1"):
        return self.vault.json("incident", "show", incident)["evidence"]


class Incidents(IncidentCase):
    def test_from_the_day_it_was_found_to_the_day_it_is_closed(self):
        shown = self.open_one(more="affected: 1\n", discovered=day(-10), check=0).out
        self.assertIn("Noted as I1.", shown)
        self.assertIn("the law presumes a breach", shown)
        notices = {each["who"]: each["due"] for each in self.only()["notices"]}
        year = datetime.date.fromisoformat(day(-10)).year
        yearly = datetime.date(year, 12, 31) + datetime.timedelta(60)
        self.assertEqual(notices, {"individuals": day(50), "department": str(yearly)})
        decided = FACTORS + f"decision: breach\nwhy: a stranger has it\ndecided-on: {day()}\n"
        self.change("assess", decided, check=0)
        self.assertTwoLines(self.vault.run("incident", "close", "I1", "--from", "-", "--no-input",
                                           stdin=f"closed-on: {day()}\n"), 8)
        self.change("edit", f"individuals-told-on: {day()}\ndepartment-told-on: {day()}\n", check=0)
        self.change("close", f"closed-on: {day()}\n", check=0)
        self.assertTrue(self.only()["closed"])
        self.assertTwoLines(self.change("assess", decided), 8)
        acts = [act for act in self.vault.acts()
                if act.startswith("incident.") and act != "incident.view"]
        self.assertEqual(acts, ["incident.open", "incident.change", "incident.change",
                                "incident.close"])
        self.assertVerifies(self.vault)

    def test_five_hundred_people_are_told_of_at_once(self):
        self.open_one(more="affected: 501\n", check=0)
        self.assertEqual({each["who"]: each["due"] for each in self.only()["notices"]},
                         dict.fromkeys(("individuals", "department", "media"), day(60)))

    def test_no_low_probability_without_the_four_factors(self):
        self.open_one(check=0)
        decided = f"decision: low-probability\nwhy: encrypted\ndecided-on: {day()}\n"
        before = self.only()
        self.assertTwoLines(self.change("assess", decided), 8)
        self.assertTwoLines(self.change("assess", FACTORS + "decision: low-probability\n"), 3)
        self.assertEqual(self.only(), before)
        self.change("assess", FACTORS + decided, check=0)
        self.assertEqual((self.only()["decision"], self.only()["notices"]), ("low-probability", []))
        self.change("close", f"closed-on: {day()}\n", check=0)

    def test_what_can_not_be_is_refused_and_nothing_is_lost(self):
        self.assertTwoLines(self.open_one(discovered=day(1)), 1)
        self.assertTwoLines(self.open_one(more=f"happened: {day(1)}\n"), 1)
        self.assertTwoLines(self.open_one(more="affected: few\n"), 1)
        self.assertTwoLines(self.open_one("flood"), 1)
        self.assertTwoLines(self.open_one("wrong-person", "disclosure: E9\n"), 1)
        self.assertEqual(self.vault.json("incident", "list"), [])
        self.open_one(check=0)
        self.assertTwoLines(self.change("close", f"closed-on: {day()}\n"), 8)
        self.assertTwoLines(self.change("edit", f"individuals-told-on: {day(-1)}\n"), 1)
        self.assertTwoLines(self.change("edit", "", incident="I9"), 1)

    def test_the_trail_tells_its_kind_and_no_word_of_it(self):
        self.open_one(more="label: CANARYSTICK\n", check=0)
        shown = self.vault.ok("incident", "show", "I1").out
        self.assertIn(CANARY, shown)
        entries = self.vault.entries()
        opened, = [each for each in entries if each["act"] == "incident.open"]
        self.assertEqual((opened["on"], opened["details"]["kind"]), ("I1", "lost-stick"))
        for word in (CANARY, "canarystick", "bag", "example"):
            self.assertNotIn(word, json.dumps(entries).lower())
        for word in (CANARY, "CANARYSTICK"):
            self.assertNotIn(word.encode(), self.vault.file.read_bytes())

    def test_an_open_one_is_told_every_day(self):
        self.assertEqual(self.vault.json("today")["incidents"], [])
        self.open_one(discovered=day(-70), check=0)
        self.assertIn("1 incident is open", self.vault.ok("today").out)
        self.assertRegex(self.vault.ok("week").out, rf"{day(-10)} +I1 .*overdue")
        self.assertIn(f"the next day to keep is {day(-10)}", self.vault.ok("today").out)
        self.assertIn("OVERDUE", self.vault.ok("incident", "show", "I1").out)
        self.change("assess", f"decision: secured\nwhy: encrypted\ndecided-on: {day()}\n", check=0)
        self.assertRegex(self.vault.ok("week").out, r"I1 .*to be closed")
        self.assertNotIn("the next day", self.vault.ok("today").out)
        self.change("close", f"closed-on: {day()}\n", check=0)
        self.assertEqual(self.vault.json("today")["incidents"], [])

    def test_the_words_promise_nothing(self):
        self.open_one(more="passphrase-apart: no\n", check=0)
        shown = " ".join(self.vault.ok("incident", "show", "I1").out.split())
        self.assertIn("not on the list of FIPS-approved", shown)
        self.assertIn("supports your decision", shown)
        self.assertIn("counts as unencrypted", shown)
        self.assertNotIn("complian", shown.lower())


class Evidence(IncidentCase):
    def test_of_a_stick_whose_name_nobody_noted_all_that_left_is_shown(self):
        self.open_one(check=0)
        self.assertEqual([each["text"] for each in self.evidence()],
                         ["The trail tells of no export and no backup until that day."])
        self.vault.ok("backup", "--to", "stick", passphrase=PASSPHRASE)
        self.vault.ok("export", "D1", "--to", "stick", "--recipient", READER)
        self.vault.ok("export", "D1", "--to", "stick", "--from", "-", "--no-input", "--recipient",
                      READER, "--basis", "individual_524", stdin=(
                          "recipient: Mara Example\nkind: client\n"
                          "purpose: at the request of the client\n"))
        self.change("edit", "affected: 1\n", check=0)
        texts = [each["text"] for each in self.evidence()]
        self.assertIn("all that had left by then, 3", texts[0])
        self.assertEqual(texts[1:], [
            "Backup of the whole vault, encrypted under the passphrase",
            "Export D1, encrypted (age), your own copy",
            "Export D1, encrypted (age), for Mara Example"])
        acts = {entry["number"]: entry["act"] for entry in self.vault.entries()}
        self.assertEqual([acts[each["entry"]] for each in self.evidence()[1:]],
                         ["backup.make", "export.done", "export.done"])
        # What was written after it was missed can't be on it.
        self.open_one(discovered=day(-1), check=0)
        self.assertEqual([each["text"] for each in self.evidence("I2")],
                         ["The trail tells of no export and no backup until that day."])

    @needs_root("mount a stick of its own name")
    def test_of_a_stick_with_a_name_what_went_to_it(self):
        for name in ("stick", "drawer"):
            (self.vault.folder / name).mkdir(exist_ok=True)
            self.vault.ok("backup", "--to", name, passphrase=PASSPHRASE, under=[
                "unshare", "--mount", "sh", "-c",
                f"mount -t tmpfs none {name} && exec \"$@\"", "sh"])
        self.open_one(more="label: stick\n", check=0)
        texts = [each["text"] for each in self.evidence()]
        self.assertEqual(texts, ["1 in the trail went to a stick of this name.",
                                 "Backup of the whole vault, encrypted under the passphrase"])
        tokens = [each["details"]["medium"] for each in self.vault.entries()
                  if each["act"] == "backup.make"]
        self.assertEqual(len(set(tokens)), 2)
        for token in tokens:
            self.assertRegex(token, "^[0-9a-f]{16}$")
        self.open_one(more="label: pocket\n", check=0)
        self.assertEqual([each["text"] for each in self.evidence("I2")],
                         ["Nothing in the trail went to a stick of this name."])

    def test_of_a_laptop_when_it_was_last_open_and_locked(self):
        self.vault.ok("lock")
        self.vault.open()
        self.open_one("lost-laptop", check=0)
        lines = self.evidence()
        texts = " ".join(each["text"] for each in lines)
        self.assertIn("encrypted at all times", texts)
        self.assertIn("locks after 5 minutes", texts)
        self.assertIn("nothing tells that it was locked", texts)
        acts = {entry["number"]: entry["act"] for entry in self.vault.entries()}
        told = {each["text"]: acts[each["entry"]] for each in lines if each.get("entry") is not None}
        self.assertEqual(told["Last locked until that day"], "vault.lock")
        self.assertEqual(told["Last opened until that day"], "vault.open")

    def test_of_a_letter_what_the_accounting_tells(self):
        self.vault.ok("export", "D1", "--to", "stick", "--from", "-", "--no-input", "--recipient",
                      READER, "--basis", "treatment_506",
                      stdin="recipient: Dr. Wrong Number\nkind: provider\npurpose: treatment\n")
        self.open_one("wrong-person", "disclosure: E1\n", check=0)
        texts = [each["text"] for each in self.evidence()]
        self.assertIn("for Dr. Wrong Number", texts[0])
        self.assertEqual(texts[2], "The file was encrypted.")

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_at_the_terminal_she_is_asked_the_four_questions(self):
        screen = Screen(self.vault, "incident", "open")
        code = screen.answer({"What happened$": "1", "find out": day(), "in your own words":
                              "left on a train", "kept somewhere else": "yes", "How many": "3"})
        self.assertEqual(code, 0, screen.text)
        screen = Screen(self.vault, "incident", "assess", "I1")
        code = screen.answer({"Which information": "initials", "Who has it": "nobody known",
                              "really opened": "no", "lessen": "changed the passphrase",
                              "What do you decide": "safe harbor", "On which day": day(),
                              "Why do you": "encrypted, passphrase at home"})
        self.assertEqual(code, 0, screen.text)
        text = " ".join(screen.text.split())
        self.assertLess(text.index("What the vault knows"), text.index("Which information"))
        self.assertIn("FIPS-approved", text)
        self.assertIn("not “unsecured” information", text)


if __name__ == "__main__":
    unittest.main()
