/// One row of the accounting of disclosures (45 CFR 164.528(b)(2)), and what is kept beyond it.
///
/// It holds how things stood when something left: the consent's state then, not what became of it.
package struct AccountedDisclosure: Codable, Equatable, Sendable {
    package let at: Moment
    package let recipient: Recipient
    /// Where it went, if known.
    package let address: String?
    package let purpose: Purpose
    package let otherPurpose: String?
    package let items: [DisclosureItem]
    package let covered: Covered?
    package let basis: LegalBasis
    /// In her words, where it left without a consent or unencrypted.
    package let reason: String?
    package var consent: Authority?
    package let documents: [Enclosure]
    /// The file it left in; nil where it left without this program.
    package let medium: Medium?
    /// How it left without this program; nil where it left in a file.
    package let outside: Outside?
    /// Until when an agency asked to leave it out of an account to the client; nil for nearly all.
    package var suspension: Suspension?

    /// The consent it left under, as it was then.
    package struct Authority: Codable, Equatable, Sendable {
        /// Its number, such as A1.
        package let name: String
        package let consent: ConsentID
        package let state: String
        package let signedOn: Day?
        package let expiresOn: Day?

        package init(
            name: String, consent: ConsentID, state: String, signedOn: Day?, expiresOn: Day?
        ) {
            self.name = name
            self.consent = consent
            self.state = state
            self.signedOn = signedOn
            self.expiresOn = expiresOn
        }
    }

    package struct Covered: Codable, Equatable, Sendable {
        package let from: Day
        package let until: Day
    }

    package struct Enclosure: Codable, Equatable, Sendable {
        /// Its number, such as D1 or F2.
        package let name: String
        package let title: String
        /// SHA-256 of what its signature covers, or of the file; hexadecimal.
        package let digest: String

        package init(name: String, title: String, digest: String) {
            self.name = name
            self.title = title
            self.digest = digest
        }
    }

    package struct Medium: Codable, Equatable, Sendable {
        /// The file's name on it, its size in bytes and its SHA-256.
        package let file: String
        package let size: Int
        package let digest: String
        package let isEncrypted: Bool
        /// The stick's name, as the system gives it.
        package let label: String?

        package init(
            file: String, size: Int, digest: String, isEncrypted: Bool, label: String?
        ) {
            self.file = file
            self.size = size
            self.digest = digest
            self.isEncrypted = isEncrypted
            self.label = label
        }
    }

    /// What left on the telephone, by fax, on paper.
    package struct Outside: Codable, Equatable, Sendable {
        /// A choice of the form, such as `fax`.
        package let way: String
        /// What was told or given, in her words.
        package let told: String
    }

    package init(
        _ disclosure: Disclosure, at: Moment, address: String?, reason: String?,
        consent: Authority?, documents: [Enclosure], medium: Medium?, outside: Outside? = nil
    ) {
        self.at = at
        recipient = disclosure.recipient
        self.address = address
        purpose = disclosure.purpose
        otherPurpose = disclosure.otherPurpose
        items = DisclosureItem.allCases.filter(disclosure.items.contains)
        covered = disclosure.covered.map { Covered(from: $0.lowerBound, until: $0.upperBound) }
        basis = disclosure.basis
        self.reason = reason
        self.consent = consent
        self.documents = documents
        self.medium = medium
        self.outside = outside
    }

    /// What left, by the titles of the documents or in her words.
    package var titles: [String] { documents.map(\.title) + (outside.map { [$0.told] } ?? []) }

    /// The disclosure as it was asked for then.
    package var disclosure: Disclosure {
        Disclosure(
            recipient: recipient, purpose: purpose, otherPurpose: otherPurpose, items: Set(items),
            date: at.day, covered: covered.map { $0.from...max($0.from, $0.until) }, basis: basis,
            isPart2: basis == .part2Consent || basis == .part2Order)
    }

    /// Whether the client who asks for an accounting must be told: not what went for treatment,
    /// payment or operations, to herself, or under an authorization of hers (164.528(a)(1)).
    package var isReportable: Bool {
        switch basis {
        case .treatment, .payment, .operations, .access: false
        // One that none covered is under none.
        case .authorization, .part2Consent: consent == nil
        case .requiredByLaw, .abuse, .oversight, .order, .subpoena, .lawEnforcement, .threat,
            .workersCompensation, .part2Order:
            true
        }
    }
}
