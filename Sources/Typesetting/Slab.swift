/// A strip across the page that is never cut: a line of text, a row of words, a QR code.
struct Slab {
    let height: Double
    /// White above it, dropped at the top of a page.
    var spaceBefore: Double = 0
    /// A page may not end between this one and the next: a heading and its text, the first two
    /// lines of a paragraph and the last two.
    var staysWithNext = false
    var beginsPage = false
    /// What stands above it for the eye where it is the first of a page that goes on.
    var heading: (height: Double, draw: (borrowing Canvas, Double) -> Void)?
    /// The elements it is in, from the outermost.
    var path: [Tag] = []
    /// Draws it with its upper edge at this height.
    let draw: (borrowing Canvas, Double) -> Void
}

/// A part of the structure that programs read aloud by, such as a section or a paragraph; over as
/// many slabs, and pages, as it takes.
final class Tag {
    let name: String
    init(_ name: String) { self.name = name }

    /// What is there for the eye only. The name is one that cairo 1.16 takes; ``PDFFile`` makes a
    /// real artifact of it.
    static let artifact = "Private"
}

extension [Slab] {
    /// The same in one element around all of them.
    func tagged(_ name: String) -> [Slab] {
        let element = Tag(name)
        return map { slab in
            var slab = slab
            slab.path.insert(element, at: 0)
            return slab
        }
    }
}

extension Slab {
    fileprivate var underHeading: Slab {
        guard let heading else { return self }
        return Slab(height: heading.height + height, path: path) { [draw] canvas, top in
            canvas.tagged(Tag.artifact) { heading.draw($0, top) }
            draw(canvas, top + heading.height)
        }
    }

    typealias Page = [(slab: Slab, top: Double)]

    /// Distributes slabs over pages of this height. What stays together moves to the next page
    /// together, unless it is longer than a page.
    static func pages(of slabs: [Slab], height: Double) throws(TypesettingError) -> [Page] {
        var pages: [Page] = [[]]
        var top = 0.0
        func place(_ slab: Slab) {
            if !(pages.last?.isEmpty ?? true) {
                top += slab.spaceBefore
                if slab.beginsPage || top + slab.height > height {
                    pages.append([])
                    top = 0
                }
            }
            let isFirst = pages.count > 1 && pages.last?.isEmpty ?? true
            let slab = isFirst ? slab.underHeading : slab
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
