internal import CPango
internal import Documents

/// Text as WordprocessingML (ECMA-376, part 1, 17.3) has it.
enum WordText {
    /// The text in runs that each have one direction; a line end is a break.
    static func runs(_ text: String, isBold: Bool = false) -> String {
        let bold = isBold ? "<w:b/><w:bCs/>" : ""
        return directed(text.printable).map { part in
            let properties = bold + (part.isRightToLeft ? "<w:rtl/>" : "")
            let lines = part.text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.isEmpty ? "" : "<w:t xml:space=\"preserve\">\(escaped($0))</w:t>"
            }
            return "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")
                + lines.joined(separator: "<w:br/>") + "</w:r>"
        }.joined()
    }

    /// As the first letter is that has a direction (Unicode Annex 9, P2 and P3).
    static func isRightToLeft(_ text: String) -> Bool {
        text.unicodeScalars.lazy.compactMap(\.isRightToLeft).first ?? false
    }

    /// What has no direction goes with the letters around it, or with the paragraph where they
    /// differ (Unicode Annex 9, N1 and N2).
    private static func directed(_ text: String) -> [(text: String, isRightToLeft: Bool)] {
        let paragraph = isRightToLeft(text)
        var parts: [(text: String, isRightToLeft: Bool)] = []
        var (last, waiting) = (paragraph, String.UnicodeScalarView())
        func append(_ letters: String.UnicodeScalarView, _ isRightToLeft: Bool) {
            guard !letters.isEmpty else { return }
            if parts.last?.isRightToLeft != isRightToLeft { parts.append(("", isRightToLeft)) }
            parts[parts.count - 1].text.unicodeScalars += letters
        }
        for letter in text.unicodeScalars {
            guard let direction = letter.isRightToLeft else {
                waiting.append(letter)
                continue
            }
            append(waiting, direction == last ? direction : paragraph)
            waiting.removeAll()
            append(String.UnicodeScalarView([letter]), direction)
            last = direction
        }
        append(waiting, last == paragraph ? last : paragraph)
        return parts
    }

    /// Character data of XML 1.0, which has no way at all to hold some characters: those are shown
    /// as U+FFFD.
    static func escaped(_ text: some StringProtocol) -> String {
        var escaped = ""
        for letter in text.unicodeScalars {
            switch letter {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\u{20}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                escaped.unicodeScalars.append(letter)
            default: escaped += "\u{FFFD}"
            }
        }
        return escaped
    }
}

extension Unicode.Scalar {
    /// Nil for what is no letter.
    fileprivate var isRightToLeft: Bool? {
        guard properties.isAlphabetic else { return nil }
        switch g_unichar_get_script(value) {
        case G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_SYRIAC,
            G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO, G_UNICODE_SCRIPT_ADLAM:
            return true
        default: return false
        }
    }
}
