import Documents
import Foundation
import Sealing
import Testing
import Wording

@testable import VaultCore

/// Attack 15: every byte of a small vault is changed, one at a time.
@Suite struct `A flipped bit` {
    /// Shares run side by side. `VAULT_FLIP_STRIDE=1` takes every byte, `VAULT_FLIP_BIT` the bit
    /// in it; without them each eighth byte is taken, and a bit that changes with the place.
    private static let shares = 4
    private static let stride = number("VAULT_FLIP_STRIDE") ?? 8
    private static let bit = number("VAULT_FLIP_BIT")

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    /// What the vault holds, in plain bytes.
    private func plaintexts(_ vault: Vault) throws -> [[UInt8]] {
        try vault.summaries().map { try vault.body(of: $0) }
    }

    @Test(arguments: 0..<shares)
    func `attack 15: is found wherever it is, and no wrong word is read`(_ share: Int) throws {
        try flip(share: share) { bytes in
            Swift.stride(from: 0, to: bytes.count, by: Self.stride).map {
                ($0, Self.bit ?? $0 / Self.stride % 8)
            }
        }
    }

    /// Where each row begins, SQLite keeps what it may not look at again: sizes, types, numbers.
    @Test(arguments: 0..<shares)
    func `attack 15: is found in each bit of where a row begins`(_ share: Int) throws {
        try flip(share: share) { bytes in
            cells(of: bytes).flatMap { cell in
                (cell..<cell + 8).flatMap { place in (0..<8).map { (place, $0) } }
            }
        }
    }

    /// The offsets of all cells in a file of leaves.
    private func cells(of bytes: [UInt8]) -> [Int] {
        Swift.stride(from: 0, to: bytes.count, by: 4096).flatMap { page in
            let head = page == 0 ? 100 : page
            let count = Int(bytes[head + 3]) << 8 | Int(bytes[head + 4])
            return (0..<count).map { cell in
                let pointer = head + 8 + 2 * cell
                return page + (Int(bytes[pointer]) << 8 | Int(bytes[pointer + 1]))
            }
        }
    }

    private func flip(share: Int, _ places: ([UInt8]) -> [(offset: Int, bit: Int)]) throws {
        let small = try TestVault.smallest()
        let original = try contents(small.path)
        let known = Set(try plaintexts(try small.open()))
        let descriptor = open(small.path, O_RDWR)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var unnoticed: [String] = []
        var wrong: [String] = []
        for (number, place) in places(original).enumerated()
        where number % Self.shares == share {
            put(original[place.offset] ^ (1 << UInt8(place.bit)), at: place.offset, descriptor)
            defer { put(original[place.offset], at: place.offset, descriptor) }
            let name = "bit \(place.bit) of \(place.offset) (\(original[place.offset]))"
            switch try notice(small, known) {
            case .found: break
            case .missed: unnoticed.append(name)
            case .believed: wrong.append(name)
            }
        }
        #expect(unnoticed == [])
        #expect(wrong == [])
    }

    private func put(_ byte: UInt8, at index: Int, _ descriptor: Int32) {
        var byte = byte
        _ = pwrite(descriptor, &byte, 1, off_t(index))
    }

    private enum Notice {
        case found, missed, believed
    }

    /// Opens and reads everything, then verifies; refusals and damage have the right class.
    private func notice(_ small: TestVault, _ known: Set<[UInt8]>) throws -> Notice {
        let vault: Vault
        do {
            vault = try small.openUnsettled()
        } catch let error as any UserFacing {
            return error.exitCode == .doesNotVerify || error.exitCode == .refused ? .found : .missed
        }
        do {
            try vault.settle()
            guard known.isSuperset(of: try plaintexts(vault)) else { return .believed }
        } catch is any UserFacing {}
        do {
            return try vault.verify().damages.isEmpty ? .missed : .found
        } catch let error as any UserFacing {
            return error.exitCode == .doesNotVerify ? .found : .missed
        }
    }
}
