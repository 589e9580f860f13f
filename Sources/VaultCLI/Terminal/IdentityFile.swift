internal import Age
internal import Foundation
internal import Sealing
internal import VaultCore

/// Reads an age key file straight into guarded memory.
enum IdentityFile {
    private static let longest = 64 << 10

    static func read(_ path: String) throws -> AgeIdentity {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw UnsealError.notFound }
        defer { close(descriptor) }
        var count = 0
        let memory = try SecretBytes(count: longest) { memory in
            while count < longest {
                let status = Foundation.read(
                    descriptor, memory.baseAddress?.advanced(by: count), longest - count)
                guard status > 0 else { return }
                count += status
            }
        }
        let exact = try memory.withBytes { (bytes) throws(SealingError) in
            try SecretBytes(count: count) { (target) throws(SealingError) in
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            }
        }
        return try AgeIdentity(parsing: exact)
    }
}
