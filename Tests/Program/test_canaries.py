"""Where a client's words may be found: nowhere but where the therapist put them (attack 27).

Every field of a client, a session, a jotting and an edit holds a word that exists nowhere else.
Everything is run, also what fails; then the word is looked for in every place it could have gone.
"""

import os
import pathlib
import random
import re
import shutil
import tempfile
import threading
import time
import unittest

from samples import session_text
from vault_program import Vault
from vault_test_case import VaultTestCase

try:
    import pexpect
except ImportError:
    pexpect = None

WATCHED = "trace=write,pwrite64,writev,pwritev,openat,rename,renameat2,mkdir,symlink,execve"


class Processes(threading.Thread):
    """Reads the words and the surroundings of every process, over and over."""

    def __init__(self, word):
        super().__init__(daemon=True)
        self.word, self.found, self.rounds, self.over = word, [], 0, threading.Event()
        self.start()

    def run(self):
        while not self.over.is_set():
            for process in filter(str.isdigit, os.listdir("/proc")):
                for name in ("cmdline", "environ"):
                    try:
                        text = pathlib.Path(f"/proc/{process}/{name}").read_bytes()
                    except OSError:
                        continue
                    if self.word in text.lower():
                        self.found.append((process, name, text))
            self.rounds += 1
            self.over.wait(0.005)


@unittest.skipUnless(pexpect and shutil.which("strace"), "strace or python3-pexpect is missing")
class Canaries(VaultTestCase):
    def setUp(self):
        self.mark = "zq" + "".join(random.choices("bcdfgjkvx", k=9))
        self.words = [self.mark.encode(), b"1931-02-17", b"f63.81", b"february 17, 1931"]
        self.started = time.time()
        self.logs = pathlib.Path(tempfile.mkdtemp(prefix="watched-"))
        self.addCleanup(shutil.rmtree, self.logs, True)
        self.vault = Vault(self)
        self.secret = f"{self.mark} passphrase"
        self.written, self.files = [], set()
        self.processes = Processes(self.mark.encode())
        self.addCleanup(self.processes.over.set)

    def word(self, what):
        return self.mark + what

    def run_watched(self, *words, code=0, **options):
        log = self.logs / "calls"
        result = self.vault.run(
            *words, **options,
            under=["strace", "-f", "-y", "-s", "200000", "-e", WATCHED, "-o", str(log)])
        self.assertEqual(result.code, code, result)
        self.read_log(log)
        return result

    def read_log(self, log):
        """Keeps the names of all files touched, and what was written to files (not to pipes)."""
        for line in log.read_text(errors="replace").splitlines():
            call = re.match(r"\d+ +(\w+)\((?:(\d+)<([^>]*)>)?", line)
            if not call:
                continue
            if "write" not in call[1]:
                self.files.update(re.findall(r'"(/[^"]*)"', line))
                self.written.append(line.lower())
            elif re.match(r"/(?!dev/)", call[3] or ""):
                self.files.add(call[3])
                self.written.append(line.lower())

    def fields(self, *names):
        return "".join(f"{name}: {self.mark}{name.replace('-', '')}\n" for name in names)

    def live(self):
        """The whole way, every field filled in; nothing comes from a file."""
        vault, run = self.vault, self.run_watched
        (vault.folder / "stick").mkdir()
        run("init", "--from", "practice.txt", "--unlock-memory", "64", passphrase=self.secret)
        vault.ok("open", passphrase=self.secret)
        client = self.fields("name", "chosen-name", "pronouns", "record-number")
        run("client", "add", "--from", "-", stdin=client + "born: 1931-02-17\ndiagnosis: F63.81\n")
        run("client", "edit", "C1", "--from", "-", stdin=self.fields("chosen-name", "pronouns"))
        run("client", "show", "C1")
        run("client", "list", "--names")
        place = session_text().replace("place: 11", "place: 10\nmodality: video")
        run("session", "add", "C1", "--from", "-", stdin=place.replace("participants: client\n", "")
            + self.fields("participants", "client-location", "clinician-location", "privacy",
                          "emergency-contact"))
        run("draft", "note", "C1", "--from", "-", "--no-input", stdin=self.fields(
            "reported", "quote", "homework", "observed", "measure", "did", "response",
            "assessment", "necessity", "risk-detail", "risk", "protective", "action", "plan",
            "next")
            + "progress: improved\nsi: denied\nhi: denied\nself-harm: denied\n")
        self.review()
        for words in (["review", "D1", "--json"], ["show", "D1"], ["list"], ["session", "list"]):
            run(*words)
        run("review", "D1", "--decide", "-", stdin=vault.accept_all())
        run("sign", "D1", passphrase=self.secret)
        for words in (["show", "D1"], ["show", "D1", "--json"], ["audit", "log"], ["verify"]):
            run(*words)
        run("export", "D1", "--to", "stick", export_passphrase=self.word("reader"))
        self.fail_often()
        vault.ok("lock")
        run("unseal", next((vault.folder / "stick").glob("*.age")), "--to", "/nowhere",
            passphrase=self.word("reader"), code=1)

    def review(self):
        """At a terminal, with an edit in words of its own."""
        log = self.logs / "review"
        child = pexpect.spawn(
            "strace", ["-f", "-y", "-s", "200000", "-e", WATCHED, "-o", str(log),
                       self.vault.program, "review", "D1"],
            env=self.vault.environment, cwd=str(self.vault.folder), timeout=60)
        for prompt, text in [(r"\[q\]uit: $", ""), (r"\[q\]uit: $", "e"),
                             ("New sentence", self.word("edit")), (r"\[q\]uit: $", "q")]:
            child.expect(prompt)
            child.sendline(text)
        child.expect(pexpect.EOF)
        child.close()
        self.assertEqual(child.exitstatus, 0)
        self.read_log(log)

    def fail_often(self):
        """Commands that fail say what went wrong without repeating what was written."""
        secret = self.word("said")
        jottings = [
            f"reported: {secret}\nplna: {secret}\n", f"{secret} without a field",
            f"reported: {secret}\x1b[31m\n", f"progress: {secret}\n", f"si: {secret}\n",
            f"reported: {secret}\nprogress: improved\nprogress: worse {secret}\n",
            f"reported: {secret * 120_000}\n", f"reported: {secret}\n".encode() + b"\xff\xfe\n"]
        for number, jotting in enumerate(jottings):
            result = self.run_watched("draft", "note", "S1", "--from", "-", "--no-input",
                                      stdin=jotting, code=1)
            self.assertNotIn(self.mark, result.out + result.err, number)
        for words, text, code in [
                (["review", "D1", "--decide", "-"], f"x {secret}", 1),
                (["client", "add", "--from", "-"], f"name: {secret}\nborn: {secret}\n", 1),
                (["session", "add", "C1", "--from", "-"], f"date: {secret}\n", 1),
                (["client", "edit", "C1", "--from", "-"], f"diagnosis: {secret}\n", 1)]:
            result = self.run_watched(*words, stdin=text, code=code)
            self.assertNotIn(self.mark, result.out + result.err, words)

    def is_new(self, path):
        try:
            return path.lstat().st_mtime >= self.started - 1
        except FileNotFoundError:
            return False

    def search(self):
        """Every file in the vault's folder, every file touched, everything new in /tmp."""
        new = [str(path) for path in pathlib.Path("/tmp").iterdir() if self.is_new(path)]
        places = [self.vault.folder, *map(pathlib.Path, {*new, *self.files})]
        seen = set()
        for place in places:
            paths = place.rglob("*") if place.is_dir() and (
                place == self.vault.folder or str(place) in new) else [place]
            for path in paths:
                if path in seen or self.logs in path.parents or not path.is_file() or (
                        str(path).startswith(("/proc/", "/sys/", "/dev/"))):
                    continue
                seen.add(path)
                self.assertNotIn(self.mark, str(path).lower())
                try:
                    with open(path, "rb") as file:
                        text = file.read(64 << 20).lower()
                except OSError:
                    continue
                ours = self.vault.folder in path.parents
                for word in self.words if ours else self.words[:1]:
                    for form in (word, word.decode().encode("utf-16-le")):
                        self.assertNotIn(form, text, path)
        return seen

    def test_attack_27_no_word_is_left_anywhere(self):
        """Attack 27: files, journals, state, sockets, /tmp, written bytes, /proc, messages."""
        self.live()
        self.assertIn(self.vault.file, self.search())
        self.assertEqual([line for line in self.written if self.mark in line], [])
        self.assertTrue(any(path.endswith("-journal") for path in self.files))
        self.assertGreater(self.processes.rounds, 100)
        self.assertEqual(self.processes.found, [])
