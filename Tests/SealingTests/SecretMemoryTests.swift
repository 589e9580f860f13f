import Foundation
import Testing

@testable import Sealing

@Suite struct `Secret memory` {
    /// Attack 25: the memory itself refuses, so the process ends by the signal for it.
    @Test func `read outside its loan ends the process`() async {
        await #expect(processExitsWith: .signal(SIGSEGV)) {
            let key = try SecretKey.random()
            let leaked = key.withBytes { $0 }
            let byte = leaked[0]
            print(byte)
            withExtendedLifetime(key) {}
        }
        await #expect(processExitsWith: .signal(SIGSEGV)) {
            let bytes = try SecretBytes(count: 5) { $0.copyBytes(from: [1, 2, 3, 4, 5]) }
            let leaked = bytes.withBytes { $0 }
            print(leaked[4])
            withExtendedLifetime(bytes) {}
        }
    }

    @Test func `read before its first loan ends the process`() async {
        await #expect(processExitsWith: .signal(SIGSEGV)) {
            var leaked = UnsafeMutableRawBufferPointer(start: nil, count: 0)
            let bytes = try SecretBytes(count: 5) {
                $0.copyBytes(from: [1, 2, 3, 4, 5])
                leaked = $0
            }
            print(leaked[0])
            withExtendedLifetime(bytes) {}
        }
    }

    @Test func `stays readable until the outermost loan ends`() async {
        await #expect(processExitsWith: .success) {
            let key = try SecretKey.random()
            key.withBytes { outer in
                let inner = key.withBytes { $0[0] }
                #expect(inner == outer[0])
                key.withBytes { _ in }
                print(outer[31])
            }
        }
        await #expect(processExitsWith: .signal(SIGSEGV)) {
            let key = try SecretKey.random()
            let leaked = key.withBytes { outer in
                key.withBytes { _ in }
                return outer
            }
            print(leaked[0])
            withExtendedLifetime(key) {}
        }
    }

    @Test func `is closed again after a loan that fails`() async {
        await #expect(processExitsWith: .signal(SIGSEGV)) {
            let key = try SecretKey.random()
            var leaked = UnsafeRawBufferPointer(start: nil, count: 0)
            do {
                try key.withBytes { (bytes) throws(SealingError) in
                    leaked = bytes
                    throw .changed
                }
            } catch {
                print(leaked[0])
            }
            withExtendedLifetime(key) {}
        }
    }

    @Test func `cannot be written even during a loan`() async {
        await #expect(processExitsWith: .signal(SIGSEGV)) {
            let key = try SecretKey.random()
            key.withBytes { UnsafeMutableRawBufferPointer(mutating: $0)[0] = 1 }
        }
    }

    @Test func `read past its end ends the process`() async {
        await #expect(processExitsWith: .signal(SIGSEGV)) {
            let key = try SecretKey.random()
            key.withBytes { bytes in
                let longer = UnsafeRawBufferPointer(start: bytes.baseAddress, count: 33)
                print(longer[32])
            }
        }
    }

    @Test func `is readable during a loan`() async {
        await #expect(processExitsWith: .success) {
            let key = try SecretKey.random()
            print(key.withBytes { $0[0] })
            print(key.withBytes { $0[31] })
        }
    }

    @Test func `is random, and copied only on purpose`() throws {
        let first = try SecretKey.random()
        let second = try SecretKey.random()
        #expect(bytes(of: first) != bytes(of: second))
        #expect(bytes(of: first) != [UInt8](repeating: 0, count: 32))
        #expect(bytes(of: try first.duplicate()) == bytes(of: first))
    }

    @Test(arguments: [0, 1, 16, 31, 33, 64]) func `of a key is 32 bytes`(count: Int) {
        #expect(throws: SealingError.malformed) {
            _ = try SecretKey(copying: [UInt8](repeating: 1, count: count))
        }
        #expect(throws: SealingError.malformed) {
            try [UInt8](repeating: 1, count: count).withUnsafeBytes {
                _ = try SecretKey(copying: $0)
            }
        }
    }

    @Test func `passes on the failure of whoever fills it`() {
        #expect(throws: SealingError.changed) {
            _ = try SecretKey { (_) throws(SealingError) in throw .changed }
        }
    }

    @Test func `is compared by content and length`() throws {
        let one = try secret([1, 2, 3])
        #expect(one.equals(try secret([1, 2, 3])))
        #expect(!one.equals(try secret([1, 2, 4])))
        #expect(!one.equals(try secret([1, 2])))
        #expect(try secret([]).equals(try secret([])))
    }
}
