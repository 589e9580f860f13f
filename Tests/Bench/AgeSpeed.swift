import Age
import CSodium
import Dispatch
import Foundation
import Sealing

/// Sealing and opening beside libsodium's cipher alone and beside the age program, in turns on the
/// same bytes: a file in memory, which ours and the cipher have mapped and age reads.
final class AgeSpeed {
    private static let cores = ProcessInfo.processInfo.activeProcessorCount
    private let size: Int
    private let folder: String
    private let identity: AgeIdentity
    private let null = open("/dev/null", O_WRONLY)

    static func compare(size: Int, rounds: Int) throws {
        let place = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
        let folder = place + "/age-speed-\(UUID())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let outcome = Result { try AgeSpeed(size: size, in: folder).compare(rounds: rounds) }
        try FileManager.default.removeItem(atPath: folder)
        try outcome.get()
    }

    private init(size: Int, in folder: String) throws {
        self.size = size
        self.folder = folder
        identity = try AgeIdentity.random()
        let key = try identity.withText { text throws(AgeError) in Data(text) }
        try key.write(to: URL(filePath: folder + "/key"))
        let plain = try created("/plain")
        for start in stride(from: 0, to: size, by: 1 << 20) {
            let part = try Randomness.bytes(min(1 << 20, size - start))
            _ = part.withUnsafeBytes { write(plain, $0.baseAddress, $0.count) }
        }
    }

    private func compare(rounds: Int) throws {
        let peak = try streamed()
        try age("-r", identity.recipient.text, "-o", folder + "/theirs", folder + "/plain")
        let plain = try mapped("/plain")
        let sealed = try mapped("/ours")
        var times: [[Double]] = []
        for _ in 0..<rounds {
            times.append([
                seconds { cipherAlone(plain) },
                try seconds { try sealing(plain) },
                try seconds {
                    try age("-r", identity.recipient.text, "-o", "/dev/null", folder + "/plain")
                },
                try seconds { try opening(sealed) },
                try seconds {
                    try age("-d", "-i", folder + "/key", "-o", "/dev/null", folder + "/theirs")
                },
            ])
        }
        let speed = { [size] column in Int(Double(size) / 1e6 / median(times.map { $0[column] })) }
        let ratio = { (theirs: Int, ours: Int) in
            String(format: "%.2f", median(times.map { $0[theirs] / $0[ours] }))
        }
        print("\(size >> 20) MiB for an age key, on \(Self.cores) cores, medians of \(rounds):")
        print(
            "  sealing \(speed(1)) MB/s: \(ratio(2, 1)) of the age program (\(speed(2)) MB/s),"
                + " \(ratio(0, 1)) of the cipher alone (\(speed(0)) MB/s)")
        print("  opening \(speed(3)) MB/s: \(ratio(4, 3)) of the age program (\(speed(4)) MB/s)")
        print("  at most \(peak) MB of memory, through files and 1 MiB at a time")
    }

    /// Seals and opens once without mapping anything; what this process then had at most.
    private func streamed() throws -> Int {
        let plain = open(folder + "/plain", O_RDONLY)
        let sealed = try created("/ours")
        var sealer = try AgeSealer(to: [identity.recipient]) { try Self.writing($0, to: sealed) }
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while case let count = read(plain, &piece, piece.count), count > 0 {
            try piece.withUnsafeBytes {
                try sealer.append(UnsafeRawBufferPointer(rebasing: $0.prefix(count)))
            }
        }
        try sealer.finish()
        lseek(sealed, 0, SEEK_SET)
        var opener = try AgeOpener(
            read: { read(sealed, $0.baseAddress, $0.count) }, identity: identity)
        while try opener.next({ [null] in
            try Self.writing($0, to: null)
        }) {}
        close(plain)
        close(sealed)
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1000
    }

    private func sealing(_ plain: UnsafeRawBufferPointer) throws {
        var sealer = try AgeSealer(to: [identity.recipient]) { [null] in
            try Self.writing($0, to: null)
        }
        try sealer.append(plain)
        try sealer.finish()
    }

    private func opening(_ file: UnsafeRawBufferPointer) throws {
        var place = 0
        var opened = 0
        var opener = try AgeOpener(
            read: { target in
                let part = file[place...].prefix(target.count)
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
                place += part.count
                return part.count
            }, identity: identity)
        while try opener.next({
            try Self.writing($0, to: null)
            opened += $0.count
        }) {}
        guard opened == size else { throw POSIXError(.EIO) }
    }

    /// Chunks of 64 KiB, each core into a buffer of its own; nothing is written or kept.
    private func cipherAlone(_ plain: UnsafeRawBufferPointer) {
        let chunk = AgeFormat.chunkSize
        let chunks = size / chunk
        nonisolated(unsafe) let bytes = plain.assumingMemoryBound(to: UInt8.self)
        DispatchQueue.concurrentPerform(iterations: Self.cores) { core in
            let key = [UInt8](repeating: 7, count: 32)
            let nonce = [UInt8](repeating: 0, count: 12)
            var target = [UInt8](repeating: 0, count: chunk + 16)
            for number in chunks * core / Self.cores..<chunks * (core + 1) / Self.cores {
                let source = UnsafeBufferPointer(rebasing: bytes[(number * chunk)...])
                crypto_aead_chacha20poly1305_ietf_encrypt(
                    &target, nil, source.baseAddress, UInt64(chunk), nil, 0, nil, nonce, key)
            }
        }
    }

    private func age(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/age")
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw POSIXError(.EIO) }
    }

    private static func writing(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws {
        guard write(file, bytes.baseAddress, bytes.count) == bytes.count else {
            throw POSIXError(.EIO)
        }
    }

    private func created(_ name: String) throws -> Int32 {
        let file = open(folder + name, O_RDWR | O_CREAT, 0o600)
        guard file >= 0 else { throw POSIXError(.EIO) }
        return file
    }

    private func mapped(_ name: String) throws -> UnsafeRawBufferPointer {
        let file = open(folder + name, O_RDONLY)
        let size = Int(lseek(file, 0, SEEK_END))
        let start = mmap(nil, size, PROT_READ, MAP_SHARED | Int32(MAP_POPULATE), file, 0)
        guard let start, start != MAP_FAILED else { throw POSIXError(.ENOMEM) }
        close(file)
        return UnsafeRawBufferPointer(start: start, count: size)
    }
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
