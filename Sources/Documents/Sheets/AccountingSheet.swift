extension Accounting {
    /// The written account for the client (164.528(b)): what the law asks for and nothing more.
    package func sheet(for client: [String], from practice: [String]) -> Sheet {
        let lines = { (lines: [String]) in lines.joined(separator: "\n") }
        var blocks: [Sheet.Block] = [
            .facts([
                .init("For", lines(client)), .init("From", lines(practice)),
                .init("Covers", "\(from.spoken) to \(until.spoken)"),
            ]),
            .paragraph(
                "This is the account of disclosures of your health information under 45 CFR "
                    + "164.528. As the law allows, it does not list what was disclosed for "
                    + "treatment, payment or running the practice, to you, or with your "
                    + "authorization."),
        ]
        if self.lines.isEmpty {
            blocks.append(.paragraph("There were no other disclosures in this time."))
        }
        for (index, line) in self.lines.enumerated() {
            blocks.append(.heading("\(index + 1)"))
            blocks.append(.facts(line.facts))
        }
        return Sheet(
            title: "Accounting of disclosures", blocks: blocks,
            footer: "Confidential. Made on \(until.spoken).")
    }

    package static let columns = [
        "first", "last", "times", "recipient", "address", "what", "purpose",
    ]

    /// One row a line, as a table for other programs.
    package var csv: String {
        let rows = lines.map {
            [
                $0.first.iso, $0.last.iso, "\($0.count)", $0.recipient, $0.address, $0.what,
                $0.purpose,
            ]
        }
        return ([Self.columns] + rows).map(CSVRow.text).joined()
    }
}

extension Accounting.Line {
    fileprivate var facts: [Sheet.Fact] {
        let when =
            count == 1
            ? first.spoken
            : "\(count) times: first on \(first.spoken), last on \(last.spoken)"
        return [
            Sheet.Fact("Date", when), Sheet.Fact("To", recipient), Sheet.Fact("Address", address),
            Sheet.Fact("What", what), Sheet.Fact("Why", purpose),
        ].filter { !$0.value.isEmpty }
    }
}
