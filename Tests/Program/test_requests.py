"""What clients ask for, with its clocks; and the account of disclosures that one of them is."""

import datetime
import json
import shutil
import subprocess
import unittest

from terminal_screen import Screen, pexpect
from test_crashes import READER
from vault_program import PASSPHRASE, Vault
from vault_test_case import VaultTestCase

CANARY = "zanzibarword"
COURT = ("recipient: County Court Canaria\nkind: court\npurpose: legal\nbasis: order_512e1i\n"
         "reason: order of May 4\n")
BOARD = ("recipient: Licensing Board Canaria\nkind: agency\npurpose: legal\n"
         "basis: oversight_512d\nreason: asked by letter\n")


def day(days=0):
    return datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days)


class RequestCase(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed").open()

    def add(self, kind, received, client="C1", **options):
        return self.vault.run(
            "request", "add", client, "--from", "-", "--no-input",
            stdin=f"kind: {kind}\nreceived: {received}\nasked: a copy of {CANARY}\n", **options)

    def change(self, verb, text, request="Q1", **options):
        return self.vault.run("request", verb, request, "--from", "-", "--no-input", stdin=text,
                              **options)

    def only(self):
        request, = self.vault.json("request", "list", "C1")
        return request


class Requests(RequestCase):
    def test_from_the_day_it_came_to_the_answer(self):
        self.assertIn("Noted as Q1.", self.add("access", day(-10), check=0).out)
        request = self.only()
        self.assertEqual((request["due"], request["state"]), (str(day(20)), "open"))
        self.change("extend", f"extended-on: {day()}\nextended-why: files are elsewhere\n",
                    check=0)
        self.assertEqual((self.only()["due"], self.only()["state"]), (str(day(50)), "extended"))
        self.change("decide", f"decision: granted\ndecided-on: {day()}\n", check=0)
        self.assertEqual(self.only()["state"], "decided")
        shown = self.change("close", f"sent: paper copy by mail\nsent-on: {day()}\n", check=0).out
        self.assertIn("in time", shown)
        self.assertEqual((self.only()["state"], self.only()["answered"]), ("closed", str(day())))
        acts = [act for act in self.vault.acts() if act.startswith("request.")]
        self.assertEqual(
            acts, ["request.open", "request.change", "request.change", "request.close"])
        self.assertVerifies(self.vault)

    def test_the_trail_tells_its_kind_and_no_word_of_it(self):
        self.add("amendment", day(), check=0)
        self.change("decide", f"decision: denied\nground: accurate\ndecided-on: {day()}\n", check=0)
        self.assertIn(CANARY, self.vault.ok("request", "show", "Q1").out)
        entries = self.vault.entries()
        told = [entry for entry in entries if entry["act"].startswith("request.")]
        self.assertEqual([entry["act"] for entry in told],
                         ["request.open", "request.change", "request.view"])
        for entry in told:
            self.assertEqual((entry["on"], entry["details"]["kind"]), ("Q1", "amendment"))
        text = json.dumps(entries).lower()
        for word in (CANARY, "example", "mara", "accurate"):
            self.assertNotIn(word, text)
        self.assertNotIn(CANARY.encode(), self.vault.file.read_bytes())

    def test_what_can_not_be_is_refused_and_nothing_is_lost(self):
        self.assertTwoLines(self.add("access", day(1)), 1)
        self.assertTwoLines(self.add("access", "1980-01-01"), 1)
        self.assertTwoLines(self.add("wish", day()), 1)
        self.assertTwoLines(self.vault.run("request", "add", "C1", "--from", "-", "--no-input",
                                           stdin="kind: access\n"), 3)
        self.assertTwoLines(self.add("access", day(), client="C9"), 1)
        self.assertEqual(self.vault.json("request", "list"), [])
        self.add("access", day(-40), check=0)
        before = self.only()
        for verb, text, code in [
                ("extend", f"extended-on: {day()}\nextended-why: late\n", 8),
                ("extend", f"extended-on: {day(-39)}\n", 3),
                ("decide", "decision: granted\n", 3),
                ("decide", f"decision: denied\ndecided-on: {day()}\n", 3),
                ("decide", f"decision: denied\nground: accurate\ndecided-on: {day()}\n", 1),
                ("decide", f"decision: granted\ndecided-on: {day(-41)}\n", 1),
                ("decide", f"decision: granted\ndecided-on: {day(1)}\n", 1),
                ("close", f"sent: a copy\nsent-on: {day()}\n", 8),
                ("edit", "paper: A1\n", 1)]:
            self.assertTwoLines(self.change(verb, text), code)
            self.assertEqual(self.only(), before)
        self.assertTwoLines(self.change("decide", "decision: granted\n", request="Q9"), 1)

    def test_it_is_extended_once_and_only_where_there_is_a_deadline(self):
        self.add("amendment", day(-5), check=0)
        letter = f"extended-on: {day()}\nextended-why: waiting for a colleague\n"
        self.change("extend", letter, check=0)
        self.assertTwoLines(self.change("extend", letter), 8)
        self.add("restriction", day(), check=0)
        self.assertTwoLines(self.change("extend", letter, request="Q2"), 8)

    def test_a_closed_one_is_corrected_by_edit_only(self):
        self.add("accounting", day(-2), check=0)
        self.change("decide", f"decision: granted\ndecided-on: {day()}\n", check=0)
        self.change("close", f"sent: by hand\nsent-on: {day()}\n", check=0)
        self.assertTwoLines(self.change("decide", "decision: denied\n"), 8)
        self.change("edit", f"sent-on: {day(-1)}\n", check=0)
        self.assertEqual(self.only()["answered"], str(day(-1)))

    def test_what_is_due_within_a_week_is_told(self):
        self.add("access", day(-22), check=0)
        self.assertNotIn("to answer", self.vault.ok("today").out)
        self.assertEqual(self.vault.json("today")["requests"], [])
        self.add("access", day(-23), check=0)
        self.add("access", day(-31), check=0)
        self.add("restriction", day(), check=0)
        self.assertIn("3 requests of clients to answer", self.vault.ok("today").out)
        due = {each["record"]: each["due"] for each in self.vault.json("today")["requests"]}
        self.assertEqual(due, {"Q2": str(day(7)), "Q3": str(day(-1)), "Q4": str(day())})
        week = self.vault.ok("week").out
        section = week[week.index("Requests of clients"):]
        self.assertRegex(section, rf"{day(-1)} +C1 +\S+ +Q3 .*overdue")
        self.assertNotRegex(section, r"Q2 .*overdue")
        self.assertIn("to be decided promptly", section)
        for request in ("Q2", "Q3", "Q4"):
            self.change("decide", f"decision: granted\ndecided-on: {day()}\n", request, check=0)
            self.change("close", f"sent: done\nsent-on: {day()}\n", request, check=0)
        self.assertEqual(self.vault.json("week")["requests"], [])

    def test_a_discharged_client_s_request_is_told_all_the_same(self):
        self.vault.ok("client", "discharge", "C1", "--from", "-",
                      stdin=f"closed: {day()}\nclosed reason: goals met\n")
        self.add("access", day(-30), check=0)
        self.assertEqual(len(self.vault.json("today")["requests"]), 1)

    def test_a_restriction_names_the_paper_that_is_held_to(self):
        self.add("restriction", day(), check=0)
        shown = self.change("decide", f"decision: granted\ndecided-on: {day()}\n", check=0).out
        self.assertIn("vault consent add C1 --kind restriction", " ".join(shown.split()))
        for kind, text in [
                ("communication", f"requested-on: {day()}\nagreed: yes\nphone: 555 0100\n"),
                ("restriction", f"requested-on: {day()}\nrequest: not to the plan\n"
                                "paid-in-full-no-plan: yes\n")]:
            self.vault.ok("consent", "add", "C1", "--kind", kind, "--from", "-", "--no-input",
                          stdin=text)
        self.assertTwoLines(self.change("edit", "paper: A1\n"), 1)
        self.change("edit", "paper: a2\n", check=0)
        # Paid in full: it must be agreed to (164.522(a)(1)(vi)).
        refused = self.change(
            "decide", f"decision: denied\nground: not-required\ndecided-on: {day()}\n")
        self.assertTwoLines(refused, 8)
        self.assertIn("you must agree", refused.err)
        self.assertEqual(self.only()["decision"], "granted")

    def test_it_is_found_by_search_and_goes_along_with_everything(self):
        self.add("access", day(), check=0)
        self.assertIn("Q1", [hit["record"] for hit in self.vault.json("search", CANARY)])

    @unittest.skipIf(pexpect is None, "python3-pexpect is not installed")
    def test_at_the_terminal(self):
        screen = Screen(self.vault, "request", "add", "C1")
        code = screen.answer({"What is it about": "1", "On which day": str(day(-3)),
                              "in the client's words": "everything on paper",
                              "form and format": "paper"})
        self.assertEqual(code, 0, screen.text)
        self.assertIn("27 days are left", screen.text)
        screen = Screen(self.vault, "request", "decide", "Q1")
        code = screen.answer({"How did you decide": "denied", "On which ground": "3",
                              "On which day": str(day())},
                             asked_again=("On which day", "", "This is needed"))
        self.assertEqual(code, 0, screen.text)
        self.assertIn("another licensed professional", " ".join(screen.text.split()))
        self.assertEqual(self.only()["ground"], "endangerment")


class AccountOfDisclosures(RequestCase):
    def setUp(self):
        super().setUp()
        (self.vault.folder / "stick").mkdir()
        (self.vault.folder / "paper").mkdir()

    def hand_over(self, order):
        self.vault.ok("export", "D1", "--to", "stick", "--from", "-", "--no-input", "--recipient",
                      READER, stdin=order)

    def account(self, *words):
        return self.vault.json("disclosure", "accounting", "C1", *words)

    def test_it_lists_what_is_reportable_and_a_series_once(self):
        self.hand_over("recipient: Mara Example\nkind: client\nbasis: individual_524\n"
                       "purpose: at the request of the client\n")
        self.assertEqual(self.account()["lines"], [])
        self.assertIn("no other disclosures", self.vault.ok("disclosure", "accounting", "C1").out)
        self.hand_over(COURT)
        self.hand_over(COURT)
        line, = self.account()["lines"]
        self.assertEqual((line["times"], line["disclosures"]), (2, ["E2", "E3"]))
        text = self.vault.ok("disclosure", "accounting", "C1").out
        self.assertIn("County Court Canaria", text)
        self.assertIn("2 times", text)
        self.assertNotIn("order of May 4", text)

    def test_it_is_written_to_be_handed_over_and_kept(self):
        self.hand_over(COURT)
        self.vault.ok("disclosure", "accounting", "C1", "--to", "paper")
        paper = self.vault.folder / "paper"
        stem = f"accounting-{day()}"
        self.assertEqual({path.name for path in paper.iterdir()},
                         {f"{stem}.{ending}" for ending in ("pdf", "txt", "csv")})
        shown = subprocess.run(["pdftotext", "-layout", paper / f"{stem}.pdf", "-"], check=True,
                               capture_output=True, text=True).stdout
        for text in (shown, (paper / f"{stem}.txt").read_text()):
            for words in ("Mara Example", "County Court Canaria", "Dr. Ada Sample"):
                self.assertIn(words, text)
        rows = (paper / f"{stem}.csv").read_text().splitlines()
        self.assertEqual(len(rows), 2)
        self.assertIn("County Court Canaria", rows[1])
        kept, = self.vault.json("attach", "list", "C1")
        self.vault.ok("attach", "save", kept["attachment"], "--to", "stick")
        saved, = (self.vault.folder / "stick").glob(f"{kept['attachment']}*")
        self.assertEqual(saved.read_bytes(), (paper / f"{stem}.pdf").read_bytes())
        entry, = [each for each in self.vault.entries() if each["act"] == "disclosure.account"]
        self.assertEqual((entry["details"]["count"], entry["details"]["outcome"]), ("1", "given"))
        self.assertNotIn("canaria", json.dumps(self.vault.entries()).lower())
        self.assertVerifies(self.vault)

    def test_what_an_agency_asks_to_suspend_is_left_out_and_she_is_told(self):
        self.hand_over(BOARD)
        self.hand_over(COURT)
        statement = f"agency: Board\nstated-on: {day()}\nstated: spoken\n"
        said = self.vault.ok("disclosure", "suspend", "E1", "--from", "-", "--no-input",
                             stdin=statement).out
        self.assertIn(f"{day(30):%B} {day(30).day}, {day(30).year}", said)
        account = self.account()
        self.assertEqual((account["suspended"], [line["disclosures"] for line in account["lines"]]),
                         (1, [["E2"]]))
        result = self.vault.ok("disclosure", "accounting", "C1")
        self.assertNotIn("Licensing Board", result.out)
        self.assertIn("agency asked", result.err)
        self.assertTwoLines(self.vault.run("disclosure", "suspend", "E2", "--from", "-",
                                           "--no-input", stdin=statement), 8)
        self.assertIn("disclosure.suspend", self.vault.acts())
        self.assertVerifies(self.vault)

    @unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
    def test_a_suspension_ends_by_itself(self):
        self.hand_over(BOARD)
        self.vault.ok("disclosure", "suspend", "E1", "--from", "-", "--no-input",
                      stdin=f"agency: Board\nstated-on: {day()}\nstated: spoken\n")
        for days, told in [(30, []), (31, [["E1"]])]:
            later = self.vault.ok("disclosure", "accounting", "C1", "--json",
                                  passphrase=PASSPHRASE, under=["faketime", "-f", f"+{days}d"])
            self.assertEqual(
                [line["disclosures"] for line in json.loads(later.out)["lines"]], told)


if __name__ == "__main__":
    unittest.main()
