import CSodium
import Dispatch
import Documents
import Foundation
import Sealing
import VaultCore

// `Bench` compares sealing with libsodium called directly; `Bench age MIB` compares age files with
// the age program; `Bench fill FILE NOTES` adds an invented practice to a vault whose passphrase
// comes on standard input; `Bench draft FILE` drafts a note, `Bench letter FOLDER` sets a letter,
// `Bench trail SIZES` writes and checks audit trails, `Bench append SIZES` writes into a vault's, and `Bench report SIZES` makes reports of them.

let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "fill", let notes = Int(arguments[3]) {
    try fill(arguments[2], notes: notes)
} else if arguments.count == 3, arguments[1] == "draft" {
    try draftMany(arguments[2])
} else if arguments.count == 3, arguments[1] == "letter" {
    try LetterSpeed.measure(arguments[2])
} else if arguments.count == 3, arguments[1] == "trail" {
    let sizes = arguments[2].split(separator: ",").compactMap { Int($0) }
    try TrailSpeed.append(sizes.map { $0 / 50 })
    try TrailSpeed.check(sizes)
} else if arguments.count == 3, arguments[1] == "append" {
    try TrailSpeed.append(arguments[2].split(separator: ",").compactMap { Int($0) })
} else if arguments.count == 3, arguments[1] == "report" {
    try ReportSpeed.measure(arguments[2].split(separator: ",").compactMap { Int($0) })
} else if arguments.count == 3, arguments[1] == "age", let size = Int(arguments[2]) {
    try AgeSpeed.compare(size: size << 20, rounds: 5)
} else {
    try compareSealing()
}

/// A note from this jotting, drafted once from nothing and then a thousand times, on one core.
func draftMany(_ path: String) throws {
    let jotted = try Data(contentsOf: URL(filePath: path))
    var library: Library?
    let loading = seconds { library = try? Library() }
    let instruments = try Library.instruments()
    guard let kinds = library?.kinds, let kind = kinds.kind("progress-note.soap") else { return }
    let jotting = try kind.form.read(Array(jotted))
    let source = Consent.ownFile.admits(
        Source(
            client: Entries(["name": "Mara Example", "born": "1988-04-12", "diagnosis": "F41.1"]),
            session: Entries([
                "date": "2026-11-16", "start": "14:05", "stop": "14:58", "type": "individual",
                "participants": "client", "place": "11", "code": "90837",
            ]), jotting: jotting, kind: kind, library: kinds))
    let engine = BuiltInEngine(instruments: instruments)
    var letters = 0
    let draft = { letters += (try? engine.draft(kind, from: source))?.sentences.count ?? 0 }
    let first = seconds(draft)
    let thousand = seconds { for _ in 0..<1000 { draft() } }
    let ratio = { (value: Double) in String(format: "%.2f", value) }
    print(
        "kinds and forms load in \(ratio(loading * 1000)) ms; the first draft, with the lexicon: "
            + "\(ratio(first * 1000)) ms, \(ratio(first / 0.05)) of the 50 allowed")
    print(
        "1,000 drafts: \(Int(1000 / thousand)) a second on one core, "
            + "\(ratio(1000 / thousand / 500)) times the 500 asked for")
}

func fill(_ path: String, notes: Int) throws {
    let typed = Array((readLine() ?? "").utf8)
    let passphrase = try Passphrase(
        SecretBytes(count: typed.count) { $0.copyBytes(from: typed) })
    let environment = ProcessInfo.processInfo.environment
    let vault = try ClosedVault(
        at: path,
        surroundings: Vault.Surroundings(
            now: {
                let milliseconds = Int64(Date().timeIntervalSince1970 * 1000)
                guard
                    let now = Moment(milliseconds: milliseconds, zoneOffsetMinutes: 0)
                else { fatalError("a clock beyond the calendar") }
                return now
            }, stateRoot: (environment["XDG_STATE_HOME"] ?? "") + "/vault", program: "bench")
    ).unlock(with: passphrase)
    guard let today = Day(daysSince1970: Int(Date().timeIntervalSince1970) / 86400) else { return }
    try InventedPractice(vault, clients: 150).add(notes: notes, until: today)
}

func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
}

let nonce = [UInt8](repeating: 0, count: 12)

func direct(
    _ plaintext: [UInt8], into target: inout [UInt8], key: [UInt8], context: [UInt8],
    message: inout [UInt8], hash: inout [UInt8]
) {
    randombytes_buf(&message, 24)
    crypto_generichash(&hash, 64, message, UInt64(message.count), key, key.count)
    crypto_aead_chacha20poly1305_ietf_encrypt(
        &target, nil, plaintext, UInt64(plaintext.count), context, UInt64(context.count), nil,
        nonce, hash)
}

/// Sealing through our envelope beside the bare libsodium calls, into a buffer that is there
/// already, in one run: salt, hash, encryption and nothing else.
func compareSealing() throws {
    let key = try SecretKey.random()
    let rawKey = try Randomness.bytes(32)
    let context = SealContext(
        vault: try Randomness.bytes(16), record: try Randomness.bytes(16),
        owner: try Randomness.bytes(16), purpose: "record.body", revision: 1)
    let canonical = context.canonical

    for (size, rounds) in [(200, 20_000), (4096, 10_000), (1 << 20, 100)] {
        let plaintext = try Randomness.bytes(size)
        let padded = try Randomness.bytes(Padding.padded(size))
        var target = [UInt8](repeating: 0, count: padded.count + 16)
        var message = [UInt8](repeating: 0, count: 24) + canonical
        var hash = [UInt8](repeating: 0, count: 64)
        var ratios: [Double] = []
        for _ in 0..<7 {
            // One loan of the key around many, as the vault's own loops do.
            let ours = seconds {
                key.withBytes { _ in
                    for _ in 0..<rounds {
                        _ = try? Envelope.seal(plaintext, with: key, for: context)
                    }
                }
            }
            let theirs = seconds {
                for _ in 0..<rounds {
                    direct(
                        padded, into: &target, key: rawKey, context: canonical, message: &message,
                        hash: &hash)
                }
            }
            ratios.append(theirs / ours)
        }
        let median = ratios.sorted()[3]
        print(
            "sealing \(size) bytes: \(Int((median * 100).rounded())) % of libsodium called directly"
        )
    }
}
