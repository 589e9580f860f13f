import Sealing
import Testing

@testable import Age

/// A handful of the age test vectors of C2SP/CCTV (0BSD, CC0 or Unlicense), those in armor.
@Suite struct `Vectors of others` {
    private static let head = """
        YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBURWlGMHlwcXIrYnB2Y3FY
        TnlDVkpwTDdPdXdQZFZ3UEw3S1FFYkZET0NjCmhqYWJHWHdTTFE5YzNTNkx3Mmkr
        UzJUdTJmaXdRSEhzbGJCTjZCNDFGTEUKLS0tIFd5SnA5Ri85Rk9aaDdnSmRoZXEy

        """
    private static let tail = """
        V0lKY3dIZ1ljOE5JVmgzZGR3aHJjTmcK7s9ix86RtDMnTmjU8vkTTLdMW/73vqpS
        yPC8DpksHoMx+2Y=
        """
    private static let fullTail = """
        V0lKY3dIZ1ljOE5JVmgzZGR3aHJjTmcK7s9ix86RtDMnTmjU8vkTTLdMW3bj4iHS
        YS3WWUtZB5wJqKgEe8kpsp0iOnD2CNG4DVKBC0Z7SAcCFb8xdwV9CRavSEE7OU1c
        """
    private static let noMatch = """
        YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBhanRxQXZERWtWTnIyQjd6
        VU90cTJtQVFYRFNCbE5yVkF1TS9kS2I1c1Q0CkhVS3R6MFIyajVCbDJFUjdIaEFa
        clVSaWtDRnBpSWpOYTBLakhjamJBR1UKLS0tIHJycFRsdktFS3JLM0VxaG9PUEpl
        UDFLRThPMWQyYXJyUmV6Nzdtd2VrUmMK3d9y0G+8q1ffPQ0xJJatIYzX/W+AeLv4
        gS3YeUcVXre9Xog=
        """
    private static let scrypt = """
        YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCByRjAvTndibFVISFRwZ1Fn
        UnBlNUNRIDEwCmdVakV5bUZLTVZYUUVLZE1NSEwyNG9ZZXhqRTNUSUMwTzB6R1Nx
        SjJhVVkKLS0tIElPWGlRWVN0a29UMW12WlcydEZPcVpkaFJWdmo1OGVnQUJ4L3NX
        ZlpRYmMKGzXG5ofdANo6w3msn3QsIf0YWhuePe1znRSsappQEk24Ztg=
        """
    private static let agePayload =
        "013f54400c82da08037759ada907a8b864e97de81c088a182062c4b5622fd2ab"
    private static let fullPayload =
        "724a112a2cac139a4fca3ea0f799f2e5ccd1d0db46af654dee40567bff16ee33"

    private static func armored(_ lines: String, label: String = "FILE") -> String {
        "-----BEGIN AGE ENCRYPTED \(label)-----\n\(lines)\n-----END AGE ENCRYPTED \(label)-----\n"
    }

    /// Name, file, SHA-256 of the payload.
    static let good: [(String, String, String)] = [
        ("armor", armored(head + tail), agePayload),
        (
            "armor_crlf",
            armored(head + tail).split(separator: "\n").map { $0 + "\r\n" }.joined(), agePayload
        ),
        ("armor_no_eol", String(armored(head + tail).dropLast()), agePayload),
        ("armor_whitespace_outside", "\n\r   \t\n\(armored(head + tail))\n\r   \t\n", agePayload),
        ("armor_full_last_line", armored(head + fullTail), fullPayload),
    ]

    @Test(arguments: good) func `open`(name: String, file: String, payload: String) throws {
        let outcome = try opening(Array(file.utf8), with: try identity())
        #expect(outcome.error == nil, "\(name)")
        #expect(Digest.sha256(outcome.released) == hex(payload), "\(name)")
    }

    @Test func `open with a passphrase`() throws {
        let file = Array(Self.armored(Self.scrypt).utf8)
        let outcome = try opening(file, with: try passphrase("password"))
        #expect(outcome.error == nil)
        #expect(Digest.sha256(outcome.released) == hex(Self.agePayload))
    }

    static let bad: [(String, String, AgeError)] = [
        ("armor_no_match", armored(noMatch), .noMatchingKey),
        ("armor_empty", armored("").replacing("\n\n", with: "\n"), .header),
        ("armor_empty_last_line", armored(head + fullTail + "\n"), .armor),
        ("armor_empty_line_begin", armored("\n" + head + tail), .armor),
        ("armor_garbage_leading", "garbage\n" + armored(head + tail), .armor),
        ("armor_garbage_trailing", armored(head + tail) + "garbage\n", .armor),
        ("armor_headers", armored("Headers: are\nNot: allowed\n\n" + head + tail), .armor),
        ("armor_no_end_line", String(armored(head + tail).dropLast(33)), .armor),
        ("armor_no_padding", armored(head + tail.dropLast()), .armor),
        ("armor_not_canonical", armored(head + tail.dropLast(2) + "Z="), .armor),
        ("armor_whitespace_eol", armored(head + tail.replacing("\n", with: " \n")), .armor),
        ("armor_whitespace_line_start", armored(" " + head + tail), .armor),
        ("armor_wrong_type", armored(head + tail, label: "MESSAGE"), .armor),
        ("armor_long_line", armored((head + tail).replacing("\n", with: "")), .armor),
        ("armor_short_line", armored("YWdlLWVuY3J5cHRp\n" + head.dropFirst(16) + tail), .armor),
    ]

    @Test(arguments: bad) func `are refused`(name: String, file: String, error: AgeError) throws {
        let outcome = try opening(Array(file.utf8), with: try identity())
        #expect(outcome.error == error, "\(name)")
        #expect(outcome.released.isEmpty, "\(name)")
    }
}
