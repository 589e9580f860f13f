internal import Documents

/// The parts of a file of Office Open XML: a package (ECMA-376, part 2) of one main document and
/// what it refers to.
struct WordParts {
    let note: Note
    let body: WordBody

    /// The list of their types comes first, as programs expect it.
    var all: [(name: String, xml: String)] {
        [
            ("[Content_Types].xml", types), ("_rels/.rels", relations),
            ("docProps/core.xml", properties), ("word/document.xml", document),
            ("word/_rels/document.xml.rels", documentRelations), ("word/styles.xml", styles),
            ("word/settings.xml", settings), ("word/fontTable.xml", fonts),
            ("word/footer1.xml", footer),
        ].map { ($0.0, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + $0.1) }
    }

    private static let office = "http://schemas.openxmlformats.org"
    private static let type = "application/vnd.openxmlformats-"
    private static let main =
        "xmlns:w=\"\(office)/wordprocessingml/2006/main\" "
        + "xmlns:r=\"\(office)/officeDocument/2006/relationships\""

    /// What the document refers to, by the last word of its relation's name.
    private static let referred = ["styles", "settings", "fontTable", "footer"]

    private static func file(_ part: String) -> String {
        part == "footer" ? "footer1.xml" : part + ".xml"
    }

    private var types: String {
        let word = Self.referred.map { part in
            "<Override PartName=\"/word/\(Self.file(part))\" "
                + "ContentType=\"\(Self.type)officedocument.wordprocessingml.\(part)+xml\"/>"
        }
        return """
            <Types xmlns="\(Self.office)/package/2006/content-types">
            <Default Extension="rels" ContentType="\(Self.type)package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" \
            ContentType="\(Self.type)officedocument.wordprocessingml.document.main+xml"/>
            <Override PartName="/docProps/core.xml" \
            ContentType="\(Self.type)package.core-properties+xml"/>
            \(word.joined(separator: "\n"))
            </Types>
            """
    }

    private static func relations(_ all: [(type: String, target: String)]) -> String {
        let list = all.enumerated().map { place, one in
            "<Relationship Id=\"rId\(place + 1)\" Type=\"\(office)/\(one.type)\" "
                + "Target=\"\(one.target)\"/>"
        }
        return """
            <Relationships xmlns="\(office)/package/2006/relationships">
            \(list.joined(separator: "\n"))
            </Relationships>
            """
    }

    private var relations: String {
        Self.relations([
            ("officeDocument/2006/relationships/officeDocument", "word/document.xml"),
            ("package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ])
    }

    private var documentRelations: String {
        Self.relations(
            Self.referred.map { ("officeDocument/2006/relationships/" + $0, Self.file($0)) })
    }

    /// A neutral title, or a program would take the first line for one, with the names in it.
    private var properties: String {
        """
        <cp:coreProperties xmlns:cp="\(Self.office)/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title>Document</dc:title><dc:language>en-US</dc:language>
        </cp:coreProperties>
        """
    }

    private var document: String {
        let footer = (Self.referred.firstIndex(of: "footer") ?? 0) + 1
        let (width, height) = (Int(Self.paper.width * 20), Int(Self.paper.height * 20))
        return """
            <w:document \(Self.main)>
            <w:body>
            \(body.xml(column: Self.column))
            <w:sectPr><w:footerReference w:type="default" r:id="rId\(footer)"/>\
            <w:pgSz w:w="\(width)" w:h="\(height)"/>\
            <w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" \
            w:footer="680" w:gutter="0"/></w:sectPr>
            </w:body>
            </w:document>
            """
    }

    private static let paper = Paper.letter
    /// Between margins of an inch, in twentieths of a point.
    private static let column = Int(paper.width * 20) - 2 * 1440

    private var styles: String {
        let all = WordStyle.all(isLetter: note.letter != nil).map(\.xml)
        let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
        return """
            <w:styles \(Self.main)>
            <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>\
            <w:pPrDefault/></w:docDefaults>
            \(all.joined(separator: "\n"))
            <w:style w:type="table" w:default="1" w:styleId="TableNormal">\
            <w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>\
            <w:left w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>\
            </w:tblCellMar></w:tblPr></w:style>
            <w:style w:type="table" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/>\
            <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top \(line)\
            <w:bottom \(line)</w:tblBorders></w:tblPr></w:style>
            </w:styles>
            """
    }

    /// Laid out as by the current version, and not as by an old one.
    private var settings: String {
        """
        <w:settings \(Self.main)><w:compat>\
        <w:compatSetting w:name="compatibilityMode" \
        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
        <w:themeFontLang w:val="en-US"/></w:settings>
        """
    }

    private var fonts: String {
        "<w:fonts \(Self.main)>\n" + WordFont.all.map(\.xml).joined(separator: "\n")
            + "\n</w:fonts>"
    }

    /// Of the identifiers, as much as a line takes.
    private var footer: String {
        let whose = note.identifiers.joined(separator: " · ").printable
            .split(separator: "\n").joined(separator: " ")
        let most = 100
        let shown = whose.count > most ? whose.prefix(most - 1) + "…" : whose[...]
        let field = { (name: String) in
            "<w:fldSimple w:instr=\" \(name) \">\(WordText.runs("1"))</w:fldSimple>"
        }
        let number =
            WordText.runs("Page ") + field("PAGE") + WordText.runs(" of ") + field("NUMPAGES")
        let lines = [
            (String(shown), number), (note.confidentiality, WordText.runs(note.name)),
            (Self.copy, ""),
        ]
        let line = "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"808080\"/>"
        return "<w:ftr \(Self.main)>\n"
            + lines.enumerated().map { place, texts in
                """
                <w:p><w:pPr><w:pStyle w:val="Footer"/>\(place == 0 ? line + "</w:pBdr>" : "")\
                <w:tabs><w:tab w:val="right" w:pos="\(Self.column)"/></w:tabs></w:pPr>\
                \(WordText.runs(texts.0))\(texts.1.isEmpty ? "" : "<w:r><w:tab/></w:r>" + texts.1)\
                </w:p>
                """
            }.joined(separator: "\n") + "\n</w:ftr>"
    }

    /// Whoever edits it must not take it, or let others take it, for what was signed.
    private static let copy =
        "A copy that can be edited. What was signed is the text of the document with this number."
}
