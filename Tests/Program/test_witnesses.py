"""Witnesses on another machine: a second home that never sees a vault, and a stick between them."""

import base64
import hashlib
import os
import re
import shutil
import struct
import unittest

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from terminal_screen import Screen
from vault_program import Vault
from vault_test_case import VaultTestCase


def confirmed(note, key):
    """C2SP tlog-cosignature, checked without the program: the time, or None."""
    name, number, encoded = key.split("+", 2)
    public = base64.b64decode(encoded)
    assert public[:1] == b"\4" and len(public) == 33
    identity = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
    assert identity.hex() == number
    body, _, lines = note.rpartition("\n\n")
    for line in lines.splitlines():
        dash, signer, blob = line.split(" ")
        blob = base64.b64decode(blob)
        if dash == "\u2014" and signer == name and blob[:4] == identity:
            time = struct.unpack(">Q", blob[4:12])[0]
            message = f"cosignature/v1\ntime {time}\n{body}\n".encode()
            try:
                Ed25519PublicKey.from_public_bytes(public[1:]).verify(blob[12:], message)
            except InvalidSignature:
                return None
            return time
    return None


class WitnessTestCase(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "client").open()
        self.stick = self.vault.folder / "stick"
        self.stick.mkdir()
        self.witness = self.machine()
        self.key = self.witness.json("witness", "init", "dr-lee")["key"]

    def machine(self):
        """A computer of somebody who has no vault."""
        machine = Vault(self)
        machine.environment.pop("VAULT_FILE")
        return machine

    def write(self, *words, vault=None, stick=None):
        return (vault or self.vault).json("audit", "checkpoint", "--to", stick or self.stick, *words)

    def visit(self, *words, witness=None, stick=None, **options):
        return (witness or self.witness).run(
            "witness", "check", stick or self.stick, *words, **options)

    def first_visit(self):
        written = self.write()
        self.visit("--fingerprint", written["fingerprint"], check=0)
        return written

    def cosigned(self, stick=None):
        return sorted((stick or self.stick).glob("*.cosigned"))

    def work(self, count=3, vault=None):
        for _ in range(count):
            (vault or self.vault).ok("client", "show", "C1")


class Visits(WitnessTestCase):
    def test_the_first_visit_pins_the_key_and_confirms(self):
        written = self.write()
        self.assertEqual(written["proofsSince"], [])
        self.assertEqual(
            written["fingerprint"].replace(" ", ""),
            hashlib.sha256(written["key"].encode()).hexdigest()[:32])
        # Without a terminal and without the paper nothing is trusted.
        self.assertTwoLines(self.visit(), 8)
        # Digits that are another key's are more than a missing confirmation.
        self.assertTwoLines(self.visit("--fingerprint", "0000 " + written["fingerprint"][5:]), 5)
        self.assertEqual(self.cosigned(), [])
        result = self.visit("--fingerprint", written["fingerprint"], "--json", check=0)
        note = self.cosigned()[0].read_text()
        self.assertTrue(note.startswith((self.stick / written["file"]).read_text()))
        self.assertIsNotNone(confirmed(note, self.key))
        self.assertIn(f'"entries" : {written["entries"]}', result.out)
        # The same once more is no contradiction.
        self.assertIn("Still the", self.visit(check=0).out)
        self.assertEqual(len(self.cosigned()), 1)

    def test_at_a_terminal_the_fingerprint_is_compared(self):
        written = self.write()
        for answer, code in (("no", 8), ("", 8), ("yes", 0)):
            screen = Screen(self.witness, "witness", "check", str(self.stick))
            self.assertEqual(screen.answer({"paper": answer}), code, screen.text)
            self.assertIn(written["fingerprint"], screen.text)
            self.assertIn(written["key"], screen.text.replace("\r\n", "").replace("\n", ""))

    def test_a_later_visit_continues_the_first_one(self):
        first = self.first_visit()
        self.vault.ok("audit", "cosigned", self.stick, "--key", self.key)
        self.work()
        second = self.write()
        self.assertIn(first["entries"], second["proofsSince"])
        result = self.visit(check=0)
        self.assertIn(f"they begin with the {first['entries']} you confirmed", result.out)
        self.assertEqual(len(self.cosigned()), 2)
        self.vault.ok("audit", "cosigned", self.stick)
        rows = self.vault.json("audit", "witnesses")
        self.assertEqual([row["entries"] for row in rows], [first["entries"], second["entries"]])
        self.assertEqual({row["key"] for row in rows}, {self.key})
        self.assertIn("dr-lee", self.vault.ok("audit", "witnesses").out)
        shown = self.witness.json("witness", "show")
        self.assertEqual(shown["vaults"][0]["entries"], second["entries"])
        acts = self.vault.acts()
        self.assertEqual(acts.count("witness.record"), 2)
        self.assertVerifies(self.vault)

    def test_another_stick_needs_to_know_from_where(self):
        first = self.first_visit()
        self.work()
        other = self.vault.folder / "other"
        other.mkdir()
        self.write(stick=other)
        result = self.visit(stick=other)
        self.assertTwoLines(result, 1)
        self.assertIn(f"--since {first['entries']}", result.err)
        self.write("--since", str(first["entries"]), stick=other)
        # What was signed then goes along, so that a fork would show.
        self.assertEqual((other / first["file"]).read_text(),
                         (self.stick / first["file"]).read_text())
        self.visit(stick=other, check=0)
        self.assertTwoLines(self.vault.run(
            "audit", "checkpoint", "--to", other, "--since", "999999"), 64)

    def test_two_witnesses_on_one_stick(self):
        written = self.write()
        other = self.machine()
        other_key = other.json("witness", "init", "prof-kim")["key"]
        for witness in (self.witness, other):
            self.visit("--fingerprint", written["fingerprint"], witness=witness, check=0)
        self.assertEqual(len(self.cosigned()), 2)
        taken = self.vault.json("audit", "cosigned", self.stick, "--key", self.key)
        self.assertEqual([each["witness"] for each in taken], ["dr-lee"])
        taken = self.vault.json("audit", "cosigned", self.stick, "--key", other_key)
        self.assertEqual([each["witness"] for each in taken], ["prof-kim"])
        self.assertEqual(self.vault.json("audit", "cosigned", self.stick), [])

    def test_an_export_is_a_checkpoint_too(self):
        vault = Vault.at(self, "signed").open()
        stick = vault.folder / "stick"
        stick.mkdir()
        vault.ok("export", "D1", "--to", "stick", export_passphrase="two invented otters")
        self.assertTwoLines(self.visit(stick=stick), 1)
        written = self.write(vault=vault, stick=vault.folder)
        self.assertTwoLines(self.visit("--key", written["key"], stick=stick), 8)
        self.visit("--key", written["key"], "--fingerprint", written["fingerprint"], stick=stick,
                   check=0)
        self.assertIsNotNone(confirmed(self.cosigned(stick)[0].read_text(), self.key))

    def test_nothing_is_said_to_be_confirmed_before_it_is(self):
        self.assertIn("Nobody outside has confirmed this trail.",
                      self.vault.ok("audit", "witnesses").out)
        self.assertEqual(self.vault.json("audit", "witnesses"), [])
        self.assertTwoLines(self.vault.run("audit", "cosigned", self.stick), 1)
        self.assertTwoLines(self.visit(), 1)

    def test_the_key_is_made_once_and_is_the_witnesss_alone(self):
        for path in (self.witness.state / "vault" / "witness").iterdir():
            self.assertEqual(path.stat().st_mode & 0o777, 0o600, path)
        result = self.witness.run("witness", "init", "somebody-else")
        self.assertTwoLines(result, 1)
        self.assertEqual(self.witness.json("witness", "show")["key"], self.key)
        for name in ("dr lee", "dr+lee", "", "dr\u00e9"):
            self.assertEqual(self.machine().run("witness", "init", name).code, 64)
        for words in (("show",), ("check", self.stick)):
            self.assertTwoLines(self.machine().run("witness", *words), 1)


class Contradictions(WitnessTestCase):
    """What a witness is there for; nothing of it is confirmed."""

    def refused(self, code, words, stick=None, witness=None):
        before = [path.name for path in self.cosigned(stick)]
        seen = (witness or self.witness).json("witness", "show")
        result = self.visit(stick=stick, witness=witness)
        self.assertTwoLines(result, code)
        self.assertIn(words, result.err)
        self.assertEqual([path.name for path in self.cosigned(stick)], before)
        self.assertEqual((witness or self.witness).json("witness", "show"), seen)

    def fork(self):
        """The vault and its memory as they were, to go on from in another way."""
        self.vault.ok("lock")
        other = self.vault.copy(self)
        self.vault.open()
        (other.folder / "stick").mkdir()
        return other.open()

    def test_an_older_copy(self):
        other = self.fork()
        self.work(9)
        self.first_visit()
        self.write(vault=other, stick=other.folder / "stick")
        self.refused(6, "you confirmed", stick=other.folder / "stick")

    def test_after_an_honest_restore_the_witness_starts_anew_and_says_so(self):
        other = self.fork()
        self.work(9)
        first = self.first_visit()
        stick = other.folder / "stick"
        self.write(vault=other, stick=stick)
        self.refused(6, "you confirmed", stick=stick)
        name = self.witness.json("witness", "show")["vaults"][0]["vault"]
        for words, code in [(["vault-", "--reason", " "], 64), (["vault-"], 64),
                            (["nobody", "--reason", "lost"], 1)]:
            self.assertEqual(self.witness.run("witness", "forget", *words).code, code)
        self.refused(6, "you confirmed", stick=stick)
        reason = "the disk failed in May"
        self.witness.ok("witness", "forget", name[:20], "--reason", reason)
        # The key is the one of the first visit: it need not be compared again.
        self.assertIn("Anew", self.visit(stick=stick, check=0).out)
        shown = self.witness.json("witness", "show")
        aside, = shown["setAside"]
        self.assertEqual((aside["vault"], aside["entries"], aside["reason"]),
                         (name, first["entries"], reason))
        self.assertIn(reason, self.witness.ok("witness", "show").out)
        self.assertEqual(self.visit(stick=self.stick).code, 1)

    def test_a_fork_of_the_same_length_and_a_longer_one(self):
        other = self.fork()
        written = self.first_visit()
        while self.write(vault=other, stick=other.folder / "stick")["entries"] < written["entries"]:
            pass
        self.refused(6, "two different ones", stick=other.folder / "stick")
        self.work(5, vault=other)
        self.write("--since", str(written["entries"]), vault=other, stick=other.folder / "stick")
        self.refused(6, "two different ones", stick=other.folder / "stick")
        # With only its newest checkpoint there is no proof from what was confirmed.
        bare = other.folder / "bare"
        bare.mkdir()
        newest = self.write(
            "--since", str(written["entries"]), vault=other, stick=bare)
        for path in bare.glob("*.checkpoint"):
            if path.name != newest["file"]:
                path.unlink()
        self.refused(5, "does not lead", stick=bare)

    def test_the_owner_is_told_of_a_fork_that_a_witness_confirmed(self):
        other = self.fork()
        written = self.write(vault=other, stick=other.folder / "stick")
        self.visit("--fingerprint", written["fingerprint"], stick=other.folder / "stick", check=0)
        self.work(9)
        for path in (other.folder / "stick").glob("*.cosigned"):
            result = self.vault.run("audit", "cosigned", path, "--key", self.key)
            self.assertTwoLines(result, 6)
        self.assertEqual(self.vault.json("audit", "witnesses"), [])

    def test_a_proof_that_was_cut_off_or_changed(self):
        self.first_visit()
        self.work()
        self.write()
        proof = next(self.stick.glob("*.proof"))
        whole = proof.read_text()
        lines = whole.splitlines(keepends=True)
        for changed, code in [
                (whole[:-20], 5), (whole[:40], 5), ("", 5), (lines[0] + "".join(lines[2:]), 5),
                (lines[0] + lines[1] + "".join(lines[1:]), 5),
                (whole.replace("old ", "old 1"), 1)]:
            proof.write_text(changed)
            self.refused(code, "")
        proof.write_text(whole)
        self.visit(check=0)

    def test_a_checkpoint_that_was_changed(self):
        self.first_visit()
        self.work()
        path = self.stick / self.write()["file"]
        whole = path.read_text()
        path.write_text(re.sub(r"\n\d+\n", "\n99999\n", whole, count=1))
        self.refused(5, "not valid")
        path.write_text(whole)
        self.visit(check=0)

    def test_a_forged_key_of_the_same_name(self):
        """Attack 43: the same name, another key; of the vault, and of the witness."""
        written = self.first_visit()
        forger = self.machine()
        forged = forger.json("witness", "init", "dr-lee")["key"]
        self.assertNotEqual(forged, self.key)
        self.visit("--fingerprint", written["fingerprint"], witness=forger, check=0)
        mine = self.cosigned()[0].name
        for path in self.cosigned():
            if self.key.split("+")[1] in path.name:
                mine = path
        theirs = next(path for path in self.cosigned() if path != mine)
        result = self.vault.run("audit", "cosigned", theirs, "--key", self.key)
        self.assertTwoLines(result, 5)
        self.vault.ok("audit", "cosigned", mine, "--key", self.key)
        self.assertTwoLines(self.vault.run("audit", "cosigned", theirs), 5)
        self.assertEqual(len(self.vault.json("audit", "witnesses")), 1)
        # A stick that brings another key under the vault's name changes nothing.
        key = next(self.stick.glob("*.key"))
        name, _, rest = written["key"].partition("+")
        other = bytes([1]) + hashlib.sha256(rest.encode()).digest()
        number = hashlib.sha256(name.encode() + b"\n" + other).hexdigest()[:8]
        fake = f"{name}+{number}+{base64.b64encode(other).decode()}"
        key.write_text(fake + "\n")
        self.visit(check=0)
        self.assertTwoLines(self.visit("--key", fake), 5)

    def test_a_confirmation_that_was_changed(self):
        self.first_visit()
        path = self.cosigned()[0]
        whole = path.read_text()
        for changed in (whole[:-10] + "\n", whole[:-40] + whole[-40:].swapcase(),
                        whole + "\n", whole.replace("dr-lee", "dr-leo"),
                        re.sub(r"\n\d+\n", "\n1\n", whole, count=1), whole * 20, ""):
            path.write_text(changed)
            result = self.vault.run("audit", "cosigned", path, "--key", self.key)
            self.assertTwoLines(result, 5)
        path.unlink()
        self.assertTwoLines(self.vault.run("audit", "cosigned", path, "--key", self.key), 1)
        self.assertEqual(self.vault.json("audit", "witnesses"), [])

    def test_a_full_or_closed_stick_loses_nothing(self):
        written = self.write()
        (self.stick / f"{written['file'][:-11]}-{self.key.split('+')[1]}.cosigned").mkdir()
        result = self.visit("--fingerprint", written["fingerprint"])
        self.assertTwoLines(result)
        self.assertNotEqual(result.code, 0)
        shutil.rmtree(next(self.stick.glob("*.cosigned")))
        self.visit(check=0)
        self.assertEqual(len(self.cosigned()), 1)
        self.assertTwoLines(self.visit(stick=self.stick / "nowhere"), 1)
        # What can be no checkpoint is left alone, as on any stick.
        os.symlink("/etc/passwd", self.stick / "x.checkpoint")
        (self.stick / "trail-x.proof").mkdir()
        self.visit(check=0)


if __name__ == "__main__":
    unittest.main()
