import Testing

@testable import Typesetting

@Suite struct `The marks in a PDF` {
    private func marked(_ content: String) -> String {
        String(decoding: Array(content.utf8).withUnsafeBufferPointer(PDFFile.marked), as: UTF8.self)
    }

    @Test func `tell decorations from text`() {
        #expect(
            marked("/Private << /MCID 7 >> BDC\n0 0 1 1 re f\nEMC")
                == "/Artifact BMC\n0 0 1 1 re f\nEMC")
        #expect(
            marked("/P << /MCID 7 >> BDC\n(a)Tj\nEMC\n") == "/P << /MCID 7 >> BDC\n(a)Tj\nEMC\n")
    }

    @Test func `do not lie over ligatures`() {
        let text =
            "/P << /MCID 1 >> BDC\n(o)Tj\n/Span << /ActualText <feff006600660069> >> BDC\n"
            + "<0001>Tj\nEMC\n(ce)Tj\nEMC"
        #expect(marked(text) == "/P << /MCID 1 >> BDC\n(o)Tj\n\n<0001>Tj\n\n(ce)Tj\nEMC")
    }

    /// Cairo breaks a long text after a backslash; what follows is text, whatever it looks like.
    @Test(arguments: [
        "(long\\\n/Private << /MCID 7 >> BDC)Tj",
        "(long\\\n/Span << /ActualText <feff00660069> >> BDC\nEMC",
    ])
    func `are not looked for within a text`(content: String) { #expect(marked(content) == content) }
}
