package import Audit
package import Documents
internal import Foundation
internal import Sealing

/// What a witness keeps on a computer of its own, where there is no vault: its key, and of each
/// vault the public key and the last checkpoint that it confirmed.
///
/// In `$XDG_STATE_HOME/vault/witness` (0700), files 0600. The key lies there without a passphrase,
/// as the keys of ssh may: it opens nothing and is about nobody. Whoever steals it can confirm in
/// the witness's name, and whoever visits once a quarter would forget a passphrase.
package struct WitnessDesk: Sendable {
    private let path: String

    package init(root: String) { path = root + "/witness" }

    // MARK: - Its own key

    /// Makes the key, once. Throws ``WitnessError/keyExists``.
    package func makeKey(named name: String) throws -> WitnessKey {
        let seed = try SecretKey.random()
        let key = try WitnessKey(name: name, publicKey: SigningKey(seed: seed).publicKey)
        try makePrivateFolder(path)
        guard access(path + "/seed", F_OK) != 0 else { throw WitnessError.keyExists }
        try PreparedFile(folder: path, name: "key", contents: Array((key.encoded + "\n").utf8))
            .keep()
        let temporary = path + "/seed.new"
        unlink(temporary)
        let descriptor = open(
            temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw VaultError.fromSystem(errno) }
        defer {
            close(descriptor)
            unlink(temporary)
        }
        guard seed.withBytes({ write(descriptor, $0.baseAddress, $0.count) }) == SecretKey.size,
            fsync(descriptor) == 0
        else { throw VaultError.diskFailed }
        // Unlike a renaming, a link never takes the place of a key that is there.
        guard link(temporary, path + "/seed") == 0 else {
            guard errno != EEXIST else { throw WitnessError.keyExists }
            throw VaultError.fromSystem(errno)
        }
        return key
    }

    /// Its public half, as it is told to the owners of vaults.
    package func key() throws -> WitnessKey {
        guard let text = try read("key"), let line = text.split(separator: "\n").first else {
            throw WitnessError.noKey
        }
        return try WitnessKey(encoded: String(line))
    }

    private func signingKey() throws -> SigningKey {
        let descriptor = open(path + "/seed", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw WitnessError.noKey }
        defer { close(descriptor) }
        return try SigningKey(
            seed: SecretKey { (bytes) throws(SealingError) in
                guard Foundation.read(descriptor, bytes.baseAddress, bytes.count) == bytes.count
                else { throw .malformed }
            })
    }

    // MARK: - What it knows of vaults

    /// The last checkpoint of one vault that it confirmed, and when.
    package struct Known: Sendable {
        package let key: VerifierKey
        package let seen: Checkpoint?
        /// In seconds since 1970.
        package let time: UInt64?
    }

    /// Every vault that it knows, in the order of their names.
    package func known() throws -> [Known] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        return try Platform.names(in: stream).filter { $0.hasSuffix(Self.keySuffix) }
            .compactMap { try known(file: String($0.dropLast(Self.keySuffix.count))) }
            .sorted { $0.key.name < $1.key.name }
    }

    func known(_ origin: String) throws -> Known? { try known(file: Self.file(of: origin)) }

    private func known(file: String) throws -> Known? {
        guard let line = try read(file + Self.keySuffix)?.split(separator: "\n").first else {
            return nil
        }
        let key = try VerifierKey(encoded: String(line))
        guard let text = try read(file + ".cosigned") else {
            return Known(key: key, seen: nil, time: nil)
        }
        let note = Array(text.utf8)
        return Known(
            key: key,
            seen: try Checkpoint(verifying: note, origin: key.name, key: key.publicKey),
            time: try SignedNote(note).confirmed(by: self.key()))
    }

    /// What was confirmed of a vault, and no longer holds against it.
    package struct SetAside: Codable, Sendable {
        package let vault: String
        package let entries: UInt64
        package let root: String
        package let reason: String
        /// In seconds since 1970.
        package let time: UInt64
    }

    /// Starts anew with a vault that went on from an older copy, as its owner says. What was
    /// confirmed before is kept beside, with the reason, and shown from then on.
    package func setAside(_ name: String, reason: String, at now: Moment) throws -> SetAside {
        try alone {
            let matching = try known().filter { $0.key.name.hasPrefix(name) }
            guard let only = matching.first, matching.count == 1, let seen = only.seen else {
                throw WitnessError.nothingToSetAside
            }
            let file = Self.file(of: only.key.name)
            let kept = SetAside(
                vault: only.key.name, entries: seen.size, root: seen.root.description,
                reason: reason, time: UInt64(max(0, now.milliseconds / 1000)))
            try PreparedFile(
                folder: path, name: "\(file).\(seen.size)\(Self.asideSuffix)",
                contents: try JSON.bytes(kept)
            ).keep()
            guard unlink("\(path)/\(file).cosigned") == 0 else {
                throw VaultError.fromSystem(errno)
            }
            return kept
        }
    }

    /// Everything that was set aside, oldest first.
    package func setAside() throws -> [SetAside] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        return try Platform.names(in: stream).filter { $0.hasSuffix(Self.asideSuffix) }
            .compactMap { try read($0) }
            .map { try JSON.value(SetAside.self, from: Array($0.utf8)) }
            .sorted { $0.time < $1.time }
    }

    private static let asideSuffix = ".set-aside"

    func pin(_ key: VerifierKey) throws {
        try PreparedFile(
            folder: path, name: Self.file(of: key.name) + Self.keySuffix,
            contents: Array((key.encoded + "\n").utf8)
        ).keep()
    }

    /// Confirms what was judged, and remembers it before anybody sees it.
    func confirm(_ confirmable: WitnessMemory.Confirmable, at time: UInt64) throws -> String {
        let note = try SignedNote(confirmable.note).cosigned(
            by: signingKey(), named: key().name, at: time
        ).encoded
        try PreparedFile(
            folder: path, name: Self.file(of: confirmable.checkpoint.origin) + ".cosigned",
            contents: Array(note.utf8)
        ).keep()
        return note
    }

    /// Runs `body` while no other visit on this computer can judge by the same memory.
    func alone<R>(_ body: () throws -> R) throws -> R {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw WitnessError.noKey }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX) == 0 else { throw VaultError.fromSystem(errno) }
        return try body()
    }

    private static let keySuffix = ".vault-key"

    /// What a trail is called may hold a slash; its files' names do not.
    private static func file(of origin: String) -> String {
        String(Digest.sha256(Array(origin.utf8)).hexText.prefix(32))
    }

    private func read(_ name: String) throws -> String? {
        let descriptor = open(path + "/" + name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw VaultError.fromSystem(errno)
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: SignedNote.longest + 1)
        let count = Foundation.read(descriptor, &buffer, buffer.count)
        guard count >= 0 else { throw VaultError.fromSystem(errno) }
        guard count <= SignedNote.longest else { throw AuditError.malformedNote }
        return String(decoding: buffer.prefix(count), as: UTF8.self)
    }
}

extension VerifierKey {
    /// Half of the SHA-256 of the whole key text, for people who compare: eight groups of four.
    package var fingerprint: String {
        let digits = Array(Digest.sha256(Array(encoded.utf8)).hexText.prefix(32))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<$0 + 4]) }
            .joined(separator: " ")
    }
}
