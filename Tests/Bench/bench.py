"""Speeds of the program as ratios and counts; nothing here passes or fails.

Usage: bench.py PROGRAM
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
PASSPHRASE = b"plum lantern gravel orbit\n"
DOCUMENTS = int(os.environ.get("VAULT_BENCH_DOCUMENTS", "1000"))
CASELOAD = os.path.join(os.path.dirname(__file__), "..", "Demo", "caseload")


def run(*words, stdin=b"", **options):
    done = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, **options)
    if done.returncode not in (0, 3):
        sys.exit(f"{words[0]}: {done.stderr.decode()}")
    return done.stdout.decode()


def median_ms(*words, runs=21):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([PROGRAM, *words], capture_output=True, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def syscalls(name, *words):
    """How often a command makes a system call, counted by strace."""
    done = subprocess.run(
        ["strace", "-f", "-c", "-e", f"trace={name}", PROGRAM, *words],
        capture_output=True, check=False)
    rows = [line.split() for line in done.stderr.decode().splitlines()]
    return sum(int(row[3]) for row in rows if row and row[-1] == name)


def main():
    with tempfile.TemporaryDirectory() as place:
        os.environ.update(
            HOME=place, XDG_STATE_HOME=place, XDG_RUNTIME_DIR=place,
            VAULT_FILE=place + "/bench.vault")
        run("init", "--from", CASELOAD + "/practice.txt", "--passphrase-fd", "0", stdin=PASSPHRASE)
        run("open", "--passphrase-fd", "0", "--lock-after", "240", stdin=PASSPHRASE)
        try:
            measure()
        finally:
            run("lock")


def measure():
    run("client", "add", "--from", CASELOAD + "/client-1.txt", "--no-input")
    session = b"date: 2026-11-02\nstart: 09:00\nstop: 09:50\ntype: individual\n" \
        b"participants: client\nplace: 11\ncode: 90834\n"
    growth = []
    for number in range(1, DOCUMENTS + 1):
        start = time.perf_counter()
        run("session", "add", "C1", "--from", "-", "--no-input", stdin=session)
        run("draft", "note", f"S{number}", "--from", CASELOAD + "/note-6.txt", "--no-input")
        growth.append(time.perf_counter() - start)
    tenth = max(1, DOCUMENTS // 10)
    early, late = (statistics.median(part) for part in (growth[:tenth], growth[-tenth:]))
    start = median_ms("--help")
    listing = median_ms("list")
    status = open(f"/proc/{session_process()}/status").read()
    resident = int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024
    print(f"vault list, {DOCUMENTS} documents: {listing / start:.2f} times one process start"
          f" ({listing:.1f} ms, {start:.1f} ms for --help)")
    print(f"adding and drafting, at {DOCUMENTS} documents against the first: {late / early:.2f}")
    print(f"one view syncs {syscalls('fdatasync', 'show', 'D1')} + {syscalls('fsync', 'show', 'D1')}"
          " times (fdatasync + fsync)")
    print(f"the session process holds {resident:.0f} MB")
    size = os.path.getsize(os.environ["VAULT_FILE"])
    print(f"the vault has {size / 1e6:.1f} MB, {size // DOCUMENTS} bytes a note")


def session_process():
    """The process that listens on this vault's socket."""
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            words = open(f"/proc/{name}/cmdline", "rb").read().split(b"\0")
        except OSError:
            continue
        if b"session-process" in words and os.environ["VAULT_FILE"].encode() in words:
            return name
    sys.exit("no session process")


main()
