internal import Documents

extension Compositor {
    /// All of a document. From the end of its last section on everything stays together, so that a
    /// signature never stands alone.
    func slabs(of note: Note) throws(TypesettingError) -> [Slab] {
        let body = note.letter == nil ? Style.note : Style.letter
        var slabs: [Slab] = []
        var isClosing = false
        for piece in note.printed {
            isClosing = isClosing || piece.closes
            if isClosing { slabs = slabs.lastStayingWithNext() }
            let next = try self.slabs(piece, body)
            slabs += isClosing ? next.stayingWithNext() : next
            guard slabs.count <= Typesetter.mostLines else { throw .tooLong }
        }
        return slabs
    }

    private func slabs(_ piece: PrintedPiece, _ body: Style) throws(TypesettingError) -> [Slab] {
        switch piece {
        case .letterhead(let lines): try letterhead(lines)
        case .title(let title, let mark): try self.title(title, mark: mark)
        case .facts(let facts): try table(facts)
        case .lines(let lines): try block(lines, in: body, spaceBefore: 16).tagged("P")
        case .subject(let text): try block([text], in: .subject, spaceBefore: 16).tagged("H1")
        case .section(let heading, let paragraphs): try section(heading, paragraphs, body)
        case .signature(let closing, let lines): try signature(closing, lines)
        case .notice(let text): try block([text], in: .cell, spaceBefore: 14).tagged("P")
        case .rule: [line(spaceBefore: 14, gray: 0.5)]
        case .colophon(let lines): try colophon(lines)
        }
    }

    /// The page exactly as it was signed, for a document that would be printed otherwise today.
    func verbatim(_ text: String) throws(TypesettingError) -> [Slab] {
        var slabs: [Slab] = []
        for paragraph in text.split(separator: "\n\n") {
            slabs += try block([String(paragraph)], in: .verbatim, spaceBefore: 12).tagged("P")
            guard slabs.count <= Typesetter.mostLines else { throw .tooLong }
        }
        return slabs
    }

    private func letterhead(_ lines: [String]) throws(TypesettingError) -> [Slab] {
        guard !lines.isEmpty else { return [] }
        let name = try block(Array(lines.prefix(1)), in: .practice, spaceBefore: 0)
        let place = try block(Array(lines.dropFirst()), in: .place, spaceBefore: 1)
        return name.tagged("P") + place.tagged("P") + [line(spaceBefore: 7, gray: 0.5)]
    }

    private func title(_ text: String, mark: String?) throws(TypesettingError) -> [Slab] {
        var slabs = try block([text], in: .document, spaceBefore: 0).tagged("H1")
        if let mark { slabs += try block([mark], in: .mark, spaceBefore: 3).tagged("P") }
        return slabs
    }

    private func section(
        _ heading: String, _ paragraphs: [String], _ body: Style
    ) throws(TypesettingError) -> [Slab] {
        var slabs: [Slab] = []
        if !heading.isEmpty {
            slabs += try block([heading], in: .section, spaceBefore: body.leading).stayingWithNext()
                .tagged("H2")
        }
        for paragraph in paragraphs {
            let isFirst = paragraph == paragraphs.first
            let space = !isFirst ? body.leading / 2 : heading.isEmpty ? body.leading : 3
            slabs += try block([paragraph], in: body, spaceBefore: space).tagged("P")
            guard slabs.count <= Typesetter.mostLines else { throw .tooLong }
        }
        return slabs.tagged("Sect")
    }

    private func signature(
        _ closing: String?, _ lines: [String]
    ) throws(TypesettingError) -> [Slab] {
        var slabs: [Slab] = []
        if let closing { slabs += try block([closing], in: .letter, spaceBefore: 16).tagged("P") }
        let name = Array(lines.prefix(1))
        let space = closing == nil ? 8.0 : 16
        slabs += try block(name, in: .subject, spaceBefore: space).tagged("P")
        slabs += try block(Array(lines.dropFirst()), in: .cell, spaceBefore: 0).tagged("P")
        return slabs.tagged("Sect")
    }

    private func colophon(_ lines: [String]) throws(TypesettingError) -> [Slab] {
        var slabs: [Slab] = []
        for line in lines {
            slabs += try block(
                [line], in: .fine, spaceBefore: slabs.isEmpty ? 8 : 0, gray: 0.3
            ).tagged("P")
        }
        return slabs.tagged("Sect")
    }

    private func table(_ facts: [Note.HeaderLine]) throws(TypesettingError) -> [Slab] {
        guard facts.count <= Typesetter.mostLines else { throw .tooLong }
        var labels: [SetText] = []
        for fact in facts {
            labels += try set(fact.label + ":", marking: .cellLabel, measure: column * 0.35).prefix(
                1)
        }
        let none = try set("", in: .cellLabel)
        let indent = (labels.map(\.width).max() ?? 0) + 16
        var slabs = [line(spaceBefore: 8, gray: 0.5)]
        let half = column / 2
        var waiting: Cell?
        for (fact, label) in zip(facts, labels) {
            let values = try set(fact.text, marking: .cell, measure: column - indent)
            let isShort =
                values.count == 1 && label.count == 1 && values[0].count == 1
                && values[0].width <= half - indent - 12
            if isShort, let first = waiting {
                slabs += row([first, Cell(label: label, value: values[0], x: half)], indent)
                waiting = nil
                continue
            }
            if let first = waiting { slabs += row([first], indent) }
            waiting = isShort ? Cell(label: label, value: values[0], x: 0) : nil
            for (place, value) in values.enumerated() where !isShort {
                slabs += row([Cell(label: place == 0 ? label : none, value: value, x: 0)], indent)
            }
        }
        if let last = waiting { slabs += row([last], indent) }
        slabs = slabs.lastStayingWithNext()
        slabs.append(line(spaceBefore: 3, gray: 0.5))
        return slabs.tagged("Table")
    }

    typealias Cell = (label: SetText, value: SetText, x: Double)

    /// A row is not cut, unless it is very long.
    func row(
        _ cells: [Cell], _ indent: Double, spaceBefore: Double = 2.5, gray: Double = 0.3
    ) -> [Slab] {
        let (left, most) = (left, 20)
        let leading = cells.first?.value.style.leading ?? 0
        let count = cells.flatMap { [$0.label.count, $0.value.count] }.max() ?? 0
        return stride(from: 0, to: count, by: most).flatMap { start in
            let lines = start..<min(start + most, count)
            return [
                Slab(
                    height: leading * Double(lines.count),
                    spaceBefore: start == 0 ? spaceBefore : 0
                ) { canvas, top in
                    let first = top + leading * 0.75
                    for cell in cells {
                        canvas.show(
                            cell.label, lines, as: "TH", x: left + cell.x, baseline: first,
                            leading: leading, gray: gray)
                        canvas.show(
                            cell.value, lines, as: "TD", x: left + cell.x + indent,
                            baseline: first, leading: leading)
                    }
                }
            ].tagged("TR")
        }
    }

    /// A line across the column, for the eye only.
    private func line(spaceBefore: Double, gray: Double) -> Slab {
        let (left, column) = (left, column)
        let slab = Slab(height: 0.5, spaceBefore: spaceBefore, staysWithNext: true) {
            $0.rule(x: left, y: $1, length: column, gray: gray)
        }
        return [slab].tagged(Tag.artifact)[0]
    }

    /// Lines below each other, as one slab each.
    private func block(
        _ lines: [String], in style: Style, spaceBefore: Double, gray: Double = 0
    ) throws(TypesettingError) -> [Slab] {
        var slabs: [Slab] = []
        for text in try set(lines.joined(separator: "\n"), marking: style, measure: column) {
            slabs += rows(text, spaceBefore: slabs.isEmpty ? spaceBefore : 0, gray: gray)
        }
        return slabs
    }

    private func rows(_ text: SetText, spaceBefore: Double, gray: Double) -> [Slab] {
        let (left, column, count, height) = (left, column, text.count, text.style.leading)
        return (0..<count).map { line in
            Slab(
                height: height, spaceBefore: line == 0 ? spaceBefore : 0,
                staysWithNext: count > 1 && (line == 0 || line == count - 2)
            ) { canvas, top in
                canvas.show(
                    text, line: line, x: left + text.indent(of: line, in: column),
                    baseline: top + height * 0.75, gray: gray)
            }
        }
    }

    /// A text in parts that are not too long to be set. A character that is in no font is named, as
    /// in “[U+1F9E0]”: a signed document is printed whatever it holds, with nothing left out.
    private func set(
        _ text: String, marking style: Style, measure: Double
    ) throws(TypesettingError) -> [SetText] {
        var set: [SetText] = []
        // A line end is a blank for programs that read the text and not the page.
        let lines = text.printable.split(separator: "\n", omittingEmptySubsequences: false)
        for part in lines.joined(separator: " \n").parts {
            do {
                set.append(try self.set(part, in: style, measure: measure))
            } catch .unknownCharacter {
                for part in try named(part, in: style).parts {
                    set.append(try self.set(part, in: style, measure: measure))
                }
            }
        }
        return set
    }

    /// One line of a text, with an ellipsis where the measure ends.
    func clipped(
        _ text: String, in style: Style, measure: Double
    ) throws(TypesettingError) -> SetText {
        let text = String(text.printable.prefix(400))
        do {
            return try set(text, in: style, measure: measure, isClipped: true)
        } catch .unknownCharacter {
            return try set(named(text, in: style), in: style, measure: measure, isClipped: true)
        }
    }

    private func named(_ text: String, in style: Style) throws(TypesettingError) -> String {
        var names: [Character: String] = [:]
        for character in Swift.Set(text) {
            do {
                _ = try set(String(character), in: style)
            } catch .unknownCharacter {
                names[character] = character.unicodeScalars.map(\.name).joined()
            }
        }
        return text.map { names[$0] ?? String($0) }.joined()
    }
}

extension Unicode.Scalar {
    fileprivate var name: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
    }
}

extension PrintedPiece {
    /// Whether it belongs to what stands under the text and stays together.
    var closes: Bool {
        switch self {
        case .rule, .signature, .notice, .colophon: true
        default: false
        }
    }
}

extension [Slab] {
    fileprivate func lastStayingWithNext() -> [Slab] {
        var slabs = self
        if !slabs.isEmpty { slabs[slabs.count - 1].staysWithNext = true }
        return slabs
    }
}

extension String {
    /// The same in parts that can be set, cut at blanks where there are any.
    fileprivate var parts: [String] {
        var parts: [String] = []
        var rest = unicodeScalars[...]
        while rest.count > SetText.mostBytes / 4 {
            let most = rest.prefix(SetText.mostBytes / 4)
            let blank = most.lastIndex { $0 == " " || $0 == "\n" }
            let end = blank.map(most.index(after:)) ?? most.endIndex
            let part = rest[..<end]
            parts.append(String(part.last == "\n" ? part.dropLast() : part))
            rest = rest[end...]
        }
        return parts + [String(rest)]
    }
}
