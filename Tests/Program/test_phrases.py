"""Her own phrases, meanings that are asked for once, and jotted lines without a field."""

import unittest

from samples import JOTTING
from terminal_screen import Screen, pexpect
from vault_program import Vault
from vault_test_case import VaultTestCase


class Phrases(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "client").open()

    def test_a_phrase_is_written_out_and_can_be_forgotten(self):
        self.vault.ok("phrase", "add", "breath", "--from", "-", stdin="guided box breathing x4\n")
        self.assertIn(";breath", self.vault.ok("phrase", "list").out)
        drafted = self.vault.ok("draft", "note", "S1", "--from", "-", "--no-input",
                                stdin=JOTTING.replace("did: ", "did: ;breath; "))
        self.assertIn("box breathing 4 times", " ".join(drafted.out.split()))
        self.vault.ok("phrase", "remove", "breath")
        self.assertTwoLines(self.vault.run("phrase", "remove", "breath"), 1)
        self.assertTwoLines(self.vault.run("phrase", "add", "two words", "--from", "-", stdin="x"), 1)
        self.assertVerifies(self.vault)

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_an_unclear_short_form_is_asked_for_once(self):
        jotting = self.vault.folder / "jotting.txt"
        jotting.write_text(JOTTING.replace("s: ct", "s: MS worse, ct"))
        for asks in (True, False):
            screen = Screen(self.vault, "draft", "note", "S1", "--from", "jotting.txt")
            self.assertEqual(screen.answer({"stand for": "multiple sclerosis"}), 0, screen.text)
            self.assertEqual("“MS” can mean more" in screen.text, asks)
            self.assertIn("multiple sclerosis", screen.text)
        self.assertIn("MS  multiple sclerosis", self.vault.ok("phrase", "list").out)

    def test_free_lines_are_put_where_they_belong(self):
        self.vault.ok("jot", "S1", stdin="slp 4h, anx up\nmood low, tearful\nGAD-7 14\n")
        named = "\n".join(line for line in JOTTING.splitlines() if line[:2] not in ("s:", "o:", "me"))
        drafted = self.vault.run("draft", "note", "S1", "--from", "-", "--no-input", stdin=named)
        self.assertEqual(drafted.code, 0, drafted.out)
        self.assertIn("3 jotted lines name no field", drafted.err)
        self.assertNotIn("4h", drafted.err)
        text = " ".join(drafted.out.split())
        for words in ("sleep of 4 hours", "Mood was low", "The GAD-7 score was 14"):
            self.assertIn(words, text)

    def test_a_template_of_hers_takes_the_place_of_the_programs(self):
        mine = self.vault.ok("kind", "show", "progress-note.soap").out.replace(
            '"heading": "Subjective"', '"heading": "What was said"')
        self.vault.ok("kind", "add", "-", stdin=mine)
        self.assertRegex(self.vault.ok("kind", "list").out, r"progress-note.soap .*yours")
        drafted = self.vault.ok("draft", "note", "S1", "--from", "-", "--no-input", stdin=JOTTING)
        self.assertIn("WHAT WAS SAID", drafted.out)
        wrong = self.vault.run("kind", "add", "-", stdin=mine.replace('["reported"', '["reportd"'))
        self.assertTwoLines(wrong, 1)
        self.assertRegex(wrong.err, r"Line \d+ of your document kind: a section has a field")
        self.assertTwoLines(self.vault.run("kind", "add", "-", stdin="{"), 1)
        self.vault.ok("kind", "remove", "progress-note.soap")
        self.assertTwoLines(self.vault.run("kind", "remove", "progress-note.soap"), 1)
        again = self.vault.ok("draft", "note", "D1", "--from", "-", "--no-input", stdin=JOTTING)
        self.assertIn("SUBJECTIVE", again.out)
        self.assertVerifies(self.vault)


if __name__ == "__main__":
    unittest.main()
