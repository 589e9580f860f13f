import Documents
import Testing
import Typesetting

extension String {
    /// Lends its bytes, as the vault lends a password from its guarded memory.
    func withPassword<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try Array(utf8).withUnsafeBytes(body)
    }
}

@Suite struct `A PDF with a password` {
    @Test(arguments: ["correct horse battery", "x", "pässwörd", String(repeating: "é", count: 63)])
    func `opens with it, and without it not`(password: String) throws {
        let pdf = try Signed.requestLetter().pdf()
        let page = Page(try password.withPassword { try Typesetter.protected(pdf, with: $0) })
        let opened = try page.opened(with: password)
        #expect(opened.opens)
        if password.utf8.count <= 32 { #expect(opened.text.contains("Mira Example")) }
        for line in ["R = 6", "file encryption method: AESv3"] {
            #expect(opened.encryption.contains(line))
        }
        for wrong in ["", password + "x", String(password.dropLast()), password.uppercased()]
        where wrong != password {
            #expect(try !page.opened(with: wrong).opens)
        }
    }

    @Test func `is tagged as before, and all of it is sealed`() throws {
        let pdf = try Signed.soapNote().pdf()
        let sealed = try "password".withPassword { try Typesetter.protected(pdf, with: $0) }
        let text = String(decoding: sealed, as: UTF8.self)
        for word in ["Mira", "Document)", "en-US", "password"] { #expect(!text.contains(word)) }
        let again = try "password".withPassword { try Typesetter.protected(pdf, with: $0) }
        let isSame = sealed == again
        #expect(!isSame)
    }

    @Test(arguments: [
        "", String(repeating: "a", count: 128), String(repeating: "é", count: 64), "a\u{0}b",
        "a\nb",
        "\u{7F}",
    ])
    func `takes no password that a reader could not take`(password: String) throws {
        let pdf = try Signed.soapNote().pdf()
        #expect(throws: TypesettingError.password) {
            try password.withPassword { try Typesetter.protected(pdf, with: $0) }
        }
    }

    @Test func `takes no bytes that are not text`() throws {
        let pdf = try Signed.soapNote().pdf()
        for bytes: [UInt8] in [[0xFF], [0x61, 0xC3], [0xED, 0xA0, 0x80]] {
            #expect(throws: TypesettingError.password) {
                try bytes.withUnsafeBytes { try Typesetter.protected(pdf, with: $0) }
            }
        }
    }

    @Test func `is made of a whole PDF that has none yet`() throws {
        let pdf = try Signed.soapNote().pdf()
        let sealed = try "one".withPassword { try Typesetter.protected(pdf, with: $0) }
        for bytes in [[], Array("text".utf8), Array(pdf.dropLast(600)), sealed] {
            #expect(throws: TypesettingError.unreadable) {
                try "two".withPassword { try Typesetter.protected(bytes, with: $0) }
            }
        }
    }
}
