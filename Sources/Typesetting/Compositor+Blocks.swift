internal import Documents

extension Compositor {
    func title(_ text: String) throws(TypesettingError) -> [Slab] {
        rows(try set(text, in: .title, measure: column), x: left, spaceBefore: 0).tagged("H1")
    }

    func slabs(_ block: Sheet.Block) throws(TypesettingError) -> [Slab] {
        switch block {
        case .heading(let text): try heading(text)
        case .paragraph(let text): try paragraph(text)
        case .steps(let steps): try list(limited(steps))
        case .words(let words): try grid(limited(words))
        case .facts(let facts): try table(limited(facts))
        case .table(let title, let columns, let rows):
            try table(title, columns, limited(rows))
        case .bars(let bars, let caption): try self.bars(limited(bars), caption)
        case .bar(let text): try bar(text)
        case .code(let payload, let caption): try code(payload, caption: caption)
        case .blanks(let labels): try blanks(limited(labels))
        case .page: [Slab(height: 0, staysWithNext: true, beginsPage: true) { _, _ in }]
        }
    }

    private func heading(_ text: String) throws(TypesettingError) -> [Slab] {
        rows(try set(text, in: .heading, measure: column), x: left, spaceBefore: 13)
            .stayingWithNext().tagged("H2")
    }

    func paragraph(_ text: String) throws(TypesettingError) -> [Slab] {
        var slabs: [Slab] = []
        for line in try limited(text.split(separator: "\n", omittingEmptySubsequences: false)) {
            let line = try set(String(line), in: .text, measure: column)
            slabs += rows(line, x: left, spaceBefore: slabs.isEmpty ? 6 : 0).tagged("P")
        }
        return slabs
    }

    private func limited<Item>(_ list: [Item]) throws(TypesettingError) -> [Item] {
        guard list.count <= Typesetter.mostLines else { throw .tooLong }
        return list
    }

    private func list(_ steps: [Sheet.Step]) throws(TypesettingError) -> [Slab] {
        let widest = try set("\(steps.count).", in: .text).width
        let indent = max(18, widest + 5)
        var slabs: [Slab] = []
        for (index, step) in steps.enumerated() {
            let number = try set("\(index + 1).", in: .text)
            let text = try set(step.text, in: .text, measure: column - indent)
            // Beside the first line of the text.
            let label = Slab(height: 0, spaceBefore: index == 0 ? 4 : 2, staysWithNext: true) {
                [left] canvas, top in
                let baseline = top + text.style.leading * 0.75
                canvas.show(number, line: 0, x: left, baseline: baseline)
            }
            var body = rows(text, x: left + indent, spaceBefore: 0).tagged("P")
            if let typed = step.command {
                let command = try set(typed, in: .command, measure: column - indent)
                body = body.stayingWithNext()
                body += rows(command, x: left + indent, spaceBefore: 1).tagged("P")
            }
            slabs += ([label].tagged("Lbl") + body.tagged("LBody")).tagged("LI")
        }
        return slabs.tagged("L")
    }

    /// As many columns, up to four, as the widest word leaves room for. A number is so near to its
    /// word, and so large, that programs reading the PDF keep the two together.
    private func grid(_ words: [String]) throws(TypesettingError) -> [Slab] {
        var cells: [(number: SetText, word: SetText)] = []
        for (index, word) in words.enumerated() {
            let word = try set(word, in: .word, measure: column)
            guard word.count == 1 else { throw .word }
            cells.append((try set("\(index + 1)", in: .number), word))
        }
        let indent = (cells.map(\.number.width).max() ?? 0) + 11
        let widest = indent + (cells.map(\.word.width).max() ?? 0) + 8
        guard widest <= column else { throw .word }
        let columns = min(4, Int(column / widest))
        let (left, width, leading) = (left, column / Double(columns), Style.word.leading)
        let starts = stride(from: 0, to: cells.count, by: columns)
        return starts.map { start in
            let row = cells[start..<min(start + columns, cells.count)]
            return Slab(
                height: leading, spaceBefore: start == 0 ? 4 : 0,
                staysWithNext: start + columns < cells.count
            ) { canvas, top in
                let length = width * Double(columns)
                canvas.tagged(Tag.artifact) { canvas in
                    if start == 0 { canvas.rule(x: left, y: top, length: length, gray: 0.6) }
                    canvas.rule(x: left, y: top + leading, length: length, gray: 0.6)
                }
                for (place, cell) in row.enumerated() {
                    let x = left + Double(place) * width + indent
                    let baseline = top + leading * 0.7
                    canvas.tagged("LI") { canvas in
                        canvas.show(
                            cell.number, 0..<1, as: "Lbl", x: x - 6 - cell.number.width,
                            baseline: baseline, leading: leading, gray: 0.3)
                        canvas.show(
                            cell.word, 0..<1, as: "LBody", x: x, baseline: baseline,
                            leading: leading)
                    }
                }
            }
        }.tagged("L")
    }

    private func table(_ facts: [Sheet.Fact]) throws(TypesettingError) -> [Slab] {
        var labels: [SetText] = []
        for fact in facts {
            labels.append(try set(fact.label.spaced, in: .label, measure: column * 0.35))
        }
        let indent = (labels.map(\.width).max() ?? 0) + 12
        var slabs: [Slab] = []
        for (fact, label) in zip(facts, labels) {
            let value = try set(
                fact.value.spaced, in: fact.isExact ? .exact : .value, measure: column - indent)
            slabs += row(
                [(label, value, 0)], indent, spaceBefore: slabs.isEmpty ? 4 : 1, gray: 0)
        }
        return slabs.tagged("Table")
    }

    private func bar(_ text: String) throws(TypesettingError) -> [Slab] {
        let text = try set(text, in: .bar, measure: column - 20)
        let (left, column, leading) = (left, column, text.style.leading)
        let height = leading * Double(text.count) + 12
        return [
            Slab(height: height, spaceBefore: 8) { canvas, top in
                canvas.tagged(Tag.artifact) {
                    $0.frame(x: left, y: top, width: column, height: height, thickness: 1.5)
                }
                canvas.show(
                    text, 0..<text.count, as: "P", x: left + 10,
                    baseline: top + 6 + leading * 0.75, leading: leading)
            }
        ]
    }

    /// At least 35 mm wide, and no module under half a millimetre, which printers and readers
    /// still manage.
    private func code(_ payload: String, caption: String) throws(TypesettingError) -> [Slab] {
        let symbol = try QRSymbol(payload)
        let millimetre = Paper.millimetre
        let module = max(35 * millimetre / Double(symbol.size), 0.5 * millimetre)
        let quiet = module * Double(QRSymbol.quietZone)
        let side = module * Double(symbol.size)
        // The left margin is wider than any quiet zone.
        let indent = side + quiet + 8
        let caption = try set(caption, in: .text, measure: max(column - indent, 1))
        let leading = caption.style.leading
        let left = left
        let height = max(side + 2 * quiet, leading * Double(caption.count))
        return [
            Slab(height: height, spaceBefore: 5) { canvas, top in
                let modules = symbol.runs.map { run in
                    (
                        left + Double(run.column) * module,
                        top + quiet + Double(run.row) * module,
                        Double(run.length) * module, module
                    )
                }
                canvas.tagged("Figure") { $0.fill(modules) }
                canvas.show(
                    caption, 0..<caption.count, as: "P", x: left + indent,
                    baseline: top + quiet + leading * 0.75, leading: leading)
            }
        ]
    }

    /// High enough to write on by hand.
    private func blanks(_ labels: [String]) throws(TypesettingError) -> [Slab] {
        var slabs: [Slab] = []
        let (left, column, height) = (left, column, 25.0)
        for label in labels {
            let label = try set(label, in: .label, measure: column * 0.5)
            let last = label.count - 1
            slabs += rows(label, x: left, spaceBefore: 0).dropLast().tagged("P")
            slabs.append(
                Slab(height: height) { canvas, top in
                    canvas.show(
                        label, last..<label.count, as: "P", x: left, baseline: top + height - 3,
                        leading: label.style.leading)
                    let start = left + label.width + 8
                    canvas.tagged(Tag.artifact) {
                        $0.rule(
                            x: start, y: top + height - 2, length: left + column - start, gray: 0.3)
                    }
                })
        }
        return slabs
    }
}

extension String {
    /// With a blank before each line end, for programs that read the text and not the page.
    fileprivate var spaced: String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " \n")
    }
}
