package import Audit
package import Documents
internal import Foundation

/// A visit of a stick at a witness's computer: what lies on it is judged, confirmed and remembered.
package struct WitnessVisit {
    private let desk: WitnessDesk
    private let folder: String
    private var notes: [(name: String, bytes: [UInt8])] = []
    private var proofs: [(name: String, proof: GrowthProof)] = []
    private var offered: [VerifierKey] = []

    /// What came of it for one vault.
    package struct Outcome: Sendable {
        package let key: VerifierKey
        package let checkpoint: Checkpoint
        package let verdict: WitnessVerdict
        /// How far the witness had seen the trail before; nil at the first visit.
        package let before: UInt64?
        /// The file with the confirmation, on the stick.
        package let file: String
    }

    /// `place` is the stick's folder, or a checkpoint in it.
    package init(_ place: String, desk: WitnessDesk) throws {
        self.desk = desk
        let isFile = place.hasSuffix(Witness.suffix)
        let named = isFile ? place.split(separator: "/").last.map(String.init) : nil
        let above = isFile ? String(place.dropLast(named?.count ?? 0)) : place
        folder = above.isEmpty ? "." : above
        let files = try ExportFolderFiles(folder)
        let stick = try ExportFolder(folder, forOthers: true)
        for name in files.names where stick.status(of: name) != nil {
            let isOurs = name.hasPrefix(TrailFiles.start)
            if name.hasSuffix(Witness.suffix), named == nil || named == name {
                notes.append((name, try Self.small(name, files)))
            } else if isOurs, name.hasSuffix(TrailFiles.proof) {
                proofs.append((name, try GrowthProof(try Self.small(name, files))))
            } else if isOurs, name.hasSuffix(TrailFiles.key) {
                let text = String(decoding: try Self.small(name, files), as: UTF8.self)
                offered.append(
                    try VerifierKey(encoded: String(text.split(separator: "\n").first ?? "")))
            }
        }
    }

    static func small(_ name: String, _ files: ExportFolderFiles) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try files.read(name) { part in
            guard bytes.count + part.count <= SignedNote.longest else {
                throw AuditError.malformedNote
            }
            bytes += part
        }
        return bytes
    }

    /// Judges each vault whose checkpoints lie on the stick, and confirms.
    ///
    /// A vault that is not known yet is taken up only if its public key is given or lies there, and
    /// `trusts` says that it is the one on the paper.
    package func confirm(
        key given: VerifierKey?, at now: Moment, trusts: (VerifierKey) throws -> Bool
    ) throws -> [Outcome] {
        let witness = try desk.key()
        return try desk.alone {
            var outcomes: [Outcome] = []
            for origin in origins {
                if let outcome = try confirm(origin, as: witness, given, now, trusts) {
                    outcomes.append(outcome)
                }
            }
            guard !origins.isEmpty else { throw WitnessRefusal.nothingShown }
            guard !outcomes.isEmpty else { throw WitnessError.unknownVault }
            return outcomes
        }
    }

    /// The first lines of the notes: which trails they say they are of.
    private var origins: [String] {
        let lines = notes.compactMap { note in
            note.bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first.flatMap {
                String(validating: $0, as: UTF8.self)
            }
        }
        return lines.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func confirm(
        _ origin: String, as witness: WitnessKey, _ given: VerifierKey?, _ now: Moment,
        _ trusts: (VerifierKey) throws -> Bool
    ) throws -> Outcome? {
        let known = try desk.known(origin)
        let given = given.flatMap { $0.name == origin ? $0 : nil }
        if let known, let given, given != known.key { throw WitnessError.otherKey }
        guard let key = known?.key ?? given ?? offered.first(where: { $0.name == origin }) else {
            return nil
        }
        let judged = try WitnessMemory(key: key, seen: known?.seen)
            .judge(notes.map(\.bytes), proofs: proofs.map(\.proof))
        if known == nil {
            guard try trusts(key) else { throw WitnessError.notTrusted }
            try desk.pin(key)
        }
        let note = try desk.confirm(judged, at: UInt64(max(0, now.milliseconds / 1000)))
        let shown =
            notes.first { $0.bytes == judged.note }?.name.dropLast(Witness.suffix.count)
            ?? proofs.first { Array($0.proof.checkpoint.utf8) == judged.note }?.name
            .dropLast(TrailFiles.proof.count) ?? "trail"
        let file = "\(shown)-\(witness.hexId)\(TrailFiles.cosigned)"
        try ExportFolder(folder, forOthers: true).replace(file, text: note)
        return Outcome(
            key: key, checkpoint: judged.checkpoint, verdict: judged.verdict,
            before: known?.seen?.size, file: file)
    }
}

extension ExportFolder {
    /// Writes a file that may be there from an earlier time; until the new one is read back, the
    /// earlier one stays.
    func replace(_ name: String, text: String) throws {
        let fresh = name + ".new"
        remove(fresh + FileNames.unfinished)
        remove(fresh)
        try write(fresh, text: text)
        guard renameat(descriptor, fresh, descriptor, name) == 0 else {
            throw ExportError.fromSystem(errno)
        }
        guard fsync(descriptor) == 0 else { throw ExportError.fromSystem(errno) }
    }
}

/// What passes between a vault and its witnesses on a stick.
enum TrailFiles {
    static let start = "trail-"
    static let proof = ".proof"
    static let key = ".key"
    static let cosigned = ".cosigned"

    /// Which vault; the number of entries follows. A stick shows no more anyway.
    static func prefix(_ vault: Vault) -> String { "\(start)\(vault.id.hexPrefix)-" }
}
