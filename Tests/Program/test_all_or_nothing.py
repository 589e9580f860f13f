"""Changes of keys, imports and attachments: stopped anywhere, they are done or not begun.

As in `test_crashes`, a quiet run lists every call that changes a file; then one run for each, in
which that call kills the program or fails. Afterwards the vault verifies, data and trail agree, of
two passphrases one opens, and the same command can be given again.
"""

import concurrent.futures
import json
import os
import shutil
import unittest

from faults import record
from test_crashes import READER, READER_SECRET, SYNCING, WRITING, Bench
from vault_program import PASSPHRASE, Keeper, Vault
from vault_test_case import VaultTestCase

NEW, SECOND = "another invented sentence of gravel", "a second invented sentence of orbits"
STOPPING = [*WRITING, *SYNCING, "rename", "renameat2", "unlink", "unlinkat"]
# So many calls of one kind are disturbed at the most: from the beginning, the end, and between.
# VAULT_FAULT_POINTS=30 tries many more moments; it takes a quarter of an hour.
MOST = {"killed": int(os.environ.get("VAULT_FAULT_POINTS", "6")), "with_an_error": 3}


def service_table(vault, label):
    """The program's own table, cut to one code under this label."""
    row = {"code": "90834", "label": label, "minutes": {"from": 38, "to": 52}, "evidence": "seen",
           "source": "invented", "types": ["individual"], "medical": False, "add_on": False,
           "not_with": []}
    (vault.folder / "services.json").write_text(json.dumps({"notice": "Invented.", "rows": [row]}))


def appointments(*lines):
    events = "".join(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n" for line in lines)
    return (f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//invented//EN\r\n{events}"
            "END:VCALENDAR\r\n")


class Passphrase:
    stage, written = "new", "passphrase.change"
    arguments = ["passphrase", "change", "--passphrase-fd", "0", "--new-passphrase-fd", "0"]
    options = {"stdin": f"{PASSPHRASE}\n{NEW}\n"}
    before, after = [True, False], [False, True]

    def prepare(self, vault):
        pass

    def found(self, vault):
        """Which of the two opens; the other one gets 4."""
        codes = [vault.run("slot", "list", passphrase=each).code for each in (PASSPHRASE, NEW)]
        if not set(codes) <= {0, 4}:
            raise AssertionError(codes)
        return [code == 0 for code in codes]


class SecondPassphrase(Passphrase):
    stage, written = "client", "settings.change"
    arguments = ["psychotherapy", "passphrase", "--new-passphrase-fd", "0"]
    options = {"stdin": f"{SECOND}\n"}

    def prepare(self, vault):
        vault.ok("psychotherapy", "add", "C1", "--from", "-", stdin="Only mine.\n")

    def found(self, vault):
        show = ["psychotherapy", "show", "P1"]
        codes = [vault.run(*show).code, vault.run(
            *show, "--second-passphrase-fd", "0", stdin=f"{SECOND}\n").code]
        if codes not in ([0, 0], [64, 0]):
            raise AssertionError(codes)
        # Where there is a second passphrase, it is asked for; else nobody reads the one given.
        return [codes[0] == 0, codes[0] == 64]


class Attachment(Passphrase):
    stage, written = "client", "attachment.create"
    arguments, options = ["attach", "add", "C1", "scan.pdf", "--no-input"], {}
    before, after = [], ["F1"]

    def prepare(self, vault):
        (vault.folder / "scan.pdf").write_bytes(b"%PDF-" + bytes(range(256)) * 4200)

    def found(self, vault):
        return [each["attachment"] for each in vault.json("attach", "list")]


class Scans(Attachment):
    written = "import.done"
    arguments = ["import", "scans", "scans", "--no-input", "--apply"]
    after = ["F1", "F2", "F3"]

    def prepare(self, vault):
        (vault.folder / "scans").mkdir()
        for number in range(3):
            (vault.folder / f"scans/C1 page {number}.txt").write_text(f"invented {number}" * 700)


class Clients(Passphrase):
    stage, written = "client", "import.done"
    arguments, options = ["import", "clients", "caseload.csv", "--apply"], {}
    before, after = ["C1"], ["C1", "C2", "C3", "C4"]

    def prepare(self, vault):
        (vault.folder / "caseload.csv").write_text("name,born,diagnosis\n" + "".join(
            f"Invented Person{each},199{each}-03-04,F41.1\n" for each in range(3)))

    def found(self, vault):
        return [each["client"] for each in vault.json("client", "list")]


class Everything(Passphrase):
    """What another vault left with, taken over into an empty one."""

    stage, written = "new", "import.done"
    arguments = ["import", "everything", "old.tar.age", "--identity", "reader.txt"]
    options = {}
    before, after = [], ["C1"]
    made = None

    def prepare(self, vault):
        (vault.folder / "reader.txt").write_text(READER_SECRET)
        if Everything.made is None:
            # Another vault than the one that takes it over; gone with the run.
            old = Vault(Keeper).make().open()
            for stage in ("client", "drafted", "reviewed", "signed"):
                old.advance(stage)
            (old.folder / "stick").mkdir()
            (old.folder / "scan.pdf").write_bytes(b"%PDF-" + bytes(range(256)) * 4200)
            old.ok("attach", "add", "C1", "scan.pdf", "--no-input")
            old.ok("export", "--everything", "--to", "stick", "--recipient", READER)
            Everything.made, = (old.folder / "stick").glob("*.tar.age")
            old.end_session()
        shutil.copy2(Everything.made, vault.folder / "old.tar.age")

    def found(self, vault):
        return [each["client"] for each in vault.json("client", "list")]


class Calendar(Passphrase):
    stage, written = "client", "import.done"
    arguments = ["import", "calendar", "week.ics", "--from", "-", "--apply"]
    options = {"stdin": "Mara E = C1\n"}
    before, after = 1, 4

    def prepare(self, vault):
        (vault.folder / "week.ics").write_text(appointments(
            "UID:1@invented\r\nSUMMARY:Mara E\r\nDTSTART:20261102T090000Z\r\n"
            "DTEND:20261102T095000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3"))

    def found(self, vault):
        return len(vault.json("session", "list"))


class ServiceTable(Passphrase):
    stage, written = "new", "settings.change"
    arguments, options = ["reference", "services", "--replace", "services.json"], {}
    before, after = False, True

    def prepare(self, vault):
        service_table(vault, "an invented label")

    def found(self, vault):
        return "an invented label" in vault.ok("reference", "services", "--json").out


class RecoverySheet(Passphrase):
    """The new sheet's slot, and files for it; where there is no slot, no file is finished."""

    written = "slot.add"
    arguments = ["recovery", "sheet", "--to", "stick", "--passphrase-fd", "0"]
    options = {"stdin": f"{PASSPHRASE}\n"}
    before, after = ["passphrase"], ["passphrase", "recovery"]

    def found(self, vault):
        return [each["kind"] for each in vault.json("slot", "list")]


class SlotRemoved(RecoverySheet):
    written = "slot.remove"
    arguments = ["slot", "remove", "2", "--passphrase-fd", "0"]
    before, after = RecoverySheet.after, RecoverySheet.before

    def prepare(self, vault):
        (vault.folder / "printed").mkdir()
        vault.ok("recovery", "sheet", "--to", "printed", passphrase=PASSPHRASE)


class Destruction(Passphrase):
    stage, written = "client", "client.destroy"
    arguments = ["client", "destroy", "C1", "--reason", "added by mistake", "--confirm", "C1",
                 "--passphrase-fd", "0"]
    options = {"stdin": f"{PASSPHRASE}\n"}
    before, after = ["C1"], []

    def found(self, vault):
        return [each["client"] for each in vault.json("client", "list")]


ACTS = {
    "passphrase": Passphrase(), "second_passphrase": SecondPassphrase(),
    "attachment": Attachment(), "scans": Scans(), "clients": Clients(), "calendar": Calendar(),
    "everything": Everything(),
    "service_table": ServiceTable(), "slot_removed": SlotRemoved(),
    "destruction": Destruction(),
}


class PreparedBench(Bench):
    def __init__(self, test, act):
        super().__init__(test, act)
        act.prepare(self.vault)
        self.before = self.vault.copy(test)


def spread(places, most):
    """All of a few; of very many the first, the last, and some between."""
    if len(places) <= most:
        return places
    third = most // 3
    middle = places[third:-third]
    return places[:third] + middle[::len(middle) // third + 1] + places[-third:]


@unittest.skipUnless(shutil.which("strace"), "strace is not installed")
class AllOrNothing(VaultTestCase):
    """Attacks 19, 20, 21 and 37 for what came after drafting, signing and exporting."""

    def everywhere(self, name, effect, calls, judge):
        act = ACTS[name]
        benches = [PreparedBench(self, act) for _ in range(2)]
        self.assertEqual(act.found(benches[0].vault), act.before)
        found = benches[0].places()
        places = [place for call in calls for place in spread(
            [each for each in found if each.call == call], MOST[judge.__name__])]
        self.assertTrue(places)

        def share(number):
            ends = []
            for place in places[number::2]:
                result, disturbed = benches[number].disturb(place, effect)
                if not disturbed:
                    continue
                try:
                    ends.append(judge(act, benches[number], result))
                except AssertionError as failure:
                    raise AssertionError(f"{name}, {place}\n{result}\n{failure}") from failure
                record(name.replace("_", " "), effect, place, result, ends[-1])
            return ends

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            ends = sum(pool.map(share, range(2)), [])
        self.assertGreaterEqual(len(ends), max(1, len(places) - 4), "calls were not reached again")
        return ends

    def judge(self, act, bench):
        """Before or after, never between; trail and data say the same; the next run works."""
        vault = bench.vault
        self.assertVerifies(vault)
        found = act.found(vault)
        self.assertIn(found, [act.before, act.after])
        self.assertEqual(act.written in vault.acts(), found == act.after, "trail and data differ")
        if found == act.before:
            again = bench.run()
            self.assertEqual(again.code, 0, again)
            self.assertEqual(act.found(vault), act.after)
        return found == act.after

    def killed(self, act, bench, result):
        self.assertNotEqual(result.code, 0)
        return self.judge(act, bench)

    def with_an_error(self, act, bench, result):
        """What was not kept is said, in two lines and with 7; what is said to be kept is kept."""
        if result.code:
            self.assertTwoLines(result, 7)
        ended = self.judge(act, bench)
        self.assertTrue(ended or result.code == 7)
        return ended


def add(name, number, words, effect, calls, judge):
    def test(self):
        ends = self.everywhere(name, effect, calls, getattr(self, judge))
        if judge == "killed":
            self.assertEqual(set(ends), {False, True}, "it was never stopped before, or after")
        else:
            self.assertIn(False, ends)
    test.__doc__ = f"Attack {number}: {name.replace('_', ' ')}, {words}"
    setattr(AllOrNothing, f"test_attack_{number}_{name}_{words.split()[0].strip(':')}", test)


for each in ACTS:
    add(each, 37 if "passphrase" in each else 21, "killed at writes, syncs and renames.",
        "signal=SIGKILL", STOPPING, "killed")
    add(each, 19, "full: no space left at a write.", "error=ENOSPC", WRITING, "with_an_error")
    add(each, 20, "broken: a write or sync fails.", "error=EIO", [*WRITING, *SYNCING],
        "with_an_error")


class OldPassphrase(VaultTestCase):
    def test_attack_37_the_old_passphrase_opens_old_copies_only(self):
        """Attack 37: 4 on the live file, at once; a copy made before still opens with it."""
        vault = Vault.at(self, "client")
        copy = vault.copy(self)
        act = Passphrase()
        vault.ok(*act.arguments, **act.options)
        self.assertTwoLines(vault.run("open", passphrase=PASSPHRASE), 4)
        vault.ok("open", passphrase=NEW)
        self.assertVerifies(vault)
        self.assertEqual(vault.json("slot", "list")[0]["slot"], 2)
        copy.open()
        self.assertVerifies(copy)
        self.assertTwoLines(copy.run("client", "list", passphrase=NEW), 4)

    def test_attack_37_no_change_without_the_old_passphrase(self):
        """Attack 37: an open session is not enough; a wrong word and no word change nothing."""
        vault = Vault.at(self, "new").open()
        words = Passphrase.arguments
        self.assertTwoLines(vault.run(*words, stdin=f"{PASSPHRASE}\nshort\n"), 1)
        self.assertTwoLines(vault.run(*words, stdin=f"not this one\n{NEW}\n"), 4)
        self.assertTwoLines(vault.run(*words[:2]), 64)
        self.assertNotIn("passphrase.change", vault.acts())
        self.assertEqual(Passphrase().found(vault), [True, False])


if __name__ == "__main__":
    unittest.main()
