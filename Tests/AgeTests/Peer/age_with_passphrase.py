"""Drives Debian's age through a terminal, because it reads passphrases from nowhere else.

usage: age_with_passphrase.py encrypt|decrypt PASSPHRASE INPUT OUTPUT
"""
import sys

import pexpect


def main() -> int:
    verb, passphrase, source, target = sys.argv[1:]
    flags = {"encrypt": ["--passphrase"], "decrypt": ["--decrypt"]}[verb]
    child = pexpect.spawn(
        "/usr/bin/age", [*flags, "--output", target, source], timeout=600, echo=False)
    child.expect("passphrase.*:")
    child.sendline(passphrase)
    if verb == "encrypt":
        child.expect("Confirm.*:")
        child.sendline(passphrase)
    child.expect(pexpect.EOF)
    child.close()
    if child.exitstatus != 0:
        sys.stderr.write(child.before.decode(errors="replace"))
    return 1 if child.exitstatus is None else child.exitstatus


if __name__ == "__main__":
    sys.exit(main())
