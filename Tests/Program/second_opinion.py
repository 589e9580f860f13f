"""A second verifier of an opened export: the public formats and the public key, nothing of ours.

    python3 second_opinion.py FOLDER KEY

FOLDER holds the files of an export; KEY is the clinician's public key as she gave it on paper
(`name+id+base64`, C2SP signed-note). It checks the manifest (sha256sum) and its signature, the
signed statement (C2SP signed-note), that the statement covers the text and the data, and that the act of signing
stands in the audit trail (C2SP tlog-proof, RFC 6962). Exit 0: all hold; 5: something does not.
"""

import base64
import hashlib
import pathlib
import struct
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class DoesNotHold(Exception):
    """What does not hold, in one sentence."""


def require(condition, sentence):
    if not condition:
        raise DoesNotHold(sentence)


def parse_key(text):
    """C2SP signed-note: NAME+ID+BASE64(type, key); the id is computed again."""
    name, number, encoded = text.strip().split("+", 2)
    blob = base64.b64decode(encoded, validate=True)
    require(len(blob) == 33 and blob[0] == 1, "The key is no Ed25519 key.")
    expected = hashlib.sha256(name.encode() + b"\n" + blob).digest()[:4]
    require(expected.hex() == number, "The key's number does not fit the key.")
    return name, expected, blob[1:]


def signed_text(note, key):
    """The text of a signed note, if this key signed it."""
    name, number, public = key
    text, divider, lines = note.rpartition(b"\n\n")
    require(divider and note.endswith(b"\n"), "A signed note is not in its format.")
    text += b"\n"
    known = []
    for line in lines.decode().splitlines():
        dash, signer, encoded = line.split(" ", 2)
        blob = base64.b64decode(encoded, validate=True)
        require(dash == "\u2014", "A signature line is not in its format.")
        if signer == name and blob[:4] == number:
            known.append(blob[4:])
    require(known, "This key did not sign the note.")
    for signature in known:
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
        except InvalidSignature as error:
            raise DoesNotHold("A signature does not hold.") from error
    return text


def check_manifest(folder, key):
    signed = signed_text((folder / "MANIFEST.signature").read_bytes(), key)
    require(signed == (folder / "MANIFEST").read_bytes(), "The signed list is another one.")
    named = set()
    for line in (folder / "MANIFEST").read_text().splitlines():
        digest, name = line.split("  ", 1)
        named.add(name)
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        require(found == digest, f"The checksum of {name} does not hold.")
    present = {path.name for path in folder.iterdir()} - {"MANIFEST", "MANIFEST.signature"}
    require(named == present, "The manifest and the files are not the same.")


def check_statement(folder, key):
    """The signed statement names the digests of the text and of the data."""
    text = signed_text((folder / "document.signature").read_bytes(), key)
    lines = text.decode().splitlines()
    require(lines[0] == "vault.document/v1", "The statement is of another kind.")
    for label, name in [("text-sha256", "document.txt"), ("note-sha256", "document.json")]:
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        require(f"{label} {digest}" in lines, f"The signature does not cover {name}.")
    return hashlib.sha256(text).hexdigest()


def fields(leaf):
    while leaf:
        size = struct.unpack_from(">I", leaf)[0]
        require(len(leaf) >= 4 + size, "The audit entry is cut off.")
        yield leaf[4:4 + size]
        leaf = leaf[4 + size:]


def parse_leaf(leaf):
    """Number, act and details of an audit entry."""
    rest = fields(leaf)

    def number():
        return int.from_bytes(next(rest), "big")

    require(next(rest) == b"vault.audit.leaf/v1" and number() == 1, "The entry is of another kind.")
    index = number()
    next(rest), next(rest)
    act = next(rest).decode()
    next(rest), next(rest), next(rest)
    for _ in range(number()):
        next(rest), next(rest)
    details = {}
    for _ in range(number()):
        key = next(rest).decode()
        details[key] = next(rest).decode()
    next(rest)
    require(next(rest, None) is None, "The audit entry has something left over.")
    return index, act, details


def root_of(leaf_hash, index, size, path):
    """RFC 9162, 2.1.3.2: the root that an inclusion proof leads to."""
    require(index < size, "The proof is about an entry beyond the end.")
    place, last, node = index, size - 1, leaf_hash
    for sibling in path:
        require(last > 0 and len(sibling) == 32, "The proof has the wrong length.")
        if place & 1 or place == last:
            node = hashlib.sha256(b"\1" + sibling + node).digest()
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = hashlib.sha256(b"\1" + node + sibling).digest()
        place, last = place >> 1, last >> 1
    require(last == 0, "The proof has the wrong length.")
    return node


def check_proof(folder, key, digest):
    """The act of signing this very statement stands in the trail that the key signed."""
    proof = (folder / "proof.txt").read_bytes()
    head, _, checkpoint = proof.partition(b"\n\n")
    lines = head.decode().split("\n")
    require(lines[0] == "c2sp.org/tlog-proof@v1", "The proof is not in its format.")
    require(lines[1].startswith("extra ") and lines[2].startswith("index "), "The proof is short.")
    leaf = base64.b64decode(lines[1][6:], validate=True)
    index = int(lines[2][6:])
    path = [base64.b64decode(line, validate=True) for line in lines[3:]]
    require((folder / "checkpoint.txt").read_bytes() == checkpoint, "Two checkpoints differ.")
    origin, size, root = signed_text(checkpoint, key).decode().splitlines()[:3]
    require(origin == key[0], "The checkpoint is of another trail.")
    found = root_of(hashlib.sha256(b"\0" + leaf).digest(), index, int(size), path)
    require(found == base64.b64decode(root), "The proof does not lead to the signed root.")
    number, act, details = parse_leaf(leaf)
    require(number == index, "The entry says another number.")
    require(act == "document.sign" and details.get("digest") == digest,
            "The entry is not about the signing of this document.")


def check(folder, key_text):
    """Throws DoesNotHold, or anything else for files that are not in their format."""
    folder = pathlib.Path(folder)
    key = parse_key(key_text)
    check_manifest(folder, key)
    check_proof(folder, key, check_statement(folder, key))


if __name__ == "__main__":
    try:
        check(sys.argv[1], sys.argv[2])
    except (DoesNotHold, ValueError, OSError, StopIteration, struct.error) as error:
        print(error if isinstance(error, DoesNotHold) else "A file is not in its format.")
        sys.exit(5)
    print("Everything holds.")
