"""Control-C, a closed terminal and kill -9 in the middle of things."""

import os
import shutil
import signal
import unittest

from terminal_screen import PROMPT, Screen, pexpect
from vault_program import Vault, wait_until
from vault_test_case import VaultTestCase


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
class Interruptions(VaultTestCase):
    def decisions(self, vault):
        return [each["decision"] for each in vault.json("review", "D1")["sentences"]]

    def drafted(self):
        return Vault.at(self, "drafted").open()

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

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_control_c_between_two_questions_ends_the_second(self):
        """It comes while the question is being shown, before anything waits for an answer."""
        for number in (signal.SIGINT, signal.SIGHUP):
            with self.subTest(number.name):
                vault = Vault.at(self, "client").open()
                screen = Screen(
                    vault, shell="strace -o calls -P /dev/tty -e trace=write "
                    f"-e inject=write:signal={number.name}:when=3 {vault.program} jot C1; "
                    "echo code=$?")
                screen.type("> $", "slept 4 h")
                screen.end()
                self.assertIn("what you had already saved is kept", screen.text)
                self.assertIn("code=130", screen.text)
                self.assertEqual(len(vault.json("search", "slept")), 1)

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
