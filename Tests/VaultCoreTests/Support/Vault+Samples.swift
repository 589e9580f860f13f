import Audit
import Documents
import Foundation
import Sealing
import Testing

@testable import VaultCore

extension Vault {
    /// So many jottings in one act: enough, and the list and the search index keep what they know.
    func jotMany(
        _ count: Int = SearchIndex.stale + 6, about name: String = "C1",
        _ text: (Int) -> String = { "Invented jotting \($0)" }
    ) throws {
        let client = try find(name, .client)
        try commit(AuditEvent(.importDone)) { transaction in
            let first = try transaction.nextNumber(.jotting)
            for number in 0..<count {
                try transaction.append(
                    RecordHeader(
                        type: .jotting, number: first + UInt64(number), day: "2026-11-02",
                        label: client.header.label, writtenAt: writtenAt),
                    body: try JSON.bytes(Jotting(text: text(number))),
                    record: try transaction.newRecordID(), owner: client.owner.bytes)
            }
        }
    }

    /// A score on a day; `nine` is the answer to the PHQ-9's item on thoughts of death.
    func score(
        _ name: String, _ total: Int, nine: Int = 0, on day: String, of client: RecordSummary
    ) throws -> RecordSummary {
        let instrument = try Library.instruments().instrument(named: name)
        let result = try instrument.result(
            total: try #require(Points(total)), beside: [9: .answered(nine)],
            day: try #require(Day(iso: day)), mode: .paper, scoredBy: "therapist")
        return try add(result, of: instrument, to: client)
    }
}

extension TestVault {
    /// A file in the folder that this computer keeps of the vault.
    func stateFile(_ name: String) throws -> String {
        try memory.replacingOccurrences(of: "/checkpoint", with: "/" + name)
    }
}
