"""What may be taken over from the last session: on purpose, marked, and never about risk."""

import datetime
import re
import unittest

from samples import JOTTING, session_text
from terminal_screen import PROMPT, Screen, pexpect
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

TAKEN_OVER = "taken over from an earlier session"
CARRIED = {"What did you do (": "CBT thought record re work email",
           "What is the plan": "continue thought records daily"}
ANSWERS = {
    r"client report": "slept better, fewer worries", r"client respond": "engaged",
    r"What does it mean": "anxiety recedes", r"Progress toward": "improved",
    r"Suicidal": "denied", r"Homicidal": "denied", r"Self-harm": "denied",
    r"Risk level": "low",
}


def weeks_ago(text, weeks):
    day = datetime.date.fromisoformat(re.search(r"date: (\S+)", text)[1])
    return re.sub(r"date: \S+", f"date: {day - datetime.timedelta(weeks=weeks)}", text)


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
class CopyForward(VaultTestCase):
    def setUp(self):
        """Two sessions a week apart; the note of the first is signed."""
        self.vault = Vault.at(self, "new").open()
        self.vault.ok("client", "add", "--from", "client.txt")
        text = session_text()
        for weeks in (1, 0):
            self.vault.ok("session", "add", "C1", "--from", "-", stdin=weeks_ago(text, weeks))
        self.vault.ok("draft", "note", "S1", "--from", "-", "--no-input",
                      stdin=JOTTING + "late-reason: I was ill\n")
        self.vault.ok("review", "D1", "--decide", "-", stdin=self.vault.accept_all())
        self.vault.ok("sign", "D1", passphrase=PASSPHRASE)

    def draft(self, answers, about="S2"):
        screen = Screen(self.vault, "draft", "note", about)
        self.assertEqual(screen.answer({**answers, **ANSWERS}), 0, screen.text)
        return screen.text.replace("\r\n", "\n")

    def draft_with_both(self):
        return self.draft({re.escape(question): "=" for question in CARRIED})

    def findings(self, document="D2"):
        return [each["field"] for each in self.vault.json("review", document)["findings"]
                if each["rule"] == "carriedOver"]

    def origins(self, document="D2"):
        return {each["text"]: each["origin"]
                for each in self.vault.json("review", document)["sentences"]}

    def number(self, part, document="D2"):
        return next(each["number"] for each in self.vault.json("review", document)["sentences"]
                    if part in each["text"])

    def test_the_last_text_is_offered_and_taken_over_by_an_equals_sign(self):
        shown = self.draft_with_both()
        for question, text in CARRIED.items():
            self.assertRegex(shown, r"    last time \(\d{4}-\d\d-\d\d\): " + re.escape(text)
                             + r"\n    = takes it over\n" + re.escape(question))
        self.assertEqual(shown.count("takes it over"), len(CARRIED))
        said = [text for text, origin in self.origins().items() if origin == "carried"]
        self.assertEqual(len(said), 2, said)
        self.assertTrue(all("thought record" in text for text in said), said)
        self.assertEqual(sorted(self.findings()), ["did", "plan"])

    def test_enter_takes_nothing_over(self):
        self.draft({re.escape(question): "something new" for question in CARRIED})
        self.assertNotIn("carried", self.origins().values())
        self.assertEqual(self.findings(), [])

    def test_questions_about_risk_never_offer_it(self):
        """Even where `=` is typed: it is no answer there, and what was said last is not shown."""
        screen = Screen(self.vault, "draft", "note", "S2")
        again = ("Suicidal ideation", "=", "Choose one of")
        answers = {re.escape(question): "=" for question in CARRIED}
        self.assertEqual(screen.answer({**answers, **ANSWERS}, asked_again=again), 0, screen.text)
        asked = screen.text[screen.text.index("Suicidal ideation"):
                            screen.text.index("What is the plan")]
        before, _, _ = asked.rpartition("last time")
        self.assertNotIn("last time", before)
        self.assertNotIn("takes it over", before)
        risk = {each["origin"] for each in self.vault.json("review", "D2")["sentences"]
                if each["section"] == "Risk"}
        self.assertNotIn("carried", risk)

    def test_review_shows_what_was_taken_over(self):
        self.draft_with_both()
        screen = Screen(self.vault, "review", "D2")
        places = {}
        while screen.child.expect([PROMPT, pexpect.EOF]) == 0:
            text = " ".join(screen.child.before.split())
            for part in ("thought record re", "continue thought records"):
                if part in text:
                    places[part] = text
            marked = "thought record" in text
            self.assertEqual(TAKEN_OVER in text, marked, text)
            self.assertEqual("stands word for word as on" in text, marked, text)
            screen.child.sendline("")
        self.assertEqual(screen.end(), 0, screen.text)
        self.assertEqual(len(places), 2, screen.text)

    def test_the_finding_stands_until_the_sentence_is_changed(self):
        """Accepting leaves it; an edit takes the one, going on with the draft takes the other."""
        self.draft_with_both()
        self.vault.ok("review", "D2", "--decide", "-", stdin=self.vault.accept_all("D2"))
        self.assertEqual(sorted(self.findings()), ["did", "plan"])
        plan = self.number("hought records daily")
        self.vault.ok("review", "D2", "--decide", "-",
                      stdin=f"{plan} edit: Continue thought records twice a week.\n")
        self.assertEqual(self.findings(), ["did"])
        self.vault.ok("draft", "note", "D2", "--from", "-", "--no-input",
                      stdin="did: relaxation exercise re work email\n")
        self.assertNotIn("did", self.findings())

    def test_a_draft_that_is_taken_up_again_keeps_the_mark(self):
        self.draft_with_both()
        self.vault.ok("draft", "note", "D2", "--from", "-", "--no-input",
                      stdin="quote: I can breathe\n")
        self.assertEqual(sorted(self.findings()), ["did", "plan"])

    def test_an_unsigned_note_is_not_offered(self):
        """Only what was signed is taken over, and only of this client."""
        self.vault.ok("client", "add", "--from", "-", stdin="name: Bo Sample\nborn: 1990-01-01\n")
        text = session_text()
        for weeks in (1, 0):
            self.vault.ok("session", "add", "C2", "--from", "-", stdin=weeks_ago(text, weeks))
        self.vault.run("draft", "note", "S3", "--from", "-", "--no-input", stdin=JOTTING, check=3)
        self.vault.run("review", "D2", "--decide", "-", stdin=self.vault.accept_all("D2"))
        screen = Screen(self.vault, "draft", "note", "S4")
        screen.answer({**{re.escape(question): "x" for question in CARRIED}, **ANSWERS})
        self.assertNotIn("last time", screen.text)
        self.assertNotIn("thought record", screen.text)


if __name__ == "__main__":
    unittest.main()
