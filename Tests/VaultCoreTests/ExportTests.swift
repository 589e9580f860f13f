import Age
import Audit
import Documents
import Foundation
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `An export` {
    private func exported(_ small: TestVault, to recipient: AgeRecipient? = nil) throws -> String {
        let vault = try small.open()
        let stick = try small.folder.folder("stick")
        let document = try vault.find("D1", .document)
        let lock: ExportLock =
            if let recipient {
                .recipients([recipient])
            } else {
                .passphrase(try Sample.passphrase("two invented otters"))
            }
        let result = try vault.export(document, to: stick, lock: lock)
        #expect(result.size == (try contents(stick + "/" + result.name)).count)
        #expect(
            result.digest == Digest.sha256(try contents(stick + "/" + result.name)).hexText)
        return stick + "/" + result.name
    }

    @Test func `opens with age, tar and sha256sum for the holder of a key`() throws {
        let small = try TestVault.small()
        let made = try Program.shell("age-keygen -o key.txt", in: small.folder)
        #expect(made.code == 0, "\(made.errors)")
        let text = String(decoding: try contents(small.folder("key.txt")), as: UTF8.self)
        let line = try #require(
            text.split(separator: "\n").first { $0.hasPrefix("# public key: ") })
        let file = try exported(small, to: try AgeRecipient(String(line.dropFirst(14))))
        let opened = try Program.shell(
            "mkdir out && cd out && age -d -i ../key.txt \"$0\" | tar xf - && sha256sum -c MANIFEST",
            [file], in: small.folder)
        #expect(opened.code == 0, "\(opened.errors)")
        #expect(opened.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": OK") })
        #expect(
            try small.folder.names(in: "out")
                == [
                    "MANIFEST", "MANIFEST.signature", "README.txt", "checkpoint.txt",
                    "document.html",
                    "document.json", "document.md", "document.signature", "document.txt", "key.txt",
                    "proof.txt",
                ])
        let document = String(
            decoding: try contents(small.folder("out/document.txt")), as: UTF8.self)
        #expect(document.contains("Client reports better sleep."))
        #expect(document.contains("Signed by Dr. Ada Sample, LMFT"))
    }

    @Test func `opens with its passphrase here, and tells what it proves`() throws {
        let small = try TestVault.small()
        let file = try exported(small)
        #expect(try Unsealing.lock(of: file) == .passphrase)
        let out = try small.folder.folder("out")
        let key = UnsealKey.passphrase(try Sample.passphrase("two invented otters"))
        guard
            case .export(let folder, let files, let verdict) = try Unsealing.unseal(
                file, with: key, into: out)
        else {
            Issue.record("not taken for an export")
            return
        }
        #expect(verdict.holds)
        #expect(files.count == 11)
        let expected = try VerifierKey(
            name: try small.open().origin, publicKey: try small.open().publicKey)
        #expect(verdict.key == expected.encoded)
        #expect(try small.folder.names(in: "out") == [folder])
        #expect(try mode(out + "/" + folder) == 0o700)
        for name in files { #expect(try mode(out + "/" + folder + "/" + name) == 0o600) }
        #expect(throws: AgeError.wrongPassphrase) {
            _ = try Unsealing.unseal(
                file, with: .passphrase(try Sample.passphrase("other")), into: out)
        }
        #expect(try small.folder.names(in: "out") == [folder])
    }

    @Test func `that was opened already is not opened over, and leaves nothing readable behind`()
        throws
    {
        let small = try TestVault.small()
        let file = try exported(small)
        let out = try small.folder.folder("out")
        let words = "two invented otters"
        _ = try Unsealing.unseal(file, with: .passphrase(try Sample.passphrase(words)), into: out)
        let before = try small.folder.names(in: "out")
        let error = #expect(throws: (any Error).self) {
            _ = try Unsealing.unseal(
                file, with: .passphrase(try Sample.passphrase(words)), into: out)
        }
        #expect(error as? UnsealError == .alreadyThere)
        #expect(try small.folder.names(in: "out") == before)
    }

    @Test func `leaves an intent and a done in the trail, and a witness on the stick`() throws {
        let small = try TestVault.small()
        let file = try exported(small)
        let vault = try small.open()
        let entries = try vault.auditEntries().suffix(2)
        #expect(entries.map(\.act) == [.exportIntent, .exportDone])
        #expect(entries.last?[.digest] == Digest.sha256(try contents(file)).hexText)
        #expect(entries.last?[.format] == "age-v1")
        let names = try small.folder.names(in: "stick")
        #expect(names.count == 3)
        #expect(names.filter { $0.hasSuffix(".checkpoint") }.count == 1)
        let witnesses = try Witness.all(in: small.folder("stick"), for: vault)
        #expect(witnesses.map(\.checkpoint.size) == [UInt64(try vault.auditEntries().count) - 1])
        try vault.requireAgreement(with: witnesses)
        #expect(try small.verify(stick: small.folder("stick")).damages.isEmpty)
        // Nothing in a name tells of whom it is.
        let name = try Regex("^export-2026-11-23-[0-9a-f]{8}\\.(tar\\.age|checkpoint)$")
        #expect(names.first == "HOW-TO-OPEN.txt")
        #expect(try names.dropFirst().allSatisfy { try name.wholeMatch(in: $0) != nil })
    }

    @Test func `of anything unsigned is refused, and leaves no entry`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let count = try vault.auditEntries().count
        for name in ["D2", "S1", "C1"] {
            let record = try vault.find(name, .document, .session, .client)
            #expect(throws: VaultError.self) {
                _ = try vault.export(
                    record, to: small.folder.path, lock: .recipients([try Keys.recipient()]))
            }
        }
        #expect(try vault.auditEntries().count == count)
        #expect(try small.folder.names() == ["small.vault", "state"])
    }

    @Test func `attack 17: takes away what a cut-off export left, and nothing else`() throws {
        let small = try TestVault.small()
        let stick = try small.folder.folder("stick")
        let left = "export-2026-11-20-00000000.tar.age.partial"
        let young = "export-2026-11-20-33333333.tar.age.partial"
        let others = ["holiday.partial", "export-2026-11-20-11111111.tar.age", "export-notes.txt"]
        for name in [left, young] + others { try write("x", to: stick + "/" + name) }
        let link = stick + "/export-2026-11-19-22222222.tar.age.partial"
        symlink(small.path, link)
        // Two hours ago; a younger one may be another export that is still being written.
        for name in [left] + others {
            var times = [timeval](
                repeating: timeval(tv_sec: time(nil) - 7200, tv_usec: 0), count: 2)
            utimes(stick + "/" + name, &times)
        }
        _ = try exported(small)
        let names = try small.folder.names(in: "stick")
        #expect(!names.contains(left))
        #expect(Set(names).isSuperset(of: others + [young]))
        #expect(exists(link), "a link is not ours to take away")
        #expect(exists(small.path))
        #expect(names.filter { $0.hasSuffix(".partial") }.count == 3)
    }

    @Test func `attack 17: that fails on the way leaves an intent, a failure and no done`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let stick = try small.folder.folder("stick")
        let none = #expect(throws: (any Error).self) {
            _ = try vault.export(
                try vault.find("D1", .document), to: stick, lock: .recipients([]))
        }
        #expect(none is any UserFacing)
        let entries = try vault.auditEntries().suffix(2)
        #expect(entries.map(\.act) == [.exportIntent, .exportFailed])
        #expect(entries.last?[.reason] == (none as? any UserFacing)?.code)
        // A witness may lie there already; nothing of the document does.
        let names = try small.folder.names(in: "stick")
        #expect(names.allSatisfy { $0.hasSuffix(Witness.suffix) || $0 == "HOW-TO-OPEN.txt" })
    }

    enum Obstacle: CaseIterable, Sendable {
        case nothing, file, fifo, link, linkToFile, noFolder
    }

    @Test(arguments: [
        (Obstacle.nothing, ExportError.noSuchFolder), (.file, .notAFolder), (.fifo, .notAFolder),
        (.link, .notAFolder), (.linkToFile, .notAFolder), (.noFolder, .notAFolder),
    ])
    func `attack 29: is refused where its folder is something else, and leaves no entry`(
        _ obstacle: Obstacle, _ expected: ExportError
    ) throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let count = try vault.auditEntries().count
        var target = small.folder("stick")
        let elsewhere = try small.folder.folder("elsewhere")
        switch obstacle {
        case .nothing: break
        case .file: try write("x", to: target)
        case .fifo: mkfifo(target, 0o600)
        case .link: symlink(elsewhere, target)
        case .linkToFile: symlink(small.path, target)
        case .noFolder:
            try write("x", to: target)
            target += "/inside"
        }
        let error = #expect(throws: ExportError.self) {
            _ = try vault.export(
                try vault.find("D1", .document), to: target,
                lock: .recipients([try Keys.recipient()]))
        }
        #expect(error == expected)
        #expect(try small.folder.names(in: "elsewhere").isEmpty)
        #expect(try vault.auditEntries().count == count)
    }

    enum Plant: CaseIterable, Sendable {
        case link, hardLink, fifo, folder, file
    }

    @Test(arguments: Plant.allCases)
    func `attack 29: follows nothing planted under the temporary name`(_ plant: Plant) throws {
        let place = try TestFolder()
        let stick = try place.folder("stick")
        let victim = place("victim")
        try write("mine", to: victim)
        let planted = stick + "/a.tar.partial"
        switch plant {
        case .link: symlink(victim, planted)
        case .hardLink: link(victim, planted)
        case .fifo: mkfifo(planted, 0o600)
        case .folder: mkdir(planted, 0o700)
        case .file: try write("mine", to: planted)
        }
        let folder = try ExportFolder(stick)
        #expect(throws: ExportError.nameTaken) {
            try folder.write("a.tar") {
                try Array("new".utf8).withUnsafeBytes($0)
            } check: { _ in
            }
        }
        #expect(try contents(victim) == Array("mine".utf8))
        #expect(exists(planted))
        #expect(!exists(stick + "/a.tar"))
    }

    @Test(arguments: Plant.allCases)
    func `attack 29: replaces nothing that has the final name`(_ plant: Plant) throws {
        let place = try TestFolder()
        let stick = try place.folder("stick")
        try write("mine", to: place("victim"))
        let taken = stick + "/a.tar"
        switch plant {
        case .link: symlink(place("victim"), taken)
        case .hardLink: link(place("victim"), taken)
        case .fifo: mkfifo(taken, 0o600)
        case .folder: mkdir(taken, 0o700)
        case .file: try write("mine", to: taken)
        }
        let folder = try ExportFolder(stick)
        let error = #expect(throws: (any Error).self) {
            try folder.write("a.tar") {
                try Array("new".utf8).withUnsafeBytes($0)
            } check: { _ in
            }
        }
        #expect(error as? ExportError == .nameTaken)
        #expect(try contents(place("victim")) == Array("mine".utf8))
        #expect(try place.names(in: "stick") == ["a.tar"])
    }

    @Test func `attack 29: stays in the folder it opened while the path is exchanged`() throws {
        let place = try TestFolder()
        let stick = try place.folder("stick")
        let outside = try place.folder("outside")
        let folder = try ExportFolder(stick)
        rename(stick, place("moved"))
        symlink(outside, stick)
        try folder.write("a.tar") {
            try Array("new".utf8).withUnsafeBytes($0)
        } check: { _ in
        }
        var inner = try NewFolder("inner", in: folder)
        try inner.put("b") { try [1].withUnsafeBytes($0) }
        try inner.keep()
        #expect(try place.names(in: "outside").isEmpty)
        #expect(try place.names(in: "moved") == ["a.tar", "inner"])
    }

    @Test func `attack 29: never writes outside while someone exchanges the folder all the time`()
        throws
    {
        let small = try TestVault.small()
        let vault = try small.open()
        let document = try vault.find("D1", .document)
        let stick = try small.folder.folder("stick")
        let outside = try small.folder.folder("outside")
        let link = small.folder("link")
        symlink(outside, link)
        let racer = Racer(stick, link, aside: small.folder("aside"))
        defer { racer.stop() }
        // Until the other thread has had its turns, however busy the machine is.
        var exports = 0
        while exports < 12 || racer.rounds <= 20 {
            exports += 1
            do {
                _ = try vault.export(
                    document, to: stick, lock: .recipients([try Keys.recipient()]))
            } catch let error as any UserFacing {
                #expect([.failed, .refused].contains(error.exitCode), "\(error.code)")
            }
        }
        racer.stop()
        #expect(try small.folder.names(in: "outside").isEmpty)
        #expect(try small.verify().damages.isEmpty)
    }
}

/// Puts a link in a folder's place and back, again and again.
private final class Racer: @unchecked Sendable {
    private let lock = NSLock()
    private var isOn = true
    private var done = 0
    private let ended = DispatchSemaphore(value: 0)

    init(_ folder: String, _ link: String, aside: String) {
        Thread.detachNewThread { [self] in
            while isRunning {
                rename(folder, aside)
                rename(link, folder)
                rename(folder, link)
                rename(aside, folder)
                lock.withLock { done += 1 }
            }
            ended.signal()
        }
    }

    var rounds: Int { lock.withLock { done } }

    private var isRunning: Bool { lock.withLock { isOn } }

    func stop() {
        let wasOn = lock.withLock {
            defer { isOn = false }
            return isOn
        }
        if wasOn { ended.wait() }
    }
}

@Suite struct `What an opened export proves` {
    /// The files of a true export.
    private static let files = Result { () throws -> [TarFile] in
        let vault = try TestVault.small().open()
        let document = try vault.find("D1", .document)
        return try ExportContents(document, in: vault).files.map {
            TarFile(name: $0.name, contents: $0.contents)
        }
    }

    struct TarFile: Sendable {
        let name: String
        var contents: [UInt8]
    }

    private func verdict(_ files: [TarFile]) throws -> ExportVerdict? {
        try ExportVerdict(ExportFiles(files.map { ($0.name, $0.contents) }))
    }

    /// A manifest for whatever the files are now.
    private func withManifest(_ files: [TarFile]) -> [TarFile] {
        let rest = files.filter { !$0.name.hasPrefix("MANIFEST") }
        let lines = rest.map { "\(Digest.sha256($0.contents).hexText)  \($0.name)\n" }.joined()
        return rest + [TarFile(name: "MANIFEST", contents: Array(lines.utf8))]
            + files.filter { $0.name == "MANIFEST.signature" }
    }

    @Test func `holds for a true one`() throws {
        let verdict = try #require(try verdict(try Self.files.get()))
        #expect(verdict.holds)
        #expect(try self.verdict(withManifest(try Self.files.get()))?.holds == true)
    }

    private static let names = [
        "document.txt", "document.html",
        "document.json", "document.md", "document.signature", "proof.txt", "checkpoint.txt",
        "key.txt", "README.txt", "MANIFEST", "MANIFEST.signature",
    ]

    @Test(arguments: names)
    func `does not hold with any byte of a file changed`(_ name: String) throws {
        let files = try Self.files.get()
        let index = try #require(files.firstIndex { $0.name == name })
        let size = files[index].contents.count
        var held: [Int] = []
        for place in stride(from: 0, to: size, by: max(1, size / 60)) {
            var edited = files
            edited[index].contents[place] ^= 0x04
            if try verdict(edited)?.holds == true { held.append(place) }
        }
        #expect(held == [])
    }

    @Test(arguments: names.filter { $0 != "MANIFEST" })
    func `does not hold either when the forger writes a manifest that fits`(_ name: String) throws {
        let files = try Self.files.get()
        let index = try #require(files.firstIndex { $0.name == name })
        let size = files[index].contents.count
        var held: [Int] = []
        for place in stride(from: 0, to: size, by: max(1, size / 60)) {
            var edited = files
            edited[index].contents[place] ^= 0x04
            if try verdict(withManifest(edited))?.holds == true { held.append(place) }
        }
        #expect(held == [])
    }

    @Test(arguments: names)
    func `does not hold with a file missing`(_ name: String) throws {
        let files = try Self.files.get().filter { $0.name != name }
        #expect(try verdict(files)?.holds != true)
    }

    @Test func `does not hold with a file too many`() throws {
        let files = try Self.files.get() + [TarFile(name: "more.txt", contents: [1])]
        #expect(try verdict(files)?.holds != true)
    }

    @Test func `does not hold with the signature of another document of the same vault`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        var reviewed = try vault.find("D2", .document)
        reviewed = try vault.keep(try Sample.accepted(try vault.review(of: reviewed)), on: reviewed)
        _ = try vault.sign(reviewed)
        let theirs = try ExportContents(try vault.find("D2", .document), in: vault).files
        let first = try vault.find("D1", .document)
        let ours = try ExportContents(first, in: vault).files.map {
            TarFile(name: $0.name, contents: $0.contents)
        }
        #expect(try verdict(ours)?.holds == true)
        for name in ["document.signature", "proof.txt"] {
            let mixed = ours.map { file in
                guard file.name == name, let their = theirs.first(where: { $0.name == name })
                else { return file }
                return TarFile(name: name, contents: their.contents)
            }
            #expect(try verdict(withManifest(mixed))?.holds == false)
        }
    }

    @Test func `holds only if its own key signed the list of files`() throws {
        let files = try Self.files.get()
        let manifest = try #require(files.first { $0.name == "MANIFEST" }).contents
        let origin = try TestVault.small().open().origin
        let forged = try SignedNote(
            signing: ExportContents.statement(about: manifest), as: origin,
            with: try SigningKey(seed: try SecretKey.random()))
        let mixed = files.map { file in
            file.name == "MANIFEST.signature"
                ? TarFile(name: file.name, contents: Array(forged.encoded.utf8)) : file
        }
        let verdict = try #require(try verdict(mixed))
        #expect(!verdict.isListed && !verdict.holds)
        #expect(verdict.isComplete && verdict.isSigned && verdict.isInTrail)
    }

    @Test func `holds for several documents, and for none of them if one does not`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let document = try vault.find("D1", .document)
        let signed = try vault.signedDocument(document)
        let files = try ExportContents(
            [(document, signed), (document, signed)], formats: ExportFormat.all, in: vault
        ).files.map { TarFile(name: $0.name, contents: $0.contents) }
        let names = Set(files.map(\.name))
        #expect(names.isSuperset(of: ["document-1.txt", "document-2.signature", "proof-2.txt"]))
        let whole = try #require(try verdict(files))
        #expect(whole.holds && whole.documents == 2)
        for name in ["document-2.txt", "document-1.json", "proof-2.txt", "document-1.signature"] {
            let edited = files.map { file in
                var file = file
                if file.name == name { file.contents[file.contents.count / 2] ^= 4 }
                return file
            }
            #expect(try verdict(withManifest(edited))?.holds == false, "\(name)")
            let without = files.filter { $0.name != name }
            #expect(try verdict(withManifest(without))?.holds == false, "\(name)")
        }
    }
}
