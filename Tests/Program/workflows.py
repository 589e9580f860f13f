"""The three workflows at a terminal: between two sessions, an administrative block, Friday.

Told once, for the transcripts that are compared and for the keystrokes that the benchmark counts.
"""

import datetime
import re
import shlex

from samples import authorization, session_text
from terminal_screen import Screen
from vault_program import PASSPHRASE

TODAY = datetime.datetime.now(datetime.timezone.utc).date()
PASSWORDS = {r"[Pp]assphrase": PASSPHRASE}
NOTE = {
    r"client report": "anx ↓ this wk, slp 6h, 1 panic attack on bus",
    r"own words": "I stayed on until my stop", r"homework": "did 3 of 4 bus rides",
    r"observe": "mood calm, affect full", r"scores": "GAD-7 11",
    r"What did you do \(": "exposure hierarchy, planned step 5",
    r"client respond": "engaged", r"What does it mean": "avoidance ↓",
    r"Progress toward": "1", r"Why is treatment needed": "anx limits travel to work",
    r"Suicidal": "denied", r"Homicidal": "denied", r"Self-harm": "denied",
    r"Risk level": "low, unchanged", r"What is the plan": "cont weekly",
}
PLAN = {
    r"Risk, in short": "Low.", r"client want": "I want to ride the bus again",
    r"Long-term": "Travel to work without missed days.",
    r"Objectives, one a line": "reduce GAD-7 from 14 to below 8 within 12 weeks",
    r"Which interventions": "Graded exposure, weekly, by the therapist",
    r"How often, how long": "Weekly, 50 minutes, for 16 weeks.",
    r"[Ll]evel of care": "Outpatient: works most days.",
    r"at its end": "GAD-7 below 8 for 4 weeks.", r"take part": "She agrees and has a copy.",
}
AUTHORIZATION = authorization("identity, attendance_dates")


class Desk:
    """A vault and all that is typed and seen in front of it."""

    def __init__(self, vault):
        self.vault = vault
        self.shown = ""
        self.keys = 0
        self.words = 0

    def type(self, command, answers=None, code=0):
        """A command as typed, and its questions answered; returns what appeared."""
        screen = Screen(self.vault, *shlex.split(command)[1:])
        ended = screen.answer({**PASSWORDS, **(answers or {})})
        if ended != code:
            raise AssertionError(f"{command}: {ended}\n{screen.text}")
        self.shown += f"$ {command}\n{screen.text}"
        told = [text for text in screen.typed if text != PASSPHRASE]
        self.keys += sum(len(text) + 1 for text in [command, *screen.typed])
        self.words += sum(len(text.split()) for text in told)
        return screen.text


def between_sessions(vault):
    """A note from shorthand to signature. The client and her session are there, the vault is open."""
    desk = Desk(vault)
    desk.type("vault today")
    desk.type("vault draft note C1", NOTE)
    desk.type("vault review D1")
    desk.type("vault sign D1")
    return desk


def prepared_block(vault):
    """A plan that is due, a client who was discharged, an authorization for the employer."""
    vault.ok("client", "edit", "C1", "--from", "-", stdin=f"plan-review: {TODAY}\n")
    vault.ok("measure", "add", "C1", "--from", "-", stdin="instrument: GAD-7\ntotal: 14\n")
    vault.ok("consent", "add", "C1", "--from", "-", "--no-input", stdin=AUTHORIZATION)


def attendance_letter(vault):
    desk = Desk(vault)
    drafted = desk.type("vault draft letter attendance C1")
    document = re.search(r"D\d+", drafted)[0]
    desk.type(f"vault review {document}")
    desk.type(f"vault sign {document}")
    return desk


def administrative_block(vault):
    """The queue from its list to one signature for all; then nothing waits any more."""
    desk = Desk(vault)
    desk.type("vault draft letter attendance C1")
    desk.type("vault batch --list")
    desk.type("vault batch", PLAN)
    desk.type("vault batch")
    return desk


def friday(vault):
    """What is missing, the note that was forgotten, and the week once more."""
    desk = Desk(vault)
    vault.ok("session", "add", "C1", "--from", "-", "--no-input", stdin=session_text())
    text = desk.type("vault week")
    session = re.search(r"S\d+(?=.*no note yet)", text)[0]
    drafted = desk.type(f"vault draft note {session}", {
        **NOTE, r"objectives of the plan": "1"})
    document = re.search(r"(D\d+)  Progress note", drafted)[1]
    desk.type(f"vault review {document}")
    desk.type(f"vault sign {document}")
    desk.type("vault week")
    return desk
