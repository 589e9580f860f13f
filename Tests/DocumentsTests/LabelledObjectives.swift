import Documents
import Foundation
import Testing

/// Sixty objectives that a clinician labelled before any rule saw them.
@Suite struct `A labelled objective` {
    private struct Labelled: Decodable {
        let text: String
        let good: Bool
        /// The blocking rules that it breaks.
        let blocks: [String]
    }

    private static func all() throws -> [Labelled] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Labelled/objectives.json")
        return try JSONDecoder().decode([Labelled].self, from: Data(contentsOf: file))
    }

    private static let planned = Paper.day("2026-11-27")
    private static let scores = [
        ("phq-9", 18.0), ("gad-7", 15), ("pcl-5", 52), ("isi", 19), ("who-5", 28), ("audit-c", 7),
        ("wsas", 24),
    ].map { ScoreOnFile(instrument: $0.0, total: $0.1, day: Paper.day("2026-11-20")) }

    @Test func `is judged as she labelled it`() throws {
        let all = try Self.all()
        let judged = all.map { each in
            (
                each,
                Objective(each.text, on: Self.planned, yardsticks: `A treatment plan`.yardsticks)
                    .lacks(on: Self.planned, scores: Self.scores)
                    .filter { $0.weight == .blocks }.map(\.rawValue)
            )
        }
        print("    rule  hits  false alarms  misses")
        for rule in ["O1", "O2", "O3", "O4", "O6"] {
            let hits = judged.count { $0.0.blocks.contains(rule) && $0.1.contains(rule) }
            let alarms = judged.count { !$0.0.blocks.contains(rule) && $0.1.contains(rule) }
            let misses = judged.count { $0.0.blocks.contains(rule) && !$0.1.contains(rule) }
            print("    \(rule)    \(hits)     \(alarms)             \(misses)")
        }
        let wrong = judged.filter { $0.0.good == !$0.1.isEmpty }
        print("    good or bad: \(all.count - wrong.count) of \(all.count) as labelled")
        #expect(all.count == 60 && all.count(where: \.good) == 30)
        for (each, found) in judged where found != each.blocks {
            print("      \(each.blocks) judged \(found): \(each.text)")
        }
        #expect(wrong.count <= 3, "\(wrong.map(\.0.text).joined(separator: "\n"))")
    }
}
