"""Psychotherapy notes (45 CFR 164.501): kept apart, and nowhere else to be found.

A note holds a word that exists nowhere else; then everything that the program shows is searched.
"""

import json
import os
import random
import signal
import time
import unittest

from terminal_screen import Screen, pexpect
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

SECOND = "other invented words about ferns and tides"
MOVE = r"\[m\]ove into the record: $"
EVERYTHING = [
    ["list"], ["list", "C1"], ["week"], ["today"], ["status"], ["show", "D1"], ["session", "list"],
    ["client", "list"], ["client", "list", "--names"], ["client", "show", "C1"],
    ["consent", "list"], ["attach", "list"], ["measure", "list", "C1"], ["slot", "list"],
    ["practice", "show"], ["verify"], ["audit", "log"], ["psychotherapy", "list"],
    ["psychotherapy", "list", "C1"],
]


class PsychotherapyTestCase(VaultTestCase):
    def setUp(self):
        self.mark = "zq" + "".join(random.choices("bcdfgjkvx", k=9))

    def second(self, vault, *words, passphrase=SECOND, **options):
        """The second passphrase comes on standard input's descriptor."""
        return vault.run("psychotherapy", *words, "--second-passphrase-fd", "0",
                         stdin=passphrase + "\n", **options)

    def protect(self, vault):
        vault.ok("psychotherapy", "passphrase", "--new-passphrase-fd", "0", stdin=SECOND + "\n")


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
class PsychotherapyAtTheTerminal(PsychotherapyTestCase):
    def write(self, vault, *lines, moves=(), words=("add", "C1")):
        """Types a note; answers `m` where the sentence pointed at has one of these words."""
        screen = Screen(vault, "psychotherapy", *words)
        for line in [*lines, ""]:
            screen.type("> $", line)
        while screen.child.expect([MOVE, pexpect.EOF]) == 0:
            sentence = screen.child.before
            screen.child.sendline("m" if any(word in sentence for word in moves) else "")
        self.assertEqual(screen.end(), 0, screen.text)
        return " ".join(screen.text.split())

    def shown(self, vault, note="P1"):
        return " ".join(vault.ok("psychotherapy", "show", note).out.split())

    def test_excluded_content_is_pointed_at_and_moved(self):
        vault = Vault.at(self, "client").open()
        text = self.write(
            vault, "Her silence felt like my own mother's.", "She takes 50 mg of sertraline.",
            "The transference deepens.", "The session began at 14:05.", moves=["sertraline"])
        self.assertIn("medication or its monitoring, which belongs in the record", text)
        self.assertIn("when a session began or ended, which belongs in the record", text)
        self.assertNotIn("“Her silence", text)
        self.assertNotIn("“The transference", text)
        self.assertRegex(text, r"Moved into the record as J1\. Kept as P1\.")
        kept = self.shown(vault)
        self.assertNotIn("sertraline", kept)
        for part in ("Her silence", "The transference deepens.", "began at 14:05"):
            self.assertIn(part, kept)
        found = vault.json("search", "sertraline")
        self.assertEqual([(each["record"], each["client"]) for each in found], [("J1", "C1")])
        self.assertEqual(vault.json("search", "transference"), [])
        self.assertVerifies(vault)

    def test_what_was_typed_is_kept_when_she_cannot_finish(self):
        """Stopped at a line, the terminal closed, stopped at a question; a bad line between."""
        vault = Vault.at(self, "client").open()
        for number, stop in enumerate(("intr", "hup", "question"), 1):
            screen = Screen(vault, "psychotherapy", "add", "C1")
            screen.type("> $", "She takes 50 mg of sertraline.")
            screen.type("> $", "unseen\u200btext")
            screen.type("> $", "I felt small.")
            screen.child.expect("> $")
            if stop == "question":
                screen.child.sendline("")
                screen.child.expect(MOVE)
            if stop == "hup":
                screen.child.kill(signal.SIGHUP)
            else:
                screen.child.sendintr()
            self.assertEqual(screen.end(), 130, screen.text)
            self.assertIn(f"Kept as P{number}.", screen.text)
            self.assertIn("sertraline. I felt small.", self.shown(vault, f"P{number}"))

    def test_a_pasted_text_answers_no_question(self):
        """Its empty lines are part of it; what begins with m is no answer."""
        vault = Vault.at(self, "client").open()
        screen = Screen(vault, "psychotherapy", "add", "C1")
        screen.child.expect("> $")
        screen.child.send("She takes 50 mg of sertraline.\n\nmaybe more of that.\n\n\nThe end.\n")
        screen.type("> $", "")
        screen.type(MOVE, "maybe")
        screen.type(MOVE, "")
        self.assertEqual(screen.end(), 0, screen.text)
        text = vault.json("psychotherapy", "show", "P1")["text"]
        self.assertEqual(text, "She takes 50 mg of sertraline.\n\nmaybe more of that.\n\n\nThe end.")
        self.assertEqual(vault.json("search", "sertraline"), [])

    def test_two_moved_sentences_keep_their_order(self):
        vault = Vault.at(self, "client").open()
        self.write(vault, "She takes 50 mg of sertraline.", "I felt small.",
                   "The diagnosis is F41.1.", moves=["sertraline", "F41.1"])
        passage = vault.json("search", "sertraline")[0]["passage"]
        self.assertLess(passage.index("sertraline"), passage.index("F41.1"))
        self.assertNotIn("felt small", passage)
        self.assertTrue(self.shown(vault).endswith("I felt small."))

    def test_enter_keeps_what_was_pointed_at(self):
        vault = Vault.at(self, "client").open()
        text = self.write(vault, "She takes 50 mg of sertraline.")
        self.assertNotIn("Moved", text)
        self.assertIn("sertraline", self.shown(vault))
        self.assertEqual(vault.json("search", "sertraline"), [])

    def test_a_note_that_is_moved_as_a_whole_leaves_no_empty_one(self):
        vault = Vault.at(self, "client").open()
        text = self.write(vault, "She takes 50 mg of sertraline.", moves=["sertraline"])
        self.assertIn("Moved into the record as J1.", text)
        self.assertNotIn("Kept as", text)
        self.assertEqual(vault.json("psychotherapy", "list"), [])

    def test_what_is_typed_later_is_added_at_the_end(self):
        vault = Vault.at(self, "client").open()
        self.write(vault, "First thought.")
        self.write(vault, "Second thought.", words=("edit", "P1"))
        self.assertTrue(self.shown(vault).endswith("First thought. Second thought."))

    def test_the_second_passphrase_is_asked_without_showing_it(self):
        vault = Vault.at(self, "client").open()
        screen = Screen(vault, "psychotherapy", "passphrase")
        screen.type(r"suggests one\): $", SECOND)
        while screen.child.expect([r"[:] $", pexpect.EOF]) == 0:
            screen.child.sendline("yes" if "Type yes" in screen.child.before else SECOND)
        self.assertEqual(screen.end(), 0, screen.text)
        again = Screen(vault, "psychotherapy", "list")
        again.type("Second passphrase: $", SECOND)
        self.assertEqual(again.end(), 0, again.text)
        self.assertNotIn(SECOND, screen.text + again.text)


class PsychotherapyApart(PsychotherapyTestCase):
    def test_the_second_passphrase_opens_and_a_wrong_one_does_not(self):
        vault = Vault.at(self, "client").open()
        vault.ok("psychotherapy", "add", "C1", "--from", "-", stdin=f"{self.mark} and I.\n")
        self.protect(vault)
        self.assertTwoLines(vault.run("psychotherapy", "show", "P1"), 64)
        wrong = ["not this one", PASSPHRASE] * 2
        for count, words in enumerate((["show", "P1"], ["passphrase", "--remove"],
                                       ["add", "C1", "--from", "client.txt"])):
            if count:
                # Each wrong one makes the next wait, as with the vault's own; as if the last
                # one had been just now, however long ago it was.
                failures = next((vault.state / "vault").glob("*/failures"))
                self.assertEqual(failures.read_text().split()[0], str(count))
                failures.write_text(f"{count} {int(time.time()) + 600}\n")
            result = self.second(vault, *words, passphrase=wrong.pop())
            lines = result.err.splitlines(keepends=True)
            self.assertEqual("Waiting" in lines[0], count > 0, result)
            self.assertTwoLines(result._replace(err="".join(lines[-2:])), 4)
            self.assertNotIn(self.mark, result.out + result.err)
        right = self.second(vault, "show", "P1", check=0)
        self.assertIn(f"{self.mark} and I.", right.out)
        self.assertEqual(json.loads(self.second(vault, "list", "--json", check=0).out)[0]["note"],
                         "P1")
        self.second(vault, "passphrase", "--remove", check=0)
        self.assertIn(self.mark, vault.ok("psychotherapy", "show", "P1").out)
        self.assertVerifies(vault)

    def test_everything_else_works_without_the_second_passphrase(self):
        vault = Vault.at(self, "signed").open()
        vault.ok("psychotherapy", "add", "C1", "--from", "-", stdin=f"{self.mark} and I.\n")
        self.protect(vault)
        for words in EVERYTHING:
            if words[0] != "psychotherapy":
                vault.ok(*words)
        vault.ok("search", "anxiety")

    def test_an_edit_replaces_the_text_and_a_wrong_number_is_refused(self):
        vault = Vault.at(self, "client").open()
        vault.ok("psychotherapy", "add", "C1", "--from", "-", stdin="first\n")
        vault.ok("psychotherapy", "edit", "P1", "--from", "-", stdin="replaced\n")
        self.assertIn("replaced", vault.ok("psychotherapy", "show", "P1").out)
        for words in (["show", "P9"], ["show", "C1"], ["edit", "P9", "--from", "client.txt"],
                      ["add", "C9", "--from", "client.txt"]):
            self.assertTwoLines(vault.run("psychotherapy", *words), 1)
        self.assertTwoLines(
            vault.run("psychotherapy", "add", "C1", "--from", "-", stdin=" \n"), 3)
        # What is too long is refused, never cut.
        self.assertTwoLines(
            vault.run("psychotherapy", "add", "C1", "--from", "-", stdin="word " * 900_000), 1)
        self.assertEqual(len(vault.json("psychotherapy", "list")), 1)

    def test_no_other_command_shows_a_word_of_it(self):
        """Lists, search, week, export, trail and JSON; and no file outside the vault."""
        vault = Vault.at(self, "signed").open()
        (vault.folder / "stick").mkdir()
        vault.ok("psychotherapy", "add", "C1", "--from", "-",
                 stdin=f"{self.mark}dream of her father. She takes 50 mg of {self.mark}pill.\n")
        vault.ok("psychotherapy", "edit", "P1", "--from", "-", stdin=f"{self.mark}later.\n")
        vault.ok("psychotherapy", "show", "P1")
        texts = []
        for words in EVERYTHING:
            texts.append(vault.ok(*words))
            texts.append(vault.run(*words, "--json"))
        for word in ("dream", "father", f"{self.mark}dream", f"{self.mark}later", self.mark):
            found = vault.ok("search", word)
            self.assertEqual(found.out, "Nothing found.\n", word)
            texts += [found, vault.ok("search", word, "--json")]
        vault.ok("session", "add", "C1", "--from", "session.txt")
        texts.append(vault.ok("draft", "note", "S2", "--from", "jotting.txt", "--no-input"))
        texts += [vault.ok("review", "D2", "--json"), vault.ok("list")]
        texts.append(vault.ok("export", "D1", "--to", "stick",
                              export_passphrase="words for the reader"))
        opened = vault.folder / "opened"
        opened.mkdir()
        package = next((vault.folder / "stick").glob("*.age"))
        vault.ok("unseal", package, "--to", "opened", passphrase="words for the reader")
        for text in texts:
            self.assertNotIn(self.mark, (text.out + text.err).lower())
        places = [path for path in vault.folder.rglob("*") if path.is_file()]
        self.assertTrue(any(opened in path.parents for path in places))
        for path in places:
            self.assertNotIn(self.mark.encode(), path.read_bytes().lower(), path)
        self.assertIn("psychotherapy-note.create", vault.acts())
        self.assertFalse(os.path.exists(vault.folder / "note.txt"))


if __name__ == "__main__":
    unittest.main()
