import Foundation
import Sealing
import Synchronization
import Testing

@testable import Age

private struct Pulled: Error {}

@Suite struct `Work on all cores` {
    @Test(arguments: [0, 1, 7, 8, 9, 100, 1000]) func `is given back in order`(
        count: Int
    ) throws {
        var calls = 0
        let squares = try AllCores.map(count) {
            $0 * $0
        } meanwhile: {
            calls += 1
        }
        #expect(squares == (0..<count).map { $0 * $0 } && calls == 1)
    }

    /// Waking a thread costs more than sealing a few chunks.
    @Test func `stays on this thread when there is little`() throws {
        let this = pthread_self()
        let few = try AllCores.map(AllCores.fewest - 1) { _ in
            pthread_self()
        } meanwhile: {
        }
        #expect(Set(few) == [this])
        let many = try AllCores.map(AllCores.fewest) { _ in
            pthread_self()
        } meanwhile: {
            #expect(pthread_self() == this)
        }
        #expect(!many.contains(this))
    }

    /// Whoever fails meanwhile gives the pieces' memory back, so nobody may still work there.
    @Test func `is over before a failure is told`() throws {
        let done = Done()
        #expect(throws: Pulled.self) {
            _ = try AllCores.map(100) { _ in
                usleep(100)
                done.count.add(1, ordering: .sequentiallyConsistent)
            } meanwhile: {
                throw Pulled()
            }
        }
        #expect(done.count.load(ordering: .sequentiallyConsistent) == 100)
    }

    private final class Done: Sendable {
        let count = Atomic(0)
    }

    @Test func `with a key whose loan is over ends the process`() async {
        await #expect(processExitsWith: .signal(SIGSEGV)) {
            let kept = try SecretKey.random().lend { $0 }
            var target = [UInt8](repeating: 0, count: 17)
            try target.withUnsafeMutableBytes { target in
                try [UInt8(1)].withUnsafeBytes {
                    try ChaChaPoly.seal(
                        $0, into: target, nonce: .init(repeating: 0, count: 12), key: kept)
                }
            }
        }
    }
}
