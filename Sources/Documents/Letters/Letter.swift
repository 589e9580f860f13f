/// What stands around the sentences of a document that leaves.
package struct Letter: Codable, Equatable, Sendable {
    /// Her own lines, or the practice's name and place; without a name of its own, the signer's.
    package let letterhead: [String]
    package let date: String
    package let recipient: [String]
    /// After “Re:”.
    package let subject: String
    package let salutation: String
    /// What the law wants to stand in it.
    package let notices: [String]
    package let disclosure: Disclosure
    package let permission: Consents.Permission
    /// Why it leaves without a consent, in her words; not printed.
    package let reason: String?
}

extension Review {
    /// The frame of a document that leaves; nil for one that stays.
    func letter(by signer: Signer, at moment: Moment) -> Letter? {
        guard let disclosure = source.consent.disclosure, let permission = source.consent.permission
        else { return nil }
        let practice = { (field: String) in self.source.text(.practice, field) }
        let lines = { (text: String?) in
            (text ?? "").split { $0 == "\n" || $0 == "," }
                .map { String($0).trimmingBlanks() }.filter { !$0.isEmpty }
        }
        let place = [practice("address"), practice("phone")].compactMap { $0 }
        var letterhead = (practice("letterhead") ?? "").split(separator: "\n").map(String.init)
        if letterhead.allSatisfy({ $0.trimmingBlanks().isEmpty }) {
            letterhead = [practice("practice") ?? "\(signer.name), \(signer.credentials)"] + place
        }
        let name = source.text(.client, "name") ?? ""
        let born = source.entry("client/born").map { ", born \($0.shown)" } ?? ""
        let subject = [kind.discloses?.subject ?? "", name].filter { !$0.isEmpty }
        let recipient = disclosure.recipient
        let attention = [recipient.name, recipient.organization].compactMap { $0 }
        return Letter(
            letterhead: letterhead.filter { !$0.isEmpty }, date: moment.day.spoken,
            recipient: attention.filter { !$0.isEmpty } + lines(source.text(.letter, "address")),
            subject: subject.joined(separator: ": ") + born,
            salutation: [.court, .agency, .healthPlan].contains(recipient.kind)
                ? "To whom it may concern:" : "Dear \(recipient.name):",
            notices: Letter.notices(disclosure, source), disclosure: disclosure,
            permission: permission, reason: source.text(.letter, "basis-reason"))
    }
}

extension Letter {
    /// 42 CFR 2.32: each disclosure of part 2 records carries a statement, and an explanation of the
    /// consent's scope. The short statement, (a)(2) of the rule of February 16, 2024.
    fileprivate static func notices(_ disclosure: Disclosure, _ source: ScopedSource) -> [String] {
        guard disclosure.isPart2 else { return [] }
        let items = DisclosureItem.allCases.filter(disclosure.items.contains)
            .map { $0.label.lowercased() }
        let consent = source.text(.letter, "authorized-on").map {
            "It is made with the written consent of \($0), which covers: "
                + items.joined(separator: ", ") + "."
        }
        return [
            (["42 CFR part 2 prohibits unauthorized use or disclosure of these records."]
                + [consent].compactMap { $0 }).joined(separator: " ")
        ]
    }
}
