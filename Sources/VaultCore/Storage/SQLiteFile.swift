internal import Foundation

/// Looks at a closed vault file as bytes, below SQLite (sqlite.org/fileformat2.html).
///
/// Our tables only grow at their end and `secure_delete` is on, so every byte that belongs to no
/// cell must be zero. SQLite's own integrity check does not look there; this does, and with it no
/// byte of the file can change unnoticed. Inner pages of large tables are let pass: SQLite leaves
/// page numbers behind when it splits them.
struct SQLiteFile {
    private let bytes: [UInt8]
    private let pageSize: Int
    private var used: [Bool]

    static func number(_ bytes: [UInt8], at offset: Int, width: Int = 4) -> UInt32 {
        bytes[offset..<offset + width].reduce(0) { $0 << 8 | UInt32($1) }
    }

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512 else { return nil }
        let size = Int(Self.number(bytes, at: 16, width: 2))
        guard size >= 512, size & (size - 1) == 0, bytes.count % size == 0 else { return nil }
        self.bytes = bytes
        pageSize = size
        used = [Bool](repeating: false, count: bytes.count)
    }

    /// The pages (from 1) that hold something outside every cell, or a header field that is off.
    mutating func unexpectedPages(roots: [Int], writtenBy libraryVersion: UInt32) -> [Int] {
        var unexpected = Set<Int>()
        if !headerIsPlain(writtenBy: libraryVersion) { unexpected.insert(1) }
        var inner = Set<Int>()
        for root in [1] + roots where !markTree(root, inner: &inner, depth: 0) {
            unexpected.insert(root)
        }
        for offset in bytes.indices where !used[offset] && bytes[offset] != 0 {
            let page = offset / pageSize + 1
            if !inner.contains(page) { unexpected.insert(page) }
        }
        return unexpected.sorted()
    }

    /// The fields of the file header that SQLite does not check when it reads.
    private func headerIsPlain(writtenBy libraryVersion: UInt32) -> Bool {
        let pages = UInt32(bytes.count / pageSize)
        let changes = Self.number(bytes, at: 24)
        return bytes[18] == 1 && bytes[19] == 1 && bytes[20] == 0
            && Self.number(bytes, at: 28) == pages
            && Self.number(bytes, at: 32) == 0 && Self.number(bytes, at: 36) == 0
            && Self.number(bytes, at: 44) == 4 && Self.number(bytes, at: 48) == 0
            && Self.number(bytes, at: 52) == 0 && Self.number(bytes, at: 56) == 1
            && Self.number(bytes, at: 64) == 0 && bytes[72..<92].allSatisfy { $0 == 0 }
            && Self.number(bytes, at: 92) == changes
            && Self.number(bytes, at: 96) == libraryVersion
    }

    private mutating func mark(_ range: Range<Int>) {
        for offset in range.clamped(to: bytes.indices) { used[offset] = true }
    }

    private mutating func markTree(_ page: Int, inner: inout Set<Int>, depth: Int) -> Bool {
        guard page >= 1, page <= bytes.count / pageSize, depth < 20 else { return false }
        let start = (page - 1) * pageSize
        let head = start + (page == 1 ? 100 : 0)
        let kind = bytes[head]
        guard kind == 5 || kind == 13 || kind == 10 else { return false }
        let headSize = kind == 5 ? 12 : 8
        let count = Int(Self.number(bytes, at: head + 3, width: 2))
        guard head + headSize + 2 * count <= start + pageSize else { return false }
        mark(start..<head + headSize + 2 * count)
        var whole = markFreeBlocks(
            of: start, first: Int(Self.number(bytes, at: head + 1, width: 2)))
        if kind == 5 {
            // An inner page stands once in a tree; a loop would be walked without end.
            guard inner.insert(page).inserted else { return false }
            let last = Int(Self.number(bytes, at: head + 8))
            whole = markTree(last, inner: &inner, depth: depth + 1)
        }
        for cell in 0..<count {
            let pointer = head + headSize + 2 * cell
            let offset = start + Int(Self.number(bytes, at: pointer, width: 2))
            guard offset + 4 <= start + pageSize else { return false }
            if kind == 5 {
                let child = Int(Self.number(bytes, at: offset))
                whole = markTree(child, inner: &inner, depth: depth + 1) && whole
                mark(offset..<varint(at: offset + 4).end)
            } else {
                whole = markCell(offset, hasKey: kind == 13) && whole
            }
        }
        return whole
    }

    /// The heads of the free blocks in a page; what is free in them must be zero.
    private mutating func markFreeBlocks(of start: Int, first: Int) -> Bool {
        var block = first
        while block != 0 {
            guard block + 4 <= pageSize else { return false }
            mark(start + block..<start + block + 4)
            let next = Int(Self.number(bytes, at: start + block, width: 2))
            guard next == 0 || next > block else { return false }
            block = next
        }
        return true
    }

    /// A leaf's cell: payload size, rowid (not in an index), payload, chain of overflow pages.
    private mutating func markCell(_ offset: Int, hasKey: Bool) -> Bool {
        let size = varint(at: offset)
        let key = hasKey ? varint(at: size.end) : size
        guard !hasKey || firstColumnIsPlain(at: key.end) else { return false }
        let largest = hasKey ? pageSize - 35 : (pageSize - 12) * 64 / 255 - 23
        var local = size.value
        if size.value > largest {
            let least = (pageSize - 12) * 32 / 255 - 23
            let rest = least + (size.value - least) % (pageSize - 4)
            local = rest <= largest ? rest : least
        }
        var end = key.end + local
        if local == size.value {
            mark(offset..<max(end, offset + 4))
            return end <= bytes.count
        }
        guard end + 4 <= bytes.count else { return false }
        var page = Int(Self.number(bytes, at: end))
        end += 4
        mark(offset..<end)
        var remaining = size.value - local
        guard remaining <= bytes.count else { return false }
        while remaining > 0 {
            guard page >= 1, page <= bytes.count / pageSize else { return false }
            let start = (page - 1) * pageSize
            let part = min(remaining, pageSize - 4)
            mark(start..<start + 4 + part)
            remaining -= part
            page = Int(Self.number(bytes, at: start))
        }
        return page == 0
    }

    /// A row's first column is its number, kept as null and read from elsewhere, or a text: SQLite
    /// never looks at a number that stands there.
    private func firstColumnIsPlain(at payload: Int) -> Bool {
        let type = varint(at: varint(at: payload).end).value
        return !(1...11).contains(type)
    }

    private func varint(at offset: Int) -> (value: Int, end: Int) {
        var value = 0
        for index in 0..<9 where offset + index < bytes.count {
            let byte = bytes[offset + index]
            if index == 8 { return (value << 8 | Int(byte), offset + 9) }
            value = value << 7 | Int(byte & 0x7F)
            if byte < 0x80 { return (value, offset + index + 1) }
        }
        return (value, offset + 9)
    }
}
