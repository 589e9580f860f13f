"""Files of a client: in by a copy, out again byte for byte, nowhere else in between."""

import hashlib
import os
import random
import unittest

from terminal_screen import Screen, pexpect
from vault_program import Vault
from vault_test_case import VaultTestCase

SIZES = [1, 65_535, 65_536, 65_537, 5_000_000]


class Attachments(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "client").open()
        self.scan = self.vault.folder / "scan.pdf"
        self.out = self.vault.folder / "out"
        self.out.mkdir()

    def attach(self, content, **options):
        self.scan.write_bytes(content)
        return self.vault.run("attach", "add", "C1", self.scan, "--no-input", **options)

    def test_what_comes_out_is_what_went_in(self):
        source = random.Random(1)
        for number, size in enumerate(SIZES, 1):
            content = b"%PDF-1.4\n"[:size] + source.randbytes(max(0, size - 9))
            self.assertEqual(self.attach(content).out, f"Attached as F{number} to C1.\n")
            self.vault.ok("attach", "save", f"F{number}", "--to", "out")
            saved = next(self.out.glob(f"F{number}-*"))
            self.assertEqual(saved.read_bytes(), content)
            self.assertEqual(saved.stat().st_mode & 0o777, 0o600)
            listed = self.vault.json("attach", "list", "C1")[-1]
            self.assertEqual((listed["bytes"], listed["sha256"]),
                             (size, hashlib.sha256(content).hexdigest()))
        self.assertVerifies(self.vault)

    def test_the_file_stays_and_its_name_and_words_are_in_no_other_place(self):
        mark = "zqbfgkvxjd"
        odd = self.vault.folder / f"{mark}name.pdf"
        odd.write_bytes(f"%PDF-1.4\n{mark}inside".encode())
        self.vault.ok("attach", "add", "C1", odd, "--no-input")
        self.assertTrue(odd.exists())
        odd.unlink()
        for words in (["attach", "list"], ["audit", "log", "--json"], ["client", "show", "C1"]):
            self.assertNotIn(mark, self.vault.ok(*words).out)
        for path in self.vault.folder.rglob("*"):
            if path.is_file():
                self.assertNotIn(mark.encode(), path.read_bytes(), path)

    def test_nothing_is_overwritten_and_no_link_is_followed(self):
        self.attach(b"%PDF-1.4\nfirst")
        self.vault.ok("attach", "save", "F1", "--to", "out")
        saved = next(self.out.iterdir())
        saved.write_text("mine")
        self.assertNotEqual(self.vault.run("attach", "save", "F1", "--to", "out").code, 0)
        self.assertEqual(saved.read_text(), "mine")
        saved.unlink()
        target = self.vault.folder / "target"
        saved.symlink_to(target)
        self.assertNotEqual(self.vault.run("attach", "save", "F1", "--to", "out").code, 0)
        self.assertFalse(target.exists())

    def test_what_is_no_file_is_refused(self):
        os.mkfifo(self.vault.folder / "pipe")
        (self.vault.folder / "empty").touch()
        for name in ("nowhere", ".", "pipe", "/dev/zero", "empty"):
            with self.subTest(name):
                self.assertTwoLines(self.vault.run("attach", "add", "C1", name, "--no-input"), 1)
        self.assertEqual(self.vault.json("attach", "list"), [])
        self.assertVerifies(self.vault)

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_its_title_is_asked_at_the_terminal(self):
        self.scan.write_bytes(b"%PDF-1.4\n")
        screen = Screen(self.vault, "attach", "add", "C1", "scan.pdf")
        self.assertEqual(screen.answer({r"What is it": "Intake form"}), 0, screen.text)
        again = Screen(self.vault, "attach", "add", "C1", "scan.pdf")
        self.assertEqual(again.answer({}), 0, again.text)
        self.assertEqual([each["title"] for each in self.vault.json("attach", "list")],
                         ["Intake form", "Scan"])
        self.assertEqual(self.vault.json("search", "intake")[0]["record"], "F1")


if __name__ == "__main__":
    unittest.main()
