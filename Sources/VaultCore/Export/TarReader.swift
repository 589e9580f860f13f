/// Finds the files in an archive that ``TarWriter`` made, or refuses it.
///
/// Only regular files with plain names in plain folders, no links, no two names that some file
/// system holds for one, a bounded number: anything else is some other archive, and is left whole
/// for `tar` (attack 32). Nothing is unpacked here, so no bomb goes off.
struct TarReader {
    static let mostFiles = 1 << 17
    /// Folders in a name, at most.
    static let deepest = 4

    struct File: Equatable {
        var name: String
        /// Where its bytes lie in the archive.
        var range: Range<Int>
    }

    private(set) var files: [File] = []
    private var names: Set<String> = []

    /// Nil when this is not such an archive. `bytes` gives a part of it, whole.
    init?(count: Int, bytes: (Range<Int>) throws -> [UInt8]) rethrows {
        var offset = 0
        while offset + 512 <= count {
            let block = try bytes(offset..<offset + 512)
            if Self.isEnd(block) {
                guard !files.isEmpty else { return nil }
                return
            }
            guard let size = add(block, at: offset + 512), size <= count - offset - 512 else {
                return nil
            }
            offset += 512 + Self.padded(size)
        }
        return nil
    }

    /// One that is told of the headers as they go by.
    init() {}

    static func isEnd(_ block: [UInt8]) -> Bool { block.allSatisfy { $0 == 0 } }

    /// What a file of this size takes up behind its header.
    static func padded(_ size: Int) -> Int { (size + 511) / 512 * 512 }

    /// Takes a header whose file begins at `offset`, and gives its size; nil where it is none of ours.
    mutating func add(_ block: [UInt8], at offset: Int) -> Int? {
        guard let size = Self.octal(block[124..<136]), let sum = Self.octal(block[148..<156]),
            sum == Self.checksum(block), block[156] == UInt8(ascii: "0"),
            block[257..<262].elementsEqual("ustar".utf8), block[345] == 0,
            let name = Self.plainName(block[0..<100]), files.count < Self.mostFiles,
            names.insert(name.lowercased()).inserted
        else { return nil }
        files.append(File(name: name, range: offset..<offset + size))
        return size
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

    /// Letters, digits, dot and dash between slashes; no part hidden, none a way up or out.
    private static func plainName(_ field: ArraySlice<UInt8>) -> String? {
        let bytes = field.prefix { $0 != 0 }
        guard (1...99).contains(bytes.count) else { return nil }
        let parts = bytes.split(separator: 47, omittingEmptySubsequences: false)
        let isPlain =
            parts.count <= deepest + 1
            && parts.allSatisfy { part in
                part.allSatisfy { byte in
                    (48...57).contains(byte) || (65...90).contains(byte)
                        || (97...122).contains(byte) || byte == 45 || byte == 46
                } && part.first != nil && part.first != 46 && part.first != 45
            }
        return isPlain ? String(decoding: bytes, as: UTF8.self) : nil
    }
}

extension ExportFiles {
    /// Files in an archive that was opened into a file.
    init(_ archive: TarReader, in file: InputFile) {
        let ranges = Dictionary(archive.files.map { ($0.name, $0.range) }) { first, _ in first }
        self.init(names: archive.files.map(\.name)) { name, body in
            if let range = ranges[name] { try file.forEachPart(in: range, body) }
        }
    }
}
