/// Takes apart an archive that ``TarWriter`` made, or refuses it.
///
/// Only regular files with plain names, no folders, no links, no duplicates, few and small: anything
/// else is some other archive, and is left whole for `tar` (attack 32).
enum TarReader {
    static let mostFiles = 64
    static let largestArchive = 16 << 20

    /// The files in order, or nil when this is not such an archive.
    static func files(in archive: [UInt8]) -> [(name: String, contents: [UInt8])]? {
        guard archive.count <= largestArchive else { return nil }
        var files: [(name: String, contents: [UInt8])] = []
        var offset = 0
        while offset + 512 <= archive.count {
            let block = Array(archive[offset..<offset + 512])
            if block.allSatisfy({ $0 == 0 }) { return files.isEmpty ? nil : files }
            guard let size = octal(block[124..<136]), let sum = octal(block[148..<156]),
                sum == checksum(block), block[156] == UInt8(ascii: "0"),
                block[257..<262].elementsEqual("ustar".utf8), block[345] == 0,
                let name = plainName(block[0..<100]), files.count < mostFiles,
                !files.contains(where: { $0.name == name }),
                size <= archive.count - offset - 512
            else { return nil }
            files.append((name, Array(archive[offset + 512..<offset + 512 + size])))
            offset += 512 + (size + 511) / 512 * 512
        }
        return nil
    }

    private static func checksum(_ block: [UInt8]) -> Int {
        block.enumerated().reduce(0) { sum, item in
            sum + ((148..<156).contains(item.offset) ? 32 : Int(item.element))
        }
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.drop { $0 == 32 }.prefix { (48...55).contains($0) }
        guard !digits.isEmpty, digits.count <= 11 else { return nil }
        return digits.reduce(0) { $0 * 8 + Int($1 - 48) }
    }

    /// Letters, digits, dot, dash; not hidden; no path.
    private static func plainName(_ field: ArraySlice<UInt8>) -> String? {
        let bytes = field.prefix { $0 != 0 }
        let allowed = { (byte: UInt8) in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == 45 || byte == 46
        }
        guard (1...99).contains(bytes.count), bytes.allSatisfy(allowed),
            bytes.first != 46, bytes.first != 45
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
