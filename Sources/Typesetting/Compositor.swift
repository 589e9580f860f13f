internal import CPango
internal import Documents

/// Turns blocks into slabs: it knows the fonts, the column and the distances between things.
struct Compositor: ~Copyable {
    let paper: Paper
    private let context: OpaquePointer

    var left: Double { paper.margin }
    var column: Double { paper.column }

    init(paper: Paper) throws(TypesettingError) {
        guard Fonts.areThere else { throw .noFonts }
        // The map belongs to Pango and keeps the fonts for the next document.
        guard let context = pango_font_map_create_context(pango_cairo_font_map_get_default())
        else { throw .failed }
        self.paper = paper
        self.context = context
        // A point is a point, and no letter is moved to fit a screen's pixels.
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        // Not the one of the user's environment.
        pango_context_set_language(context, pango_language_from_string("en-us"))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

    func set(
        _ text: String, in style: Style, measure: Double? = nil, isClipped: Bool = false
    ) throws(TypesettingError) -> SetText {
        try SetText(
            text, in: style, measure: measure, isClipped: isClipped, context: context)
    }

    /// A text from `x`, as one slab a line.
    func rows(_ text: SetText, x: Double, spaceBefore: Double) -> [Slab] {
        let (count, height) = (text.count, text.style.leading)
        return (0..<count).map { line in
            Slab(
                height: height, spaceBefore: line == 0 ? spaceBefore : 0,
                staysWithNext: count > 1 && (line == 0 || line == count - 2)
            ) { canvas, top in
                canvas.show(text, line: line, x: x, baseline: top + height * 0.75)
            }
        }
    }
}

extension [Slab] {
    /// The same, of which the last stays with what follows.
    func stayingWithNext() -> [Slab] {
        map { slab in
            var slab = slab
            slab.staysWithNext = true
            return slab
        }
    }
}
