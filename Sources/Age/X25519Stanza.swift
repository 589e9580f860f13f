internal import Sealing

/// The file key wrapped for an X25519 recipient (C2SP age, "The X25519 recipient type").
///
/// Two arguments: the kind and a 32-byte ephemeral share. The wrap key is HKDF-SHA-256 of the
/// shared secret, salted with share and recipient.
struct X25519Stanza {
    static let kind = "X25519"
    private static let info = "age-encryption.org/v1/X25519"

    private let share: [UInt8]
    private let body: [UInt8]

    /// Nil for another kind; throws when an X25519 stanza has any other shape than the right one.
    init?(_ stanza: Stanza) throws(AgeError) {
        guard stanza.kind == Self.kind else { return nil }
        guard stanza.arguments.count == 2,
            let share = Base64.decode(stanza.arguments[1].utf8), share.count == 32,
            stanza.body.count == AgeFormat.wrappedFileKeySize
        else { throw .header }
        self.share = share
        body = stanza.body
    }

    /// The stanza that lets `recipient` open the file.
    static func wrapping(
        _ fileKey: borrowing FileKey, for recipient: AgeRecipient
    ) throws(AgeError) -> Stanza {
        do throws(SealingError) {
            let ephemeral = try SecretKey.random()
            let share = try X25519.publicKey(of: ephemeral)
            let wrapKey = try wrapKey(
                secret: ephemeral, with: recipient.point, salt: share + recipient.point)
            return Stanza(
                arguments: [kind, Base64.encode(share)],
                body: try fileKey.wrapped(with: wrapKey))
        } catch .malformed {
            throw .badRecipient
        } catch {
            throw .sealing(error)
        }
    }

    /// The file key, or nil when the stanza is for somebody else. A share of low order, which
    /// makes the secret zero whatever the identity, throws ``AgeError/header``.
    func fileKey(for identity: borrowing AgeIdentity) throws(AgeError) -> FileKey? {
        do throws(SealingError) {
            let wrapKey = try Self.wrapKey(
                secret: identity.secret, with: share, salt: share + identity.recipient.point)
            return try FileKey(unwrapping: body, with: wrapKey)
        } catch .changed {
            return nil
        } catch .malformed {
            throw .header
        } catch {
            throw .sealing(error)
        }
    }

    private static func wrapKey(
        secret: borrowing SecretKey, with point: [UInt8], salt: [UInt8]
    ) throws(SealingError) -> SecretKey {
        let shared = try X25519.sharedSecret(secret, with: point)
        return try shared.withBytes { (shared) throws(SealingError) in
            try SecretKey.hkdf(input: shared, salt: salt, info: info)
        }
    }
}
