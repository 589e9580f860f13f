internal import Sealing

/// The file key wrapped with a passphrase (C2SP age, "The scrypt recipient type").
///
/// Three arguments: the kind, a 16-byte salt, and the base-two logarithm of N in decimal. It must
/// be the only stanza, which ``Header`` sees to.
struct ScryptStanza {
    static let kind = "scrypt"
    private static let saltSize = 16
    private static let label = Array("age-encryption.org/v1/scrypt".utf8)

    private let salt: [UInt8]
    private let workFactor: Int
    private let body: [UInt8]

    /// Nil for another kind. Throws when the shape is not the right one, and
    /// ``AgeError/workFactorTooHigh`` before anyone can ask for the work.
    init?(_ stanza: Stanza) throws(AgeError) {
        guard stanza.kind == Self.kind else { return nil }
        guard stanza.arguments.count == 3,
            let salt = Base64.decode(stanza.arguments[1].utf8), salt.count == Self.saltSize,
            stanza.body.count == AgeFormat.wrappedFileKeySize
        else { throw .header }
        workFactor = try Self.workFactor(stanza.arguments[2].utf8)
        self.salt = salt
        body = stanza.body
    }

    /// Digits without a leading zero, and nothing else; however many there are.
    private static func workFactor(_ text: String.UTF8View) throws(AgeError) -> Int {
        guard text.first != UInt8(ascii: "0"),
            text.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { throw .header }
        guard let value = Int(String(text)), value <= AgeFormat.highestWorkFactor else {
            throw .workFactorTooHigh
        }
        return value
    }

    /// The stanza that lets the passphrase open the file.
    static func wrapping(
        _ fileKey: borrowing FileKey, for passphrase: borrowing Passphrase, workFactor: Int
    ) throws(AgeError) -> Stanza {
        precondition(
            (1...AgeFormat.highestWorkFactor).contains(workFactor),
            "a file with this work factor would never be opened again")
        do throws(SealingError) {
            let salt = try Randomness.bytes(saltSize)
            let wrapKey = try passphrase.scryptKey(salt: label + salt, workFactor: workFactor)
            return Stanza(
                arguments: [kind, Base64.encode(salt), String(workFactor)],
                body: try fileKey.wrapped(with: wrapKey))
        } catch {
            throw .sealing(error)
        }
    }

    /// The file key; throws ``AgeError/wrongPassphrase`` when the passphrase does not fit.
    func fileKey(for passphrase: borrowing Passphrase) throws(AgeError) -> FileKey {
        do throws(SealingError) {
            let wrapKey = try passphrase.scryptKey(salt: Self.label + salt, workFactor: workFactor)
            return try FileKey(unwrapping: body, with: wrapKey)
        } catch .changed {
            throw .wrongPassphrase
        } catch {
            throw .sealing(error)
        }
    }
}
