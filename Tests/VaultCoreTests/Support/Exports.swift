import Documents

@testable import VaultCore

extension Vault {
    /// One document, for her own copy.
    func export(
        _ document: RecordSummary, to path: String, lock: borrowing ExportLock
    ) throws -> ExportResult {
        try export(ExportOrder(documents: [document]), to: path, lock: lock)
    }
}

extension ExportContents {
    init(_ document: RecordSummary, in vault: Vault) throws {
        try self.init(
            [(document, try vault.signedDocument(document))], formats: ExportFormat.all, in: vault)
    }

    /// All of it in memory.
    var files: [(name: String, contents: [UInt8])] {
        get throws {
            var files: [(name: String, contents: [UInt8])] = []
            try forEach { name, _, write in
                let bytes = Bytes()
                try write { bytes.all += $0 }
                files.append((name, bytes.all))
            }
            return files
        }
    }
}

private final class Bytes {
    var all: [UInt8] = []
}

extension TarWriter {
    /// An archive in memory.
    static func archive(
        _ files: [(String, [UInt8])], modified: UInt64 = 1_700_000_000
    ) throws -> [UInt8] {
        let bytes = Bytes()
        let tar = TarWriter(modified: modified)
        for (name, contents) in files {
            try tar.append(name, size: contents.count, to: { bytes.all += $0 }) { append in
                try contents.withUnsafeBytes(append)
            }
        }
        try tar.finish { bytes.all += $0 }
        return bytes.all
    }
}

extension TarReader {
    static func files(in archive: [UInt8]) -> [(name: String, contents: [UInt8])]? {
        TarReader(count: archive.count) { Array(archive[$0]) }?.files.map {
            ($0.name, Array(archive[$0.range]))
        }
    }
}
