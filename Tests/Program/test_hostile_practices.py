"""A whole practice that somebody else signed: with a key of his own, and what no program wrote.

Checksums, signatures and proofs hold in each of these; what is in them must not come in all the
same. The unchanged one is taken, so that each refusal is about its change.
"""

import base64
import hashlib
import json
import unittest

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from second_opinion import leaf_of, tree_root
from test_crashes import READER
from test_leaving import archive, empty, leave, opened, practice_with_everything, sealed
from vault_test_case import VaultTestCase

FIRST, SECOND = "clients/C1/records.jsonl", "clients/C2/records.jsonl"


class Key:
    """A key of nobody's vault."""

    def __init__(self, name="vault-forged"):
        self.name, self.secret = name, Ed25519PrivateKey.from_private_bytes(b"\7" * 32)
        blob = b"\1" + self.secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id = hashlib.sha256(name.encode() + b"\n" + blob).digest()[:4]
        self.encoded = f"{name}+{self.id.hex()}+{base64.b64encode(blob).decode()}"

    def note(self, text):
        blob = base64.b64encode(self.id + self.secret.sign(text.encode())).decode()
        return f"{text}\n\u2014 {self.name} {blob}\n".encode()


def lines(files, name):
    return [json.loads(line) for line in files[name].splitlines()]


def written(records):
    """Records as lines, with the body last."""
    def text(value):
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    whole = ""
    for record in records:
        head = {name: value for name, value in record.items() if name != "body"}
        whole += f"{text(head)[:-1]},\"body\":{text(record['body'])}}}\n"
    return whole.encode()


def first(records, kind):
    return next(record for record in records if record["type"] == kind)


class HostilePractices(VaultTestCase):
    @classmethod
    def setUpClass(cls):
        old = practice_with_everything(cls.of_all())
        cls.files = opened(old, leave(old))

    def forged(self, change=None, keys=None):
        """The practice with a change, signed with a key of his own; hers is that of an earlier vault."""
        key, files = Key(), dict(self.files)
        for name in ("MANIFEST", "MANIFEST.signature"):
            del files[name]
        files["audit/earlier-1.txt"] = files["audit/trail.txt"]
        files["audit/earlier-1.checkpoint.txt"] = files["checkpoint.txt"]
        hers = files["key.txt"].decode()
        files["key.txt"] = f"{key.encoded}\n{hers}".encode() if keys is None else keys(key, hers)
        leaves = files["audit/trail.txt"].splitlines()
        root = tree_root([hashlib.sha256(b"\0" + leaf_of(base64.b64decode(leaf))).digest()
                          for leaf in leaves])
        files["checkpoint.txt"] = key.note(
            f"{key.name}\n{len(leaves)}\n{base64.b64encode(root).decode()}\n")
        if change:
            change(files)
        manifest = "".join(f"{hashlib.sha256(contents).hexdigest()}  {name}\n"
                           for name, contents in files.items()).encode()
        files["MANIFEST"] = manifest
        files["MANIFEST.signature"] = key.note(
            f"vault.manifest/v1\nsha256 {hashlib.sha256(manifest).hexdigest()}\n")
        return archive(list(files.items()))

    def refused(self, vault, what, plain):
        result = vault.run("import", "everything", sealed(vault, plain), "--identity",
                           "reader.txt")
        self.assertTwoLines(result)
        self.assertIn(result.code, (1, 5, 8), (what, result))
        self.assertEqual(vault.json("client", "list"), [], what)

    def test_what_no_program_wrote_does_not_come_in(self):
        vault = empty(self)
        for what, name, change in [
                ("a fact three hundred times", SECOND,
                 lambda all: first(all, "jotting").update(facts=[["kind", "x"]] * 300)),
                ("a number at the end of all numbers", SECOND,
                 lambda all: first(all, "jotting").update(number=2**64 - 1)),
                ("a day that is a way", FIRST,
                 lambda all: first(all, "attachment").update(day="x/../../../escaped")),
                ("a client who becomes a session", SECOND,
                 lambda all: all.insert(2, dict(
                     first(all, "session"), record=all[0]["record"], revision=3, number=50))),
                ("a signed document that is a draft again", FIRST,
                 lambda all: all.append(dict(
                     next(each for each in all if each.get("state") == "draft"),
                     revision=1 + max(each["revision"] for each in all
                                      if each["type"] == "document")))),
                ("a document that belongs to itself", SECOND,
                 lambda all: first(all, "document").update(
                     parent=first(all, "document")["record"])),
                ("a session of another client's", SECOND,
                 lambda all: first(all, "session").update(
                     parent=lines(self.files, FIRST)[0]["record"])),
                ("a body that is no entries", SECOND,
                 lambda all: all[0].update(body=["nothing"])),
                ("an older revision of nonsense", SECOND,
                 lambda all: all[0].update(body=17))]:
            with self.subTest(what):
                records = lines(self.files, name)
                change(records)
                self.refused(vault, what, self.forged(
                    lambda files, name=name, records=records: files.update(
                        {name: written(records)})))
        self.assertVerifies(vault)
        vault.ok("import", "everything", sealed(vault, self.forged()), "--identity", "reader.txt")
        self.assertVerifies(vault)
        self.assertEqual(len(vault.json("client", "list")), 2)
        vault.ok("export", "D1", "--to", "stick", "--recipient", READER)

    def test_another_clients_signed_document_does_not_come_in(self):
        vault = empty(self)
        hers = next(each for each in lines(self.files, FIRST) if each.get("state") == "signed")
        his = lines(self.files, SECOND)
        first(his, "document").update(body=hers["body"], state="signed", label=hers["label"])
        self.refused(vault, "another's document", self.forged(
            lambda files: files.update({SECOND: written(his)})))

    def test_a_client_who_would_share_the_practices_key_does_not_come_in(self):
        vault, nobody = empty(self), "0" * 32
        client = lines(self.files, SECOND)[0]["record"]
        text = self.files[SECOND].decode().replace(client, nobody).encode()
        self.refused(vault, "the practice as a client", self.forged(
            lambda files: files.update({SECOND: text})))

    def test_settings_that_would_harm_do_not_come_in(self):
        vault = empty(self)
        for change in [
                {"lockAfterMinutes": 2**63 - 1}, {"lockAfterMinutes": -5},
                {"lockAtMostHours": 2**60}, {"backupsKept": 0}, {"kinds": {"x": "nonsense"}},
                {"phrases": {"phrases": {"": "x"}, "meanings": {}}},
                {"phrases": {"phrases": {"breath": "a\u202eb"}, "meanings": {}}}]:
            with self.subTest(change):
                settings = json.loads(self.files["practice/settings.json"]) | change
                self.refused(vault, change, self.forged(lambda files: files.update(
                    {"practice/settings.json": json.dumps(settings).encode()})))

    def test_keys_stand_once_and_alone(self):
        vault = empty(self)
        for keys in (lambda mine, hers: f"{mine.encoded}\n\n{hers}".encode(),
                     lambda mine, hers: f"{mine.encoded}\n{hers}{hers}".encode(),
                     lambda mine, hers: f"{mine.encoded}\n".encode(),
                     lambda mine, hers: b"", lambda mine, hers: b"\xff"):
            self.refused(vault, "keys", self.forged(keys=keys))

    def test_a_vault_does_not_take_over_what_went_through_it(self):
        vault = empty(self)
        before = vault.copy(self)
        (before.folder / "reader.txt").write_text((vault.folder / "reader.txt").read_text())
        vault.ok("import", "everything", sealed(vault, archive(list(self.files.items()))),
                 "--identity", "reader.txt")
        result = before.open().run("import", "everything", leave(vault), "--identity",
                                   "reader.txt")
        self.assertTwoLines(result, 8)
        self.assertIn("this very vault", result.err)


if __name__ == "__main__":
    unittest.main()
