"""Every act that the audit trail has a word for is done by a command, and stands in the trail.

One vault lives through all of them. What a word is for is also what a reviewer may expect to find.
"""

import datetime
import re
import shutil
import unittest

from samples import authorization
from terminal_screen import Screen, pexpect
from test_crashes import READER
from test_recovery import NEW, words_on
from vault_program import PASSPHRASE, REPOSITORY, Vault, wait_until
from vault_test_case import VaultTestCase

SECOND = ["--second-passphrase-fd", "0"]
WORDS = "plainly invented second words\n"
ORDER = ("recipient: County Court\nkind: court\npurpose: legal\nbasis: order_512e1i\n"
         "reason: order of May 4\n")


def day(days=0):
    return datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days)


def vocabulary():
    source = (REPOSITORY / "Sources/Audit/AuditAct.swift").read_text()
    return set(re.findall(r'case \w+ = "([\w.-]+)"', source))


@unittest.skipUnless(
    pexpect and shutil.which("faketime") and shutil.which("strace"),
    "faketime, strace or python3-pexpect is not installed")
class Vocabulary(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()
        self.stick = self.vault.folder / "stick"
        self.stick.mkdir()

    def fill(self, *words, text, code=0, **options):
        return self.vault.run(*words, "--from", "-", "--no-input", stdin=text, check=code,
                              **options)

    def records(self):
        """Clients, sessions, scores, jottings, files, psychotherapy notes."""
        vault, hers = self.vault, self.vault.folder
        vault.ok("client", "edit", "C1", "--from", "-", stdin="pronouns: they\n")
        vault.ok("client", "show", "C1")
        vault.ok("session", "edit", "S1", "--from", "-", stdin="code: 90837\n")
        vault.ok("session", "show", "S1")
        vault.ok("measure", "add", "C1", "--from", "-", stdin="instrument: GAD-7\ntotal: 7\n")
        vault.ok("measure", "edit", "M1", "--from", "-", stdin="total: 8\n")
        screen = Screen(vault, "jot", "C1")
        for line in ("a first line", "a second line", ""):
            screen.type("> $", line)
        self.assertEqual(screen.end(), 0, screen.text)
        vault.ok("show", "J1")
        (hers / "scan.txt").write_text("an invented scan\n")
        vault.ok("attach", "add", "C1", "scan.txt", "--no-input")
        vault.ok("attach", "save", "F1", "--to", hers)
        vault.ok("psychotherapy", "add", "C1", "--from", "-", stdin="a first thought\n")
        vault.ok("psychotherapy", "passphrase", "--new-passphrase-fd", "0", stdin=WORDS)
        vault.ok("psychotherapy", "edit", "P1", "--from", "-", *SECOND, stdin=WORDS + "another\n")
        vault.ok("psychotherapy", "show", "P1", *SECOND, stdin=WORDS)
        vault.ok("import", "clients", "-", "--apply", stdin="name,born\nDora Invented,1990-02-03\n")
        vault.ok("search", "anxious")
        vault.ok("practice", "edit", "--from", "-", stdin="phone: 555-0100\n")

    def documents(self):
        vault = self.vault
        vault.ok("show", "D1")
        self.fill("session", "add", "C1", text=(
            f"date: {day(-2)}\nstart: 10:00\nstop: 10:50\ntype: individual\n"
            "participants: client\nplace: 11\ncode: 90834\n"))
        vault.run("draft", "note", "S2", "--from", "jotting.txt", "--no-input")
        vault.ok("review", "D2", "--decide", "-", stdin="1 accept\n")
        vault.ok("review", "D2", "--decide", "-", stdin="2 edit: An invented sentence.\n")
        vault.run("sign", "D2", passphrase=PASSPHRASE)
        vault.ok("discard", "D2")
        self.fill("amend", "D1", text="kind: addendum\ntext: She called on Tuesday.\n")

    def disclosures(self):
        vault = self.vault
        filed = authorization("attendance_dates").replace("2099-03-01", str(day(30)))
        self.fill("consent", "add", "C1", text=filed)
        vault.ok("consent", "edit", "A1", "--from", "-", stdin="copy-given: yes\n")
        self.fill("consent", "add", "C1", text=filed)
        vault.ok("consent", "revoke", "A2", "--from", "-", stdin=f"revoked-on: {day()}\n")
        leave = ["export", "D1", "--to", "stick", "--recipient", READER]
        self.fill(*leave, text=ORDER)
        self.fill(*leave, "--basis", "payment_506", code=8,
                  text="recipient: Acme\nkind: employer\npurpose: treatment\n")
        vault.run(*leave, check=7, under=[
            "strace", "-f", "-o", "/dev/null", "-e", "inject=renameat2:error=EIO"])
        self.fill("disclosure", "add", "C1", text=(
            f"date: {day(-1)}\npurpose: legal\nrecipient: County Police\nkind: agency\n"
            "how: telephone\nwhat: that the client was here\ninformation: attendance_dates\n"
            "basis: law_enf_512f\nreason: a warrant\n"))
        self.fill("disclosure", "edit", "E2", text="how: paper\n")
        self.fill("disclosure", "suspend", "E2", text=(
            f"agency: County Police\nstated-on: {day()}\nstated: spoken\n"))
        vault.ok("disclosure", "accounting", "C1")
        self.fill("request", "add", "C1", text=f"kind: access\nreceived: {day(-3)}\nasked: all\n")
        vault.ok("request", "show", "Q1")
        self.fill("request", "decide", "Q1", text=f"decision: granted\ndecided-on: {day()}\n")
        self.fill("request", "close", "Q1", text=f"sent: by hand\nsent-on: {day()}\n")

    def oversight(self):
        vault = self.vault
        self.fill("incident", "open", text=f"kind: lost-stick\ndiscovered: {day()}\nwhat: a bag\n")
        vault.ok("incident", "show", "I1")
        self.fill("incident", "assess", "I1", text=(
            "information: initials\nrecipient: nobody\nacquired: no\nmitigated: yes\n"
            f"decision: low-probability\nwhy: encrypted\ndecided-on: {day()}\n"))
        self.fill("incident", "close", "I1", text=f"closed-on: {day()}\n")
        vault.ok("audit", "log")
        vault.ok("audit", "review", "--sign", "--no-input", passphrase=PASSPHRASE)
        colleague = Vault(self)
        colleague.environment.pop("VAULT_FILE")
        key = colleague.json("witness", "init", "dr-lee")["key"]
        fingerprint = vault.json("audit", "checkpoint", "--to", self.stick)["fingerprint"]
        colleague.ok("witness", "check", self.stick, "--fingerprint", fingerprint)
        vault.ok("audit", "cosigned", self.stick, "--key", key)

    def whole_vault(self):
        vault = self.vault
        vault.ok("verify")
        vault.ok("backup", "--to", "stick")
        vault.ok("backup", "--rehearse", "--from", "stick", passphrase=PASSPHRASE)
        vault.ok("client", "hold", "C2", "--reason", "a complaint")
        vault.ok("client", "release", "C2")
        self.fill("client", "discharge", "C2", text=f"closed: {day()}\nclosed reason: goals met\n")
        vault.ok("client", "reopen", "C2")
        vault.socket().rename(vault.folder / "taken")
        wait_until(lambda: vault.session_process() is None)
        vault.run("status", passphrase="plainly the wrong words")
        vault.run("today", passphrase="plainly the wrong words")
        vault.open()
        vault.ok("lock")
        vault.ok("today", passphrase=PASSPHRASE, under=["faketime", "-f", "+40d"])
        vault.ok("today", passphrase=PASSPHRASE)

    def ways_in(self):
        vault, sheets = self.vault.open(), self.vault.folder / "sheets"
        sheets.mkdir()
        vault.ok("recovery", "sheet", "--to", sheets, passphrase=PASSPHRASE)
        recovery = words_on(next(sheets.glob("*.txt")))
        vault.ok("recovery", "check", "--words", "-", stdin=recovery)
        shares = vault.folder / "shares"
        shares.mkdir()
        vault.ok("executor", "sheets", "--of", 3, "--needed", 2, "--to", shares,
                 passphrase=PASSPHRASE)
        lines = [words_on(each) for each in sorted(shares.glob("*.txt"))]
        vault.ok("lock")
        for number, text in enumerate([recovery, "\n".join(lines[:2])]):
            (vault.folder / "words.txt").write_text(text + "\n")
            vault.ok("recover", "--words", "words.txt", "--new-passphrase-fd", "0",
                     stdin=f"{NEW} {number}\n")
        passphrase = f"{NEW} 1"
        vault.ok("open", passphrase=passphrase)
        vault.ok("slot", "remove", "2", passphrase=passphrase)
        return passphrase

    def last_things(self, passphrase):
        """The report, the end of a record, and an older copy that is brought back."""
        vault = self.vault
        (vault.folder / "report").mkdir()
        vault.ok("audit", "report", "--from", day(), "--to", day(), "--out", "report")
        vault.ok("client", "destroy", "C2", "--reason", "never came", "--confirm", "C2",
                 passphrase=passphrase)
        acts = vault.acts()
        vault.ok("lock")
        vault.file.unlink()
        vault.ok("restore", next(self.stick.glob("*.vault")), "--reason", "replaced-laptop",
                 passphrase=PASSPHRASE)
        return acts + vault.open().acts()

    def test_every_word_of_the_trail_is_written_by_a_command(self):
        self.records()
        self.documents()
        self.disclosures()
        self.oversight()
        self.whole_vault()
        passphrase = self.ways_in()
        self.assertVerifies(self.vault)
        acts = self.vault.acts() + self.last_things(passphrase)
        self.assertEqual(vocabulary() - set(acts), set())
        self.assertVerifies(self.vault)


if __name__ == "__main__":
    unittest.main()
