"""Sticks that lie, vanish, can do little or are exchanged while something is written to them.

The misbehaving stick is a file system of its own (`bad_stick`); the exchanged one is a folder in
which other files are put while the program stands still at a system call. Whatever happens: what has
a final name holds what was read back, and the trail tells of nothing that is not there.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import unittest

import bad_stick
from faults import pick
from test_crashes import READER
from vault_program import Vault, wait_until
from vault_test_case import VaultTestCase

WORDS = "two invented otters"
LEAVING = {
    "sealed": (["export", "D1", "--recipient", READER], {}),
    "pages": (["export", "D1", "--pdf"], {"export_passphrase": WORDS}),
    "open": (["export", "D1", "--unencrypted", "--reason", "invented"], {}),
    "whole file": (["export", "--client", "C1", "--recipient", READER], {}),
    "backup": (["backup"], {}),
}
DONE = ("export.done", "backup.make")
# So many moments of each are tried; VAULT_FAULT_POINTS=30 tries many more.
POINTS = int(os.environ.get("VAULT_FAULT_POINTS", "3"))
# The file itself, and the witness that is written before it.
ITSELF = r"(\.tar\.age|\.pdf|\.vault|-[0-9a-f]{8})\.partial(/|$)"
WITNESS = r"\.checkpoint\.partial$"


def finished(folder):
    """What counts there: exports and backups with their final names."""
    return sorted(each.name for each in folder.iterdir() if re.fullmatch(
        r"(export|backup)-[-0-9a-f]+(\.tar\.age|\.pdf|\.vault)?", each.name))


class Leaving(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()
        self.stick = self.vault.folder / "stick"
        self.stick.mkdir()

    def leave(self, name, **options):
        words, more = LEAVING[name]
        return self.vault.run(*words, "--to", "stick", **more, **options)

    def done(self):
        return sum(self.vault.acts().count(each) for each in DONE)

    def verified(self):
        result = self.vault.run("verify", "stick", "--json")
        return result.code, {each["name"]: each["state"] for each in json.loads(result.out)["files"]}


@unittest.skipUnless(bad_stick.fuse, "python3-fusepy is not installed")
@unittest.skipUnless(os.access("/dev/fuse", os.R_OK | os.W_OK), "this machine has no FUSE")
class BadSticks(Leaving):
    def setUp(self):
        super().setUp()
        self.store, self.fault = self.vault.folder / "store", self.vault.folder / "fault"
        self.store.mkdir()
        self.set()
        program = subprocess.Popen(
            [sys.executable, bad_stick.__file__, self.stick, self.store, self.fault],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(program.wait)
        self.addCleanup(subprocess.run, ["umount", "-l", self.stick], capture_output=True)
        if not wait_until(lambda: os.path.ismount(self.stick) or program.poll() is not None) \
                or program.poll() is not None:
            self.skipTest("this machine lets nobody mount a file system of FUSE")

    def set(self, does=None, **more):
        pathlib.Path(f"{self.fault}.calls").write_text("")
        change = self.fault.with_suffix(".new")
        change.write_text(json.dumps({"does": does, **more}))
        change.rename(self.fault)

    def calls(self):
        return pathlib.Path(f"{self.fault}.calls").read_text().splitlines()

    def empty(self):
        for path in self.store.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def test_attack_29_a_stick_that_can_do_little_is_enough(self):
        """No links, no modes, no renaming without replacing; long names and names of two lines."""
        (self.stick / "probe").write_text("")
        for act in (os.link, os.symlink):
            self.assertRaises(PermissionError, act, self.stick / "probe", self.stick / "other")
        self.assertRaises(PermissionError, os.chmod, self.stick / "probe", 0o600)
        for name in ("x" * 255, "two\nlines.checkpoint", "export-2026-11-20-00000000.tar.age\n"):
            (self.store / name).write_text("hers")
        for name in LEAVING:
            result = self.leave(name)
            self.assertEqual(result.code, 0, (name, result))
        self.assertEqual(len(finished(self.store)), len(LEAVING))
        shown = self.vault.ok("verify", "stick").out
        self.assertIn("Everything on the stick holds.", shown)
        self.assertNotIn("two\nlines", shown)
        self.assertEqual([each for each in os.listdir(self.store) if each.endswith(".partial")], [])

    def test_attack_18_what_a_stick_lies_about_never_counts(self):
        """Attack 18: other bytes, zeros, or writes that are acknowledged and dropped."""
        for name in LEAVING:
            for does, files in [("flip", ITSELF), ("zeros", ITSELF), ("drop", ITSELF),
                                ("forget", ITSELF), ("flip", WITNESS), ("drop", WITNESS)]:
                with self.subTest(name, does=does, files=files):
                    self.set(does, files=files)
                    result = self.leave(name)
                    self.set()
                    self.assertTwoLines(result, 7)
                    self.assertIn("read back", result.err)
                    self.assertEqual(finished(self.store), [])
                    self.empty()
        self.assertEqual(self.done(), 0)
        reasons = {each["details"]["reason"] for each in self.vault.entries()
                   if each["act"] == "export.failed"}
        self.assertEqual(reasons, {"export.read-back-differs"})
        self.assertVerifies(self.vault)

    def test_attack_18_what_a_stick_loses_later_is_named(self):
        """Attack 18: all was well when it was read back; afterwards it gives other bytes."""
        for name in LEAVING:
            self.leave(name, check=0)
        for path in finished(self.store):
            for does in ("flip", "zeros"):
                with self.subTest(path, does=does):
                    self.set(does, files=f"/{path}(/|$)")
                    code, found = self.verified()
                    self.assertEqual(code, 5, found)
                    self.assertEqual(
                        [each for each in found if found[each] == "damaged"], [path])
        self.set()
        self.assertEqual(self.verified()[0], 0)

    def test_attack_17_a_stick_that_vanishes(self):
        """Attack 17: pulled at any call; what is there afterwards is whole or does not count."""
        for name in LEAVING:
            self.set()
            self.leave(name, check=0)
            for after in pick(range(len(self.calls())), POINTS):
                with self.subTest(name, after=after):
                    self.empty()
                    self.set("vanish", after=after)
                    before = self.done()
                    result = self.leave(name)
                    self.set()
                    if result.code:
                        self.assertTwoLines(result, 7)
                    there = finished(self.store)
                    done = self.done() - before
                    self.assertEqual(done, int(result.code == 0))
                    self.assertLessEqual(done, len(there))
                    _, found = self.verified()
                    # Pages that the trail does not know can't be told from others'.
                    allowed = {"whole", "unchanged"} | ({"damaged"} if name == "pages" else set())
                    self.assertLessEqual({found[each] for each in there}, allowed, found)
        self.assertEqual(self.vault.json("verify")["unended"], [])

    def test_attack_17_a_stick_that_vanishes_while_it_is_checked(self):
        """Attack 17: a stick that could not be read is never called whole, or empty."""
        for name in LEAVING:
            self.leave(name, check=0)
        for words, codes in [(["verify", "stick"], (5, 7)), (["backup", "--to", "stick"], (0, 7))]:
            self.set()
            self.vault.ok(*words)
            calls = self.calls()
            reading = [number for number, call in enumerate(calls)
                       if re.match("getattr|open|read|statfs", call)]
            listing = [number for number, call in enumerate(calls) if call.startswith("readdir")]
            for after in {*pick(reading, 2 * POINTS), *listing}:
                with self.subTest(words, after=after):
                    before = self.done()
                    self.set("vanish", after=after)
                    result = self.vault.run(*words)
                    self.set()
                    self.assertIn(result.code, codes, (calls[after], result))
                    # Pulled while the oldest ones went, the backup is done.
                    self.assertEqual(self.done() - before, int(result.code == 0))

    def test_a_stick_that_cannot_be_written_is_still_checked(self):
        self.leave("sealed", check=0)
        self.set("refuse")
        for name in LEAVING:
            result = self.leave(name)
            self.assertTwoLines(result, 7)
            self.assertIn("can be read but not written", result.err)
        self.assertEqual(self.verified()[0], 0)


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class Exchanged(Leaving):
    """Attack 29: somebody else writes into the stick's folder while the program stands still."""

    def setUp(self):
        super().setUp()
        self.log = self.vault.folder / "calls"
        self.prize = self.vault.folder / "prize"
        self.prize.write_text("mine")

    def number(self, name, call, words):
        """Which call of its kind it is, counted in a quiet run into another folder."""
        self.leave(name, under=["strace", "-f", "-y", "-s", "200", "-o", str(self.log), "-e",
                                f"trace={call}"], check=0)
        lines = [line for line in self.log.read_text().splitlines() if f" {call}(" in line]
        found = next(line for line in lines if re.search(words, line))
        thread = found.split()[0]
        shutil.rmtree(self.stick)
        self.stick.mkdir()
        return [line for line in lines if line.split()[0] == thread].index(found) + 1

    @contextlib.contextmanager
    def standing_still(self, name, call, words, effect=""):
        """The program stopped after a call; it goes on when the block ends, and `end` waits."""
        number = self.number(name, call, words)
        words, more = LEAVING[name]
        descriptors, stop = [], f"inject={call}:signal=SIGSTOP{effect}:when={number}"
        command = ["strace", "-f", "-o", str(self.log), "-e", f"trace={call}", "-e", stop,
                   self.vault.program, *words, "--to", "stick"]
        for phrase in more.values():
            reader, writer = os.pipe()
            os.write(writer, phrase.encode() + b"\n")
            os.close(writer)
            descriptors.append(reader)
            command += ["--export-passphrase-fd", str(reader)]
        process = subprocess.Popen(
            command, cwd=self.vault.folder, env=self.vault.environment, pass_fds=descriptors,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        stopped = re.compile(r"^(\d+) +--- stopped by SIGSTOP ---", re.MULTILINE)
        self.assertTrue(wait_until(lambda: stopped.search(self.log.read_text()), 60),
                        (process.poll(), self.log.read_text()))
        yield process
        os.kill(int(stopped.search(self.log.read_text())[1]), signal.SIGCONT)
        out, err = process.communicate(timeout=60)
        for descriptor in descriptors:
            os.close(descriptor)
        process.result = (process.returncode, out, "".join(
            line for line in err.splitlines(True) if not line.startswith("strace: ")))

    def renaming(self, name):
        """Between the reading back and the final name: the first attempt to rename fails, as on
        FAT, and the program stands still before the second."""
        return self.standing_still(name, "renameat2", ITSELF.replace("(/|$)", '"'),
                                   effect=":error=EINVAL")

    def test_another_file_in_its_place_gets_no_name(self):
        plants = {
            "file": lambda path: path.write_text("planted"),
            "link": lambda path: path.symlink_to(self.prize),
            "hard link": lambda path: path.hardlink_to(self.prize),
            "nothing": lambda path: None,
        }
        for name in ("sealed", "pages", "open", "backup"):
            for plant, put in plants.items():
                with self.subTest(name, plant=plant):
                    with self.renaming(name) as process:
                        partial, = [each for each in self.stick.glob("*.partial")]
                        partial.rename(self.vault.folder / "taken")
                        put(partial)
                    code, _, err = process.result
                    self.assertIn(code, (7, 8), process.result)
                    self.assertEqual(len(err.splitlines()), 2, err)
                    self.assertEqual(finished(self.stick), [])
                    self.assertEqual(self.prize.read_text(), "mine")
                    taken = self.vault.folder / "taken"
                    if taken.is_dir():
                        self.assertEqual(list(taken.iterdir()), [], "readable files are left")
                    shutil.rmtree(taken) if taken.is_dir() else taken.unlink()
        self.assertIn("export.exchanged", str(self.vault.entries()))

    def test_another_file_in_an_open_export_gets_no_name(self):
        with self.standing_still("open", "fsync", r"document\.txt>") as process:
            folder, = self.stick.glob("*.partial")
            (folder / "document.txt").unlink()
            (folder / "document.txt").write_text("planted")
        self.assertEqual(process.result[0], 8, process.result)
        self.assertEqual(finished(self.stick), [])
        self.assertEqual(list(self.stick.glob("*.partial")), [])

    def test_what_is_written_over_afterwards_is_named(self):
        """Whoever can write to the stick can do so at any time; the trail knows the digest."""
        for name in ("sealed", "open", "backup"):
            with self.subTest(name):
                with self.renaming(name) as process:
                    partial, = self.stick.glob("*.partial")
                    inside = partial / "document.txt" if partial.is_dir() else partial
                    with open(inside, "r+b") as file:
                        file.seek(100)
                        file.write(b"planted")
                self.assertEqual(process.result[0], 0, process.result)
                code, found = self.verified()
                self.assertEqual((code, [found[each] for each in finished(self.stick)]),
                                 (5, ["damaged"]))

    def test_another_folder_in_its_place_gets_nothing(self):
        """What was begun goes on in the open folder, or ends in two lines."""
        for name in LEAVING:
            with self.subTest(name):
                before = self.done() + 1
                with self.standing_still(name, "fsync", r"stick/\S*\.partial") as process:
                    self.stick.rename(self.vault.folder / "moved")
                    self.stick.mkdir()
                self.assertEqual(list(self.stick.iterdir()), [])
                moved = self.vault.folder / "moved"
                code, _, err = process.result
                self.assertEqual(len(finished(moved)), int(code == 0), process.result)
                self.assertEqual(self.done() - before, int(code == 0))
                if code:
                    self.assertEqual(len(err.splitlines()), 2, err)
                self.stick.rmdir()
                moved.rename(self.stick)
                self.assertEqual(self.verified()[0], 0)
                shutil.rmtree(self.stick)
                self.stick.mkdir()

    def test_another_witness_in_its_place_is_noticed_at_the_next_contact(self):
        for name in ("sealed", "backup"):
            with self.subTest(name):
                with self.renaming(name):
                    witness, = self.stick.glob("*.checkpoint")
                    text = witness.read_text()
                    witness.unlink()
                    witness.write_text(text.replace("\n", "\n1", 1))
                self.assertEqual(self.verified()[0], 5)
                self.assertEqual(self.vault.run("backup", "--to", "stick").code, 5)
                witness.unlink()

    def test_attack_17_what_was_stopped_is_told(self):
        """Attack 17: the entry that it was begun, and none on how it ended."""
        for name in ("sealed", "backup"):
            number = self.number(name, "renameat2", ITSELF.replace("(/|$)", '"'))
            self.leave(name, under=["strace", "-f", "-o", str(self.log), "-e", "trace=renameat2",
                                    "-e", f"inject=renameat2:signal=SIGKILL:when={number}"])
            begun = [each["number"] for each in self.vault.entries()
                     if each["act"] == "export.intent"][-1]
            self.leave(name, check=0)
            self.assertEqual(self.vault.json("verify")["unended"][-1], begun)
            self.assertIn(str(begun), re.search(
                "Exports not ended: (.*)", self.vault.ok("verify").out)[1])


if __name__ == "__main__":
    unittest.main()
