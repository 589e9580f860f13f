internal import Documents

extension AuditReport.Picture {
    private static let height = 96
    private static let room = 22

    /// Bars in SVG without style or script; numbers stand above them, so that nothing is told by
    /// colour alone.
    var svg: String {
        let step = bars.count > 40 ? 12 : bars.count > 12 ? 22 : bars.count > 5 ? 56 : 110
        let width = max(step * bars.count, 60)
        let most = max(bars.map(\.count).max() ?? 0, 1)
        // Labels that have no room for all of them stand under every few bars.
        let longest = bars.map(\.label.count).max() ?? 1
        let every = max(1, (longest * 7 + step - 1) / step)
        let parts = bars.enumerated().map { place, bar in
            let height = bar.count * Self.height / most
            let (left, middle) = (place * step + step / 6, place * step + step / 2)
            let top = Self.room + Self.height - height
            let fill = bar.stands ? "#b45309" : "#475569"
            let number =
                bar.count == 0 || (step < 14 && bar.count < most)
                ? "" : Self.text("\(bar.count)", middle, top - 4)
            let isLabelled = bars.count <= 12 || place.isMultiple(of: every)
            return
                "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(step * 2 / 3)\" height=\"\(height)\" fill=\"\(fill)\"/>"
                + number
                + (isLabelled
                    ? Self.text(bar.label, middle, Self.room + Self.height + 14) : "")
        }
        let whole = Self.room + Self.height + 20
        let title = Markup.escaped(title)
        return """
            <figure><svg viewBox="-40 0 \(width + 80) \(whole)" width="\(width + 80)" \
            height="\(whole)" role="img" aria-label="\(title)">\
            <line x1="0" y1="\(Self.room + Self.height)" x2="\(width)" \
            y2="\(Self.room + Self.height)" stroke="#94a3b8"/>\(parts.joined())</svg>\
            <figcaption>\(title)</figcaption></figure>
            """
    }

    private static func text(_ text: String, _ x: Int, _ y: Int) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\" font-size=\"11\">"
            + Markup.escaped(text) + "</text>"
    }
}
