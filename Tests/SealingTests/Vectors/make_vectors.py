"""Makes the vectors that SealingTests pins, from hashlib and the cryptography package alone.

Nothing here is taken from the Swift code: it follows DESIGN.md ("Records", "Keys"). Argon2id needs
cryptography 44 or later. usage: make_vectors.py
"""
import hashlib
import random
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

KEY = bytes(range(32))
SALT = bytes(range(100, 124))
ZERO_NONCE = bytes(12)


def field(value: bytes) -> bytes:
    return struct.pack(">I", len(value)) + value


def context(vault: bytes, record: bytes, owner: bytes, purpose: str, revision: int) -> bytes:
    label = b"vault.context/v1"
    number = struct.pack(">Q", revision)
    return b"".join(map(field, (label, vault, record, owner, purpose.encode(), number)))


CONTEXT = context(bytes([1] * 16), bytes([2] * 16), bytes([3] * 16), "note.body", 7)


def halves(key: bytes, salt: bytes) -> tuple[bytes, bytes]:
    both = hashlib.blake2b(salt + CONTEXT, key=key, digest_size=64).digest()
    return both[:32], both[32:]


def padme(length: int) -> int:
    """Nikitin et al., PETS 2019, algorithm 1."""
    exponent = length.bit_length() - 1
    mantissa = exponent.bit_length()
    low_bits = exponent - mantissa
    mask = (1 << low_bits) - 1 if low_bits > 0 else 0
    return (length + mask) & ~mask


def pad(plain: bytes) -> bytes:
    size = padme(max(len(plain) + 1, 128))
    return (plain + b"\x80").ljust(size, b"\0")


def envelope(key: bytes, padded: bytes) -> bytes:
    one_time, commitment = halves(key, SALT)
    sealed = ChaCha20Poly1305(one_time).encrypt(ZERO_NONCE, padded, CONTEXT)
    return b"\x01" + SALT + commitment + sealed


# --- One ciphertext under two keys: both tags are polynomials over the same ciphertext, linear in
# --- every block of it, so two blocks can be solved for any tag.

PRIME = 2**130 - 5


def keystream(key: bytes, counter: int, count: int) -> bytes:
    nonce = struct.pack("<I", counter) + ZERO_NONCE
    return Cipher(algorithms.ChaCha20(key, nonce), None).encryptor().update(bytes(count))


def poly_key(key: bytes) -> tuple[int, int]:
    block = keystream(key, 0, 32)
    clamp = 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    return int.from_bytes(block[:16], "little") & clamp, int.from_bytes(block[16:], "little")


def blocks(ciphertext: bytes) -> list[int]:
    aad = CONTEXT + bytes(-len(CONTEXT) % 16)
    lengths = struct.pack("<QQ", len(CONTEXT), len(ciphertext))
    message = aad + ciphertext + bytes(-len(ciphertext) % 16) + lengths
    parts = [message[i:i + 16] for i in range(0, len(message), 16)]
    return [int.from_bytes(part, "little") + (1 << 128) for part in parts]


def evaluate(values: list[int], r: int) -> int:
    total = 0
    for value in values:
        total = (total + value) * r % PRIME
    return total


def collide(key1: bytes, key2: bytes, ciphertext: bytes, source: random.Random) -> bytes:
    """Replaces the first two blocks so that ciphertext and tag verify under both keys."""
    first = (len(CONTEXT) + 15) // 16
    values = blocks(ciphertext)
    values[first] = values[first + 1] = 0
    count = len(values)
    (r1, s1), (r2, s2) = poly_key(key1), poly_key(key2)
    rest1, rest2 = evaluate(values, r1), evaluate(values, r2)
    a1, b1 = pow(r1, count - first, PRIME), pow(r1, count - first - 1, PRIME)
    a2, b2 = pow(r2, count - first, PRIME), pow(r2, count - first - 1, PRIME)
    inverse = pow(a1 * b2 - a2 * b1, -1, PRIME)
    while True:
        tag = source.getrandbits(128)
        want1 = ((tag - s1) % 2**128 - rest1) % PRIME
        want2 = ((tag - s2) % 2**128 - rest2) % PRIME
        x = (want1 * b2 - want2 * b1) * inverse % PRIME
        y = (a1 * want2 - a2 * want1) * inverse % PRIME
        if x >> 128 == 1 and y >> 128 == 1:
            solved = b"".join((v - (1 << 128)).to_bytes(16, "little") for v in (x, y))
            return solved + ciphertext[32:] + tag.to_bytes(16, "little")


def two_key_ciphertext() -> tuple[bytes, bytes, bytes]:
    source = random.Random(13)
    one1, _ = halves(KEY, SALT)
    last1 = keystream(one1, 1, 128)[127]
    while True:  # a second key under which the end mark falls on the last byte too
        other = source.randbytes(32)
        one2, _ = halves(other, SALT)
        if keystream(one2, 1, 128)[127] == last1:
            break
    body = source.randbytes(127) + bytes([last1 ^ 0x80])
    sealed = collide(one1, one2, body, source)
    for one in (one1, one2):
        assert ChaCha20Poly1305(one).decrypt(ZERO_NONCE, sealed, CONTEXT)[127] == 0x80
    return other, sealed, halves(other, SALT)[1]


def main() -> None:
    print("context", CONTEXT.hex())
    print("envelope", envelope(KEY, pad(b"The vault keeps its promise.")).hex())
    print("no end mark", envelope(KEY, bytes(128)).hex())
    other, sealed, commitment2 = two_key_ciphertext()
    head = b"\x01" + SALT
    print("second key", other.hex())
    print("two keys, first commitment", (head + halves(KEY, SALT)[1] + sealed).hex())
    print("two keys, second commitment", (head + commitment2 + sealed).hex())
    for purpose in range(1, 10):
        salt = struct.pack("<Q", purpose).ljust(16, b"\0")
        person = b"vaultkey".ljust(16, b"\0")
        derived = hashlib.blake2b(b"", key=KEY, salt=salt, person=person, digest_size=32)
        print("purpose", purpose, derived.hexdigest())
    sizes = [1, 2, 127, 128, 129, 133, 200, 255, 256, 1000, 4096, 4097, 65535, 65536, 65537, 10**6]
    print("padme", [(size, padme(max(size + 1, 128))) for size in sizes])
    print("scrypt", hashlib.scrypt(
        b"passphrase", salt=bytes(range(16)), n=1024, r=8, p=1, dklen=32).hex())
    try:
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    except ImportError:
        return
    argon = Argon2id(
        salt=bytes(range(16)), length=32, iterations=3, lanes=1, memory_cost=64 << 10)
    print("argon2id, 64 MiB, 3 passes", argon.derive(b"correct horse battery staple").hex())
    print("argon2id, NFC", Argon2id(
        salt=bytes(range(16)), length=32, iterations=3, lanes=1, memory_cost=64 << 10,
    ).derive("Käthe über Ångström".encode()).hex())


if __name__ == "__main__":
    main()
