"""The README's session, line by line, in a real pseudo-terminal."""
import os
import re
import tempfile
import unittest
from datetime import datetime, timedelta, timezone

import pexpect

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAM = os.environ.get("VAULT_PROGRAM", os.path.join(ROOT, ".build", "debug", "vault"))
PASSPHRASE = "plum lantern gravel orbit"

# What she answers, by the beginning of the question.
ANSWERS = [
    (r"Your name, as it stands", "Dr. Ada Sample"),
    (r"Your credentials", "LMFT"),
    (r"Your license", "LMFT 00000, California"),
    (r"The name of your practice", ""),
    (r"Choose a passphrase for this export", "north kettle ribbon"),
    (r"Choose a passphrase", PASSPHRASE),
    (r"Passphrase", PASSPHRASE),
    (r"full legal name", "Mara Example"),
    (r"Which pronouns", "she"),
    (r"When was the client born", "4/12/1988"),
    (r"Which diagnoses", "F41.1"),
    (r"When was the session", "{yesterday}"),
    (r"When did it start", "10:00"),
    (r"When did it end", "10:50"),
    (r"Who took part", "client"),
    (r"Where was the session", "office"),
    (r"Which service code", "90834"),
    (r"What did the client report", "ct rpts ↑ anx, slp 4-5h, denies SI/HI"),
    (r"What did you observe", "mood anxious, affect congruent"),
    (r"Any scores", "GAD-7 14 (was 16)"),
    (r"What did you do \(named", "cognitive restructuring re work deadlines"),
    (r"How did the client respond", "engaged, identified 2 distortions"),
    (r"What does it mean", "anxiety is maintained by avoidance"),
    (r"Progress toward", "improved"),
    (r"Suicidal ideation\?", "denied"),
    (r"Homicidal ideation\?", "denied"),
    (r"Self-harm\?", "denied"),
    (r"Risk level", "low"),
    (r"What is the plan", "continue thought records daily"),
    (r"When is the next session", "in one week"),
]


class ReadmeSession(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        place = self.folder.name
        os.mkdir(place + "/stick")
        os.mkdir(place + "/bin")
        os.symlink(os.path.abspath(PROGRAM), place + "/bin/vault")
        self.environment = {
            "HOME": place, "XDG_STATE_HOME": place, "XDG_RUNTIME_DIR": place,
            "PATH": place + "/bin:" + os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm",
            "TZ": "UTC",
        }
        # At every hour of the day, a session of yesterday has ended.
        self.yesterday = str(datetime.now(timezone.utc).date() - timedelta(days=1))
        self.addCleanup(self.folder.cleanup)

    def lines(self):
        with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as readme:
            block = re.search(r"```console\n(.*?)```", readme.read(), re.S).group(1)
        # The stick of the test is a folder.
        return [line[2:].replace("/media/stick", "stick")
                for line in block.splitlines() if line.startswith("$ ")]

    def type_in(self, line):
        """Runs a line, answers what it asks, gives its exit code and everything on the screen."""
        child = pexpect.spawn(
            "/bin/sh", ["-c", line], cwd=self.folder.name, env=self.environment,
            encoding="utf-8", timeout=60, dimensions=(50, 200))
        screen = []
        # A question ends in a blank and waits.
        while child.expect([r"[?:\])] $", pexpect.EOF]) == 0:
            screen.append(child.before + child.after)
            child.sendline(self.answer(screen[-1].splitlines()[-1]))
        screen.append(child.before)
        child.close()
        return child.exitstatus, "".join(screen)

    def answer(self, question):
        if "once more" in question:
            return self.last_answer
        self.last_answer = self.answer_from_list(question)
        return self.last_answer

    def answer_from_list(self, question):
        for beginning, answer in ANSWERS:
            if re.search(beginning, question):
                return answer.replace("{yesterday}", self.yesterday)
        return ""

    def test_ends_in_a_signed_note_on_the_stick(self):
        lines = self.lines()
        self.assertEqual(len(lines), 10)
        for line in lines:
            code, screen = self.type_in(line)
            self.assertEqual(code, 0, f"$ {line}\n{screen}")
            self.assertNotIn(PASSPHRASE, screen)
        names = os.listdir(self.folder.name + "/stick")
        self.assertEqual(sorted(name.split(".", 1)[1] for name in names),
                         ["checkpoint", "tar.age", "txt"])
        code, note = self.type_in("vault show D1")
        self.assertEqual(code, 0)
        self.assertIn("Client reports increased anxiety and sleep of 4–5 hours; denies suicidal",
                      note)
        self.assertIn("Signed by Dr. Ada Sample, LMFT", note)


if __name__ == "__main__":
    unittest.main()
