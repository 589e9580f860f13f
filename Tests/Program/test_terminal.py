"""The program at a real terminal: questions, hidden passphrases, interruptions.

What is asked comes from the form files, so the answers here go by what a question is about.
"""

import re
import unittest

from samples import session_text
from terminal_screen import PROMPT, Screen, pexpect
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase


READER = "words for the reader"
PRACTICE = {r"name, as it stands": "Dr. Ada Sample", r"credentials": "LMFT",
            r"license": "LMFT 00000, California"}
CLIENT = {r"legal name": "Mara Example", r"born": "4/12/1988", r"ICD-10": "F41.1"}
SESSION_ANSWERS = {r"kind of session": "ind", r"took part": "client",
                   r"Where was the session": "1", r"service code": "90834"}
JOTTING = {
    r"client report": "worried about an exam, sleep 5h", r"homework": "kept a lemon diary",
    r"observe": "mood anxious, robin-like alertness", r"What did you do \(": "cognitive reframing",
    r"client respond": "engaged", r"What does it mean": "anxiety before exams",
    r"Progress toward": "2", r"Suicidal": "denied", r"Homicidal": "2", r"Self-harm": "den",
    r"the plan": "weekly sessions",
}


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
class AtTheTerminal(VaultTestCase):
    def decisions(self, vault):
        return [each["decision"] for each in vault.json("review", "D1")["sentences"]]

    def test_the_whole_way_from_nothing_to_a_stick(self):
        vault = Vault(self)
        (vault.folder / "stick").mkdir()
        dates = dict(re.findall(r"^(\w+): (.*)$", session_text(), re.M))
        shown = []

        def step(*words, answers=None, passphrases=(), code=0):
            screen = Screen(vault, *words)
            ended = screen.answer({**dict(passphrases), **(answers or {})})
            shown.append(screen.text)
            self.assertEqual(ended, code, screen.text)
            return screen.text

        typed = [("passphrase|Passphrase|once more", PASSPHRASE)]
        step("init", "--unlock-memory", "64", answers=PRACTICE, passphrases=typed)
        step("open", passphrases=typed)
        self.assertIn("Added C1 (M.E.)", step("client", "add", answers=CLIENT))
        step("session", "add", "C1", answers={
            **SESSION_ANSWERS, r"When was": dates["date"], r"start": dates["start"],
            r"end$": dates["stop"]})
        text = self.draft(vault)
        shown.append(text)
        self.review(vault, shown)
        step("sign", "D1", passphrases=typed)
        self.assertIn("whole", step("export", "D1", "--to", "stick", passphrases=[
            ("passphrase|once more", READER)]))
        step("lock")
        everything = "".join(shown)
        self.assertNotIn(PASSPHRASE, everything)
        self.assertNotIn(READER, everything)
        self.assertEqual(len(list((vault.folder / "stick").glob("*.tar.age"))), 1)
        vault.open()
        self.assertEqual([each["state"] for each in vault.json("list")], ["signed"])
        self.assertVerifies(vault)

    def draft(self, vault):
        """Field by field; a wrong choice is asked again, then given by its number."""
        screen = Screen(vault, "draft", "note", "C1")
        wrong = ("Progress toward", "sideways", "Choose one of")
        self.assertEqual(screen.answer(JOTTING, asked_again=wrong), 0, screen.text)
        self.assertIn("1  Improved", screen.text)
        return screen.text

    def review(self, vault, shown):
        """Accepts, edits, strikes, goes back, stops, and goes on where it stopped."""
        screen = Screen(vault, "review", "D1")
        screen.type(PROMPT, "what")
        screen.child.expect("Please answer with Enter")
        screen.type(PROMPT, "")
        screen.child.expect("2/")
        screen.type(PROMPT, "b")
        screen.child.expect("1/")
        screen.type(PROMPT, "a")
        screen.type(PROMPT, "q")
        self.assertEqual(screen.end(), 0, screen.text)
        decided = self.decisions(vault)
        self.assertEqual((decided[0], decided.count("open")), ("accepted", len(decided) - 1))
        again = Screen(vault, "review", "D1")
        while again.child.expect([PROMPT, pexpect.EOF]) == 0:
            text = again.child.before
            if "lemon" in text:
                again.child.sendline("s")
            elif "robin" in text and "Alert" not in text:
                again.child.sendline("e")
                again.type("New sentence", "Alert and talkative.")
            else:
                again.child.sendline("")
        self.assertEqual(again.end(), 0, again.text)
        self.assertIn("2/", again.text.split("[q]uit")[0], "it goes on where it stopped")
        shown += [screen.text, again.text]
        decided = self.decisions(vault)
        self.assertEqual((decided.count("struck"), decided.count("edited"),
                          decided.count("open")), (1, 1, 0), decided)

    def test_two_different_passphrases_make_no_vault(self):
        vault = Vault(self)
        screen = Screen(vault, "init", "--from", "practice.txt", "--unlock-memory", "64")
        screen.type("good\\): ", PASSPHRASE)
        screen.type("once more: ", PASSPHRASE + " ")
        self.assertEqual(screen.end(), 1, screen.text)
        self.assertFalse(vault.file.exists())
        self.assertNotIn(PASSPHRASE, screen.text)

    def test_enter_alone_is_no_passphrase(self):
        vault = Vault.at(self, "new")
        screen = Screen(vault, "open")
        screen.type("Passphrase: ", "")
        self.assertEqual(screen.end(), 4)
        self.assertNotIn("--passphrase-fd", screen.text)


if __name__ == "__main__":
    unittest.main()
