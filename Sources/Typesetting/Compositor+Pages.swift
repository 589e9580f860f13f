extension Compositor {
    /// A whole file of these slabs on pages, tagged; the foot of each is for the eye only.
    func file(
        of slabs: [Slab], height: Double,
        foot: (_ number: SetText, _ canvas: borrowing Canvas) -> Void
    ) throws(TypesettingError) -> [UInt8] {
        let pages = try Slab.pages(of: slabs.tagged("Document"), height: height).withSpans()
        let canvas = try Canvas(paper: paper)
        for (index, page) in pages.enumerated() {
            for (slab, top) in page {
                canvas.enter(slab.path)
                slab.draw(canvas, paper.margin + top)
            }
            canvas.leave(before: index + 1 < pages.count ? pages[index + 1].first?.slab.path : nil)
            let number = try set("Page \(index + 1) of \(pages.count)", in: .footer)
            canvas.tagged(Tag.artifact) { foot(number, $0) }
            canvas.endPage()
        }
        return try PDFFile.opened(canvas.finish()).described().written()
    }
}

extension [Slab.Page] {
    /// The same, where an element that goes over a page's end holds one element a page: cairo lets
    /// an element have either text or elements, and the foot stands between its lines.
    fileprivate func withSpans() -> Self {
        let split = Set(
            zip(self, dropFirst()).compactMap { page, next in
                page.last?.slab.path.last.flatMap { last in
                    last === next.first?.slab.path.last ? ObjectIdentifier(last) : nil
                }
            })
        return map { page in
            var spans: [ObjectIdentifier: Tag] = [:]
            return page.map { slab, top in
                guard let last = slab.path.last, split.contains(ObjectIdentifier(last)) else {
                    return (slab, top)
                }
                var slab = slab
                let span = spans[ObjectIdentifier(last)] ?? Tag("Span")
                spans[ObjectIdentifier(last)] = span
                slab.path.append(span)
                return (slab, top)
            }
        }
    }
}
