"""What survives when the program is killed, the disk fills or the disk fails, at every step.

A quiet run under `strace` lists every call that changes a file. Then one run for each: the program
is killed at that call, or the call fails. After it the vault is in the state before or the state
after, never between; it verifies; trail and data agree; and the next run does its work.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import unittest

from faults import record
from samples import JOTTING
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

WRITING, SYNCING = ["pwrite64", "write"], ["fdatasync", "fsync"]
# An age key made for these tests only, here and in the open.
READER_SECRET = "AGE-SECRET-KEY-1VE32X37TRVVYF3MGF30CYDGUGE3WPS2NQ6L5K5DZNA02QNG7JQFSKMYY7Y\n"
READER = "age1krvw696qmxuvd9trjxu6t7dte2mqd90u3rra8r9fc97ddg8vkvwq5pqslr"
CHANGING = [*WRITING, *SYNCING, "rename", "renameat2", "unlink", "unlinkat", "openat", "mkdir"]


class Act:
    """One command: how far the vault has come, and what the list says before and after it."""

    def __init__(self, stage, arguments, before, after, written, options=None):
        self.stage, self.arguments, self.options = stage, arguments, options or {}
        self.before, self.after, self.written = before, after, written


ACTS = {
    "draft": Act("client", ["draft", "note", "C1", "--from", "-", "--no-input"], [],
                 [("D1", "draft")], "document.draft", {"stdin": JOTTING}),
    "sign": Act("reviewed", ["sign", "D1"], [("D1", "in review")], [("D1", "signed")],
                "document.sign", {"passphrase": PASSPHRASE}),
    "export": Act("signed", ["export", "D1", "--to", "stick", "--recipient"],
                  [("D1", "signed")], [("D1", "signed")], "export.done"),
}


class Place:
    def __init__(self, call, number, line):
        self.call, self.number, self.line = call, number, line

    def __str__(self):
        return f"{self.call} number {self.number}: {self.line[:160]}"


class Bench:
    """One vault, put back into the same state before each run; its session stays open."""

    def __init__(self, test, act):
        self.act = act
        self.before = Vault.at(test, act.stage)
        self.vault = self.before.copy(test).open()
        self.before = self.vault.copy(test)
        self.stick = self.vault.folder / "stick"
        self.log = self.vault.folder / "calls"
        (self.vault.folder / "reader.txt").write_text(READER_SECRET)
        self.arguments = [*act.arguments, READER] if act.stage == "signed" else act.arguments

    def restore(self):
        shutil.rmtree(self.stick, ignore_errors=True)
        shutil.rmtree(self.vault.state)
        pathlib.Path(f"{self.vault.file}-journal").unlink(missing_ok=True)
        shutil.copy2(self.before.file, self.vault.file)
        shutil.copytree(self.before.state, self.vault.state)
        self.stick.mkdir()

    def run(self, *watch):
        under = ["strace", "-f", "-y", "-s", "0", "-o", str(self.log), *watch] if watch else []
        return self.vault.run(*self.arguments, **self.act.options, under=under)

    def places(self):
        """Every call on a file of ours, by kind and by its number in its thread."""
        self.restore()
        ended = self.run("-e", f"trace={','.join(CHANGING)}")
        if ended.code != 0:
            raise AssertionError(ended)
        counts, found = {}, []
        for line in self.log.read_text(errors="replace").splitlines():
            match = re.match(r"(\d+)\s+(\w+)\(", line)
            if not match or match[2] not in CHANGING:
                continue
            counts[match.groups()] = number = counts.get(match.groups(), 0) + 1
            if str(self.vault.folder) in line and f'"{self.vault.folder}"' not in line:
                found.append(Place(match[2], number, line))
        return found

    def disturb(self, place, effect):
        """The same run with one call disturbed: how it ended, and the disturbed call itself."""
        self.restore()
        result = self.run("-e", f"trace={place.call}",
                          "-e", f"inject={place.call}:{effect}:when={place.number}")
        lines = self.log.read_text(errors="replace").splitlines()
        hit = [line for line in lines if "INJECTED" in line or "+++ killed" in line]
        # What strace itself has to say, such as of a helper process that ended first.
        said = [line for line in result.err.splitlines(True) if not line.startswith("strace: ")]
        return result._replace(err="".join(said)), hit[0] if hit else ""


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class Crashes(VaultTestCase):
    """Attacks 19, 20 and 21 for draft, sign and export."""

    def everywhere(self, name, effect, calls, judge):
        act = ACTS[name]
        benches = [Bench(self, act) for _ in range(2)]
        places = [place for place in benches[0].places() if place.call in calls]
        if effect == "signal=SIGKILL" and "VAULT_FAULT_POINTS" not in os.environ:
            # `make faults` tries every one; each second one keeps `make test` short.
            places = places[::2]
        self.assertTrue(places)

        def share(number):
            done = 0
            for place in places[number::2]:
                result, disturbed = benches[number].disturb(place, effect)
                if not disturbed:
                    continue
                done += 1
                try:
                    after = judge(act, benches[number], result, disturbed)
                except AssertionError as failure:
                    raise AssertionError(f"{name}, {place}\n{result}\n{failure}") from failure
                record(name, effect, place, result, after)
            return done

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            done = sum(pool.map(share, range(2)))
        self.assertGreaterEqual(done, max(1, len(places) - 3), "calls were not reached again")

    def judge(self, act, bench):
        """Before or after, never between; the trail says what the data says; the next run works."""
        vault = bench.vault
        self.assertVerifies(vault)
        found = documents(vault)
        written = act.written in vault.acts()
        self.assertIn(found, [act.before, act.after])
        finished = list(bench.stick.glob("*.tar.age"))
        done = found == act.after
        if act.written == "export.done":
            done = written
            self.assertLessEqual(written, len(finished), "an export in the trail is not there")
            for each in finished:
                self.assert_whole(bench, each)
        else:
            self.assertEqual(written, found == act.after, "trail and data differ")
        if found == act.before or finished:
            for partial in bench.stick.glob("*.partial"):
                # A young one could be another export that is still being written.
                os.utime(partial, (0, 0))
            again = bench.run()
            self.assertEqual(again.code, 0, again)
        self.assertEqual(documents(vault), act.after)
        self.assertEqual([each.name for each in bench.stick.glob("*.partial")], [])
        return done

    def assert_whole(self, bench, path):
        target = bench.stick / "opened"
        target.mkdir()
        opened = bench.vault.json("unseal", path, "--to", target, "--identity", "reader.txt")
        self.assertTrue(opened["complete"] and opened["signed"] and opened["inTrail"])

    def killed(self, act, bench, result, _):
        self.assertNotEqual(result.code, 0)
        return self.judge(act, bench)

    def with_a_full_disk(self, act, bench, result, disturbed):
        if result.code == 0 and re.search(r"/session-[0-9a-f]+>", disturbed):
            # An ended session's seed could not be overwritten; it is removed all the same.
            self.assertTrue(self.judge(act, bench))
            return True
        self.assertTwoLines(result, 7)
        return self.judge(act, bench)

    def with_a_failing_rename(self, act, bench, result, disturbed):
        """The act is saved; only what the laptop remembers of it could not be put in its place. A
        session's key is put there before the act, which is not begun without one."""
        if "/session-" in disturbed:
            return self.with_a_full_disk(act, bench, result, disturbed)
        self.assertEqual(result.code, 0)
        self.assertTrue(self.judge(act, bench))
        return True

    def with_a_failing_sync(self, act, bench, result, disturbed):
        """SQLite lets the sync of the folder pass when it makes a journal; nothing else may."""
        folder = re.search(r"<([^>]*)>", disturbed)
        if result.code == 0 and folder and pathlib.Path(folder[1]).is_dir():
            self.assertNotIn("stick", folder[1])
            self.assertTrue(self.judge(act, bench))
            return True
        return self.with_a_full_disk(act, bench, result, disturbed)


def documents(vault):
    return [(each["document"], each["state"]) for each in vault.json("list")]


def add(name, number, words, effect, calls, judge):
    def test(self):
        self.everywhere(name, effect, calls, getattr(self, judge))
    test.__doc__ = f"Attack {number}: {name}, {words}"
    setattr(Crashes, f"test_attack_{number}_{name}_{judge}", test)


for each in ACTS:
    add(each, 19, "no space left at any write.", "error=ENOSPC", WRITING, "with_a_full_disk")
    add(each, 20, "each sync fails once.", "error=EIO", SYNCING, "with_a_failing_sync")
    add(each, 20, "the memory outside the vault stays behind.", "error=EIO", ["rename"],
        "with_a_failing_rename")
    add(each, 21, "killed at every call that changes a file.", "signal=SIGKILL", CHANGING,
        "killed")
