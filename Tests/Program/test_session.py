"""The process that keeps a vault open: who may speak to it, what it survives, how it locks."""

import os
import pathlib
import socket
import stat
import struct
import subprocess
import sys
import unittest

from vault_program import Vault, wait_until
from vault_test_case import NOBODY, VaultTestCase, needs_root

KEY, STATUS, LOCK = (struct.pack(">IB", 1, kind) for kind in (1, 2, 3))
JUNK = {
    "nothing at all": b"",
    "a length of 4 GiB": b"\xff\xff\xff\xff" + b"A" * 4096,
    "a length of nothing": b"\0\0\0\0",
    "a length of 2": b"\0\0\0\2\1\1",
    "an unknown request": struct.pack(">IB", 1, 9),
    "a request with something after it": KEY + b"more",
    "two requests at once": STATUS + STATUS,
    "text": b"GET / HTTP/1.1\r\n\r\n",
    "zeros": b"\0" * 65536,
    "half a length": b"\0\0",
}


def connected(vault):
    channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    channel.settimeout(20)
    channel.connect(str(vault.socket()))
    return channel


def ask(vault, frame):
    """Everything the session answers to these bytes; it closes when it has had enough."""
    answer = b""
    with connected(vault) as channel:
        try:
            channel.sendall(frame)
            if not frame:
                channel.shutdown(socket.SHUT_WR)
            while part := channel.recv(4096):
                answer += part
        except (ConnectionResetError, BrokenPipeError):
            pass
    return answer


class Session(VaultTestCase):
    def opened(self):
        return Vault.at(self, "new").open()

    def assertOpen(self, vault):
        self.assertTrue(vault.json("status")["open"])
        self.assertEqual(vault.run("client", "list").code, 0)

    def test_attack_34_folder_and_socket_are_of_this_user_alone(self):
        """Attack 34: 0700 and 0600, whatever the umask was."""
        old = os.umask(0)
        self.addCleanup(os.umask, old)
        vault = self.opened()
        for path, mode in [(vault.runtime, 0o700), (vault.runtime / "vault", 0o700),
                           (vault.socket(), 0o600), (vault.state, 0o700),
                           (vault.state / "vault", 0o700), (vault.file, 0o600)]:
            self.assertEqual(stat.S_IMODE(path.lstat().st_mode), mode, path)
        for path in (vault.state / "vault").rglob("*"):
            self.assertEqual(stat.S_IMODE(path.lstat().st_mode) & 0o077, 0, path)

    @needs_root("act as another user")
    def test_attack_34_another_user_gets_no_answer(self):
        """Attack 34: even where the folder was opened to all by mistake."""
        vault = self.opened()
        for path, mode in [(vault.folder, 0o755), (vault.runtime, 0o755),
                           (vault.runtime / "vault", 0o755), (vault.socket(), 0o666)]:
            path.chmod(mode)
        code = (
            "import socket,sys\n"
            "c=socket.socket(socket.AF_UNIX);c.settimeout(20);c.connect(sys.argv[1])\n"
            "try:\n c.sendall(bytes.fromhex(sys.argv[2]));d=c.recv(100)\n"
            "except (ConnectionResetError,BrokenPipeError): d=b''\n"
            "print('answer',len(d))")
        for frame in (KEY, STATUS, LOCK):
            asked = subprocess.run(
                ["/usr/bin/python3", "-c", code, str(vault.socket()), frame.hex()],
                user=NOBODY, group=NOBODY, extra_groups=[], capture_output=True, text=True)
            self.assertEqual(asked.stdout, "answer 0\n", asked)
        self.assertEqual(len(ask(vault, KEY)), 36, "the user herself must still get the key")
        for path in (vault.runtime / "vault", vault.runtime):
            path.chmod(0o700)
        self.assertOpen(vault)

    @needs_root("act as another user")
    def test_attack_34_a_socket_of_another_user_is_not_spoken_to(self):
        """Attack 34: whoever listens there under another user gets no request."""
        vault = self.opened()
        vault.end_session()
        path = vault.socket()
        path.unlink()
        listener = socket.socket(socket.AF_UNIX)
        self.addCleanup(listener.close)
        listener.bind(str(path))
        listener.listen()
        listener.settimeout(0.5)
        os.chown(path, NOBODY, NOBODY)
        self.assertTwoLines(vault.run("client", "list"), 4)
        self.assertRaises(TimeoutError, listener.accept)

    def test_attack_34_a_link_in_place_of_the_socket_or_folder_is_refused(self):
        """Attack 34: neither socket nor folder may be a symbolic link."""
        vault = self.opened()
        path, folder = vault.socket(), vault.runtime / "vault"
        other = Vault.at(self, "new").open()
        path.unlink()
        path.symlink_to(other.socket())
        self.assertTwoLines(vault.run("client", "list"), 4)
        vault.open()
        self.assertOpen(vault)
        folder.rename(vault.runtime / "other")
        folder.symlink_to(vault.runtime / "other")
        self.assertTwoLines(vault.run("client", "list"), 4)

    def test_attack_34_a_folder_open_to_others_is_not_trusted(self):
        """Attack 34: a socket in a folder that others may enter is not asked."""
        vault = self.opened()
        (vault.runtime / "vault").chmod(0o777)
        self.assertTwoLines(vault.run("client", "list"), 4)

    def test_attack_34_a_stale_socket_is_replaced(self):
        """Attack 34: what a killed session left does not hinder the next one."""
        vault = self.opened()
        vault.end_session()
        self.assertTrue(vault.socket().exists())
        self.assertTwoLines(vault.run("client", "list"), 4)
        self.assertFalse(vault.json("status")["open"])
        vault.open()
        self.assertOpen(vault)

    def test_attack_34_a_session_that_cannot_be_reached_locks_itself(self):
        """Attack 34: nobody could lock it any more, so it does not wait to be asked."""
        vault = self.opened()
        process = vault.session_process()
        vault.socket().rename(vault.folder / "taken")
        self.assertTrue(wait_until(lambda: not pathlib.Path(f"/proc/{process}").exists()))
        vault.open()
        locks = [each for each in vault.entries() if each["act"] == "vault.auto-lock"]
        self.assertEqual(locks[-1]["details"]["reason"], "replaced")

    def test_attack_34_junk_gets_no_answer_and_harms_nothing(self):
        """Attack 34: lengths of 4 GiB, unknown requests, halves and floods of bytes."""
        vault = self.opened()
        process = vault.session_process()
        for name, frame in JUNK.items():
            with self.subTest(name):
                self.assertEqual(ask(vault, frame), b"")
        self.assertEqual(vault.session_process(), process)
        self.assertOpen(vault)

    def test_attack_34_half_open_connections_do_not_block(self):
        """Attack 34: fifty callers that never finish their sentence."""
        vault = self.opened()
        waiting = []
        for number in range(50):
            channel = socket.socket(socket.AF_UNIX)
            channel.setblocking(False)
            try:
                channel.connect(str(vault.socket()))
                channel.send(b"\0\0\0"[:number % 4])
            except BlockingIOError:
                pass
            waiting.append(channel)
        self.assertOpen(vault)
        for channel in waiting:
            channel.close()
        self.assertOpen(vault)

    def test_attack_34_the_answer_is_only_as_long_as_the_key(self):
        """Attack 34: one request, one answer, then the connection ends."""
        vault = self.opened()
        self.assertEqual(len(ask(vault, KEY)), 4 + 32)
        self.assertEqual(len(ask(vault, STATUS)), 4 + 16)

    def test_the_session_process_is_small(self):
        """Printed, not judged: what the process that holds the key weighs."""
        vault = self.opened()
        status = pathlib.Path(f"/proc/{vault.session_process()}/status").read_text()
        weights = dict(line.split(":\t") for line in status.splitlines() if line.startswith("Vm"))
        print(f"\n    session process: {weights['VmRSS'].strip()} resident, "
              f"{weights['VmLck'].strip()} locked", file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
