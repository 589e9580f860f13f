"""What people and machines get wrong: one line what happened, one line what to do, nothing lost.

No message repeats a word of what was written; each has its published exit code.
"""

import json
import os
import pathlib
import sqlite3
import subprocess
import unittest

from vault_program import NOBODY, PASSPHRASE, Vault, VaultTestCase, needs_root

SECRET = "overheard in the waiting room"
JOTTINGS = {
    "empty": ("", 1), "only comments": ("# nothing\n\n", 1), "ten megabytes": ("s: " + "x" * 10_000_000, 1),
    "one huge line": (f"reported: {SECRET} " + "x" * 1_100_000, 1),
    "NUL": (f"reported: {SECRET}\0\n", 1), "no field": (f"{SECRET}\n", 1),
    "an unknown field": (f"reported: {SECRET}\nplaan: {SECRET}\n", 1),
    "no such choice": (f"progress: {SECRET}\n", 1),
    "an answer twice": ("progress: improved\nprogress: worse\n", 1),
    "UTF-16": (f"reported: {SECRET}".encode("utf-16"), 1),
    "not UTF-8": (b"reported: " + SECRET.encode() + b"\xff\n", 1),
}
CONTROLS = [*range(0x01, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x200B, 0x200E,
            0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029, 0xFEFF]
DECISIONS = ["x accept", "1", "1 maybe", "0 accept", "3-1 accept", "1- accept", "999 accept",
             "1-999999999999 accept", "99999999999999999999 accept", "1 edit:", f"1 edit: {SECRET}\x07"]


class BadInput(VaultTestCase):
    def assertRefused(self, vault, result, code):
        self.assertTwoLines(result, code)
        for word in SECRET.split():
            if len(word) > 4:
                self.assertNotIn(word, result.out + result.err)
        self.assertVerifies(vault)

    def test_jottings_that_cannot_be_read(self):
        vault = Vault.at(self, "client").open()
        for name, (text, code) in JOTTINGS.items():
            with self.subTest(name):
                result = vault.run("draft", "note", "C1", "--from", "-", "--no-input", stdin=text)
                self.assertRefused(vault, result, code)
        self.assertIn("“plan”", vault.run(
            "draft", "note", "C1", "--from", "-", stdin="plaan: rest\n").err)
        for name in ("nowhere.txt", "."):
            result = vault.run("draft", "note", "C1", "--from", name)
            self.assertRefused(vault, result, 1)
        self.assertEqual(vault.json("list"), [])

    def test_a_refused_jotting_leaves_a_review_as_it_was(self):
        vault = Vault.at(self, "reviewed").open()
        before = vault.json("review", "D1")
        for text in ("", f"progress: {SECRET}\n", f"reported: {SECRET}\0\n"):
            result = vault.run("draft", "note", "D1", "--from", "-", "--no-input", stdin=text)
            self.assertRefused(vault, result, 1)
        self.assertEqual(vault.json("review", "D1"), before)

    def test_a_byte_order_mark_and_windows_line_ends_are_read(self):
        vault = Vault.at(self, "client").open()
        text = "\ufeffreported: slept well\r\nplan: go on\r\n  as before\r\n"
        result = vault.run("draft", "note", "C1", "--from", "-", "--no-input", stdin=text)
        self.assertIn(result.code, (0, 3), result)
        self.assertEqual(len(vault.json("list")), 1)

    def test_attack_30_control_characters_do_not_get_in(self):
        """Attack 30: C0, C1, direction overrides and OSC 52 in every text there is."""
        vault = Vault.at(self, "drafted").open()
        texts = [f"{chr(each)}" for each in CONTROLS] + ["\x1b]52;c;aGk=\x07", "\x1b[2J"]
        forms = [(["client", "add"], "name: {}x\nborn: 1990-01-01\n"),
                 (["draft", "note", "D1", "--no-input"], "reported: a{}b\n")]
        for words, form in forms:
            for text in texts:
                result = vault.run(*words, "--from", "-", stdin=form.format(text))
                self.assertTwoLines(result, 1)
                self.assertTrue(result.err.isprintable() or result.err.replace("\n", "").isprintable())
        for text in texts[::7]:
            result = vault.run("review", "D1", "--decide", "-", stdin=f"1 edit: a{text}b\n")
            self.assertEqual(result.code, 1, repr(text))
        self.assertEqual(len(vault.json("client", "list")), 1)

    def test_attack_30_what_is_invisible_is_shown_escaped(self):
        """Attack 30: characters that only look harmless stay text; in JSON they are escapes."""
        vault = Vault.at(self, "new").open()
        for text in ("\u2060", "\u2064", "\U000e0041"):
            vault.run("client", "add", "--from", "-", stdin=f"name: Odd{text}One\nborn: 1990-01-01\n")
        for words in (["client", "list", "--names"], ["client", "list", "--names", "--json"]):
            out = vault.ok(*words).out
            self.assertTrue(out.replace("\n", "").isprintable(), ascii(out))
        json.loads(vault.ok("client", "list", "--names", "--json").out)

    def test_wrong_passphrases(self):
        vault = Vault.at(self, "new")
        for number in range(2):
            result = vault.run("open", passphrase="not this one")
            self.assertEqual(result.code, 4, result)
            self.assertEqual("Waiting" in result.err, number > 0)
        waits = (vault.state / "vault").glob("*/failures")
        self.assertEqual([each.read_text().split()[0] for each in waits], ["2"])
        vault.open()
        self.assertIn("vault.open-failed", vault.acts())
        for text in ("", "x" * 2000):
            self.assertIn(vault.run("open", passphrase=text).code, (4, 64))
        self.assertTwoLines(vault.run("open", "--passphrase-fd", "99"), 4)

    def test_a_locked_vault_asks_or_says_so(self):
        vault = Vault.at(self, "new")
        for words in (["client", "list"], ["verify"], ["audit", "log"], ["list", "--json"]):
            self.assertTwoLines(vault.run(*words), 4)
        self.assertEqual(json.loads(vault.run("list", "--json").out)["error"], "vault.locked")

    def test_files_that_are_no_vault(self):
        vault = Vault.at(self, "new").open()
        other = vault.folder / "other"
        sqlite3.connect(other).executescript("CREATE TABLE note (text); INSERT INTO note VALUES (1)")
        newer = vault.folder / "newer"
        newer.write_bytes(vault.file.read_bytes())
        with open(newer, "r+b") as file:
            file.seek(60)
            file.write((99).to_bytes(4, "big"))
        cases = [("nowhere", 1), ("practice.txt", 5), ("/dev/null", 5), (other, 5), (newer, 8),
                 (vault.folder, 5)]
        for path, code in cases:
            with self.subTest(str(path)):
                result = vault.run("client", "list", "--vault", path, passphrase=PASSPHRASE)
                self.assertRefused(vault, result, code)

    def test_init_does_not_overwrite(self):
        vault = Vault.at(self, "new").open()
        self.assertRefused(vault, vault.run(
            "init", "--from", "practice.txt", passphrase=PASSPHRASE), 1)

    def test_numbers_that_are_not_there(self):
        vault = Vault.at(self, "drafted").open()
        for words in (["client", "show", "C9"], ["show", "D7"], ["draft", "note", "S3"],
                      ["session", "add", "D1", "--from", "session.txt"], ["review", SECRET],
                      ["client", "show", "\x1b[31m"], ["export", "D1", "--to", "."]):
            result = vault.run(*words, **({"export_passphrase": "x"} if words[0] == "export" else {}))
            self.assertRefused(vault, result, 1)

    def test_decisions_that_cannot_be_read(self):
        vault = Vault.at(self, "drafted").open()
        for line in DECISIONS:
            with self.subTest(line):
                result = vault.run("review", "D1", "--decide", "-", stdin=f"1 accept\n{line}\n")
                self.assertRefused(vault, result, 1)
        decided = {each["decision"] for each in vault.json("review", "D1")["sentences"]}
        self.assertEqual(decided, {"open"}, "half of a refused list was kept")

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
        self.assertEqual(list(stick.iterdir()), [])
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
        result = vault.run("client", "add", "--from", "-", under=["sh", "-c", 'exec "$@" <&-', "sh"])
        self.assertTwoLines(result, 1)
        environment = {"HOME": "", "VAULT_FILE": "", "XDG_STATE_HOME": ""}
        self.assertTwoLines(vault.run("client", "list", environment=environment), 1)


if __name__ == "__main__":
    unittest.main()
