import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `An attached file` {
    private static let piece = Vault.pieceSize

    /// Bytes without a pattern that two pieces could share.
    private func bytes(_ count: Int, _ seed: UInt64 = 1) -> [UInt8] {
        var random = SeededGenerator(seed)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            withUnsafeBytes(of: random.next()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }

    @Test(arguments: [1, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 5])
    func `comes back byte for byte, whatever its size`(_ size: Int) throws {
        let small = try TestVault.smallest()
        let original = bytes(size)
        try write(original, to: small.folder("scan.bin"))
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let file = try vault.attach(
            fileAt: small.folder("scan.bin"), titled: "A scan", to: client, day: "2026-11-16")
        let kept = try vault.attachment(file)
        #expect(kept.bytes == size)
        #expect(kept.pieces == Int64((size + Self.piece - 1) / Self.piece))
        #expect(kept.digest == Digest.sha256(original).hexText)
        #expect(kept.title == "A scan")
        let report = try small.verify()
        #expect(report.damages.isEmpty, "\(report.damages)")

        let stick = try small.folder.folder("stick")
        let again = try small.open()
        let name = try again.save(try again.find("F1", .attachment), to: stick)
        #expect(name == "F1-2026-11-16.bin")
        #expect(try small.folder.names(in: "stick") == [name])
        #expect(try contents(stick + "/" + name) == original)
        #expect(try mode(stick + "/" + name) == 0o600)
        #expect(
            try again.auditEntries().suffix(2).map(\.act) == [.attachmentCreate, .attachmentView])
    }

    @Test func `says in its header what lists show, and who it belongs to`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C2", .client)
        try write("%PDF-1.7 invented", to: small.folder("a.txt"))
        for number in 1...2 {
            let file = try vault.attach(
                fileAt: small.folder("a.txt"), titled: "Authorization", to: client,
                day: "2026-11-1\(number)")
            #expect(file.shortName == "F\(number)")
            #expect(file.owner == client.owner)
            #expect(file.header.parent == client.record)
            #expect(file.header.day == "2026-11-1\(number)")
            #expect(file.header.label == client.header.label)
            #expect(file.header.facts == [.kind: "application/pdf", .size: "17"])
        }
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == .attachmentCreate)
        #expect(entry.client == client.owner.bytes)
        #expect(entry[.size] == "17")
        #expect(entry.rows.count == 1)
    }

    /// What a file begins with, what it is called, what it is taken for, and what it is saved as.
    private static let types: [([UInt8], String, String, String)] = [
        (Array("%PDF-1.4".utf8), "a.txt", "application/pdf", ".pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a", "image/png", ".png"),
        ([0xFF, 0xD8, 0xFF, 0xE0], "a.pdf", "image/jpeg", ".jpg"),
        ([0x49, 0x49, 0x2A, 0x00], "a", "image/tiff", ".tif"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a", "image/tiff", ".tif"),
        ([0x50, 0x4B, 0x03, 0x04], "a.docx", "application/zip", ".zip"),
        (Array("plain".utf8), "A.TXT", "text/plain", ".txt"),
        (Array("plain".utf8), "a.html", "application/octet-stream", ".bin"),
        ([0xFF, 0xD8], "a.jpg", "application/octet-stream", ".bin"),
        ([0x25], "a", "application/octet-stream", ".bin"),
    ]

    @Test(arguments: types)
    func `is taken for what its first bytes say, and not for what it is called`(
        _ start: [UInt8], _ name: String, _ type: String, _ ending: String
    ) {
        #expect(MediaType.of(start, name: name) == type)
        #expect(MediaType.ending(type) == ending)
    }

    @Test func `is sealed: neither its bytes nor its title nor its name are in the vault's file`()
        throws
    {
        let small = try TestVault.smallest()
        let canary = "zanzibar-canary-4711"
        let text = (0..<200).map { "\(canary) \($0)" }.joined(separator: "\n")
        try write(text, to: small.folder("\(canary).txt"))
        let vault = try small.open()
        _ = try vault.attach(
            fileAt: small.folder("\(canary).txt"), titled: canary,
            to: vault.find("C1", .client), day: "2026-11-16")
        _ = try vault.summaries()
        #expect(try contents(small.path).firstRange(of: Array(canary.utf8)) == nil)
        #expect(
            try vault.body(of: vault.find("F1", .attachment)).firstRange(of: canary.utf8) != nil)
    }

    @Test func `whose act fails leaves no piece behind`() throws {
        struct Stop: Error {}
        let small = try TestVault.smallest()
        try write(bytes(Self.piece + 1), to: small.folder("scan.bin"))
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let before = try contents(small.path)
        #expect(throws: Stop.self) {
            try vault.commit(AuditEvent(.importDone)) { transaction in
                try vault.attach(
                    try SteadyFile(small.folder("scan.bin")), titled: "A scan", to: client,
                    day: "2026-11-16", as: try transaction.newRecordID(), in: transaction)
                throw Stop()
            }
        }
        #expect(try contents(small.path) == before)
        #expect(try vault.records(.attachment).isEmpty)
    }

    @Test func `attack 19: that does not fit on the disk leaves the vault as it was`() throws {
        let small = try TestVault.smallest()
        try write(bytes(2 * Self.piece), to: small.folder("scan.bin"))
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let before = try contents(small.path)
        try vault.storage.queue.inDatabase {
            try $0.execute(sql: "PRAGMA max_page_count = 400")
        }
        let error = #expect(throws: VaultError.self) {
            _ = try vault.attach(
                fileAt: small.folder("scan.bin"), titled: "A scan", to: client, day: "2026-11-16")
        }
        #expect(error == .diskFull)
        #expect(error?.exitCode == .mediumFailed)
        #expect(try contents(small.path) == before)
        #expect(try small.verify().damages.isEmpty)
    }

    @Test func `is never saved over another file, nor through a link`() throws {
        let small = try TestVault.smallest()
        try write("a page", to: small.folder("a.txt"))
        let vault = try small.open()
        let file = try vault.attach(
            fileAt: small.folder("a.txt"), titled: "A page", to: vault.find("C1", .client),
            day: "2026-11-16")
        let stick = try small.folder.folder("stick")
        try write("mine", to: stick + "/F1-2026-11-16.txt")
        #expect(throws: (any Error).self) { _ = try vault.save(file, to: stick) }
        #expect(try small.folder.names(in: "stick") == ["F1-2026-11-16.txt"])
        #expect(try contents(stick + "/F1-2026-11-16.txt") == Array("mine".utf8))
        symlink(stick, small.folder("link"))
        for place in ["link", "nowhere", "a.txt"] {
            #expect(throws: ExportError.self) { _ = try vault.save(file, to: small.folder(place)) }
        }
    }
}

@Suite struct `A file that is read once` {
    private func made(_ size: Int, in folder: TestFolder) throws -> String {
        let path = folder("scan.bin")
        try write([UInt8](repeating: 7, count: size), to: path)
        // Long ago, so that any change shows in its time.
        try setTime(path, 1_000_000_000)
        return path
    }

    private func setTime(_ path: String, _ seconds: Double) throws {
        let time = Date(timeIntervalSince1970: seconds)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    }

    private func edit(_ path: String, _ body: (Int32) -> Void) {
        let descriptor = open(path, O_RDWR)
        body(descriptor)
        close(descriptor)
    }

    private func put(_ text: String, at place: Int, in descriptor: Int32) {
        #expect(pwrite(descriptor, text, text.utf8.count, off_t(place)) == text.utf8.count)
    }

    @Test(arguments: [(1, 4), (4, 4), (5, 4), (12, 4), (13, 4), (13, 100)])
    func `is lent in parts, the last one shorter`(_ size: Int, _ part: Int) throws {
        let folder = try TestFolder()
        let file = try SteadyFile(try made(size, in: folder))
        #expect(file.size == size)
        var counts: [Int] = []
        try file.forEachPart(of: part) { counts.append($0.count) }
        #expect(counts.reduce(0, +) == size)
        #expect(counts.dropLast().allSatisfy { $0 == part })
        #expect(counts.count == (size + part - 1) / part)
    }

    enum Change: CaseIterable, Sendable {
        case grows, growsByAPart, shrinks, isEmptied, isRewritten, isTouched
    }

    @Test(arguments: Change.allCases, [0, 1, 2])
    func `and changes meanwhile is refused, wherever the reader is`(
        _ change: Change, _ place: Int
    ) throws {
        let folder = try TestFolder()
        let path = try made(10, in: folder)
        let file = try SteadyFile(path)
        var parts = 0
        let error = #expect(throws: AttachmentError.self) {
            try file.forEachPart(of: 4) { _ in
                defer { parts += 1 }
                guard parts == place else { return }
                edit(path) { descriptor in
                    switch change {
                    case .grows: put("x", at: 10, in: descriptor)
                    case .growsByAPart: put("more than a part", at: 10, in: descriptor)
                    case .shrinks: ftruncate(descriptor, 9)
                    case .isEmptied: ftruncate(descriptor, 0)
                    case .isRewritten: put("xx", at: 3, in: descriptor)
                    case .isTouched: futimens(descriptor, nil)
                    }
                }
            }
        }
        #expect(error == .changedWhileRead)
    }

    @Test func `and whose time is put back after a change is refused all the same`() throws {
        let folder = try TestFolder()
        let path = try made(10, in: folder)
        // So that the time of its last change of any kind can't be that of its making.
        usleep(20_000)
        let file = try SteadyFile(path)
        #expect(throws: AttachmentError.changedWhileRead) {
            try file.forEachPart(of: 100) { _ in
                edit(path) { put("xx", at: 3, in: $0) }
                try setTime(path, 1_000_000_000)
            }
        }
    }

    @Test func `and is replaced by another meanwhile is still the one that was opened`() throws {
        let folder = try TestFolder()
        let path = try made(10, in: folder)
        let file = try SteadyFile(path)
        try write("another one", to: folder("other"))
        var read: [UInt8] = []
        do {
            try file.forEachPart(of: 4) { part in
                if read.isEmpty { rename(folder("other"), path) }
                read += part
            }
        } catch AttachmentError.changedWhileRead {
            // Its last name was taken away, which is a change too.
        }
        #expect(read == [UInt8](repeating: 7, count: 10))
    }

    @Test func `and is exchanged for a link or another file after it was chosen is refused`() throws
    {
        let small = try TestVault.small()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let path = small.folder("page")
        try write("a page", to: path)
        let scan = try Scan(path, titled: "page")
        try write("the prize", to: small.folder("prize"))
        rename(small.folder("prize"), path)
        #expect(throws: AttachmentError.changedWhileRead) {
            try vault.importScans([(scan, client)], day: "2026-11-16")
        }
        // The same bytes, but elsewhere.
        try write("a page", to: small.folder("elsewhere"))
        unlink(path)
        symlink(small.folder("elsewhere"), path)
        #expect(throws: AttachmentError.notAFile) {
            try vault.importScans([(scan, client)], day: "2026-11-16")
        }
        #expect(try vault.records(.attachment) == [])
        #expect(throws: AttachmentError.notAFile) { _ = try Scan(path, titled: "page") }
    }

    @Test func `and is no file, or can't be read, is refused with a word of its own`() throws {
        let folder = try TestFolder()
        try write("", to: folder("empty"))
        _ = try folder.folder("folder")
        mkfifo(folder("pipe"), 0o600)
        symlink(folder("nowhere"), folder("link"))
        symlink(folder("loop"), folder("loop"))
        let expected: [(String, AttachmentError)] = [
            ("empty", .empty), ("folder", .notAFile), ("pipe", .notAFile), ("missing", .notFound),
            ("link", .notFound), ("empty/inner", .notFound), ("loop", .notFound),
        ]
        for (name, error) in expected {
            #expect(throws: error, "\(name)") { _ = try SteadyFile(folder(name)) }
        }
        #expect(throws: AttachmentError.notAFile) { _ = try SteadyFile("/dev/null") }
        #expect(throws: AttachmentError.notFound) { _ = try SteadyFile("") }
    }

    @Test func `and may not be read is refused with a word of its own`() throws {
        let folder = try TestFolder()
        let path = try made(10, in: folder)
        chmod(path, 0)
        // Root may read everything, so this thread asks as somebody else for a moment.
        let handle = try #require(dlsym(nil, "setfsuid"))
        let setUser = unsafeBitCast(handle, to: (@convention(c) (UInt32) -> Int32).self)
        let owner = UInt32(bitPattern: setUser(65_534))
        defer { _ = setUser(owner) }
        #expect(throws: AttachmentError.unreadable) { _ = try SteadyFile(path) }
    }

    @Test(arguments: AttachmentError.allCases)
    func `leaves nothing in the vault when it is refused`(_ error: AttachmentError) throws {
        #expect(error.code.hasPrefix("attachment."))
        #expect(error.problem.hasSuffix("."))
        #expect(error.nextStep.hasSuffix("."))
        guard error == .changedWhileRead || error == .empty else { return }
        let small = try TestVault.smallest()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        let path = try made(error == .empty ? 0 : 10, in: small.folder)
        let before = try contents(small.path)
        #expect(throws: error) {
            if error == .empty {
                _ = try vault.attach(
                    fileAt: path, titled: "A scan", to: client, day: "2026-11-16")
            } else {
                let file = try SteadyFile(path)
                edit(path) { put("xx", at: 3, in: $0) }
                try vault.commit(AuditEvent(.importDone)) { transaction in
                    try vault.attach(
                        file, titled: "A scan", to: client, day: "2026-11-16",
                        as: try transaction.newRecordID(), in: transaction)
                }
            }
        }
        #expect(try contents(small.path) == before)
    }
}
