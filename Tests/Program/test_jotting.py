"""Shorthand caught between two sessions: what was acknowledged is kept, whatever happens then.

A line is acknowledged when the program asks for the next one.
"""

import datetime
import os
import pathlib
import random
import re
import signal
import time
import unittest

from samples import session_text
from terminal_screen import Screen, pexpect
from vault_program import Vault, wait_until
from vault_test_case import VaultTestCase

NEXT = "\r\n> $"
ANSWERS = {
    r"client respond": "engaged", r"What does it mean": "anxiety before exams",
    r"Progress toward": "improved", r"Suicidal": "denied", r"Homicidal": "denied",
    r"Self-harm": "denied",
}


def kill(screen):
    screen.child.kill(signal.SIGKILL)


def close(screen):
    screen.child.close(force=False)


def hang_up(screen):
    screen.child.kill(signal.SIGHUP)


def interrupt(screen):
    screen.child.sendintr()


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
class Jotting(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "client").open()
        self.mark = "zq" + "".join(random.choices("bcdfgjkvx", k=9))

    def jot(self, *lines, about="S1"):
        """Types these lines and waits for each to be acknowledged."""
        screen = Screen(self.vault, "jot", about)
        screen.child.expect(NEXT)
        for line in lines:
            screen.child.sendline(line)
            screen.child.expect(NEXT)
        return screen

    def is_kept(self, word):
        return [each["kind"] for each in self.vault.json("search", word)] == ["jotting"]

    def test_no_acknowledged_line_is_lost(self):
        """The program killed, the terminal closed, the line cut, Ctrl-C; after 1, 2 and 3 lines."""
        for stop in (kill, close, hang_up, interrupt):
            for count in (1, 2, 3):
                with self.subTest(f"{stop.__name__} after {count}"):
                    words = [f"{self.mark}{stop.__name__}{count}{place}" for place in "abc"[:count]]
                    screen = self.jot(*words)
                    screen.child.send(f"{self.mark}halfalineonly")
                    stop(screen)
                    if stop is not close:
                        screen.end()
                    self.assertEqual([word for word in words if not self.is_kept(word)], [])
        self.assertEqual(self.vault.json("search", f"{self.mark}halfalineonly"), [])
        self.assertVerifies(self.vault)

    def test_a_line_in_the_middle_of_being_saved_is_there_whole_or_not_at_all(self):
        for number in range(8):
            before, after = (f"{self.mark}{which}{number}" for which in ("before", "after"))
            screen = self.jot(before)
            screen.child.sendline(f"{after} and its end")
            time.sleep(number * 0.004)
            kill(screen)
            screen.end()
            self.assertTrue(self.is_kept(before))
            self.assertEqual(bool(self.vault.json("search", after)),
                             bool(self.vault.json("search", after, "and", "its", "end")))
        self.assertVerifies(self.vault)

    def test_hangup_and_interruption_say_so_with_their_code(self):
        for stop in (hang_up, interrupt):
            screen = self.jot(f"{self.mark}{stop.__name__}")
            stop(screen)
            self.assertEqual(screen.end(), 130, screen.text)
            self.assertIn("what you had already saved is kept", screen.text)

    def test_an_empty_line_ends_and_says_where_the_lines_are(self):
        screen = self.jot("slept badly", "tearful at the end")
        screen.child.sendline("")
        self.assertEqual(screen.end(), 0, screen.text)
        self.assertRegex(screen.text, r"Kept as J\d+, for S1\.")
        self.assertEqual(len(self.vault.json("search", "slept")), 1)
        empty = self.jot()
        empty.child.sendline("   ")
        self.assertEqual(empty.end(), 0)
        self.assertNotIn("Kept", empty.text)

    def test_a_control_character_is_refused_and_asked_for_again(self):
        screen = self.jot(f"{self.mark}first", "x\x9d\u202ey", f"{self.mark}second")
        screen.child.sendline("")
        self.assertEqual(screen.end(), 0, screen.text)
        self.assertIn("invisible control character", screen.text)
        self.assertTrue(self.is_kept(f"{self.mark}first"))
        self.assertTrue(self.is_kept(f"{self.mark}second"))

    def test_a_line_that_the_terminal_cuts_is_not_kept_as_if_it_were_whole(self):
        """Up to its limit a line is kept whole; longer ones are asked for again."""
        longest = "x" * 4000 + f" {self.mark}end"
        screen = self.jot(longest, "y" * 4095 + f" {self.mark}lost", "é" * 4095, "z" * 9000,
                          f"{self.mark}last")
        screen.child.sendline("")
        self.assertEqual(screen.end(), 0, screen.text)
        self.assertEqual(screen.text.count("A terminal cuts a line of this length"), 3)
        self.assertTrue(self.is_kept(f"{self.mark}end"))
        self.assertTrue(self.is_kept(f"{self.mark}last"))
        self.assertEqual(self.vault.json("search", f"{self.mark}lost") +
                         self.vault.json("search", "yyyy"), [])

    def test_a_pasted_text_is_kept_whole_with_its_empty_lines(self):
        """Nothing of it reaches the shell that the program returns to."""
        screen = self.jot(about="C1")
        screen.child.send("".join(f"{self.mark}{each}\n\n" for each in "abcdefgh"))
        screen.child.expect(r"Kept as J1")
        self.assertEqual(screen.end(), 0, screen.text)
        for each in "abcdefgh":
            self.assertTrue(self.is_kept(f"{self.mark}{each}"), each)

    def test_standard_input_is_one_jotting(self):
        kept = self.vault.ok("jot", "S1", stdin="slept 5h\n\nobserved: tearful\n")
        self.assertRegex(kept.out, r"^Kept as J1, for S1\.\n$")
        for text in ("", " \n\n", "a\x1b[31mb\n", b"\xff\xfe\n", "x" * 5_000_000):
            self.assertTwoLines(self.vault.run("jot", "S1", stdin=text), 1)
        self.assertTwoLines(self.vault.run("jot", "S9", stdin="lost?\n"), 1)
        self.assertEqual(self.vault.acts().count("jotting.create"), 1)

    def test_the_draft_takes_the_lines_up(self):
        """Named lines become answers and are not asked; free lines are shown; nothing twice."""
        for lines in (["worried about the lemon exam", "sleep 5h"],
                      ["reported: ct rpts lemon worry", "did: CBT thought record re lemon email",
                       "plan: weekly sessions"]):
            self.jot(*lines).child.sendline("")
        screen = Screen(self.vault, "draft", "note", "S1")
        self.assertEqual(screen.answer(ANSWERS), 0, screen.text)
        shown = screen.text.partition("You jotted down:")[2].partition("?")[0]
        self.assertIn("worried about the lemon exam", shown)
        self.assertIn("sleep 5h", shown)
        self.assertNotIn("weekly sessions", shown)
        for question in ("What did the client report", "What did you do (", "What is the plan"):
            self.assertNotIn(question, screen.text)
        draft = self.vault.json("review", "D1")
        said = {text for each in draft["sentences"] for text in each["restsOn"]}
        self.assertIn("weekly sessions", said)
        self.assertTrue(any("lemon email" in text for text in said), said)
        self.assertEqual([each["note"] for each in self.vault.json("session", "list")], ["draft"])

    def of_today(self):
        today = datetime.datetime.now(datetime.timezone.utc).date()
        return re.sub(r"date: \S+", f"date: {today}", session_text())

    def test_a_client_s_lines_go_to_the_session_of_today(self):
        """If there is one; if there are two, she says later which."""
        vault = Vault.at(self, "new").open()
        vault.ok("client", "add", "--from", "client.txt")
        for kept in ("Kept as J1, for S1.\n", "Kept as J2.\n"):
            vault.ok("session", "add", "C1", "--from", "-", stdin=self.of_today())
            self.assertEqual(vault.ok("jot", "C1", stdin="slept badly\n").out, kept)
        self.assertEqual(vault.json("today")["sessions"][0]["note"], "jotted")

    def test_a_session_that_is_entered_later_that_day_gets_the_lines_too(self):
        vault = Vault.at(self, "new").open()
        vault.ok("client", "add", "--from", "client.txt")
        self.assertEqual(vault.ok("jot", "C1", stdin="reported: a lemon dream\n").out,
                         "Kept as J1.\n")
        vault.ok("session", "add", "C1", "--from", "-", stdin=self.of_today())
        vault.run("draft", "note", "C1", "--no-input", check=3)
        said = [text for each in vault.json("review", "D1")["sentences"]
                for text in each["restsOn"]]
        self.assertTrue(any("a lemon dream" in text for text in said), said)

    def test_nothing_is_left_in_the_home_folder_or_in_tmp(self):
        before = {path for path in self.vault.folder.rglob("*")}
        elsewhere = set(pathlib.Path("/tmp").iterdir())
        for stop in (kill, close, hang_up):
            stop(self.jot(f"{self.mark}{stop.__name__}"))
            self.assertTrue(self.is_kept(f"{self.mark}{stop.__name__}"))
        last = self.jot(f"{self.mark}kept")
        last.child.sendline("")
        self.assertEqual(last.end(), 0)
        new = [path for path in self.vault.folder.rglob("*") if path not in before
               and self.vault.state not in path.parents]
        self.assertEqual([path.name for path in new if not path.name.endswith("-journal")], [])
        fresh = [path for path in pathlib.Path("/tmp").iterdir()
                 if path not in elsewhere and path.is_file() and os.access(path, os.R_OK)]
        for path in [*self.vault.folder.rglob("*"), *fresh]:
            self.assertNotIn(self.mark, path.name)
            if path.is_file():
                self.assertNotIn(self.mark.encode(), path.read_bytes(), path)


if __name__ == "__main__":
    unittest.main()
