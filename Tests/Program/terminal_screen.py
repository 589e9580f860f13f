"""A command at a terminal, for the tests that sit at one."""

import io
import re

try:
    import pexpect
except ImportError:
    pexpect = None

PROMPT = r"\[q\]uit: $"


class Screen:
    """A command at a terminal of 40 lines and 100 columns; all that appears is kept."""

    def __init__(self, vault, *words, shell=None):
        self.seen = io.StringIO()
        # What was typed, each with its Enter.
        self.typed = []
        command, arguments = (vault.program, list(words)) if shell is None else (
            "/bin/sh", ["-c", shell])
        self.child = pexpect.spawn(command, arguments, env=vault.environment, encoding="utf-8",
                                   cwd=str(vault.folder), dimensions=(40, 100), timeout=60)
        self.child.logfile_read = self.seen

    def answer(self, answers, asked_again=None):
        """Answers every question until the program ends; Enter where there is no answer."""
        for _ in range(200):
            if self.child.expect([r"[?:\]] $", pexpect.EOF]) == 1:
                return self.end()
            question = self.child.before.splitlines()[-1] if self.child.before else ""
            if asked_again and re.search(asked_again[0], question):
                self.send(asked_again[1])
                self.child.expect(asked_again[2])
                self.child.expect(r"\? $")
            self.send(next(
                (text for pattern, text in answers.items() if re.search(pattern, question)), ""))
        raise AssertionError(f"it asks and asks: {self.text}")

    def type(self, prompt, text):
        self.child.expect(prompt)
        self.send(text)

    def send(self, text):
        self.typed.append(text)
        self.child.sendline(text)

    def end(self):
        self.child.expect(pexpect.EOF)
        self.child.close()
        if self.child.signalstatus is not None:
            return -self.child.signalstatus
        return self.child.exitstatus

    @property
    def text(self):
        return self.seen.getvalue()
