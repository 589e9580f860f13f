/// Looks at a closed vault file as bytes, below SQLite (sqlite.org/fileformat2.html).
///
/// Our tables only grow at their end and `secure_delete` is on, so every byte that belongs to no
/// cell must be zero. SQLite's own integrity check does not look there; this does, and with it no
/// byte of the file can change unnoticed. Inner pages of large tables are let pass: SQLite leaves
/// page numbers behind when it splits them.
///
/// Each page is read when a tree or a chain first leads to it and judged at once: a bit for each
/// page and a page for each level of a tree are all that is held, however large the file.
struct SQLiteFile {
    private let file: InputFile
    private let pageSize: Int
    private let pageCount: Int
    private var met: [UInt64]
    private var unexpected = Set<Int>()

    static func number(_ bytes: [UInt8], at offset: Int, width: Int = 4) -> UInt32 {
        bytes[offset..<offset + width].reduce(0) { $0 << 8 | UInt32($1) }
    }

    init?(_ file: InputFile) throws {
        let count = try file.length()
        guard count >= 512 else { return nil }
        let size = Int(Self.number(try file.bytes(in: 16..<18), at: 0, width: 2))
        guard size >= 512, size & (size - 1) == 0, count % size == 0, count / size <= UInt32.max
        else { return nil }
        self.file = file
        pageSize = size
        pageCount = count / size
        met = [UInt64](repeating: 0, count: pageCount / 64 + 1)
    }

    /// The pages (from 1) that hold something outside every cell, that two things lead to, that
    /// lead nowhere, or whose header has a field that is off.
    mutating func unexpectedPages(
        roots: [Int], writtenBy libraryVersion: UInt32
    ) throws -> [Int] {
        if !headerIsPlain(try bytes(of: 1), writtenBy: libraryVersion) { unexpected.insert(1) }
        for root in [1] + roots { try walkTree(root, from: 1, depth: 0) }
        // Such as the page at 1 GiB, which SQLite leaves to its locks.
        for page in 1...pageCount where met[page / 64] & 1 << (page % 64) == 0 {
            if !(try bytes(of: page)).isZero { unexpected.insert(page) }
        }
        return unexpected.sorted()
    }

    /// The fields of the file header that SQLite does not check when it reads.
    private func headerIsPlain(_ bytes: [UInt8], writtenBy libraryVersion: UInt32) -> Bool {
        let changes = Self.number(bytes, at: 24)
        return bytes[18] == 1 && bytes[19] == 1 && bytes[20] == 0
            && Self.number(bytes, at: 28) == pageCount
            && Self.number(bytes, at: 32) == 0 && Self.number(bytes, at: 36) == 0
            && Self.number(bytes, at: 44) == 4 && Self.number(bytes, at: 48) == 0
            && Self.number(bytes, at: 52) == 0 && Self.number(bytes, at: 56) == 1
            && Self.number(bytes, at: 64) == 0 && bytes[72..<92].isZero
            && Self.number(bytes, at: 92) == changes
            && Self.number(bytes, at: 96) == libraryVersion
    }

    private func bytes(of page: Int) throws -> [UInt8] {
        try file.bytes(in: (page - 1) * pageSize..<page * pageSize)
    }

    /// A page that another leads to; nil, and one of the two is noted, where there is no such page
    /// or it stands elsewhere too. So no loop is walked without end.
    private mutating func meet(_ page: Int, from origin: Int) throws -> Page? {
        guard page >= 1, page <= pageCount else {
            unexpected.insert(origin)
            return nil
        }
        guard met[page / 64] & 1 << (page % 64) == 0 else {
            unexpected.insert(page)
            return nil
        }
        met[page / 64] |= 1 << (page % 64)
        return Page(page, try bytes(of: page))
    }

    private mutating func walkTree(_ number: Int, from origin: Int, depth: Int) throws {
        guard var page = try meet(number, from: origin) else { return }
        let bytes = page.bytes
        let head = number == 1 ? 100 : 0
        let kind = bytes[head]
        let headSize = kind == 5 ? 12 : 8
        let count = Int(Self.number(bytes, at: head + 3, width: 2))
        guard kind == 5 || kind == 13 || kind == 10, depth < 20,
            page.claim(0..<head + headSize + 2 * count)
        else {
            unexpected.insert(number)
            return
        }
        var whole = page.claimFreeBlocks(first: Int(Self.number(bytes, at: head + 1, width: 2)))
        for cell in 0..<count {
            let pointer = head + headSize + 2 * cell
            let offset = Int(Self.number(bytes, at: pointer, width: 2))
            if offset + 4 > pageSize {
                whole = false
            } else if kind == 5 {
                let child = Int(Self.number(bytes, at: offset))
                try walkTree(child, from: number, depth: depth + 1)
            } else {
                whole = try claimCell(at: offset, of: &page, hasKey: kind == 13) && whole
            }
        }
        if kind == 5 {
            let last = Int(Self.number(bytes, at: head + 8))
            try walkTree(last, from: number, depth: depth + 1)
        }
        if !whole || kind != 5 && !page.unclaimed.isZero { unexpected.insert(number) }
    }

    /// A leaf's cell: payload size, rowid (not in an index), payload, chain of overflow pages.
    private mutating func claimCell(
        at offset: Int, of page: inout Page, hasKey: Bool
    ) throws -> Bool {
        let size = page.varint(at: offset)
        let key = hasKey ? page.varint(at: size.end) : size
        let largest = hasKey ? pageSize - 35 : (pageSize - 12) * 64 / 255 - 23
        var local = size.value
        if size.value > largest {
            let least = (pageSize - 12) * 32 / 255 - 23
            let rest = least + (size.value - least) % (pageSize - 4)
            local = rest <= largest ? rest : least
        }
        let chained = size.value - local
        let end = key.end + local + (chained > 0 ? 4 : 0)
        guard local >= 0, chained <= pageCount * pageSize,
            page.claim(offset..<max(end, offset + 4))
        else { return false }
        if chained > 0 {
            let first = Int(Self.number(page.bytes, at: end - 4))
            try followChain(first, holding: chained, from: page.number)
        }
        return !hasKey || page.firstColumnIsPlain(at: key.end)
    }

    /// Overflow pages: the next one's number, then content. The last has no next, and zeros after
    /// its content.
    private mutating func followChain(_ first: Int, holding size: Int, from leaf: Int) throws {
        var (next, origin, remaining) = (first, leaf, size)
        while remaining > 0 {
            guard let page = try meet(next, from: origin) else { return }
            (next, origin) = (Int(Self.number(page.bytes, at: 0)), page.number)
            remaining -= pageSize - 4
            if remaining <= 0, next != 0 || !page.bytes[(pageSize + remaining)...].isZero {
                unexpected.insert(page.number)
            }
        }
    }
}

/// One page, and what of it nothing has claimed yet.
private struct Page {
    let number: Int
    let bytes: [UInt8]
    private(set) var unclaimed: [UInt8]

    init(_ number: Int, _ bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
        unclaimed = bytes
    }

    /// Wipes what is accounted for; false where it would end beyond the page.
    mutating func claim(_ range: Range<Int>) -> Bool {
        guard range.upperBound <= bytes.count else { return false }
        unclaimed.withUnsafeMutableBufferPointer { $0[range].update(repeating: 0) }
        return true
    }

    /// The heads of the free blocks in a page; what is free in them must be zero.
    mutating func claimFreeBlocks(first: Int) -> Bool {
        var block = first
        while block != 0 {
            guard claim(block..<block + 4) else { return false }
            let next = Int(SQLiteFile.number(bytes, at: block, width: 2))
            guard next == 0 || next > block else { return false }
            block = next
        }
        return true
    }

    /// A row's first column is its number, kept as null and read from elsewhere, or a text: SQLite
    /// never looks at a number that stands there.
    func firstColumnIsPlain(at payload: Int) -> Bool {
        let type = varint(at: varint(at: payload).end).value
        return !(1...11).contains(type)
    }

    func varint(at offset: Int) -> (value: Int, end: Int) {
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

extension Sequence<UInt8> {
    /// Without an early end, so that it is done many bytes at a time.
    fileprivate var isZero: Bool { reduce(0, |) == 0 }
}
