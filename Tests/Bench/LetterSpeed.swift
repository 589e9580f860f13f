import Documents
import Foundation
import Sealing
import Typesetting

/// A signed letter made into pages, and into a copy for Word, from memory to memory on one core.
enum LetterSpeed {
    /// `folder` is an export that was left open.
    static func measure(_ folder: String, rounds: Int = 101) throws {
        let letter = try signed(in: folder)
        for (name, goal, make) in [
            ("PDF", 20.0, { try letter.pdf().count }), ("DOCX", 20.0, { try letter.docx().count }),
        ] {
            var size = 0
            let first = try milliseconds { size = try make() }
            var times: [Double] = []
            for _ in 0..<rounds { times.append(try milliseconds { size = try make() }) }
            let median = times.sorted()[rounds / 2]
            print(
                String(
                    format: "  as %@ of %d KB: median %.2f ms, %.2f of the %.0f allowed; the first "
                        + "%.1f ms", name, size / 1000, median, median / goal, goal, first))
        }
    }

    /// Of the processor, so that what else the computer does is not counted. POSIX has a million
    /// ticks in a second.
    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = clock()
        try work()
        return Double(clock() - start) / 1000
    }

    /// The vault keeps a document as these texts; its signature is not looked at here.
    private static func signed(in folder: String) throws -> SignedDocument {
        let read = { (name: String) in
            String(
                decoding: try Data(contentsOf: URL(filePath: folder + "/document." + name)),
                as: UTF8.self)
        }
        let statement = try read("signature").components(separatedBy: "\n\n")[0] + "\n"
        let stored = [
            "text": try read("txt"), "json": try read("json"), "statement": statement,
            "signature": "",
        ]
        return try SignedDocument.reopened(
            JSON.bytes(stored), hash: { Digest.sha256($0) }, verify: { _, _ in true })
    }
}
