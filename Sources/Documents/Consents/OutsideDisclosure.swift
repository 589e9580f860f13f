package import Wording

/// What was told or handed over without this program: on the telephone, by fax, on paper. The
/// client is owed an account of it all the same (45 CFR 164.528(b)(2)).
package enum OutsideDisclosure {
    /// The questions of handing over, where it has happened: what, how, and why it was allowed.
    package static func form(from disclosure: Form) -> Form {
        let asked = LetterForm.handover(from: disclosure)
        let here = ["purpose", "purpose-text", "recipient", "organization", "recipient-kind"]
        return Form(
            id: "outside-disclosure", title: "Disclosure without this program",
            fields: [
                Field(
                    id: "date", label: "Date", question: "On which day was it?",
                    aliases: ["day", "on"], input: .date, required: .always)
            ] + here.compactMap { asked[$0] } + [
                Field(
                    id: "address", label: "Recipient's address",
                    question: "The recipient's address, if you know it?",
                    hint: "the client is told it (45 CFR 164.528(b)(2)(ii))"),
                Field(
                    id: "way", label: "How", question: "How did it leave?", aliases: ["how"],
                    input: .choice(ways), required: .always),
                Field(
                    id: "told", label: "What", question: "What was told or given, in a line?",
                    hint: "the client is told this (45 CFR 164.528(b)(2)(iii))",
                    aliases: ["description"], required: .always),
                Field(
                    id: "items", label: "Information", question: "Which information was in it?",
                    aliases: ["information", "scope"],
                    input: disclosure["items"]?.input ?? .text, required: .always),
                Field(
                    id: "basis", label: "Legal basis", question: "On which legal basis?",
                    input: asked["basis"]?.input ?? .text, required: .always),
            ] + ["basis-reason"].compactMap { asked[$0] })
    }

    private static let ways = [
        Field.Choice(id: "telephone", label: "On the telephone", aliases: ["phone", "call"]),
        Field.Choice(id: "person", label: "In person", aliases: ["spoken", "by word of mouth"]),
        Field.Choice(id: "paper", label: "On paper", aliases: ["mail", "post", "letter", "print"]),
        Field.Choice(id: "fax", label: "By fax"),
        Field.Choice(id: "portal", label: "Through a portal", aliases: ["website", "online"]),
        Field.Choice(id: "message", label: "By e-mail or message", aliases: ["email", "e-mail"]),
    ]
}

extension AccountedDisclosure {
    /// The form's answers that make this row.
    package var outsideEntries: Entries {
        var entries = Entries([
            "date": at.day.iso, "purpose": purpose.rawValue, "recipient": recipient.name,
            "recipient-kind": recipient.kind.rawValue, "way": outside?.way ?? "",
            "told": outside?.told ?? "", "basis": basis.rawValue,
            "items": items.map(\.rawValue).joined(separator: ", "),
        ])
        entries["purpose-text"] = otherPurpose
        entries["organization"] = recipient.organization
        entries["address"] = address
        entries["basis-reason"] = reason
        return entries
    }

    /// A row about what left without this program, at the latest today; its consent is still to
    /// be looked for.
    package init(outside entries: Entries, isPart2: Bool, at now: Moment) throws {
        let items = Set(entries.list("items").compactMap(DisclosureItem.init))
        guard let day = entries["date"].flatMap(Day.init(iso:)),
            let noon = ClockTime(hour: 12, minute: 0),
            let at = Moment(day: day, time: noon, zoneOffsetMinutes: now.zoneOffsetMinutes),
            let disclosure = Disclosure(entries, items: items, on: day, isPart2: isPart2)
        else { throw EntryError.notADate(label: "Date") }
        guard day <= now.day else { throw EntryError.inTheFuture(label: "Date") }
        self.init(
            disclosure, at: at, address: entries["address"], reason: entries["basis-reason"],
            consent: nil, documents: [], medium: nil,
            outside: Outside(way: entries["way"] ?? "", told: entries["told"] ?? ""))
    }
}

/// Why a row of the accounting can't be changed.
package enum DisclosureChangeError: UserFacing {
    case exported

    package var code: String { "disclosure.exported" }
    package var problem: String {
        "This row was written when a file left, and says what was in it."
    }
    package var nextStep: String {
        "Keep it; note with `vault disclosure add` what left in another way."
    }
    package var exitCode: ExitCode { .refused }
}
