/// What may be said about an act beyond its ids: a closed list of keys with short token values.
///
/// Values have 1 to 128 characters of printable ASCII without spaces, so that neither a sentence
/// nor a name with its surname fits by accident. No key takes clinical text.
package enum AuditDetail: String, CaseIterable, Sendable {
    /// The legal ground of a disclosure, such as `authorization` or `court-order`.
    case basis
    /// The wall clock in UTC milliseconds, where it was behind the entry before.
    case clock
    /// How many things the act was about; of a signature, how many words.
    case count
    /// A hexadecimal digest, such as that of an exported file.
    case digest
    /// How long the act took, in milliseconds, such as reading before signing.
    case duration
    /// How much of a draft was edited before signing, in per cent.
    case edited
    /// The drafting engine.
    case engine
    /// The export or note format.
    case format
    /// The first day of a period.
    case from
    /// The digest of the vault's header with its key slots, after the act; in format 1.
    case header
    /// The document's or record's kind.
    case kind
    /// A keyed digest of a stick's name: tells sticks apart, and names none.
    case medium
    /// How someone proved who they are, such as `passphrase`.
    case method
    /// The language model, with its file's digest.
    case model
    /// How the act ended, where its name does not say so.
    case outcome
    /// A word from a fixed list saying why.
    case reason
    /// The id of a review rule.
    case ruleId = "rule-id"
    /// The name of a changed setting; never its value.
    case setting
    /// A size in bytes.
    case size
    /// The kind of key slot.
    case slot
    /// The version of the storage library that wrote the entry; in format 1.
    case storage
    /// How many rows each table holds after the act; in format 1.
    case total
    /// The last day of a period.
    case until
    /// The program's version.
    case version
    /// The size of the checkpoint that a witness showed.
    case witness

    /// Whether `value` may stand in an entry.
    package static func accepts(_ value: String) -> Bool {
        (1...longest).contains(value.utf8.count) && value.utf8.isToken
    }

    package static let longest = 128
}
