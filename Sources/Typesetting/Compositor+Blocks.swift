internal import Documents

extension Compositor {
    func title(_ text: String) throws(TypesettingError) -> [Slab] {
        rows([(try set(text, in: .title, measure: column), left)], spaceBefore: 0)
    }

    func slabs(_ block: Sheet.Block) throws(TypesettingError) -> [Slab] {
        switch block {
        case .heading(let text): try heading(text)
        case .paragraph(let text): try paragraph(text)
        case .steps(let steps): try list(limited(steps))
        case .words(let words): try grid(limited(words))
        case .facts(let facts): try table(limited(facts))
        case .bar(let text): try bar(text)
        case .code(let payload, let caption): try code(payload, caption: caption)
        case .blanks(let labels): try blanks(limited(labels))
        }
    }

    private func heading(_ text: String) throws(TypesettingError) -> [Slab] {
        rows([(try set(text, in: .heading, measure: column), left)], spaceBefore: 13)
            .stayingWithNext()
    }

    private func paragraph(_ text: String) throws(TypesettingError) -> [Slab] {
        var slabs: [Slab] = []
        for line in try limited(text.split(separator: "\n", omittingEmptySubsequences: false)) {
            let line = try set(String(line), in: .text, measure: column)
            slabs += rows([(line, left)], spaceBefore: slabs.isEmpty ? 6 : 0)
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
            let lines = rows(
                [(number, left), (text, left + indent)], spaceBefore: index == 0 ? 4 : 2)
            guard let typed = step.command else {
                slabs += lines
                continue
            }
            let command = try set(typed, in: .command, measure: column - indent)
            slabs += lines.stayingWithNext()
            slabs += rows([(command, left + indent)], spaceBefore: 1)
        }
        return slabs
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
                if start == 0 { canvas.rule(x: left, y: top, length: length, gray: 0.6) }
                for (place, cell) in row.enumerated() {
                    let x = left + Double(place) * width + indent
                    let baseline = top + leading * 0.7
                    canvas.show(
                        cell.number, line: 0, x: x - 6 - cell.number.width, baseline: baseline,
                        gray: 0.3)
                    canvas.show(cell.word, line: 0, x: x, baseline: baseline)
                }
                canvas.rule(x: left, y: top + leading, length: length, gray: 0.6)
            }
        }
    }

    private func table(_ facts: [Sheet.Fact]) throws(TypesettingError) -> [Slab] {
        var labels: [SetText] = []
        for fact in facts {
            labels.append(try set(fact.label, in: .label, measure: column * 0.35))
        }
        let indent = (labels.map(\.width).max() ?? 0) + 12
        var slabs: [Slab] = []
        for (fact, label) in zip(facts, labels) {
            let value = try set(
                fact.value, in: fact.isExact ? .exact : .value, measure: column - indent)
            slabs += rows(
                [(label, left), (value, left + indent)], spaceBefore: slabs.isEmpty ? 4 : 1)
        }
        return slabs
    }

    private func bar(_ text: String) throws(TypesettingError) -> [Slab] {
        let text = try set(text, in: .bar, measure: column - 20)
        let (left, column, leading) = (left, column, text.style.leading)
        let height = leading * Double(text.count) + 12
        return [
            Slab(height: height, spaceBefore: 8) { canvas, top in
                canvas.frame(x: left, y: top, width: column, height: height, thickness: 1.5)
                for line in 0..<text.count {
                    canvas.show(
                        text, line: line, x: left + 10,
                        baseline: top + 6 + leading * (Double(line) + 0.75))
                }
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
                canvas.fill(
                    symbol.runs.map { run in
                        (
                            left + Double(run.column) * module,
                            top + quiet + Double(run.row) * module,
                            Double(run.length) * module, module
                        )
                    })
                for line in 0..<caption.count {
                    canvas.show(
                        caption, line: line, x: left + indent,
                        baseline: top + quiet + leading * (Double(line) + 0.75))
                }
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
            slabs += rows([(label, left)], spaceBefore: 0).dropLast()
            slabs.append(
                Slab(height: height) { canvas, top in
                    canvas.show(label, line: last, x: left, baseline: top + height - 3)
                    let start = left + label.width + 8
                    canvas.rule(
                        x: start, y: top + height - 2, length: left + column - start, gray: 0.3)
                })
        }
        return slabs
    }
}
