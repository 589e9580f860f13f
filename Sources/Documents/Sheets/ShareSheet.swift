extension Sheet {
    /// The paper of one holder of a share: any `needed` of `count` together open the vault for the
    /// professional executor.
    ///
    /// It tells the holder, who has never seen the program, what to do and what not to do. No name
    /// of anyone: the holder's is written by hand. `set` is what shares made together have in
    /// common; the QR code is the words with single blanks between them.
    package static func share(
        _ number: Int, of count: Int, needed: Int, words: [String], set: String, vault: String,
        day: Day, program: String, command: String
    ) -> Sheet {
        Sheet(
            title: "Executor’s share \(number) of \(count)",
            blocks: [
                .bar("Keep this sheet sealed, and apart from the other shares"),
                .paragraph(
                    "A therapist’s confidential records are encrypted. Any \(needed) of \(count) "
                        + "sheets like this one, together with a copy of the vault’s file, open "
                        + "them. Fewer than \(needed) open nothing."),
                .heading("Words of this share"),
                .words(words),
                .code(
                    payload: words.joined(separator: " "),
                    caption: "The same \(words.count) words, for a scanner at the executor’s "
                        + "computer. Do not photograph this sheet: phones copy pictures to other "
                        + "places."),
                .heading("What to do"),
                .steps([
                    .init("Keep this sheet in a closed place that only you can open."),
                    .init("If it is lost, or someone has read it, tell the therapist at once."),
                    .init(
                        "If the therapist has died or can no longer work, give it to the executor "
                            + "named in the professional will, and to nobody else."),
                    .init(
                        "The executor installs \(program) or later, copies the vault’s file, opens "
                            + "a terminal, types this line, then the words of \(needed) shares:",
                        command: command),
                ]),
                .heading("What not to do"),
                .paragraph(
                    "Do not copy, scan or send this sheet, and do not read it out on the "
                        + "telephone. Do not keep it with another share or with the vault’s file. "
                        + "The program writes each use of the shares into the vault’s audit trail."),
                .heading("Which share this is"),
                .facts([
                    .init("Set of \(count)", set, isExact: true),
                    .init("Vault", vault, isExact: true),
                ]),
                .blanks(["Holder", "Received from, and on"]),
            ],
            footer: "Made on \(day.spoken) with \(program)")
    }
}
