"""Many commands at once on one vault, and what a command that died leaves behind (attack 24)."""

import concurrent.futures
import shutil
import sqlite3
import threading
import unittest

from samples import JOTTING
from vault_program import PASSPHRASE, Vault, wait_until
from vault_test_case import VaultTestCase

MANY = 50


class AtOnce(VaultTestCase):
    def all_at_once(self, work, count=MANY):
        """Starts them together; a slow machine runs as many at a time as it can."""
        with concurrent.futures.ThreadPoolExecutor(count) as pool:
            return list(pool.map(work, range(count)))

    def test_attack_24_fifty_clients_at_once(self):
        """Attack 24: every one is there, with a number of its own and one entry."""
        vault = Vault.at(self, "new").open()
        names = [f"Invented Person{number}" for number in range(MANY)]

        def add(number):
            return vault.run("client", "add", "--from", "-",
                             stdin=f"name: {names[number]}\nborn: 1990-01-01\n")
        for result in self.all_at_once(add):
            self.assertEqual(result.code, 0, result)
        clients = vault.json("client", "list", "--names")
        self.assertEqual(sorted(each["name"] for each in clients), sorted(names))
        self.assertEqual({each["client"] for each in clients},
                         {f"C{number + 1}" for number in range(MANY)})
        self.assertEqual(vault.acts().count("client.create"), MANY)
        self.assertVerifies(vault)

    def test_attack_24_fifty_drafts_of_one_session_at_once(self):
        """Attack 24: one document; who came too late is told, and nothing is overwritten."""
        vault = Vault.at(self, "drafted").open()
        before = vault.acts().count("document.draft")
        results = self.all_at_once(lambda number: vault.run(
            "draft", "note", "D1", "--from", "-", "--no-input",
            stdin=JOTTING.replace("GAD-7 14", f"GAD-7 {number % 21}")))
        done = [each for each in results if each.code == 0]
        for each in results:
            if each.code != 0:
                self.assertTwoLines(each, 1)
                self.assertIn("changed this document", each.err)
        self.assertGreaterEqual(len(done), 1)
        self.assertEqual(vault.acts().count("document.draft"), before + len(done))
        self.assertEqual([each["document"] for each in vault.json("list")], ["D1"])
        self.assertVerifies(vault)

    def test_attack_24_decisions_of_two_reviews_do_not_get_lost(self):
        """Attack 24: a decision that was taken for done is still there."""
        vault = Vault.at(self, "drafted").open()
        count = len(vault.json("review", "D1")["sentences"])
        results = self.all_at_once(lambda number: vault.run(
            "review", "D1", "--decide", "-", stdin=f"{number + 1} accept\n"), count)
        decided = [each["decision"] for each in vault.json("review", "D1")["sentences"]]
        for number, result in enumerate(results):
            self.assertEqual(result.code == 0, decided[number] == "accepted", result)
        self.assertVerifies(vault)

    def test_attack_24_a_second_command_waits(self):
        """Attack 24: while another program writes, a command waits for its turn."""
        vault = Vault.at(self, "client").open()
        other = sqlite3.connect(vault.file, isolation_level=None, check_same_thread=False)
        self.addCleanup(other.close)
        other.execute("BEGIN IMMEDIATE")
        results = []
        command = threading.Thread(
            target=lambda: results.append(vault.run("client", "show", "C1")))
        command.start()
        command.join(2)
        self.assertTrue(command.is_alive(), results)
        other.execute("ROLLBACK")
        command.join()
        self.assertEqual(results[0].code, 0, results)

    @unittest.skipUnless(shutil.which("strace"), "strace is not installed")
    def test_attack_24_a_killed_command_holds_nobody_up(self):
        """Attack 24: its lock died with it, its journal is rolled back."""
        vault = Vault.at(self, "client").open()
        killed = vault.run("client", "add", "--from", "client.txt", under=[
            "strace", "-f", "-o", str(vault.folder / "calls"), "-e", "trace=pwrite64",
            "-e", "inject=pwrite64:signal=SIGKILL:when=20"])
        self.assertNotEqual(killed.code, 0)
        self.assertTrue(vault.file.with_name(vault.file.name + "-journal").exists())
        for _ in range(3):
            vault.ok("client", "add", "--from", "client.txt")
        self.assertEqual(len(vault.json("client", "list")), 4)
        self.assertVerifies(vault)

    def test_attack_24_opening_twice_at_once_leaves_one_session(self):
        """Attack 24: whoever opens last holds the socket; all of them end with `vault lock`."""
        vault = Vault.at(self, "new")
        for result in self.all_at_once(lambda _: vault.run("open", passphrase=PASSPHRASE), 4):
            self.assertIn(result.code, (0, 1), result)
        self.assertEqual(vault.run("client", "list").code, 0)
        vault.ok("lock")
        self.assertTrue(wait_until(lambda: vault.session_process() is None), "one was left")


if __name__ == "__main__":
    unittest.main()
