internal import CPango

/// The pages of a PDF as they are drawn, in memory and nowhere else.
///
/// Distances are points from the upper left corner. Its title says nothing of the content, and it
/// has no author; what cairo says of itself and of the time, ``PDFFile`` takes out.
struct Canvas: ~Copyable {
    private final class Sink {
        var bytes: [UInt8] = []
        /// The elements that are open, from the outermost.
        var open: [Tag] = []
    }

    private let sink: Sink
    private let surface: OpaquePointer
    private let context: OpaquePointer

    init(paper: Paper) throws(TypesettingError) {
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { sink, bytes, count in
                guard let sink else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes += UnsafeBufferPointer(
                    start: bytes, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), paper.width, paper.height)
        guard let surface else { throw .failed }
        guard let context = cairo_create(surface) else {
            cairo_surface_destroy(surface)
            throw .failed
        }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, "Document")
        self.sink = sink
        self.surface = surface
        self.context = context
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
        // Destroying the surface may write to the sink once more.
        withExtendedLifetime(sink) {}
    }

    func show(_ text: SetText, line: Int, x: Double, baseline: Double, gray: Double = 0) {
        cairo_set_source_rgb(context, gray, gray, gray)
        text.show(line: line, x: x, baseline: baseline, on: context)
    }

    func rule(x: Double, y: Double, length: Double, thickness: Double = 0.5, gray: Double = 0) {
        fill([(x, y, length, thickness)], gray: gray)
    }

    /// Rectangles as one shape, so that no hairline shows where two of them touch.
    func fill(
        _ rectangles: [(x: Double, y: Double, width: Double, height: Double)], gray: Double = 0
    ) {
        cairo_set_source_rgb(context, gray, gray, gray)
        for each in rectangles {
            cairo_rectangle(context, each.x, each.y, each.width, each.height)
        }
        cairo_fill(context)
    }

    func frame(x: Double, y: Double, width: Double, height: Double, thickness: Double) {
        cairo_set_source_rgb(context, 0, 0, 0)
        cairo_set_line_width(context, thickness)
        cairo_rectangle(context, x, y, width, height)
        cairo_stroke(context)
    }

    /// Draws something as one element within those that are open.
    func tagged(_ name: String, _ draw: (borrowing Canvas) -> Void) {
        cairo_tag_begin(context, name, "")
        draw(self)
        cairo_tag_end(context, name)
    }

    /// Lines below each other as one element; a text may have fewer.
    func show(
        _ text: SetText, _ lines: Range<Int>, as element: String, x: Double, baseline: Double,
        leading: Double, gray: Double = 0
    ) {
        cairo_tag_begin(context, element, "")
        for line in lines where line < text.count {
            let baseline = baseline + leading * Double(line - lines.lowerBound)
            show(text, line: line, x: x, baseline: baseline, gray: gray)
        }
        cairo_tag_end(context, element)
    }

    /// Ends elements and begins others, so that just those of `path` are open.
    func enter(_ path: [Tag]) {
        leave(before: path)
        for element in path[sink.open.count...] {
            cairo_tag_begin(context, element.name, "")
            sink.open.append(element)
        }
    }

    /// Ends the elements that `path` has not.
    func leave(before path: [Tag]?) {
        let common = zip(sink.open, path ?? []).prefix { $0 === $1 }.count
        while sink.open.count > common { cairo_tag_end(context, sink.open.removeLast().name) }
    }

    func endPage() { cairo_show_page(context) }

    /// The whole file.
    consuming func finish() throws(TypesettingError) -> [UInt8] {
        let drawn = cairo_status(context)
        cairo_surface_finish(surface)
        guard drawn == CAIRO_STATUS_SUCCESS, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        else { throw .failed }
        return sink.bytes
    }
}
