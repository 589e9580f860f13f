internal import Documents

extension Compositor {
    private static var gap: Double { 10 }

    /// A row is not cut, unless it is very long; the first two stay together, and the last two.
    func table(
        _ title: String, _ columns: [String], _ rows: [[String]]
    ) throws(TypesettingError) -> [Slab] {
        guard !columns.isEmpty else { return [] }
        var above: [Slab] = []
        if !title.isEmpty {
            let title = try set(title, in: .tableTitle, measure: column)
            above = self.rows(title, x: left, spaceBefore: 9).stayingWithNext().tagged("P")
        }
        let widths = try widths(columns, rows)
        let heads = try cells(columns, in: .column, widths)
        let head = line(of: heads, widths, as: "TH", under: 0)
        var slabs = [head].tagged("TR")
        slabs[0].spaceBefore = 4
        slabs[0].staysWithNext = true
        for (place, row) in rows.enumerated() {
            let texts = try cells(row, in: .item, widths)
            let most = 20
            let count = max(1, texts.map(\.count).max() ?? 0)
            for start in stride(from: 0, to: count, by: most) {
                var slab = line(
                    of: texts, widths, as: "TD", from: start, to: min(start + most, count),
                    under: 0.85)
                slab.heading = (head.height, head.draw)
                slabs += [slab].tagged("TR")
            }
            slabs[slabs.count - 1].staysWithNext =
                rows.count > 1 && (place == 0 || place == rows.count - 2)
        }
        return above + slabs.tagged("Table")
    }

    /// One strip of a row, with a line under it in this shade of gray.
    private func line(
        of cells: [SetText], _ widths: [Double], as element: String, from start: Int = 0,
        to end: Int? = nil, under gray: Double
    ) -> Slab {
        let lines = start..<(end ?? max(1, cells.map(\.count).max() ?? 0))
        let leading = cells.first?.style.leading ?? 0
        let (left, column) = (left, column)
        let height = leading * Double(lines.count) + 3
        return Slab(height: height) { canvas, top in
            var x = left
            for (cell, width) in zip(cells, widths) {
                canvas.show(
                    cell, lines, as: element, x: x, baseline: top + 1 + leading * 0.75,
                    leading: leading)
                x += width + Self.gap
            }
            canvas.tagged(Tag.artifact) {
                $0.rule(x: left, y: top + height - 0.5, length: column, gray: gray)
            }
        }
    }

    private func cells(
        _ texts: [String], in style: Style, _ widths: [Double]
    ) throws(TypesettingError) -> [SetText] {
        var cells: [SetText] = []
        for (place, width) in widths.enumerated() {
            let text = texts.indices.contains(place) ? texts[place] : ""
            cells.append(try set(text, in: style, measure: width))
        }
        return cells
    }

    /// What each column needs, or as much as there is for it: those that need more than an equal
    /// share of the rest get that share.
    private func widths(
        _ columns: [String], _ rows: [[String]]
    ) throws(TypesettingError) -> [Double] {
        var needed: [Double] = []
        for (place, head) in columns.enumerated() {
            var most = try set(head, in: .column).width
            for row in rows where row.indices.contains(place) {
                most = max(most, try set(row[place], in: .item).width)
            }
            needed.append(min(most + 0.5, column))
        }
        var rest = column - Self.gap * Double(columns.count - 1)
        var widths = needed
        for (done, place) in needed.indices.sorted(by: { needed[$0] < needed[$1] }).enumerated() {
            widths[place] = max(1, min(needed[place], rest / Double(columns.count - done)))
            rest -= widths[place]
        }
        return widths
    }

    /// For the eye only: the caption says what they show.
    func bars(_ bars: [Sheet.Bar], _ caption: String) throws(TypesettingError) -> [Slab] {
        guard !bars.isEmpty else { return [] }
        let step = min(70, column / Double(bars.count))
        let tallest = Double(max(1, bars.map(\.count).max() ?? 1))
        var drawn: [(bar: Sheet.Bar, number: SetText, label: SetText)] = []
        for bar in bars {
            drawn.append(
                (bar, try set("\(bar.count)", in: .item), try set(bar.label, in: .item)))
        }
        // Labels that have no room for all of them stand under every few bars.
        let widest = (drawn.map(\.label.width).max() ?? 0) + 4
        let every = max(1, Int((widest / step).rounded(.up)))
        let hasNumbers = (drawn.map(\.number.width).max() ?? 0) < step
        let (left, high, leading) = (left, 60.0, Style.item.leading)
        let picture = Slab(
            height: high + 2 * leading + 4, spaceBefore: 8, staysWithNext: true
        ) { [drawn] canvas, top in
            let floor = top + leading + high
            canvas.tagged(Tag.artifact) { canvas in
                for (place, each) in drawn.enumerated() {
                    let x = left + Double(place) * step
                    let height = high * Double(each.bar.count) / tallest
                    canvas.fill(
                        [(x + step / 6, floor - height, step * 2 / 3, height)],
                        gray: each.bar.isDark ? 0.1 : 0.6)
                    if hasNumbers, each.bar.count > 0 {
                        canvas.show(
                            each.number, line: 0, x: x + (step - each.number.width) / 2,
                            baseline: floor - height - 3)
                    }
                    if place.isMultiple(of: every) {
                        canvas.show(
                            each.label, line: 0, x: x + max(0, (step - each.label.width) / 2),
                            baseline: floor + leading)
                    }
                }
                canvas.rule(x: left, y: floor, length: step * Double(drawn.count), gray: 0.4)
            }
        }
        return [picture] + (try paragraph(caption))
    }
}
