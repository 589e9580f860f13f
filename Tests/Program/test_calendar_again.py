"""The same calendar given again, week after week: what moved there moves here, and nothing else.

The calendar is hers, and so are the corrections that she makes in the vault.
"""

import unittest

from test_all_or_nothing import appointments
from vault_program import Vault
from vault_test_case import VaultTestCase

NAMES = "Mara E = C1\nJo X = C2\n"


def event(uid, start="090000", title="Mara E", day="20261102", minutes=50, **more):
    hour, minute = int(start[:2]), int(start[2:4])
    stop = f"{hour + (minute + minutes) // 60:02}{(minute + minutes) % 60:02}00"
    lines = [f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART:{day}T{start}Z", f"DTEND:{day}T{stop}Z"]
    return "\r\n".join([*lines, *(f"{name.upper()}:{text}" for name, text in more.items())])


class CalendarAgain(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "new").open()
        self.vault.ok("import", "clients", "-", "--apply", stdin=(
            "name,born\nInvented Mara,1990-01-01\nInvented Jo,1991-01-01\n"))

    def take_in(self, *events):
        (self.vault.folder / "week.ics").write_text(appointments(*events))
        return self.vault.ok("import", "calendar", "week.ics", "--back", "3000", "--from", "-",
                             "--apply", stdin=NAMES).out

    def sessions(self):
        """Client, day, start, stop, missed."""
        found = []
        for each in self.vault.json("session", "list"):
            fields = {field["field"]: field["text"] for field in
                      self.vault.json("session", "show", each["session"])["fields"]}
            found.append((each["client"], *(
                fields.get(name, "") for name in ("date", "start", "stop", "missed"))))
        return sorted(found)

    def test_a_time_given_up_and_taken_again(self):
        """A session called off, and another at its time: two sessions, whatever comes again."""
        off, on = event("1", status="CANCELLED"), event("2")
        self.take_in(event("1"))
        for _ in range(2):
            self.take_in(off, on)
            self.assertEqual(self.sessions(), [
                ("C1", "2026-11-02", "09:00", "09:50", ""),
                ("C1", "2026-11-02", "09:00", "09:50", "cancelled")])

    def test_two_given_up_at_one_time_do_not_stop_the_others(self):
        self.take_in(event("1"), event("2"), event("3", start="100000"))
        self.assertEqual(len(self.sessions()), 2)
        self.take_in(event("1", status="CANCELLED"), event("2", status="CANCELLED"),
                     event("3", start="110000"))
        self.assertEqual(self.sessions(), [
            ("C1", "2026-11-02", "09:00", "09:50", "cancelled"),
            ("C1", "2026-11-02", "11:00", "11:50", "")])

    def test_an_appointment_that_passed_to_another_client(self):
        """The first one's session stays where it is, and is named."""
        self.take_in(event("1"))
        before = self.sessions()
        shown = self.take_in(event("1", title="Jo X", start="150000"))
        self.assertIn("Look at S1", shown)
        self.assertEqual(self.sessions(), before)

    def test_her_corrections_stay(self):
        """A session that she began late keeps her times, until the calendar itself moves it."""
        self.take_in(event("1"))
        self.vault.ok("session", "edit", "S1", "--from", "-", stdin="start: 09:05\nstop: 09:43\n")
        corrected = [("C1", "2026-11-02", "09:05", "09:43", "")]
        self.take_in(event("1"))
        self.assertEqual(self.sessions(), corrected)
        self.take_in(event("1", day="20261103"))
        self.assertEqual(self.sessions(), [("C1", "2026-11-03", "09:05", "09:43", "")])

    def test_a_cancellation_that_is_taken_back(self):
        """What the calendar called off it can call on again; what she noted stays."""
        self.take_in(event("1"))
        self.take_in(event("1", status="CANCELLED"))
        self.assertEqual(self.sessions()[0][4], "cancelled")
        self.take_in(event("1"))
        self.assertEqual(self.sessions()[0][4], "")
        self.vault.ok("session", "edit", "S1", "--from", "-", stdin="missed: no-show\n")
        self.take_in(event("1", status="CANCELLED"))
        self.take_in(event("1"))
        self.assertEqual(self.sessions()[0][4], "no-show")

    def test_a_session_entered_by_hand_is_recognised_and_then_followed(self):
        self.vault.ok("session", "add", "C1", "--from", "-", stdin=(
            "date: 2026-11-02\nstart: 09:00\nstop: 09:38\ntype: individual\n"
            "participants: client\nplace: 11\ncode: 90834\n"))
        self.take_in(event("1"))
        self.assertEqual(self.sessions(), [("C1", "2026-11-02", "09:00", "09:38", "")])
        self.take_in(event("1", start="100000"))
        self.assertEqual(self.sessions(), [("C1", "2026-11-02", "10:00", "10:50", "")])

    def test_answers_given_at_a_dry_run_are_remembered(self):
        """Titles that differ in more than capitals and the width of blanks are two."""
        words = ["import", "calendar", "week.ics", "--back", "3000"]
        (self.vault.folder / "week.ics").write_text(appointments(
            event("1", title="an na"), event("2", title="ANNA", day="20261103")))
        self.vault.ok(*words, "--from", "-", stdin="an  na = C1\nanna = C2\n")
        self.assertEqual(self.sessions(), [])
        self.vault.ok(*words, "--no-input", "--apply")
        self.assertEqual([each[:2] for each in self.sessions()],
                         [("C1", "2026-11-02"), ("C2", "2026-11-03")])


if __name__ == "__main__":
    unittest.main()
