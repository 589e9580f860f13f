"""The reference implementation of SLIP-0039 as a peer (PyPI's shamir-mnemonic).

usage: share_peer.py split NEEDED COUNT EXTENDABLE SECRET   one sheet a line
       share_peer.py combine < SHEETS                       the secret
Secrets are hexadecimal digits.
"""
import sys

from shamir_mnemonic import combine_mnemonics, generate_mnemonics

if sys.argv[1] == "split":
    needed, count, extendable = map(int, sys.argv[2:5])
    secret = bytes.fromhex(sys.argv[5])
    sheets = generate_mnemonics(1, [(needed, count)], secret, extendable=bool(extendable))[0]
    print("\n".join(sheets))
else:
    print(combine_mnemonics(sys.stdin.read().splitlines()).hex())
