import Audit
import Documents
import Foundation
import GRDB
import Sealing
import Testing
import Wording

@testable import VaultCore

@Suite struct `A backup` {
    private static let name = "^backup-2026-11-23-[0-9]{6}-[0-9a-f]{4}\\.(vault|checkpoint)$"

    /// The small practice with a file attached that makes it larger than two parts of a copy.
    private func large() throws -> TestVault {
        let small = try TestVault.small()
        var random = SeededGenerator(7)
        try write((0..<9 << 17).flatMap { _ in octets(random.next()) }, to: small.folder("scan"))
        let vault = try small.open()
        _ = try vault.attach(
            fileAt: small.folder("scan"), titled: "A scan", to: try vault.find("C1", .client),
            day: "2026-11-16")
        unlink(small.folder("scan"))
        return small
    }

    private func octets(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }

    /// A copy where it lies, opened on a computer that never saw the vault.
    private func opened(_ copy: String, of vault: TestVault) throws -> Vault {
        try ClosedVault(at: copy, surroundings: try Laptop(of: vault).surroundings)
            .unlock(with: try SecretKey(copying: vault.key))
    }

    @Test func `is the vault's file byte for byte, and opens with the key`() throws {
        let small = try TestVault.small()
        let stick = try small.folder.folder("stick")
        let vault = try small.open()
        var live: [UInt8] = []
        var told: [Int] = []
        let result = try vault.backUp(to: stick) { done, total in
            told += [done, total]
            do { live = try contents(small.path) } catch { Issue.record(error) }
        }
        let copy = try contents(stick + "/" + result.name)
        #expect(copy == live)
        #expect(told == [copy.count, copy.count])
        #expect(result.size == copy.count)
        #expect(result.digest == Digest.sha256(copy).hexText)
        #expect(result.removed.isEmpty)
        let names = try small.folder.names(in: "stick")
        #expect(names.count == 2)
        let name = try Regex(Self.name)
        #expect(try names.allSatisfy { try name.wholeMatch(in: $0) != nil })
        for name in names { #expect(try mode(stick + "/" + name) == 0o600) }

        let there = try opened(stick + "/" + result.name, of: small)
        #expect(try there.verify().damages.isEmpty)
        #expect(try there.records(.client).count == 3)
        #expect(try there.find("D1", .document).header.state == .signed)
        #expect(try there.trailHead().entries == result.entries)
        #expect(try there.trailHead().root == result.root)
        #expect(try contents(stick + "/" + result.name) == copy, "reading it changed it")
    }

    @Test func `stands in the trail after it is there, with its digest, and as the last day`()
        throws
    {
        let small = try TestVault.small()
        let vault = try small.open()
        #expect(try vault.settings().backedUp == nil)
        let path = try small.backUp(by: vault)
        let entries = try vault.auditEntries().suffix(2)
        #expect(entries.map(\.act) == [.exportIntent, .backupMake])
        #expect(entries.first?[.format] == "vault")
        #expect(entries.last?[.digest] == Digest.sha256(try contents(path)).hexText)
        #expect(entries.last?[.witness] == "\(try #require(entries.last).number)")
        #expect(try vault.settings().backedUp == small.clock.now.day)
        let witnesses = try Witness.all(in: small.folder("stick"), for: vault)
        #expect(witnesses.map(\.checkpoint.size) == [try small.entries() - 1])
        try vault.requireAgreement(with: witnesses)
        #expect(try small.verify(stick: small.folder("stick")).damages.isEmpty)
    }

    @Test func `is one whole state although another command commits between its parts`() throws {
        let small = try large()
        let stick = try small.folder.folder("stick")
        let vault = try small.open()
        let other = try small.open()
        var steps: [Int] = []
        let result = try vault.backUp(to: stick) { done, _ in
            steps.append(done)
            guard steps.count == 1 else { return }
            do { _ = try other.addClient(Sample.clients[0]) } catch { Issue.record(error) }
        }
        #expect(steps.filter { $0 == steps[0] }.count == 2, "reading did not begin anew: \(steps)")
        let there = try opened(stick + "/" + result.name, of: small)
        #expect(try there.verify().damages.isEmpty)
        #expect(try there.records(.client).count == 4)
        #expect(try there.trailHead().root == result.root)
        let witnesses = try Witness.all(in: stick, for: there)
        #expect(witnesses.map(\.checkpoint.size) == [result.entries])
        try there.requireAgreement(with: witnesses)
        try vault.requireAgreement(with: witnesses)
        #expect(try small.verify(stick: stick).damages.isEmpty)
        #expect(try small.folder.names(in: "stick").count == 2)
    }

    @Test func `is read a third time while writers wait`() throws {
        let small = try large()
        let vault = try small.open()
        let other = try small.open()
        // A writer that does not wait, so that it can be seen to be kept out.
        let writer = try DatabaseQueue(path: small.path)
        var rounds = 0
        var held: [Bool] = []
        let path = try small.folder.folder("stick") + "/"
        let result = try vault.backUp(to: small.folder("stick")) { done, total in
            if done == 4 << 20 {
                rounds += 1
                held = []
                do {
                    if rounds < 3 { try other.commit(AuditEvent(.auditView)) }
                } catch { Issue.record(error) }
            }
            // While the third reading goes on; after its last part too.
            held.append(!mayWrite(writer))
        }
        #expect(rounds == 3)
        #expect(held.count == 3 && held.allSatisfy { $0 }, "\(held)")
        #expect(mayWrite(writer))
        let there = try opened(path + result.name, of: small)
        #expect(try there.verify().damages.isEmpty)
        #expect(try there.auditEntries().suffix(2).map(\.act) == [.auditView, .auditView])
        try other.commit(AuditEvent(.auditView))
        #expect(try small.verify().damages.isEmpty)
    }

    private func mayWrite(_ writer: DatabaseQueue) -> Bool {
        do {
            try writer.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE; ROLLBACK") }
            return true
        } catch {
            return false
        }
    }

    @Test func `takes away the oldest of its own vault, and nothing else`() throws {
        let small = try TestVault.small()
        let stick = try small.folder.folder("stick") + "/"
        let vault = try small.open()
        var settings = try vault.settings()
        settings.backupsKept = 2
        try vault.change(settings)
        let old = try OldVault()
        let strange = try contents(old.path)
        let others = [
            "backup-2020-01-01-000000-0000.vault", "backup-notes.txt", "backup-plan.vault.txt",
            "backup-2020-01-01-000000-0002.checkpoint", "holiday.vault",
        ]
        for name in others { try write(strange, to: stick + name) }
        let copies = ["backup-before-the-move.vault", "backup-after.vault", "backup-zero.vault"]
        for name in copies { try write(try contents(small.path), to: stick + name) }
        mkdir(stick + "backup-2020-01-01-000000-0001.vault", 0o700)
        symlink(small.path, stick + "backup-2020-01-01-000000-0003.vault")
        symlink(small.path, stick + "backup-2120-01-01-000000-0003.vault")
        mkfifo(stick + "backup-2120-01-01-000000-0004.vault", 0o600)
        try write("x", to: stick + "backup-2120-01-01-000000-0005.vault")
        let before = try small.folder.names(in: "stick")

        var made: [String] = []
        for number in 0..<4 {
            small.clock.advance(seconds: 1)
            let result = try vault.backUp(to: small.folder("stick"))
            made.append(result.name)
            #expect(result.removed == (number < 2 ? [] : [made[number - 2]]))
        }
        let left = try small.folder.names(in: "stick")
        #expect(Set(left).isSuperset(of: before), "\(Set(before).subtracting(left))")
        #expect(left.filter { made.contains($0) } == made.suffix(2))
        #expect(try small.verify(stick: small.folder("stick")).damages.isEmpty)
    }

    @Test func `stays although others in the folder look younger`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        var settings = try vault.settings()
        settings.backupsKept = 1
        try vault.change(settings)
        // A clock that was decades ahead, and was put right.
        small.clock.advance(seconds: 1 << 31)
        let ahead = try small.backUp(by: vault)
        small.clock.advance(seconds: -(1 << 31))
        let now = try small.backUp(by: vault)
        #expect(exists(now))
        #expect(!exists(ahead))
    }

    @Test func `never takes away the file that it is made of`() throws {
        let small = try TestVault.small()
        let stick = try small.folder.folder("stick")
        let place = stick + "/backup-2020-01-01-000000-0000.vault"
        rename(small.path, place)
        let vault = try ClosedVault(at: place, surroundings: small.surroundings)
            .unlock(with: try SecretKey(copying: small.key))
        var settings = try vault.settings()
        settings.backupsKept = 1
        try vault.change(settings)
        for _ in 0..<2 {
            small.clock.advance(seconds: 1)
            _ = try vault.backUp(to: stick)
        }
        #expect(exists(place))
    }

    @Test func `leaves alone what only sounds like a leftover of the program`() throws {
        let small = try TestVault.small()
        let stick = try small.folder.folder("stick") + "/"
        let hers = [
            "rehearsal-dinner.txt", "rehearsal-notes.partial", "rehearsal-", "backup-phone.partial",
            "rehearsal-0123456789.mp3", "backup-2026.zip.partial",
        ]
        let ours = [
            "rehearsal-01abcdef", "rehearsal-01abcdef.partial",
            "backup-2026-11-22-101112-0a1b.vault.partial",
            "backup-2026-11-22-101112-0a1b.checkpoint.partial",
        ]
        for name in hers + ours {
            try write("x", to: stick + name)
            var times = [timeval](
                repeating: timeval(tv_sec: time(nil) - 7200, tv_usec: 0), count: 2)
            utimes(stick + name, &times)
        }
        try small.backUp()
        let left = try small.folder.names(in: "stick")
        #expect(Set(left).isSuperset(of: hers), "\(Set(hers).subtracting(left))")
        #expect(Set(left).isDisjoint(with: ours))
    }

    @Test func `of a damaged vault is not made, and no old one goes`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        var settings = try vault.settings()
        settings.backupsKept = 1
        try vault.change(settings)
        try small.backUp(by: vault)
        let before = try small.folder.names(in: "stick")
        let sealed = try Attacker.blob(
            small.path, "SELECT sealed FROM body ORDER BY length(sealed) DESC LIMIT 1")
        var bytes = try contents(small.path)
        let place = try #require(bytes.firstRange(of: sealed.prefix(200))).lowerBound + 100
        bytes[place] ^= 1
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: small.path))
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: [bytes[place]])
        try file.close()

        small.clock.advance(seconds: 60)
        let error = #expect(throws: VaultError.self) {
            _ = try vault.backUp(to: small.folder("stick"))
        }
        #expect(error?.exitCode == .doesNotVerify)
        #expect(try small.folder.names(in: "stick") == before)
        let entries = try vault.auditEntries().suffix(2)
        #expect(entries.map(\.act) == [.exportIntent, .exportFailed])
        #expect(entries.last?[.reason] == "vault.damaged")
    }

    @Test func `is not put on a stick that knows the vault as another one`() throws {
        let small = try TestVault.small()
        let other = try TestVault(copying: small, memory: true)
        try other.work(3)
        try other.backUp()
        let stick = other.folder("stick")
        let before = try other.folder.names(in: "stick")
        try small.work(12)
        let vault = try small.open()
        let count = try small.entries()
        let error = #expect(throws: VaultError.self) { _ = try vault.backUp(to: stick) }
        guard case .fork = error else {
            Issue.record("not told as a fork: \(String(describing: error))")
            return
        }
        #expect(error?.exitCode == .olderCopy)
        #expect(try other.folder.names(in: "stick") == before)
        #expect(try small.entries() == count)
    }

    @Test func `of an older copy of the vault is not made`() throws {
        let small = try TestVault.small()
        let older = try contents(small.path)
        try small.work(2)
        try write(older, to: small.path)
        let stick = try small.folder.folder("stick")
        #expect(throws: VaultError.self) { _ = try small.open().backUp(to: stick) }
        #expect(try small.folder.names(in: "stick").isEmpty)
    }

    @Test func `is missed after seven days, also where there never was one`() throws {
        let small = try TestVault.small()
        let vault = try small.open()
        let start = small.clock.now.day
        #expect(try vault.lastBackup(on: start) == (nil, 0))
        small.clock.advance(seconds: 6 * 86400)
        #expect(try vault.lastBackup(on: small.clock.now.day).daysWithout == 6)
        small.clock.advance(seconds: 86400)
        #expect(try vault.lastBackup(on: small.clock.now.day) == (nil, 7))
        try small.backUp(by: vault)
        #expect(try vault.lastBackup(on: small.clock.now.day) == (small.clock.now.day, 0))
        // A backup from a day that is still to come says nothing about today.
        #expect(try vault.lastBackup(on: start).daysWithout >= Vault.backupReminder)
    }
}
