"""When the vault locks: idle time, suspension, signals, `vault lock`; and what the trail says."""

import os
import pathlib
import shutil
import signal
import subprocess
import threading
import unittest

from test_session import KEY, STATUS, ask
from vault_program import PROGRAM, Vault, wait_until
from vault_test_case import VaultTestCase


class Locking(VaultTestCase):
    def opened(self):
        return Vault.at(self, "new").open()

    def test_attack_35_idle_time_locks_and_is_written_down(self):
        """Attack 35: nobody asked for a while; the key is gone and the trail says why."""
        vault = self.opened()
        key = ask(vault, KEY)[4:]
        vault.ok("lock")
        for option, reason in [("--idle-seconds", "idle"), ("--limit-seconds", "limit")]:
            times = {"--idle-seconds": "600", "--limit-seconds": "600", option: "1"}
            words = [word for pair in times.items() for word in pair]
            process = subprocess.Popen(
                [PROGRAM, "session-process", "--vault", str(vault.file), *words],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=vault.environment)
            out, _ = process.communicate(key, timeout=60)
            self.assertEqual((out, process.returncode), (b"open\n", 0))
            self.assertTwoLines(vault.run("client", "list"), 4)
            vault.open()
            locks = [each for each in vault.entries() if each["act"] == "vault.auto-lock"]
            self.assertEqual(locks[-1]["details"]["reason"], reason)
            vault.ok("lock")

    def test_attack_35_a_suspended_session_does_not_answer_late(self):
        """Attack 35: stopped beyond its time and woken, it locks before it answers."""
        vault = self.opened()
        key = ask(vault, KEY)[4:]
        vault.ok("lock")
        process = subprocess.Popen(
            [PROGRAM, "session-process", "--vault", str(vault.file), "--idle-seconds", "2",
             "--limit-seconds", "600"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=vault.environment)
        self.addCleanup(process.stdout.close)
        process.stdin.write(key)
        process.stdin.close()
        self.assertEqual(process.stdout.readline(), b"open\n")
        self.assertEqual(len(ask(vault, STATUS)), 20)
        os.kill(process.pid, signal.SIGSTOP)
        answers = []
        caller = threading.Thread(target=lambda: answers.append(ask(vault, KEY)))
        caller.start()
        threading.Event().wait(3)
        os.kill(process.pid, signal.SIGCONT)
        caller.join()
        self.assertEqual(process.wait(60), 0)
        self.assertEqual(answers, [b""], "the key left a session whose time was up")

    def test_attack_35_signals_lock(self):
        """Attack 35: the end of the computer's day is the end of the session's."""
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            vault = self.opened()
            process = vault.session_process()
            os.kill(process, number)
            self.assertTrue(wait_until(lambda: not pathlib.Path(f"/proc/{process}").exists()))
            self.assertTwoLines(vault.run("client", "list"), 4)
            self.assertEqual(list((vault.runtime / "vault").iterdir()), [])
            vault.open()
            last = [each for each in vault.entries() if each["act"] == "vault.auto-lock"][-1]
            self.assertEqual(last["details"]["reason"], "signal")

    def test_lock_returns_when_the_process_is_gone(self):
        vault = self.opened()
        process = vault.session_process()
        vault.ok("lock")
        self.assertTrue(wait_until(lambda: not pathlib.Path(f"/proc/{process}").exists()))
        self.assertEqual(vault.ok("lock").out, "The vault was locked already.\n")
        vault.open()
        self.assertEqual(vault.acts().count("vault.lock"), 1)

    def test_a_vault_that_vanished_does_not_keep_the_session_open(self):
        """Locking never waits for the entry to succeed."""
        vault = self.opened()
        process = vault.session_process()
        shutil.move(vault.file, vault.folder / "moved")
        os.kill(process, signal.SIGTERM)
        self.assertTrue(wait_until(lambda: not pathlib.Path(f"/proc/{process}").exists()))


if __name__ == "__main__":
    unittest.main()
