"""A trail that travels is checked by two programs that share nothing: they agree on every one.

The second one, Tests/Verifier/verify_trail.py, was written from the README alone.
"""

import base64
import contextlib
import io
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
from unittest import mock

from vault_program import Vault
from vault_test_case import VaultTestCase

VERIFIER = pathlib.Path(__file__).parent.parent / "Verifier"
sys.path.insert(0, str(VERIFIER))
import verify_trail  # noqa: E402
from trails import Trail  # noqa: E402

DAY = [("vault.create", "a"), ("client.create", "a"), ("vault.lock", "b"), ("vault.open", "c"),
       ("client.view", "c"), ("document.sign", "c"), ("vault.lock", "d"), ("vault.open", "e"),
       ("client.view", "e"), ("vault.lock", "f")]


class Verifiers(VaultTestCase):
    def setUp(self):
        self.vault = Vault.at(self, "signed")
        self.place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def both(self, text, *words):
        """What the two say of a trail: its class, where keys break, what earlier ones show."""
        trail = self.place / "trail.txt"
        trail.write_bytes(text)
        code, out, err = self.vault.run("audit", "verify", trail, "--json", *words)
        ours = json.loads(out) if out else {"exitCode": code}
        theirs = self.second(trail, *words)
        self.assertEqual(code, ours["exitCode"], err)
        self.assertEqual(ours["exitCode"], theirs["exitCode"], (ours, theirs))
        if code in (0, 6):
            for member in ("key", "entries", "breaks", "isBound", "seen"):
                self.assertEqual(ours[member], theirs[member])
        return code, ours

    def second(self, trail, *words):
        """The second verifier, in this process: two hundred starts of Python would take minutes."""
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        command = ["verify_trail.py", str(trail), "--json", *words]
        with mock.patch("sys.argv", command), contextlib.redirect_stdout(out):
            code = verify_trail.main()
        out.seek(0)
        theirs = json.loads(out.read())
        self.assertEqual(code, theirs["exitCode"])
        return theirs

    def seen(self, trail, entries):
        """The checkpoint that somebody kept when the trail had so many entries."""
        file = self.place / f"seen-{entries}.checkpoint"
        file.write_bytes(trail.notes[entries - 1])
        return "--seen", str(file)


class AReviewersDay(Verifiers):
    """He has the trail, an earlier checkpoint on another stick, and the key on paper."""

    def say(self, text, *words):
        trail = self.place / "trail.txt"
        trail.write_bytes(text)
        return self.vault.run("audit", "verify", trail, *words)

    def test_whole(self):
        trail = Trail(DAY)
        words = ["--key", trail.key.decode(), *self.seen(trail, 5)]
        code, found = self.both(trail.text(), *words)
        self.assertEqual((code, found["breaks"], found["isBound"]), (0, [], True))
        self.assertEqual(found["seen"], [{"entries": 5, "verdict": "consistent"}])
        _, out, _ = self.say(trail.text(), *words)
        self.assertIn("The trail holds", out)
        self.assertIn("goes on from the checkpoint over 5 entries", out)

    def test_as_a_program(self):
        """In words, for whoever has Python and no vault."""
        trail, place = Trail(DAY), self.place / "trail.txt"
        place.write_bytes(trail.text())
        command = ["/usr/bin/python3", VERIFIER / "verify_trail.py", place]
        whole = subprocess.run([*command, "--key", trail.key], capture_output=True, text=True)
        self.assertEqual((whole.returncode, whole.stderr), (0, ""))
        self.assertIn("The trail holds.", whole.stdout)
        place.write_bytes(trail.text()[:-1])
        cut = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual((cut.returncode, cut.stderr), (5, ""))

    def test_another_key(self):
        other = Trail([("vault.create", "z")])
        code, _ = self.both(Trail(DAY).text(), "--key", other.key.decode())
        self.assertEqual(code, 5)

    def test_cut_by_one(self):
        """Sound in itself; whoever saw it longer knows better."""
        cut, trail = Trail(DAY[:-1]), Trail(DAY)
        self.assertEqual(self.both(cut.text())[0], 0)
        code, found = self.both(cut.text(), *self.seen(trail, 10))
        self.assertEqual((code, found["seen"][0]["verdict"]), (6, "shorter"))
        _, out, _ = self.say(cut.text(), *self.seen(trail, 10))
        self.assertIn("1 longer", out)
        # What he can't know without an earlier one, and is not told once that one spoke.
        unknown = "only a checkpoint that was made later can tell"
        self.assertIn(unknown, self.say(cut.text())[1])
        self.assertNotIn(unknown, out)
        # Its lines alone, without the checkpoint that the shorter one never had.
        lines = trail.text().splitlines(keepends=True)
        self.assertEqual(self.both(b"".join(lines[:-1]))[0], 5)

    def test_altered_and_signed_again(self):
        """With the passphrase, the forger has the vault's key and the present session's."""
        for is_dense in (False, True):
            forged = Trail(DAY[:4])
            forged.add("record.search", "c", "e", salt=b"x")
            for act, session in DAY[5:]:
                forged.add(act, session, "e")
            code, found = self.both(forged.text(is_dense))
            self.assertEqual(code, 5)
            self.assertEqual({each["kind"] for each in found["damages"]}, {"session-refused"})
            first = min(each["from"] for each in found["damages"])
            self.assertEqual(first, 4)
        self.assertIn("not signed with the key of their session", self.say(forged.text())[1])

    def test_altered_under_a_key_of_his_own(self):
        """He may name his own key from there on; then the place shows."""
        forged = Trail(DAY[:4])
        forged.add("record.search", "e", "e", salt=b"x")
        for act, _ in DAY[5:]:
            forged.add(act, "e")
        code, found = self.both(forged.text())
        self.assertEqual((code, found["breaks"]), (0, [{"entry": 4, "kind": "unannounced"}]))
        self.assertIn("Entry 4: The trail goes on under a key", self.say(forged.text())[1])
        code, found = self.both(forged.text(), *self.seen(Trail(DAY), 6))
        self.assertEqual((code, found["seen"][0]["verdict"]), (6, "forked"))

    def test_forked(self):
        other = Trail(DAY[:6])
        other.add("client.change", "c")
        code, found = self.both(other.text(), *self.seen(Trail(DAY), 6), *self.seen(Trail(DAY), 7))
        self.assertEqual([each["verdict"] for each in found["seen"]], ["consistent", "forked"])
        self.assertEqual(code, 6)
        _, out, _ = self.say(other.text(), *self.seen(Trail(DAY), 6), *self.seen(Trail(DAY), 7))
        self.assertIn("The first 6 entries are known to be common", out)

    def test_restored(self):
        restored = Trail(DAY[:5])
        restored.add("vault.restore", "r", "r")
        restored.add("client.view", "r")
        code, found = self.both(restored.text())
        self.assertEqual((code, found["breaks"]), (0, [{"entry": 5, "kind": "restored"}]))
        self.assertIn("a backup was restored", self.say(restored.text())[1].lower())

    def test_a_whole_trail_written_anew(self):
        """The vault's id was made of the first session's key, which nobody has any more."""
        again = Trail(DAY, born="z")
        code, found = self.both(again.text())
        self.assertEqual((code, found["isBound"]), (0, False))
        self.assertIn("written anew", self.say(again.text())[1])


class OfARealVault(Verifiers):
    def test_they_agree(self):
        self.vault.open()
        stick = self.place / "stick"
        stick.mkdir()
        written = self.vault.json("audit", "export", "--to", stick)
        text = (stick / written["file"]).read_bytes()
        for line in text.splitlines()[2:]:
            for word in (b"Mara", b"anxiety", b"progress-note"):
                self.assertNotIn(word, base64.b64decode(line.split()[0]))
        code, found = self.both(text, "--key", written["key"])
        self.assertEqual((code, found["isBound"], found["breaks"]), (0, True, []))
        self.assertLess(found["opened"], found["entries"])
        checkpoint = str(stick / written["file"].replace(".txt", ".checkpoint"))
        whole = self.vault.json("audit", "export", "--to", stick, "--open-all")
        code, found = self.both((stick / whole["file"]).read_bytes(), "--seen", checkpoint)
        self.assertEqual((code, found["opened"]), (0, found["entries"]))
        self.assertEqual(found["seen"], [{"entries": written["entries"], "verdict": "consistent"}])
        self.assertEqual(self.vault.entries()[-1]["act"], "report.make")

    def test_a_shorter_one_is_told_by_the_checkpoint_beside_it(self):
        self.vault.open()
        stick = self.place / "stick"
        stick.mkdir()
        first, second = [self.vault.json("audit", "export", "--to", stick)["file"] for _ in "12"]
        for vault in (self.vault, Vault(self)):
            self.assertEqual(vault.run("verify", stick).code, 0)
        # Whole in itself, and in the other one's place.
        shutil.copy(stick / first, stick / second)
        for vault in (self.vault, Vault(self)):
            result = vault.run("verify", stick, "--json")
            self.assertEqual(result.code, 6, result)
            states = {each["name"]: each["state"] for each in json.loads(result.out)["files"]}
            self.assertEqual((states[first], states[second]), ("whole", "contradicts"))


class Mutated(Verifiers):
    def mutations(self, text, count, seed):
        chance = random.Random(seed)
        head, lines = text.split(b"\n")[:2], text.split(b"\n")[2:-1]

        def flipped(part):
            data = bytearray(base64.b64decode(part))
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            return base64.b64encode(data)

        for _ in range(count):
            made, place = list(lines), chance.randrange(len(lines))
            other, parts = chance.randrange(len(lines)), lines[place].split(b" ")
            entry = base64.b64decode(parts[0])
            kind = chance.choice([
                "leaf", "opening", "note", "remove", "double", "swap", "bare", "cut", "close",
                "tail", "bytes", "foreign"])
            if kind == "leaf":
                made[place] = b" ".join([flipped(parts[0][:408]) + parts[0][408:], *parts[1:]])
            elif kind == "opening":
                made[place] = b" ".join([
                    base64.b64encode(entry[:307] + base64.b64decode(flipped(
                        base64.b64encode(entry[307:] or b"x")))), *parts[1:]])
            elif kind == "note":
                made[place] = b" ".join([*parts[:-1], flipped(parts[-1])])
            elif kind == "remove":
                del made[place]
            elif kind == "double":
                made.insert(place, made[other])
            elif kind == "swap":
                made[place], made[other] = made[other], made[place]
            elif kind == "bare":
                made[place] = parts[0]
            elif kind == "cut":
                made = made[:place]
            elif kind == "close":
                made[place] = b" ".join([base64.b64encode(entry[:307]), *parts[1:]])
            elif kind == "tail":
                made[place] = made[place][:chance.randrange(len(made[place]))]
            elif kind == "bytes":
                line = bytearray(made[place])
                line[chance.randrange(len(line))] = chance.randrange(256)
                made[place] = bytes(line)
            elif kind == "foreign":
                made[place] = lines[other]
            yield kind, place, b"\n".join([*head, *made]) + b"\n"

    def test_200_random_mutations(self):
        texts = [Trail(DAY).text(), Trail(DAY).text(is_dense=True)]
        codes = []
        for seed, text in enumerate(texts):
            for kind, place, made in self.mutations(text, 100, seed):
                with self.subTest(kind, place=place, seed=seed):
                    code, _ = self.both(made)
                    codes.append(code)
                    # Only what says less, or the very same, still holds.
                    if code == 0:
                        self.assertTrue(made == text or kind in (
                            "close", "bare", "swap", "foreign", "cut", "opening"), kind)
        self.assertGreater(codes.count(5), 120)

    def test_hostile_files(self):
        whole = Trail(DAY).text()
        files = [b"", b"\n", b"vault.trail/v1", b"vault.trail/v1\n", whole[:200], whole[:-1],
                 whole.replace(b"vault.trail/v1", b"vault.trail/v2"), bytes(5000),
                 whole + b"\n", whole + b"=\n", b"\xff" * 400,
                 b"\n".join(whole.split(b"\n")[:2]) + b"\n", b"vault.trail/v1\n" + b"A" * 100_000]
        for place, made in enumerate(files):
            with self.subTest(place):
                self.assertEqual(self.both(made)[0], 5)
