internal import Audit
internal import Documents
internal import GRDB
internal import Schema
internal import Sealing

/// A record that holds what was searched for, and where.
package struct SearchHit: Equatable, Sendable {
    package var record: RecordSummary
    /// A stretch of its text around the words, on one line.
    package var passage: String
}

extension Vault {
    /// Everything she may see that holds all these words, best first, at most `limit`.
    ///
    /// Only records are searched, and psychotherapy notes are none. `progress` is told how many
    /// records are being read, when it is many: the first search of a vault, or after an import.
    package func search(
        _ words: [String], limit: Int, progress: (Int) -> Void = { _ in }
    ) throws -> [SearchHit] {
        let all = try summaries()
        let index = try searchIndex(of: all, progress)
        let newest = Dictionary(all.map { ($0.sequence, $0) }, uniquingKeysWith: { $1 })
        var hits: [SearchHit] = []
        for sequence in try index.rows(holding: words) {
            guard hits.count < limit else { break }
            guard let record = newest[sequence] else { continue }
            hits.append(
                SearchHit(record: record, passage: Passage.around(words, in: readable(record))))
        }
        try commit(AuditEvent(.recordSearch, details: [.count: "\(hits.count)"]))
        return hits
    }

    private func searchIndex(
        of all: [RecordSummary], _ progress: (Int) -> Void
    ) throws -> SearchIndex {
        var index = try read { database in
            guard let pieces = state.searchIndex() else { return try SearchIndex() }
            return try SearchIndex(kept: pieces, keys: keys, database) ?? SearchIndex()
        }
        let added = all.filter { $0.sequence > index.sequence && $0.header.type != .settings }
        guard let last = added.map(\.sequence).max() else { return index }
        if added.count > SearchIndex.stale { progress(added.count) }
        for start in stride(from: 0, to: added.count, by: Self.batch) {
            let batch = added[start..<min(start + Self.batch, added.count)]
            try index.add(batch.map { ($0.sequence, readable($0)) }, through: last)
        }
        if added.count > SearchIndex.stale, !hasDamagedRows {
            let head = try read { database in
                try Row.fetchOne(
                    database,
                    sql: "SELECT number, checkpoint FROM audit_entry ORDER BY number DESC LIMIT 1"
                ).map { (try $0.number(0), try $0.text(1)) }
            }
            if let head { index.keep(in: state, keys: keys, note: head.1, entry: head.0) }
        }
        return index
    }

    /// A record that does not open is passed over, and ``requireWhole()`` then throws.
    private func readable(_ summary: RecordSummary) -> String {
        do {
            return try searchable(summary)
        } catch {
            hasDamagedRows = true
            return ""
        }
    }

    /// So many texts are in memory at a time.
    private static let batch = 500

    /// The words of a record: what she wrote and what stands in its documents.
    func searchable(_ summary: RecordSummary) throws -> String {
        let bytes = try body(of: summary)
        switch summary.header.type {
        case .settings, .earlierTrail, .cosignature: return ""
        case .certificate: return try certificate(summary).reason ?? ""
        case .practice, .client, .session:
            return try written(summary.header.type).words(in: decoded(Entries.self, bytes))
        case .document where summary.header.state == .signed:
            let signed = try decoded(SignedText.self, bytes)
            return try decoded(SignedSections.self, Array(signed.json.utf8)).text
        case .document where summary.header.state == .discarded: return ""
        case .document:
            return try decoded(DraftedText.self, bytes).draft.sentences.map(\.text)
                .joined(separator: " ")
        case .jotting: return try decoded(Jotting.self, bytes).text
        case .attachment: return try decoded(Attachment.self, bytes).title
        case .measure: return summary.header.label
        case .incident:
            return try incident(summary).entries.all.map(\.text).joined(separator: " · ")
        case .correspondent, .request:
            return try entries(of: summary).all.map(\.text).joined(separator: " · ")
        case .disclosure where summary.isWithdrawn: return ""
        case .disclosure:
            let row = try disclosure(summary)
            return [row.recipient.name, row.recipient.organization, row.reason]
                .compactMap { $0 }.joined(separator: " · ")
        case .activityReview: return try activityReview(summary).finding ?? ""
        case .consent:
            let consent = try consent(summary)
            return try written(.consent).words(in: consent.entries)
        }
    }

    private func written(_ type: RecordType) throws -> WrittenFields {
        if let known = writtenFields[type] { return known }
        let files =
            switch type {
            case .client: Kinds.all.filter { $0.name == "client" }
            case .session: Kinds.all.filter { $0.name == "session" }
            case .consent: Kinds.consents
            default: [(name: "practice", bytes: Kinds.practice)]
            }
        let written = WrittenFields(
            forms: try files.map { try JSON.value(Form.self, from: $0.bytes) })
        writtenFields[type] = written
        return written
    }
}

/// The fields in which she writes. What is chosen from a list would stand in every record, and
/// tell nothing.
struct WrittenFields {
    private let chosen: Set<String>

    init(forms: [Form]) {
        chosen = Set(forms.flatMap(\.fields).filter { !$0.choices.isEmpty }.map(\.id))
    }

    func words(in entries: Entries) -> String {
        entries.all.filter { !chosen.contains($0.field) }.map(\.text).joined(separator: " · ")
    }
}

/// The part of a stored document that is searched: whom it is about and its sentences, not the
/// frame around them, which every document has.
private struct SignedText: Decodable {
    let json: String
}

private struct SignedSections: Decodable {
    let header: [Note.HeaderLine]
    let sections: [Draft.Section]

    var text: String {
        let about = header.filter { ["Client", "Diagnosis"].contains($0.label) }.map(\.text)
        return (about + sections.flatMap(\.sentences).map(\.text)).joined(separator: " ")
    }
}

private struct DraftedText: Decodable {
    let draft: Draft
}

/// The stretch of a text that shows best why it was found.
enum Passage {
    private static let before = 40
    private static let longest = 160

    /// Around the first place where a word begins like one of these, cut at blanks. Works on
    /// bytes, because a list of hits looks through many pages.
    static func around(_ words: [String], in text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let bytes = Array(line.utf8)
        let folded = Array(line.lowercased().utf8)
        // Lower-casing can change the length; then the beginning is shown.
        let found = words.compactMap { first(Array($0.lowercased().utf8), in: folded) }.min()
        let middle = folded.count == bytes.count ? found ?? 0 : 0
        var start = max(0, middle - before)
        while start > 0, start < middle, bytes[start - 1] != blank { start += 1 }
        var end = min(bytes.count, start + longest)
        if end < bytes.count, let last = bytes[(middle + 1)...end].lastIndex(of: blank) {
            end = last
        }
        // Where there is no blank, as in Japanese, at least between two characters.
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let part = String(decoding: bytes[start..<end], as: UTF8.self)
        return (start > 0 ? "… " : "") + part + (end < bytes.count ? " …" : "")
    }

    private static let blank = UInt8(ascii: " ")

    private static func first(_ word: [UInt8], in text: [UInt8]) -> Int? {
        guard let head = word.first, text.count >= word.count else { return nil }
        return (0...(text.count - word.count)).first { place in
            text[place] == head && (place == 0 || !isLetter(endingAt: place - 1, in: text))
                && text[place..<place + word.count].elementsEqual(word)
        }
    }

    /// Letters and digits, and whatever is not ASCII except dashes, quotes and the like (U+2000 to
    /// U+203F, three bytes each).
    private static func isLetter(endingAt place: Int, in text: [UInt8]) -> Bool {
        let byte = text[place]
        guard byte < 0x80 else {
            return place < 2 || text[place - 2] != 0xE2 || text[place - 1] != 0x80
        }
        return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }
}
