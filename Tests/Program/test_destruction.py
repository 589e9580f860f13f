"""A client's record destroyed at the end of its time: gone from the file, told by a certificate."""

import concurrent.futures
import hashlib
import json
import sqlite3
import subprocess
import sys
import unittest

import pathlib

import pexpect

from test_crashes import READER
from test_handing_over import ACCESS, DOCTOR, TREATMENT
from test_leaving import empty, leave
from vault_program import PASSPHRASE, REPOSITORY, Vault
from vault_test_case import VaultTestCase

sys.path.insert(0, str(REPOSITORY / "Tests/Verifier"))
from trails import Trail  # noqa: E402

CLIENT = "name: {name}\nborn: 1970-02-03\npayer: self-pay\n"
SESSION = """date: {day}
start: 10:00
stop: 10:50
type: individual
participants: client
place: 11
code: 90834
"""


class Destruction(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "new").open()
        self.vault.ok("practice", "edit", "--from", "-", stdin="jurisdiction: CA\n")
        self.stick = self.vault.folder / "stick"
        self.stick.mkdir()

    def add(self, name, day):
        client = self.vault.ok("client", "add", "--from", "-", "--no-input",
                               stdin=CLIENT.format(name=name)).out.split()[1]
        self.vault.ok("session", "add", client, "--from", "-", "--no-input",
                      stdin=SESSION.format(day=day))
        self.vault.ok("jot", client, stdin=f"{name} ct rpts kestrel dreams\n")
        self.vault.ok("client", "discharge", client, "--from", "-",
                      stdin=f"closed: {day}\nclosed-reason: goals-met\n")
        return client

    def destroy(self, client, *more, confirm=None, passphrase=PASSPHRASE, code=0):
        return self.vault.run(
            "client", "destroy", client, *more, "--confirm", confirm or client,
            passphrase=passphrase, check=code)

    def envelopes(self, number):
        """Salt and commitment of everything that is sealed for the client added as this one."""
        with sqlite3.connect(self.vault.file) as file:
            owner, = file.execute(
                "SELECT owner FROM owner_key ORDER BY sequence LIMIT 1 OFFSET ?",
                (number - 1,)).fetchone()
            rows = file.execute(
                "SELECT sealed FROM owner_key WHERE owner = :o UNION ALL "
                "SELECT header FROM revision WHERE owner = :o UNION ALL SELECT sealed FROM body "
                "WHERE sequence IN (SELECT sequence FROM revision WHERE owner = :o)",
                {"o": owner}).fetchall()
        return [row[0][:57] for row in rows]

    def test_attack_28_no_envelope_is_left_and_all_else_is(self):
        """Attack 28: the file lacks every envelope of hers, verifies, and goes on."""
        due, other = self.add("Ada Invented", "2010-03-04"), self.add("Bea Invented", "2024-03-04")
        gone, kept = self.envelopes(1), self.envelopes(2)
        self.assertGreaterEqual(len(gone), 8)
        before = self.vault.file.read_bytes()
        self.assertTrue(all(each in before for each in gone + kept))
        result = self.destroy(due)
        for words in ("client files", "sessions", "jottings", "ca-boards", "Backups and exports"):
            self.assertIn(words, result.out)
        after = self.vault.file.read_bytes()
        self.assertFalse([each for each in gone if each in after])
        self.assertFalse([each for each in kept if each not in after])
        for path in self.vault.state.rglob("*"):
            if path.is_file():
                self.assertFalse([each for each in gone if each in path.read_bytes()])
        self.assertVerifies(self.vault)
        shown = [row["client"] for row in self.vault.json("client", "list", "--all")]
        self.assertEqual(shown, [other])
        self.assertEqual(len(self.vault.json("search", "kestrel")), 1)
        self.assertTwoLines(self.vault.run("client", "show", due), 1)
        self.assertEqual(self.add("Cleo Invented", "2024-03-04"), "C3")
        self.assertVerifies(self.vault)
        told = json.dumps(self.vault.entries())
        for word in ("Ada", "Invented", "kestrel"):
            self.assertNotIn(word, told)

    def test_only_what_may_go_and_only_twice_confirmed(self):
        young = self.add("Bea Invented", "2024-03-04")
        before = self.vault.file.read_bytes()
        self.assertTwoLines(self.destroy(young, code=8), 8)
        due = self.add("Ada Invented", "2010-03-04")
        refused = self.destroy(due, confirm="C9", code=1)
        self.assertEqual(len(refused.err.splitlines()), 2)
        # An open session is not enough.
        self.assertEqual(self.vault.run("client", "destroy", due, "--confirm", due).code, 64)
        self.vault.ok("client", "hold", due, "--reason", "board complaint")
        held = self.destroy(due, "--reason", "all the same", code=8)
        self.assertTwoLines(held, 8)
        self.assertTwoLines(self.destroy(due, passphrase="not this one", code=4), 4)
        self.assertNotIn("client.destroy", self.vault.acts())
        self.assertGreater(len(self.vault.file.read_bytes()), len(before))
        self.vault.ok("client", "release", due)
        self.destroy(due)
        self.destroy(young, "--reason", "a court's order 17")
        self.assertNotIn("order 17", json.dumps(self.vault.entries()))
        self.assertEqual([row["reason"] if "reason" in row else None
                          for row in self.vault.json("retention", "certificates")],
                         [None, "a court's order 17"])
        self.assertVerifies(self.vault)

    def test_the_certificate_names_what_still_holds_it(self):
        client = self.add("Ada Invented", "2010-03-04")
        self.vault.ok("backup", "--to", "stick")
        self.vault.ok("export", "--everything", "--to", "stick", "--recipient", READER)
        self.destroy(client)
        row, = self.vault.json("retention", "certificates")
        self.assertEqual([each["what"] for each in row["copies"]],
                         ["backup", "export of everything"])
        digests = {subprocess.run(["sha256sum", path], capture_output=True, text=True, check=True)
                   .stdout.split()[0] for path in self.stick.iterdir() if path.suffix != ".html"}
        for copy in row["copies"]:
            self.assertIn(copy["digest"], digests)
        self.assertEqual((row["client"], row["rule"], row["careFrom"]),
                         ("C1", "ca-boards", "2010-03-04"))
        out = self.vault.folder / "printed"
        out.mkdir()
        self.vault.ok("retention", "certificates", "--to", "printed")
        # Its own mark is in the name: after a restore another one may be T1.
        name, = {path.name.partition(".")[0] for path in out.iterdir()}
        self.assertRegex(name, r"^certificate-T1-[0-9a-f]{8}$")
        text = (out / f"{name}.txt").read_text()
        pages = subprocess.run(["pdftotext", "-layout", out / f"{name}.pdf", "-"],
                               capture_output=True, text=True, check=True).stdout
        for shown in (text, pages):
            self.assertIn("ca-boards", shown)
            self.assertIn("what this does not reach", shown.lower())
            self.assertNotIn("Invented", shown)
        signed = (out / f"{name}.signed.txt").read_text()
        self.assertRegex(signed, r"(?m)^— vault-[0-9a-f]{32} ")
        self.assertRegex(signed, r"(?m)^rows [\d -]+$")
        self.checked_without_a_vault(out / f"{name}.signed.txt")

    def checked_without_a_vault(self, file):
        """By a reviewer who has the file and the key on paper, whole and tampered with."""
        self.vault.ok("audit", "export", "--to", "stick")
        trail, = self.stick.glob("trail-*.txt")
        key = trail.read_text().splitlines()[1]
        reviewer = Vault(self)
        reviewer.environment.pop("VAULT_FILE")
        held = reviewer.run("audit", "verify", file, "--key", key)
        self.assertEqual((held.code, held.err), (0, ""))
        self.assertIn("  gone 1 sessions", held.out)
        other = Trail([("vault.create", "z")]).key.decode()
        refused = reviewer.run("audit", "verify", file, "--key", other)
        self.assertEqual(refused.code, 5)
        self.assertIn("not signed with the key that you gave", refused.out)
        self.assertTwoLines(reviewer.run("audit", "verify", file), 5)
        whole = file.read_bytes()
        place = reviewer.folder / "tampered"
        for tampered in (whole.replace(b"gone 1 sessions", b"gone 9 sessions"),
                         whole[:-9] + b"A" + whole[-8:], whole[:40], whole + b"\n", b"", whole * 2,
                         whole.replace(b"gone", b"\x1b[2J"), b"\n" * (1 << 19)):
            self.assertNotEqual(tampered, whole)
            place.write_bytes(tampered)
            refused = reviewer.run("audit", "verify", place, "--key", key)
            self.assertEqual(refused.code, 5, refused)
            self.assertNotIn("gone", refused.out)

    def test_the_certificate_says_who_had_it_and_never_names_the_client(self):
        vault = Vault.at(self, "signed").open()
        (vault.folder / "stick").mkdir()
        vault.ok("correspondent", "add", "--from", "-", "--no-input", stdin=DOCTOR)
        export = ["export", "D1", "--to", "stick", "--from", "-", "--no-input", "--basis"]
        vault.ok(*export, "treatment_506", "--for", "R1", stdin=TREATMENT)
        vault.ok(*export, "individual_524", "--recipient", READER, stdin=ACCESS)
        vault.ok("disclosure", "accounting", "C1", "--to", "stick")
        named = vault.run("client", "destroy", "C1", "--reason", "the wish of EXAMPLE",
                          "--confirm", "C1", passphrase=PASSPHRASE)
        self.assertTwoLines(named, 64)
        vault.ok("client", "destroy", "C1", "--reason", "invented", "--confirm", "C1",
                 passphrase=PASSPHRASE)
        row, = vault.json("retention", "certificates")
        self.assertEqual([each["recipient"] for each in row["copies"]],
                         ["Dr. Invented Reader", "the client", "the client"])
        account, = (vault.folder / "stick").glob("accounting-*.pdf")
        self.assertEqual((row["copies"][-1]["what"], row["copies"][-1]["digest"]), (
            "account of disclosures", hashlib.sha256(account.read_bytes()).hexdigest()))
        vault.ok("retention", "certificates", "--to", ".")
        written = [path.read_text() for path in vault.folder.glob("certificate-T1-*.txt")]
        self.assertEqual(len(written), 2)
        for text in (json.dumps(row), *written):
            self.assertNotIn("Mara", text)
            self.assertNotIn("Example", text)

    def test_a_vault_that_was_taken_over_is_not_forgotten(self):
        """What the earlier vault wrote is named too, and its certificates come along."""
        gone = self.add("Ada Invented", "2010-03-04")
        self.vault.ok("backup", "--to", "stick")
        client = self.add("Bea Invented", "2010-03-04")
        self.vault.ok("backup", "--to", "stick")
        self.destroy(gone)
        file = leave(self.vault)
        self.vault = empty(self)
        self.vault.ok("import", "everything", file, "--identity", "reader.txt")
        self.destroy(client)
        first, second = self.vault.json("retention", "certificates")
        self.assertEqual([first["certificate"], second["certificate"]], ["T1", "T2"])
        self.assertEqual([first["client"], second["client"]], ["C1", "C2"])
        self.assertEqual([(each["what"], "entry" in each) for each in second["copies"]],
                         [("backup", False), ("export of everything", True)])
        self.assertEqual(second["copies"][1]["digest"],
                         hashlib.sha256(file.read_bytes()).hexdigest())
        self.assertEqual(self.add("Cleo Invented", "2010-03-04"), "C3")
        self.assertVerifies(self.vault)

    def test_a_stick_that_still_holds_it_is_named(self):
        client = self.add("Ada Invented", "2010-03-04")
        self.vault.ok("backup", "--to", "stick")
        self.vault.ok("export", "--everything", "--to", "stick", "--recipient", READER)
        self.assertNotIn("may still hold", self.vault.ok("verify", "stick").out)
        self.destroy(client)
        self.add("Bea Invented", "2024-03-04")
        self.vault.ok("backup", "--to", "stick")
        files = {each["name"]: each["words"]
                 for each in self.vault.json("verify", "stick")["files"]}
        told = [name for name, words in files.items()
                if "It may still hold C1, destroyed in the vault." in words]
        self.assertEqual(len(told), 2, files)
        self.assertEqual({name.split("-")[0] for name in told}, {"backup", "export"})
        self.assertEqual(sum(name.endswith(".vault") for name in files), 2)

    def test_attack_24_twice_at_once(self):
        """Attack 24: one certificate; whoever came too late is told."""
        client = self.add("Ada Invented", "2010-03-04")
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            results = list(pool.map(lambda _: self.vault.run(
                "client", "destroy", client, "--confirm", client, passphrase=PASSPHRASE),
                range(4)))
        self.assertEqual(sorted(each.code for each in results), [0, 1, 1, 1], results)
        for each in results:
            if each.code:
                self.assertTwoLines(each, 1)
        self.assertEqual(self.vault.acts().count("client.destroy"), 1)
        self.assertEqual(len(self.vault.json("retention", "certificates")), 1)
        self.assertVerifies(self.vault)

    def test_attack_24_while_others_write(self):
        """Attack 24: what was told to be kept is in the file that took the other's place."""
        clients = [self.add(f"Ada Invented{number}", "2010-03-04") for number in range(2)]
        other = self.add("Bea Invented", "2024-03-04")

        def jot(number):
            return self.vault.run("jot", other, stdin=f"an invented whimbrel{number}\n").code

        def destroy(client):
            # Refused when somebody wrote in between; then she tries again.
            for tries in range(1, 51):
                result = self.vault.run(
                    "client", "destroy", client, "--confirm", client, passphrase=PASSPHRASE)
                if result.code == 0:
                    return tries
                self.assertEqual(result.code, 1, result)
            return None

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            destroyed = [pool.submit(destroy, client) for client in clients]
            jotted = [pool.submit(jot, number) for number in range(10, 30)]
        self.assertNotIn(None, [each.result() for each in destroyed])
        for number, each in enumerate(jotted, 10):
            found = len(self.vault.json("search", f"whimbrel{number}"))
            # Who was told to wait, because the file was replaced just then, may have it twice.
            self.assertIn((each.result(), found), [(0, 1), (1, 0), (1, 1)])
        self.assertEqual([row["client"] for row in self.vault.json("client", "list", "--all")],
                         [other])
        self.assertVerifies(self.vault)

    def test_attack_46_an_older_backup_does_not_bring_it_back(self):
        """Attack 46: the restored vault destroys it again, and says so."""
        client = self.add("Ada Invented", "2010-03-04")
        other = self.add("Bea Invented", "2024-03-04")
        self.vault.ok("backup", "--to", "stick")
        self.destroy(client)
        backup, = self.stick.glob("backup-*.vault")
        restored = self.vault.ok("restore", backup, "--reason", "restored-backup", "--set-aside",
                                 passphrase=PASSPHRASE)
        self.assertIn("C1 was destroyed before and came back", restored.err)
        self.vault.open()
        self.assertEqual([row["client"] for row in self.vault.json("client", "list", "--all")],
                         [other])
        acts = self.vault.acts()
        self.assertLess(acts.index("vault.restore"), acts.index("client.destroy"))
        row, = self.vault.json("retention", "certificates")
        self.assertIn("came back with a backup", row["reason"])
        # What the first one knew goes on, and its number is given to no other.
        self.assertEqual(row["certificate"], "T2")
        self.assertEqual([copy["what"] for copy in row["copies"]],
                         ["backup", "backup that was brought back"])
        self.assertIn("may still hold C1", self.vault.ok("verify", "stick").out)
        self.assertVerifies(self.vault)

    def test_attack_46_unless_she_says_so(self):
        """Attack 46: destroyed by mistake, it comes back, and the trail says that she wanted it."""
        client = self.add("Ada Invented", "2010-03-04")
        self.vault.ok("backup", "--to", "stick")
        self.destroy(client)
        backup, = self.stick.glob("backup-*.vault")
        restored = self.vault.ok("restore", backup, "--reason", "restored-backup", "--set-aside",
                                 "--keep-destroyed", passphrase=PASSPHRASE)
        self.assertIn("C1 was destroyed before, came back with it, and stays.", restored.err)
        self.vault.open()
        self.assertEqual([row["client"] for row in self.vault.json("client", "list", "--all")],
                         [client])
        self.assertEqual(self.vault.json("retention", "certificates"), [])
        self.assertIn("settings.change", self.vault.acts()[-12:])
        # Destroyed once more, the first certificate's number is not given again.
        self.destroy(client)
        self.assertEqual(self.vault.json("retention", "certificates")[0]["certificate"], "T2")
        self.assertVerifies(self.vault)

    def test_a_damaged_list_keeps_her_from_no_restore(self):
        client = self.add("Ada Invented", "2010-03-04")
        self.vault.ok("backup", "--to", "stick")
        self.destroy(client)
        listed, = pathlib.Path(self.vault.environment["XDG_STATE_HOME"]).glob("vault/*/destroyed")
        listed.write_bytes(b"no list")
        backup, = self.stick.glob("backup-*.vault")
        self.vault.ok("restore", backup, "--reason", "restored-backup", "--set-aside",
                      "--keep-destroyed", passphrase=PASSPHRASE)
        self.assertVerifies(self.vault.open())

    def test_a_damaged_list_is_made_anew_and_told_once(self):
        client = self.add("Ada Invented", "2010-03-04")
        self.vault.ok("backup", "--to", "stick")
        self.destroy(client)
        state = pathlib.Path(self.vault.environment["XDG_STATE_HOME"])
        listed, = state.glob("vault/*/destroyed")
        for damage in (b"", b"no list", listed.read_bytes()[:-1]):
            listed.write_bytes(damage)
            self.assertIn("list of destroyed clients was damaged", self.vault.ok("today").err)
            self.assertEqual(self.vault.ok("today").err, "")
        # As good as the old one: it still knows whom a backup brings back.
        backup, = self.stick.glob("backup-*.vault")
        restored = self.vault.ok("restore", backup, "--reason", "restored-backup", "--set-aside",
                                 passphrase=PASSPHRASE)
        self.assertIn("C1 was destroyed before and came back", restored.err)
        listed.write_bytes(b"no list")
        again = self.vault.ok("restore", backup, "--reason", "restored-backup", "--set-aside",
                              passphrase=PASSPHRASE)
        self.assertIn("list of destroyed clients was damaged", again.err)

    def test_a_list_that_can_not_be_read_just_now_is_left_as_it_is(self):
        client = self.add("Ada Invented", "2010-03-04")
        self.vault.ok("backup", "--to", "stick")
        self.destroy(client)
        state = pathlib.Path(self.vault.environment["XDG_STATE_HOME"])
        listed, = state.glob("vault/*/destroyed")
        whole = listed.rename(self.vault.folder / "aside")
        # No link is followed there, so that opening it fails.
        listed.symlink_to(whole)
        self.assertEqual(self.vault.ok("today").err, "")
        self.assertTrue(listed.is_symlink())
        whole.rename(listed)
        backup, = self.stick.glob("backup-*.vault")
        restored = self.vault.ok("restore", backup, "--reason", "restored-backup", "--set-aside",
                                 passphrase=PASSPHRASE)
        self.assertIn("C1 was destroyed before and came back", restored.err)

    def test_at_the_terminal_it_asks_for_passphrase_and_number(self):
        client = self.add("Ada Invented", "2010-03-04")
        for typed, ends in (("C2", 1), ("c1", 0)):
            child = pexpect.spawn(
                self.vault.program, ["client", "destroy", client], env=self.vault.environment,
                cwd=self.vault.folder, encoding="utf-8", timeout=60)
            child.expect("Passphrase, to destroy C1: ")
            child.sendline(PASSPHRASE)
            child.expect("Type C1 to destroy it for good: ")
            child.sendline(typed)
            child.expect(pexpect.EOF)
            child.close()
            self.assertEqual(child.exitstatus, ends, child.before)
            self.assertEqual("client.destroy" in self.vault.acts(), ends == 0)
        self.assertVerifies(self.vault)


if __name__ == "__main__":
    unittest.main()
