"""Stories as they stand in a terminal: what is typed after `$`, what is shown, how it ends.

One story a file in `transcripts`: a line `$ command` (with `> ` lines that go on), what it shows,
and `[code]` where it does not end with 0. What differs from run to run is written the same way each
time. A single `…` stands for output that the story does not care about.

`UPDATE_GOLDENS=1` writes the files anew and fails, so that nobody approves his own change unseen.
"""

import os
import pathlib
import re
import shlex
import subprocess
import unittest

from vault_program import PASSPHRASE, PROGRAM, Vault
from vault_test_case import VaultTestCase

STORIES = pathlib.Path(__file__).parent / "transcripts"
ANYTHING = "…\n"
COMMANDS = [
    "", "open", "today", "jot", "draft", "draft note", "draft letter", "draft plan", "draft document", "batch", "amend", "review", "sign", "discard", "list", "show", "search",
    "week", "lock", "status", "practice", "practice show", "practice edit", "practice logo",
    "client", "client add", "client list", "client show", "client edit", "client discharge",
    "client reopen", "client hold", "client release", "client destroy", "session", "session add", "session show", "session edit", "session list", "measure",
    "measure add", "measure edit", "measure withdraw", "measure list", "measure instruments", "consent", "consent add", "consent list",
    "consent show", "consent edit", "consent revoke", "consent check",
    "request", "request add", "request list", "request show", "request extend", "request decide",
    "request close", "request edit", "attach", "attach add", "attach list",
    "attach save",
    "psychotherapy", "psychotherapy add", "psychotherapy list", "psychotherapy show",
    "psychotherapy edit", "psychotherapy passphrase", "phrase", "phrase add", "phrase list",
    "phrase remove", "kind", "kind add", "kind list", "kind show", "kind remove", "reference", "reference diagnosis",
    "reference services", "reference rules", "import", "import clients", "import calendar",
    "import scans", "import everything", "export", "unseal", "correspondent", "correspondent add", "correspondent list",
    "correspondent show", "correspondent edit", "disclosure", "disclosure list", "disclosure show", "disclosure add", "disclosure edit", "disclosure withdraw", "disclosure accounting", "disclosure suspend", "init", "passphrase", "passphrase change", "passphrase suggest", "recovery",
    "recovery sheet", "recovery check", "executor", "executor sheets", "executor check", "recover",
    "slot",
    "slot list", "slot remove", "verify", "backup", "restore", "audit", "audit log", "audit review",
    "audit reviews", "audit report", "audit codes",
    "audit export", "audit verify", "incident", "incident open", "incident assess", "incident list", "incident show",
    "incident edit", "incident close",
    "audit checkpoint", "audit cosigned", "audit witnesses", "witness", "witness init",
    "witness check", "witness show", "witness forget", "retention", "retention list",
    "retention certificates"]
ALIKE = [
    (r"export-\d{4}-\d\d-\d\d-[0-9a-f]{8}", "export-YYYY-MM-DD-IIIIIIII"),
    (r"vault-[0-9a-f]{32}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+", "vault-ID+NUMBER+KEY"),
    (r"\b[0-9a-f]{64}\b", "DIGEST"),
    (r"dr-lee\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+", "dr-lee+NUMBER+KEY"),
    (r"dr-lee   [0-9a-f]{8}", "dr-lee   NUMBER"),
    (r"\b([0-9a-f]{4} ){7}[0-9a-f]{4}\b", "FINGERPRINT"),
    (r"trail-[0-9a-f]{16}\b", "trail-ID"),
    (r"-[0-9a-f]{8}\.cosigned", "-NUMBER.cosigned"),
    (r"\b[0-9a-f]{8}(?=  C\d)", "--CODE--"),
    (r"vault-[0-9a-f]{32}", "vault-ID"),
    (r"\bDocument [0-9a-f]{32}\b", "Document ID"),
    (r'("size" : )\d+', r"\1SIZE"),
    (r'("storage" : )"\d+"', r'\1"VERSION"'),
    (r"storage \d+", "storage VERSION"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", "YYYY-MM-DDThh:mm:ss+00:00"),
    (r"20\d\d-\d\d-\d\d", "YYYY-MM-DD"),
    (r"(January|February|March|April|May|June|July|August|September|October|November|December)"
     r" \d{1,2}, 20\d\d", "MONTH D, YYYY"),
    (r"\b\d{1,2}:\d\d [AP]M", "h:mm PM"),
    (r"/tmp/vault-[^/\s\"]+", "FOLDER"),
]


class Block:
    """A command of a story, with what it is expected to show and its exit code."""

    def __init__(self, typed):
        self.typed, self.shown, self.code = typed, "", 0

    @property
    def command(self):
        return "\n".join(line[2:] for line in self.typed.splitlines())

    @property
    def text(self):
        code = f"[{self.code}]\n" if self.code else ""
        return self.typed + self.shown + code


def parse(text):
    """The lines before the first command tell what the story is about."""
    head, blocks = "", []
    for line in text.splitlines(keepends=True):
        if line.startswith("$ "):
            blocks.append(Block(line))
        elif not blocks:
            head += line
        elif line.startswith("> ") and not blocks[-1].shown:
            blocks[-1].typed += line
        elif re.fullmatch(r"\[\d+\]\n", line):
            blocks[-1].code = int(line.strip("[]\n"))
        else:
            blocks[-1].shown += line
    return head, blocks


def alike(text):
    for pattern, written in ALIKE:
        text = re.sub(pattern, written, text)
    # How long a wait still is depends on how slow the machine was before it.
    return "".join(line.rstrip() + "\n" for line in text.splitlines()
                   if not re.match(r"vault: Waiting \d+ seconds? after", line))


class Transcripts(VaultTestCase):
    maxDiff = None

    def compare(self, path, found):
        """A golden file: equal, or written anew and failed."""
        expected = path.read_text() if path.exists() else ""
        if os.environ.get("UPDATE_GOLDENS") and found != expected:
            path.write_text(found)
            self.fail(f"{path.name} was written anew; read the difference, then run again")
        self.assertEqual(expected, found, f"{path.name}; UPDATE_GOLDENS=1 writes it anew")

    def tell(self, path):
        head, blocks = parse(path.read_text())
        self.assertTrue(head.strip() and blocks, "a story has a head and commands")
        vault = Vault(self)
        programs = vault.folder / "bin"
        programs.mkdir()
        (programs / "vault").symlink_to(PROGRAM)
        (vault.folder / "passphrase.txt").write_text(PASSPHRASE + "\n")
        (vault.folder / "stick").mkdir()
        environment = {**vault.environment, "PATH": f"{programs}:{vault.environment['PATH']}"}
        for block in blocks:
            ended = subprocess.run(
                ["/bin/sh", "-c", block.command], cwd=vault.folder, env=environment,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                start_new_session=True, timeout=120)
            if block.shown != ANYTHING:
                block.shown = alike(ended.stdout.decode())
            else:
                self.assertTrue(ended.stdout, block.command)
            block.code = ended.returncode
        self.compare(path, head + "".join(block.text for block in blocks))

    def test_help_of_every_command(self):
        """Every command that the program lists has its help here, with an example."""
        whole = ""
        for command in COMMANDS:
            words = [*shlex.split(command), "--help"]
            shown = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True)
            whole += f"$ vault {' '.join(words)}\n{alike(shown.stdout)}\n"
            listed = shown.stdout.partition("SUBCOMMANDS:\n")[2]
            for name in re.findall(r"^  (\w+) ", listed.replace("  See 'vault", ""), re.M):
                self.assertIn(f"{command} {name}".strip(), COMMANDS)
            if not listed:
                self.assertRegex(shown.stdout, r"Examples?:\n +vault |Needs no|typed", command)
        self.compare(STORIES / "help.txt", whole)


def add(path):
    def test(self):
        self.tell(path)
    setattr(Transcripts, f"test_{path.stem.replace('-', '_')}", test)


for each in sorted(STORIES.glob("*.txt")):
    if each.name != "help.txt":
        add(each)


if __name__ == "__main__":
    unittest.main()
