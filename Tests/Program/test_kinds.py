"""Every kind of note, by the session it is about; documents of a client's file."""

import datetime
import re
import unittest

from samples import JOTTING, session_text
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

TODAY = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
RISK = "si: no\nhi: no\nsh: no\nrisk: risk low, at baseline\n"
COMMON = """reported: anx less this wk, slp 6h
o: mood calm, affect full range
did: led mindfulness exercise; taught wise mind w/ examples from the week
r: practiced skill in session w/o prompts
a: GAD sx improving
progress: improved
nec: anx impairs work
p: cont weekly
""" + RISK
GROUP = """topic: wise mind
members: 6
leaders: the writer and a co-leader
participation: attentive, gave feedback to another member
""" + COMMON
PHONE = "".join(line + "\n" for line in session_text().splitlines()[:3]) + """who: Client called
content: panic attack at the bus stop this morning, used breathing
action: reviewed breathing and next exposure step
"""
PLAN = """warning-signs: Lying awake after 3 a.m.
coping: Walk around the pond
distraction: Choir on Tuesdays
helpers: My sister, 555-0100
professionals: 988 by call or text
means: My sister keeps the tablets.
reasons: I want to see the spring.
agreed: Client agrees with each step and has a copy.
"""
OTHER = """name: Jonas Placeholder
born: 1985-02-03
called: client
pronouns: he
diagnosis: F41.1
"""


class Kinds(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "client").open()

    def session(self, **changed):
        text = session_text()
        for field, value in changed.items():
            kept = [line for line in text.splitlines() if not line.startswith(f"{field}:")]
            text = "\n".join(kept + ([f"{field}: {value}"] if value else [])) + "\n"
        added = self.vault.ok("session", "add", "C1", "--from", "-", "--no-input", stdin=text)
        return re.search(r"S\d+", added.out)[0]

    def draft(self, *words, text="", code=0):
        return self.vault.run("draft", *words, "--no-input",
                              *(["--from", "-"] if text else []), stdin=text, check=code)

    def sign(self, document):
        self.vault.ok("review", document, "--decide", "-", stdin=self.vault.accept_all(document))
        return self.vault.run("sign", document, passphrase=PASSPHRASE)

    def test_the_session_says_which_note_it_needs(self):
        for type, code, label in [("intake", "90791", "Intake"), ("group", "90853", "Group note"),
                                  ("couple", "90847", "Couple or family"),
                                  ("crisis", "90839", "Crisis note"),
                                  ("individual", "90834", "Progress note (SOAP)")]:
            with self.subTest(type):
                session = self.session(type=type, code=code)
                self.assertIn(label, self.draft("note", session, text=RISK, code=3).out)
        # Unless she says another one.
        self.assertIn("Progress note (DAP)", self.draft(
            "note", session, "--format", "dap", text=RISK, code=3).out)
        self.assertIn("soap", self.draft("note", session, "--format", "soup", text=RISK,
                                         code=64).err)

    def test_a_session_that_was_missed_needs_a_note_of_its_own(self):
        session = self.session(missed="no-show")
        drafted = self.draft("note", session, text="outreach: called, left a neutral voicemail\n"
                             "risk: nothing known that calls for more\nplan: call again\n")
        self.assertIn("did not come to the session", drafted.out)
        document = drafted.out.split()[0]
        self.assertEqual(self.sign(document).code, 0)
        # A missed session is no attendance, whatever is signed about it.
        shown = self.vault.ok("show", document).out
        self.assertIn("Appointment:", shown)
        for absent in ("Service code", "Participants", "minutes"):
            self.assertNotIn(absent, shown)

    def test_nobody_else_is_named_in_a_note_of_a_group(self):
        self.vault.ok("client", "add", "--from", "-", "--no-input", stdin=OTHER)
        session = self.session(type="group", code="90853")
        named = GROUP.replace("another member", "Jonas")
        document = self.draft("note", session, text=named, code=3).out.split()[0]
        self.vault.run("review", document, "--decide", "-",
                       stdin=self.vault.accept_all(document), check=3)
        refused = self.vault.run("sign", document, passphrase=PASSPHRASE)
        self.assertTwoLines(refused, 3)
        self.assertNotIn("Jonas", refused.err)
        self.draft("note", document, text=GROUP)
        self.assertEqual(self.sign(document).code, 0)

    def test_documents_of_a_file(self):
        for type, text, words in [("phone", PHONE, "a panic attack at the bus stop"),
                                  ("safety-plan", f"date: {TODAY}\n" + PLAN, "988 by call")]:
            with self.subTest(type):
                document = self.draft("document", type, "C1", text=text).out.split()[0]
                self.assertEqual(self.sign(document).code, 0)
                self.assertIn(words, self.vault.ok("show", document).out)
        self.assertIn("discharge", self.draft("document", "discharged", "C1", text=PHONE,
                                              code=64).err)
        self.assertVerifies(self.vault)

    PLAN = ("goals: Return to driving.\nobjectives: {}\nrisk: Low.\nlevel: Outpatient.\n"
            "interventions: Graded exposure, weekly, by the therapist\n"
            "frequency: Weekly, 53 minutes, for 16 weeks.\n"
            "discharge: the GAD-7 stays below 8 for 4 weeks.\nparticipation: She agrees.\n")

    def test_notes_and_the_next_plan_refer_to_the_signed_plan(self):
        self.vault.ok("measure", "add", "C1", "--from", "-", stdin="instrument: GAD-7\ntotal: 15\n")
        plan = self.PLAN.format("reduce GAD-7 from 15 to below 8 within 12 weeks")
        self.draft("plan", "C1", text=plan)
        self.assertEqual(self.sign("D1").code, 0)
        due = (datetime.date.fromisoformat(TODAY) + datetime.timedelta(days=90)).isoformat()
        file = self.vault.json("client", "show", "C1")
        self.assertIn(due, str(file))
        self.assertIn("“Plan objectives” is missing", self.draft("note", "S1", text=JOTTING, code=3).out)
        self.assertIn("no objective 2", self.draft("note", "D2", text="obj: 2\n", code=3).out)
        noted = " ".join(self.draft("note", "D2", text="obj: 1\n").out.split())
        self.assertIn("The session worked on objective 1 of the plan of", noted)
        self.assertIn("reduce GAD-7 from 15 to below 8 within 12 weeks.", noted)
        again = self.draft("plan", "C1", text=plan, code=3)
        self.assertIn("Of 1 of 1 objectives of the last plan no outcome", again.out)
        self.draft("plan", "D3", text="outcomes: improved: GAD-7 11 in November\n")
        self.assertVerifies(self.vault)

    def test_a_sentence_is_moved_to_another_section(self):
        self.draft("note", "S1", text=JOTTING)
        self.vault.ok("review", "D1", "--decide", "-", stdin="1 move: plan\n2-40 accept\n".replace(
            "40", str(len(self.vault.json("review", "D1")["sentences"]))))
        shown = self.vault.json("review", "D1")
        self.assertEqual(shown["sentences"][0]["section"], "Plan")
        self.vault.run("review", "D1", "--decide", "-", stdin="1 move: nowhere\n", check=1)
        self.vault.ok("review", "D1", "--decide", "-", stdin="1 accept\n")
        self.assertEqual(self.vault.run("sign", "D1", passphrase=PASSPHRASE).code, 0)
        self.assertLess(self.vault.ok("show", "D1").out.index("\nPLAN"),
                        self.vault.ok("show", "D1").out.index("increased anxiety"))

    def test_many_are_signed_with_one_passphrase(self):
        for _ in range(2):
            document = self.draft("document", "phone", "C1", text=PHONE).out.split()[0]
            self.vault.ok("review", document, "--decide", "-", stdin=self.vault.accept_all(document))
        signed = self.vault.run("sign", "D1", "D2", "d1", passphrase=PASSPHRASE, check=0)
        self.assertEqual(signed.out.count("Signed D"), 2)
        self.assertEqual([each["state"] for each in self.vault.json("list")], ["signed"] * 2)

    def test_a_draft_goes_on(self):
        document = self.draft("document", "phone", "C1", text=PHONE.replace(
            "who: Client called\n", ""), code=3).out.split()[0]
        self.assertIn("Client called", self.draft("document", document, text=PHONE).out)


if __name__ == "__main__":
    unittest.main()
