internal import Sealing

/// An archive that goes by and is looked at without being kept: the checksum of every file, and the
/// texts that a verdict needs. So an export on a stick is checked without a word of it on a disk.
final class PassingArchive {
    /// Whoever else looks at a file as it goes by.
    struct Onlooker {
        var part: (UnsafeRawBufferPointer) throws -> Void
        var end: () throws -> Void
    }

    private let onlooker: (_ name: String) throws -> Onlooker?
    private var looking: Onlooker?
    private var trails: [String: PassingTrail] = [:]

    private var headers = TarReader()
    private var digests: [String: String] = [:]
    private var texts: [String: [UInt8]] = [:]
    private var kept = 0

    private var block: [UInt8] = []
    private var stream = SHA256Stream()
    private var name = ""
    private var isText = false
    /// Bytes of the present file, and of the padding after it, that are still to come.
    private var rest = 0
    private var padding = 0
    private var offset = 0
    private var isAtEnd = false
    private var isForeign = false

    init(onlooker: @escaping (_ name: String) throws -> Onlooker? = { _ in nil }) {
        self.onlooker = onlooker
    }

    func add(_ bytes: UnsafeRawBufferPointer) throws {
        var bytes = bytes[...]
        while !bytes.isEmpty, !isForeign, !isAtEnd {
            let wanted = rest > 0 ? rest : padding > 0 ? padding : 512 - block.count
            let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(wanted))
            bytes = bytes.dropFirst(part.count)
            offset += part.count
            if rest > 0 {
                try take(part)
            } else if padding > 0 {
                padding -= part.count
            } else {
                block += part
                if block.count == 512 { try begin() }
            }
        }
    }

    private func begin() throws {
        defer { block = [] }
        guard !TarReader.isEnd(block) else {
            isAtEnd = true
            return
        }
        guard let size = headers.add(block, at: offset), let file = headers.files.last else {
            isForeign = true
            return
        }
        name = file.name
        isText = ExportContents.isNeededText(name)
        stream = SHA256Stream()
        rest = size
        padding = TarReader.padded(size) - size
        if isText { texts[name] = [] }
        if ExportContents.place(ofTrail: name) != nil { trails[name] = PassingTrail() }
        looking = try onlooker(name)
        if size == 0 { try end() }
    }

    private func take(_ part: UnsafeRawBufferPointer) throws {
        stream.update(part)
        rest -= part.count
        if isText {
            kept += part.count
            isForeign = kept > ExportFiles.longestText
            texts[name]? += part
        }
        trails[name]?.add(part)
        try looking?.part(part)
        if rest == 0 { try end() }
    }

    private func end() throws {
        digests[name] = stream.finish().hexText
        trails[name]?.end()
        try looking?.end()
        looking = nil
    }

    /// Nil where it was no archive of ours, or one that was cut off.
    var files: ExportFiles? {
        guard isAtEnd, !isForeign, !headers.files.isEmpty else { return nil }
        let (digests, texts, trails) = (digests, texts, trails)
        return ExportFiles(names: headers.files.map(\.name)) {
            digests[$0] ?? ""
        } text: {
            texts[$0] ?? []
        } trail: {
            trails[$0]
        }
    }
}
