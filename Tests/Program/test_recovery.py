"""Recovery sheets and share sheets: what opens the vault without its passphrase, and what does not.

The words are read from the printed text alone, as a person would; every wrong way of giving them is
refused in two lines that repeat no word of a sheet (attack 45).
"""

import itertools
import re
import sqlite3
import stat
import unittest

from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

try:
    import pexpect
    from terminal_screen import Screen
except ImportError:
    pexpect = None

NEW = "a new invented sentence of gravel and orbits"


def words_on(sheet):
    """The numbered words of a printed sheet, in their order."""
    found = re.findall(r"(?:^|\s)(\d{1,2})\. ([a-z]{4,8})(?=\s|$)", sheet.read_text())
    words = [word for _, word in sorted(((int(number), word) for number, word in found))]
    if len(words) not in (20, 33):
        raise AssertionError(f"{len(words)} words on {sheet.name}")
    return " ".join(words)


def wrong(line, place=0):
    """The same sheet with one word exchanged for another of its own."""
    words = line.split()
    words[place] = next(each for each in words if each != words[place])
    return " ".join(words)


class Recovery(VaultTestCase):
    def vault(self):
        return Vault.at(self, "client").open()

    def sheets(self, vault, *command, name="sheets"):
        folder = vault.folder / name
        folder.mkdir()
        vault.ok(*command, "--to", folder, passphrase=PASSPHRASE)
        texts = sorted(folder.glob("*.txt"))
        self.assertEqual(len(list(folder.glob("*.pdf"))), len(texts))
        for path in folder.iterdir():
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path.name)
        return [words_on(each) for each in texts]

    def recovery(self, vault, name="sheets"):
        return self.sheets(vault, "recovery", "sheet", name=name)[0]

    def shares(self, vault, name="sheets", of=3, needed=2):
        return self.sheets(vault, "executor", "sheets", "--of", of, "--needed", needed, name=name)

    def recover(self, vault, *lines, new=NEW):
        """With the words in a file, the new passphrase through a pipe of its own."""
        (vault.folder / "words.txt").write_text("\n".join(lines) + "\n")
        return vault.run("recover", "--words", "words.txt", "--new-passphrase-fd", "0",
                         stdin=f"{new}\n")

    def assertRefused(self, vault, result, code, *said):
        self.assertEqual(result.code, code, result)
        lines = result.err.splitlines()
        self.assertGreaterEqual(len(lines), 2, result)
        for text in said:
            self.assertIn(text, result.err)
        words = (vault.folder / "words.txt").read_text().split()
        for word in {each for each in words if len(each) > 6}:
            self.assertNotIn(word, result.err.lower())
        self.assertFalse(vault.json("status")["open"])

    def assertUntouched(self, vault):
        """The passphrase is what it was, and the trail knows of no other way in."""
        vault.open()
        self.assertVerifies(vault)
        for act in ("recovery.use", "executor.use", "passphrase.change"):
            self.assertNotIn(act, vault.acts())

    def assertRecovered(self, vault, act):
        self.assertTwoLines(vault.run("open", passphrase=PASSPHRASE), 4)
        vault.ok("open", passphrase=NEW)
        self.assertVerifies(vault)
        acts = vault.acts()
        self.assertEqual(acts.count(act), 1)
        self.assertLess(acts.index(act), acts.index("passphrase.change"))
        self.assertEqual([each["name"] for each in vault.json("client", "list", "--names")],
                         ["Mara Example"])
        self.assertIn("! On ", vault.ok("today").out)

    def test_attack_45_the_recovery_sheet_opens_and_leaves_a_trace(self):
        """Attack 45: its words open, the old passphrase does not; trail and day tell of it."""
        vault = self.vault()
        line = self.recovery(vault)
        self.assertNotIn("! On ", vault.ok("today").out)
        vault.ok("recovery", "check", "--words", "-", stdin=line)
        self.assertEqual(vault.acts()[-1], "slot.check")
        vault.ok("lock")
        result = self.recover(vault, line)
        self.assertEqual(result.code, 0, result)
        self.assertRecovered(vault, "recovery.use")
        vault.ok("lock")
        # The sheet goes on to open it: only a new sheet ends it.
        self.assertEqual(self.recover(vault, line, new=f"{NEW} again").code, 0)

    def test_attack_45_any_two_of_three_sheets_open(self):
        """Attack 45: in any order, with capitals, numbers and four letters; one alone does not."""
        vault = self.vault()
        lines = self.shares(vault)
        self.assertEqual(len(lines), 3)
        vault.ok("lock")
        for number, line in enumerate(lines):
            with self.subTest(f"sheet {number + 1} alone"):
                self.assertRefused(vault, self.recover(vault, line), 64, "1 more sheet.")
        self.assertUntouched(vault)
        for one, other in itertools.permutations(range(3), 2):
            with self.subTest(f"{one + 1} and {other + 1}"):
                copy = vault.copy(self)
                short = " ".join(f"{number}. {word[:4].upper()}"
                                 for number, word in enumerate(lines[other].split(), 1))
                result = self.recover(copy, lines[one], "", short)
                self.assertEqual(result.code, 0, result)
                self.assertRecovered(copy, "executor.use")

    def test_attack_45_wrong_sheets_are_named_and_open_nothing(self):
        """Attack 45: altered, exchanged, doubled, of another set, of another vault, of nothing."""
        vault = self.vault()
        lines, code = self.shares(vault), self.recovery(vault, "code")
        other = self.vault()
        foreign, foreign_code = self.shares(other), self.recovery(other, "code")
        vault.ok("lock")
        swapped = lines[1].split()
        swapped[8], swapped[9] = swapped[9], swapped[8]
        cases = [
            ([lines[0], wrong(lines[1], 7)], 64, "sheet 2"),
            ([wrong(lines[0], 19), lines[1]], 64, "sheet 1"),
            ([wrong(code, 3)], 64, "sheet 1"), ([lines[0], " ".join(swapped)], 64, "sheet 2"),
            ([lines[0], "xylophones " + lines[1].split(" ", 1)[1]], 64, "Word 1 of sheet 2"),
            ([lines[0], lines[1].rsplit(" ", 1)[0]], 64, "sheet 2 is 19"),
            ([lines[0], f"{lines[1]} {lines[2]}"], 64, "sheet 2"),
            ([lines[0], lines[0]], 64, "1 and 2 are the same"),
            ([lines[0], foreign[1]], 64, "1 and 2 are of different sets"),
            ([lines[0], code], 64, "1 and 2"), (foreign[:2], 4, "do not open this vault"),
            ([foreign_code], 4, "do not open this vault"),
        ]
        for given, number, said in cases:
            with self.subTest(said):
                self.assertRefused(vault, self.recover(vault, *given), number, said)
                for path in vault.state.rglob("failures"):
                    path.unlink()
        self.assertUntouched(vault)

    def test_attack_45_words_files_that_hold_no_words(self):
        """Attack 45: empty, endless, binary and missing files of words."""
        vault = self.vault()
        self.recovery(vault)
        vault.ok("lock")
        for name, text in [("empty", b""), ("blank", b" \n\t\n\n"), ("NUL", b"\0" * 4096),
                           ("huge", b"academic " * 4_000_000), ("not text", b"\xff\xfe\xfd\n"),
                           ("one letter", b"a" + b"\xcc\x81" * 1_000_000),
                           ("many lines", b"x\n" * 1_000_000)]:
            with self.subTest(name):
                result = vault.run("recover", "--words", "-", stdin=text)
                self.assertIn(result.code, (1, 64), result)
                self.assertTwoLines(result)
        self.assertTwoLines(vault.run("recover", "--words", "nowhere"), 1)
        self.assertTwoLines(vault.run("recover", "--words", "."), 1)
        self.assertUntouched(vault)

    def test_attack_45_a_vault_without_sheets(self):
        """Attack 45: good sheets of another vault, and this one never had any."""
        vault, other = self.vault(), self.vault()
        code, lines = self.recovery(other), self.shares(other, "shares")
        vault.ok("lock")
        for given in ([code], lines[:2]):
            self.assertRefused(vault, self.recover(vault, *given), 4)
        self.assertUntouched(vault)

    def test_new_sheets_end_old_ones_and_slots_can_be_taken_away(self):
        """Only the newest sheets open; after `slot remove` none do; other ways in stay."""
        vault = self.vault()
        old, old_code = self.shares(vault), self.recovery(vault, "code")
        new, code = self.shares(vault, "new"), self.recovery(vault, "new code")
        kinds = {each["kind"]: each["slot"] for each in vault.json("slot", "list")}
        self.assertEqual(set(kinds), {"passphrase", "recovery", "executor"})
        check = ["executor", "check", "--words", "-"]
        for number, line in enumerate(new, 1):
            self.assertIn(f"sheet {number} of the present set", vault.ok(*check, stdin=line).out)
        for line in [*old, code, old_code]:
            self.assertTwoLines(vault.run(*check, stdin=line), 4)
        self.assertTwoLines(vault.run("recovery", "check", "--words", "-", stdin=old_code), 4)
        vault.ok("recovery", "check", "--words", "-", stdin=code)
        self.assertTwoLines(vault.run("slot", "remove", kinds["passphrase"],
                                      passphrase=PASSPHRASE), 1)
        self.assertTwoLines(vault.run("slot", "remove", 99, passphrase=PASSPHRASE), 1)
        vault.ok("slot", "remove", kinds["executor"], passphrase=PASSPHRASE)
        vault.ok("lock")
        for given in (old[:2], new[:2], [old_code]):
            self.assertRefused(vault, self.recover(vault, *given), 4)
            for path in vault.state.rglob("failures"):
                path.unlink()
        self.assertEqual(self.recover(vault, code).code, 0)
        self.assertRecovered(vault, "recovery.use")
        self.assertEqual({each["kind"] for each in vault.json("slot", "list")},
                         {"passphrase", "recovery"})

    def test_sheets_need_the_passphrase_and_a_place(self):
        """An open session is not enough; a bad place makes no slot, and no numbers are absurd."""
        vault = self.vault()
        (vault.folder / "out").mkdir()
        for words in (["recovery", "sheet"], ["executor", "sheets"]):
            self.assertTwoLines(
                vault.run(*words, "--to", "out", passphrase="not this one"), 4)
            for path in vault.state.rglob("failures"):
                path.unlink()
            for place, code in [("nowhere", 1), ("client.txt", 8)]:
                self.assertTwoLines(vault.run(*words, "--to", place, passphrase=PASSPHRASE), code)
        for needed, of in [(1, 3), (4, 3), (2, 17), (0, 0), (-1, 3)]:
            self.assertEqual(vault.run("executor", "sheets", "--to", "out", "--of", of,
                                       f"--needed={needed}", passphrase=PASSPHRASE).code, 64)
        self.assertEqual(list((vault.folder / "out").iterdir()), [])
        self.assertEqual(len(vault.json("slot", "list")), 1)
        self.assertNotIn("slot.add", vault.acts())
        self.assertVerifies(vault)

    @unittest.skipUnless(pexpect, "python3-pexpect is not installed")
    def test_attack_45_at_the_terminal_a_mistyped_sheet_is_asked_again(self):
        """Attack 45: what is wrong is said; the sheets before it need not be typed again."""
        vault = self.vault()
        lines = self.shares(vault)
        vault.ok("lock")
        screen = Screen(vault, "recover")
        for question, text in [
                ("on the sheet: $", wrong(lines[2], 5)), ("on the sheet: $", lines[2]),
                ("on sheet 2 of 2: $", "nonsense"), ("on sheet 2 of 2: $", lines[0]),
                ("suggests one\\): $", NEW), ("once more: $", NEW)]:
            screen.type(question, text)
        self.assertEqual(screen.end(), 0, screen.text)
        self.assertIn("mistyped", screen.text)
        self.assertNotIn(NEW, screen.text)
        self.assertRecovered(vault, "executor.use")


class PutBack(VaultTestCase):
    """Attacks 10 and 16: who has the file puts an older lock back."""

    def changed(self):
        """A vault before and after its passphrase changed."""
        vault = Vault.at(self, "signed")
        before = vault.copy(self)
        vault.ok("passphrase", "change", "--passphrase-fd", "0", "--new-passphrase-fd", "0",
                 stdin=f"{PASSPHRASE}\n{NEW}\n")
        return vault, before

    def test_attack_16_an_old_header_in_the_new_file_is_noticed(self):
        """Attack 16: the header of before the change, put back by the sqlite3 shell."""
        vault, before = self.changed()
        with sqlite3.connect(before.file) as old, sqlite3.connect(vault.file) as new:
            header = old.execute("SELECT header FROM vault").fetchone()
            new.execute("UPDATE vault SET header = ?", header)
        for words in (["open"], ["client", "add", "--from", "client.txt"]):
            self.assertTwoLines(vault.run(*words, passphrase=PASSPHRASE), 5)
        found = vault.run("verify", passphrase=PASSPHRASE)
        self.assertEqual(found.code, 6, found)
        self.assertIn("rolled back: the header with its key slots", found.out)

    def test_attack_10_the_stick_shows_what_the_laptop_cannot(self):
        """Attack 10: file and memory both put back; the witness on an earlier stick tells."""
        vault = Vault.at(self, "signed").open()
        (vault.folder / "stick").mkdir()
        early = vault.copy(self)
        export = ["export", "D1", "--to", vault.folder / "stick"]
        vault.ok("client", "add", "--from", "client.txt")
        vault.ok(*export, export_passphrase="for the reader")
        early.open()
        self.assertEqual(early.run("verify").code, 0, "the laptop alone cannot know")
        result = early.run(*export, export_passphrase="for the reader")
        self.assertEqual(result.code, 6, result)


if __name__ == "__main__":
    unittest.main()
