"""Where a client's words may be found: nowhere but where the therapist put them (attack 27).

Every field of a client, a session, a consent, a note and whatever else she writes, types or takes
in holds a word that exists nowhere else. Everything is run, also what fails; then the word is looked
for in every place it could have gone. Only the folder with her own files, those that she gave and
those that she asked for, may hold it.
"""

import json
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
from test_all_or_nothing import appointments
from test_recovery import words_on
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
        self.hers = pathlib.Path(tempfile.mkdtemp(prefix="hers-"))
        for folder in (self.logs, self.hers):
            self.addCleanup(shutil.rmtree, folder, True)
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
            if not call or str(self.hers) in line:
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
        client = self.fields(
            "name", "chosen-name", "pronouns", "record-number", "alias", "phone", "email",
            "address", "safe-contact", "emergency-contact", "guardian", "payer", "member-id",
            "alerts", "problems", "impairments", "strengths", "goals")
        run("client", "add", "--from", "-", stdin=client + "born: 1931-02-17\ndiagnosis: F63.81\n")
        run("client", "edit", "C1", "--from", "-", stdin=self.fields("chosen-name", "pronouns"))
        run("client", "show", "C1")
        run("client", "list", "--names")
        place = session_text().replace("place: 11", "place: 10\nmodality: video")
        run("session", "add", "C1", "--from", "-", stdin=place.replace("participants: client\n", "")
            + self.fields("participants", "client-location", "callback", "clinician-location",
                          "privacy", "emergency-contact", "identity", "technical",
                          "extended-why"))
        self.practice()
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
        self.documents()
        self.oversight()
        self.imports()
        self.fail_often()
        vault.ok("lock")
        run("unseal", next((vault.folder / "stick").glob("*.age")), "--to", "/nowhere",
            passphrase=self.word("reader"), code=1)

    def documents(self):
        """Plans, letters, calls, phrases: what she writes for them, and what they are refused for."""
        run, when = self.run_watched, "\n".join(session_text().splitlines()[:3]) + "\n"
        run("draft", "plan", "C1", "--from", "-", "--no-input", code=3, stdin=self.fields(
            "problems", "impairments", "strengths", "barriers", "risk", "own-goal", "goals",
            "objectives", "interventions", "frequency", "level", "coordination", "discharge",
            "participation"))
        run("draft", "letter", "court", "C1", "--basis", "order_512e1i", "--from", "-",
            "--no-input", stdin=self.fields("recipient", "address", "order", "basis-reason")
            + "recipient-kind: court\npurpose: legal\npaper: order\n")
        run("draft", "document", "phone", "C1", "--from", "-", "--no-input",
            stdin=when + self.fields("who", "content", "action"))
        run("phrase", "add", "x", "--from", "-", stdin=self.word("phrase"))
        run("phrase", "list")
        run("phrase", "add", "two words", "--from", "-", stdin=self.word("phrase"), code=1)
        run("kind", "add", "-", stdin='{"id": "' + self.word("kind") + '"}', code=1)
        for words in (["batch", "--list"], ["week"], ["today"]):
            run(*words)

    def practice(self):
        """What a practice keeps beside notes: given in files, on standard input, or typed."""
        run, hers = self.run_watched, self.hers
        run("practice", "edit", "--from", "-", stdin=self.fields(
            "practice", "address", "phone", "email", "letterhead", "supervisor", "official"))
        (hers / "logo.png").write_bytes(b"\x89PNG" + self.mark.encode())
        run("practice", "logo", hers / "logo.png")
        run("practice", "show")
        run("jot", "C1", stdin=self.word("jotting"))
        run("show", "J1")
        self.typed("jot", "C1", answers=[("> $", self.word("line")), ("> $", "")])
        (hers / "scan.pdf").write_bytes(b"%PDF-" + self.mark.encode() * 200_000)
        self.typed("attach", "add", "C1", str(hers / "scan.pdf"),
                   answers=[("What is it", self.word("title"))])
        run("attach", "list")
        run("attach", "save", "F2", "--to", hers)
        self.assertEqual((hers / "scan.pdf").read_bytes(), next(hers.glob("F2-*")).read_bytes())
        run("measure", "add", "C1", "--from", "-", stdin="instrument: GAD-7\ntotal: 7\n")
        filed = "discloser: practice\nrecipient-named: name\nrecipient-kind: provider\n" + (
            "items: other\nperiod: all\npurpose: other\nsigned-by: representative\n"
            "signed-on: 2026-10-02\nexpires-on: 2099-10-02\nrevocation-statement: stated\n"
            "conditioning-statement: nothing\nredisclosure-statement: yes\nconditioned: no\n"
            "combined: alone\n") + self.fields(
                "recipient", "organization", "address", "description", "purpose-text", "authority",
                "statements-where")
        run("consent", "add", "C1", "--from", "-", "--no-input", "--scan", hers / "scan.pdf",
            stdin=filed)
        for words in (["consent", "show", "A1"], ["consent", "list"], ["today"], ["week"]):
            run(*words)
        run("consent", "check", "C1", "--from", "-", "--no-input", stdin=self.fields(
            "recipient", "organization", "purpose-text")
            + "recipient-kind: provider\npurpose: other\nitems: other\ndate: 2026-10-03\n")
        second = ["--second-passphrase-fd", "0"]
        words = self.word("second") + "\n"
        run("psychotherapy", "add", "C1", "--from", "-", stdin=self.word("own"))
        run("psychotherapy", "passphrase", "--new-passphrase-fd", "0", stdin=words)
        run("psychotherapy", "edit", "P1", "--from", "-", *second, stdin=words + self.word("own"))
        run("psychotherapy", "show", "P1", *second, stdin=words)
        self.typed("search", answers=[("Search for", self.word("jotting"))])
        run("search", "shorthand", "--json")

    def oversight(self):
        """What clients ask for, what went wrong, what she found in the trail."""
        run = self.run_watched
        run("request", "add", "C1", "--from", "-", "--no-input",
            stdin="kind: amendment\nreceived: 2026-10-02\n" + self.fields("asked", "scan"))
        run("request", "decide", "Q1", "--from", "-", "--no-input",
            stdin="decision: denied\nground: accurate\ndecided-on: 2026-10-03\n")
        run("request", "close", "Q1", "--from", "-", "--no-input",
            stdin="sent-on: 2026-10-03\n" + self.fields("sent"))
        run("incident", "open", "--from", "-", "--no-input",
            stdin="kind: lost-stick\ndiscovered: 2026-10-02\n" + self.fields("what", "label"))
        run("incident", "assess", "I1", "--from", "-", "--no-input",
            stdin="decision: low-probability\ndecided-on: 2026-10-03\n" + self.fields(
                "information", "recipient", "acquired", "mitigated", "why"))
        run("audit", "review", "--sign", "--finding", "-", "--no-input", passphrase=self.secret,
            stdin=self.fields("finding"))
        run("disclosure", "add", "C1", "--from", "-", "--no-input",
            stdin="date: 2026-10-02\npurpose: legal\nkind: court\nhow: telephone\n"
            "information: identity\nbasis: order_512e1i\n"
            + self.fields("recipient", "organization", "address", "what", "reason"))
        for words in (["disclosure", "show", "E1"], ["disclosure", "list"],
                      ["request", "show", "Q1"], ["request", "list"], ["incident", "show", "I1"],
                      ["incident", "list"], ["audit", "review"], ["audit", "reviews"],
                      ["disclosure", "accounting", "C1"], ["today"], ["week"]):
            run(*words)
        run("disclosure", "accounting", "C1", "--to", self.hers)

    def imports(self):
        """Tables, calendars and scans; the names of her files hold the word as well."""
        run, hers = self.run_watched, self.hers
        rows = f"name,born,alerts\n{self.mark} Row,1931-02-17,{self.word('cell')}\n"
        for extra in ([], ["--apply"]):
            run("import", "clients", "-", *extra, stdin=rows)
        week = appointments(
            f"UID:{self.mark}@invented\r\nSUMMARY:{self.word('title')}\r\n"
            "DTSTART:20260102T090000Z\r\nDTEND:20260102T095000Z\r\nRRULE:FREQ=DAILY;COUNT=70")
        (hers / "names.txt").write_text(f"{self.word('title')} = C1\n")
        run("import", "calendar", "-", "--back", "3660", "--from", hers / "names.txt", "--apply",
            stdin=week)
        self.typed("import", "calendar", str(self.kept("other.ics", week.replace(
            "title", "other"))), "--back", "3660", "--apply", answers=[(r"\(70\): $", "C1")])
        (hers / "scans").mkdir()
        self.kept(f"scans/C1 {self.word('page')}.txt", self.word("page"))
        run("import", "scans", hers / "scans", "--no-input", "--apply")
        # By now there is enough to search for the program to keep what it read.
        self.typed("search", answers=[("Search for", self.word("cell"))])
        row = {"code": "X1", "label": self.word("label")}
        run("reference", "services", "--replace", "-",
            stdin=json.dumps({"notice": self.word("notice"), "rows": [row]}))
        run("reference", "services")
        changed = self.word("changed passphrase")
        run("passphrase", "change", "--passphrase-fd", "0", "--new-passphrase-fd", "0",
            stdin=f"{self.secret}\n{changed}\n")
        (hers / "sheets").mkdir()
        run("recovery", "sheet", "--to", hers / "sheets", passphrase=changed)
        run("executor", "sheets", "--to", hers / "sheets", passphrase=changed)
        sheets = [words_on(sheet) for sheet in sorted((hers / "sheets").glob("*.txt"))]
        for command, sheet in zip(["executor"] * 3 + ["recovery"], sheets):
            run(command, "check", "--words", "-", stdin=sheet)
        run("recover", "--words", self.kept("words.txt", "\n".join(sheets[:2])),
            "--new-passphrase-fd", "0", stdin=self.word("recovered") + "\n")
        run("recover", "--words", "-", code=64, stdin=sheets[2])
        self.words += [" ".join(sheet.split()[4:7]).encode() for sheet in sheets]

    def kept(self, name, text):
        (self.hers / name).write_text(text)
        return self.hers / name

    def typed(self, *words, answers):
        """A command at a terminal."""
        log = self.logs / "typed"
        child = pexpect.spawn(
            "strace", ["-f", "-y", "-s", "200000", "-e", WATCHED, "-o", str(log),
                       self.vault.program, *words],
            env=self.vault.environment, cwd=str(self.vault.folder), timeout=60)
        for prompt, text in answers:
            child.expect(prompt)
            child.sendline(text)
        child.expect(pexpect.EOF)
        child.close()
        self.assertEqual(child.exitstatus, 0, words)
        self.read_log(log)

    def review(self):
        """With an edit in words of its own."""
        self.typed("review", "D1", answers=[
            (r"\[q\]uit: $", ""), (r"\[q\]uit: $", "e"), ("New sentence", self.word("edit")),
            (r"\[q\]uit: $", "q")])

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
                (["client", "edit", "C1", "--from", "-"], f"diagnosis: {secret}\n", 1),
                (["measure", "add", "C1", "--from", "-"], f"instrument: {secret}\ntotal: 3\n", 1),
                (["measure", "add", "C1", "--from", "-"], f"instrument: GAD-7\ntotal: {secret}", 1),
                (["consent", "add", "C1", "--from", "-", "--no-input"], f"period: {secret}\n", 1),
                (["consent", "edit", "A1", "--from", "-"], f"{secret}\n", 1),
                (["jot", "C1"], f"{secret}\x1b[31m", 1),
                (["request", "add", "C1", "--from", "-", "--no-input"], f"kind: {secret}\n", 1),
                (["request", "edit", "Q1", "--from", "-", "--no-input"], f"paper: {secret}\n", 1),
                (["disclosure", "add", "C1", "--from", "-", "--no-input"], f"how: {secret}\n", 1),
                (["incident", "open", "--from", "-", "--no-input"], f"affected: {secret}\n", 1),
                (["audit", "review", "--sign", "--finding", "-", "--no-input"], f"{secret}\n", 1),
                (["psychotherapy", "add", "C1", "--from", "-", "--second-passphrase-fd", "0"],
                 f"{secret}\n{secret}", 4),
                (["import", "clients", "-", "--apply"], f"{secret},born\nx,1990-01-01\n", 1),
                (["import", "clients", "-", "--apply"], f"name,born\n{secret},{secret}\n", 1),
                (["import", "calendar", "-", "--no-input"], secret, 1),
                (["reference", "services", "--replace", "-"], f'{{"rows": "{secret}"}}', 1),
                (["reference", "services", "--replace", "-"],
                 f'{{"notice": "", "rows": [{{"code": "{secret * 9}", "label": ""}}]}}', 1)]:
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
                if path in seen or {self.logs, self.hers} & set(path.parents) or (
                        not path.is_file()) or (
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
        words = [self.mark, *(word.decode() for word in self.words[4:])]
        self.assertEqual([line for line in self.written if any(word in line for word in words)], [])
        self.assertTrue(any(path.endswith("-journal") for path in self.files))
        for name in ("search", "summaries"):
            self.assertTrue(any(self.vault.state.rglob(name)), f"no {name} was kept to look at")
        self.assertGreater(self.processes.rounds, 100)
        self.assertEqual(self.processes.found, [])
