import Audit
import Documents
import Foundation
import Sealing
import Testing

@testable import VaultCore

/// The file `search` in the state folder, between two searches.
@Suite struct `The kept search index` {
    /// A vault whose index is kept, and in which C1's newest word came after it.
    private static let template = Result {
        let small = try TestVault.small()
        let vault = try small.open()
        try vault.jotMany()
        _ = try vault.search(["invented"], limit: 1)
        _ = try vault.jot(
            "Later thought", about: vault.find("C1", .client), session: nil, on: "2026-11-16")
        return small
    }

    private func small() throws -> TestVault {
        try TestVault(copying: try Self.template.get(), memory: true)
    }

    /// How many records a search had to read, 0 if it did not say so; it finds the same each time.
    private func read(_ small: TestVault) throws -> Int {
        var count = 0
        let vault = try small.open()
        let hits = try vault.search(["invented"], limit: 500) { count = $0 }
        #expect(hits.count == SearchIndex.stale + 6)
        #expect(try vault.search(["later", "thought"], limit: 5).count == 1)
        #expect(try vault.search(["appetite"], limit: 5).map(\.record.shortName) == ["D2"])
        return count
    }

    @Test func `is used by the next search, which reads only what is newer`() throws {
        let small = try small()
        let path = try small.stateFile("search")
        #expect(try mode(path) == 0o600)
        #expect(try read(small) == 0)
        try FileManager.default.removeItem(atPath: path)
        // Clients, sessions, documents, the practice, the jottings; settings hold no words.
        #expect(try read(small) == SearchIndex.stale + 6 + 1 + 9)
        #expect(exists(path))
        #expect(try read(small) == 0)
    }

    @Test func `is kept anew when enough is newer, and not at each search`() throws {
        let small = try small()
        let path = try small.stateFile("search")
        let kept = try contents(path)
        #expect(try read(small) == 0)
        #expect(try contents(path) == kept)
        try small.open().jotMany(SearchIndex.stale, about: "C2") { "Newer \($0)" }
        var told = 0
        #expect(try small.open().search(["newer"], limit: 99) { told = $0 }.count == 64)
        #expect(told == SearchIndex.stale + 1)
        #expect(try contents(path) != kept)
        #expect(try small.open().search(["newer"], limit: 99) { told = -$0 }.count == 64)
        #expect(told > 0)
    }

    enum Damage: CaseIterable, Sendable {
        case empty, oneByte, random, huge, cutHead, cutFront, cutPiece, noLastByte, longer
        case flippedHead, flippedSalt, flippedFront, flippedPiece, folder, pipe, link, unreadable
    }

    @Test(arguments: Damage.allCases)
    func `counts for nothing when it is damaged, and is made anew`(_ damage: Damage) throws {
        let small = try small()
        let path = try small.stateFile("search")
        let whole = try contents(path)
        // 4 bytes of length, 16 of salt, 4 of length, the front, 4 of length, the first piece.
        let front = 20 + 4 + whole[20..<24].reduce(0) { $0 << 8 | Int($1) }
        var bytes = whole
        switch damage {
        case .empty: bytes = []
        case .oneByte: bytes = [0]
        case .random: bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        case .huge: bytes = [0xFF, 0xFF, 0xFF, 0xFF] + whole
        case .cutHead: bytes = Array(whole.prefix(3))
        case .cutFront: bytes = Array(whole.prefix(front - 1))
        case .cutPiece: bytes = Array(whole.prefix(front))
        case .noLastByte: bytes.removeLast()
        // What stands behind the last piece is never read.
        case .longer: bytes += [1, 2, 3]
        case .flippedHead: bytes[3] ^= 1
        case .flippedSalt: bytes[10] ^= 1
        case .flippedFront: bytes[front - 40] ^= 1
        case .flippedPiece: bytes[front + 4 + 1000] ^= 1
        case .folder, .pipe, .link, .unreadable: break
        }
        try FileManager.default.removeItem(atPath: path)
        switch damage {
        case .folder:
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false)
        case .pipe: mkfifo(path, 0o600)
        case .link:
            try write(whole, to: small.folder("elsewhere"))
            symlink(small.folder("elsewhere"), path)
        case .unreadable: break
        default: try write(bytes, to: path)
        }
        #expect((try read(small) == 0) == (damage == .longer))
        if damage == .folder { return }
        #expect(try read(small) == 0)
        if damage != .longer { #expect(try mode(path) == 0o600) }
    }

    @Test func `counts for nothing in another vault`() throws {
        let small = try small()
        let folder = try TestFolder()
        let foreign = try Vault.create(
            at: folder("other.vault"), passphrase: try Sample.passphrase(), cost: .floor,
            practice: Sample.practice,
            surroundings: Vault.Surroundings(
                now: { [clock = small.clock] in clock.now }, stateRoot: folder("state"),
                program: "vault/test"))
        let id = try #require(try folder.names(in: "state").first)
        try write(try contents(small.stateFile("search")), to: folder("state/\(id)/search"))
        #expect(try foreign.search(["invented"], limit: 5).isEmpty)
        #expect(try foreign.search(["sample"], limit: 5).count == 1)
    }

    @Test func `counts for nothing where the trail it was made at is not this one`() throws {
        let here = try small()
        let before = try TestVault(copying: here, memory: true)
        // On another computer the same vault goes on differently, and its index comes here.
        try FileManager.default.removeItem(atPath: before.stateFile("search"))
        let away = try before.open()
        try away.jotMany(SearchIndex.stale + 1, about: "C2") { "Elsewhere \($0)" }
        #expect(try away.search(["elsewhere"], limit: 99).count == 65)
        try write(try contents(before.stateFile("search")), to: here.stateFile("search"))
        let vault = try here.open()
        #expect(try vault.search(["elsewhere"], limit: 5).isEmpty)
        #expect(try read(here) == 0, "made anew by the search before")
    }

    @Test func `of before is as good where the trail only went on`() throws {
        let small = try small()
        let path = try small.stateFile("search")
        let earlier = try contents(path)
        try small.open().jotMany(SearchIndex.stale, about: "C2") { "Newer \($0)" }
        #expect(try small.open().search(["newer"], limit: 99).count == 64)
        try write(earlier, to: path)
        #expect(try small.open().search(["newer"], limit: 99).count == 64)
    }

    @Test func `counts for nothing after a restore of what came before it`() throws {
        let small = try small()
        let older = try contents(small.path)
        try small.open().jotMany(SearchIndex.stale, about: "C2") { "Given up \($0)" }
        #expect(try small.open().search(["given"], limit: 99).count == 64)
        try write(older, to: small.path)
        _ = try small.open().restore(reason: .restoredBackup)
        #expect(try small.open().search(["given"], limit: 99).isEmpty)
        try small.open().jotMany(3, about: "C3") { "After \($0)" }
        #expect(try small.open().search(["after"], limit: 99).count == 3)
        #expect(try read(small) == 0)
    }

    /// An index of several pieces, which may not change places nor come from another one.
    @Test func `is bound piece by piece to its place and its making`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        var random = SeededGenerator(1)
        try vault.jotMany { number in
            (0..<2500).map { _ in String(random.next(), radix: 36) }.joined(separator: " ")
                + " invented\(number)"
        }
        _ = try vault.search(["invented"], limit: 1)
        let path = try small.stateFile("search")
        let parts = try pieces(contents(path))
        try #require(parts.count >= 5)
        let isUsed = { (parts: [[UInt8]]) in
            try write(parts.flatMap(StoredPieces.framed), to: path)
            var count = 0
            let hits = try small.open().search(["invented7"], limit: 5) { count = $0 }
            #expect(hits.count == 1)
            return count == 0
        }
        #expect(try isUsed(parts))
        var edited = parts
        edited.swapAt(2, 3)
        #expect(try !isUsed(edited))
        edited = parts
        edited.remove(at: 3)
        #expect(try !isUsed(edited))
        edited = parts
        edited.insert(parts[2], at: 3)
        #expect(try !isUsed(edited))
        #expect(try !isUsed(Array(parts.dropLast())))
        // Made again, it has another salt, and the pieces of the first belong to it no more.
        try FileManager.default.removeItem(atPath: path)
        _ = try small.open().search(["invented"], limit: 1)
        edited = try pieces(contents(path))
        #expect(edited[0] != parts[0])
        edited[2] = parts[2]
        #expect(try !isUsed(edited))
    }

    private func pieces(_ file: [UInt8]) -> [[UInt8]] {
        var rest = file[...]
        var pieces: [[UInt8]] = []
        while rest.count >= 4 {
            let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            pieces.append(Array(rest.dropFirst(4).prefix(count)))
            rest = rest.dropFirst(4 + count)
        }
        return pieces
    }

    @Test func `holds nothing that can be read, and never the words of notes kept apart`() throws {
        let small = try TestVault.everySlot()
        let vault = try small.open()
        let client = try vault.find("C1", .client)
        _ = try small.notes(vault).add("otherworldlycanary", day: "2026-11-16", of: client)
        try vault.jotMany { "zanzibarcanary \($0)" }
        #expect(try vault.search(["zanzibarcanary"], limit: 200).count == 70)
        let file = try contents(small.stateFile("search"))
        for word in ["zanzibar", "canary", "Mara", "SQLite", "fts5", "unicode61", "vault.search"] {
            #expect(file.firstRange(of: Array(word.utf8)) == nil, "\(word)")
        }
        let other = try contents(small.path)
        #expect(other.firstRange(of: Array("zanzibar".utf8)) == nil)
        #expect(try small.open().search(["otherworldlycanary"], limit: 5).isEmpty)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: (try small.stateFile("search") as NSString).deletingLastPathComponent)
        #expect(
            names.filter { !$0.hasPrefix("session-") }.sorted()
                == ["checkpoint", "search", "summaries"])
    }

    @Test func `that can't be kept only makes the next search slower`() throws {
        let small = try TestVault.small()
        try small.open().jotMany()
        let path = try small.stateFile("search")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try write("x", to: path + "/in the way")
        for _ in 0..<2 {
            var count = 0
            let hits = try small.open().search(["invented"], limit: 500) { count = $0 }
            #expect(hits.count == 70)
            #expect(count > 70)
        }
        #expect(!exists(path + ".\(getpid()).new"))
    }
}
