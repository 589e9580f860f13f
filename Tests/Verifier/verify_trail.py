#!/usr/bin/python3
"""Checks an audit trail that `vault audit export` wrote, without the vault's program.

Follows the README, "File format", "The audit trail". Standards: C2SP signed-note and
tlog-checkpoint, RFC 6962 (tree), RFC 8032 (Ed25519), RFC 4648 (Base64).
Exit codes: 0 it holds; 5 damage, or no such trail; 6 an earlier checkpoint contradicts it;
64 typed wrongly, or a file can't be read.
"""

import argparse
import base64
import hashlib
import json
import re
import sys
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LEAF = 307       # how long a leaf is
ENOUGH = 1000    # damages after which the check ends


class Bad(Exception):
    """Says in words what is wrong with some bytes."""


def sha256(data):
    return hashlib.sha256(data).digest()


def from_base64(text):
    """Decodes Base64 (bytes), accepting its one canonical form only."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Bad("is not Base64") from None
    if base64.b64encode(data) != text:
        raise Bad("is not Base64 in its canonical form")
    return data


# Entries

class Fields:
    """Reads canonical bytes: fields, each preceded by its length as 4 bytes, big-endian."""

    def __init__(self, data, label):
        self.data, self.at = data, 0
        if self.take() != label:
            raise Bad("has an unknown label")

    def take(self, *widths):
        """The next field; of one of these widths, if any are given."""
        start = self.at + 4
        self.at = start + int.from_bytes(self.data[self.at:start], "big")
        field = self.data[start:self.at]
        if self.at > len(self.data) or (widths and len(field) not in widths):
            raise Bad("has a field of a wrong length")
        return field

    def number(self):
        return int.from_bytes(self.take(8), "big")

    def zone(self):
        if abs(int.from_bytes(self.take(8), "big", signed=True)) > 1080:
            raise Bad("has an impossible time zone")

    def word(self, longest, field=None):
        """Printable ASCII without a space: the next field, or the one given."""
        field = self.take() if field is None else field
        if len(field) > longest or not re.fullmatch(rb"[!-~]+", field):
            raise Bad("has a word that is none")
        return field

    def content(self):
        """Actor, client, record, rows and details, which both formats have."""
        self.word(64)
        self.take(0, 16)
        self.take(0, 16)
        self.pairs(self.number, lambda: self.take(32))
        self.pairs(lambda: self.word(128), lambda: self.word(128))

    def pairs(self, key, value):
        """As many pairs as the next number says, by ascending key."""
        last = None
        for _ in range(self.number()):
            this, _ = key(), value()
            if last is not None and this <= last:
                raise Bad("has rows or details out of order")
            last = this

    def end(self):
        if self.at != len(self.data):
            raise Bad("has surplus bytes")


@dataclass
class Entry:
    number: int
    time: int
    act: bytes
    leaf_hash: bytes
    session_key: bytes = None    # an entry of the earlier format has none of these
    previous: bytes = None
    commitment: bytes = None
    opening: bytes = b""         # empty where it is withheld


def read_entry(data):
    if data[4:23] == b"vault.audit.leaf/v1":
        return read_earlier_entry(data)
    leaf, opening = data[:LEAF], data[LEAF:]
    fields = Fields(leaf, b"vault.audit.leaf/v2")
    number, time, _ = fields.number(), fields.number(), fields.zone()
    act = fields.word(32, fields.take(32).rstrip(b"\0"))
    _, session_key, previous, _, _, _, commitment = (
        fields.take(width) for width in (16, 32, 32, 32, 32, 8, 32))
    fields.end()
    return Entry(number, time, act, sha256(b"\0" + leaf),
                 session_key, previous, commitment, opening)


def read_earlier_entry(data):
    """An entry from before version 3 of the vault: its leaf says it all."""
    fields = Fields(data, b"vault.audit.leaf/v1")
    if fields.number() != 1:
        raise Bad("has an unknown format")
    number, time, _, act = fields.number(), fields.number(), fields.zone(), fields.word(32)
    fields.content()
    fields.take(16)
    fields.end()
    return Entry(number, time, act, sha256(b"\0" + data))


def check_opening(entry):
    if sha256(entry.opening) != entry.commitment:
        raise Bad("is not the one that the leaf commits to")
    fields = Fields(entry.opening, b"vault.audit.opening/v1")
    fields.take(32)
    fields.content()
    fields.end()


class Tree:
    """The tree of RFC 6962, held as the roots of its perfect subtrees, the largest first."""

    def __init__(self):
        self.size, self.subtrees = 0, []

    def append(self, leaf_hash):
        self.size += 1
        self.subtrees.append(leaf_hash)
        rest = self.size
        while rest % 2 == 0:
            right, left = self.subtrees.pop(), self.subtrees.pop()
            self.subtrees.append(sha256(b"\1" + left + right))
            rest //= 2

    def root(self):
        root = self.subtrees[-1]
        for left in reversed(self.subtrees[:-1]):
            root = sha256(b"\1" + left + root)
        return root


# Keys and checkpoints

@dataclass(frozen=True)
class Key:
    """An Ed25519 public key and its name in signed notes."""
    name: str
    public: bytes

    def id(self):
        return sha256(self.name.encode() + b"\n\x01" + self.public)[:4]

    def __str__(self):
        data = base64.b64encode(b"\x01" + self.public).decode()
        return f"{self.name}+{self.id().hex()}+{data}"

    def verify(self, signature, text):
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except (InvalidSignature, ValueError):
            raise Bad("has a signature that does not verify") from None

    def binds(self, session_key):
        """Whether the vault's id, in this key's name, was made from this first session key."""
        fields = (b"vault.id/v1", self.public, session_key)
        made = sha256(b"".join(len(field).to_bytes(4, "big") + field for field in fields))
        return self.name == "vault-" + made[:16].hex()


def read_key(text):
    """A vault's key from a C2SP verifier key, NAME+ID+BASE64."""
    match = re.fullmatch(r"(vault-[0-9a-f]{32})\+[0-9a-f]{8}\+([!-~]+)", text)
    data = from_base64(match[2].encode()) if match else b""
    if len(data) != 33 or str(Key(match[1], data[1:])) != text:
        raise Bad("is not a vault's key")
    return Key(match[1], data[1:])


def read_note(data):
    """A signed note's text, and its signatures as name, key id and signature."""
    try:
        text, blank, lines = data.decode("utf-8").rpartition("\n\n")
    except UnicodeDecodeError:
        raise Bad("is not UTF-8") from None
    *lines, rest = lines.split("\n")
    if not blank or rest or not 1 <= len(lines) <= 16 or re.search(rb"[\0-\x09\x0b-\x1f]", data):
        raise Bad("is not a signed note with 1 to 16 signatures")
    return (text + "\n").encode(), [read_signature(line) for line in lines]


def read_signature(line):
    match = re.fullmatch("\u2014 ([^\\s+]+) ([!-~]+)", line)
    data = from_base64(match[2].encode()) if match else b""
    if len(data) <= 4:
        raise Bad("has a line that is no signature")
    return match[1], data[:4], data[4:]


def read_checkpoint(data, vault, *others):
    """A checkpoint's size and root, and the public keys that signed it, out of the ones given."""
    text, signatures = read_note(data)
    known = {(key.name, key.id()): key for key in (vault, *others)}
    signed = set()
    for name, key_id, signature in signatures:
        if key := known.get((name, key_id)):
            key.verify(signature, text)
            signed.add(key.public)
    if vault.public not in signed:
        raise Bad("is not signed by the vault's key")
    match = re.fullmatch(rb"([^\n]+)\n(0|[1-9][0-9]{0,19})\n([^\n]+)\n(?:[^\n]+\n)*", text)
    root = from_base64(match[3]) if match else b""
    if len(root) != 32 or match[1] != vault.name.encode():
        raise Bad("is not a checkpoint of this vault")
    return int(match[2]), root, signed


# The check

class Check:
    """Goes through a trail once and gathers what is to be told."""

    def __init__(self):
        self.key, self.is_bound, self.tree = None, False, Tree()
        self.entries = self.withheld = 0
        self.damages, self.breaks, self.times, self.seen = [], [], [], []
        self.first_bad = None
        self.has_session_keys = self.root_differs = False
        self.signed = 0                  # how many entries a checkpoint that holds covers
        self.shift = 0                   # by how much the leaves' numbers are off
        self.roots = {0: sha256(b"")}    # by size, where an earlier checkpoint asks for it

    def damage(self, n, problem):
        self.damages.append(problem if n is None else f"Entry {n}: {problem}.")
        if n is not None:
            self.first_bad = n if self.first_bad is None else min(n, self.first_bad)

    def attempt(self, n, subject, read, *arguments):
        """What it reads; none, and the damage noted, where that fails."""
        try:
            return read(*arguments)
        except Bad as bad:
            return self.damage(n, f"{subject} {bad}")

    def run(self, file, expected, seen):
        """Checks the file; `expected` is a key or none, `seen` the bytes of checkpoints."""
        if file.readline(99) != b"vault.trail/v1\n":
            return self.damage(None, "This is not a trail: it does not begin as one.")
        try:
            self.key = read_key(file.readline(999).decode("ascii").removesuffix("\n"))
        except (Bad, UnicodeDecodeError):
            return self.damage(None, "This is not a trail: its second line is not a vault's key.")
        if expected not in (None, self.key):
            self.damage(None, f"The trail is of another key: {self.key}")
        marks = [self.read_seen(number, data) for number, data in enumerate(seen, 1)]
        self.walk(file)
        self.seen = [self.judge(*mark) for mark in marks]

    def walk(self, file):
        """Checks each entry beside the ones before and after it."""
        before = this = None
        for line in file:
            after = self.read_line(self.entries, line)
            if this:
                self.check(self.entries - 1, before, this, after)
            before, this = this, after
            self.entries += 1
            if len(self.damages) >= ENOUGH:
                self.tree, self.entries = None, self.entries + sum(1 for _ in file)
                return self.damage(None, "The rest was not checked.")
        if this:
            self.check(self.entries - 1, before, this, None)
        else:
            self.damage(None, "The trail has no entry.")

    def read_line(self, n, line):
        """The entry, or none; whether it has a checkpoint; the checkpoint's bytes, or none."""
        if not line.endswith(b"\n"):
            self.damage(n, "the file ends within its line")
        first, space, second = line.removesuffix(b"\n").partition(b" ")
        entry = self.attempt(n, "the line", lambda: read_entry(from_base64(first)))
        return entry, bool(space), self.attempt(n, "the checkpoint", from_base64, second)

    def check(self, n, before, this, after):
        (entry, has_checkpoint, checkpoint), is_last = this, after is None
        before, after = before and before[0], after and after[0]
        if entry:
            self.check_entry(n, entry, before)
        self.grow(entry)
        if has_checkpoint and checkpoint is not None:
            self.check_checkpoint(n, before, entry, checkpoint)
            if after and after.previous not in (None, sha256(checkpoint)):
                self.damage(n + 1, "it names another checkpoint than the one before it")
        elif not has_checkpoint and (is_last or names_another(before, entry)):
            self.damage(n, "its checkpoint is missing")

    def check_entry(self, n, entry, before):
        if entry.number != n and entry.number - n != self.shift:
            self.damage(n, f"its leaf has the number {entry.number}")
        self.shift = entry.number - n
        if before and entry.time < before.time:
            self.times.append(n)
        if entry.session_key is None:
            if self.has_session_keys:
                self.damage(n, "it is of the earlier format, after one of the present format")
            return
        if n > 0 and not self.has_session_keys:
            self.breaks.append((n, "introduced"))
        self.has_session_keys = True
        if n == 0:
            self.is_bound = self.key.binds(entry.session_key)
            if entry.previous != sha256(b""):
                self.damage(n, "it names a checkpoint before it, but is the first")
        if entry.opening:
            self.attempt(n, "the opening", check_opening, entry)
        else:
            self.withheld += 1

    def grow(self, entry):
        """Adds a leaf to the tree; after an unreadable entry there is no tree any more."""
        if not entry or not self.tree:
            self.tree = None
            return
        self.tree.append(entry.leaf_hash)
        if self.tree.size in self.roots:
            self.roots[self.tree.size] = self.tree.root()

    def check_checkpoint(self, n, before, entry, data):
        public = [known.session_key for known in (before, entry) if known and known.session_key]
        keys = [Key(self.key.name, key) for key in public]
        checkpoint = self.attempt(n, "the checkpoint", read_checkpoint, data, self.key, *keys)
        if checkpoint is None:
            return
        size, root, signed = checkpoint
        if size != n + 1:
            if not entry or size != entry.number + 1:    # else told already of the leaf
                self.damage(n, f"its checkpoint is over {size} entries")
        elif self.tree:
            differs = root != self.tree.root()
            if differs and not self.root_differs:    # the checkpoints that follow differ, too
                self.damage(n, "its checkpoint has another root than the leaves up to here")
            self.root_differs = differs
        if before and entry and before.number + 1 != entry.number:
            return    # What stood between them named the key.
        if not entry or not entry.session_key or self.check_session(n, before, entry, signed):
            self.signed = n + 1

    def check_session(self, n, before, entry, signed):
        """The key that the entry before names must have signed; or else this is a break."""
        expected = before and before.session_key
        if (expected or entry.session_key) in signed:
            return True
        if entry.session_key not in signed:
            self.damage(n, "its checkpoint is not signed by the session's key")
            return False
        self.breaks.append((n, "restored" if entry.act == b"vault.restore" else "unannounced"))
        if self.signed < n:
            self.damage(self.signed, f"the entries from here to {n - 1} are not signed by "
                                     "the key of their session")
        return True

    def read_seen(self, number, data):
        """An earlier checkpoint's size and root, both none where it is not of this vault."""
        try:
            size, root, _ = read_checkpoint(data, self.key)
        except Bad as bad:
            self.damage(None, f"Earlier checkpoint {number} {bad}.")
            return None, None
        self.roots.setdefault(size)
        return size, root

    def judge(self, size, root):
        if size is None:
            return size, "invalid"
        if size > self.entries:
            return size, "shorter"
        if self.roots[size] is None:
            return size, "unknown"
        return size, "consistent" if self.roots[size] == root else "forked"

    def exit_code(self):
        if self.damages:
            return 5
        return 6 if any(verdict != "consistent" for _, verdict in self.seen) else 0


def names_another(before, entry):
    """Whether an entry names another session key than the one that the entry before names."""
    return bool(before and entry and before.session_key
                and before.session_key != entry.session_key)


# What is told

VERDICTS = {
    0: "The trail holds.",
    5: "The trail does not verify.",
    6: "The trail is whole in itself, but an earlier checkpoint contradicts it.",
}
BREAKS = {
    "introduced": "session keys begin here; the entries before had none.",
    "restored": "the chain of session keys is broken by a restore.",
    "unannounced": "the chain of session keys is broken, unannounced: another computer, or "
                   "someone with the passphrase, wrote what follows.",
}
SEEN = {
    "consistent": "the trail continues it.",
    "shorter": "the trail is shorter: it was cut, or is an older copy.",
    "forked": "the trail had another content at that point: it was forked.",
    "unknown": "can't be compared, because the trail is damaged before that point.",
    "invalid": "is not a checkpoint of this vault.",
}


def words(check, is_pinned):
    yield VERDICTS[check.exit_code()]
    yield from check.damages
    if check.key is None:
        return
    yield f"Entries: {check.entries}; with the opening withheld: {check.withheld}."
    yield f"Key: {check.key}"
    if not is_pinned:
        yield "Compare this key with the one on the recovery sheet, or give that with --key."
    if check.is_bound:
        yield "The first session key is bound to the vault's id."
    else:
        yield "The first session key is not bound to the vault's id."
    for n, kind in check.breaks:
        yield f"Entry {n}: {BREAKS[kind]}"
    for n in check.times:
        yield f"Entry {n}: its time is before that of the entry before."
    for number, (size, verdict) in enumerate(check.seen, 1):
        over = "" if size is None else f" over {size} entries"
        yield f"Earlier checkpoint {number}{over}: {SEEN[verdict]}"


def as_json(check):
    return json.dumps({
        "exitCode": check.exit_code(),
        "key": check.key and str(check.key),
        "entries": check.entries,
        "breaks": [{"entry": n, "kind": kind} for n, kind in check.breaks],
        "isBound": check.is_bound,
        "firstBad": check.first_bad,
        "seen": [{"entries": size, "verdict": verdict} for size, verdict in check.seen],
    })


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.exit(64, f"{self.format_usage()}{message}\n")


def key_argument(text):
    try:
        return read_key(text.strip())
    except Bad as bad:
        raise argparse.ArgumentTypeError(f"this {bad}") from None


def main():
    parser = Parser(allow_abbrev=False, description="Checks an exported audit trail.")
    parser.add_argument("trail", metavar="TRAIL")
    parser.add_argument("--key", type=key_argument, help="the vault's key, as on the sheet")
    parser.add_argument("--seen", metavar="CHECKPOINT", action="append", default=[],
                        type=argparse.FileType("rb"), help="a checkpoint seen earlier")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    check = Check()
    try:
        seen = [file.read(100_000) for file in arguments.seen]
        with open(arguments.trail, "rb") as file:
            check.run(file, arguments.key, seen)
    except OSError as error:
        parser.error(f"can't read it: {error}")
    sys.stdout.reconfigure(errors="backslashreplace")
    print(as_json(check) if arguments.json else "\n".join(words(check, arguments.key)))
    return check.exit_code()


if __name__ == "__main__":
    sys.exit(main())
