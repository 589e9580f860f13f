"""Backup, restore and handing over, stopped or failing at every call that changes or opens a file.

As in `test_crashes`, a quiet run lists the calls; then one run for each, in which that call kills
the program or fails. Afterwards the vault verifies, every backup and export with its final name is
whole, the trail and the accounting tell of none that is not there, what was cut off is told, and the
same command can be given again.
"""

import concurrent.futures
import hashlib
import os
import re
import shutil
import unittest

from faults import pick, record
from test_crashes import CHANGING, READER, SYNCING, WRITING, Bench
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

# So many calls of each kind are disturbed, 1000 for all of them; without it a few of all kinds.
MOST = int(os.environ.get("VAULT_FAULT_POINTS", "0"))
FEW = 3
FAILING = [*WRITING, *SYNCING, "rename", "renameat2", "unlink", "unlinkat", "openat"]
REASON = ["--reason", "damaged-file"]


class BackupBench(Bench):
    """A vault with its session open, and on the stick the one backup that may stay."""

    written = "backup.make"

    def __init__(self, test):
        self.test = test
        self.vault = Vault.at(test, "signed").open()
        self.prepare()
        self.log = self.vault.folder / "calls"
        self.kept = Vault(test).folder / "kept"
        self.keep()

    def prepare(self):
        self.stick = self.vault.folder / "stick"
        self.stick.mkdir()
        self.vault.ok("backup", "--to", "stick", "--keep", "1")
        self.made = self.vault.acts().count("backup.make")

    def keep(self):
        shutil.copytree(self.vault.folder, self.kept, symlinks=True,
                        ignore=shutil.ignore_patterns("run", "calls"))

    def restore(self):
        """Everything but the session's socket is as it was."""
        for path in self.vault.folder.iterdir():
            if path.name in ("run", "calls"):
                continue
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self.kept, self.vault.folder, dirs_exist_ok=True)

    def places(self):
        """Without what the system opens to start the program."""
        elsewhere = re.compile(rf'openat\(AT_FDCWD<[^>]*>, "(?!{self.vault.folder})/')
        return [place for place in super().places() if not elsewhere.search(place.line)]

    def run(self, *watch):
        under = ["strace", "-f", "-y", "-s", "0", "-o", str(self.log), *watch] if watch else []
        return self.vault.run("backup", "--to", "stick", under=under)

    def age(self):
        for partial in [*self.stick.glob("*.partial"), *self.vault.folder.glob("rehearsal-*")]:
            # A young one could be another one that is still being written.
            os.utime(partial, (0, 0))

    def judge(self, result):
        """Whether it is done; nothing is between."""
        self.test.assertVerifies(self.vault)
        made = [each for each in self.vault.entries() if each["act"] == "backup.make"]
        done = len(made) > self.made
        files = sorted(self.stick.glob("backup-*.vault"))
        self.test.assertGreaterEqual(len(files), 1, "no backup is left")
        sums = {self.whole(path): path for path in files}
        self.test.assertIn(made[-1]["details"]["digest"], sums, "in the trail, not on the stick")
        if result.code == 0:
            self.test.assertTrue(done)
        if result.code > 0:
            self.test.assertEqual(list(self.stick.glob("*.partial")), [])
        self.age()
        again = self.run()
        self.test.assertEqual(again.code, 0, again)
        self.test.assertEqual(list(self.stick.glob("*.partial")), [])
        self.test.assertEqual(len(list(self.stick.glob("backup-*.vault"))), 1)
        self.test.assertEqual(self.vault.run("verify", "--stick", "stick").code, 0)
        return done

    def whole(self, path):
        """Its digest, after it was opened and verified on a computer that never saw it."""
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        elsewhere = Vault(self.test)
        shutil.copy(path, elsewhere.file)
        result = elsewhere.run("verify", passphrase=PASSPHRASE)
        self.test.assertEqual(result.code, 0, f"{path.name}: {result}")
        elsewhere.remove()
        return digest


class RestoreBench(BackupBench):
    """A backup, and no vault where it should go."""

    written = "vault.restore"
    words = []

    def prepare(self):
        source = Vault.at(self.test, "signed").open()
        (source.folder / "stick").mkdir()
        self.name = source.json("backup", "--to", "stick")["file"]
        source.end_session()
        self.stick = self.vault.folder / "stick"
        shutil.copytree(source.folder / "stick", self.stick)
        self.vault.end_session()
        self.vault.file.unlink()
        shutil.rmtree(self.vault.state)

    def run(self, *watch):
        under = ["strace", "-f", "-y", "-s", "0", "-o", str(self.log), *watch] if watch else []
        return self.vault.run("restore", self.stick / self.name, *REASON, *self.words,
                              passphrase=PASSPHRASE, under=under)

    def aside(self):
        return sorted(self.vault.folder.glob("set-aside-*.vault"))

    def judge(self, result):
        done = self.standing(result)
        again = self.run()
        if done and not self.words:
            self.test.assertTwoLines(again, 1)
        else:
            self.test.assertEqual(again.code, 0, again)
        self.test.assertTrue(self.restored())
        self.test.assertEqual(list(self.vault.folder.glob("practice.vault.partial*")), [])
        return done

    def standing(self, result):
        """Nothing at the place, or a vault that opens and then tells of the restore."""
        if result.code > 0:
            self.test.assertEqual(list(self.vault.folder.glob("*.partial*")), [])
        if not self.vault.file.exists():
            self.test.assertNotEqual(result.code, 0)
            return False
        self.test.assertTrue(self.restored())
        return True

    def restored(self):
        result = self.vault.run("verify", passphrase=PASSPHRASE)
        self.test.assertEqual(result.code, 0, result)
        entries = self.vault.json("audit", "log", passphrase=PASSPHRASE)
        count = [each["act"] for each in entries].count(self.written)
        self.test.assertLessEqual(count, 1)
        return count == 1


class SetAsideBench(RestoreBench):
    """The same where the vault is that was damaged, or that she gives up."""

    words = ["--set-aside"]

    def prepare(self):
        self.stick = self.vault.folder / "stick"
        self.stick.mkdir()
        self.name = self.vault.json("backup", "--to", "stick")["file"]
        self.vault.ok("client", "add", "--from", "client.txt")
        self.vault.end_session()
        self.earlier = self.vault.file.read_bytes()

    def standing(self, result):
        there = self.vault.file.exists()
        aside = [path.read_bytes() for path in self.aside()]
        if there and self.vault.file.read_bytes() == self.earlier:
            self.test.assertNotEqual(result.code, 0)
            self.test.assertEqual(aside, [])
            done = False
        else:
            # What was there is never lost, wherever it stopped.
            self.test.assertEqual(aside, [self.earlier])
            done = super().standing(result)
            self.test.assertTrue(done or result.code < 0, "an error left nothing at the place")
        if result.code > 0:
            self.test.assertEqual(list(self.vault.folder.glob("*.partial*")), [])
        return done


class HandoverBench(BackupBench):
    """A document handed to the client: a file on the stick, a row of the accounting, an entry."""

    written = "export.done"
    words = ["D1", "--recipient", READER]
    handed = ["--basis", "individual_524", "--from", "-", "--no-input"]
    finished = "export-*.tar.age"
    rows = 1

    def prepare(self):
        self.stick = self.vault.folder / "stick"
        self.stick.mkdir()
        (self.vault.folder / "scan.txt").write_text("invented " * 20000)
        self.vault.ok("attach", "add", "C1", "scan.txt", "--no-input")

    def run(self, *watch):
        under = ["strace", "-f", "-y", "-s", "0", "-o", str(self.log), *watch] if watch else []
        return self.vault.run("export", *self.words, *self.handed, "--to", "stick", under=under,
                              stdin="recipient: Mara Example\nkind: client\n"
                                    "purpose: at the request of the client\n")

    def judge(self, result):
        checked = self.vault.json("verify")
        self.test.assertTrue(checked["verifies"], checked)
        acts = self.vault.acts()
        done = acts.count(self.written)
        self.test.assertEqual(len(self.vault.json("disclosure", "list")), done * self.rows)
        self.test.assertEqual(len(checked["unended"]),
                              acts.count("export.intent") - done - acts.count("export.failed"))
        self.test.assertLessEqual(done, len(list(self.stick.glob(self.finished))))
        self.test.assertEqual(self.vault.run("verify", "stick").code, 0)
        if result.code == 0:
            self.test.assertEqual(done, 1)
        if result.code > 0:
            self.test.assertEqual(list(self.stick.glob("*.partial")), [])
        self.age()
        again = self.run()
        self.test.assertEqual(again.code, 0, again)
        self.test.assertEqual(list(self.stick.glob("*.partial")), [])
        return done == 1


class WholeFileBench(HandoverBench):
    words = ["--client", "C1", "--recipient", READER]


class EverythingBench(HandoverBench):
    """Her own copy of all there is: nobody's disclosure."""

    words, handed, rows = ["--everything", "--recipient", READER], [], 0


class OpenFolderBench(HandoverBench):
    words = ["D1", "--unencrypted", "--reason", "invented"]
    finished = "export-*[0-9a-f]"


BENCHES = {
    "handover": HandoverBench, "handover of a whole file": WholeFileBench,
    "handover in the open": OpenFolderBench, "everything": EverythingBench, "backup": BackupBench, "restore": RestoreBench,
    "restore --set-aside": SetAsideBench,
}


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class BackupFaults(VaultTestCase):
    """Attacks 17 to 21 for backup, restore and what leaves."""

    def everywhere(self, name, effect, calls):
        benches = [BENCHES[name](self) for _ in range(2)]
        found = benches[0].places()
        found = [each for each in found if each.call in calls]
        self.assertTrue(found)
        places = [place for call in calls for place in pick(
            [each for each in found if each.call == call], MOST)] if MOST else pick(found, FEW)

        def share(number):
            done = 0
            for place in places[number::2]:
                result, disturbed = benches[number].disturb(place, effect)
                if not disturbed:
                    continue
                done += 1
                try:
                    after = self.judge(benches[number], result, effect, place)
                except AssertionError as failure:
                    raise AssertionError(f"{name}, {place}\n{result}\n{failure}") from failure
                record(name, effect, place, result, after)
            return done

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            done = sum(pool.map(share, range(2)))
        self.assertGreaterEqual(done, max(1, len(places) - 4), "calls were not reached again")

    def judge(self, bench, result, effect, place):
        if effect.startswith("signal="):
            self.assertLess(result.code, 0, "it was not killed")
        elif result.code:
            self.assertTwoLines(result)
            # SQLite does not tell why it could not open its journal.
            self.assertIn(result.code, (1, 7) if place.call == "openat" else (7,), result)
        return bench.judge(result)


def add(name, number, words, effect, calls):
    def test(self):
        self.everywhere(name, effect, calls)
    test.__doc__ = f"Attack {number}: {name}, {words}."
    short = name.replace(" --", "_").replace("-", "_").replace(" ", "_")
    setattr(BackupFaults, f"test_attack_{number}_{short}_{words.split()[0].strip(':')}", test)


for each in BENCHES:
    add(each, 21, "killed at a call that changes a file", "signal=SIGKILL", CHANGING)
    add(each, 19, "full: no space left at a write", "error=ENOSPC", [*WRITING, "openat"])
    add(each, 20, "broken: a call fails", "error=EIO", FAILING)


if __name__ == "__main__":
    unittest.main()
