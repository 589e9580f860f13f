internal import CPango

/// A text in one style, broken into lines no wider than a measure: ragged right and never
/// hyphenated, because a hyphen that nobody typed changes a key or a command.
///
/// Owns its Pango layout, and through it the lines.
final class SetText {
    let style: Style
    /// Of the widest line, in points.
    let width: Double
    private let layout: OpaquePointer
    private let lines: [UnsafeMutablePointer<PangoLayoutLine>]

    var count: Int { lines.count }

    /// Pango counts 1/1024 points in 32 bits; a longer text could run over that and off the paper.
    static let mostBytes = 20_000

    /// Throws ``TypesettingError/unknownCharacter`` rather than print an empty box, and
    /// ``TypesettingError/tooLong`` rather than run over the measure. What is clipped is one line
    /// that ends with an ellipsis where the measure does.
    init(
        _ text: String, in style: Style, measure: Double?, isClipped: Bool = false,
        context: OpaquePointer
    ) throws(TypesettingError) {
        guard text.utf8.count <= Self.mostBytes else { throw .tooLong }
        guard let layout = pango_layout_new(context) else { throw .failed }
        self.style = style
        self.layout = layout
        pango_layout_set_text(layout, text, -1)
        style.apply(to: layout)
        if isClipped {
            pango_layout_set_single_paragraph_mode(layout, 1)
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        }
        if let measure { pango_layout_set_width(layout, Int32(measure * Double(PANGO_SCALE))) }
        var size: (Int32, Int32) = (0, 0)
        pango_layout_get_size(layout, &size.0, &size.1)
        width = Double(size.0) / Double(PANGO_SCALE)
        lines = Self.items(pango_layout_get_lines(layout))
        guard lines.allSatisfy(Self.isWhole) else { throw .unknownCharacter }
        guard width >= 0, width <= (measure ?? .infinity) + 1 else { throw .tooLong }
        for line in lines { keepBlank(of: line) }
    }

    /// Pango takes out the blank that a line is broken at. Here it is put back, without a width, to
    /// keep words apart for programs that read the text and not the page.
    private func keepBlank(of line: UnsafeMutablePointer<PangoLayoutLine>) {
        guard let text = pango_layout_get_text(layout) else { return }
        for run: UnsafeMutablePointer<PangoLayoutRun> in Self.items(line.pointee.runs) {
            guard let item = run.pointee.item?.pointee, let glyphs = run.pointee.glyphs?.pointee
            else { continue }
            for index in 0..<Int(glyphs.num_glyphs)
            where glyphs.glyphs[index].glyph == Self.emptyGlyph
                && text[Int(item.offset + glyphs.log_clusters[index])] == CChar(0x20)
            {
                var blank: hb_codepoint_t = 0
                let font = pango_font_get_hb_font(item.analysis.font)
                guard hb_font_get_nominal_glyph(font, 0x20, &blank) != 0 else { continue }
                glyphs.glyphs[index].glyph = blank
            }
        }
    }

    /// Whether each glyph is one of a font's: Pango marks what no font has, and fonts with a shaper
    /// of their own give their glyph 0, the empty box.
    private static func isWhole(_ line: UnsafeMutablePointer<PangoLayoutLine>) -> Bool {
        items(line.pointee.runs).allSatisfy { (run: UnsafeMutablePointer<PangoLayoutRun>) in
            guard let glyphs = run.pointee.glyphs else { return true }
            return UnsafeBufferPointer(
                start: glyphs.pointee.glyphs, count: Int(glyphs.pointee.num_glyphs)
            ).allSatisfy { $0.glyph != 0 && $0.glyph & unknownFlag == 0 }
        }
    }

    /// `PANGO_GLYPH_UNKNOWN_FLAG`, a macro with a cast that Swift does not see.
    private static let unknownFlag: PangoGlyph = 0x1000_0000
    /// `PANGO_GLYPH_EMPTY`, another.
    private static let emptyGlyph: PangoGlyph = 0x0FFF_FFFF

    private static func items<Item>(
        _ list: UnsafeMutablePointer<GSList>?
    ) -> [UnsafeMutablePointer<Item>] {
        var items: [UnsafeMutablePointer<Item>] = []
        var next = list
        while let link = next {
            if let item = link.pointee.data {
                items.append(item.assumingMemoryBound(to: Item.self))
            }
            next = link.pointee.next
        }
        return items
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Draws one line from `x`, in the order in which it is read.
    func show(line: Int, x: Double, baseline: Double, on context: OpaquePointer) {
        guard let text = pango_layout_get_text(layout) else { return }
        var end = x
        let runs = Self.items(lines[line].pointee.runs).map {
            (run: UnsafeMutablePointer<PangoLayoutRun>) in
            defer {
                end +=
                    Double(pango_glyph_string_get_width(run.pointee.glyphs)) / Double(PANGO_SCALE)
            }
            return (run: run, x: end)
        }
        for (run, x) in runs.sorted(by: { $0.run.offset < $1.run.offset }) {
            cairo_move_to(context, x, baseline)
            pango_cairo_show_glyph_item(context, text, run)
        }
    }

    /// How far from the left a line begins within its measure: one that is read from right to left
    /// ends at the right.
    func indent(of line: Int, in measure: Double) -> Double {
        pango_layout_line_get_resolved_direction(lines[line]) == PANGO_DIRECTION_RTL
            ? max(0, measure - width(of: line)) : 0
    }

    private func width(of line: Int) -> Double {
        var extents = PangoRectangle()
        pango_layout_line_get_extents(lines[line], nil, &extents)
        return Double(extents.width) / Double(PANGO_SCALE)
    }
}

extension UnsafeMutablePointer<PangoLayoutRun> {
    /// Where its text begins, in bytes.
    fileprivate var offset: Int32 { pointee.item.pointee.offset }
}

extension Style {
    fileprivate func apply(to layout: OpaquePointer) {
        let font = pango_font_description_new()
        defer { pango_font_description_free(font) }
        pango_font_description_set_family(font, families)
        pango_font_description_set_weight(font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_wrap(layout, isExact ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR)

        let attributes = pango_attr_list_new()
        defer { pango_attr_list_unref(attributes) }
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        if isExact {
            pango_attr_list_insert(
                attributes, pango_attr_font_features_new("liga=0, clig=0, calt=0"))
        }
        pango_layout_set_attributes(layout, attributes)
    }
}
