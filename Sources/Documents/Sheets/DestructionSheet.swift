extension DestructionCertificate {
    /// The certificate on paper, under its own number, such as T1.
    package func sheet(number: String, practice: [String]) -> Sheet {
        let care =
            firstService.flatMap { first in
                lastService.map { "\(first.spoken) to \($0.spoken)" }
            } ?? "no service on record"
        let kept =
            rule.map { "\($0.id): \($0.source); until \($0.earliest.spoken)" } ?? "none known"
        var facts = [
            Sheet.Fact("Record", "client \(client)"), Sheet.Fact("Destroyed", destroyedAt.spoken),
            Sheet.Fact("By", signer), Sheet.Fact("Practice", practice.joined(separator: "\n")),
            Sheet.Fact("Care", care), Sheet.Fact("Kept under", kept),
        ]
        if let reason { facts.append(.init("Reason", reason)) }
        var blocks: [Sheet.Block] = [
            .facts(facts.filter { !$0.value.isEmpty }),
            .paragraph(
                "The client's key was destroyed, and with it everything that was sealed with it; "
                    + "the sealed bytes are gone from the vault's file. The audit trail keeps "
                    + "that it was done."),
            .heading("What is gone"),
            .facts(kinds.map { .init($0.name, "\($0.count)") }),
            .heading("Where it may still be"),
        ]
        if copies.isEmpty {
            blocks.append(
                .paragraph("The audit trail tells of no export and of no backup with this record."))
        }
        for copy in copies {
            blocks.append(
                .facts(
                    [
                        Sheet.Fact(copy.what.title, copy.day.spoken),
                        Sheet.Fact("To", copy.recipient ?? ""),
                        Sheet.Fact("Stick", copy.medium ?? ""),
                        Sheet.Fact("SHA-256", copy.digest, isExact: true),
                    ].filter { !$0.value.isEmpty }))
        }
        blocks.append(.heading("What this does not reach"))
        for limit in Self.limits { blocks.append(.paragraph(limit)) }
        return Sheet(
            title: "Certificate of destruction \(number)", blocks: blocks,
            footer:
                "Certificate \(number), client \(client). Destroyed on \(destroyedAt.day.spoken)."
        )
    }
}

extension DestructionCertificate.Copy.What {
    fileprivate var title: String {
        switch self {
        case .export: "Export"
        case .everything: "Export of everything"
        case .account: "Account of disclosures, not encrypted"
        case .backup: "Backup"
        case .restored: "Backup that was brought back"
        }
    }
}
