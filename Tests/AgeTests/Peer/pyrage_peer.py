"""The Rust implementation of age as a peer (PyPI's pyrage).

usage: pyrage_peer.py encrypt|armor RECIPIENT...        < PLAIN  > SEALED
       pyrage_peer.py decrypt IDENTITY                  < SEALED > PLAIN
       pyrage_peer.py encrypt|armor|decrypt --passphrase PASSPHRASE
"""
import sys

import pyrage


def main(verb: str, *keys: str) -> bytes:
    content = sys.stdin.buffer.read()
    if keys[0] == "--passphrase":
        if verb == "decrypt":
            return pyrage.passphrase.decrypt(content, keys[1])
        return pyrage.passphrase.encrypt(content, keys[1], armored=verb == "armor")
    if verb == "decrypt":
        return pyrage.decrypt(content, [pyrage.x25519.Identity.from_str(keys[0])])
    recipients = [pyrage.x25519.Recipient.from_str(key) for key in keys]
    return pyrage.encrypt(content, recipients, armored=verb == "armor")


if __name__ == "__main__":
    sys.stdout.buffer.write(main(*sys.argv[1:]))
