/// What has to be known about a letter before it is written: to whom it goes, and why it may.
package enum LetterForm {
    /// What is worked out: the type of the letter, when it is written, when the client authorized it.
    static let computed: Set<String> = ["type", "today", "authorized-on"]

    /// The questions about a disclosure, without those that a letter answers by itself: its items
    /// are those of its type that the consent covers.
    static func form(from disclosure: Form) -> Form {
        let items = disclosure["items"]?.choices ?? []
        let bases = LegalBasis.allCases.map { Field.Choice(id: $0.rawValue, label: $0.label) }
        // Treatment, payment and the client's own access are everyday; the others need a reason.
        let withoutConsent = LegalBasis.allCases.filter(\.outranksRestrictions).map(\.rawValue)
        return Form(
            id: "letter", title: "Letter",
            fields: disclosure.fields.filter { !["items", "date"].contains($0.id) } + [
                Field(
                    id: "address", label: "Recipient's address",
                    question: "The recipient's address, for the letter?",
                    hint: "in one line, with commas"),
                Field(
                    id: "exclude", label: "Left out",
                    question: "What is to be left out, although the consent covers it?",
                    aliases: ["without", "leave out"], input: .choices(items), asked: .never),
                Field(
                    id: "basis", label: "Legal basis",
                    question: "On which legal basis does it leave without a consent?",
                    input: .choice(bases), asked: .never),
                Field(
                    id: "basis-reason", label: "Reason",
                    question: "Why does this basis apply here?", aliases: ["reason"],
                    required: .whenField(id: "basis", is: withoutConsent)),
            ])
    }

    /// The questions where documents that are no letters are handed to someone: what they hold is
    /// for her to say, and everything until she does.
    package static func handover(from disclosure: Form) -> Form {
        let items = disclosure["items"]?.choices ?? []
        return Form(
            id: "handover", title: "Handing over",
            fields: form(from: disclosure).fields.filter { $0.id != "exclude" } + [
                Field(
                    id: "items", label: "Information",
                    question: "Which information do the documents hold?",
                    hint: "Enter for everything but psychotherapy notes",
                    aliases: ["information", "scope"], input: .choices(items))
            ])
    }
}

extension Disclosure {
    /// From a filled-in form of a disclosure or a letter; nil if its dates run backwards.
    package init?(_ entries: Entries, items: Set<DisclosureItem>, on date: Day, isPart2: Bool) {
        guard let kind = entries["recipient-kind"].flatMap(Recipient.Kind.init),
            let purpose = entries["purpose"].flatMap(Purpose.init)
        else { return nil }
        let from = entries["from"].flatMap(Day.init(iso:))
        let until = entries["until"].flatMap(Day.init(iso:)) ?? from.map { max($0, date) }
        if let from, let until, until < from { return nil }
        self.init(
            recipient: Recipient(
                name: entries["recipient"] ?? "", organization: entries["organization"],
                kind: kind),
            purpose: purpose, otherPurpose: entries["purpose-text"], items: items, date: date,
            covered: from.flatMap { from in until.map { from...$0 } },
            basis: entries["basis"].flatMap(LegalBasis.init) ?? .authorization, isPart2: isPart2)
    }

    /// The same with other items, on another day, or for another reason.
    package func with(
        items: Set<DisclosureItem>? = nil, on date: Day? = nil, basis: LegalBasis? = nil,
        isPart2: Bool? = nil
    ) -> Disclosure {
        Disclosure(
            recipient: recipient, purpose: purpose, otherPurpose: otherPurpose,
            items: items ?? self.items, date: date ?? self.date, covered: covered,
            basis: basis ?? self.basis, isPart2: isPart2 ?? self.isPart2)
    }

    /// Both to one recipient for one purpose: what either tells, about the days of both; about
    /// unknown days where either's are not known.
    package func joined(with other: Disclosure) -> Disclosure {
        var days: ClosedRange<Day>?
        if let mine = covered, let theirs = other.covered {
            days = min(mine.lowerBound, theirs.lowerBound)...max(mine.upperBound, theirs.upperBound)
        }
        return Disclosure(
            recipient: recipient, purpose: purpose, otherPurpose: otherPurpose,
            items: items.union(other.items), date: date, covered: days, basis: basis,
            isPart2: isPart2 || other.isPart2)
    }

    /// 164.506(c) reaches providers for treatment and plans for payment, 164.524 the client. Whether
    /// another basis applies is for her to judge, and to say why.
    package var basisFits: Bool {
        switch basis {
        case .treatment: recipient.kind == .provider && [.treatment, .emergency].contains(purpose)
        case .payment:
            [.healthPlan, .helper, .provider].contains(recipient.kind) && purpose == .payment
        case .operations: recipient.kind == .helper && purpose == .operations
        case .access: recipient.kind == .client
        default: true
        }
    }
}

extension Consents {
    /// The most that a document of this kind may tell there, and under what it may: of the items
    /// its type allows, those that a consent covers and she did not leave out. Without the items
    /// that it needs, it may not leave.
    package func scope(
        for asked: Disclosure, of kind: DocumentKind.Disclosing,
        without excluded: Set<DisclosureItem> = []
    ) -> (disclosure: Disclosure, permission: Permission) {
        let needed = Set(kind.needed)
        let allowed = Set(kind.allowed).subtracting(excluded.subtracting(needed))
        guard asked.basis.needsConsent else {
            let disclosure = asked.with(items: allowed)
            guard disclosure.basisFits else {
                return (
                    disclosure, .refused([Refusal(consent: nil, reasons: [.basisDoesNotFit])])
                )
            }
            return (disclosure, best(for: disclosure))
        }
        let newestFirst = all.filter { $0.kind.law != nil }.sorted {
            ($0.signedOn?.daysSince1970 ?? 0) > ($1.signedOn?.daysSince1970 ?? 0)
        }
        for consent in newestFirst {
            let disclosure = asked.with(items: needed.union(allowed.intersection(consent.items)))
            guard consent.validity(for: disclosure) == .valid,
                case .consent = best(for: disclosure)
            else { continue }
            return (disclosure, .consent(consent.id))
        }
        let disclosure = asked.with(items: needed)
        return (disclosure, best(for: disclosure))
    }
}
