extension Sheet {
    /// The paper that opens a vault whose passphrase is lost.
    ///
    /// It carries the recovery words and, so that one vault can be told from another, the vault's
    /// id, the audit trail's public key (`name+hash+base64`, as C2SP signed-note writes it) and
    /// the trail's size and root on that day. No name of anyone. The QR code is the words with
    /// single blanks between them, as they are typed: nothing has to be taken apart after scanning.
    package static func recovery(
        words: [String], vault: String, auditKey: String, entries: UInt64, root: String,
        day: Day, program: String, command: String
    ) -> Sheet {
        let entries = entries == 1 ? "1 entry" : "\(entries) entries"
        return Sheet(
            title: "Recovery sheet",
            blocks: [
                .bar("Keep this sheet away from the laptop"),
                .paragraph(
                    "Whoever holds this sheet and a copy of the vault’s file can read everything "
                        + "in the vault. Keep the sheet in a safe, a bank box, or a sealed "
                        + "envelope with someone you trust; never where the laptop or a backup is. "
                        + "The program writes each use of the words into the vault’s audit trail."),
                .heading("Recovery words"),
                .words(words),
                .code(
                    payload: words.joined(separator: " "),
                    caption: "The same \(words.count) words, for a scanner at the computer where "
                        + "you recover. Do not photograph this sheet: phones copy pictures to "
                        + "other places."),
                .heading("If the passphrase is lost"),
                .steps([
                    .init("On a computer that you trust, install \(program) or later."),
                    .init("Copy the vault’s file to it, from the laptop or the latest backup."),
                    .init("Open a terminal and type:", command: command),
                    .init("Type the \(words.count) words in order, then a new passphrase."),
                ]),
                .heading("Which vault this is"),
                .facts([
                    .init("Vault", vault, isExact: true),
                    .init("Public key", auditKey, isExact: true),
                    .init("Audit trail", "\(entries) on \(day.spoken)"),
                    .init("Root", root, isExact: true),
                ]),
                .heading("Where the copies are"),
                .blanks(["This one", "The second one"]),
            ],
            footer: "Made on \(day.spoken) with \(program)")
    }
}
