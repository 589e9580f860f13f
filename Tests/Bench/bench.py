"""Speeds of the program as ratios and counts; nothing here passes or fails.

Usage: bench.py PROGRAM BENCH
"""
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM, BENCH = sys.argv[1:3]
PASSPHRASE = b"plum lantern gravel orbit\n"
DOCUMENTS = int(os.environ.get("VAULT_BENCH_DOCUMENTS", "300"))
PRACTICES = os.environ.get("VAULT_BENCH_NOTES", "15000,100000").split(",")
CARRY_MIB = int(os.environ.get("VAULT_BENCH_CARRY_MIB", "1024"))
AGE_MIB = os.environ.get("VAULT_BENCH_AGE_MIB", "1024")
TRAILS = os.environ.get("VAULT_BENCH_ENTRIES", "50000,200000,1000000")
REPORTS = os.environ.get("VAULT_BENCH_REPORTS", "2000,10000,50000")
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


def peak_mb(*words):
    """The most memory that a command held at once."""
    child = subprocess.Popen([PROGRAM, *words], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    return os.wait4(child.pid, 0)[2].ru_maxrss / 1024


def main():
    workflows()
    subprocess.run([BENCH, "age", AGE_MIB], check=True)
    subprocess.run([BENCH, "trail", TRAILS], check=True)
    subprocess.run([BENCH, "report", REPORTS], check=True)
    subprocess.run([BENCH, "draft", CASELOAD + "/note-6.txt"], check=True)
    for notes in PRACTICES:
        with_vault(lambda: practice(int(notes)))
    with_vault(letter)
    with_vault(carry)
    with_vault(measure)


class Cleanup(list):
    """Stands where a test would: what is to be removed at the end."""

    def addCleanup(self, work):
        self.append(work)


def workflows():
    """Keys and words of two workflows at a terminal, beside the budgets; reading at 200 words a
    minute and keys at 0.20 s are the floor of the keystroke-level model, not a measured time."""
    os.environ["VAULT_PROGRAM"] = PROGRAM
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "Program"))
    import workflows as told
    from vault_program import Vault
    cleanup = Cleanup()
    try:
        note = told.between_sessions(Vault.at(cleanup, "client").open())
        jotted = sum(len(text.split()) for text in told.NOTE.values())
        drafted = sum(len(each["text"].split())
                      for each in note.vault.json("show", "D1")["sections"] for each in
                      each["sentences"])
        print(f"note: {jotted} words in (budget 50), {drafted} words out (budget 190),"
              f" {note.keys} keys")
        vault = Vault.at(cleanup, "signed").open()
        told.prepared_block(vault)
        letter = told.attendance_letter(vault)
        floor = letter.keys * 0.2
        print(f"attendance letter: {letter.keys} keys, {floor:.0f} keystroke-seconds (budget 60)")
    finally:
        for work in reversed(cleanup):
            work()


def practice(notes):
    """An invented practice of 150 clients; `fill` puts it there without the program."""
    done = subprocess.run([BENCH, "fill", os.environ["VAULT_FILE"], str(notes)],
                          input=PASSPHRASE, capture_output=True)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    run("list")
    start = time.perf_counter()
    run("search", "thought", "panic")
    first = time.perf_counter() - start
    process = median_ms("--help")
    print(f"{notes} notes, vault of {os.path.getsize(os.environ['VAULT_FILE']) / 1e6:.0f} MB;"
          f" one process start {process:.0f} ms; first search {first:.1f} s")
    for words in (["list"], ["today"], ["search", "panic", "ladder"]):
        print(f"  {words[0]}: one process start plus {median_ms(*words) - process:.0f} ms,"
              f" at most {peak_mb(*words):.0f} MB")


def letter():
    """A signed letter to a payer as pages and as a copy for Word; the program only signs it."""
    stick = os.environ["HOME"] + "/stick"
    os.mkdir(stick)
    run("client", "add", "--from", CASELOAD + "/client-1.txt", "--no-input")
    run("practice", "edit", "--from", "-", stdin=b"phone: 555-0100\nnpi: 1234567893\n")
    run("client", "edit", "C1", "--from", "-", stdin=b"payer: Acme Health\nmember-id: AH-000-111\n")
    run("measure", "add", "C1", "--from", "-", stdin=b"instrument: GAD-7\ntotal: 15\n")
    run("draft", "letter", "preauthorization", "C1", "--from", CASELOAD + "/payer-1.txt",
        "--no-input")
    count = len(json.loads(run("review", "D1", "--json"))["sentences"])
    run("review", "D1", "--decide", "-", stdin=b"1-%d accept\n" % count)
    run("sign", "D1", "--passphrase-fd", "0", stdin=PASSPHRASE)
    export = json.loads(run("export", "D1", "--to", stick, "--unencrypted", "--reason",
                            "a measurement", "--no-input", "--json"))
    folder = stick + "/" + export["file"]
    facts = subprocess.run(["pdfinfo", folder + "/document.pdf"], check=True, capture_output=True,
                           text=True).stdout
    print(f"a letter of {re.search(r'Pages: +([0-9]+)', facts)[1]} pages:", flush=True)
    subprocess.run([BENCH, "letter", folder], check=True)


def carry():
    """A large attached file on its way out: a backup beside `cp`, an export beside `tar` and `age`."""
    place = os.environ["HOME"]
    stick, scan = place + "/stick", place + "/scan"
    os.mkdir(stick)
    with open(scan, "wb") as file:
        for _ in range(CARRY_MIB):
            file.write(os.urandom(1 << 20))
    run("client", "add", "--from", CASELOAD + "/client-1.txt", "--no-input")
    run("attach", "add", "C1", scan, "--no-input")

    def seconds(*words):
        start = time.perf_counter()
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    copied = json.loads(run("backup", "--to", stick, "--json"))
    plain = seconds("sh", "-c", 'cp "$0" "$1" && sync "$1" && cmp "$0" "$1"',
                    os.environ["VAULT_FILE"], stick + "/plain")
    size = copied["size"] / 1e6
    print(f"backup of {size:.0f} MB: copied at {size / copied['copyMilliseconds'] * 1000:.0f} MB/s,"
          f" {plain * 1000 / copied['copyMilliseconds']:.2f} times the speed of cp, sync and cmp;"
          f" every byte verified in {copied['checkMilliseconds'] / 1000:.1f} s more")
    os.unlink(stick + "/plain")
    key = place + "/key.txt"
    subprocess.run(["age-keygen", "-o", key], check=True, capture_output=True)
    reader = subprocess.run(["age-keygen", "-y", key], check=True, capture_output=True,
                            text=True).stdout.strip()
    export = [PROGRAM, "export", "--client", "C1", "--to", stick, "--recipient", reader]
    ours = seconds(*export)
    theirs = seconds("sh", "-c", 'tar cf - -C "$1" scan | age -r "$0" > "$2" && sync "$2"'
                     ' && age -d -i "$3" "$2" | sha256sum', reader, place, stick + "/age", key)
    os.unlink(stick + "/age")
    print(f"export of a file of {CARRY_MIB} MiB, out of the vault, sealed, read back and opened:"
          f" {ours:.1f} s, {theirs / ours:.2f} times the speed of tar and age with the same;"
          f" at most {peak_mb(*export[1:]):.0f} MB")


def with_vault(work):
    with tempfile.TemporaryDirectory() as place:
        os.environ.update(
            HOME=place, XDG_STATE_HOME=place, XDG_RUNTIME_DIR=place,
            VAULT_FILE=place + "/bench.vault")
        run("init", "--from", CASELOAD + "/practice.txt", "--passphrase-fd", "0", stdin=PASSPHRASE)
        run("open", "--passphrase-fd", "0", "--lock-after", "240", stdin=PASSPHRASE)
        try:
            work()
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
