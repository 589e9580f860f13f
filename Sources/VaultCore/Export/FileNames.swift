internal import Documents
internal import Sealing

/// What the files are called that this program leaves on a stick or beside a vault.
///
/// Only names of exactly these forms are ever taken for ours: `rehearsal-dinner.txt` and
/// `backup-before-the-move.vault` are hers.
enum FileNames {
    static let unfinished = ".partial"
    /// `0` stands for a digit, `#` for a hexadecimal one.
    private static let backup = "backup-0000-00-00-000000-####"
    private static let export = "export-0000-00-00-########"
    private static let scratch = "rehearsal-########"
    private static let trail = "trail-0000-00-00-########"
    private static let reported = "report-0000-00-00-0000-00-00-trail"

    static func isSealedExport(_ name: String) -> Bool { name.has(form: export + ".tar.age") }

    /// The folder of an export that is not encrypted.
    static func isOpenExport(_ name: String) -> Bool { name.has(form: export) }

    /// A whole trail as it travels.
    static func isTrail(_ name: String) -> Bool {
        name.has(form: trail + ".txt") || name.has(form: reported + ".txt")
    }

    /// Pages with a password.
    static func isPages(_ name: String) -> Bool { name.has(form: export + ".pdf") }

    static func isBackup(_ name: String) -> Bool { name.has(form: backup + ".vault") }

    /// The part of a backup's name that tells when it was made.
    static func time(ofBackup name: String) -> String { String(name.dropLast("-####.vault".count)) }

    /// What something that was cut off may have left.
    static func isLeftover(_ name: String) -> Bool {
        guard name.hasSuffix(unfinished) else { return name.has(form: scratch) }
        let finished = String(name.dropLast(unfinished.count))
        return [
            backup + ".vault", backup + Witness.suffix, export + ".tar.age",
            export + ".pdf", export + Witness.suffix, export, scratch, trail + ".txt",
            trail + Witness.suffix,
        ].contains { finished.has(form: $0) }
    }

    /// The name of a trail and of the checkpoint beside it, without their endings.
    static func trail(day: Day, _ mark: [UInt8]) -> String {
        "trail-\(day.iso)-\(mark.prefix(4).hexText)"
    }

    /// The name of a scratch copy.
    static func scratch(_ mark: [UInt8]) -> String { "rehearsal-\(mark.prefix(4).hexText)" }
}

extension String {
    fileprivate func has(form: String) -> Bool {
        utf8.count == form.utf8.count
            && zip(utf8, form.utf8).allSatisfy { byte, wanted in
                switch wanted {
                case UInt8(ascii: "0"): (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                case UInt8(ascii: "#"):
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
                default: byte == wanted
                }
            }
    }
}
