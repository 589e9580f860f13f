"""What people and machines get wrong: one line what happened, one line what to do, nothing lost.

No message repeats a word of what was written; each has its published exit code.
"""

import json
import sqlite3
import time
import unittest

from samples import session_text
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

SECRET = "overheard in the waiting room"
JOTTINGS = {
    "empty": ("", 1), "only comments": ("# nothing\n\n", 1),
    "ten megabytes": ("s: " + "x" * 10_000_000, 1),
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
             "1-999999999999 accept", "99999999999999999999 accept", "1 edit:",
             f"1 edit: {SECRET}\x07"]


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
                self.assertTrue(result.err.replace("\n", "").isprintable())
        for text in texts[::7]:
            result = vault.run("review", "D1", "--decide", "-", stdin=f"1 edit: a{text}b\n")
            self.assertEqual(result.code, 1, repr(text))
        self.assertEqual(len(vault.json("client", "list")), 1)

    def test_attack_30_what_is_invisible_is_shown_escaped(self):
        """Attack 30: what reaches the screen all the same, from a field or a path, is escaped."""
        vault = Vault.at(self, "new").open()
        for letter in "\u206a\u206f":
            vault.ok("client", "add", "--from", "-", stdin=f"name: A{letter}B\nborn: 1990-01-01\n")
        odd = vault.folder / "a\x1b[31m\u202e\u009b"
        odd.write_bytes(vault.file.read_bytes())
        lists, status = ["client", "list", "--names"], ["status", "--vault", str(odd)]
        for words in (lists, status):
            text, data = vault.ok(*words).out, vault.ok(*words, "--json").out
            self.assertTrue(text.replace("\n", "").isprintable(), ascii(text))
            self.assertTrue(data.replace("\n", "").isprintable(), ascii(data))
            self.assertIn("\\u{", text)
        self.assertEqual([each["name"] for each in vault.json(*lists)], ["A\u206aB", "A\u206fB"])
        self.assertEqual(vault.json(*status)["vault"], str(odd))

    def test_dates_that_cannot_be(self):
        """Before the client was born, after today, or with a sign in front: each is refused."""
        vault = Vault.at(self, "client").open()
        rows = "name,born\nInvented A,2999-01-01\nInvented B,-1990-01-01\nInvented C,1990-01-01\n"
        for apply in ([], ["--apply"]):
            result = vault.run("import", "clients", "-", *apply, stdin=rows)
            self.assertEqual(result.code, 1)
            self.assertIn("Line 2: “Date of birth” lies in the future.", result.err)
            self.assertIn("Line 3: “Date of birth”", result.err)
            self.assertNotIn("Line 4", result.err)
        for words, text in [
                (["measure", "add", "C1"], "instrument: GAD-7\ntotal: 7\ndate: 1900-01-01\n"),
                (["session", "add", "C1"], session_text().replace("2026", "1901")),
                (["consent", "add", "C1", "--kind", "notice", "--no-input"],
                 "notice: telehealth\nanswer: agreed\nsigned-on: 1901-11-02\n")]:
            result = vault.run(*words, "--from", "-", stdin=text)
            self.assertTwoLines(result, 1)
            self.assertIn("before the client's date of birth", result.err)

    def test_a_total_that_its_answers_do_not_make(self):
        vault = Vault.at(self, "client").open()
        score = "instrument: GAD-7\ndate: 2026-11-02\nanswers: 1 1 1 1 1 1 1\ntotal: {}\n"
        add = ["measure", "add", "C1", "--from", "-"]
        self.assertTwoLines(vault.run(*add, stdin=score.format(17)), 1)
        self.assertEqual(vault.json("measure", "list", "C1"), [])
        vault.ok(*add, stdin=score.format(7))

    def test_wrong_passphrases(self):
        vault = Vault.at(self, "new")
        self.assertTwoLines(vault.run("open", passphrase="not this one"), 4)
        failures = next((vault.state / "vault").glob("*/failures"))
        self.assertEqual(failures.read_text().split()[0], "1")
        for count, wait in [(2, 2), (3, 4)]:
            # As if the last one had been just now, however long ago it was.
            failures.write_text(f"{count} {int(time.time()) + 600}\n")
            result = vault.run("open", passphrase="not this one")
            self.assertEqual(result.code, 4, result)
            self.assertIn(f"Waiting {wait} seconds", result.err)
            self.assertEqual(failures.read_text().split()[0], str(count + 1))
        failures.write_text("4 0\n")
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
        sqlite3.connect(other).executescript("CREATE TABLE note (text)")
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
            options = {"export_passphrase": "x"} if words[0] == "export" else {}
            result = vault.run(*words, **options)
            self.assertRefused(vault, result, 1)

    def test_decisions_that_cannot_be_read(self):
        vault = Vault.at(self, "drafted").open()
        for line in DECISIONS:
            with self.subTest(line):
                result = vault.run("review", "D1", "--decide", "-", stdin=f"1 accept\n{line}\n")
                self.assertRefused(vault, result, 1)
        decided = {each["decision"] for each in vault.json("review", "D1")["sentences"]}
        self.assertEqual(decided, {"open"}, "half of a refused list was kept")


if __name__ == "__main__":
    unittest.main()
