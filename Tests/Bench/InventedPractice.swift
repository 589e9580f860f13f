import Documents
import Foundation
import Sealing
import VaultCore

/// A practice of many years, plainly invented: clients, sessions, signed notes, scores.
///
/// The notes have the size and the vocabulary of real ones but are put together at random and
/// signed by nobody: they serve lists and search, which never look at a signature.
struct InventedPractice {
    private static let words = """
        client reports anxiety sleep hours mood low work deadline partner argument thought record \
        behavioral activation exposure ladder step panic avoidance homework completed days pages \
        distress rating session practiced breathing grounding identified distortion challenged \
        evidence balanced statement values committed action boundary request letter supervisor \
        school child mother father sister grief anniversary funeral garden walk dog train meeting \
        appetite energy concentration guilt worth hopeless denies ideation plan protective factors \
        safety review tearful smiling engaged congruent affect speech normal rate insight judgment
        """.split(separator: " ").map(String.init)

    private let vault: Vault
    private let clients: [RecordSummary]

    init(_ vault: Vault, clients count: Int) throws {
        self.vault = vault
        clients = try vault.importClients(
            (0..<count).map { number in
                Entries([
                    "name": "Invented Person \(number)", "born": "1990-04-23",
                    "diagnosis": "F41.1", "opened": "2017-01-01",
                    "measures": "PHQ-9 every 28 days",
                ])
            })
    }

    /// Adds so many sessions, each with a signed note, the newest ones in the last days.
    func add(notes: Int, until last: Day) throws {
        let perDay = max(1, notes / 2500)
        for start in stride(from: 0, to: notes, by: 500) {
            try vault.fill { transaction, now in
                for number in start..<min(start + 500, notes) {
                    let client = clients[number % clients.count]
                    let days = (notes - 1 - number) / perDay
                    let day = Day(daysSince1970: last.daysSince1970 - days)?.iso ?? last.iso
                    try add(number, client, day, now, transaction)
                }
            }
        }
    }

    private func add(
        _ number: Int, _ client: RecordSummary, _ day: String, _ now: UInt64,
        _ transaction: Transaction
    ) throws {
        let session = try transaction.newRecordID()
        let entries = Entries([
            "date": day, "start": "09:00", "stop": "09:53", "type": "individual",
            "participants": "client", "place": "11", "code": "90837",
        ])
        try transaction.append(
            RecordHeader(
                type: .session, number: UInt64(number + 1), day: day,
                parent: client.record, writtenAt: now,
                facts: [.start: "09:00", .stop: "09:53", .code: "90837"]),
            body: try JSON.bytes(entries), record: session, owner: client.owner.bytes)
        let text = (0..<420).map { _ in Self.words.randomElement() ?? "" }
            .joined(separator: " ")
        let sentence = Sentence(
            id: "s1", text: text + " number\(number)", restsOn: [], origin: .entered, fields: [])
        let printed = Printed(
            header: [["label": "Client", "text": "Invented Person"]],
            sections: [Draft.Section(heading: "", sentences: [sentence])])
        let note = SignedNote(
            text: sentence.text, json: String(decoding: try JSON.bytes(printed), as: UTF8.self),
            statement: "vault.document/v1",
            signature: String(repeating: "0", count: 128))
        try transaction.append(
            RecordHeader(
                type: .document, number: UInt64(number + 1), state: .signed, day: day,
                label: "Progress note (SOAP)", parent: session, writtenAt: now),
            body: try JSON.bytes(note), record: try transaction.newRecordID(),
            owner: client.owner.bytes)
    }

    /// As much of a note as the search reads.
    private struct Printed: Encodable {
        let header: [[String: String]]
        let sections: [Draft.Section]
    }

    private struct SignedNote: Encodable {
        let text: String
        let json: String
        let statement: String
        let signature: String
    }
}

extension Vault {
    /// One commit of many invented records.
    func fill(_ body: (Transaction, UInt64) throws -> Void) throws {
        let now = UInt64(Date().timeIntervalSince1970 * 1000)
        try commit(AuditEvent(.importDone)) { try body($0, now) }
    }
}
