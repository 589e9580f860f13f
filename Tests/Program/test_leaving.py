"""Leaving for good: everything in one file, and another vault that takes it over."""

import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import unittest

from samples import authorization
from second_opinion import check
from test_crashes import READER, READER_SECRET
from test_fhir import problems
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase


def practice_with_everything(test):
    """A vault that holds a record of every type."""
    vault = Vault.at(test, "signed").open()
    (vault.folder / "stick").mkdir()
    (vault.folder / "reader.txt").write_text(READER_SECRET)
    (vault.folder / "scan.pdf").write_bytes(b"%PDF-1.4 invented\n" * 100_000)
    vault.ok("attach", "add", "C1", "scan.pdf", "--no-input")
    vault.ok("client", "add", "--from", "-", "--no-input",
             stdin="name: Otto Invented\nborn: 1970-01-02\ndiagnosis: F41.1\n")
    vault.ok("client", "edit", "C2", "--from", "-", "--no-input", stdin="pronouns: he\n")
    vault.ok("jot", "C2", stdin="slept \"badly\", ,\"body\":{ again\n")
    vault.ok("consent", "add", "C1", "--from", "-", "--no-input",
             stdin=authorization("attendance"))
    vault.ok("measure", "add", "C1", "--from", "-",
             stdin="instrument: GAD-7\ntotal: 7\ndate: 2026-11-01\n")
    vault.ok("correspondent", "add", "--from", "-", "--no-input",
             stdin=f"name: Dr. Invented Reader\nkind: provider\nage-key: {READER}\n")
    vault.ok("export", "D1", "--to", "stick", "--for", "R1", "--basis", "treatment_506",
             "--from", "-", "--no-input", stdin="purpose: treatment\n")
    vault.ok("session", "add", "C2", "--from", "session.txt")
    vault.ok("draft", "note", "C2", "--from", "jotting.txt", "--no-input")
    vault.ok("psychotherapy", "add", "C1", "--from", "-", "--no-input", stdin="an invented dream")
    vault.ok("request", "add", "C1", "--from", "-", "--no-input",
             stdin="kind: access\nreceived: 2026-11-02\nasked: an invented copy\n")
    vault.ok("incident", "open", "--from", "-", "--no-input",
             stdin="kind: lost-stick\ndiscovered: 2026-11-02\nwhat: left on an invented train\n")
    vault.ok("audit", "review", "--sign", "--finding", "-", "--no-input", passphrase=PASSPHRASE,
             stdin="finding: an invented oddity\n")
    return vault


def leave(vault):
    """Exports everything, and gives the file."""
    before = set((vault.folder / "stick").glob("*.tar.age"))
    vault.ok("export", "--everything", "--to", "stick", "--recipient", READER)
    made, = set((vault.folder / "stick").glob("*.tar.age")) - before
    return made


def empty(test):
    vault = Vault(test)
    vault.ok("init", "--from", "practice.txt", "--unlock-memory", "64", passphrase=PASSPHRASE)
    vault.open()
    (vault.folder / "stick").mkdir()
    (vault.folder / "reader.txt").write_text(READER_SECRET)
    return vault


def opened(vault, file):
    """The files inside, by the age program and Python's tar."""
    plain = subprocess.run(["age", "-d", "-i", vault.folder / "reader.txt", file], check=True,
                           capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
        return {each.name: archive.extractfile(each).read() for each in archive}


def sealed(vault, plain):
    """Any archive, sealed for the reader by the age program."""
    file = vault.folder / "made.tar.age"
    file.write_bytes(subprocess.run(["age", "-r", READER], input=plain, check=True,
                                    capture_output=True).stdout)
    return file


def archive(files):
    """A ustar archive; a value that is a TarInfo is some other thing than a file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, contents in files:
            if isinstance(contents, tarfile.TarInfo):
                tar.addfile(contents)
                continue
            info = tarfile.TarInfo(name)
            info.size = len(contents)
            tar.addfile(info, io.BytesIO(contents))
    return out.getvalue()


def records(files):
    return {name: hashlib.sha256(contents).hexdigest() for name, contents in files.items()
            if name.endswith("records.jsonl")}


class Leaving(VaultTestCase):
    @classmethod
    def setUpClass(cls):
        cls.old = practice_with_everything(cls.of_all())
        cls.file = leave(cls.old)
        cls.files = opened(cls.old, cls.file)

    def take_over(self, vault, file=None, **options):
        return vault.run("import", "everything", file or self.file, "--identity", "reader.txt",
                         **options)

    def test_sticks_of_the_old_vault_hold_in_the_new_one(self):
        vault = empty(self)
        self.assertEqual(self.take_over(vault).code, 0)
        stick = vault.folder / "old"
        stick.mkdir()
        first = min(self.file.parent.glob("*.tar.age"), key=lambda each: each.stat().st_mtime_ns)
        for each in (first, self.file):
            shutil.copy2(each, stick)
        found = vault.json("verify", stick)
        self.assertEqual([each["state"] for each in found["files"]], ["unchanged"] * 2, found)
        # What is typed wrongly says nothing about a file.
        other = subprocess.run(["age-keygen"], check=True, capture_output=True).stdout
        (vault.folder / "other.txt").write_bytes(other)
        key = vault.json("verify", stick, "--key",
                         self.files["key.txt"].decode().strip(), "--identity", "other.txt")
        self.assertEqual([each["state"] for each in key["files"]], ["unopened"] * 2)

    def test_the_folders_hold_what_other_programs_read(self):
        names = set(self.files)
        for name in ("clients/C1/documents/D1.pdf", "clients/C1/documents/D1.txt",
                     "clients/C1/record.fhir.json", "clients/C1/attachments/F1.pdf",
                     "clients/C1/consents.json", "clients/C1/accounting.csv",
                     "clients/C2/record.fhir.json", "practice/records.jsonl",
                     "audit/trail.txt", "audit/entries.csv", "README.txt", "MANIFEST"):
            self.assertIn(name, names)
        self.assertTrue(self.files["clients/C1/documents/D1.pdf"].startswith(b"%PDF-"))
        self.assertEqual(self.files["clients/C1/attachments/F1.pdf"],
                         (self.old.folder / "scan.pdf").read_bytes())
        self.assertIn("Dr. Invented Reader", self.files["clients/C1/accounting.csv"].decode())
        for client in ("C1", "C2"):
            bundle = json.loads(self.files[f"clients/{client}/record.fhir.json"])
            self.assertEqual(problems(bundle), [])
        lines = [json.loads(line) for name in records(self.files)
                 for line in self.files[name].splitlines()]
        self.assertEqual(
            {line["type"] for line in lines},
            {"practice", "correspondent", "client", "session", "document", "attachment",
             "jotting", "consent", "disclosure", "measure", "request", "incident",
             "activity-review"})
        self.assertNotIn(b"invented dream", b"".join(self.files.values()))
        self.assertIn(b"pronouns", self.files["clients/C2/records.jsonl"])

    def test_psychotherapy_notes_stay_and_she_is_told(self):
        said = self.old.ok("export", "--everything", "--to", "stick", "--recipient", READER).out
        self.assertIn("1 psychotherapy note is not in it", said)

    def test_the_common_programs_check_it(self):
        folder = self.old.folder / "unpacked"
        folder.mkdir()
        subprocess.run(f"age -d -i reader.txt {self.file} | tar xf - -C unpacked", shell=True,
                       check=True, cwd=self.old.folder)
        subprocess.run(["sha256sum", "--quiet", "-c", "MANIFEST"], check=True, cwd=folder)
        check(folder, (folder / "key.txt").read_text().splitlines()[0])

    def test_another_vault_has_the_same_records_with_the_same_digests(self):
        vault = empty(self)
        said = self.take_over(vault, check=0).out
        self.assertIn("Took over 2 clients", said)
        self.assertIn(self.files["key.txt"].decode().splitlines()[0], said)
        self.assertVerifies(vault)
        for words in (["list"], ["client", "list"], ["consent", "list", "C1"],
                      ["disclosure", "list"], ["correspondent", "list"], ["attach", "list", "C1"],
                      ["show", "D1"], ["client", "show", "C1"], ["search", "cognitive"]):
            self.assertEqual(vault.ok(*words).out, self.old.ok(*words).out, words)
        again = opened(vault, leave(vault))
        self.assertEqual(records(again), records(self.files))
        self.assertEqual(again["practice/settings.json"], self.files["practice/settings.json"])
        self.assertEqual(again["audit/earlier-1.txt"], self.files["audit/trail.txt"])
        self.assertEqual(again["audit/earlier-1.checkpoint.txt"], self.files["checkpoint.txt"])
        self.assertEqual(again["clients/C1/documents/D1.signature"],
                         self.files["clients/C1/documents/D1.signature"])
        self.assertEqual(vault.acts()[-1], "export.done")

    def test_a_document_that_was_taken_over_leaves_with_its_old_signature_and_proof(self):
        vault = empty(self)
        self.take_over(vault, check=0)
        vault.ok("export", "D1", "--to", "stick", "--recipient", READER)
        exported, = (vault.folder / "stick").glob("*.tar.age")
        result = vault.json("unseal", exported, "--identity", "reader.txt")
        self.assertTrue(all(result[each] for each in ("complete", "listed", "signed", "inTrail")))
        check(vault.folder / result["folder"], result["key"])
        findings = vault.json("verify", "stick")["files"]
        self.assertEqual({each["state"] for each in findings}, {"whole"}, findings)

    def test_work_goes_on_in_the_new_vault(self):
        vault = empty(self)
        self.take_over(vault, check=0)
        vault.ok("review", "D2", "--decide", "-", stdin=vault.accept_all("D2"))
        vault.ok("sign", "D2", passphrase=PASSPHRASE)
        vault.ok("export", "--client", "C2", "--to", "stick", "--recipient", READER)
        exported, = (vault.folder / "stick").glob("*.tar.age")
        result = vault.json("unseal", exported, "--identity", "reader.txt")
        self.assertTrue(all(result[each] for each in ("complete", "listed", "signed", "inTrail")))
        third = empty(self)
        self.take_over(third, leave(vault), check=0)
        self.assertVerifies(third)
        files = opened(third, leave(third))
        self.assertEqual(files["audit/earlier-1.txt"], self.files["audit/trail.txt"])
        self.assertIn("audit/earlier-2.txt", files)
        self.assertEqual(len(files["key.txt"].splitlines()), 3)
        for document in ("D1", "D2"):
            third.ok("export", document, "--to", "stick", "--recipient", READER)

    def test_only_an_empty_vault_takes_it(self):
        vault = Vault.at(self, "client").open()
        (vault.folder / "reader.txt").write_text(READER_SECRET)
        before = vault.ok("list").out
        self.assertTwoLines(self.take_over(vault), 8)
        self.assertEqual(vault.ok("list").out, before)

    def test_the_same_vault_as_it_once_was_does_not_take_it(self):
        vault = Vault.at(self, "new").open()
        (vault.folder / "reader.txt").write_text(READER_SECRET)
        result = self.take_over(vault)
        self.assertTwoLines(result, 8)
        self.assertIn("this very vault", result.err)
        self.assertVerifies(vault)

    def test_any_other_export_is_refused(self):
        vault = empty(self)
        self.old.ok("export", "D1", "--to", "stick", "--recipient", READER)
        for file in (self.old.folder / "stick").glob("*.tar.age"):
            if file.stat().st_size < 1 << 20:
                self.assertTwoLines(self.take_over(vault, file), 1)
        self.assertEqual(vault.json("client", "list"), [])

    def refused(self, vault, files, what):
        result = self.take_over(vault, sealed(vault, archive(files)))
        self.assertNotEqual(result.code, 0, what)
        self.assertTwoLines(result)
        self.assertEqual(vault.json("client", "list"), [], what)

    def test_nothing_is_taken_of_a_changed_or_hostile_archive(self):
        vault = empty(self)
        files = list(self.files.items())
        # As it is, it would be taken; that is shown at the end.
        for index, (name, contents) in enumerate(files):
            changed = bytearray(contents or b"x")
            changed[len(changed) // 2] ^= 1
            self.refused(vault, [*files[:index], (name, bytes(changed)), *files[index + 1:]], name)
            self.refused(vault, files[:index] + files[index + 1:], f"without {name}")
        line = self.files["clients/C1/records.jsonl"].splitlines(keepends=True)
        for what, text in [
                ("a line twice", line[0] + b"".join(line)),
                ("revisions in another order", b"".join(reversed(line))),
                ("a cut line", b"".join(line)[:-9]),
                ("no JSON", b"\x00\xff\n" + b"".join(line)),
                ("a deep one", b"[" * 100_000 + b"\n")]:
            self.refused(vault, [(name, text if name.startswith("clients/C1/rec") else contents)
                                 for name, contents in files], what)
        link = tarfile.TarInfo("clients/C1/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        device = tarfile.TarInfo("clients/C1/device")
        device.type = tarfile.CHRTYPE
        for what, extra in [("a link", ("", link)), ("a device", ("", device)),
                            ("a way up", ("../up.txt", b"x")), ("a root", ("/tmp/up.txt", b"x")),
                            ("the same name", files[1]),
                            ("the same but for capitals", (files[1][0].upper(), files[1][1]))]:
            self.refused(vault, [extra, *files], what)
            self.refused(vault, [*files, extra], what)
        self.refused(vault, [], "nothing")
        whole = archive(files)
        for cut in (0, 511, 512, 4096, len(whole) // 2, len(whole) - 11_000):
            self.refused_bytes(vault, whole[:cut])
        self.assertNotIn("import.done", vault.acts())
        self.take_over(vault, sealed(vault, whole), check=0)

    def refused_bytes(self, vault, plain):
        result = self.take_over(vault, sealed(vault, plain))
        self.assertTwoLines(result)
        self.assertEqual(vault.json("client", "list"), [])


if __name__ == "__main__":
    unittest.main()
