"""Trails as the README describes them, made with keys of one's own, to check verifiers with."""

import base64
import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def sha256(data):
    return hashlib.sha256(data).digest()


def base64_text(data):
    return base64.b64encode(data)


def number(value):
    return (value % 2**64).to_bytes(8, "big")


def canonical(*fields):
    return b"".join(len(field).to_bytes(4, "big") + field for field in fields)


def root_of(leaves):
    """RFC 6962, section 2.1, as it is written there."""
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0])
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + root_of(leaves[:split]) + root_of(leaves[split:]))


class Signer:
    """An Ed25519 key that is the same each time."""

    def __init__(self, seed):
        self.private = Ed25519PrivateKey.from_private_bytes(sha256(seed.encode()))
        self.public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def line(self, name, text):
        number = sha256(name + b"\n\x01" + self.public)[:4]
        return b"\xe2\x80\x94 " + name + b" " + base64_text(
            number + self.private.sign(text)) + b"\n"


class Trail:
    """Entries as (act, name of the session key after it, name of the signer or None for the right
    one); the vault's owner wrote them. `born` names the first session's key of another trail,
    which gave the vault its id."""

    def __init__(self, acts, born=None):
        self.vault = Signer("vault")
        first = Signer(born or acts[0][1]).public
        self.name = b"vault-" + sha256(
            canonical(b"vault.id/v1", self.vault.public, first))[:16].hex().encode()
        self.leaves, self.openings, self.notes, self.sessions = [], [], [], []
        self.broken = []
        for act in acts:
            self.add(*act)

    @property
    def key(self):
        blob = b"\x01" + self.vault.public
        return b"+".join([
            self.name, sha256(self.name + b"\n" + blob)[:4].hex().encode(), base64_text(blob)])

    def add(self, act, session, signer=None, salt=b"s"):
        place = len(self.leaves)
        opening = canonical(
            b"vault.audit.opening/v1", salt * 32, b"owner", b"", b"", number(0), number(1),
            b"count", b"7")
        self.leaves.append(canonical(
            b"vault.audit.leaf/v2", number(place), number(1_795_431_600_000 + place), number(60),
            act.encode().ljust(32, b"\0"), bytes(16), Signer(session).public,
            sha256(self.notes[-1] if self.notes else b""), bytes(32), bytes(32), number(3),
            sha256(opening)))
        self.openings.append(opening)
        right = self.sessions[-1] if self.sessions else session
        self.sessions.append(session)
        if (signer or right) == session != right:
            self.broken.append(place)
        self.notes.append(self.note(place, signer or right))

    def note(self, place, signer):
        text = b"%s\n%d\n%s\n" % (
            self.name, place + 1, base64_text(root_of(self.leaves[:place + 1])))
        signers = (self.vault, Signer(signer))
        return text + b"\n" + b"".join(each.line(self.name, text) for each in signers)

    def is_needed(self, place):
        """The last one's, and that of an entry that names another key, or stands before a break."""
        last = len(self.leaves) - 1
        return place in (last, *(broken - 1 for broken in self.broken)) or (
            place > 0 and self.sessions[place - 1] != self.sessions[place])

    def text(self, is_dense=False):
        lines = [b"vault.trail/v1", self.key]
        for place, leaf in enumerate(self.leaves):
            line = base64_text(leaf + self.openings[place])
            if is_dense or self.is_needed(place):
                line += b" " + base64_text(self.notes[place])
            lines.append(line)
        return b"\n".join(lines) + b"\n"
