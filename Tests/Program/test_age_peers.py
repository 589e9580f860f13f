"""What other implementations of age made, opened with `vault unseal`: the age program of the
system and PyPI's pyrage, which is written in Rust. Sizes lie around the edges of chunks."""

import os
import random
import shutil
import subprocess
import sys
import unittest

from vault_program import REPOSITORY, Vault
from vault_test_case import VaultTestCase

sys.path.append(str(REPOSITORY / ".build/python"))

try:
    import pexpect
    import pyrage
except ImportError:
    pexpect = pyrage = None

PASSWORD = "for the reader only, Bäume"
EDGES = [0, 1, 65535, 65536, 65537, 131072]
# The same in every run; some are more than one batch of chunks.
SIZES = EDGES + [random.Random(number).randrange(3 << 20) for number in range(6)] + [3 << 20]


@unittest.skipUnless(shutil.which("age") and pyrage, "age, python3-pexpect or pyrage is missing")
class AgePeers(VaultTestCase):
    def setUp(self):
        self.vault = Vault(self)
        self.folder = self.vault.folder
        subprocess.run(["age-keygen", "-o", self.folder / "key.txt"], check=True,
                       capture_output=True)
        self.recipient = self.recipient_of(self.folder / "key.txt")

    @staticmethod
    def recipient_of(key):
        return subprocess.run(["age-keygen", "-y", key], check=True, capture_output=True,
                              text=True).stdout.strip()

    def opened(self, sealed, *words, **options):
        """What unseal makes of `letter.age`, in a folder of its own."""
        (self.folder / "letter.age").write_bytes(sealed)
        shutil.rmtree(self.folder / "opened", ignore_errors=True)
        (self.folder / "opened").mkdir()
        result = self.vault.run("unseal", "letter.age", "--to", "opened", *words, **options)
        files = {path.name: path.read_bytes() for path in (self.folder / "opened").iterdir()}
        return result, files

    def assertOpens(self, plain, sealed, *words, **options):
        result, files = self.opened(sealed, *words, **options)
        self.assertEqual(result.code, 0, result)
        self.assertEqual(list(files), ["letter"])
        self.assertTrue(files["letter"] == plain, f"{len(plain)} bytes came out differently")

    def age(self, plain, *words):
        return subprocess.run(["age", *map(str, words)], input=plain, check=True,
                              capture_output=True).stdout

    def age_with_passphrase(self, plain, *words):
        """age reads passphrases from a terminal and nowhere else."""
        (self.folder / "plain").write_bytes(plain)
        target = self.folder / "by-passphrase.age"
        child = pexpect.spawn("age", ["-p", *words, "-o", str(target), str(self.folder / "plain")],
                              timeout=120, echo=False)
        for prompt in ("passphrase", "onfirm"):
            child.expect(prompt)
            child.sendline(PASSWORD)
        child.expect(pexpect.EOF)
        child.close()
        self.assertEqual(child.exitstatus, 0, child.before)
        return target.read_bytes()

    def others(self, count):
        for number in range(count):
            key = self.folder / f"other-{number}.txt"
            subprocess.run(["age-keygen", "-o", key], check=True, capture_output=True)
        return [self.recipient_of(self.folder / f"other-{number}.txt") for number in range(count)]

    def test_unseal_opens_what_age_made_for_its_key(self):
        for size in SIZES:
            for armor in ([], ["-a"]):
                with self.subTest(size=size, armor=armor):
                    plain = os.urandom(size)
                    sealed = self.age(plain, *armor, "-r", self.recipient)
                    self.assertOpens(plain, sealed, "--identity", "key.txt")

    def test_unseal_opens_what_the_rust_implementation_made_for_its_key(self):
        key = pyrage.x25519.Recipient.from_str(self.recipient)
        for size in SIZES:
            for armored in (False, True):
                with self.subTest(size=size, armored=armored):
                    plain = os.urandom(size)
                    sealed = pyrage.encrypt(plain, [key], armored=armored)
                    self.assertOpens(plain, sealed, "--identity", "key.txt")

    def test_every_one_of_several_recipients_opens_it_and_nobody_else(self):
        plain = os.urandom(100_000)
        others = self.others(3)
        recipients = [others[0], self.recipient, others[1]]
        by_age = self.age(plain, *(word for each in recipients for word in ("-r", each)))
        by_rust = pyrage.encrypt(
            plain, [pyrage.x25519.Recipient.from_str(each) for each in recipients])
        for sealed in (by_age, by_rust):
            for key in ("other-0.txt", "key.txt", "other-1.txt"):
                self.assertOpens(plain, sealed, "--identity", key)
            result, files = self.opened(sealed, "--identity", "other-2.txt")
            self.assertTwoLines(result, code=4)
            self.assertEqual(files, {})

    def test_unseal_opens_what_was_locked_with_a_passphrase(self):
        for size, armor in ((0, []), (65537, []), (200_001, ["-a"])):
            with self.subTest(size=size):
                plain = os.urandom(size)
                self.assertOpens(
                    plain, self.age_with_passphrase(plain, *armor), passphrase=PASSWORD)
        plain = os.urandom(131072)
        self.assertOpens(
            plain, pyrage.passphrase.encrypt(plain, PASSWORD), passphrase=PASSWORD)
        result, files = self.opened(self.age_with_passphrase(plain), passphrase=PASSWORD + " ")
        self.assertTwoLines(result, code=4)
        self.assertEqual(files, {})

    def test_a_cut_or_longer_file_of_others_leaves_nothing(self):
        """Attack 33: cut at each chunk's edge and inside, chunks swapped, something behind."""
        chunk = 65536 + 16
        sealed = self.age(os.urandom(40 * 65536 + 7), "-r", self.recipient)
        start = sealed.index(b"\n--- ") + 1 + 48 + 16
        cuts = [sealed[:start + number * chunk + more] for number in (0, 1, 2, 31, 32, 33, 40)
                for more in (0, 1, 16, 17)]
        first, second = sealed[start:start + chunk], sealed[start + chunk:start + 2 * chunk]
        others = [sealed + b"\n", sealed + sealed,
                  sealed[:start] + second + first + sealed[start + 2 * chunk:]]
        self.assertEqual(self.opened(sealed, "--identity", "key.txt")[0].code, 0)
        for changed in cuts + others:
            result, files = self.opened(changed, "--identity", "key.txt")
            self.assertTwoLines(result, code=5)
            self.assertEqual(files, {}, len(changed))


if __name__ == "__main__":
    unittest.main()
