"""Makes share_vectors.json, which SealingTests reads, with the reference implementation of SLIP-0039.

Nothing here is taken from the Swift code. Every set that must be refused is first refused by the
reference, except where it accepts more than this program does. Needs PyPI's shamir-mnemonic 0.3.0.
usage: make_share_vectors.py > share_vectors.json
"""
import json
import random
from dataclasses import replace

from shamir_mnemonic import MnemonicError, combine_mnemonics, rs1024, shamir, wordlist
from shamir_mnemonic.share import Share, _customization_string

source = random.Random(39)
shamir.RANDOM_BYTES = source.randbytes
vectors = []


def made(needed, count, size=16, passphrase=b"", **options):
    """The secret and the sheets of a set of one group."""
    secret = source.randbytes(size)
    sheets = shamir.generate_mnemonics(1, [(needed, count)], secret, passphrase, **options)[0]
    return secret, sheets


def accept(name, secret, sheets, passphrase=b""):
    assert combine_mnemonics(sheets, passphrase) == secret, name
    vectors.append(
        {"name": name, "sheets": sheets, "passphrase": passphrase.decode(), "secret": secret.hex()})


def refuse(name, code, sheets, stricter=False):
    try:
        combine_mnemonics(sheets)
        assert stricter, name
    except MnemonicError:
        assert not stricter, name
    vectors.append({"name": name, "sheets": sheets, "passphrase": "", "refused": code})


def changed(sheet, **fields):
    return replace(Share.from_mnemonic(sheet), **fields).mnemonic()


def reworded(sheet, place, mask, extendable=True):
    """Another word, with a checksum that holds."""
    numbers = list(wordlist.mnemonic_to_indices(sheet))[:-3]
    numbers[place] ^= mask
    checksum = rs1024.create_checksum(numbers, _customization_string(extendable))
    return wordlist.mnemonic_from_indices(numbers + checksum)


for size in range(16, 33, 2):
    accept(f"1 of 1, {size} bytes", *made(1, 1, size))
for needed, count in [(2, 2), (2, 3), (3, 5), (15, 16), (16, 16)]:
    secret, sheets = made(needed, count)
    accept(f"{needed} of {count}", secret, source.sample(sheets, needed))
secret, sheets = made(2, 3, 32)
for pair in ((0, 1), (0, 2), (1, 2), (2, 0)):
    accept(f"2 of 3, 32 bytes, {pair}", secret, [sheets[place] for place in pair])
for exponent in (0, 2, 5):
    accept(f"exponent {exponent}", *made(1, 1, iteration_exponent=exponent))
accept("zeros", bytes(16), shamir.generate_mnemonics(1, [(1, 1)], bytes(16))[0])
for extendable in (True, False):
    options = {"extendable": extendable}
    kind = "extendable" if extendable else "not extendable"
    accept(f"{kind}, no passphrase", *made(1, 1, **options))
    accept(f"{kind}, passphrase", *made(1, 1, 32, b"TREZOR", **options), b"TREZOR")

secret = source.randbytes(16)
groups = shamir.generate_mnemonics(2, [(1, 1), (1, 1), (3, 5), (2, 6)], secret)
one, two, three, four = groups
accept("groups 1 and 2", secret, one + two)
accept("groups 3 and 4", secret, [three[4], four[0], three[0], four[5], three[2]])
accept("groups 1 and 4", secret, [four[1], one[0], four[3]])
refuse("one group of two", "share.too-few", one)
refuse("a group not complete", "share.too-few", one + four[:1])
refuse("a group too many", "share.too-many", one + two + four[:2])

for size, extendable in ((16, True), (32, True), (16, False)):
    tag = f"{size} bytes, {'extendable' if extendable else 'not extendable'}"
    secret, (a, b, c) = made(2, 3, size, extendable=extendable)
    _, (other, _, _) = made(2, 3, size, extendable=extendable)
    words = a.split()
    refuse(f"nothing, {tag}", "share.too-few", [])
    refuse(f"too few, {tag}", "share.too-few", [a])
    refuse(f"too many, {tag}", "share.too-many", [a, b, c])
    refuse(f"unknown word, {tag}", "share.word", [" ".join(["therapist"] + words[1:]), b])
    refuse(f"words exchanged, {tag}", "share.mistyped",
           [" ".join(words[:5] + [words[6], words[5]] + words[7:]), b])
    refuse(f"last word left out, {tag}", "share.word-count", [" ".join(words[:-1]), b])
    refuse(f"word twice, {tag}", "share.word-count", [" ".join(words[:1] + words), b])
    refuse(f"zeros in front changed, {tag}", "share.contradictory",
           [reworded(a, 4, 512, extendable), b])
    refuse(f"another set, {tag}", "share.different-sets", [other, b])
    first = Share.from_mnemonic(a)
    for field, value in [
        ("identifier", first.identifier ^ 1), ("extendable", not extendable),
        ("iteration_exponent", 0), ("group_count", 2), ("member_threshold", 3),
    ]:
        refuse(f"another {field}, {tag}", "share.different-sets", [changed(a, **{field: value}), b])
    refuse(f"more groups needed than there are, {tag}", "share.contradictory",
           [changed(a, group_threshold=2), b])
    refuse(f"same place, {tag}", "share.do-not-fit", [changed(a, index=1), b])
    refuse(f"another place, {tag}", "share.do-not-fit", [changed(a, index=7), b])
    value = bytearray(first.value)
    value[-1] ^= 1
    refuse(f"a changed bit, {tag}", "share.do-not-fit", [changed(a, value=bytes(value)), b])
long_secret, (long_a, long_b, _) = made(2, 3, 32)
short = replace(Share.from_mnemonic(long_a), value=bytes(16)).mnemonic()
refuse("another length", "share.different-sets", [short, long_b])
refuse("the same sheet, of which only one counts", "share.twice", [long_a, long_a])
refuse("34 bytes", "share.word-count", made(1, 1, 34)[1], stricter=True)
refuse("14 bytes", "share.word-count", [
    replace(Share.from_mnemonic(made(1, 1)[1][0]), value=bytes(14)).mnemonic()])
refuse("exponent 9", "share.work", made(1, 1, iteration_exponent=9)[1], stricter=True)

print(json.dumps(vectors, indent=1))
