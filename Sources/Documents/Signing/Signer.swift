/// The therapist as the signature names her.
package struct Signer: Codable, Equatable, Sendable {
    package let name: String
    /// Degrees and titles, such as LMFT.
    package let credentials: String
    /// Licence type and number.
    package let licence: String

    package init(name: String, credentials: String, licence: String) {
        self.name = name
        self.credentials = credentials
        self.licence = licence
    }

    /// A signature without a name, credentials or a licence is none; nor one over several lines.
    var isComplete: Bool {
        [name, credentials, licence].allSatisfy { part in
            !part.trimmingBlanks().isEmpty
                && part.unicodeScalars.allSatisfy { !$0.isHidden && $0 != "\n" && $0 != "\t" }
        }
    }
}
