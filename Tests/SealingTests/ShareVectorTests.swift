import Foundation
import Testing

@testable import Sealing

/// Sets of sheets from the reference implementation: Vectors/make_share_vectors.py.
@Suite struct `Sets of sheets made elsewhere` {
    struct Vector: Decodable, Sendable, CustomTestStringConvertible {
        var name: String
        var sheets: [String]
        var passphrase: String
        var secret: String?
        var refused: String?

        var testDescription: String { name }

        func combined() throws(ShareError) -> SecretBytes {
            var read: [ShareWords] = []
            for (place, sheet) in sheets.enumerated() {
                read.append(try ShareWords(typed: sheet, sheet: place + 1))
            }
            return try SecretShares.combine(read, passphrase: Array(passphrase.utf8))
        }
    }

    static let all: [Vector] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Vectors/share_vectors.json")
        let vectors = try? JSONDecoder().decode([Vector].self, from: Data(contentsOf: path))
        return vectors ?? []
    }()

    @Test func `are all there`() {
        #expect(Self.all.filter { $0.secret != nil }.count == 29)
        #expect(Self.all.filter { $0.refused != nil }.count == 62)
    }

    @Test(arguments: all.filter { $0.secret != nil })
    func `give their secret`(_ vector: Vector) throws {
        let expected = try secret(hex(try #require(vector.secret)))
        #expect(try vector.combined().equals(expected))
    }

    /// Attack 45: what is wrong is said, and nothing comes out.
    @Test(arguments: all.filter { $0.refused != nil })
    func `are refused for what is wrong`(_ vector: Vector) throws {
        let error = #expect(throws: ShareError.self) { _ = try vector.combined() }
        #expect(error?.code == vector.refused)
    }

    @Test func `are written as they were read`() throws {
        for sheet in Self.all.filter({ $0.secret != nil }).flatMap(\.sheets) {
            let read = try ShareWords(typed: sheet)
            #expect(read.words.joined(separator: " ") == sheet)
            let value = try SecretBytes(count: read.width) { read.write(to: $0) }
            #expect(value.withBytes { ShareWords(head: read.head, value: $0) } == read)
        }
    }

    @Test func `give another secret with another passphrase`() throws {
        var vector = try #require(Self.all.first { $0.passphrase == "TREZOR" })
        vector.passphrase = ""
        #expect(!(try vector.combined().equals(try secret(hex(try #require(vector.secret))))))
    }
}
