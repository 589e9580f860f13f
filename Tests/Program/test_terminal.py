"""The program at a real terminal: questions, hidden passphrases, interruptions.

What is asked comes from the form files, so the answers here go by what a question is about.
"""

import io
import os
import re
import signal
import unittest

from vault_program import PASSPHRASE, Vault, VaultTestCase, session_text, wait_until

try:
    import pexpect
except ImportError:
    pexpect = None

PROMPT = r"\[q\]uit: $"
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
    r"Progress toward": "2", r"Suicidal": "denied", r"Homicidal": "2", r"Self-harm": "den", r"the plan": "weekly sessions",
}


class Screen:
    """A command at a terminal of 40 lines and 100 columns; all that appears is kept."""

    def __init__(self, vault, *words, shell=None):
        self.seen = io.StringIO()
        command, arguments = (vault.program, list(words)) if shell is None else (
            "/bin/sh", ["-c", shell])
        self.child = pexpect.spawn(command, arguments, env=vault.environment, encoding="utf-8",
                                   cwd=str(vault.folder), dimensions=(40, 100), timeout=60)
        self.child.logfile_read = self.seen

    def answer(self, answers, asked_again=None):
        """Answers every question until the program ends; Enter where there is no answer."""
        for _ in range(60):
            if self.child.expect([r"[?:\]] $", pexpect.EOF]) == 1:
                return self.end()
            question = self.child.before.splitlines()[-1] if self.child.before else ""
            if asked_again and re.search(asked_again[0], question):
                self.child.sendline(asked_again[1])
                self.child.expect(asked_again[2])
                self.child.expect(r"\? $")
            self.child.sendline(next(
                (text for pattern, text in answers.items() if re.search(pattern, question)), ""))
        raise AssertionError(f"it asks and asks: {self.text}")

    def type(self, prompt, text):
        self.child.expect(prompt)
        self.child.sendline(text)

    def end(self):
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus

    @property
    def text(self):
        return self.seen.getvalue()


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
class AtTheTerminal(VaultTestCase):
    def decisions(self, vault):
        return [each["decision"] for each in vault.json("review", "D1")["sentences"]]

    def drafted(self):
        return Vault.at(self, "drafted").open()

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

    def test_control_c_at_the_passphrase_leaves_the_terminal_as_it_was(self):
        vault = Vault.at(self, "new")
        screen = Screen(vault, shell="trap : INT; vault=$0; "
                        f"{vault.program} open; echo code=$?; stty -a")
        screen.child.expect("Passphrase: ")
        screen.child.sendintr()
        screen.end()
        self.assertIn("code=130", screen.text)
        self.assertRegex(screen.text, r"[^-]echo ")

    def interrupted(self, how, expected):
        """Two decisions, an edit after them, one decision more; then something happens."""
        vault = self.drafted()
        screen = Screen(vault, "review", "D1")
        screen.type(PROMPT, "")
        screen.type(PROMPT, "e")
        screen.type("New sentence", "Calm today.")
        screen.type(PROMPT, "")
        screen.child.expect("4/")
        screen.child.expect(PROMPT)
        code = how(screen)
        self.assertEqual(code, expected, screen.text)
        self.assertVerifies(vault)
        return vault, screen, self.decisions(vault)

    def test_control_c_in_a_review_keeps_what_was_decided(self):
        def control_c(screen):
            screen.child.sendintr()
            return screen.end()
        vault, screen, decided = self.interrupted(control_c, 130)
        self.assertEqual(decided[:4], ["accepted", "edited", "accepted", "open"])
        self.assertEqual(screen.text.count("vault: "), 2)

    def test_a_closed_terminal_keeps_what_was_decided(self):
        def close(screen):
            process = screen.child.ptyproc
            process.fileobj.close()
            return os.waitstatus_to_exitcode(os.waitpid(process.pid, 0)[1])
        _, _, decided = self.interrupted(close, 130)
        self.assertEqual(decided[:4], ["accepted", "edited", "accepted", "open"])

    def test_attack_21_kill_9_in_a_review_loses_no_words_of_hers(self):
        """Attack 21: the edit was kept when it was typed; the draft is whole."""
        def kill(screen):
            os.kill(screen.child.pid, signal.SIGKILL)
            return screen.end()
        vault, _, decided = self.interrupted(kill, -signal.SIGKILL)
        self.assertEqual(decided[:2], ["accepted", "edited"])
        self.assertTrue(wait_until(lambda: vault.session_process()))
        vault.ok("review", "D1", "--decide", "-", stdin=vault.accept_all())

    def test_control_c_in_a_question_changes_nothing(self):
        vault = Vault.at(self, "client").open()
        screen = Screen(vault, "client", "add")
        screen.type(r"\? $", "Nobody Invented")
        screen.child.expect(r"\? $")
        screen.child.sendintr()
        self.assertIn(screen.end(), (130, -signal.SIGINT))
        self.assertEqual(len(vault.json("client", "list")), 1)


if __name__ == "__main__":
    unittest.main()
