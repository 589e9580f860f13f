package import Audit
internal import Documents
internal import Foundation
internal import GRDB
internal import Sealing

/// What is kept of a confirmation: the witness's key, and the note that bears its line.
struct StoredCosignature: Codable {
    let witness: String
    let note: String
}

/// A witness's confirmation of this trail.
package struct Confirmation: Equatable, Sendable {
    package let witness: WitnessKey
    package let checkpoint: Checkpoint
    /// In seconds since 1970, by the witness's clock.
    package let time: UInt64
}

/// The vault's side of its witnesses.
extension Vault {
    /// Writes the trail's present checkpoint to a stick, with the public key and with the proofs
    /// that it grew from what witnesses confirmed, what the stick saw, and `size`.
    ///
    /// Each earlier checkpoint goes along, so that a trail that went another way shows at once.
    package func writeCheckpoint(
        to folder: String, since size: UInt64?
    ) throws -> (name: String, size: UInt64, proofs: [UInt64]) {
        try requireCurrent()
        let seen = try Witness.all(in: folder, for: self)
        try requireAgreement(with: seen)
        guard try size ?? 0 <= trailHead().entries else { throw WitnessError.beyondTheTrail }
        let stick = try ExportFolder(folder, forOthers: true)
        try commit(AuditEvent(.auditView, details: [.kind: "checkpoint"]))
        let confirmed = try confirmations().map(\.checkpoint.size)
        let (head, notes, proofs) = try read { database in
            let head = try TrailHead.load(database, vault: self)
            // Of many exports on one stick, the last few.
            let sizes = Set(
                seen.map(\.checkpoint.size).sorted().suffix(8) + confirmed + [size ?? 0]
            )
            .filter { $0 > 0 && $0 < head.size }.sorted()
            let nodes = treeNodes(size: head.size, database)
            let proofs = try sizes.map { try nodes.consistencyProof(from: $0) }
            let notes = try (sizes + [head.size]).map { ($0, try note(at: $0, database)) }
            return (head, notes, proofs)
        }
        let prefix = TrailFiles.prefix(self)
        for (size, note) in notes {
            try stick.writeOnce(prefix + "\(size)" + Witness.suffix, text: note)
        }
        for name in try stick.names() where name.hasPrefix(prefix) {
            if name.hasSuffix(TrailFiles.proof) { stick.remove(name) }
        }
        for proof in proofs {
            try stick.replace(
                prefix + "\(proof.oldSize)-\(head.size)" + TrailFiles.proof,
                text: GrowthProof(proof, checkpoint: head.note ?? "").text)
        }
        try stick.replace(
            String(prefix.dropLast()) + TrailFiles.key, text: try verifierKey + "\n")
        return (prefix + "\(head.size)" + Witness.suffix, head.size, proofs.map(\.oldSize))
    }

    /// The checkpoint that was signed when the trail had so many entries.
    func note(at size: UInt64, _ database: Database) throws -> String {
        guard
            let note = try String.fetchOne(
                database, sql: "SELECT checkpoint FROM audit_entry WHERE number = ?",
                arguments: [Int64(size) - 1])
        else { throw VaultError.damaged("audit entry \(size - 1) is missing") }
        return note
    }

    /// Takes the confirmations of a file, or of all such files of this vault in a folder.
    package func take(cosignedAt place: String, by key: WitnessKey?) throws -> [Confirmation] {
        if place.hasSuffix(TrailFiles.cosigned) {
            guard let note = FileManager.default.contents(atPath: place) else {
                throw WitnessError.nothingConfirmed
            }
            return try take(cosigned: Array(note), by: key)
        }
        let files = try ExportFolderFiles(place)
        var notes: [[UInt8]] = []
        for name in files.names where name.hasSuffix(TrailFiles.cosigned) {
            let note = try WitnessVisit.small(name, files)
            if note.starts(with: Array((origin + "\n").utf8)) { notes.append(note) }
        }
        guard !notes.isEmpty else { throw WitnessError.nothingConfirmed }
        var taken: [Confirmation] = []
        var isKnown = false
        for note in notes {
            do {
                taken += try take(cosigned: note, by: key)
                isKnown = true
            } catch AuditError.unknownWitness {
                // Another witness's, unless there is no other.
            } catch WitnessError.unknownWitness {
                // The same, where no key was given.
            }
        }
        guard isKnown else { throw Self.unknownWitness(key) }
        return taken
    }

    private static func unknownWitness(_ given: WitnessKey?) -> any Error {
        given == nil ? WitnessError.unknownWitness as any Error : AuditError.unknownWitness
    }

    /// Takes confirmations back into the vault: those of `key` and of every witness known so far.
    ///
    /// Each is checked: signed by this vault, not against its trail, and by that witness. Gives the
    /// new ones; throws if it bears no line of any of them.
    package func take(cosigned note: [UInt8], by key: WitnessKey?) throws -> [Confirmation] {
        let checkpoint = try Checkpoint(verifying: note, origin: origin, key: publicKey)
        if let error = try standing(of: checkpoint).error { throw error }
        let signed = try SignedNote(note)
        let known = try confirmations()
        var keys = known.map(\.witness) + [key].compactMap { $0 }
        keys = keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        var found: [Confirmation] = []
        for witness in keys {
            do throws(AuditError) {
                found.append(
                    Confirmation(
                        witness: witness, checkpoint: checkpoint,
                        time: try signed.confirmed(by: witness)))
            } catch .unknownWitness {
                // Some other witness's.
            }
        }
        guard !found.isEmpty else { throw Self.unknownWitness(key) }
        let fresh = found.filter { !known.contains($0) }
        for confirmation in fresh { try keep(confirmation, signed.encoded) }
        return fresh
    }

    private func keep(_ confirmation: Confirmation, _ note: String) throws {
        let record = try newRecord()
        let event = AuditEvent(
            .witnessRecord, record: record,
            details: [
                .witness: "\(confirmation.checkpoint.size)",
                .digest: confirmation.checkpoint.root.description,
            ])
        try commit(event) {
            try $0.append(
                RecordHeader(
                    type: .cosignature, number: try $0.nextNumber(.cosignature),
                    label: confirmation.witness.name, writtenAt: writtenAt),
                body: try JSON.bytes(
                    StoredCosignature(witness: confirmation.witness.encoded, note: note)),
                record: record, owner: KeyRing.practice)
        }
    }

    /// Every confirmation on file that is of this trail, checked anew, in the order they came.
    ///
    /// Throws if one of them saw a longer trail than this, or another one.
    package func confirmations() throws -> [Confirmation] {
        let found = try records(.cosignature).map { record in
            let stored = try decoded(StoredCosignature.self, try body(of: record))
            let witness = try WitnessKey(encoded: stored.witness)
            let note = Array(stored.note.utf8)
            return Confirmation(
                witness: witness,
                checkpoint: try Checkpoint(verifying: note, origin: origin, key: publicKey),
                time: try SignedNote(note).confirmed(by: witness))
        }
        try requireAgreement(with: found.map { Witness(checkpoint: $0.checkpoint) })
        return found
    }
}
