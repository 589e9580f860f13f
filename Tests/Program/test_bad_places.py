"""Places that refuse: links and pipes, no permission, full and read-only disks, no home."""

import os
import subprocess
import unittest

from vault_program import Vault
from vault_test_case import NOBODY, VaultTestCase, needs_root


class BadPlaces(VaultTestCase):
    def assertRefused(self, vault, result, code):
        self.assertTwoLines(result, code)
        self.assertVerifies(vault)

    def export(self, vault, place):
        return vault.run("export", "D1", "--to", place, export_passphrase="for the reader")

    def test_attack_29_export_to_what_is_no_folder(self):
        """Attack 29: links, pipes, files and devices in the place of the stick."""
        vault = Vault.at(self, "signed").open()
        stick = vault.folder / "stick"
        stick.mkdir()
        (vault.folder / "link").symlink_to(stick)
        os.mkfifo(vault.folder / "pipe")
        cases = [("nowhere", 1), ("link", 8), ("pipe", 8), ("jotting.txt", 8), ("/dev/null", 8)]
        for place, code in cases:
            with self.subTest(place):
                self.assertRefused(vault, self.export(vault, place), code)
        self.assertEqual(list(stick.iterdir()), [])

    def test_attack_29_planted_names_are_not_followed(self):
        """Attack 29: a link under a temporary name of an export is neither written nor removed."""
        vault = Vault.at(self, "signed").open()
        stick, prize = vault.folder / "stick", vault.folder / "prize"
        stick.mkdir()
        prize.write_text("mine")
        planted = stick / "export-2026-01-01-00000000.tar.age.partial"
        planted.symlink_to(prize)
        self.assertEqual(self.export(vault, "stick").code, 0)
        self.assertTrue(planted.is_symlink())
        self.assertEqual(prize.read_text(), "mine")

    @needs_root("act as another user")
    def test_files_and_folders_without_permission(self):
        vault = Vault(self, user=NOBODY).make()
        vault.open()
        vault.advance("client")
        vault.file.chmod(0)
        self.assertTwoLines(vault.run("client", "list"), 1)
        vault.file.chmod(0o400)
        self.assertTwoLines(vault.run("client", "add", "--from", "client.txt"), 7)
        vault.file.chmod(0o600)
        vault.folder.chmod(0o555)
        self.assertTwoLines(vault.run("client", "add", "--from", "client.txt"), 7)
        vault.folder.chmod(0o700)
        (vault.folder / "jotting.txt").chmod(0)
        result = vault.run("draft", "note", "C1", "--from", "jotting.txt", "--no-input")
        self.assertRefused(vault, result, 1)

    def mounted(self, vault, name, options):
        place = vault.folder / name
        place.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", place]).returncode:
            self.skipTest("this machine does not let root mount a tmpfs")
        self.addCleanup(subprocess.run, ["umount", "-l", place])
        return place

    @needs_root("mount a small disk")
    def test_a_full_stick_and_a_stick_that_cannot_be_written(self):
        vault = Vault.at(self, "signed").open()
        stick = self.mounted(vault, "stick", "size=4k")
        self.assertRefused(vault, self.export(vault, stick), 7)
        # The witness may stay: it is small, and true also without the export.
        self.assertEqual([each for each in stick.iterdir() if each.suffix != ".checkpoint"], [])
        subprocess.run(["mount", "-o", "remount,ro", stick], check=True)
        self.assertRefused(vault, self.export(vault, stick), 7)
        subprocess.run(["mount", "-o", "remount,rw,size=1m", stick], check=True)
        self.assertEqual(self.export(vault, stick).code, 0)

    @needs_root("mount a small disk")
    def test_attack_19_a_full_disk_under_the_vault(self):
        """Attack 19: what was there before is there after, and work goes on when there is room."""
        vault = Vault.at(self, "client").open()
        room = vault.file.stat().st_size // 1024 + 48
        disk = self.mounted(vault, "disk", f"size={room}k")
        there = disk / "practice.vault"
        there.write_bytes(vault.file.read_bytes())
        vault.file.unlink()
        vault.file.symlink_to(there)
        environment = {"VAULT_FILE": str(there)}
        codes = set()
        for _ in range(30):
            before = len(vault.json("client", "list", environment=environment))
            result = vault.run("client", "add", "--from", "client.txt", environment=environment)
            codes.add(result.code)
            after = len(vault.json("client", "list", environment=environment))
            self.assertEqual(after - before, int(result.code == 0), result)
            if result.code:
                self.assertTwoLines(result, 7)
                break
        self.assertEqual(codes, {0, 7})
        subprocess.run(["mount", "-o", "remount,size=4m", disk], check=True)
        vault.ok("client", "add", "--from", "client.txt", environment=environment)
        self.assertEqual(vault.run("verify", environment=environment).code, 0)

    def test_attack_47_without_home_or_input(self):
        """Attack 47: no HOME, standard input closed: still a clear word."""
        vault = Vault.at(self, "new").open()
        closed = ["sh", "-c", 'exec "$@" <&-', "sh"]
        result = vault.run("client", "add", "--from", "-", under=closed)
        self.assertTwoLines(result, 1)
        environment = {"HOME": "", "VAULT_FILE": "", "XDG_STATE_HOME": ""}
        self.assertTwoLines(vault.run("client", "list", environment=environment), 1)


if __name__ == "__main__":
    unittest.main()
