internal import Audit
package import Documents
internal import Sealing

/// Documents on their way: drafted, reviewed, signed. The steps themselves are in `Documents`; here
/// each becomes a revision and an entry.
extension Vault {
    /// Keeps a new draft about a session or a client, or the next draft of a document that is not
    /// signed yet.
    package func keep(
        _ review: Review, of about: RecordSummary, replacing earlier: RecordSummary? = nil
    ) throws -> RecordSummary {
        if let earlier { try require(earlier, in: .draft, .inReview) }
        let record = try earlier?.record ?? newRecord()
        let event = AuditEvent(
            review.kind.family == .amendment ? .documentAmend : .documentDraft,
            client: about.owner, record: record,
            details: [.engine: Self.token(review.draft.engine), .kind: review.kind.id])
        try commit(event) { transaction in
            let number = try earlier?.header.number ?? transaction.nextNumber(.document)
            let header = RecordHeader(
                type: .document, number: number, state: .draft,
                day: about.header.type == .session
                    ? about.header.day : surroundings.now().day.iso,
                label: review.kind.label, parent: about.record, writtenAt: writtenAt)
            let body = try JSON.bytes(review)
            if let earlier {
                try transaction.append(header, body: body, replacing: earlier)
            } else {
                try transaction.append(
                    header, body: body, record: record, owner: about.owner.bytes)
            }
        }
        return try summary(record)
    }

    /// The draft with its decisions so far; nil once it is signed.
    package func review(of document: RecordSummary) throws -> Review {
        try require(document, in: .draft, .inReview)
        let review = try decoded(Review.self, try body(of: document))
        return review.beside(try beside(review.kind, of: document.owner))
    }

    /// Keeps what was decided in a review. The trail tells apart whether words were changed.
    package func keep(_ review: Review, on document: RecordSummary) throws -> RecordSummary {
        try require(document, in: .draft, .inReview)
        let decided = review.draft.sentences.count - review.undecided.count
        let before = try decoded(Review.self, try body(of: document))
        let isEdited = before.asSigned != review.asSigned
        let event = AuditEvent(
            isEdited ? .documentChange : .documentReview, client: document.owner,
            record: document.record, details: [.count: "\(decided)"])
        try commit(event) { transaction in
            var header = document.header
            header.state = .inReview
            header.writtenAt = writtenAt
            try transaction.append(header, body: try JSON.bytes(review), replacing: document)
        }
        return try summary(document.record)
    }

    /// Signs a reviewed document. Whoever calls this has just asked for the passphrase again.
    package func sign(_ document: RecordSummary) throws -> SignedDocument {
        let review = try review(of: document)
        if let disclosure = review.source.consent.disclosure {
            try require(disclosure, of: document, act: .documentSignRefused)
        }
        let signer = try signer()
        let signed: SignedDocument
        do {
            signed = try review.signed(
                by: signer, document: DocumentID(document.record), at: surroundings.now(),
                hash: Digest.sha256
            ) { [keys] statement in keys.signingKey.sign(Array((statement + "\n").utf8)) }
        } catch let error as SigningError {
            try commit(
                AuditEvent(
                    .documentSignRefused, client: document.owner, record: document.record,
                    details: [.reason: error.code]))
            throw error
        }
        let words = review.asSigned.sentences.reduce(0) { $0 + $1.text.split(separator: " ").count }
        var details: [AuditDetail: String] = [
            .digest: digest(of: signed), .edited: "\(review.editedPercent)", .count: "\(words)",
        ]
        // Where decisions came from a file, nobody measured how long she read.
        if review.seconds > 0 { details[.duration] = "\(review.seconds * 1000)" }
        let event = AuditEvent(
            .documentSign, client: document.owner, record: document.record, details: details)
        let file = try fileAfter(signing: review, of: document.owner)
        try commit(event) { transaction in
            var header = document.header
            header.state = .signed
            header.writtenAt = writtenAt
            try transaction.append(header, body: try signed.bytes(), replacing: document)
            if let (client, entries) = file {
                try transaction.append(
                    try clientHeader(entries, number: client.header.number),
                    body: try JSON.bytes(entries), replacing: client)
            }
        }
        return signed
    }

    /// With a plan, the client's file learns when it is to be looked at again.
    private func fileAfter(
        signing review: Review, of owner: RecordID
    ) throws -> (RecordSummary, Entries)? {
        guard review.kind.family == .plan, let due = review.source.text(.jotting, "review") else {
            return nil
        }
        let client = try summary(owner)
        var file = try entries(of: client)
        file["plan-review"] = due
        return (client, file)
    }

    /// Puts a draft away, or takes it up again where it stood before it was reviewed. The entry
    /// before it and its text stay in the vault.
    package func discard(_ document: RecordSummary, undo: Bool = false) throws {
        if undo {
            try require(document, in: .discarded)
            try requireNoOtherNote(beside: document)
        } else {
            try require(document, in: .draft, .inReview)
        }
        let event = AuditEvent(
            .documentDiscard, client: document.owner, record: document.record,
            details: undo ? [.outcome: "undone"] : [:])
        try commit(event) { transaction in
            var header = document.header
            header.state = undo ? .draft : .discarded
            header.writtenAt = writtenAt
            let body = try transaction.body(of: document)
            try transaction.append(header, body: body, replacing: document)
        }
    }

    /// A session has one note that is not discarded.
    private func requireNoOtherNote(beside document: RecordSummary) throws {
        let all = try summaries()
        guard let session = all.first(where: { $0.record == document.header.parent }),
            session.header.type == .session,
            let other = all.first(where: {
                $0.header.type == .document && $0.header.parent == session.record
                    && $0.record != document.record && $0.header.state != .discarded
            })
        else { return }
        throw VaultError.draftedAnew(other.shortName)
    }

    /// Opens a signed document after checking its signature, and says so in the trail.
    package func view(signed document: RecordSummary) throws -> SignedDocument {
        try require(document, in: .signed)
        try commit(AuditEvent(.documentView, client: document.owner, record: document.record))
        return try signedDocument(document)
    }

    /// The same with a draft that was put away.
    package func view(discarded document: RecordSummary) throws -> Review {
        try require(document, in: .discarded)
        try commit(AuditEvent(.documentView, client: document.owner, record: document.record))
        return try decoded(Review.self, try body(of: document))
    }

    /// Opens a draft to be read, and says so in the trail.
    package func view(draft document: RecordSummary) throws -> Review {
        let review = try review(of: document)
        try commit(AuditEvent(.documentView, client: document.owner, record: document.record))
        return review
    }

    func signedDocument(_ document: RecordSummary) throws -> SignedDocument {
        try signedDocumentWithKey(document).document
    }

    /// With the key that signed it: this vault's, or that of a vault that it took over.
    func signedDocumentWithKey(
        _ document: RecordSummary
    ) throws -> (document: SignedDocument, key: VerifierKey) {
        let bytes = try body(of: document)
        do {
            return try reopened(
                bytes, signedWith: [try ownKey])
        } catch SigningError.doesNotVerify {
            return try reopened(bytes, signedWith: try earlierKeys())
        }
    }

    /// What is stored of a document, and the one of these keys that signed it.
    func reopened(
        _ bytes: [UInt8], signedWith keys: [VerifierKey]
    ) throws -> (document: SignedDocument, key: VerifierKey) {
        var key: VerifierKey?
        let document = try SignedDocument.reopened(bytes, hash: Digest.sha256) {
            statement, signature in
            let signed = Array((statement + "\n").utf8)
            key = keys.first { $0.publicKey.verifies(signature, of: signed) }
            return key != nil
        }
        guard let key else { throw SigningError.doesNotVerify }
        return (document, key)
    }

    /// A client's signed documents, in the order in which they were begun.
    package func signedDocuments(of client: RecordSummary) throws -> [RecordSummary] {
        try records(.document).filter { $0.owner == client.record && $0.header.state == .signed }
    }

    /// The session a note is about.
    package func session(of document: RecordSummary) throws -> RecordSummary {
        let about = try subject(of: document)
        guard about.header.type == .session else {
            throw VaultError.wrongState(is: document.header.label, needs: "note of a session")
        }
        return about
    }

    /// The session, the client or the document that a document is about.
    package func subject(of document: RecordSummary) throws -> RecordSummary {
        guard let id = document.header.parent else {
            throw VaultError.damaged("a document that is about nothing")
        }
        return try summary(id)
    }

    /// SHA-256 of what the signature of a document covers, hexadecimal.
    package func digest(of signed: SignedDocument) -> String {
        Digest.sha256(Array((signed.statement + "\n").utf8)).hexText
    }

    /// The amendments of a document, in the order in which they were begun.
    package func amendments(of document: RecordSummary) throws -> [RecordSummary] {
        try summaries().filter {
            $0.header.type == .document && $0.header.parent == document.record
                && $0.header.state != .discarded
        }
    }

    /// The client a record belongs to.
    package func client(of summary: RecordSummary) throws -> RecordSummary {
        try self.summary(summary.owner)
    }

    /// An engine's name as one word, as the trail takes it.
    private static func token(_ name: String) -> String {
        String(name.map { $0.isWhitespace ? "-" : $0 }.prefix(AuditDetail.longest))
    }

    private func require(_ document: RecordSummary, in states: DocumentState...) throws {
        guard let state = document.header.state, states.contains(state) else {
            throw VaultError.wrongState(
                is: document.header.state?.rawValue ?? "no document",
                needs: states.map(\.rawValue).joined(separator: " or "))
        }
    }
}

extension RecordID {
    static func random() throws -> RecordID {
        guard let id = RecordID(bytes: try Randomness.bytes(16)) else {
            throw SealingError.libraryUnavailable
        }
        return id
    }
}
