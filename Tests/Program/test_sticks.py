"""Sticks as witnesses: what `vault verify FOLDER` finds, with the vault and without it.

A year of invented use: twelve backups and forty exports to five sticks. Then each stick is checked
against the last state, a rolled-back vault and a forked one are shown to the sticks, and each file
on a stick is changed.
"""

import json
import shutil
import unittest

from test_crashes import READER, READER_SECRET
from vault_program import Vault
from vault_test_case import VaultTestCase

WORDS = "two invented otters"
STICKS = [f"stick-{number}" for number in range(5)]


def findings(result_files):
    return {each["name"]: each["state"] for each in result_files}


class Year(VaultTestCase):
    @classmethod
    def setUpClass(cls):
        cls.year = Vault.at(cls.of_all(), "signed").open()
        cls.older = None
        for stick in STICKS:
            (cls.year.folder / stick).mkdir()
        for month in range(12):
            if month == 6:
                # A copy of the laptop in summer, as a thief or a bad backup program makes one.
                cls.older = cls.year.copy(cls.of_all())
            cls.year.ok("backup", "--to", STICKS[month % 5], "--keep", "3")
            for number in range(3 if month % 3 else 4):
                cls.year.ok("export", "D1", "--to", STICKS[(month + number) % 5], "--recipient",
                            READER)

    def sticks_of(self, vault):
        """The sticks of the year, brought to another computer."""
        for stick in STICKS:
            shutil.copytree(self.year.folder / stick, vault.folder / stick, dirs_exist_ok=True)
        return vault

    def laptop(self, original):
        vault = Vault(self)
        shutil.copy2(original.file, vault.file)
        shutil.copytree(original.state, vault.state, dirs_exist_ok=True)
        return self.sticks_of(vault)

    def verify(self, vault, stick, *words, **options):
        result = vault.run("verify", stick, "--json", *words, **options)

        return result.code, findings(json.loads(result.out)["files"])

    def test_every_stick_agrees_with_the_last_state(self):
        seen = {"backups": 0, "exports": 0}
        for stick in STICKS:
            code, found = self.verify(self.year, stick)
            self.assertEqual(code, 0, found)
            self.assertEqual(set(found.values()), {"whole"}, found)
            seen["backups"] += sum(name.endswith(".vault") for name in found)
            seen["exports"] += sum(name.endswith(".tar.age") for name in found)
        self.assertEqual(seen, {"backups": 12, "exports": 40})

    def test_a_rolled_back_vault_is_caught_by_every_newer_stick(self):
        """Attack 10: the file and what the laptop remembers are both of last summer."""
        vault = self.laptop(self.older)
        vault.open()
        caught = 0
        for stick in STICKS:
            code, found = self.verify(vault, stick)
            caught += code == 6 and "contradicts" in found.values()
            result = vault.run("export", "D1", "--to", stick, "--recipient", READER)
            self.assertEqual(result.code, 6 if code == 6 else 0, result)
        self.assertEqual(caught, 5)

    def test_a_forked_vault_is_caught(self):
        """Attack 8: the copy of last summer went on by itself for longer than the vault."""
        vault = self.laptop(self.older)
        vault.open()
        entries = len(self.year.entries())
        while len(vault.entries()) < entries + 5:
            for _ in range(10):
                vault.ok("list")
                vault.ok("client", "show", "C1")
        for stick in STICKS:
            code, found = self.verify(vault, stick)
            self.assertEqual(code, 6, found)
            self.assertIn("contradicts", found.values())

    def test_a_changed_file_is_named_and_no_other(self):
        vault = self.laptop(self.year)
        vault.open()
        stick = vault.folder / STICKS[0]
        chosen = {}
        for path in sorted(stick.iterdir()):
            chosen.setdefault(path.suffix, path)
        for path in chosen.values():
            if path.name == "HOW-TO-OPEN.txt":
                continue
            with self.subTest(path.suffix):
                whole = path.read_bytes()
                for place in (len(whole) // 3, len(whole) - 20):
                    path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1:])
                    code, found = self.verify(vault, STICKS[0])
                    self.assertEqual(code, 5, (path.name, place, found))
                    self.assertEqual(found[path.name], "damaged")
                    self.assertEqual(sum(each == "damaged" for each in found.values()), 1, found)
                path.write_bytes(whole[:len(whole) // 2])
                self.assertEqual(self.verify(vault, STICKS[0])[0], 5, path.name)
                path.write_bytes(whole)
        self.assertEqual(self.verify(vault, STICKS[0])[0], 0)

    def test_on_a_computer_without_the_vault(self):
        vault = self.sticks_of(Vault(self))
        (vault.folder / "reader.txt").write_text(READER_SECRET)
        exported = next((vault.folder / STICKS[0]).glob("*.tar.age"))
        opened = vault.json("unseal", exported, "--to", vault.folder, "--identity", "reader.txt")
        key = opened["key"]
        code, found = self.verify(vault, STICKS[0], "--key", key, "--identity", "reader.txt")
        self.assertEqual(code, 0, found)
        for name, state in found.items():
            self.assertEqual(state, "unopened" if name.endswith(".vault") else "whole", name)
        # Somebody else's key: nothing is hers.
        other = Vault(self).make()
        other.open()
        (other.folder / "stick").mkdir()
        other.ok("backup", "--to", "stick")
        code, found = self.verify(other, vault.folder / STICKS[0])
        self.assertLessEqual(set(found.values()), {"foreign", "damaged"}, found)


class Stick(VaultTestCase):
    def test_an_empty_stick_and_one_with_other_files(self):
        vault = Vault.at(self, "signed").open()
        stick = vault.folder / "stick"
        stick.mkdir()
        self.assertIn("Nothing of a vault", vault.ok("verify", "stick").out)
        for name in ("holiday.jpg", "export-notes.txt", "backup-before-the-move.vault", "x" * 255):
            (stick / name).write_text("mine")
        (stick / "export-2026-11-20-00000000.tar.age.partial").write_text("cut off")
        result = vault.ok("verify", "stick")
        self.assertIn("cut off here", result.out)
        self.assertNotIn("holiday", result.out)

    def test_what_only_a_passphrase_opens_is_compared_with_the_trail(self):
        vault = Vault.at(self, "signed").open()
        (vault.folder / "stick").mkdir()
        vault.ok("export", "D1", "--to", "stick", export_passphrase=WORDS)
        path = next((vault.folder / "stick").glob("*.tar.age"))
        self.assertIn("unchanged: As it was written", vault.ok("verify", "stick").out)
        whole = path.read_bytes()
        path.write_bytes(whole[:-30] + bytes([whole[-30] ^ 1]) + whole[-29:])
        self.assertIn("Not as this vault ever wrote it", vault.run("verify", "stick", check=5).out)

    def test_bad_folders(self):
        vault = Vault.at(self, "signed").open()
        (vault.folder / "file").write_text("x")
        for name in ("nowhere", "file"):
            result = vault.run("verify", name)
            self.assertTwoLines(result)
            self.assertIn(result.code, (1, 8))
        for key in ("", "x", "vault-00+00000000+AAAA", "a" * 5000):
            self.assertTwoLines(vault.run("verify", ".", "--key", key))


if __name__ == "__main__":
    unittest.main()
