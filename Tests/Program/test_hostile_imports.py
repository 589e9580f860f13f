"""Files from elsewhere: tables with formulas, folders with links and pipes, names that steer a
terminal. They are refused whole or taken in as what they are; nothing outside is followed.
"""

import json
import os
import stat
import unittest

from test_all_or_nothing import appointments, service_table
from vault_program import PASSPHRASE, Vault
from vault_test_case import NOBODY, VaultTestCase, needs_root

try:
    import pexpect
    from terminal_screen import Screen
except ImportError:
    pexpect = None

FORMULAS = ["=HYPERLINK(A1;B2)", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "'=1+1"]
STEERING = "\x1b]0;taken\x07\u202e\u009b2J"
SECRET = "overheard in the waiting room"
CONSENT = "notice: telehealth\nanswer: agreed\nsigned-on: 2026-11-02\n"


class HostileImports(VaultTestCase):
    def opened(self):
        return Vault.at(self, "client").open()

    def assertRefused(self, vault, result, code=1):
        """It is named in sentences, repeats nothing, and nothing was taken in."""
        self.assertEqual(result.code, code, result)
        lines = result.err.splitlines()
        self.assertGreaterEqual(len(lines), 2)
        self.assertTrue(all(line.startswith("vault: ") for line in lines), result)
        for word in SECRET.split():
            if len(word) > 4:
                self.assertNotIn(word, result.out + result.err)
        self.assertNotIn("import.done", vault.acts())
        self.assertVerifies(vault)

    def test_attack_31_formulas_are_words_like_any_other(self):
        """Attack 31: kept letter by letter, shown as they are, and JSON around them is JSON."""
        vault = self.opened()
        table = vault.folder / "caseload.csv"
        quoted = [each.replace('"', '""') for each in [*FORMULAS, '"; DROP TABLE revision;--']]
        table.write_text("name,born,alerts\n" + "".join(
            f'"{each}",1990-01-0{number + 1},"{each}"\n' for number, each in enumerate(quoted)))
        before = set(os.listdir(vault.folder))
        vault.ok("import", "clients", table)
        vault.ok("import", "clients", table, "--apply")
        self.assertEqual(set(os.listdir(vault.folder)), before)
        names = [each["name"] for each in vault.json("client", "list", "--names")][1:]
        self.assertEqual(names, [*FORMULAS, '"; DROP TABLE revision;--'])
        shown = vault.json("client", "show", "C2")
        self.assertIn(FORMULAS[0], json.dumps(shown))
        self.assertVerifies(vault)

    def test_tables_that_cannot_be_read(self):
        """Attack 32: hostile bytes in place of a table: refused whole, and soon."""
        vault = self.opened()
        head = "name,born\n"
        tables = {
            "empty": "", "only a head": head, "no head": f"{SECRET},1990-01-01\n",
            "an unknown column": f"name,born,overheard\n{SECRET},1990-01-01,x\n",
            "a column twice": f"name,born,name\n{SECRET},1990-01-01,x\n",
            "a row too long": f"{head}{SECRET},1990-01-01,{SECRET}\n",
            "one bad row of many": head + "".join(
                f"Invented {each},1990-01-01\n" for each in range(50)) + f"{SECRET},{SECRET}\n",
            "an open quotation mark": f'{head}"{SECRET},1990-01-01\n' + "x\n" * 1000,
            "control characters": f"{head}{SECRET}\x1b[31m,1990-01-01\n",
            "NUL": f"{head}{SECRET}\0,1990-01-01\n", "UTF-16": f"{head}{SECRET}".encode("utf-16"),
            "not UTF-8": head.encode() + b"\xff\xfe,1990-01-01\n",
            "a huge field": f"{head}{'x' * 3_000_000},1990-01-01\n",
            "a huge head": "name," * 300_000 + "\n", "huge": b"a,b\n" * 5_000_000,
        }
        for name, text in tables.items():
            with self.subTest(name):
                result = vault.run("import", "clients", "-", "--apply", stdin=text)
                self.assertRefused(vault, result)
        self.assertEqual(len(vault.json("client", "list")), 1)
        self.assertRefused(vault, vault.run("import", "clients", "nowhere.csv", "--apply"))

    def test_calendars_that_cannot_be_read(self):
        """Attack 32: no calendar, half a calendar, and one with more than anyone can hold."""
        vault = self.opened()
        endless = appointments("UID:1\r\nSUMMARY:Mara E\r\nDTSTART:19700101T000000Z\r\n"
                               "DTEND:19700101T000100Z\r\nRRULE:FREQ=SECONDLY")
        calendars = {
            "empty": "", "something else": SECRET, "cut off": appointments("UID:1")[:60],
            "NUL": b"\0" * 4096, "not UTF-8": b"BEGIN:VCALENDAR\r\nX:\xff\xfe\r\n",
            "deep": "BEGIN:VCALENDAR\r\n" * 100_000, "huge": b"BEGIN:VEVENT\r\n" * 3_000_000,
        }
        for name, text in calendars.items():
            with self.subTest(name):
                result = vault.run("import", "calendar", "-", "--no-input", "--apply", stdin=text)
                self.assertRefused(vault, result)
        result = vault.run("import", "calendar", "-", "--no-input", stdin=endless)
        self.assertIn(result.code, (0, 1), result)
        self.assertVerifies(vault)

    @unittest.skipUnless(pexpect, "python3-pexpect is not installed")
    def test_attack_30_titles_and_file_names_do_not_steer_the_terminal(self):
        """Attack 30: a title of an appointment and the name of a file are shown escaped."""
        vault = self.opened()
        (vault.folder / "week.ics").write_text(appointments(
            f"UID:1@invented\r\nSUMMARY:Mara\u206a\r\nDTSTART:20261123T090000Z\r\n"
            "DTEND:20261123T095000Z"))
        scans = vault.folder / "scans"
        scans.mkdir()
        (scans / f"letter {STEERING}.txt").write_text("invented")
        for words, question, answer in [
                (["import", "calendar", "week.ics", "--back", "3000"], r"\(1\): $", "-"),
                (["import", "scans", "scans", "--apply"], r"or Enter\) $", "C1")]:
            screen = Screen(vault, *words)
            screen.type(question, answer)
            self.assertEqual(screen.end(), 0)
            self.assertIn("\\u{2", screen.text)
            for letter in f"{STEERING}\u206a":
                if not letter.isprintable():
                    self.assertNotIn(letter, screen.text, ascii(screen.text))
        for words in (["attach", "list"], ["attach", "list", "--json"]):
            shown = vault.ok(*words).out
            self.assertTrue(shown.replace("\n", "").isprintable(), ascii(shown))
            self.assertIn("letter", shown)
        saved = vault.folder / "saved"
        saved.mkdir()
        vault.ok("attach", "save", "F1", "--to", saved)
        self.assertTrue(all(path.name.isascii() and path.name.isprintable()
                            for path in saved.iterdir()))

    def test_attack_32_a_folder_of_scans_with_other_things_in_it(self):
        """Attack 32: links, pipes, devices and folders are no scans; nothing outside is read."""
        vault = self.opened()
        scans, prize = vault.folder / "scans", vault.folder / "prize.txt"
        prize.write_text("of another folder")
        (scans / "C1 folder").mkdir(parents=True)
        (scans / "C1 folder/inside.txt").write_text("inside")
        (scans / "C1 page.txt").write_text("a page")
        (scans / "C1 out.txt").symlink_to(prize)
        (scans / "C1 up.txt").symlink_to("../prize.txt")
        (scans / "C1 nowhere.txt").symlink_to("nowhere")
        (scans / "C1 loop.txt").symlink_to("C1 loop.txt")
        (scans / "C1 process.txt").symlink_to("/proc/self/environ")
        os.mkfifo(scans / "C1 pipe.txt")
        if os.geteuid() == 0:
            os.mknod(scans / "C1 zeros.bin", stat.S_IFCHR | 0o600, os.makedev(1, 5))
        result = vault.ok("import", "scans", "scans", "--no-input", "--apply")
        self.assertIn("Attached 1 of 1 files", result.out)
        self.assertEqual([each["title"] for each in vault.json("attach", "list")], ["C1 page"])
        self.assertVerifies(vault)

    def test_attack_32_one_bad_scan_and_none_is_taken_in(self):
        """Attack 32: an empty file among good ones, or a name that is no text: none of them."""
        vault = self.opened()
        scans = vault.folder / "scans"
        scans.mkdir()
        (scans / "C1 a.txt").write_text("a page")
        (scans / "C1 b.txt").write_text("")
        words = ["import", "scans", "scans", "--no-input", "--apply"]
        self.assertRefused(vault, vault.run(*words))
        (scans / "C1 b.txt").unlink()
        odd = os.fsencode(scans) + b"/C1 caf\xe9.txt"
        with open(odd, "w", encoding="ascii") as file:
            file.write("a page")
        # Left out silently, it would be lost when she deletes the folder.
        self.assertRefused(vault, vault.run(*words))
        os.unlink(odd)
        (scans / f"C1 {'x' * 240}.txt").write_text("a second page")
        (scans / "C1 ...txt").write_text("a third page")
        vault.ok(*words)
        self.assertEqual(len(vault.json("attach", "list")), 3)
        self.assertVerifies(vault)

    def test_a_scan_goes_to_the_client_it_is_named_for_or_to_nobody(self):
        """A number is a number, whatever stands behind it; initials decide nothing."""
        vault = self.opened()
        vault.ok("import", "clients", "-", "--apply", stdin="name,alias,born\n" + "".join(
            f"Invented Person{each},{alias},1990-01-0{each % 9 + 1}\n" for each, alias in
            enumerate([*(f"a{n}" for n in range(2, 12)), "M E", "Blue Heron", "Blue", "x", "X"])))
        scans = vault.folder / "scans"
        scans.mkdir()
        whose = {"C1 2.txt": "C1", "C1 (2).txt": "C1", "C1-2 intake.txt": "C1", "C1_3.txt": "C1",
                 "c12.txt": "C12", "C99 page.txt": "-", "me in office.txt": "-", "C1x.txt": "-",
                 "M E page.txt": "C12", "m-e.txt": "C12", "blue heron form.txt": "C13",
                 "Blue form.txt": "C14", "Blueprint.txt": "-", "x page.txt": "-", "IP.txt": "-"}
        for number, name in enumerate(whose):
            (scans / name).write_text(f"page {number}")
        lines = vault.ok("import", "scans", "scans", "--no-input").out.splitlines()
        found = {line.split(None, 1)[1].strip(): line.split()[0]
                 for line in lines if ".txt" in line}
        self.assertEqual(found, whose)

    def test_two_clients_with_one_alias_are_named(self):
        """At adding, at editing, at the import of many: they get mixed up in lists."""
        vault = self.opened()
        add = ["client", "add", "--from", "-", "--no-input"]
        other = vault.ok(*add, stdin="name: Invented Person\nborn: 1990-01-01\n")
        self.assertNotIn("look the same", other.err)
        same = vault.ok(*add, stdin="name: Invented Person\nborn: 1991-01-01\n")
        self.assertIn("C2, C3 look the same in lists.", same.err)
        edit = ["client", "edit", "C3", "--from", "-"]
        self.assertNotIn("look the same", vault.ok(*edit, stdin="alias: Blue Heron\n").err)
        self.assertIn("C1, C3 look", vault.ok(*edit, stdin="alias: M.E.\n").err)

    @unittest.skipUnless(pexpect, "python3-pexpect is not installed")
    def test_scans_twice_and_an_answer_that_is_none(self):
        """A wrong number is asked again; the same files are attached once."""
        vault = self.opened()
        scans = vault.folder / "scans"
        scans.mkdir()
        (scans / "C1 page.txt").write_text("a page")
        (scans / "letter.txt").write_text("a letter")
        for count in (2, 0):
            screen = Screen(vault, "import", "scans", "scans", "--apply")
            screen.type(r"or Enter\) $", "C99")
            screen.type(r"or Enter\) $", "C1")
            self.assertEqual(screen.end(), 0, screen.text)
            self.assertIn(f"Attached {count} of 2" if count else "there already", screen.text)
            self.assertEqual(len(vault.json("attach", "list")), 2)

    def test_attack_29_what_is_no_file_is_not_attached(self):
        """Attack 29: pipes, devices and folders are refused at once; so are bad targets."""
        vault = self.opened()
        os.mkfifo(vault.folder / "pipe")
        for place in ("pipe", "/dev/zero", ".", "nowhere", "/proc/self/mem", ""):
            with self.subTest(place):
                self.assertTwoLines(vault.run("attach", "add", "C1", place, "--no-input"), 1)
        (vault.folder / "link").symlink_to(vault.folder)
        vault.ok("attach", "add", "C1", "client.txt", "--no-input")
        for place, code in [("nowhere", 1), ("link", 8), ("pipe", 8), ("client.txt", 8)]:
            with self.subTest(place):
                self.assertTwoLines(vault.run("attach", "save", "F1", "--to", place), code)
        self.assertVerifies(vault)

    def test_a_saved_file_replaces_nothing_and_is_hers_alone(self):
        """Attack 47: mode 0600 whatever the umask; a file of this name stays as it was."""
        vault = self.opened()
        vault.ok("attach", "add", "C1", "client.txt", "--no-input")
        out = vault.folder / "out"
        out.mkdir()
        save = ["attach", "save", "F1", "--to", "out"]
        vault.ok(*save, under=["sh", "-c", 'umask 000; exec "$@"', "sh"])
        saved, = out.iterdir()
        self.assertEqual(stat.S_IMODE(saved.stat().st_mode), 0o600)
        self.assertEqual(saved.read_bytes(), (vault.folder / "client.txt").read_bytes())
        saved.write_text("mine")
        self.assertTwoLines(vault.run(*save), 1)
        self.assertEqual((saved.read_text(), len(list(out.iterdir()))), ("mine", 1))
        # What a command that was killed leaves behind does not stand in the way for ever.
        saved.rename(f"{saved}.partial")
        vault.ok(*save)
        self.assertEqual([each.name for each in out.iterdir()], [saved.name])

    def test_a_service_table_comes_back_as_it_was_shown(self):
        """What --json writes, --replace reads; a bad one leaves the table that was there."""
        vault = self.opened()
        shown = vault.ok("reference", "services", "--json").out
        vault.ok("reference", "services", "--replace", "-", stdin=shown)
        self.assertEqual(vault.ok("reference", "services", "--json").out, shown)
        service_table(vault, SECRET)
        vault.ok("reference", "services", "--replace", "services.json")
        kept = vault.ok("reference", "services", "--json").out
        row = json.loads((vault.folder / "services.json").read_text())["rows"][0]
        for text in ("", "{}", "[" * 100_000, f'{{"notice": "{SECRET}", "rows": []}}',
                     json.dumps({"notice": "x", "rows": [row, row]}), b"\xff\xfe",
                     json.dumps({"notice": "x", "rows": [{**row, "minutes": {"from": 9, "to": 1}}]}),
                     json.dumps({"notice": "x", "rows": [{**row, "minutes": {"from": 10**30}}]})):
            result = vault.run("reference", "services", "--replace", "-", stdin=text)
            self.assertTwoLines(result, 1)
            self.assertNotIn("overheard", result.err)
        self.assertEqual(vault.ok("reference", "services", "--json").out, kept)


class Surroundings(VaultTestCase):
    """Attacks 26 and 47 over the commands that came later."""

    COMMANDS = [
        (["jot", "C1"], "slept well"), (["today"], ""), (["week"], ""),
        (["measure", "add", "C1", "--from", "-"], "instrument: GAD-7\ntotal: 7\n"),
        (["attach", "add", "C1", "client.txt", "--no-input"], ""), (["attach", "list"], ""),
        (["consent", "add", "C1", "--kind", "notice", "--from", "-", "--no-input"], CONSENT),
        (["consent", "list"], ""), (["search", "slept"], ""), (["slot", "list"], ""),
        (["psychotherapy", "add", "C1", "--from", "-"], "only mine\n"),
        (["psychotherapy", "list"], ""), (["reference", "rules", "CA"], ""),
        (["import", "clients", "-", "--apply"], "name,born\nInvented Person,1990-01-01\n"),
        (["attach", "save", "F1", "--to", "out"], ""),
    ]

    def everything(self, vault, under=(), environment=None):
        (vault.folder / "out").mkdir()
        for words, text in self.COMMANDS:
            result = vault.run(*words, stdin=text, under=under, environment=environment)
            self.assertEqual(result.code, 0, (words, result))
        self.assertVerifies(vault)

    def assertPrivate(self, vault):
        for root in (vault.state, vault.runtime, vault.folder / "out"):
            for path in root.rglob("*"):
                self.assertEqual(stat.S_IMODE(path.lstat().st_mode) & 0o077, 0, path)
        self.assertEqual(stat.S_IMODE(vault.file.stat().st_mode), 0o600)

    def test_attack_47_languages_zones_and_an_open_umask(self):
        """Attack 47: a matrix of surroundings; files stay 0600 and folders 0700."""
        open_to_all = ["sh", "-c", 'umask 000; exec "$@"', "sh"]
        for language, zone in [("C", "UTC"), ("tr_TR.UTF-8", "Asia/Kathmandu"),
                               ("de_DE.ISO-8859-1", "America/St_Johns"), ("xx", "No/Where"),
                               ("", "")]:
            with self.subTest((language, zone)):
                vault = self.opened()
                self.everything(vault, under=open_to_all, environment={
                    "LANG": language, "LC_ALL": language, "TZ": zone})
                self.assertPrivate(vault)

    def opened(self):
        vault = Vault.at(self, "client")
        os.chmod(vault.file, 0o600)
        for path in [vault.state, *vault.state.rglob("*")]:
            path.chmod(0o700 if path.is_dir() else 0o600)
        return vault.open()

    def test_attack_26_without_locked_memory(self):
        """Attack 26: opening warned; then every command works."""
        free = ["prlimit", "--memlock=0:0", *(["setpriv", "--bounding-set=-ipc_lock",
                                               "--inh-caps=-ipc_lock"] if os.geteuid() == 0 else [])]
        self.everything(self.opened(), under=free)

    def test_attack_47_standard_input_closed_or_full(self):
        """Attack 47: no input, an endless one, no output: a clear word, and nothing half."""
        vault = self.opened()
        closed = ["sh", "-c", 'exec "$@" <&-', "sh"]
        endless = ["sh", "-c", 'exec "$@" </dev/zero', "sh"]
        for words in (["jot", "C1"], ["import", "clients", "-", "--apply"],
                      ["measure", "add", "C1", "--from", "-"],
                      ["psychotherapy", "add", "C1", "--from", "-"],
                      ["import", "calendar", "-", "--no-input", "--apply"],
                      ["consent", "add", "C1", "--from", "-", "--no-input"],
                      ["reference", "services", "--replace", "-"]):
            for under in (closed, endless):
                with self.subTest((words, under[2])):
                    result = vault.run(*words, under=under)
                    self.assertIn(result.code, (1, 3), result)
                    self.assertGreaterEqual(len(result.err.splitlines()), 2)
        self.assertEqual([], vault.json("attach", "list") + vault.json("consent", "list"))
        self.assertVerifies(vault)

    @needs_root("act as another user")
    def test_attack_47_a_home_that_cannot_be_written(self):
        """Attack 47: no HOME and nothing remembered there: said in two lines, or it works."""
        vault = Vault(self, user=NOBODY).make().open()
        vault.advance("client")
        surroundings = {"HOME": "", "XDG_STATE_HOME": ""}
        vault.end_session()
        for words, text in self.COMMANDS[:5]:
            result = vault.run(*words, stdin=text, passphrase=PASSPHRASE, environment=surroundings)
            if result.code:
                self.assertTwoLines(result)
                self.assertIn(result.code, (1, 7), result)
        vault.state.chmod(0o500)
        for path in vault.state.rglob("*"):
            path.chmod(0o500 if path.is_dir() else 0o400)
        for words, text in self.COMMANDS[:5]:
            result = vault.run(*words, stdin=text, passphrase=PASSPHRASE)
            if result.code:
                self.assertTwoLines(result)
                self.assertIn(result.code, (1, 7), result)


if __name__ == "__main__":
    unittest.main()
