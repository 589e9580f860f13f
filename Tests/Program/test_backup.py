"""Backups as she makes them, loses a laptop, and gets everything back; and all that can go wrong."""

import concurrent.futures
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import unittest

from terminal_screen import Screen, pexpect
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase, needs_root

NAME = r"backup-\d{4}-\d\d-\d\d-\d{6}-[0-9a-f]{4}\.vault"
REASON = ["--reason", "replaced-laptop"]
# Nothing of these may be readable outside the vault.
HERS = ["Mara", "Example", "1988", "F41", "anxi", "avoidance", "Sample", "gravel"]


class BackupTestCase(VaultTestCase):
    def backed_up(self, stage="signed"):
        """A vault with its session open, and its first backup."""
        vault = Vault.at(self, stage).open()
        (vault.folder / "stick").mkdir()
        return vault, self.back_up(vault)

    def back_up(self, vault, *words):
        name = vault.json("backup", "--to", "stick", *words)["file"]
        self.assertRegex(name, f"^{NAME}$")
        return vault.folder / "stick" / name

    def laptop(self):
        """A new home, with nothing in it but hers."""
        laptop = Vault(self)
        laptop.environment["VAULT_FILE"] = str(laptop.folder / "data" / "practice.vault")
        laptop.file = laptop.folder / "data" / "practice.vault"
        return laptop

    def restore(self, laptop, file, *words, **options):
        options = {"passphrase": PASSPHRASE, **options}
        return laptop.run("restore", file, *REASON, *words, **options)

    def everything(self, folder):
        return sorted((str(path.relative_to(folder)), path.read_bytes())
                      for path in folder.rglob("*") if path.is_file())

    def assertNothingThere(self, laptop):
        found = [each.name for each in laptop.file.parent.iterdir()] \
            if laptop.file.parent.exists() else []
        self.assertEqual(found, [])
        self.assertEqual(list(laptop.state.rglob("restoring")), [])


class LostLaptop(BackupTestCase):
    def test_everything_is_there_again(self):
        vault, backup = self.backed_up()
        before = {words: vault.ok(*words.split()).out for words in (
            "list", "show D1", "session list", "client list --names", "client show C1")}
        digest = hashlib.sha256(backup.read_bytes()).hexdigest()
        made = next(each for each in vault.entries() if each["act"] == "backup.make")
        self.assertEqual(made["details"]["digest"], digest)

        laptop = self.laptop()
        restored = self.restore(laptop, backup)
        self.assertEqual(restored.code, 0, restored)
        self.assertIn("has seen anything newer", restored.out)
        self.assertEqual(hashlib.sha256(backup.read_bytes()).hexdigest(), digest)
        laptop.open()
        for words, text in before.items():
            self.assertEqual(laptop.ok(*words.split()).out, text, words)
        self.assertVerifies(laptop)
        self.assertEqual(laptop.run("verify", "--stick", backup.parent).code, 0)
        self.assertEqual(laptop.acts().count("vault.restore"), 1)
        restore = next(each for each in laptop.entries() if each["act"] == "vault.restore")
        self.assertEqual(restore["details"]["reason"], "replaced-laptop")
        # Work goes on, and the stick takes the next backup.
        laptop.ok("client", "add", "--from", "client.txt")
        self.assertEqual(laptop.run("backup", "--to", backup.parent).code, 0)

    def test_an_older_copy_is_explained(self):
        vault, backup = self.backed_up()
        shown = self.restore(self.laptop(), backup).out
        self.assertIn("has seen anything newer", shown)
        vault.ok("client", "add", "--from", "client.txt")
        newest = self.back_up(vault)
        laptop = self.laptop()
        restored = self.restore(laptop, backup)
        self.assertEqual(restored.code, 0, restored)
        # The first backup's own entry, the client, and that the second one was intended.
        self.assertIn("the 3 acts after it are not in it", restored.out)
        laptop.open()
        self.assertEqual(len(laptop.json("client", "list")), 1)
        self.assertEqual(laptop.run("verify", "--stick", backup.parent).code, 0)
        # Where the laptop itself saw one act more, in the words for one.
        lone = laptop.folder / "lone.vault"
        shutil.copy(newest, lone)
        vault.ok("lock")
        self.assertEqual(self.restore(vault, lone, "--set-aside").code, 0)
        twin = self.restore(vault, lone, "--set-aside")
        self.assertIn("the one act after it is not in it", twin.out)

    def test_the_reasons_are_the_published_ones(self):
        vault, backup = self.backed_up("new")
        for reason in ("restored-backup", "replaced-laptop", "damaged-file"):
            laptop = self.laptop()
            self.assertEqual(
                laptop.run("restore", backup, "--reason", reason, passphrase=PASSPHRASE).code, 0)
        for words in (["--reason", "because"], []):
            self.assertEqual(self.laptop().run("restore", backup, *words).code, 64)

    def test_a_place_that_is_taken_is_left_alone(self):
        vault, backup = self.backed_up("client")
        self.back_up(vault)
        before = vault.file.read_bytes()
        self.assertTwoLines(self.restore(vault, backup), 1)
        self.assertEqual(vault.file.read_bytes(), before)
        aside = self.restore(vault, backup, "--set-aside")
        self.assertEqual(aside.code, 0, aside)
        name = re.search(r"kept as (set-aside-[-0-9a-f]+\.vault)\.", aside.out)[1]
        self.assertEqual((vault.folder / name).read_bytes(), before)
        # Whose key the session held is gone; the session too.
        self.assertTwoLines(vault.run("list"), 4)
        vault.open()
        self.assertVerifies(vault)
        self.assertEqual(vault.json("backup", "--to", "stick")["removed"], [])

    def test_json_says_what_was_done(self):
        vault, backup = self.backed_up("new")
        laptop = self.laptop()
        done = laptop.json("restore", backup, *REASON, passphrase=PASSPHRASE)
        self.assertEqual(done, {"entries": vault.acts().index("backup.make")})

    def test_umask_and_modes(self):
        """Attack 47: 0600 and 0700, whatever the umask."""
        vault, _ = self.backed_up("new")
        under = ["sh", "-c", 'umask 000; exec "$@"', "sh"]
        vault.ok("backup", "--to", "stick", under=under)
        for path in (vault.folder / "stick").iterdir():
            self.assertEqual(path.stat().st_mode & 0o777, 0o600, path)
        backup = max((vault.folder / "stick").glob("*.vault"))
        laptop = self.laptop()
        self.assertEqual(self.restore(laptop, backup, under=under).code, 0)
        for path in (laptop.file.parent, *laptop.file.parent.iterdir(), *laptop.state.rglob("*")):
            wanted = 0o700 if path.is_dir() else 0o600
            self.assertEqual(path.stat().st_mode & 0o777, wanted, path)

    def test_nothing_readable_leaves(self):
        vault, backup = self.backed_up()
        shown = []
        shown.append(vault.run("backup", "--to", "stick"))
        shown.append(vault.run("backup", "--rehearse", "--from", "stick", passphrase=PASSPHRASE))
        shown.append(vault.run("backup", "--rehearse", "--from", "client.txt",
                               passphrase=PASSPHRASE))
        shown.append(vault.run("backup", "--to", "client.txt"))
        laptop = self.laptop()
        for words in ([backup], [backup], ["client.txt"], [backup, "--set-aside"]):
            shown.append(self.restore(laptop, *words))
        vault.ok("audit", "log")
        said = "\n".join(each.out + each.err for each in shown)
        said += "\n".join(map(str, [*vault.entries(), *laptop.open().entries()]))
        for place in (vault.folder, laptop.folder):
            said += "\n".join(str(path) for path in place.rglob("*"))
        for word in HERS:
            self.assertNotIn(word, said)
        for path in [*backup.parent.iterdir(), *laptop.file.parent.iterdir(),
                     *laptop.state.rglob("*")]:
            content = path.read_bytes() if path.is_file() else b""
            for word in HERS[:1] + HERS[4:]:
                self.assertNotIn(word.encode(), content, path)


@unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
class AtTheTerminal(BackupTestCase):
    def asked(self, laptop, backup, answer, *words):
        screen = Screen(laptop, "restore", str(backup), *REASON, *words)
        screen.type("Passphrase of the backup: ", PASSPHRASE)
        screen.type("Type yes to restore it: ", answer)
        return screen.end(), screen.text

    def test_declining_changes_nothing(self):
        vault, backup = self.backed_up("client")
        vault.ok("client", "add", "--from", "client.txt")
        vault.ok("lock")
        before = [self.everything(place) for place in (vault.folder, backup.parent)]
        for answer in ("", "oh yes", "\x04"):
            code, text = self.asked(vault, backup, answer, "--set-aside")
            self.assertEqual(code, 130, text)
            self.assertEqual("everything is as it was" in text, answer != "\x04", text)
            self.assertIn("It is older than", text)
        self.assertEqual([self.everything(place) for place in (vault.folder, backup.parent)],
                         before)
        laptop = self.laptop()
        self.assertEqual(self.asked(laptop, backup, "n")[0], 130)
        self.assertNothingThere(laptop)
        code, text = self.asked(laptop, backup, " Yes")
        self.assertEqual(code, 0, text)
        self.assertIn("Restored", text)
        self.assertVerifies(laptop.open())

    def test_control_c_at_the_question_changes_nothing(self):
        _, backup = self.backed_up("new")
        laptop = self.laptop()
        for prompt in ("Passphrase of the backup: ", "Type yes to restore it: "):
            screen = Screen(laptop, "restore", str(backup), *REASON)
            if prompt.startswith("Type"):
                screen.type("Passphrase of the backup: ", PASSPHRASE)
            screen.child.expect(prompt)
            screen.child.sendintr()
            self.assertEqual(screen.end(), 130, screen.text)
            self.assertEqual(list(laptop.file.parent.glob("practice.vault")), [])
        self.assertEqual(self.restore(laptop, backup).code, 0)
        self.assertEqual([each.name for each in laptop.file.parent.iterdir()], ["practice.vault"])

    def rehearsed(self, vault, words):
        screen = Screen(vault, "backup", "--rehearse", "--from", "stick")
        screen.type("Passphrase, to open the backup: ", words)
        return screen.end(), screen.text

    def test_a_rehearsal_needs_the_passphrase_although_the_vault_is_open(self):
        vault, _ = self.backed_up("client")
        names = sorted(path for path in vault.folder.rglob("*"))
        code, text = self.rehearsed(vault, PASSPHRASE)
        self.assertEqual(code, 0, text)
        self.assertIn("could be brought back", text)
        code, text = self.rehearsed(vault, "not this one")
        self.assertEqual(code, 4, text)
        self.assertNotIn("could be brought back", text)
        ends = [each["details"] for each in vault.entries() if each["act"] == "backup.verify"]
        self.assertEqual([each["outcome"] for each in ends], ["restored", "failed"])
        self.assertEqual(ends[1]["reason"], "passphrase.wrong")
        left = {path for path in vault.folder.rglob("*")} - set(names)
        self.assertEqual({path.name for path in left} - {"failures", "search", "summaries"}, set())
        self.assertVerifies(vault)


class DamagedBackups(BackupTestCase):
    def refused(self, file, code):
        """A restore that fails leaves nothing; the computer saw no vault before."""
        laptop = self.laptop()
        result = self.restore(laptop, file)
        self.assertTwoLines(result, code)
        self.assertNotIn("vault verify", result.err)
        self.assertNotIn("--vault", result.err)
        self.assertNothingThere(laptop)
        return result

    def test_each_changed_byte_is_found(self):
        """Attack 15: 5 wherever it is, but 4 where it only looks like a wrong passphrase.

        SQLite leaves page numbers behind in inner pages, which are let pass; see `SQLiteFile`.
        """
        _, backup = self.backed_up()
        whole = backup.read_bytes()
        places = [30, 45, 70, *range(100, len(whole), len(whole) // 29)]
        slot = re.search(rb"passphrase", whole)

        def flip(place):
            path = pathlib.Path(tempfile.mkstemp(dir=backup.parent)[1])
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1:])
            result = self.restore(laptops[place], path)
            path.unlink()
            return place, result

        laptops, found = {place: self.laptop() for place in places}, 0
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for place, result in pool.map(flip, places):
                with self.subTest(place):
                    if whole[place // 4096 * 4096] == 5 and result.code == 0:
                        self.assertVerifies(laptops[place].open())
                        continue
                    near = slot and abs(place - slot.start()) < 400
                    self.assertTwoLines(result)
                    self.assertIn(result.code, (4, 5) if near else (5,), result)
                    self.assertNothingThere(laptops[place])
                    found += 1
        self.assertGreater(found, 25)

    def test_what_is_no_backup(self):
        _, backup = self.backed_up("client")
        place = backup.parent
        whole = backup.read_bytes()
        newer = whole[:60] + (999).to_bytes(4, "big") + whole[64:]
        for name, content, code in [
                ("empty", b"", 5), ("foreign", b"x" * 9000, 5), ("cut", whole[:-4096], 5),
                ("cut within", whole[:-1], 5), ("header", whole[:100], 5), ("newer", newer, 8),
                ("longer", whole + bytes(4096), 5)]:
            with self.subTest(name):
                (place / name).write_bytes(content)
                self.refused(place / name, code)
        with open(place / "sparse", "wb") as file:
            file.truncate(1 << 42)
        os.mkfifo(place / "pipe")
        (place / "loop").symlink_to("loop")
        for name, code in [("sparse", 5), ("pipe", 1), ("", 1), ("nothing", 1), ("loop", 7)]:
            with self.subTest(name):
                self.refused(place / name, code)
        self.refused("/dev/zero", 1)
        (place / "link").symlink_to(backup)
        laptop = self.laptop()
        self.assertEqual(self.restore(laptop, place / "link").code, 0)
        self.assertVerifies(laptop.open())

    def test_the_wrong_passphrase_leaves_nothing(self):
        _, backup = self.backed_up("client")
        laptop = self.laptop()
        self.assertTwoLines(self.restore(laptop, backup, passphrase="not this one"), 4)
        self.assertNothingThere(laptop)
        result = self.restore(laptop, backup)
        self.assertEqual(result.code, 0, result)
        self.assertTwoLines(self.laptop().run("restore", backup, *REASON), 64)

    def test_a_rehearsal_of_a_damaged_one_is_in_the_trail(self):
        vault, backup = self.backed_up("client")
        # Each opening exchanges the session's key.
        present = lambda: {path for path in vault.folder.rglob("*")  # noqa: E731
                           if not path.name.startswith("session-")}
        names = present()
        whole = backup.read_bytes()
        for content, code, reason in [
                (whole[:-900] + b"\x01" + whole[-899:], 5, "restore.damaged"),
                (b"x" * 5000, 5, "restore.no-vault")]:
            backup.write_bytes(content)
            self.assertTwoLines(vault.run("backup", "--rehearse", "--from", backup,
                                          passphrase=PASSPHRASE), code)
            entry = vault.entries()[-1]
            self.assertEqual((entry["act"], entry["details"]["outcome"],
                              entry["details"]["reason"]), ("backup.verify", "failed", reason))
        self.assertEqual(present(), names)
        self.assertVerifies(vault)
        with self.subTest("a folder without one"):
            (vault.folder / "empty").mkdir()
            self.assertTwoLines(vault.run("backup", "--rehearse", "--from", "empty",
                                          passphrase=PASSPHRASE), 1)


class Sticks(BackupTestCase):
    def assertRefused(self, vault, place, code):
        before = vault.acts().count("backup.make")
        self.assertTwoLines(vault.run("backup", "--to", place), code)
        self.assertEqual(vault.acts().count("backup.make"), before)
        self.assertVerifies(vault)

    def test_attack_29_what_is_no_stick(self):
        """Attack 29: missing, a file, a pipe, a link, a device in the place of the stick."""
        vault, backup = self.backed_up("new")
        os.mkfifo(vault.folder / "pipe")
        (vault.folder / "link").symlink_to(backup.parent)
        before = sorted(backup.parent.iterdir())
        for place, code in [("nowhere", 1), ("client.txt", 8), ("pipe", 8), ("link", 8),
                            ("link/", 8), ("/dev/null", 8)]:
            with self.subTest(place):
                self.assertRefused(vault, place, code)
        self.assertEqual(sorted(backup.parent.iterdir()), before)

    def test_attack_29_planted_backups_are_neither_followed_nor_waited_for(self):
        """Attack 29: pipes, links, folders and others' files that are called backups."""
        vault, backup = self.backed_up("new")
        stick = backup.parent
        name = "backup-2120-01-01-000000-000{}.vault"
        os.mkfifo(stick / name.format(0))
        (stick / name.format(1)).symlink_to(vault.file)
        (stick / name.format(2)).mkdir()
        (stick / name.format(3)).write_bytes(b"x" * 5000)
        planted = sorted(stick.glob("backup-2120*"))
        result = vault.run("backup", "--to", "stick", "--keep", "1", under=["timeout", "20"])
        self.assertEqual(result.code, 0, result)
        self.assertEqual(sorted(stick.glob("backup-2120*")), planted)
        self.assertIn(backup.name, result.out)
        self.assertFalse(backup.exists())
        rehearsed = vault.run("backup", "--rehearse", "--from", "stick", passphrase=PASSPHRASE,
                              under=["timeout", "20"])
        self.assertEqual(rehearsed.code, 0, rehearsed)

    def mounted(self, vault, options):
        place = vault.folder / "mounted"
        place.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", place]).returncode:
            self.skipTest("this machine does not let root mount a tmpfs")
        self.addCleanup(subprocess.run, ["umount", "-l", place])
        return place

    @needs_root("mount a small disk")
    def test_a_full_stick_and_a_stick_that_cannot_be_written(self):
        vault, backup = self.backed_up()
        size = backup.stat().st_size // 1024
        stick = self.mounted(vault, f"size={size + 160}k")
        vault.ok("backup", "--to", stick, "--keep", "1")
        before = self.everything(stick)
        # The new one must be whole before the old one goes, so both need room.
        self.assertRefused(vault, stick, 7)
        self.assertEqual(self.everything(stick), before)
        # What an interrupted backup left takes no room away.
        subprocess.run(["mount", "-o", f"remount,size={2 * size + 400}k", stick], check=True)
        left = stick / "backup-2026-01-01-000000-0000.vault.partial"
        left.write_bytes(bytes((size + 100) * 1024))
        os.utime(left, (0, 0))
        vault.ok("backup", "--to", stick)
        self.assertFalse(left.exists())
        self.assertEqual(len(list(stick.glob("*.vault"))), 1)
        subprocess.run(["mount", "-o", "remount,ro", stick], check=True)
        before = self.everything(stick)
        self.assertRefused(vault, stick, 7)
        rehearsed = vault.run("backup", "--rehearse", "--from", stick, passphrase=PASSPHRASE)
        self.assertEqual(rehearsed.code, 0, rehearsed)
        laptop = self.laptop()
        self.assertEqual(self.restore(laptop, next(stick.glob("*.vault"))).code, 0)
        self.assertEqual(self.everything(stick), before)

    @needs_root("mount a small disk")
    def test_a_full_disk_where_the_vault_should_go(self):
        _, backup = self.backed_up()
        laptop = self.laptop()
        disk = self.mounted(laptop, "size=64k,mode=0755")
        place = disk / "practice.vault"
        self.assertTwoLines(self.restore(laptop, backup, "--vault", place), 7)
        self.assertEqual(list(disk.iterdir()), [])
        subprocess.run(["mount", "-o", "remount,size=4m", disk], check=True)
        self.assertEqual(self.restore(laptop, backup, "--vault", place).code, 0)
        self.assertEqual(disk.stat().st_mode & 0o777, 0o755, "whose folder it is stays hers")

    def test_names_of_places(self):
        vault, _ = self.backed_up("new")
        for name in ("x" * 255, "two\nlines", "-rf '\";$(id)", "a 🔑/b/"):
            with self.subTest(name):
                stick = vault.folder / "places" / name
                stick.mkdir(parents=True)
                shown = vault.ok("backup", "--to", str(stick) + "/" * name.endswith("/"))
                backup = next(stick.glob("*.vault"))
                self.assertIn(backup.name, shown.out)
                laptop = self.laptop()
                home = laptop.folder / name
                restored = self.restore(laptop, backup, "--vault", home / "my vault\n.vault")
                self.assertEqual(restored.code, 0, restored)
                opened = laptop.run("verify", "--vault", home / "my vault\n.vault",
                                    passphrase=PASSPHRASE)
                self.assertEqual(opened.code, 0, opened)
        long = self.laptop()
        result = self.restore(long, backup, "--vault", long.folder / ("v" * 255))
        self.assertIn(result.code, (0, 1, 7, 8))
        if result.code:
            self.assertTwoLines(result)

    def test_relative_names(self):
        vault, backup = self.backed_up("new")
        laptop = self.laptop()
        shutil.copy(backup, laptop.folder / "b.vault")
        self.assertEqual(self.restore(laptop, "b.vault", "--vault", "here.vault").code, 0)
        result = laptop.run("verify", "--vault", "here.vault", passphrase=PASSPHRASE)
        self.assertEqual(result.code, 0, result)

    def test_words_that_do_not_fit_together(self):
        vault, _ = self.backed_up("new")
        for words in ([], ["--rehearse"], ["--rehearse", "--from", "stick", "--to", "stick"],
                      ["--from", "stick"], ["--to", "stick", "--keep", "0"],
                      ["--rehearse", "--from", "stick", "--keep", "3"]):
            self.assertEqual(vault.run("backup", *words).code, 64, words)
        vault.ok("lock")
        self.assertTwoLines(vault.run("backup", "--to", "stick"), 4)

    def test_the_number_that_stays_is_remembered(self):
        vault, first = self.backed_up("new")
        second = self.back_up(vault, "--keep", "2")
        third = vault.json("backup", "--to", "stick")
        self.assertEqual(third["removed"], [first.name])
        self.assertFalse(first.exists())
        self.assertTrue(second.exists())
        # What it saw stays on the stick, and still agrees.
        self.assertEqual(vault.run("verify", "--stick", "stick").code, 0)

    def test_attack_24_work_goes_on_meanwhile(self):
        """Attack 24: nothing is lost, nobody is turned away, and the copy is one whole state."""
        vault, _ = self.backed_up("client")
        results = []
        work = threading.Thread(target=lambda: results.extend(
            vault.run("client", "add", "--from", "client.txt") for _ in range(5)))
        work.start()
        backups = [vault.run("backup", "--to", "stick") for _ in range(2)]
        work.join()
        for result in [*results, *backups]:
            self.assertEqual(result.code, 0, result)
        self.assertEqual(len(vault.json("client", "list")), 6)
        self.assertEqual(vault.run("verify", "--stick", "stick").code, 0)
        for backup in (vault.folder / "stick").glob("*.vault"):
            laptop = self.laptop()
            self.assertEqual(self.restore(laptop, backup).code, 0)
            self.assertEqual(laptop.run("verify", "--stick", vault.folder / "stick",
                                        passphrase=PASSPHRASE).code, 0)

    def test_attack_8_a_stick_of_the_other_copy(self):
        """Attack 8: a stick that saw the same vault go another way gets no backup."""
        vault, backup = self.backed_up("client")
        twin = vault.copy(self).open()
        for each, stick in ((vault, "stick"), (twin, "other")):
            (each.folder / stick).mkdir(exist_ok=True)
            for _ in range(3 if each is vault else 6):
                each.ok("client", "show", "C1")
            each.ok("backup", "--to", stick)
        for each, stick in ((vault, twin.folder / "other"), (twin, backup.parent)):
            before = self.everything(stick)
            self.assertTwoLines(each.run("backup", "--to", stick), 6)
            self.assertEqual(self.everything(stick), before)


@unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
class Reminders(BackupTestCase):
    def today(self, vault, days):
        return vault.ok("today", passphrase=PASSPHRASE,
                        under=["faketime", "-f", f"+{days}d"]).out

    def test_a_week_without_a_backup(self):
        vault = Vault.at(self, "client")
        (vault.folder / "stick").mkdir()
        self.assertNotIn("backup", self.today(vault, 6))
        self.assertIn("There is no backup yet", self.today(vault, 7))
        vault.ok("backup", "--to", "stick", passphrase=PASSPHRASE,
                 under=["faketime", "-f", "+8d"])
        self.assertNotIn("backup", self.today(vault, 8))
        self.assertNotIn("backup", self.today(vault, 14))
        self.assertIn("The last backup is of", self.today(vault, 15))
        self.assertIn("vault backup --to", self.today(vault, 400))
        # A rehearsal is no backup.
        vault.ok("backup", "--rehearse", "--from", "stick", passphrase=PASSPHRASE,
                 under=["faketime", "-f", "+16d"])
        self.assertIn("The last backup is of", self.today(vault, 16))


if __name__ == "__main__":
    unittest.main()
