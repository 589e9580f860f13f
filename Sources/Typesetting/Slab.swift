/// A strip across the page that is never cut: a line of text, a row of words, a QR code.
struct Slab {
    let height: Double
    /// White above it, dropped at the top of a page.
    var spaceBefore: Double = 0
    /// A page may not end between this one and the next: a heading and its text, the first two
    /// lines of a paragraph and the last two.
    var staysWithNext = false
    /// Draws it with its upper edge at this height.
    let draw: (borrowing Canvas, Double) -> Void
}

extension Slab {
    typealias Page = [(slab: Slab, top: Double)]

    /// Distributes slabs over pages of this height. What stays together moves to the next page
    /// together, unless it is longer than a page.
    static func pages(of slabs: [Slab], height: Double) throws(TypesettingError) -> [Page] {
        var pages: [Page] = [[]]
        var top = 0.0
        func place(_ slab: Slab) {
            if !(pages.last?.isEmpty ?? true) {
                top += slab.spaceBefore
                if top + slab.height > height {
                    pages.append([])
                    top = 0
                }
            }
            pages[pages.count - 1].append((slab, top))
            top += slab.height
        }

        var rest = slabs[...]
        while !rest.isEmpty {
            let end = rest.firstIndex { !$0.staysWithNext } ?? rest.endIndex - 1
            let together = rest[...end]
            rest = rest[(end + 1)...]
            let length = together.reduce(0) { $0 + $1.spaceBefore + $1.height }
            let alone = length - (together.first?.spaceBefore ?? 0)
            if top + length > height, alone <= height, !(pages.last?.isEmpty ?? true) {
                pages.append([])
                top = 0
            }
            for slab in together {
                guard slab.height <= height else { throw .tooLong }
                place(slab)
            }
        }
        return pages
    }
}
