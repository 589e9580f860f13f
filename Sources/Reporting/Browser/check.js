"use strict";
// Checks the trail that this page carries, and that the acts shown are the entries in it.
// Follows README.md, "File format", "The audit trail"; shares no code with the vault's program.
// Standards: C2SP signed-note and tlog-checkpoint, RFC 6962 (tree), RFC 8032 (Ed25519).

const LEAF = 307;
const NO_CLIENT = "00".repeat(16);

// Bytes

const encoder = new TextEncoder();

const sha256 = async (...parts) => {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
};
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const same = (one, other) => Boolean(one && other) && one.length === other.length
    && one.every((byte, place) => byte === other[place]);

function fromBase64(text) {
    let decoded;
    try {
        decoded = atob(text);
    } catch {
        throw new Error("is not Base64");
    }
    if (btoa(decoded) !== text) throw new Error("is not Base64 in its canonical form");
    const bytes = new Uint8Array(decoded.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = decoded.charCodeAt(at);
    return bytes;
}

// Canonical bytes: fields, each behind its length as 4 bytes, big-endian.
class Fields {
    constructor(bytes, label) {
        this.bytes = bytes;
        this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        this.at = 0;
        if (this.text() !== label) throw new Error("has an unknown label");
    }

    field(...widths) {
        if (this.at + 4 > this.bytes.length) throw new Error("ends too early");
        const start = this.at + 4;
        this.at = start + this.view.getUint32(this.at);
        if (this.at > this.bytes.length || (widths.length && !widths.includes(this.at - start))) {
            throw new Error("has a field of a wrong length");
        }
        return this.bytes.subarray(start, this.at);
    }

    text() {
        return new TextDecoder("utf-8", { fatal: true }).decode(this.field());
    }

    number() {
        const field = this.field(8);
        const number = Number(new DataView(field.buffer, field.byteOffset, 8).getBigInt64(0));
        if (!Number.isSafeInteger(number)) throw new Error("has an impossible number");
        return number;
    }

    end() {
        if (this.at !== this.bytes.length) throw new Error("has surplus bytes");
    }

    // Actor, client, record, rows and details.
    content() {
        this.field();
        const said = { client: hex(this.field(0, 16)), record: hex(this.field(0, 16)), details: [] };
        for (let rows = this.number(); rows > 0; rows--) {
            this.number();
            this.field(32);
        }
        for (let details = this.number(); details > 0; details--) {
            const key = this.text();
            const value = this.text();
            if (!["total", "storage", "header"].includes(key)) said.details.push(`${key} ${value}`);
        }
        return said;
    }
}

async function readEntry(bytes) {
    if (new TextDecoder().decode(bytes.subarray(4, 23)) === "vault.audit.leaf/v1") {
        return readEarlierEntry(bytes);
    }
    const leaf = bytes.subarray(0, LEAF);
    const fields = new Fields(leaf, "vault.audit.leaf/v2");
    const [number, time, zone] = [fields.number(), fields.number(), fields.number()];
    const act = new TextDecoder().decode(fields.field(32)).replace(/\0+$/, "");
    const [pseudonym, sessionKey, previous, , , , commitment] =
        [16, 32, 32, 32, 32, 8, 32].map((width) => fields.field(width));
    fields.end();
    const hash = await sha256(new Uint8Array([0]), leaf);
    const entry = {
        number, time, zone, act, hash, sessionKey, previous, pseudonym: hex(pseudonym),
        said: null, fault: null,
    };
    const opening = bytes.subarray(LEAF);
    if (opening.length) {
        try {
            if (!same(await sha256(opening), commitment)) {
                throw new Error("is not the one that the leaf commits to");
            }
            const parts = new Fields(opening, "vault.audit.opening/v1");
            parts.field(32);
            entry.said = parts.content();
            parts.end();
        } catch (error) {
            entry.fault = `what it says ${error.message}`;
        }
    }
    return entry;
}

// From before sessions had keys of their own: the leaf says it all.
async function readEarlierEntry(bytes) {
    const fields = new Fields(bytes, "vault.audit.leaf/v1");
    if (fields.number() !== 1) throw new Error("has an unknown format");
    const [number, time, zone] = [fields.number(), fields.number(), fields.number()];
    const act = fields.text();
    const said = fields.content();
    fields.field(16);
    fields.end();
    return { number, time, zone, act, said, hash: await sha256(new Uint8Array([0]), bytes) };
}

// The tree of RFC 6962, as the roots of its perfect subtrees, by level.

class Tree {
    static async over(leaves) {
        const tree = new Tree();
        tree.levels = [leaves];
        for (let below = leaves; below.length > 1;) {
            const pairs = Array.from({ length: below.length >> 1 }, (_, i) =>
                Tree.node(below[2 * i], below[2 * i + 1]));
            tree.levels.push(below = await Promise.all(pairs));
        }
        return tree;
    }

    static node(left, right) {
        return sha256(new Uint8Array([1]), left, right);
    }

    static split(width) {
        let half = 1;
        while (half * 2 < width) half *= 2;
        return half;
    }

    // MTH of the leaves from `start` on.
    async root(start, width) {
        const level = Math.log2(width);
        if (Number.isInteger(level)) return this.levels[level][start / width];
        const half = Tree.split(width);
        return Tree.node(
            await this.root(start, half), await this.root(start + half, width - half));
    }

    // The siblings on the way from a leaf to the root, nearest first.
    async path(index, start, width) {
        if (width === 1) return [];
        const half = Tree.split(width);
        const isLeft = index < start + half;
        const [near, far] = [[start, half], [start + half, width - half]];
        const path = await this.path(index, ...(isLeft ? near : far));
        return [...path, await this.root(...(isLeft ? far : near))];
    }
}

// Keys and checkpoints

async function keyOf(name, bytes) {
    const id = await sha256(encoder.encode(`${name}\n`), new Uint8Array([1]), bytes);
    let verifier = null;
    try {
        verifier = await crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]);
    } catch { /* This browser has no Ed25519: told below. */ }
    return { name, bytes, id: hex(id.subarray(0, 4)), verifier };
}

async function readKey(line) {
    const match = /^(vault-[0-9a-f]{32})\+([0-9a-f]{8})\+(\S+)$/.exec(line);
    const bytes = match ? fromBase64(match[3]) : [];
    if (bytes.length !== 33 || bytes[0] !== 1) throw new Error("is not a vault’s key");
    const key = await keyOf(match[1], bytes.subarray(1));
    if (key.id !== match[2]) throw new Error("is not a vault’s key");
    return key;
}

// Whether the vault's id, in its key's name, was made of the first session's key.
async function binds(key, sessionKey) {
    const fields = [encoder.encode("vault.id/v1"), key.bytes, sessionKey].flatMap(
        (field) => [new Uint8Array([0, 0, 0, field.length]), field]);
    return key.name === `vault-${hex((await sha256(...fields)).subarray(0, 16))}`;
}

// A note's size and root, and which of these keys signed it.
async function readCheckpoint(bytes, keys) {
    const note = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const end = note.lastIndexOf("\n\n");
    const lines = note.slice(end + 2).split("\n");
    if (end < 0 || lines.pop() !== "") throw new Error("is not a signed note");
    const text = encoder.encode(note.slice(0, end + 1));
    const signed = new Set();
    for (const line of lines) {
        const match = /^\u2014 (\S+) (\S+)$/.exec(line);
        if (!match) throw new Error("has a line that is no signature");
        const blob = fromBase64(match[2]);
        const id = hex(blob.subarray(0, 4));
        for (const key of keys.filter((key) => key.name === match[1] && key.id === id)) {
            const isValid = key.verifier === null
                || await crypto.subtle.verify("Ed25519", key.verifier, blob.subarray(4), text);
            if (!isValid) throw new Error("has a signature that does not verify");
            signed.add(hex(key.bytes));
        }
    }
    if (!signed.has(hex(keys[0].bytes))) throw new Error("is not signed by the vault’s key");
    const match = /^([^\n]+)\n(0|[1-9][0-9]*)\n([^\n]+)\n/.exec(note);
    if (!match || match[1] !== keys[0].name) throw new Error("is of another trail");
    return { size: Number(match[2]), root: fromBase64(match[3]), signed };
}

// The check

class Check {
    constructor() {
        this.faults = [];
        this.remarks = [];
        this.entries = [];
        this.notes = [];
        this.keys = new Map();
        this.hasSignatures = true;
    }

    fault(number, words) {
        this.faults.push(number === null ? words : `Entry ${number}: ${words}.`);
    }

    async run(text) {
        const lines = text.split("\n");
        if (lines.pop() !== "" || lines.shift() !== "vault.trail/v1") {
            return this.fault(null, "What this page carries is not a trail.");
        }
        this.key = await readKey(lines.shift() ?? "");
        this.hasSignatures = this.key.verifier !== null;
        await Promise.all(lines.map((line, number) => this.read(line, number)));
        if (!lines.length) this.fault(null, "The trail has no entry.");
        if (this.entries.some((entry) => !entry) || !lines.length) return;
        this.tree = await Tree.over(this.entries.map((entry) => entry.hash));
        let signed = 0;
        for (const number of this.entries.keys()) {
            signed = await this.checkPlace(number, signed);
        }
        if (signed < this.entries.length) {
            this.fault(signed, "from here on no valid checkpoint covers the entries");
        }
        await this.checkBeginning();
    }

    async read(line, number) {
        this.entries[number] = null;
        try {
            const [entry, note, ...more] = line.split(" ");
            if (more.length) throw new Error("has too many parts");
            this.notes[number] = note === undefined ? null : fromBase64(note);
            this.entries[number] = await readEntry(fromBase64(entry));
        } catch (error) {
            return this.fault(number, `its line ${error.message}`);
        }
        const entry = this.entries[number];
        if (entry.fault) this.fault(number, entry.fault);
        if (entry.number !== number) this.fault(number, `it says it is number ${entry.number}`);
    }

    // An entry among its neighbours; gives back how many entries are covered by now.
    async checkPlace(number, signed) {
        const [before, entry] = [this.entries[number - 1], this.entries[number]];
        if (before && entry.time < before.time) {
            this.remarks.push(`Entry ${number}: the time goes back.`);
        }
        if (before?.sessionKey && !entry.sessionKey) {
            this.fault(number, "it is of the earlier format, after one of the present format");
        }
        const noteBefore = number === 0 ? new Uint8Array() : this.notes[number - 1];
        if (entry.previous && noteBefore && !same(await sha256(noteBefore), entry.previous)) {
            this.fault(number, "it names another checkpoint than the one before it");
        }
        const isNew = before?.sessionKey && !same(before.sessionKey, entry.sessionKey);
        const note = this.notes[number];
        if (!note) {
            if (isNew) this.fault(number, "its checkpoint is missing");
            return signed;
        }
        try {
            return await this.checkNote(number, note, before, entry, signed);
        } catch (error) {
            this.fault(number, `its checkpoint ${error.message}`);
            return signed;
        }
    }

    async checkNote(number, note, before, entry, signed) {
        const keys = [this.key];
        for (const bytes of [before?.sessionKey, entry.sessionKey]) {
            if (bytes) keys.push(await this.sessionKey(bytes));
        }
        const checkpoint = await readCheckpoint(note, keys);
        if (checkpoint.size !== number + 1) throw new Error("belongs to another place");
        if (!same(checkpoint.root, await this.tree.root(0, number + 1))) {
            throw new Error("has another root than the entries up to here");
        }
        if (!entry.sessionKey) return number + 1;
        const expected = hex(before?.sessionKey ?? entry.sessionKey);
        if (checkpoint.signed.has(expected)) return number + 1;
        if (!checkpoint.signed.has(hex(entry.sessionKey))) {
            throw new Error("is not signed by the session’s key");
        }
        this.remarks.push(entry.act === "vault.restore"
            ? `Entry ${number}: a backup was restored, and the trail goes on from it.`
            : `Entry ${number}: it goes on under a key that was not announced; ask why.`);
        if (signed < number) {
            this.fault(signed, `from here to ${number - 1} their session’s key did not sign`);
        }
        return number + 1;
    }

    async sessionKey(bytes) {
        const name = hex(bytes);
        if (!this.keys.has(name)) this.keys.set(name, await keyOf(this.key.name, bytes));
        return this.keys.get(name);
    }

    async checkBeginning() {
        const first = this.entries[0].sessionKey;
        if (!first || !(await binds(this.key, first))) {
            this.remarks.push("The first session’s key is not the one that the vault’s id was "
                + "made of: whoever knows the passphrase may have written the trail anew.");
        }
    }

    // What this page shows, against what the entries say.
    checkPage(table) {
        const codes = new Map(this.entries.filter((entry) => entry.pseudonym && entry.said?.client)
            .map((entry) => [entry.said.client, entry.pseudonym]));
        const shown = new Set();
        // A list that stays as it is: the browser counts a living one anew after each change.
        for (const row of Array.from(table.tBodies[0].rows)) {
            const number = Number(row.id.slice(1));
            const cells = Array.from(row.cells, (cell) => cell.textContent);
            const entry = this.entries[number];
            shown.add(number);
            const isRight = entry
                && cells.join("|") === this.words(entry, cells, codes).join("|");
            if (!isRight) {
                row.classList.add("wrong");
                this.fault(number, entry ? "this page shows something else than the entry says"
                    : "this page shows it, and the trail ends before it");
            }
        }
        for (const { number } of this.ofPeriod(table.dataset)) {
            if (!shown.has(number)) {
                this.fault(number, "it is of the period, and this page does not show it");
            }
        }
        this.withheld = [...shown].filter((number) => !this.entries[number]?.said);
        for (const link of document.querySelectorAll("section a[href^='#e']")) {
            if (!shown.has(Number(link.hash.slice(2)))) {
                this.fault(Number(link.hash.slice(2)), "a section refers to it, and it is not shown");
            }
        }
    }

    // By local calendar days, as numbers from 1970-01-01.
    ofPeriod({ from, until }) {
        return this.entries.filter((entry) => {
            const day = Math.floor((Math.floor(entry.time / 60000) + entry.zone) / 1440);
            return day >= Number(from) && day <= Number(until);
        });
    }

    // The lines of the page's head that the trail tells, too.
    async checkHead(lines, period) {
        const right = new Map([
            ["Acts in it", String(this.ofPeriod(period).length)], ["Public key", this.keyText],
            ["Root", hex(await this.tree.root(0, this.entries.length))],
        ]);
        for (const line of Array.from(lines)) {
            const [label, value] = Array.from(line.cells, (cell) => cell.textContent);
            if (right.has(label) && right.get(label) !== value) {
                this.fault(null, `The page’s head says another “${label}” than its trail.`);
            }
        }
    }

    // The cells that an entry should have; where it is withheld, those shown can't be judged.
    words(entry, cells, codes) {
        const local = new Date(entry.time + entry.zone * 60000).toISOString().slice(0, 19);
        const away = Math.abs(entry.zone);
        const two = (number) => String(Math.floor(number)).padStart(2, "0");
        const zone = `${entry.zone < 0 ? "-" : "+"}${two(away / 60)}:${two(away % 60)}`;
        let client = entry.pseudonym ?? codes.get(entry.said.client) ?? entry.said.client;
        if (client === NO_CLIENT) client = "";
        // In the earlier format the leaf has no pseudonym; an entry that is withheld may tell it.
        const isOther = !entry.pseudonym && client && this.entries.some(
            (other) => !other.said && other.pseudonym?.slice(0, 8) === cells[3]);
        const code = isOther ? cells[3] : client.slice(0, 8);
        const said = entry.said
            ? [entry.said.record.slice(0, 8), entry.said.details.join("; ")] : cells.slice(4);
        return [String(entry.number), local + zone, entry.act, code, ...said];
    }

    // What a checkpoint that was seen earlier says of this trail.
    async compare(bytes) {
        let seen;
        try {
            seen = await readCheckpoint(bytes, [this.key]);
        } catch {
            return "This is no checkpoint of this vault.";
        }
        const size = this.entries.length;
        if (seen.size > size) {
            return `NO. That checkpoint is over ${seen.size} entries, and this trail has only `
                + `${size}. If it was made before the last day of this page was over, the trail `
                + "was cut, or is an older copy.";
        }
        if (seen.size && !same(seen.root, await this.tree.root(0, seen.size))) {
            return `NO. This trail went another way than that checkpoint over ${seen.size} entries: `
                + "both are of the same key, and one of them was withheld from you.";
        }
        return `Yes: the trail goes on from that checkpoint over ${seen.size} entries.`;
    }

    // C2SP tlog-proof: what one needs to check a single entry.
    async proof(number) {
        const size = this.entries.length;
        const path = await this.tree.path(number, 0, size);
        const lines = document.getElementById("trail").textContent.trim().split("\n");
        const [entry] = lines[number + 2].split(" ");
        const note = new TextDecoder().decode(this.notes[size - 1]);
        return ["c2sp.org/tlog-proof@v1", `extra ${entry}`, `index ${number}`,
            ...path.map(base64)].join("\n") + "\n\n" + note;
    }
}

// The page

function tell(check) {
    const box = document.getElementById("check");
    const add = (words) => {
        const line = document.createElement("p");
        line.textContent = words;
        box.append(line);
    };
    box.querySelectorAll("p").forEach((line) => line.remove());
    const isWhole = check.faults.length === 0;
    box.dataset.result = !isWhole ? "fails" : check.hasSignatures ? "holds" : "unsigned";
    add({
        fails: "NO. This page or its trail is not what was signed.",
        holds: `Yes, if the public key is the right one: all ${check.entries.length} entries are `
            + "those that were signed, and the acts that this page lists are what they say.",
        unsigned: "In part: hashes and root fit, but this browser can’t check Ed25519 signatures. "
            + "Use a newer one, or another way of section 15.",
    }[box.dataset.result]);
    check.faults.slice(0, 20).forEach(add);
    if (check.faults.length > 20) add(`And ${check.faults.length - 20} more.`);
    check.remarks.forEach(add);
    if (check.withheld?.length) {
        add(`What ${check.withheld.length} of the listed entries say can’t be checked, because it `
            + "is withheld or was destroyed with its client’s key; time, act and client’s code can.");
    }
    if (check.key) add(`Compare this key with the one you have on paper: ${check.keyText}`);
    add("This checks the key, the root and the number of acts in the head, and the list of acts at "
        + "the end. It does not check the counts, tables and words between them, which may have "
        + "been altered since, nor that acts were counted by the right rule, nor what the practice "
        + "says beyond its trail, nor whether entries were cut off behind the last one. Where the "
        + "trail goes on, the entry of this report’s making has the SHA-256 of this page.");
}

function offerProofs(check, table) {
    for (const row of Array.from(table.tBodies[0].rows)) {
        const button = document.createElement("button");
        button.textContent = row.cells[0].textContent;
        button.title = "Show the proof that this entry is in the signed trail";
        button.addEventListener("click", async () => {
            const box = document.getElementById("proof");
            box.querySelector("h3").textContent = `Proof of entry ${row.id.slice(1)}`;
            box.querySelector("p").textContent = "C2SP tlog-proof: kept as a file, any program for "
                + "such proofs checks it with the public key.";
            box.querySelector("pre").textContent = await check.proof(Number(row.id.slice(1)));
            box.hidden = false;
            box.scrollIntoView();
        });
        row.cells[0].replaceChildren(button);
    }
}

// Only who saw a trail before can tell that it was cut since, or went another way.
function askForSeen(check) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const told = document.createElement("p");
    label.textContent = "A checkpoint of this vault that you have from before: ";
    input.type = "file";
    input.id = "seen";
    told.id = "seen-told";
    input.addEventListener("change", async () => {
        const [file] = input.files;
        if (file) told.textContent = await check.compare(new Uint8Array(await file.arrayBuffer()));
    });
    label.append(input);
    document.getElementById("check").append(label, told);
}

(async () => {
    const check = new Check();
    const table = document.getElementById("entries");
    document.querySelector("#check p").textContent = "Checking; a year takes a minute or two …";
    // Lets the browser show that before the work begins.
    await new Promise((shown) => setTimeout(shown, 50));
    try {
        const text = document.getElementById("trail").textContent.replace(/^\n/, "");
        check.keyText = text.split("\n")[1];
        await check.run(text);
        if (check.tree) {
            await check.checkHead(document.querySelectorAll("header tr"), table.dataset);
            check.checkPage(table);
        }
    } catch (error) {
        check.fault(null, `The check ended early: the trail ${error.message}.`);
    }
    tell(check);
    if (check.tree) {
        askForSeen(check);
        offerProofs(check, table);
    }
})();
