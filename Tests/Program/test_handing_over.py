"""Documents on their way to somebody: who may have them, in which forms, and what is recorded."""

import io
import json
import subprocess
import unittest
import zipfile

from samples import session_text
from terminal_screen import Screen, pexpect
from test_crashes import READER, READER_SECRET
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

WORDS = "two invented otters"
DOCTOR = f"name: Dr. Invented Reader\nkind: provider\naddress: 1 Sample Road\nage-key: {READER}\n"
TREATMENT = "purpose: treatment\n"
ACCESS = "recipient: Mara Example\nkind: client\npurpose: at the request of the client\n"
FORMS = {"document.pdf", "document.txt", "document.md", "document.html", "document.json",
         "document.fhir.json"}


class HandingOver(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()
        self.stick = self.vault.folder / "stick"
        self.stick.mkdir()
        (self.vault.folder / "reader.txt").write_text(READER_SECRET)

    def export(self, *words, document="D1", **options):
        return self.vault.run("export", document, "--to", "stick", *words, **options)

    def opened(self, name, *words, **options):
        """The files of an export, by name."""
        target = self.vault.folder / f"opened-{name}"
        target.mkdir()
        result = self.vault.json("unseal", self.stick / name, "--to", target, *words, **options)
        self.assertTrue(all(result[each] for each in ("complete", "listed", "signed", "inTrail")))
        folder = next(target.iterdir())
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    def newest(self, pattern="*.tar.age"):
        return max(self.stick.glob(pattern), key=lambda path: path.stat().st_mtime_ns).name

    def test_her_own_copy_is_recorded_as_nobodys(self):
        self.export(export_passphrase=WORDS, check=0)
        self.assertEqual(self.vault.json("disclosure", "list"), [])
        files = self.opened(self.newest(), passphrase=WORDS)
        self.assertLess(FORMS, set(files))
        self.assertNotIn("cover.pdf", files)
        self.assertNotIn("document.docx", files)

    def test_a_copy_for_word_goes_along_where_it_is_asked_for(self):
        self.export("--docx", export_passphrase=WORDS, check=0)
        files = self.opened(self.newest(), passphrase=WORDS)
        self.assertLess(FORMS | {"document.docx"}, set(files))
        with zipfile.ZipFile(io.BytesIO(files["document.docx"])) as document:
            self.assertIn("Mara Example", document.read("word/document.xml").decode())
        self.assertEqual(self.export("--docx", "--pdf", export_passphrase=WORDS).code, 64)

    def test_every_form_says_the_same_words(self):
        self.export(export_passphrase=WORDS, check=0)
        files = self.opened(self.newest(), passphrase=WORDS)
        pdf = self.vault.folder / "d.pdf"
        pdf.write_bytes(files["document.pdf"])
        shown = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True,
                               text=True).stdout
        for words in ("Mara Example", "Signed by Dr. Ada Sample, LMFT"):
            for text in (shown, *(files[f"document.{each}"].decode() for each in (
                    "txt", "md", "html"))):
                self.assertIn(words, " ".join(text.split()))
        bundle = json.loads(files["document.fhir.json"])
        self.assertEqual((bundle["resourceType"], bundle["type"]), ("Bundle", "document"))

    def test_a_correspondent_opens_it_with_the_key_on_file(self):
        self.vault.ok("correspondent", "add", "--from", "-", "--no-input", stdin=DOCTOR)
        self.export("--for", "R1", "--basis", "treatment_506", "--from", "-", "--no-input",
                    stdin=TREATMENT, check=0)
        files = self.opened(self.newest(), "--identity", "reader.txt")
        cover = files["cover.txt"].decode()
        for words in ("Dr. Invented Reader", "1 Sample Road", "document.pdf", "Treatment"):
            self.assertIn(words, cover)
        self.assertTrue(files["cover.pdf"].startswith(b"%PDF-"))
        row, = self.vault.json("disclosure", "list", "C1")
        self.assertEqual((row["recipient"], row["basis"], row["accounted"]),
                         ("Dr. Invented Reader", "treatment_506", False))
        self.assertEqual([each["name"] for each in row["documents"]], ["D1"])
        self.assertEqual(row["medium"]["file"], self.newest())
        done = [each for each in self.vault.entries() if each["act"] == "export.done"][-1]
        self.assertEqual(done["details"]["digest"], row["medium"]["digest"])
        self.assertVerifies(self.vault)

    def test_the_row_and_the_entry_are_one_act(self):
        """A revision more in the same entry: neither is ever there without the other."""
        before = len(self.vault.entries())
        self.export("--basis", "individual_524", "--from", "-", "--no-input", "--recipient", READER,
                    stdin=ACCESS, check=0)
        acts = [each["act"] for each in self.vault.entries()[before:]
                if each["act"] != "audit.view"]
        self.assertEqual(acts, ["export.intent", "export.done"])
        self.assertEqual(len(self.vault.json("disclosure", "list")), 1)

    def test_a_basis_that_does_not_reach_the_recipient_is_refused(self):
        for basis, kind in [("payment_506", "employer"), ("treatment_506", "client"),
                            ("individual_524", "provider"), ("auth_508", "provider")]:
            result = self.export(
                "--basis", basis, "--from", "-", "--no-input", "--recipient", READER,
                stdin=f"recipient: Someone Invented\nkind: {kind}\npurpose: treatment\n")
            self.assertTwoLines(result, 8)
        self.assertEqual(list(self.stick.iterdir()), [])
        self.assertEqual(self.vault.json("disclosure", "list"), [])
        self.assertEqual(self.vault.acts().count("disclosure.refuse"), 4)

    def test_other_bases_need_a_reason_and_are_accounted(self):
        order = "recipient: County Court\nkind: court\npurpose: legal\nbasis: order_512e1i\n"
        self.assertTwoLines(self.export("--from", "-", "--no-input", "--recipient", READER,
                                        stdin=order), 3)
        self.export("--from", "-", "--no-input", "--recipient", READER,
                    stdin=order + "reason: order of May 4\n", check=0)
        # No consent reaches the court: the order stands in for one. Her own access asks for none.
        self.export("--basis", "individual_524", "--from", "-", "--no-input", "--recipient", READER,
                    stdin=ACCESS, check=0)
        override, = [each for each in self.vault.entries() if each["act"] == "disclosure.override"]
        self.assertEqual(override["details"]["basis"], "order_512e1i")
        row = self.vault.json("disclosure", "list")[0]
        self.assertEqual((row["accounted"], row["reason"]), (True, "order of May 4"))

    def test_several_documents_are_one_export(self):
        self.vault.ok("amend", "D1", "--from", "-", "--no-input",
                      stdin="kind: addendum\ntext: She called later about the appointment.\n")
        self.vault.ok("review", "D2", "--decide", "-", stdin=self.vault.accept_all("D2"))
        self.vault.ok("sign", "D2", passphrase=PASSPHRASE)
        result = self.vault.json("export", "D1", "D2", "D1", "--to", "stick",
                                 export_passphrase=WORDS)
        self.assertEqual(result["documents"], ["D1", "D2"])
        files = self.opened(result["file"], passphrase=WORDS)
        self.assertLess({"document-1.pdf", "document-2.pdf", "proof-2.txt"}, set(files))
        self.assertIn("appointment", files["document-2.txt"].decode())

    def test_documents_of_two_clients_do_not_travel_together(self):
        self.vault.ok("client", "add", "--from", "-", "--no-input",
                      stdin="name: Noel Placeholder\nborn: 1975-11-02\n")
        when = "".join(session_text().splitlines(True)[:3])
        self.vault.ok("draft", "document", "phone", "C2", "--from", "-", "--no-input", stdin=(
            when + "who: client\ncontent: asked for a time\naction: gave one\n"))
        self.vault.ok("review", "D2", "--decide", "-", stdin=self.vault.accept_all("D2"))
        self.vault.ok("sign", "D2", passphrase=PASSPHRASE)
        self.assertTwoLines(self.vault.run("export", "D1", "D2", "--to", "stick",
                                           export_passphrase=WORDS), 8)

    def test_a_whole_file_holds_the_record_and_what_is_attached_but_no_psychotherapy_note(self):
        scan = b"%PDF-1.4 invented " + bytes(range(256)) * 5000
        (self.vault.folder / "scan.pdf").write_bytes(scan)
        self.vault.ok("attach", "add", "C1", "scan.pdf", "--no-input")
        self.vault.ok("psychotherapy", "add", "C1", "--from", "-", stdin="Zanzibarword alone.\n")
        self.vault.ok("measure", "add", "C1", "--from", "-",
                      stdin="instrument: GAD-7\ndate: 2026-11-02\ntotal: 12\n")
        result = self.vault.json("export", "--client", "C1", "--to", "stick", "--basis",
                                 "individual_524", "--from", "-", "--no-input", "--recipient",
                                 READER, stdin=ACCESS)
        self.assertEqual(result["documents"], ["D1"])
        files = self.opened(result["file"], "--identity", "reader.txt")
        self.assertEqual(files["attachment-1.pdf"], scan)
        record = json.loads(files["record.fhir.json"])
        kinds = [each["resource"]["resourceType"] for each in record["entry"]]
        for kind in ("Patient", "Encounter", "Condition", "Observation", "Composition"):
            self.assertIn(kind, kinds)
        self.assertNotIn("Zanzibarword", "".join(
            content.decode("utf-8", "replace") for content in files.values()))
        row, = self.vault.json("disclosure", "list")
        self.assertEqual([each["name"] for each in row["documents"]], ["D1", "C1", "F1"])
        self.assertVerifies(self.vault)

    def test_a_reader_who_has_only_a_pdf_program(self):
        self.assertEqual(self.export("--pdf", "--recipient", READER).code, 64)
        self.assertTwoLines(self.vault.run("export", "--client", "C1", "--pdf", "--to", "stick",
                                           export_passphrase=WORDS), 64)
        result = self.vault.json("export", "D1", "--pdf", "--to", "stick",
                                 export_passphrase=WORDS)
        pages = self.stick / result["file"]
        self.assertRegex(pages.name, r"^export-[-0-9]{10}-[0-9a-f]{8}\.pdf$")
        shown = subprocess.run(["pdftotext", "-upw", WORDS, pages, "-"], capture_output=True,
                               text=True)
        self.assertIn("Mara Example", shown.stdout)
        self.assertNotEqual(subprocess.run(["pdftotext", pages, "-"],
                                           capture_output=True).returncode, 0)
        locked = subprocess.run(["qpdf", "--show-encryption", f"--password={WORDS}", pages],
                                capture_output=True, text=True)
        self.assertIn("AESv3", locked.stdout)
        self.assertIn("with a password", self.vault.ok("verify", "stick").out)
        whole = pages.read_bytes()
        pages.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
        self.assertEqual(self.vault.run("verify", "stick").code, 5)

    def test_a_whole_file_for_nobody_is_her_own_copy(self):
        vault = Vault.at(self, "client").open()
        (vault.folder / "stick").mkdir()
        vault.ok("export", "--client", "C1", "--to", "stick", export_passphrase=WORDS)
        self.assertEqual(vault.json("disclosure", "list"), [])
        self.assertEqual(vault.run("export", "--to", "stick").code, 64)
        self.assertEqual(vault.run("export", "D1", "--client", "C1", "--to", "stick").code, 64)

    def test_open_only_in_words_and_with_a_reason(self):
        self.assertEqual(self.export("--unencrypted").code, 64)
        self.assertEqual(self.export("--reason", "none").code, 64)
        self.assertEqual(self.export("--unencrypted", "--reason", "x", "--recipient",
                                     READER).code, 64)
        self.assertEqual(list(self.stick.iterdir()), [])
        self.export("--unencrypted", "--reason", "the school has no age", "--basis",
                    "individual_524", "--from", "-", "--no-input", stdin=ACCESS, check=0)
        folder = self.stick / self.newest("export-*[0-9a-f]")
        self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
        check = subprocess.run(["sha256sum", "-c", "--strict", "MANIFEST"], cwd=folder,
                               capture_output=True, text=True)
        self.assertEqual(check.returncode, 0, check)
        row, = self.vault.json("disclosure", "list")
        self.assertFalse(row["medium"]["isEncrypted"])
        self.assertIn("the school has no age", row["reason"])
        self.assertEqual(self.vault.run("verify", "stick").code, 0)

    @unittest.skipUnless(pexpect, "python3-pexpect is not installed")
    def test_enter_makes_a_passphrase_and_shows_it_once(self):
        screen = Screen(self.vault, "export", "D1", "--to", "stick")
        screen.type(r"Enter makes one\): $", "")
        screen.child.expect(r"shown this once:\s+([a-z ]+?)\r\n")
        words = screen.child.match[1]
        self.assertEqual(len(words.split()), 6)
        screen.type(r"press Enter\. $", "")
        self.assertEqual(screen.end(), 0, screen.text)
        self.assertEqual(screen.text.count(words), 1)
        self.opened(self.newest(), passphrase=words)
        for path in [self.vault.file, *self.vault.state.rglob("*")]:
            self.assertNotIn(words.encode(), path.read_bytes() if path.is_file() else b"")

    @unittest.skipUnless(pexpect, "python3-pexpect is not installed")
    def test_at_a_terminal_the_word_is_asked_for(self):
        for typed, code in [("yes", 130), ("unencrypted", 0)]:
            screen = Screen(self.vault, "export", "D1", "--to", "stick", "--unencrypted",
                            "--reason", "none")
            screen.type(r"open to anyone: $", typed)
            self.assertEqual(screen.end(), code, screen.text)
        self.assertEqual(len(list(self.stick.glob("export-*[0-9a-f]"))), 1)

    def test_keys_that_are_none_are_not_filed(self):
        for key in ("age1", "AGE-SECRET-KEY-1QQQQ", READER[:-1], READER + "q", "ssh-ed25519 AAAA"):
            result = self.vault.run("correspondent", "add", "--from", "-", "--no-input",
                                    stdin=DOCTOR.replace(READER, key))
            self.assertTwoLines(result, 64)
        self.assertEqual(self.vault.json("correspondent", "list"), [])

    def test_names_are_neutral_and_nothing_of_the_client_stands_outside(self):
        self.vault.ok("correspondent", "add", "--from", "-", "--no-input", stdin=DOCTOR)
        self.export("--for", "R1", "--basis", "treatment_506", "--from", "-", "--no-input",
                    stdin=TREATMENT, check=0)
        self.vault.ok("backup", "--to", "stick")
        for path in self.stick.rglob("*"):
            # Long enough that sealed bytes do not spell them by chance.
            for word in (b"Mara Example", b"Invented Reader", b"anxiety", b"sleep of", b"F41.1"):
                self.assertNotIn(word, path.name.encode())
                self.assertNotIn(word, path.read_bytes())
        trail = json.dumps(self.vault.entries())
        for word in ("Mara", "Reader", "Sample Road"):
            self.assertNotIn(word, trail)


if __name__ == "__main__":
    unittest.main()
