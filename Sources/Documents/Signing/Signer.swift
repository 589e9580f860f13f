/// The therapist as the signature names her.
package struct Signer: Codable, Equatable, Sendable {
    package let name: String
    /// Degrees and titles, such as LMFT.
    package let credentials: String
    /// Licence type and number.
    package let licence: String
    /// What she attests under each document in her own words; nil for the usual ones.
    package let attestation: String?

    package init(
        name: String, credentials: String, licence: String, attestation: String? = nil
    ) {
        self.attestation = attestation
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
