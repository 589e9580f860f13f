"""The report for a compliance reviewer, of a practice with two clients: what it tells, what it
hides, and what its page finds in a browser."""

import base64
import csv
import datetime
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from samples import CLIENT, authorization, session_text
from test_crashes import READER
from test_two_verifiers import DAY, Trail
from vault_program import PASSPHRASE, Vault
from vault_test_case import NOBODY, VaultTestCase, needs_root

VERIFIER = pathlib.Path(__file__).parent.parent / "Verifier" / "verify_trail.py"
TODAY = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
PERIOD = ("--from", "2026-01-01", "--to", TODAY)
NAME = f"report-2026-01-01-{TODAY}"
CANARY = "zanzibarword"
# Of names, of what was written about clients, and of what she found.
HIDDEN = (b"mara", b"example", b"noor", b"invented", b"1988", b"anxi", b"anx ", b"f41", b"sleep",
          b"jordan", b"acme", CANARY.encode())


BASE64 = rb"[A-Za-z0-9+/]{40,}=*"


def decoded(line):
    line = line.rstrip(b"=")
    # One letter too many is no Base64, as in what is only a long word.
    line = line[:len(line) - (len(line) % 4 == 1)]
    return base64.b64decode(line + b"=" * (-len(line) % 4))


def practise(vault):
    """A day of a practice, as far as it takes no clock."""
    (vault.folder / "stick").mkdir()
    vault.ok("client", "add", "--from", "-", stdin=CLIENT.replace("Mara Example", "Noor Invented"))
    vault.ok("session", "add", "C2", "--from", "-", stdin=session_text())
    vault.ok("draft", "note", "C2", "--from", "jotting.txt", "--no-input")
    vault.ok("review", "D2", "--decide", "-", stdin=vault.accept_all("D2"))
    vault.ok("review", "D2", "--decide", "-", stdin="1 edit: Client reports little change.\n")
    vault.ok("sign", "D2", passphrase=PASSPHRASE)
    vault.ok("consent", "add", "C1", "--from", "-", "--no-input",
             stdin=authorization("identity, attendance_dates"))
    vault.ok("draft", "letter", "attendance", "C1", "--no-input")
    vault.ok("review", "D3", "--decide", "-", stdin=vault.accept_all("D3"))
    vault.ok("sign", "D3", passphrase=PASSPHRASE)
    vault.ok("export", "D3", "--to", "stick", "--recipient", READER)
    vault.run("export", "D2", "--to", "stick", "--basis", "payment_506", "--from", "-",
              "--no-input", "--recipient", READER,
              stdin="recipient: Acme\nkind: employer\npurpose: treatment\n")
    vault.ok("amend", "D1", "--from", "-", "--no-input",
             stdin=f"kind: addendum\ntext: {CANARY} called on Tuesday.\n")
    vault.ok("psychotherapy", "add", "C1", "--from", "-", stdin=f"{CANARY} alone.\n")
    vault.run("today", passphrase="plainly the wrong words")
    vault.ok("today", passphrase=PASSPHRASE)
    vault.ok("backup", "--to", "stick")
    vault.ok("incident", "open", "--from", "-", "--no-input",
             stdin=f"kind: lost-stick\ndiscovered: {TODAY}\nwhat: {CANARY} in a bag\n")
    vault.ok("audit", "review", "--sign", "--finding", "-", "--no-input",
             stdin=f"finding: {CANARY} looked odd\n", passphrase=PASSPHRASE)


class AuditReport(VaultTestCase):
    @classmethod
    def setUpClass(cls):
        cls.vault = Vault.at(cls.of_all(), "signed").open()
        practise(cls.vault)
        cls.before = cls.vault.copy(cls.of_all())
        cls.out = cls.vault.folder / "out"
        cls.out.mkdir()
        cls.entries = cls.vault.entries()
        cls.said = cls.vault.ok("audit", "report", *PERIOD, "--out", "out").out
        cls.made = cls.vault.entries()[-1]

    def file(self, suffix):
        return (self.out / (NAME + suffix)).read_text(encoding="utf-8")

    def rows(self, name):
        return list(csv.DictReader(io.StringIO(self.file(f"-{name}.csv"))))

    def figures(self):
        return {(section["number"], figure["label"]): figure
                for section in json.loads(self.file(".json"))["sections"]
                for figure in section["figures"]}

    def numbers(self, act):
        return [entry["number"] for entry in self.entries if entry["act"] == act]

    def test_it_is_noted_with_its_period(self):
        self.assertEqual(self.made["act"], "report.make")
        self.assertEqual(self.made["details"]["kind"], "audit")
        self.assertEqual(self.made["details"]["until"], TODAY)
        self.assertIn(f"Written: {NAME}.pdf\n", self.said)
        self.assertVerifies(self.vault)

    def test_no_file_names_a_client_or_quotes_a_record(self):
        for path in self.out.iterdir():
            text = path.read_bytes()
            if path.suffix == ".pdf":
                text = subprocess.run(["pdftotext", path, "-"], capture_output=True,
                                      check=True).stdout
            # What travels in Base64 is looked into; its letters, and the digits of codes and hashes,
            # form such words by chance, and three random bytes do.
            for line in re.findall(BASE64, text):
                for word in HIDDEN:
                    word = b"f41.1" if word == b"f41" else word
                    self.assertNotIn(word, decoded(line).lower(), path.name)
            text = re.sub(rb"\b[0-9a-f]{8,}\b", b"", re.sub(BASE64, b"", text))
            for word in HIDDEN:
                self.assertNotIn(word, text.lower(), path.name)

    def test_the_trail_beside_it_holds_for_two_programs(self):
        trail = self.out / (NAME + "-trail.txt")
        self.assertEqual(self.vault.run("audit", "verify", trail).code, 0)
        second = subprocess.run([sys.executable, VERIFIER, trail], capture_output=True)
        self.assertEqual(second.returncode, 0, second.stdout)

    def test_the_stick_is_a_witness(self):
        result = self.vault.ok("verify", "out")
        self.assertIn(f"{NAME}-trail.txt", result.out)
        older = self.before.copy(self)
        made = older.open().acts().count("report.make")
        refused = older.run("audit", "report", *PERIOD, "--out", self.out)
        self.assertTwoLines(refused, 6)
        self.assertEqual(older.acts().count("report.make"), made)

    def test_counts_are_those_of_the_trail(self):
        # The looking at it is the last act before the report.
        acts = self.rows("acts")
        self.assertEqual([row["act"] for row in acts],
                         [entry["act"] for entry in self.entries] + ["audit.view"])
        figures = self.figures()
        for place, act in [((2, "Signed"), "document.sign"), ((5, "Exports"), "export.done"),
                           ((4, "Openings"), "vault.open"), ((10, "Noted"), "incident.open"),
                           ((9, "Backups made"), "backup.make"),
                           ((7, "Written"), "psychotherapy-note.create"),
                           ((11, "Reviews signed in the period"), "audit.review"),
                           ((5, "Disclosures that the vault refused"), "disclosure.refuse")]:
            self.assertEqual(figures[place]["entries"], self.numbers(act), place)
            self.assertEqual(figures[place]["value"], str(len(self.numbers(act))), place)
        self.assertEqual(figures[4, "Attempts to open that failed"]["standing"], "explain")
        self.assertEqual(figures[7, "Exported"]["value"], "0")
        self.assertEqual(figures[13, "Training"]["standing"], "unknown")

    def test_each_signature_says_how_it_came_about(self):
        first, second, letter = self.rows("signatures")
        self.assertEqual((first["Kind"], first["Changed"], first["Read"]),
                         ("progress-note.soap", "0 %", "unknown"))
        self.assertRegex(second["Changed"], r"^[1-9]\d? %$")
        self.assertNotEqual(first["Client"], second["Client"])
        self.assertEqual(first["Client"], letter["Client"])
        self.assertRegex(first["Hours since session"], r"^\d+$")
        self.assertEqual(letter["Hours since session"], "")
        waiting, = self.rows("unsigned")
        self.assertEqual(waiting["Client"], first["Client"])

    def test_codes_are_told_to_her_alone(self):
        codes = self.vault.json("audit", "codes")
        self.assertEqual([each["client"] for each in codes], ["C1", "C2"])
        for each in codes:
            self.assertIn(each["code"], self.file(".html"))
        self.assertEqual(self.vault.entries()[-1]["details"], {"kind": "codes"})

    def test_a_period_that_is_none_is_refused(self):
        for period in (("2026-02-01", "2026-01-01"), ("2026-01-01", "2999-01-01"), ("x", TODAY)):
            result = self.vault.run(
                "audit", "report", "--from", period[0], "--to", period[1], "--out", "out")
            self.assertEqual(result.code, 64)
        missing = self.vault.run("audit", "report", *PERIOD, "--out", "nowhere")
        self.assertTwoLines(missing, 1)
        self.assertIn("folder", missing.err)
        self.assertNotIn("vault init", missing.err)
        early = self.vault.run(
            "audit", "report", "--from", "2020-01-01", "--to", "2020-12-31", "--out", "out")
        self.assertTwoLines(early, 1)

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_the_same_period_is_the_same_bytes(self):
        vault = self.before
        vault.open()
        made = []
        for folder in ("one", "two"):
            (vault.folder / folder).mkdir()
            vault.ok("audit", "report", *PERIOD, "--out", folder,
                     under=["faketime", "-f", "+1d"])
            made.append({path.name: path.read_bytes()
                         for path in (vault.folder / folder).iterdir()})
        self.assertEqual(*made)

    def test_nothing_in_it_is_elsewhere(self):
        page = self.file(".html")
        self.assertIn("default-src 'none'; script-src 'sha256-", page)
        for word in ("://", "src=", "url(", "@import", "<link", "<iframe", "javascript:"):
            self.assertNotIn(word, page)


@unittest.skipUnless(shutil.which("chromium"), "no browser here")
class ThePageInABrowser(VaultTestCase):
    @classmethod
    def setUpClass(cls):
        vault = Vault.at(cls.of_all(), "signed").open()
        cls.before = cls.checkpoint(vault)
        practise(vault)
        vault.ok("audit", "report", *PERIOD, "--out", ".")
        cls.after = cls.checkpoint(vault)
        # The same vault went another way from the same beginning.
        parted = Vault.at(cls.of_all(), "signed").open()
        parted.ok("client", "list")
        cls.parted = cls.checkpoint(parted)
        cls.page = (vault.folder / (NAME + ".html")).read_text(encoding="utf-8")
        other = Vault(cls.of_all()).make().open()
        other.ok("audit", "report", *PERIOD, "--out", ".")
        cls.other = (other.folder / (NAME + ".html")).read_text(encoding="utf-8")

    @staticmethod
    def checkpoint(vault):
        folder = pathlib.Path(tempfile.mkdtemp(dir=vault.folder))
        return (folder / vault.json("audit", "checkpoint", "--to", folder)["file"]).read_text()

    @staticmethod
    def lines(page):
        """The trail in a page, without its last line's end."""
        return re.search(r'id="trail">\n(.*?)\n</script>', page, re.S)[1].split("\n")

    def with_lines(self, lines):
        return self.page.replace("\n".join(self.lines(self.page)), "\n".join(lines))

    def shown(self, page):
        """What the page says after its script ran: its verdict, and the words."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "report.html"
            path.write_text(page, encoding="utf-8")
            dumped = subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
                 "--virtual-time-budget=20000", f"--user-data-dir={folder}/profile",
                 "--dump-dom", path.as_uri()],
                capture_output=True, text=True, timeout=120, check=True).stdout
        box = re.search(r'<aside id="check"(.*?)</aside>', dumped, re.S)[1]
        return re.search(r'data-result="(\w+)"', box)[1], box

    def assertFinds(self, page, *words):
        verdict, box = self.shown(page)
        self.assertEqual(verdict, "fails", box)
        self.assertIn("NO. This page or its trail is not what was signed.", box)
        for each in words:
            self.assertIn(each, box)

    def test_a_whole_one_is_what_was_signed(self):
        verdict, box = self.shown(self.page)
        self.assertEqual(verdict, "holds", box)
        entries = len(self.lines(self.page)) - 2
        self.assertIn(f"all {entries} entries are those that were signed", box)
        self.assertIn(self.lines(self.page)[1], box)

    def beside(self, checkpoint):
        """What the page says when a reviewer chooses this file as the checkpoint he has."""
        chosen = f"""<script>(function choose() {{
            const input = document.getElementById("seen");
            if (!input) return setTimeout(choose, 20);
            const files = new DataTransfer();
            files.items.add(new File([{json.dumps(checkpoint)}], "seen.checkpoint"));
            input.files = files.files;
            input.dispatchEvent(new Event("change"));
        }})();</script></body>"""
        page = re.sub(r"script-src 'sha256-[^']*'", "script-src 'unsafe-inline'", self.page)
        verdict, box = self.shown(page.replace("</body>", chosen))
        self.assertEqual(verdict, "holds", box)
        return re.search(r'id="seen-told">(.*?)</p>', box, re.S)[1]

    def test_a_checkpoint_from_before(self):
        """Attack 6: cut, older or another way, told by what somebody else has kept."""
        self.assertIn("Yes: the trail goes on from", self.beside(self.before))
        self.assertIn("this trail has only", self.beside(self.after))
        self.assertIn("went another way", self.beside(self.parted))
        unsigned = self.before.replace(self.before.split("\n")[1], "3", 1)
        for text in (unsigned, "", "no checkpoint", self.before[:-20]):
            self.assertEqual(self.beside(text), "This is no checkpoint of this vault.")

    def test_one_changed_byte_of_an_entry(self):
        lines = self.lines(self.page)
        entry, *rest = lines[7].split(" ")
        # The time in the leaf, by a minute.
        changed = bytearray(base64.b64decode(entry))
        changed[44] ^= 1
        lines[7] = " ".join([base64.b64encode(changed).decode(), *rest])
        self.assertFinds(self.with_lines(lines), "has another root than the entries up to here",
                         "Entry 5: this page shows something else than the entry says")

    def test_a_changed_opening(self):
        lines = self.lines(self.page)
        entry, *rest = lines[7].split(" ")
        changed = bytearray(base64.b64decode(entry))
        changed[-1] ^= 1
        lines[7] = " ".join([base64.b64encode(changed).decode(), *rest])
        self.assertFinds(self.with_lines(lines),
                         "Entry 5: what it says is not the one that the leaf commits to")

    def test_a_removed_entry(self):
        lines = self.lines(self.page)
        del lines[9]
        self.assertFinds(self.with_lines(lines), "Entry 7: it says it is number 8")

    def test_entries_cut_off_at_the_end(self):
        lines = self.lines(self.page)
        self.assertFinds(self.with_lines(lines[:-2]), f"Entry {len(lines) - 3}: this page shows it, "
                         "and the trail ends before it")

    def test_one_signed_again_and_one_restored(self):
        """The reviewer's day of the two programs, whose trails fit no page: what it says of them."""
        again, own, restored = Trail(DAY[:4]), Trail(DAY[:4]), Trail(DAY)
        again.add("record.search", "c", "e", salt=b"x")
        own.add("record.search", "e", "e", salt=b"x")
        for act, session in DAY[5:]:
            again.add(act, session, "e")
            own.add(act, "e")
        restored.add("vault.restore", "g", "g")
        for trail, words in (
                (again, "Entry 4: its checkpoint is not signed by the session’s key"),
                (own, "Entry 4: it goes on under a key that was not announced; ask why."),
                (restored, "Entry 10: a backup was restored, and the trail goes on from it.")):
            self.assertFinds(self.with_lines(trail.text(True).decode().splitlines()), words)

    def test_another_vaults_key(self):
        lines = self.lines(self.page)
        lines[1] = self.lines(self.other)[1]
        self.assertFinds(self.with_lines(lines), "its checkpoint is not signed by the vault’s key")

    def test_another_vaults_trail(self):
        self.assertFinds(self.with_lines(self.lines(self.other)),
                         "this page shows something else than the entry says")


@unittest.skipUnless(shutil.which("chromium"), "no browser here")
class ASecondAccount(VaultTestCase):
    """A reviewer with an account of his own: the report on a stick, a checkpoint from before on
    another, the public key on paper. He has no vault and may enter nothing of hers."""

    @needs_root("act as another user")
    def test_checks_in_three_ways_what_he_was_handed(self):
        vault = Vault.at(self, "signed").open()
        before, stick = self.stick(), self.stick()
        paper = vault.json("audit", "checkpoint", "--to", before)
        practise(vault)
        vault.ok("audit", "report", *PERIOD, "--out", stick)
        vault.ok("audit", "export", "--to", stick)
        reviewer = Vault(self, user=NOBODY)
        reviewer.environment.pop("VAULT_FILE")
        shutil.copy(VERIFIER, reviewer.folder)
        seen = before / paper["file"]
        trails = [stick / f"{NAME}-trail.txt", *stick.glob("trail-*.txt")]
        self.assertEqual(len(trails), 2)
        for trail in trails:
            words = [trail, "--key", paper["key"], "--seen", seen]
            result = reviewer.run("audit", "verify", *words)
            self.assertEqual(result.code, 0, result)
            self.assertIn(f"goes on from the checkpoint over {paper['entries']} entries",
                          result.out)
            second = self.as_reviewer(reviewer, sys.executable, VERIFIER.name, *words)
            self.assertEqual(second.returncode, 0, second)
        page = self.as_reviewer(
            reviewer, "chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--virtual-time-budget=20000", f"--user-data-dir={reviewer.folder}/profile",
            "--dump-dom", (stick / f"{NAME}.html").as_uri()).stdout.decode()
        self.assertIn('data-result="holds"', page)
        self.assertIn(paper["key"], page)
        # What is hers alone stays so.
        for path in (vault.file, vault.state):
            shut = self.as_reviewer(reviewer, "cat", path)
            self.assertNotEqual(shut.returncode, 0)

    def stick(self):
        """A folder that anybody may look into."""
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)
        return folder

    def as_reviewer(self, reviewer, *command):
        return subprocess.run(
            command, user=NOBODY, group=NOBODY, extra_groups=[], cwd=reviewer.folder,
            env=reviewer.environment, capture_output=True, timeout=120)


if __name__ == "__main__":
    unittest.main()
