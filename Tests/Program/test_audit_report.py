"""The report for a compliance reviewer, from a vault with a signed note: what it tells and hides."""

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

from vault_program import Vault
from vault_test_case import VaultTestCase

VERIFIER = pathlib.Path(__file__).parent.parent / "Verifier" / "verify_trail.py"
TODAY = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
NAME = f"report-2026-01-01-{TODAY}"


class AuditReport(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()
        self.out = self.vault.folder / "out"
        self.out.mkdir()
        self.vault.ok("audit", "report", "--from", "2026-01-01", "--to", TODAY, "--out", "out")

    def file(self, suffix):
        return (self.out / (NAME + suffix)).read_text(encoding="utf-8")

    def test_it_is_noted_with_its_period(self):
        made = self.vault.entries()[-1]
        self.assertEqual(made["act"], "report.make")
        self.assertEqual(made["details"]["kind"], "audit")
        self.assertEqual(made["details"]["until"], TODAY)

    def test_no_file_names_a_client_or_quotes_a_note(self):
        for path in self.out.iterdir():
            text = path.read_bytes()
            if path.suffix == ".pdf":
                text = subprocess.run(["pdftotext", path, "-"], capture_output=True,
                                      check=True).stdout
            for word in (b"Mara", b"Example", b"anxi", b"F41"):
                self.assertNotIn(word, text, path.name)

    def test_the_trail_beside_it_holds_for_two_programs(self):
        trail = self.out / (NAME + "-trail.txt")
        self.assertEqual(self.vault.run("audit", "verify", trail).code, 0)
        second = subprocess.run([sys.executable, VERIFIER, trail], capture_output=True)
        self.assertEqual(second.returncode, 0, second.stdout)

    def test_counts_are_those_of_the_trail(self):
        acts = list(csv.DictReader(io.StringIO(self.file("-acts.csv"))))
        # What came after: that it was made.
        entries = self.vault.entries()[:-1]
        self.assertEqual([row["act"] for row in acts], [entry["act"] for entry in entries])
        report = json.loads(self.file(".json"))
        signed = next(figure for section in report["sections"] for figure in section["figures"]
                      if figure["label"] == "Signed")
        self.assertEqual(signed["entries"], [
            entry["number"] for entry in entries if entry["act"] == "document.sign"])

    def test_codes_are_told_to_her_alone(self):
        code, = self.vault.json("audit", "codes")
        self.assertEqual(code["client"], "C1")
        self.assertIn(code["code"], self.file(".html"))

    @unittest.skipUnless(shutil.which("chromium"), "no browser here")
    def test_the_page_finds_that_it_is_what_was_signed(self):
        with tempfile.TemporaryDirectory() as profile:
            page = subprocess.run(
                ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
                 "--virtual-time-budget=20000", f"--user-data-dir={profile}", "--dump-dom",
                 (self.out / (NAME + ".html")).as_uri()],
                capture_output=True, text=True, timeout=120, check=True).stdout
        self.assertEqual(re.search(r'data-result="(\w+)"', page)[1], "holds", page[-2000:])

    def test_a_period_that_is_none_is_refused(self):
        for period in (("2026-02-01", "2026-01-01"), ("2026-01-01", "2999-01-01"), ("x", TODAY)):
            result = self.vault.run(
                "audit", "report", "--from", period[0], "--to", period[1], "--out", "out")
            self.assertEqual(result.code, 64)


if __name__ == "__main__":
    unittest.main()
