/// What abbreviations and signs stand for. A table, so that adding a word needs no code.
///
/// Each line is `short forms | long form | marks`. Marks: `n` a noun, `c` a noun that takes “a”,
/// `t` something with a state (sleep, mood), `r` a risk or psychosis word that keeps its place in a
/// denial, `U` only in capitals, `l` never in capitals, `C` only with a
/// capital, `w` only without one, `?` ambiguous: kept as written and pointed out, `d` only where the
/// therapist's own work is told.
struct Lexicon: Sendable {
    struct Entry: Equatable, Sendable {
        let text: String
        let marks: Set<Character>
    }

    /// By lower-case short form; a form in several words has single blanks.
    private let entries: [String: Entry]
    /// Meanings that hold only where the therapist's own work is told.
    private let ofWork: [String: Entry]
    /// For each beginning of a form that goes on after it.
    private let longestByBeginning: [String: Int]

    static let clinical = Lexicon(
        tables: [
            people, symptoms, risk, treatment, instruments, services, medicine, relations, time,
            ambiguous,
        ])

    init(tables: [String]) {
        var entries: [String: Entry] = [:]
        var ofWork: [String: Entry] = [:]
        entries.reserveCapacity(2048)
        for line in tables.joined(separator: "\n").utf8.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let entry = Entry(
                text: Self.trimmed(parts[1]), marks: Set(Self.trimmed(parts[2])))
            for form in parts[0].split(separator: UInt8(ascii: ",")) {
                let form = Self.trimmed(form).lowercased()
                if entry.marks.contains("d") { ofWork[form] = entry } else { entries[form] = entry }
            }
        }
        self.entries = entries
        self.ofWork = ofWork
        var longest: [String: Int] = [:]
        for form in entries.keys {
            let beginning = Self.beginning(of: form)
            guard beginning.utf8.count < form.utf8.count else { continue }
            // Signs within a form are tokens of their own.
            let tokens = 2 * form.count { !$0.isLetter && !$0.isNumber } + 2
            longest[beginning] = max(longest[beginning] ?? 1, tokens)
        }
        longestByBeginning = longest
    }

    /// How many tokens a form can have that begins with this word.
    func longestForm(from word: String) -> Int {
        longestByBeginning[Self.beginning(of: word.lowercased())] ?? 1
    }

    /// Its letters and digits up to the first sign.
    private static func beginning(of form: String) -> String {
        String(form.prefix { $0.isLetter || $0.isNumber })
    }

    private static func trimmed(_ bytes: Substring.UTF8View) -> String {
        var bytes = bytes
        while bytes.first == UInt8(ascii: " ") { bytes = bytes.dropFirst() }
        while bytes.last == UInt8(ascii: " ") { bytes = bytes.dropLast() }
        return String(Substring(bytes))
    }

    /// The entry for a word as it was written, if it has one here.
    func entry(for written: String, telling work: Bool = false) -> Entry? {
        let key = written.lowercased()
        if work, let entry = ofWork[key], fits(entry, written) { return entry }
        guard let entry = entries[key], fits(entry, written) else { return nil }
        return entry
    }

    private func fits(_ entry: Entry, _ written: String) -> Bool {
        if entry.marks.contains("U") { return written == written.uppercased() }
        if entry.marks.contains("l") { return written != written.uppercased() }
        if entry.marks.contains("w") { return written == written.lowercased() }
        if entry.marks.contains("C") { return written == written.lowercased().capitalizedFirst }
        return true
    }

    /// Every short form with what it stands for, for tests and for the glossary.
    var all: [(form: String, entry: Entry)] {
        entries.map { ($0.key, $0.value) }.sorted { $0.form < $1.form }
    }
}
