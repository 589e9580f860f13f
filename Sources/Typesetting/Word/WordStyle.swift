/// A named look of paragraphs, which an editing program lets one change for all of them at once.
/// Sizes and lines are those of the pages.
struct WordStyle {
    let id: ID
    let look: Style
    /// White above and below it, in points.
    var before = 0.0
    var after = 0.0
    /// Of a heading.
    var level: Int?
    /// On one page, and on the same as the next paragraph.
    var isTogether = false
    var isGray = false

    /// As the file calls it, and the editing program where it has such a style of its own.
    enum ID: String {
        case normal = "Normal"
        case heading1 = "heading 1"
        case heading2 = "heading 2"
        case practice = "Letterhead"
        case place = "Letterhead Address"
        case mark = "Mark"
        case address = "Address"
        case label = "Table Label"
        case cell = "Table Text"
        case closing = "Closing"
        case signature = "Signature"
        case notice = "Notice"
        case colophon = "Colophon"
        case verbatim = "Plain Text"
        case footer = "footer"

        var value: String {
            rawValue.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
                .joined()
        }
    }

    static func all(isLetter: Bool) -> [WordStyle] {
        let body = isLetter ? Style.letter : .note
        return [
            WordStyle(id: .normal, look: body, before: body.leading / 2),
            WordStyle(
                id: .heading1, look: isLetter ? .subject : .document, before: isLetter ? 16 : 0,
                after: isLetter ? 0 : 6, level: 1, isTogether: true),
            WordStyle(
                id: .heading2, look: .section, before: body.leading, level: 2, isTogether: true),
            WordStyle(id: .practice, look: .practice),
            WordStyle(id: .place, look: .place, before: 1),
            WordStyle(id: .mark, look: .mark, after: 6),
            WordStyle(id: .address, look: body, before: 16),
            WordStyle(id: .label, look: .cell, before: 2.5, isGray: true),
            WordStyle(id: .cell, look: .cell, before: 2.5),
            WordStyle(id: .closing, look: body, before: 16, isTogether: true),
            WordStyle(
                id: .signature, look: .cell, before: isLetter ? 16 : 8, isTogether: true),
            WordStyle(id: .notice, look: .cell, before: 14, isTogether: true),
            WordStyle(id: .colophon, look: .fine, before: 4, isTogether: true, isGray: true),
            WordStyle(id: .verbatim, look: .verbatim, before: 12),
            WordStyle(id: .footer, look: .footer, isGray: true),
        ]
    }

    /// The elements in the order that the schema wants (ECMA-376, part 1, 17.7.4.17).
    var xml: String {
        let parent = id == .normal ? "" : "<w:basedOn w:val=\"Normal\"/>"
        let next = level == nil ? "" : "<w:next w:val=\"Normal\"/>"
        let outline = level.map { "<w:outlineLvl w:val=\"\($0 - 1)\"/>" } ?? ""
        return """
            <w:style w:type="paragraph"\(id == .normal ? " w:default=\"1\"" : "") \
            w:styleId="\(id.value)"><w:name w:val="\(id.rawValue)"/>\(parent)\(next)<w:qFormat/>\
            <w:pPr>\(isTogether ? "<w:keepNext/><w:keepLines/>" : "")\
            <w:spacing w:before="\(Int(before * 20))" w:after="\(Int(after * 20))" \
            w:line="\(Int(look.leading * 20))" w:lineRule="atLeast"/>\(outline)</w:pPr>\
            <w:rPr>\(look.wordFont)\(look.isBold ? "<w:b/><w:bCs/>" : "")\
            \(isGray ? "<w:color w:val=\"4D4D4D\"/>" : "")\
            <w:sz w:val="\(Int(look.size * 2))"/><w:szCs w:val="\(Int(look.size * 2))"/></w:rPr>\
            </w:style>
            """
    }
}

/// A font of editing programs, as wide as the one that pages are set in, and what stands in for it
/// where it is not installed. Nothing is embedded.
struct WordFont {
    let name: String
    let alternative: String
    let family: String
    /// Has letters that the font itself has not, such as Hebrew ones and Arabic ones.
    let complex: String

    static let serif = WordFont(
        name: "Cambria", alternative: "Caladea", family: "roman", complex: "Times New Roman")
    static let sans = WordFont(
        name: "Calibri", alternative: "Carlito", family: "swiss", complex: "Arial")
    static let mono = WordFont(
        name: "Courier New", alternative: "Liberation Mono", family: "modern",
        complex: "Courier New")
    static let all = [serif, sans, mono]

    var xml: String {
        """
        <w:font w:name="\(name)"><w:altName w:val="\(alternative)"/>\
        <w:family w:val="\(family)"/>\
        <w:pitch w:val="\(family == "modern" ? "fixed" : "variable")"/></w:font>
        """
    }
}

extension Style {
    fileprivate var wordFont: String {
        let font: WordFont =
            switch families {
            case Fonts.sans: .sans
            case Fonts.mono: .mono
            default: .serif
            }
        return """
            <w:rFonts w:ascii="\(font.name)" w:hAnsi="\(font.name)" w:cs="\(font.complex)"/>
            """
    }
}
