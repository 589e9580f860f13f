import Documents
import Foundation
import Testing
import Typesetting

@Suite struct `Printing again` {
    @Test func `gives the same bytes`() throws {
        for sheet in [try Sample.recovery(), try Sample.share(), try Sample.everything()] {
            let (first, second) = (try sheet.pdf(), try sheet.pdf())
            // An array of this size in an expectation would be compared letter by letter for hours.
            let isSame = first == second
            #expect(isSame)
        }
    }

    /// Another process with other settings: same bytes, and nothing on the terminal.
    @Test func `elsewhere gives the same bytes, in silence`() async throws {
        let here = try Sample.everything().pdf()
        let result = await #expect(
            processExitsWith: .success,
            observing: [\.standardOutputContent, \.standardErrorContent]
        ) { [here = here as [UInt8]] in
            for (name, value) in [
                ("LANG", "he_IL.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Tokyo"),
                ("HOME", "/nonexistent"), ("FONTCONFIG_FILE", "/nonexistent"),
                ("FONTCONFIG_PATH", "/nonexistent"), ("XDG_CONFIG_HOME", "/nonexistent"),
                ("PANGO_LANGUAGE", "ja"), ("G_MESSAGES_DEBUG", "all"),
                ("SOURCE_DATE_EPOCH", "1"),
            ] {
                setenv(name, value, 1)
            }
            let isSame = try Sample.everything().pdf() == here
            #expect(isSame)
        }
        #expect(result?.standardOutputContent == [])
        #expect(String(decoding: result?.standardErrorContent ?? [1], as: UTF8.self) == "")
    }

    @Test func `where there are no fonts says so, in silence`() async throws {
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardErrorContent]
        ) {
            setenv("FONTCONFIG_SYSROOT", "/nonexistent", 1)
            #expect(throws: TypesettingError.noFonts) { try Sample.recovery().pdf() }
            #expect(throws: TypesettingError.noFonts) { try Sample.recovery().pdf() }
        }
        #expect(String(decoding: result?.standardErrorContent ?? [1], as: UTF8.self) == "")
    }

    @Test func `from many threads gives the same bytes`() async throws {
        let expected = try Sample.everything().pdf()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 { group.addTask { try Sample.everything().pdf() == expected } }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
