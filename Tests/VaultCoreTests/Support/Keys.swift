import Age
import Foundation
import Sealing

/// Age keys for exports.
enum Keys {
    /// Somebody's public key; nobody opens these exports.
    static func recipient() throws -> AgeRecipient { try AgeIdentity.random().recipient }
}
