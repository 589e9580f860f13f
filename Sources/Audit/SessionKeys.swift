package import Sealing

/// Forward security of the trail: each session signs with a key of its own, which is destroyed when
/// the session ends.
///
/// A leaf names the key that signs the checkpoints after it (``AuditEntry/Ties/sessionKey``), so a
/// new key is announced by an entry whose own checkpoint the key before it signs. Someone who
/// learns the passphrase later holds the present key and none of the earlier ones: what he rewrites
/// in an ended session he can't sign. The first key is bound to the vault's id, which stands on the
/// recovery sheet within the name of the vault's own key.
///
/// Every checkpoint carries two signatures under the vault's name: of the vault's own key, by which
/// a single export is checked, and of the session's, by which a whole trail is.
package enum SessionKeys {
    /// The id of a vault that begins with these keys: the first 16 bytes of SHA-256 over label
    /// `vault.id/v1`, the vault's key, the first session's key.
    package static func vaultID(key: PublicKey, first session: PublicKey) -> [UInt8] {
        var bytes = CanonicalBytes(label: "vault.id/v1")
        bytes.append(key.bytes)
        bytes.append(session.bytes)
        return Array(Digest.sha256(bytes.bytes).prefix(AuditEntry.idSize))
    }

    /// The origin of a vault's checkpoints, and the name of the keys that sign them.
    package static func origin(vaultID: [UInt8]) -> String { "vault-" + vaultID.hexText }

    /// Whether a trail of this origin begins with this session key.
    static func binds(_ origin: String, key: PublicKey, first session: [UInt8]) -> Bool {
        do {
            let id = vaultID(key: key, first: try PublicKey(session))
            return Self.origin(vaultID: id).utf8.elementsEqual(origin.utf8)
        } catch {
            return false
        }
    }
}

/// A place where the trail goes on under a session key that the session before did not announce.
package struct SessionBreak: Equatable, Sendable {
    /// The first entry under the new key.
    package let entry: UInt64
    package let kind: Kind

    package init(_ entry: UInt64, _ kind: Kind) {
        self.entry = entry
        self.kind = kind
    }

    package enum Kind: String, CaseIterable, Sendable {
        /// Sessions did not have keys of their own before.
        case introduced
        /// The entry says that a backup was restored.
        case restored
        /// Nothing says why: the vault was opened on a computer that did not have the key, or
        /// someone who knows the passphrase rewrote the trail from here on.
        case unannounced
    }
}

/// What the session keys say of a trail.
package struct SessionReport: Equatable, Sendable {
    /// How many keys signed.
    package var keys = 0
    /// Whether the first key is the one that the vault's id was made of.
    package var isBound = false
    /// In the order of the trail.
    package var breaks: [SessionBreak] = []

    package init() {}
}
