"""What can be taken out of the program's memory: no core file, nothing by a debugger.

Root can always look; these tests run what another user, or the same one, may do (attack 25).
"""

import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys

from test_session import KEY, ask
from vault_program import PASSPHRASE, Vault, wait_until
from vault_test_case import NOBODY, VaultTestCase, needs_root


def unlimited():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def memory(process):
    """All readable memory of a process: address, whether it is locked, bytes."""
    maps = pathlib.Path(f"/proc/{process}/smaps").read_text()
    ranges = re.findall(r"^([0-9a-f]+)-([0-9a-f]+) [^\n]*\n((?:\w+:[^\n]*\n)*)", maps, re.M)
    with open(f"/proc/{process}/mem", "rb", buffering=0) as file:
        for start, end, facts in ranges:
            first, last = int(start, 16), int(end, 16)
            locked = bool(re.search(r"Locked: +[1-9]", facts)) or " lo" in facts
            try:
                file.seek(first)
                yield first, locked, file.read(last - first)
            except (OSError, OverflowError, ValueError):
                continue


# A gigabyte needs the same memory, and in a debug build over a minute more.
LARGE, MOST_MEMORY = 256 << 20, 100 << 20
MEASURED = pathlib.Path(__file__).with_name("measured.py")


class LargeFiles(VaultTestCase):
    def measured(self, vault, *words):
        """The most memory a command ever had."""
        ended = subprocess.run([sys.executable, MEASURED, vault.program, *map(str, words)],
                               capture_output=True, text=True, env=vault.environment,
                               cwd=vault.folder, stdin=subprocess.DEVNULL, start_new_session=True)
        self.assertEqual(ended.returncode, 0, ended)
        return int(ended.stdout.split()[-1]) << 10

    def test_large_files_pass_through_little_memory(self):
        """Taken in, verified and saved again, while far less than the file is in memory."""
        vault = Vault.at(self, "client").open()
        large, out = vault.folder / "large", vault.folder / "out"
        out.mkdir()
        with open(large, "wb") as file:
            file.truncate(LARGE)
        for words in (["attach", "add", "C1", large, "--no-input"], ["verify"],
                      ["attach", "save", "F1", "--to", out]):
            self.assertLess(self.measured(vault, *words), MOST_MEMORY, words)
        saved, = out.iterdir()
        self.assertEqual(subprocess.run(["cmp", large, saved]).returncode, 0)


class Memory(VaultTestCase):
    def session_of_ours(self, vault):
        """A session process that is a child of the test, with core files allowed."""
        vault.open()
        key = ask(vault, KEY)[4:]
        vault.ok("lock")
        process = subprocess.Popen(
            [vault.program, "session-process", "--vault", str(vault.file),
             "--idle-seconds", "600", "--limit-seconds", "600"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=vault.environment,
            cwd=vault.folder, preexec_fn=unlimited)
        self.addCleanup(process.stdout.close)
        process.stdin.write(key)
        process.stdin.close()
        self.assertEqual(process.stdout.readline(), b"open\n")
        return process, key

    def assertLeavesNoCore(self, process):
        os.kill(process.pid, signal.SIGABRT)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = -signal.SIGABRT
        self.assertEqual(os.waitstatus_to_exitcode(status), -signal.SIGABRT)
        self.assertFalse(os.WCOREDUMP(status), "the system wrote a core file")

    def test_attack_25_an_aborted_session_leaves_no_core(self):
        """Attack 25: even where the user allows core files of any size."""
        vault = Vault.at(self, "new")
        process, _ = self.session_of_ours(vault)
        limits = pathlib.Path(f"/proc/{process.pid}/limits").read_text()
        self.assertRegex(limits, r"Max core file size +0 +0 ")
        self.assertLeavesNoCore(process)
        self.assertEqual(list(vault.folder.glob("*core*")), [])

    def test_attack_25_an_aborted_command_leaves_no_core(self):
        """Attack 25: a command that waits for the rest of the passphrase."""
        vault = Vault.at(self, "new")
        reader, writer = os.pipe()
        process = subprocess.Popen(
            [vault.program, "open", "--passphrase-fd", str(reader)], env=vault.environment,
            cwd=vault.folder, pass_fds=[reader], preexec_fn=unlimited)
        os.close(reader)
        os.write(writer, b"half of a passphr")
        waiting = pathlib.Path(f"/proc/{process.pid}/wchan")
        self.assertTrue(wait_until(lambda: "pipe" in waiting.read_text() or self.sleeps(process)))
        self.assertLeavesNoCore(process)
        os.close(writer)

    def sleeps(self, process):
        stat = pathlib.Path(f"/proc/{process.pid}/stat").read_text()
        files = os.listdir(f"/proc/{process.pid}/fd")
        return stat.rpartition(") ")[2].startswith("S") and any(
            str(os.readlink(f"/proc/{process.pid}/fd/{each}")).endswith(".vault") for each in files)

    @needs_root("act as another user")
    def test_attack_25_a_process_of_the_same_user_may_not_look(self):
        """Attack 25: neither gcore nor strace nor /proc, even under the same user."""
        vault = Vault(self, user=NOBODY).make().open()
        process = vault.session_process()
        self.assertEqual(os.stat(f"/proc/{process}/environ").st_uid, 0, "it may be dumped")
        control = subprocess.Popen(["sleep", "600"], user=NOBODY, group=NOBODY, extra_groups=[])
        self.addCleanup(control.wait)
        self.addCleanup(control.kill)
        for target, refused in [(control.pid, False), (process, True)]:
            self.assertEqual(self.reads(f"/proc/{target}/mem"), not refused)
            self.assertEqual(self.reads(f"/proc/{target}/environ"), not refused)
            self.assertEqual(self.attaches(target), not refused)
            if shutil.which("gcore"):
                self.assertEqual(self.dumps(target, vault), not refused)
        self.assertEqual(vault.session_process(), process)

    def as_nobody(self, *words, timeout=60):
        return subprocess.run(words, user=NOBODY, group=NOBODY, extra_groups=[], timeout=timeout,
                              capture_output=True, text=True, cwd="/")

    def reads(self, path):
        return self.as_nobody("/usr/bin/python3", "-c", f"open({path!r}, 'rb')").returncode == 0

    def attaches(self, process):
        if not shutil.which("strace"):
            self.skipTest("strace is not installed")
        tried = self.as_nobody("timeout", "-s", "INT", "1", "strace", "-p", str(process))
        self.assertIn("strace: ", tried.stderr)
        return "Operation not permitted" not in tried.stderr

    def dumps(self, process, vault):
        self.as_nobody("gcore", "-o", str(vault.folder / "taken"), str(process))
        return (vault.folder / f"taken.{process}").exists()

    @needs_root("read another process's memory")
    def test_attack_25_the_session_holds_its_key_once_and_locked(self):
        """Attack 25: one copy in locked memory; no passphrase; nothing left in heap or stack."""
        vault = Vault.at(self, "new")
        process, key = self.session_of_ours(vault)
        self.assertEqual(ask(vault, KEY)[4:], key)
        vault.ok("client", "list")
        os.kill(process.pid, signal.SIGSTOP)
        copies = []
        for address, locked, content in memory(process.pid):
            copies += [locked for _ in range(content.count(key))]
            self.assertNotIn(PASSPHRASE.encode(), content, hex(address))
        os.kill(process.pid, signal.SIGCONT)
        self.assertEqual(copies, [True], "copies of the key, and whether each is locked")
        process.terminate()
        self.assertEqual(process.wait(60), 0)

    def test_attack_26_without_locked_memory_it_says_so(self):
        """Attack 26: where the system locks nothing, opening warns, and works."""
        vault = Vault.at(self, "new")
        result = vault.run("open", passphrase=PASSPHRASE, under=[
            "prlimit", "--memlock=0:0", *(["setpriv", "--bounding-set=-ipc_lock",
                                           "--inh-caps=-ipc_lock"] if os.geteuid() == 0 else [])])
        self.assertTwoLines(result, 0)
        self.assertIn("lock memory", result.err)
