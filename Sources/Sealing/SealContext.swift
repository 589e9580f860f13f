/// What a ciphertext belongs to: which vault, which record, whose, for what, which revision.
///
/// It goes into the key, the commitment and the associated data of an ``Envelope``, so an envelope
/// that is moved to any other place does not open there. It has no defaults on purpose.
package struct SealContext: Hashable, Sendable {
    package var vault: [UInt8]
    package var record: [UInt8]
    package var owner: [UInt8]
    package var purpose: String
    package var revision: UInt64

    package init(
        vault: [UInt8], record: [UInt8], owner: [UInt8], purpose: String, revision: UInt64
    ) {
        self.vault = vault
        self.record = record
        self.owner = owner
        self.purpose = purpose
        self.revision = revision
    }

    /// Label `vault.context/v1`, then the five fields in this order.
    package var canonical: [UInt8] {
        var encoder = CanonicalBytes(label: "vault.context/v1", capacity: 128)
        encoder.append(vault)
        encoder.append(record)
        encoder.append(owner)
        encoder.append(purpose)
        encoder.append(revision)
        return encoder.bytes
    }
}
