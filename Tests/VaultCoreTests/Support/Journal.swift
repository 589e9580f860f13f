import Foundation

/// Writes a rollback journal as SQLite would (sqlite.org/fileformat2.html, section 3).
enum Journal {
    static let sectorSize = 512

    /// A journal that puts these pages (from 1) back and cuts the file to `pageCount` pages.
    static func bytes(
        pages: [(number: Int, content: [UInt8])], pageCount: Int, nonce: UInt32 = 0x1234_5678
    ) -> [UInt8] {
        let pageSize = pages.first?.content.count ?? 4096
        var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
        for value in [
            UInt32(pages.count), nonce, UInt32(pageCount), UInt32(sectorSize), UInt32(pageSize),
        ] {
            journal += octets(value)
        }
        journal += [UInt8](repeating: 0, count: sectorSize - journal.count)
        for page in pages {
            var sum = nonce
            for offset in stride(from: pageSize - 200, to: 0, by: -200) {
                sum &+= UInt32(page.content[offset])
            }
            journal += octets(UInt32(page.number)) + page.content + octets(sum)
        }
        return journal
    }

    /// A journal that puts a whole file back.
    static func restoring(_ file: [UInt8], pageSize: Int = 4096) -> [UInt8] {
        let count = file.count / pageSize
        return bytes(
            pages: (0..<count).map { ($0 + 1, Array(file[$0 * pageSize..<($0 + 1) * pageSize])) },
            pageCount: count)
    }

    private static func octets(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
}
