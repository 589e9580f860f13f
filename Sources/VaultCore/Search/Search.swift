internal import Audit
internal import Documents
internal import GRDB
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
            let text = try searchable(record)
            hits.append(SearchHit(record: record, passage: Passage.around(words, in: text)))
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
            try index.add(try batch.map { ($0.sequence, try searchable($0)) }, through: last)
        }
        if added.count > SearchIndex.stale {
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

    /// So many texts are in memory at a time.
    private static let batch = 500

    /// The words of a record: what she wrote and what stands in its documents.
    func searchable(_ summary: RecordSummary) throws -> String {
        let bytes = try body(of: summary)
        switch summary.header.type {
        case .settings: return ""
        case .practice, .client, .session:
            return try decoded(Entries.self, bytes).all.map(\.text).joined(separator: "\n")
        case .document where summary.header.state == .signed:
            return try decoded(SignedText.self, bytes).text
        case .document:
            return try decoded(DraftedText.self, bytes).draft.sentences.map(\.text)
                .joined(separator: " ")
        case .jotting: return try decoded(Jotting.self, bytes).text
        case .attachment: return try decoded(Attachment.self, bytes).title
        case .measure, .consent:
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// The part of a stored document that is searched; the rest of it is skipped.
private struct SignedText: Decodable {
    let text: String
}

private struct DraftedText: Decodable {
    let draft: Draft
}

/// The stretch of a text that shows best why it was found.
enum Passage {
    private static let before = 40
    private static let longest = 160

    /// Around the first place where a word begins like one of these.
    static func around(_ words: [String], in text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let folded = Array(line.lowercased())
        let place = words.compactMap { word in first(Array(word.lowercased()), in: folded) }.min()
        let characters = Array(line)
        // Lower-casing can change how many characters there are; then the beginning is shown.
        let middle = folded.count == characters.count ? place ?? 0 : 0
        var start = max(0, middle - before)
        while start > 0, start < middle, characters[start - 1] != " " { start += 1 }
        var end = min(characters.count, start + longest)
        while end < characters.count, end > middle + 1, characters[end - 1] != " " { end -= 1 }
        let part = String(characters[start..<end]).trimmingPrefix(" ")
        return (start > 0 ? "… " : "") + part + (end < characters.count ? "…" : "")
    }

    private static func first(_ word: [Character], in text: [Character]) -> Int? {
        guard !word.isEmpty, text.count >= word.count else { return nil }
        return (0...(text.count - word.count)).first { place in
            (place == 0 || !(text[place - 1].isLetter || text[place - 1].isNumber))
                && text[place] == word[0]
                && text[place..<place + word.count].elementsEqual(word)
        }
    }
}
