extension Sheet {
    /// Something that lies behind a cover sheet.
    package struct Enclosure: Hashable, Sendable {
        package let title: String
        /// How many pages it has, or the name of its file.
        package let extent: String
        /// SHA-256 of the file, in hexadecimal digits.
        package let digest: String

        package init(_ title: String, extent: String, digest: String) {
            self.title = title
            self.extent = extent
            self.digest = digest
        }
    }

    /// The first page of what is sent: from whom, to whom, why and what. It names nobody but the
    /// sender and the recipient; what the titles say is for the caller to decide.
    package static func cover(
        from sender: [String], to recipient: [String], on day: Day, purpose: String,
        enclosures: [Enclosure]
    ) -> Sheet {
        let lines = { (lines: [String]) in lines.joined(separator: "\n") }
        return Sheet(
            title: "Cover sheet",
            blocks: [
                .bar("Confidential"),
                .facts([
                    .init("From", lines(sender)), .init("To", lines(recipient)),
                    .init("Date", day.spoken), .init("Purpose", purpose),
                ]),
            ] + list(enclosures) + [
                .heading("If it is not meant for you"),
                .paragraph(
                    "This is confidential and may be protected by law. If it is not meant for you, "
                        + "please do not read, copy or pass it on. Tell the sender at once, then "
                        + "return or destroy it."),
            ],
            footer: "Confidential. Only for the recipient named on the cover sheet.")
    }

    private static func list(_ enclosures: [Enclosure]) -> [Block] {
        guard !enclosures.isEmpty else { return [.heading("No enclosures")] }
        return [
            .heading(enclosures.count == 1 ? "1 enclosure" : "\(enclosures.count) enclosures"),
            .steps(
                enclosures.map { enclosure in
                    Step(
                        [enclosure.title, enclosure.extent].filter { !$0.isEmpty }
                            .joined(separator: ", "),
                        command: "SHA-256 \(shortened(enclosure.digest))")
                }),
            .paragraph(
                "The digits after SHA-256 are the first of each file’s checksum: with them the "
                    + "recipient can tell that it is the file that was sent."),
        ]
    }

    /// Sixteen digits are enough to compare by eye.
    private static func shortened(_ digest: String) -> String {
        stride(from: 0, to: min(16, digest.count), by: 4).map {
            String(digest.dropFirst($0).prefix(4))
        }.joined(separator: " ") + " …"
    }
}
