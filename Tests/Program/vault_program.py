"""The vault as a program: started, answered, watched; never called as a library.

`VAULT_PROGRAM` names the binary; without it, `.build/debug/vault` of this repository is tested.
Every test has a folder of its own for home, state, sockets and the vault file.
"""

import atexit
import collections
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from samples import CLIENT, JOTTING, PRACTICE, session_text

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("VAULT_PROGRAM") or str(REPOSITORY / ".build/debug/vault")
PASSPHRASE = "plainly invented words about gravel and orbits"

Result = collections.namedtuple("Result", "code out err")


class Vault:
    """One vault in a temporary folder, and the program run on it."""

    def __init__(self, test, user=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vault-"))
        self.user = user
        self.file = self.folder / "practice.vault"
        self.state = self.folder / "state"
        self.runtime = self.folder / "run"
        self.program = PROGRAM
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8", "TZ": "UTC",
            "HOME": str(self.folder), "XDG_STATE_HOME": str(self.state),
            "XDG_RUNTIME_DIR": str(self.runtime), "VAULT_FILE": str(self.file),
        }
        if "LD_LIBRARY_PATH" in os.environ:
            self.environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        for name, text in [("practice.txt", PRACTICE), ("client.txt", CLIENT),
                           ("session.txt", session_text()), ("jotting.txt", JOTTING)]:
            (self.folder / name).write_text(text)
        if user is not None:
            # Homes are often closed to others, so another user gets a program of his own.
            self.program = str(self.folder / "vault")
            shutil.copy(PROGRAM, self.program)
            self.give_to(user)
        test.addCleanup(self.remove)

    def give_to(self, user):
        for path in [self.folder, *self.folder.rglob("*")]:
            os.chown(path, user, user, follow_symlinks=False)

    @classmethod
    def at(cls, test, stage):
        """A fresh copy of a vault that has come so far: new, client, drafted, reviewed, signed."""
        vault = cls(test)
        ready = _ready(test, stage)
        shutil.copy2(ready / "practice.vault", vault.file)
        if (ready / "state").exists():
            shutil.copytree(ready / "state", vault.state, dirs_exist_ok=True)
        return vault

    def copy(self, test):
        other = Vault(test)
        shutil.copy2(self.file, other.file)
        shutil.copytree(self.state, other.state, dirs_exist_ok=True)
        return other

    def run(self, *args, stdin=None, passphrase=None, export_passphrase=None, under=(),
            environment=None, user=None, check=None):
        """Runs a command without a terminal; passphrases go through pipes."""
        descriptors, command = [], [*under, self.program, *map(str, args)]
        if "--new-passphrase-fd" in args:
            # As in `make`: cheap to guess, and quick to open again and again.
            command += ["--unlock-memory", "64"]
        for option, words in [("--passphrase-fd", passphrase),
                              ("--export-passphrase-fd", export_passphrase)]:
            if words is not None:
                reader, writer = os.pipe()
                os.write(writer, words.encode() + b"\n")
                os.close(writer)
                descriptors.append(reader)
                command += [option, str(reader)]
        if isinstance(stdin, str):
            stdin = stdin.encode()
        user = self.user if user is None else user
        try:
            ended = subprocess.run(
                command, input=stdin if stdin is not None else b"", capture_output=True,
                cwd=self.folder, env={**self.environment, **(environment or {})},
                pass_fds=descriptors, start_new_session=True, timeout=300,
                **({} if user is None else {"user": user, "group": user, "extra_groups": []}))
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        result = Result(ended.returncode, ended.stdout.decode("utf-8", "surrogateescape"),
                        ended.stderr.decode("utf-8", "surrogateescape"))
        if check is not None and result.code != check:
            raise AssertionError(f"vault {' '.join(map(str, args))}: {result}")
        return result

    def ok(self, *args, **options):
        return self.run(*args, check=0, **options)

    def json(self, *args, **options):
        return json.loads(self.ok(*args, "--json", **options).out)

    def make(self):
        self.ok("init", "--from", "practice.txt", "--unlock-memory", "64", passphrase=PASSPHRASE)
        return self

    def open(self):
        self.ok("open", passphrase=PASSPHRASE)
        return self

    def advance(self, stage):
        """From one stage to the next, with the session open."""
        if stage == "client":
            self.ok("client", "add", "--from", "client.txt")
            self.ok("session", "add", "C1", "--from", "session.txt")
        elif stage == "drafted":
            self.ok("draft", "note", "C1", "--from", "jotting.txt", "--no-input")
        elif stage == "reviewed":
            self.ok("review", "D1", "--decide", "-", stdin=self.accept_all())
        elif stage == "signed":
            self.ok("sign", "D1", passphrase=PASSPHRASE)

    def accept_all(self, document="D1"):
        return f"1-{len(self.json('review', document)['sentences'])} accept\n"

    def acts(self):
        return [entry["act"] for entry in self.entries()]

    def entries(self):
        """What the trail tells, oldest first, without the looking at it."""
        entries = self.json("audit", "log")
        return entries[:-1] if entries and entries[-1]["act"] == "audit.view" else entries

    def session_process(self):
        """The id of the process that keeps this vault open, or None."""
        for process in filter(str.isdigit, os.listdir("/proc")):
            try:
                words = pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"session-process" in words and str(self.file).encode() in words:
                return int(process)
        return None

    def socket(self):
        return next((self.runtime / "vault").glob("*.socket"))

    def end_session(self):
        process = self.session_process()
        if process:
            os.kill(process, signal.SIGKILL)
            wait_until(lambda: self.session_process() != process)

    def remove(self):
        self.end_session()
        shutil.rmtree(self.folder, ignore_errors=True)


_STAGES = ["new", "client", "drafted", "reviewed", "signed"]
_made = {}


class Keeper:
    """Holds the ready-made vaults until the whole run ends."""

    addCleanup = staticmethod(atexit.register)


def _ready(test, stage):
    if stage not in _made:
        vault = Vault(Keeper).make().open()
        for each in _STAGES:
            vault.advance(each)
            vault.ok("verify")
            kept = pathlib.Path(tempfile.mkdtemp(prefix="vault-ready-"))
            atexit.register(shutil.rmtree, kept, True)
            shutil.copy2(vault.file, kept)
            shutil.copytree(vault.state, kept / "state")
            _made[each] = kept
        vault.end_session()
    return _made[stage]


def wait_until(condition, most=20.0):
    """Polls; the time only ends a test that hangs."""
    end = time.monotonic() + most
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False
