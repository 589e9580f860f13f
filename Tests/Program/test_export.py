"""What leaves on the stick: age and tar open it, a second verifier agrees, hostile files fail."""

import base64
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import second_opinion
from vault_program import PROGRAM, Vault
from vault_test_case import VaultTestCase

try:
    import pexpect
except ImportError:
    pexpect = None

PASSWORD = "for the reader only"
SIZES = [0, 1, 65535, 65536, 65537]
if os.environ.get("VAULT_AGE_SIZES"):
    SIZES.append(1 << 30)
MOST_MEMORY = 50 << 20
MEASURED = pathlib.Path(__file__).with_name("measured.py")


class ForTheClass:
    def __init__(self, owner):
        self.addCleanup = owner.addClassCleanup


@unittest.skipUnless(shutil.which("age") and pexpect, "age or python3-pexpect is not installed")
class Export(VaultTestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = Vault.at(ForTheClass(cls), "signed").open()
        folder = cls.folder = cls.shared.folder
        subprocess.run(["age-keygen", "-o", folder / "key.txt"], check=True, capture_output=True)
        cls.recipient = (folder / "key.txt").read_text().split("public key: ")[1].split()[0]
        for name, words, options in [
                ("stick", ["--recipient", cls.recipient], {}),
                ("locked", [], {"export_passphrase": PASSWORD})]:
            (folder / name).mkdir()
            cls.shared.ok("export", "D1", "--to", name, *words, **options)
        cls.file = next((folder / "stick").glob("*.tar.age"))
        cls.locked = next((folder / "locked").glob("*.tar.age"))
        cls.opened = folder / "opened"
        cls.opened.mkdir()
        cls.unpack(cls.file, cls.opened)
        cls.key = (cls.opened / "key.txt").read_text()

    @classmethod
    def unpack(cls, file, target):
        plain = subprocess.run(["age", "-d", "-i", cls.folder / "key.txt", file],
                               check=True, capture_output=True).stdout
        subprocess.run(["tar", "xf", "-"], input=plain, cwd=target, check=True)

    def place(self, name):
        return pathlib.Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.folder))

    def at_terminal(self, words, answers):
        child = pexpect.spawn(words[0], [str(each) for each in words[1:]], timeout=120)
        for prompt in answers:
            child.expect(prompt)
            child.sendline(PASSWORD)
        child.expect(pexpect.EOF)
        child.close()
        self.assertEqual(child.exitstatus, 0, child.before)

    def test_age_tar_and_sha256sum_open_it(self):
        words = ["sha256sum", "-c", "--strict", "MANIFEST"]
        listed = subprocess.run(words, cwd=self.opened, capture_output=True, text=True)
        self.assertEqual(listed.returncode, 0, listed)
        self.assertEqual(len(listed.stdout.splitlines()), len(list(self.opened.iterdir())) - 2)
        self.assertEqual((self.opened / "document.txt").read_text().rstrip("\n"),
                         self.shared.ok("show", "D1").out.rstrip("\n"))

    def test_age_opens_it_with_the_passphrase(self):
        plain = self.place("plain") / "export.tar"
        self.at_terminal(["age", "-d", "-o", plain, self.locked], ["passphrase"])
        names = subprocess.run(["tar", "tf", plain], capture_output=True, text=True, check=True)
        self.assertIn("document.txt", names.stdout.split())

    def test_unseal_opens_it_without_a_vault(self):
        for file, words, options in [(self.locked, [], {"passphrase": PASSWORD}),
                                     (self.file, ["--identity", "key.txt"], {})]:
            target = self.place("target-" + file.parent.name)
            environment = {"VAULT_FILE": "/nowhere", "HOME": "/nowhere"}
            opened = self.shared.json("unseal", file, "--to", target, *words,
                                      environment=environment, **options)
            self.assertTrue(opened["complete"] and opened["signed"] and opened["inTrail"])
            self.assertEqual(opened["key"], self.key.strip())

    def test_unseal_opens_what_age_made(self):
        for size in SIZES:
            with self.subTest(size):
                place = self.place(f"made{size}")
                plain, sealed = place / "plain", place / "letter.age"
                with open(plain, "wb") as file:
                    for start in range(0, size, 1 << 24):
                        file.write(os.urandom(min(1 << 24, size - start)))
                subprocess.run(["age", "-r", self.recipient, "-o", sealed, plain], check=True)
                self.shared.ok("unseal", sealed, "--to", place, "--identity", "key.txt")
                subprocess.run(["cmp", plain, place / "letter"], check=True)
        place = self.place("passphrase")
        (place / "plain").write_text("a letter")
        self.at_terminal(["age", "-p", "-o", place / "letter.age", place / "plain"],
                         ["passphrase", "onfirm"])
        self.shared.ok("unseal", place / "letter.age", "--to", place, passphrase=PASSWORD)
        self.assertEqual((place / "letter").read_text(), "a letter")

    def measured(self, file, passphrase=None):
        """Runs unseal on a hostile file: its exit code and the most memory it ever had."""
        target = self.place("hostile")
        words = [sys.executable, MEASURED, PROGRAM, "unseal", str(file), "--to", str(target)]
        reader, writer = os.pipe()
        os.write(writer, (passphrase or "").encode() + b"\n")
        os.close(writer)
        words += ["--identity", "key.txt"] if passphrase is None else [
            "--passphrase-fd", str(reader)]
        ended = subprocess.run(words, pass_fds=[reader], capture_output=True, text=True,
                               env=self.shared.environment, start_new_session=True,
                               cwd=self.folder)
        os.close(reader)
        self.assertEqual(list(target.iterdir()), [], "something was released")
        self.assertEqual(ended.stderr.count("vault: "), 2, ended)
        return ended.returncode, int(ended.stdout.split()[-1]) << 10

    def test_attack_12_absurd_work_is_refused_before_it_begins(self):
        """Attack 12: scrypt work factors of a hostile file; memory is measured, not assumed."""
        most, path = 0, self.folder / "hostile.age"
        salt, body = (base64.b64encode(bytes(size)).rstrip(b"=") for size in (16, 32))
        for factor in (21, 22, 30, 40, 63, 64, 99, 2**31, 2**63, 2**64, 10**40):
            path.write_bytes(b"age-encryption.org/v1\n-> scrypt " + salt + b" %d\n" % factor + body
                             + b"\n--- " + body + b"\n" + bytes(100))
            code, memory = self.measured(path, passphrase=PASSWORD)
            most = max(most, memory)
            self.assertEqual(code, 5, factor)
            self.assertLess(memory, MOST_MEMORY, factor)
        print(f"\n    most memory for a hostile file: {most >> 20} MiB", file=sys.stderr)

    def test_attack_33_cut_and_changed_files_release_nothing(self):
        """Attack 33: cut anywhere or one byte changed: refused, and no file with its final name."""
        whole, path = self.file.read_bytes(), self.folder / "damaged.age"
        header = whole.index(b"\n---") + 48
        places = sorted({*range(0, header, 23), *range(header, len(whole), len(whole) // 12)})
        for place in places:
            path.write_bytes(whole[:place])
            self.assertIn(self.measured(path)[0], (4, 5), f"cut at {place}")
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1:])
            code, memory = self.measured(path)
            self.assertIn(code, (4, 5), f"changed at {place}")
            self.assertLess(memory, MOST_MEMORY)
        path.write_bytes(whole + b"more")
        self.assertEqual(self.measured(path)[0], 5)

    def opinion(self, folder, key=None):
        words = [sys.executable, second_opinion.__file__, folder, key or self.key]
        return subprocess.run(words, capture_output=True, text=True)

    def test_a_second_verifier_agrees(self):
        result = self.opinion(self.opened)
        self.assertEqual((result.returncode, result.stdout), (0, "Everything holds.\n"), result)

    def test_a_second_verifier_and_unseal_see_every_change(self):
        """The manifest is made to fit again, so that only signature and proof can tell."""
        for name in ("document.txt", "document.json", "document.signature", "proof.txt",
                     "checkpoint.txt", "key.txt", "MANIFEST"):
            with self.subTest(name):
                path = shutil.copytree(self.opened, self.place("forged") / "files")
                content = bytearray((path / name).read_bytes())
                content[len(content) // 2] = 65 + (content[len(content) // 2] - 64) % 26
                (path / name).write_bytes(content)
                if name != "MANIFEST":
                    lines = (self.opened / "MANIFEST").read_text().splitlines()
                    order = [line[66:] for line in lines]
                    sums = subprocess.run(["sha256sum", *order], cwd=path, capture_output=True)
                    (path / "MANIFEST").write_bytes(sums.stdout)
                if name != "key.txt":
                    self.assertEqual(self.opinion(path).returncode, 5)
                self.assertEqual(self.unsealed_again(path), 5)

    def unsealed_again(self, path):
        names = sorted(os.listdir(path))
        tar = subprocess.run(["tar", "cf", "-", "--format=ustar", *names], cwd=path, check=True,
                             capture_output=True).stdout
        sealed = path.with_suffix(".tar.age")
        subprocess.run(["age", "-r", self.recipient, "-o", sealed], input=tar, check=True)
        return self.shared.run("unseal", sealed, "--to", self.place("again"), "--identity",
                               "key.txt").code

    def test_the_second_verifier_believes_only_the_key_on_paper(self):
        made = Vault(self).ok("init", "--from", "practice.txt", passphrase=PASSWORD).out
        self.assertEqual(self.opinion(self.opened, made.split()[-1]).returncode, 5)


if __name__ == "__main__":
    unittest.main()
