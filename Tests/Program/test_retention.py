"""Which charts must still be kept, as she asks for it; and what a legal hold does."""

import json
import unittest

from vault_program import Vault
from vault_test_case import VaultTestCase

CLIENT = """name: {name}
born: 1970-02-03
payer: {payer}
"""
SESSION = """date: {day}
start: 10:00
stop: 10:50
type: individual
participants: client
place: 11
code: 90834
"""
RULES = {"notice": "invented", "rows": [{
    "id": "plain-health", "name": "Plain Health", "retention": [{
        "id": "plain-contract", "covers": "chart", "applies_to": "clinicians in its network",
        "years": 60, "source": "an invented contract", "evidence": "seen",
        "verified_on": "2026-11-02"}], "timing": [], "notices": []}]}


class Retention(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "new").open()
        self.vault.ok("practice", "edit", "--from", "-", stdin="jurisdiction: CA\n")

    def add(self, name, day, payer="self-pay", closed=True):
        client = self.vault.ok("client", "add", "--from", "-", "--no-input",
                               stdin=CLIENT.format(name=name, payer=payer)).out.split()[1]
        self.vault.ok("session", "add", client, "--from", "-", "--no-input",
                      stdin=SESSION.format(day=day))
        if closed:
            self.vault.ok("client", "discharge", client, "--from", "-",
                          stdin=f"closed: {day}\nclosed-reason: goals-met\n")
        return client

    def standing(self):
        return {row["client"]: row["standing"] for row in self.vault.json("retention")}

    def test_every_chart_has_its_place_and_its_rule(self):
        due = self.add("Ada Invented", "2010-03-04")
        young = self.add("Bea Invented", "2024-03-04")
        held = self.add("Cleo Invented", "2010-03-04")
        unknown = self.add("Dora Invented", "2010-03-04", payer="Plain Health")
        opened = self.add("Ella Invented", "2010-03-04", closed=False)
        self.vault.ok("client", "hold", held, "--reason", "board complaint")
        self.assertEqual(self.standing(), {
            due: "due", young: "not-yet", held: "held", unknown: "unknown", opened: "open"})
        rows = {row["client"]: row for row in self.vault.json("retention")}
        self.assertEqual(rows[due]["earliest"], "2017-03-05")
        self.assertEqual(rows[young]["earliest"], "2031-03-05")
        self.assertEqual(rows[due]["rule"], "ca-boards")
        self.assertTrue(rows[due]["source"])
        self.assertEqual(rows[unknown]["unknown"], ["unlisted-payer"])
        shown = self.vault.ok("retention").out
        for words in (f"{due}", "since 2017-03-05", "On hold (1)", "Not known, so kept (1)",
                      "the payer on file is not in the table", "6 years", "No legal advice"):
            self.assertIn(words, shown)
        for word in ("Ada", "Invented", "complaint", "Plain Health"):
            self.assertNotIn(word, shown)
        for command in ("today", "week"):
            self.assertIn("no longer be kept", self.vault.ok(command).out)
        self.assertEqual([row["client"] for row in self.vault.json("week")["retention"]], [due])
        self.assertVerifies(self.vault)

    def test_a_hold_shows_on_her_page_and_nowhere_outside(self):
        client = self.add("Ada Invented", "2010-03-04")
        self.vault.ok("client", "hold", client, "--reason", "board complaint 17")
        self.assertIn("board complaint 17", self.vault.ok("client", "show", client).out)
        self.assertNotIn(b"complaint", self.vault.file.read_bytes())
        self.assertNotIn("complaint", json.dumps(self.vault.entries()))
        self.assertTwoLines(self.vault.run("client", "hold", client, "--reason", "x"), 1)
        # What is edited through the form leaves it, and so does taking the client back.
        self.vault.ok("client", "edit", client, "--from", "-", stdin="pronouns: they\n")
        self.assertEqual(self.standing()[client], "held")
        self.vault.ok("client", "reopen", client)
        self.assertEqual(self.standing()[client], "held")
        self.vault.ok("client", "release", client)
        self.assertEqual(self.standing()[client], "open")
        self.assertTwoLines(self.vault.run("client", "release", client), 1)
        self.assertTwoLines(self.vault.run("client", "hold", client), 64)
        acts = self.vault.acts()
        self.assertEqual((acts.count("client.hold"), acts.count("client.release")), (1, 1))

    def test_rules_of_her_own(self):
        client = self.add("Dora Invented", "2010-03-04", payer="Plain Health")
        self.assertEqual(self.standing(), {client: "unknown"})
        (self.vault.folder / "payers.json").write_text(json.dumps(RULES))
        self.vault.ok("reference", "rules", "--payers", "payers.json")
        self.assertEqual(self.standing(), {client: "not-yet"})
        row = self.vault.json("retention")[0]
        self.assertEqual((row["rule"], row["earliest"]), ("plain-contract", "2070-03-05"))
        self.assertIn("verified on 2026-11-02",
                      self.vault.ok("reference", "rules", "plain health", "--own").out)
        self.vault.ok("reference", "rules", "--reset")
        self.assertEqual(self.standing(), {client: "unknown"})

    def test_what_the_program_writes_it_takes_again_and_nothing_that_is_wrong(self):
        shown = self.vault.ok("reference", "rules", "CA", "--json").out
        (self.vault.folder / "states.json").write_text(shown)
        self.vault.ok("reference", "rules", "--states", "states.json")
        before = len(self.vault.entries())
        for wrong in ("", "{}", shown.replace('"years" : 7', '"years" : 7000'),
                      shown.replace('"covers"', '"cover"')):
            (self.vault.folder / "states.json").write_text(wrong)
            result = self.vault.run("reference", "rules", "--states", "states.json")
            self.assertNotEqual(result.code, 0, result)
            self.assertTwoLines(result)
        self.assertEqual(len(self.vault.entries()), before + 1)


if __name__ == "__main__":
    unittest.main()
