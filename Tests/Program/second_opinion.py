"""A second verifier of an opened export: the public formats and the public key, nothing of ours.

    python3 second_opinion.py FOLDER KEY

FOLDER holds the files of an export; KEY is the clinician's public key as she gave it on paper
(`name+id+base64`, C2SP signed-note). It checks the manifest (sha256sum) and its signature, each
signed statement (C2SP signed-note), that the statement covers the text and the data, and that the
act of signing stands in the audit trail: by a proof (C2SP tlog-proof, RFC 6962), or where everything
left, by the whole trail. key.txt names the keys of earlier vaults after the present one; the
manifest's signature vouches for them. Exit 0: all hold; 5: something does not.
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
    listed = hashlib.sha256((folder / "MANIFEST").read_bytes()).hexdigest()
    require(signed == f"vault.manifest/v1\nsha256 {listed}\n".encode(),
            "The signed list is another one.")
    named = set()
    for line in (folder / "MANIFEST").read_text().splitlines():
        digest, name = line.split("  ", 1)
        named.add(name)
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        require(found == digest, f"The checksum of {name} does not hold.")
    present = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    present -= {"MANIFEST", "MANIFEST.signature"}
    require(named == present, "The manifest and the files are not the same.")


def check_statement(signature, keys):
    """The signed statement names the digests of the text and of the data; the place of its key."""
    note, stem = signature.read_bytes(), str(signature).removesuffix(".signature")
    for place, key in enumerate(keys):
        try:
            text = signed_text(note, key)
            break
        except DoesNotHold:
            continue
    else:
        raise DoesNotHold("None of the keys signed a document.")
    lines = text.decode().splitlines()
    require(lines[0] == "vault.document/v1", "The statement is of another kind.")
    for label, ending in [("text-sha256", ".txt"), ("note-sha256", ".json")]:
        digest = hashlib.sha256(pathlib.Path(stem + ending).read_bytes()).hexdigest()
        require(f"{label} {digest}" in lines, f"The signature does not cover {stem}{ending}.")
    return place, hashlib.sha256(text).hexdigest()


def fields(leaf):
    while leaf:
        size = struct.unpack_from(">I", leaf)[0]
        require(len(leaf) >= 4 + size, "The audit entry is cut off.")
        yield leaf[4:4 + size]
        leaf = leaf[4 + size:]


LEAF = 307


def leaf_of(entry):
    """The leaf in an entry's bytes; behind it stands the opening that it commits to."""
    return entry[:LEAF] if entry.startswith(b"\0\0\0\x13vault.audit.leaf/v2") else entry


def parse_entry(entry):
    """Number, act and details of an audit entry."""
    leaf = leaf_of(entry)
    if leaf is entry:
        return parse_format_1(entry)
    rest = list(fields(leaf))
    require(len(leaf) == LEAF and len(rest) == 12, "The entry is of another kind.")
    index, act = int.from_bytes(rest[1], "big"), rest[4].rstrip(b"\0").decode()
    opening = entry[LEAF:]
    if not opening:
        return index, act, {}
    require(hashlib.sha256(opening).digest() == rest[11], "The entry says something else.")
    said = fields(opening)
    require(next(said) == b"vault.audit.opening/v1", "The entry is of another kind.")
    next(said)
    return index, act, parse_said(said, 0)


def parse_format_1(leaf):
    rest = fields(leaf)
    require(next(rest) == b"vault.audit.leaf/v1" and number_in(rest) == 1,
            "The entry is of another kind.")
    index = number_in(rest)
    next(rest), next(rest)
    act = next(rest).decode()
    return index, act, parse_said(rest, 1)


def number_in(rest):
    return int.from_bytes(next(rest), "big")


def parse_said(rest, left):
    """Actor, ids, rows and details; gives the details, after which `left` fields follow."""
    next(rest), next(rest), next(rest)
    for _ in range(number_in(rest)):
        next(rest), next(rest)
    details = {}
    for _ in range(number_in(rest)):
        key = next(rest).decode()
        details[key] = next(rest).decode()
    for _ in range(left):
        next(rest)
    require(next(rest, None) is None, "The audit entry has something left over.")
    return details


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


def check_proof(folder, name, key, place, digest):
    """The act of signing this very statement stands in the trail that the key signed."""
    proof = (folder / name).read_bytes()
    head, _, checkpoint = proof.partition(b"\n\n")
    lines = head.decode().split("\n")
    require(lines[0] == "c2sp.org/tlog-proof@v1", "The proof is not in its format.")
    require(lines[1].startswith("extra ") and lines[2].startswith("index "), "The proof is short.")
    entry = base64.b64decode(lines[1][6:], validate=True)
    index = int(lines[2][6:])
    path = [base64.b64decode(line, validate=True) for line in lines[3:]]
    require(place > 0 or (folder / "checkpoint.txt").read_bytes() == checkpoint,
            "Two checkpoints differ.")
    size, root = signed_head(checkpoint, key)
    found = root_of(hashlib.sha256(b"\0" + leaf_of(entry)).digest(), index, size, path)
    require(found == root, "The proof does not lead to the signed root.")
    number, act, details = parse_entry(entry)
    require(number == index, "The entry says another number.")
    require(act == "document.sign" and details.get("digest") == digest,
            "The entry is not about the signing of this document.")


def signed_head(checkpoint, key):
    origin, size, root = signed_text(checkpoint, key).decode().splitlines()[:3]
    require(origin == key[0], "The checkpoint is of another trail.")
    return int(size), base64.b64decode(root)


def tree_root(hashes):
    """RFC 6962, 2.1."""
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(
        b"\1" + tree_root(hashes[:split]) + tree_root(hashes[split:])).digest()


def whole_trail(folder, place, key):
    """The digests of all statements that a whole trail says were signed; None without one."""
    name = "trail" if place == 0 else f"earlier-{place}"
    trail = folder / "audit" / f"{name}.txt"
    if not trail.exists():
        return None
    note = folder / ("checkpoint.txt" if place == 0 else f"audit/{name}.checkpoint.txt")
    lines = [base64.b64decode(line, validate=True) for line in trail.read_bytes().splitlines()]
    size, root = signed_head(note.read_bytes(), key)
    require(size == len(lines), "The trail has another length than its checkpoint.")
    require(root == tree_root([hashlib.sha256(b"\0" + leaf_of(line)).digest() for line in lines]),
            "The trail does not lead to its signed root.")
    entries = [parse_entry(line) for line in lines]
    require([entry[0] for entry in entries] == list(range(size)), "The trail has a gap.")
    return {details.get("digest") for _, act, details in entries if act == "document.sign"}


def check(folder, key_text):
    """Throws DoesNotHold, or anything else for files that are not in their format."""
    folder = pathlib.Path(folder)
    key = parse_key(key_text)
    check_manifest(folder, key)
    keys = [parse_key(line) for line in (folder / "key.txt").read_text().splitlines()]
    require(keys[0] == key, "The key inside is another one.")
    trails = [whole_trail(folder, place, each) for place, each in enumerate(keys)]
    for signature in sorted(folder.rglob("*.signature")):
        if signature.name == "MANIFEST.signature":
            continue
        place, digest = check_statement(signature, keys)
        if trails[place] is not None:
            require(digest in trails[place], "The trail does not tell of a document's signing.")
            continue
        number = signature.name.removeprefix("document").removesuffix(".signature")
        check_proof(folder, f"proof{number}.txt", keys[place], place, digest)


if __name__ == "__main__":
    try:
        check(sys.argv[1], sys.argv[2])
    except (DoesNotHold, ValueError, OSError, StopIteration, struct.error) as error:
        print(error if isinstance(error, DoesNotHold) else "A file is not in its format.")
        sys.exit(5)
    print("Everything holds.")
