import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `A restore` {
    private func restores(_ vault: Vault) throws -> [AuditEntry] {
        try vault.auditEntries().filter { $0.act == .vaultRestore }
    }

    @Test func `brings everything back on a computer that never saw the vault`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        let copy = try contents(backup)
        let laptop = try Laptop(of: small)
        let (told, kept) = try laptop.restore(backup)
        #expect(kept == nil)
        #expect(told.entries == (try small.entries() - 1))
        #expect(told.size == copy.count)
        // The stick saw it at this very length.
        #expect(told.standing == .current)
        #expect(!told.replacesOther)
        #expect(try laptop.names() == ["practice.vault"])
        #expect(try mode(laptop.place) == 0o600)
        #expect(try mode(laptop.folder("here")) == 0o700)
        #expect(try contents(backup) == copy)

        let vault = try laptop.open()
        #expect(vault.standing == .current)
        #expect(try vault.records(.client).count == 3)
        #expect(try vault.find("D1", .document).header.state == .signed)
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == .vaultRestore)
        #expect(entry[.reason] == "replaced-laptop")
        #expect(try !exists(laptop.marker(of: small)))
        #expect(try laptop.verify(stick: small.folder("stick")).damages.isEmpty)
        #expect(try restores(laptop.open()).count == 1, "opening again writes no second one")
    }

    @Test func `of a lone file says that nobody here saw the vault before`() throws {
        let small = try TestVault.small()
        let laptop = try Laptop(of: small)
        try write(try contents(try small.backUp()), to: laptop.folder("lone"))
        #expect(try laptop.restore(laptop.folder("lone")).copy.standing == nil)
        let entry = try #require(try laptop.open().auditEntries().last)
        #expect(entry[.witness] == nil && entry[.digest] == nil)
    }

    @Test func `of an older copy tells how many acts it lacks, and the trail says the same`() throws
    {
        let small = try TestVault.small()
        let first = try small.backUp()
        try small.work(5)
        let second = try small.backUp()
        let seen = try small.entries() - 1
        let here = try small.entries() - 8
        let laptop = try Laptop(of: small)
        let told = try laptop.restore(first, reason: .restoredBackup).copy
        #expect(told.standing == .older(seen: seen, here: here))
        let vault = try laptop.open()
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry[.witness] == "\(seen)")
        #expect(entry[.digest]?.count == 64)
        #expect(entry[.reason] == "restored-backup")
        // The stick that saw what is lost takes the next backup, and the one after it.
        let witnesses = try Witness.all(in: small.folder("stick"), for: vault)
        #expect(witnesses.count == 2)
        try vault.requireAgreement(with: witnesses)
        for _ in 0..<2 {
            small.clock.advance(seconds: 1)
            _ = try vault.backUp(to: small.folder("stick"))
        }
        #expect(try laptop.verify(stick: small.folder("stick")).damages.isEmpty)
        #expect(exists(second))
    }

    @Test func `of a backup made after a restore no longer tells of what was given up then`() throws
    {
        let small = try TestVault.small()
        let first = try small.backUp()
        try small.work(5)
        try small.backUp()
        let laptop = try Laptop(of: small)
        try laptop.restore(first)
        laptop.clock.advance(seconds: 1)
        let stick = small.folder("stick")
        let name = try laptop.open().backUp(to: stick).name
        let next = try Laptop(of: small)
        #expect(try next.restore(stick + "/" + name).copy.standing == .current)
        #expect(try next.verify(stick: stick).damages.isEmpty)
    }

    @Test func `takes into account what other sticks saw`() throws {
        let small = try TestVault.small()
        let first = try small.backUp("first")
        try small.work(4)
        try small.backUp("second")
        let seen = try small.entries() - 1
        let laptop = try Laptop(of: small)
        let told = try laptop.restore(first, sticks: [small.folder("second")]).copy
        #expect(told.standing == .older(seen: seen, here: seen - 6))
        let vault = try laptop.open()
        for stick in ["first", "second"] {
            try vault.requireAgreement(with: try Witness.all(in: small.folder(stick), for: vault))
        }
    }

    @Test func `does not hide that the copy that was given up went on`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        try small.work(3)
        try small.backUp()
        let laptop = try Laptop(of: small)
        try laptop.restore(backup)
        // The laptop that was thought lost is found, and used; both went on.
        try small.work(9)
        try small.backUp("other")
        let restored = try laptop.open()
        for _ in 0..<40 { try restored.commit(AuditEvent(.auditView)) }
        try expectFork(restored, small.folder("other"))
        #expect(try laptop.verify(stick: small.folder("other")).exitCode == .olderCopy)
        try small.work(40)
        try expectFork(try small.open(), try forkStick(of: laptop))
    }

    /// A stick that saw the restored vault.
    private func forkStick(of laptop: Laptop) throws -> String {
        let stick = try laptop.folder.folder("stick")
        _ = try laptop.open().backUp(to: stick)
        return stick
    }

    private func expectFork(_ vault: Vault, _ stick: String) throws {
        let error = #expect(throws: VaultError.self) {
            try vault.requireAgreement(with: try Witness.all(in: stick, for: vault))
        }
        #expect(error?.exitCode == .olderCopy)
        guard case .fork = error else {
            Issue.record("not told as a fork: \(String(describing: error))")
            return
        }
    }

    @Test func `does not hide that two copies of the restored vault both went on`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        try small.work(40)
        try small.backUp()
        let laptop = try Laptop(of: small)
        try laptop.restore(backup)
        // Both younger than the restore, and shorter than what it gave up.
        let twin = try Laptop(of: small)
        mkdir(twin.folder("here"), 0o700)
        try write(try contents(laptop.place), to: twin.place)
        _ = try twin.open().commit(AuditEvent(.auditView))
        let stick = try forkStick(of: twin)
        for _ in 0..<6 { try laptop.open().commit(AuditEvent(.auditView)) }
        try expectFork(try laptop.open(), stick)
    }

    @Test func `cannot hide a fork from before where it began`() throws {
        let small = try TestVault.small()
        let twin = try TestVault(copying: small, memory: true)
        try twin.work(2)
        try twin.backUp()
        try small.work(9)
        let backup = try small.backUp()
        try small.work(20)
        try small.backUp()
        let laptop = try Laptop(of: small)
        try laptop.restore(backup, sticks: [twin.folder("stick")])
        try expectFork(try laptop.open(), twin.folder("stick"))
        // Nor can the one after it, which was shown the stick.
        let vault = try laptop.open()
        _ = try vault.restore(
            reason: .restoredBackup,
            witnesses: try Witness.all(in: twin.folder("stick"), for: vault))
        try expectFork(try laptop.open(), twin.folder("stick"))
    }

    @Test func `later makes a stick agree that saw what was lost, when it is shown`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        let lone = small.folder("lone")
        try write(try contents(backup), to: lone)
        try small.work(3)
        try small.backUp()
        let laptop = try Laptop(of: small)
        try laptop.restore(lone)
        for _ in 0..<30 { try laptop.open().commit(AuditEvent(.auditView)) }
        let vault = try laptop.open()
        let witnesses = try Witness.all(in: small.folder("stick"), for: vault)
        #expect(throws: VaultError.self) { try vault.requireAgreement(with: witnesses) }
        #expect(try vault.restore(reason: .restoredBackup, witnesses: witnesses))
        try vault.requireAgreement(with: witnesses)
        _ = try vault.backUp(to: small.folder("stick"))
        #expect(try laptop.verify(stick: small.folder("stick")).damages.isEmpty)
    }

    @Test func `that is declined changes nothing`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        let laptop = try Laptop(of: small)
        #expect(throws: RestoreError.declined) { try laptop.restore(backup, agreeing: false) }
        #expect(try laptop.names().isEmpty)
        #expect(try !exists(laptop.marker(of: small)))
    }

    @Test func `does not overwrite what is there, and sets it aside when asked`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        let laptop = try Laptop(of: small)
        mkdir(laptop.folder("here"), 0o700)
        let before = Array("something of hers".utf8)
        try write(before, to: laptop.place)
        #expect(throws: RestoreError.placeTaken) { try laptop.restore(backup) }
        #expect(try contents(laptop.place) == before)
        let (told, kept) = try laptop.restore(backup, settingAside: true)
        #expect(told.replacesOther)
        let name = try #require(kept)
        #expect(try laptop.names() == ["practice.vault", name])
        #expect(try contents(laptop.folder("here/" + name)) == before)
        #expect(try laptop.verify().damages.isEmpty)
    }

    @Test func `leaves the folders that are there as they are`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        let laptop = try Laptop(of: small)
        mkdir(laptop.folder("here"), 0o755)
        chmod(laptop.folder("here"), 0o755)
        try laptop.restore(backup)
        #expect(try mode(laptop.folder("here")) == 0o755)
        chmod(small.folder.path, 0o755)
        _ = try small.open().rehearse(backup, with: small.rehearsing())
        #expect(try mode(small.folder.path) == 0o755)
    }

    // MARK: Attack 23

    @Test func `attack 23: takes an interrupted change along with the file it belongs to`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        let laptop = try Laptop(of: small)
        try laptop.restore(backup)
        let before = try contents(laptop.place)
        try laptop.open().commit(AuditEvent(.auditView))
        // As a power cut leaves it: the pages are changed, and the journal can put them back.
        try write(Journal.restoring(before), to: laptop.place + "-journal")
        laptop.clock.advance(seconds: 1)
        let kept = try laptop.restore(backup, settingAside: true).setAside
        let name = try #require(kept)
        #expect(try laptop.names().filter { $0.hasPrefix("practice.vault") } == ["practice.vault"])
        #expect(try laptop.verify().damages.isEmpty)
        let aside = try ClosedVault(
            at: laptop.folder("here/" + name), surroundings: try Laptop(of: small).surroundings)
        let old = try aside.unlock(with: try SecretKey(copying: small.key))
        #expect(try old.verify().damages.isEmpty)
        #expect(try old.auditEntries().last?.act == .vaultRestore)
    }

    enum Planted: String, CaseIterable, Sendable {
        case besidePlace = "practice.vault-journal"
        case besideCopy = "practice.vault.partial-journal"
        case logBesideCopy = "practice.vault.partial-wal"
    }

    @Test(arguments: Planted.allCases)
    func `attack 23: a planted journal does not touch the restored file`(_ planted: Planted) throws
    {
        let small = try TestVault.small()
        let older = try contents(small.path)
        try small.work(30)
        let backup = try small.backUp()
        let entries = try small.entries() - 1
        let laptop = try Laptop(of: small)
        mkdir(laptop.folder("here"), 0o700)
        // Authentic pages of an older state, so that only its age could tell.
        try write(Journal.restoring(older), to: laptop.folder("here/" + planted.rawValue))
        #expect(try laptop.restore(backup).copy.entries == entries)
        #expect(try laptop.open().trailHead().entries == entries + 1)
        #expect(try laptop.verify(stick: small.folder("stick")).damages.isEmpty)
        #expect(
            try laptop.names().allSatisfy {
                $0 == "practice.vault" || $0.hasPrefix("set-aside-")
            })
    }

    // MARK: What this computer remembers of a restore that was begun

    /// The laptop as a power cut leaves it after the file got its place and before its entry.
    private func begun(_ small: TestVault, by reason: RestoreReason) throws -> (Laptop, [UInt8]) {
        let laptop = try Laptop(of: small)
        let backup = try small.backUp()
        try small.work(3)
        try small.backUp()
        let path = try laptop.marker(of: small)
        let copy = laptop.folder("marker")
        let surroundings = laptop.surroundings
        let watched = Vault.Surroundings(
            now: {
                // The clock is asked for the time of the entry, while the note is still there.
                link(path, copy)
                return surroundings.now()
            }, stateRoot: surroundings.stateRoot, program: surroundings.program)
        _ = try Restoring(surroundings: watched) {
            try $0.unlockUnsettled(with: try SecretKey(copying: small.key))
        }.restore(backup, to: laptop.place, reason: reason, settingAside: false) { _ in }
        let marker = try contents(copy)
        unlink(try laptop.open().state.path + "/checkpoint")
        try write(try contents(backup), to: laptop.place)
        try write(marker, to: path)
        return (laptop, marker)
    }

    @Test(arguments: RestoreReason.allCases)
    func `that a power cut ended before its entry gets it at the next opening`(
        _ reason: RestoreReason
    ) throws {
        let small = try TestVault.small()
        let (laptop, _) = try begun(small, by: reason)
        let vault = try laptop.open()
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == .vaultRestore)
        #expect(entry[.reason] == reason.rawValue)
        #expect(entry[.witness] == "\(try small.entries() - 1)")
        #expect(try !exists(laptop.marker(of: small)))
        #expect(try restores(laptop.open()).count == 1)
        #expect(try laptop.verify(stick: small.folder("stick")).damages.isEmpty)
    }

    @Test(arguments: [0, 3])
    func `that a power cut ended after its entry is remembered at the next opening`(
        _ more: Int
    ) throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        try small.work(8)
        let lost = try contents(small.memory)
        let marker = try small.stateFile("restoring")
        let copy = small.folder("marker")
        let clock = small.clock
        let watched = Vault.Surroundings(
            now: {
                link(marker, copy)
                return clock.now
            }, stateRoot: small.stateRoot, program: "vault/test")
        let (vault, _) = try Restoring(surroundings: watched) {
            try $0.unlockUnsettled(with: try SecretKey(copying: small.key))
        }.restore(backup, to: small.path, reason: .damagedFile, settingAside: true) { _ in }
        for _ in 0..<more { try vault.commit(AuditEvent(.auditView)) }
        // What this computer remembers could not be put in its place, and the note was kept.
        try write(lost, to: small.memory)
        try write(try contents(copy), to: marker)
        let report = try small.verify()
        #expect(report.damages.isEmpty, "\(report.damages)")
        for _ in 0..<2 {
            let again = try small.open()
            #expect(again.standing == .current)
            #expect(try restores(again).count == 1)
            #expect(!exists(marker))
        }
        try small.open().commit(AuditEvent(.auditView))
        #expect(try small.verify(stick: small.folder("stick")).damages.isEmpty)
    }

    @Test func `that was begun with another trail makes no entry in this one`() throws {
        let small = try TestVault.small()
        let (laptop, marker) = try begun(small, by: .damagedFile)
        // The same vault, one act longer than the copy that was restored.
        try write(try contents(small.path), to: laptop.place)
        let vault = try laptop.open()
        #expect(try restores(vault).isEmpty)
        try vault.commit(AuditEvent(.auditView))
        #expect(try contents(laptop.marker(of: small)) == marker)
        #expect(try laptop.verify().damages.isEmpty)
    }

    @Test func `whose note was changed or is no note makes no entry`() throws {
        let small = try TestVault.small()
        let (laptop, marker) = try begun(small, by: .damagedFile)
        let path = try laptop.marker(of: small)
        let texts = [
            "", "\n", "restored-backup", "restored-backup 1 2", "a b c d e",
            "restored-backup -1 - 0 -", "restored-backup 99999999999999999999 - 0 -",
            "restored-backup 1 - 0 - more", String(repeating: "restored-backup ", count: 400),
        ]
        let changed = stride(from: 0, to: marker.count, by: 7).map { place in
            var bytes = marker
            bytes[place] ^= 1
            return bytes
        }
        let cut = [Array(marker.dropLast()), marker + [0], [0xFF, 0xFE, 0x00]]
        let older = try contents(laptop.place)
        for bytes in texts.map({ Array($0.utf8) }) + changed + cut {
            try write(older, to: laptop.place)
            try write(bytes, to: path)
            #expect(try restores(laptop.open()).isEmpty, "believed: \(bytes)")
        }
    }

    /// Who may write into the folder that this computer remembers things in, and has no key.
    @Test func `that nobody began cannot be made up to hide a fork`() throws {
        let small = try TestVault.small()
        let older = try contents(small.path)
        let head = try small.open().trailHead()
        let path = try small.stateFile("restoring")
        try small.work(6)
        try small.backUp()
        try write(older, to: small.path)
        try write(
            "restored-backup \(head.entries) \(head.root) 1000000 \(head.root)\n", to: path)
        guard case .older = try small.open().standing else {
            Issue.record("an older copy was taken for restored")
            return
        }
        // With the remembered checkpoint set back too (attack 10), the stick still tells.
        unlink(try small.memory)
        let vault = try small.open()
        #expect(throws: VaultError.self) {
            try vault.requireAgreement(
                with: try Witness.all(in: small.folder("stick"), for: vault))
        }
    }

    // MARK: Files that are no whole backup

    @Test func `needs no witness, and a changed one beside the backup does not stop it`() throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        let note = backup.replacingOccurrences(of: ".vault", with: ".checkpoint")
        var bytes = try contents(note)
        bytes[bytes.count - 8] ^= 1
        try write(bytes, to: note)
        let laptop = try Laptop(of: small)
        try laptop.restore(backup)
        #expect(try laptop.verify().damages.isEmpty)
    }

    @Test(arguments: [0.1, 0.35, 0.6, 0.85, 0.999])
    func `of a backup with one bit changed leaves nothing, and says that it is the backup`(
        _ share: Double
    ) throws {
        let small = try TestVault.small()
        let backup = try small.backUp()
        var bytes = try contents(backup)
        bytes[Int(Double(bytes.count) * share)] ^= 4
        try write(bytes, to: backup)
        let laptop = try Laptop(of: small)
        let error = #expect(throws: (any Error).self) { try laptop.restore(backup) }
        let facing = try #require(error as? any UserFacing)
        #expect(facing.exitCode == .doesNotVerify)
        #expect(facing is RestoreError, "\(facing)")
        #expect(try laptop.names().isEmpty)
        #expect(try !exists(laptop.marker(of: small)))
    }

    @Test func `of what is no backup is refused before anything is copied`() throws {
        let small = try TestVault.small()
        let laptop = try Laptop(of: small)
        let place = laptop.folder
        try write("", to: place("empty"))
        try write(String(repeating: "x", count: 9000), to: place("foreign"))
        try write(Array(try contents(small.path).prefix(50)), to: place("short"))
        try write("", to: place("sparse"))
        truncate(place("sparse"), 1 << 40)
        mkfifo(place("pipe"), 0o600)
        mkdir(place("folder"), 0o700)
        let codes: [(String, ExitCode)] = [
            ("empty", .doesNotVerify), ("foreign", .doesNotVerify), ("short", .doesNotVerify),
            ("sparse", .doesNotVerify), ("pipe", .failed), ("folder", .failed),
            ("nothing", .failed),
        ]
        for (name, code) in codes {
            let error = #expect(throws: (any Error).self) { try laptop.restore(place(name)) }
            let facing = try #require(error as? any UserFacing)
            #expect(facing.exitCode == code, "\(name): \(facing)")
            #expect(facing is RestoreError, "\(name): \(facing)")
        }
        #expect(!exists(place("here")))
    }
}

@Suite struct `A rehearsal` {
    @Test func `brings the newest backup back, says so in the trail and leaves nothing`() throws {
        let small = try TestVault.small()
        try small.backUp()
        small.clock.advance(seconds: 1)
        try small.work(2)
        let newest = try small.backUp()
        let vault = try small.open()
        let names = try small.folder.names()
        let result = try vault.rehearse(small.folder("stick"), with: small.rehearsing())
        #expect(newest.hasSuffix("/" + result.name))
        #expect(result.size == (try contents(newest)).count)
        #expect(try small.folder.names() == names)
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == .backupVerify)
        #expect(entry[.outcome] == "restored")
        #expect(entry[.digest] == Digest.sha256(try contents(newest)).hexText)
        #expect(entry[.witness] == "\(result.entries)")
        #expect(try vault.settings().rehearsed == small.clock.now.day)
        #expect(try restores(vault) == 0)
        #expect(try small.verify().damages.isEmpty)
    }

    private func restores(_ vault: Vault) throws -> Int {
        try vault.auditEntries().count { $0.act == .vaultRestore }
    }

    enum Fault: CaseIterable, Sendable {
        case damaged, wrongPassphrase, foreign, otherVault, fork
    }

    @Test(arguments: Fault.allCases)
    func `that fails is in the trail with why, is not counted, and leaves nothing`(
        _ fault: Fault
    ) throws {
        let small = try TestVault.small()
        var backup = try small.backUp()
        let twin = try TestVault(copying: small, memory: false)
        var rehearsing = small.rehearsing()
        var code = "restore.damaged"
        switch fault {
        case .damaged:
            var bytes = try contents(backup)
            bytes[bytes.count - 300] ^= 1
            try write(bytes, to: backup)
        case .wrongPassphrase:
            code = "passphrase.wrong"
            rehearsing = Restoring(surroundings: small.surroundings) {
                try $0.unlockUnsettled(with: try Sample.passphrase("not this one"))
            }
        case .foreign:
            code = "restore.no-vault"
            try write(String(repeating: "x", count: 9000), to: backup)
        case .otherVault:
            code = "restore.no-backup"
            let old = try OldVault()
            try write(try contents(old.path), to: backup)
            rehearsing = Restoring(surroundings: small.surroundings) { _ in
                Issue.record("a passphrase was asked for another vault's file")
                throw SealingError.wrongPassphrase
            }
        case .fork:
            code = "restore.fork"
            try twin.work(3)
            backup = try twin.backUp()
            try small.work(9)
        }
        let vault = try small.open()
        let names = try small.folder.names()
        #expect(throws: (any Error).self) { _ = try vault.rehearse(backup, with: rehearsing) }
        let entry = try #require(try vault.auditEntries().last)
        #expect(entry.act == .backupVerify)
        #expect(entry[.outcome] == "failed")
        #expect(entry[.reason] == code)
        #expect(try vault.settings().rehearsed == nil)
        #expect(try small.folder.names() == names)
    }

    @Test func `takes the newest of this vault's backups, whatever else is called a backup`() throws
    {
        let small = try TestVault.small()
        let newest = try small.backUp()
        let stick = small.folder("stick") + "/"
        let old = try OldVault()
        try write(try contents(old.path), to: stick + "backup-2120-01-01-000000-0000.vault")
        try write(try contents(small.path), to: stick + "backup-zero.vault")
        mkfifo(stick + "backup-2120-01-01-000000-0001.vault", 0o600)
        symlink(small.path, stick + "backup-2120-01-01-000000-0002.vault")
        let result = try small.open().rehearse(stick, with: small.rehearsing())
        #expect(newest.hasSuffix("/" + result.name))
        let empty = try small.folder.folder("empty")
        #expect(throws: RestoreError.noBackup) {
            _ = try small.open().rehearse(empty, with: small.rehearsing())
        }
    }
}

extension TestVault {
    /// A rehearsal that opens copies with the key.
    func rehearsing() -> Restoring {
        Restoring(surroundings: surroundings) {
            try $0.unlockUnsettled(with: try SecretKey(copying: self.key))
        }
    }
}
