package import Documents

/// Makes PDF pages of what is to be printed, and copies of it for editing: the only importer of
/// Pango, Cairo, libqpdf, libqrencode and libzip.
///
/// Works in memory: no temporary file and nothing on the terminal. What is printed passes through
/// ordinary memory, which can't be wiped, so keep a sheet with secrets short-lived.
package enum Typesetter {
    /// Of a sheet's text, in UTF-8.
    package static let mostBytes = 1_000_000
    /// Of a sheet on paper: some 300 pages. No list has more items either.
    package static let mostLines = 20_000
}

extension Sheet {
    /// A PDF of all its pages, tagged for programs that read aloud. Equal sheets on equal paper are
    /// equal bytes, as long as the same fonts are installed; the file says nothing about itself.
    package func pdf(on paper: Paper = .letter) throws(TypesettingError) -> [UInt8] {
        guard length <= Typesetter.mostBytes else { throw .tooLong }
        let compositor = try Compositor(paper: paper)
        var slabs = try compositor.title(title)
        for (place, block) in blocks.enumerated() {
            let set = try compositor.slabs(block)
            slabs += isPreface(place) ? set.stayingWithNext() : set
            guard slabs.count <= Typesetter.mostLines else { throw .tooLong }
        }

        let foot = try compositor.set(footer, in: .footer, measure: paper.column * 0.75)
        let footHeight = foot.style.leading * Double(foot.count)
        let footTop = paper.height - paper.lowerMargin - footHeight
        return try compositor.file(of: slabs, height: footTop - paper.margin - 16) {
            number, canvas in
            canvas.rule(x: paper.margin, y: footTop - 4, length: paper.column, gray: 0.6)
            let right = paper.margin + paper.column - number.width
            let baseline = footTop + foot.style.leading * 0.75
            for line in 0..<foot.count {
                canvas.show(
                    foot, line: line, x: paper.margin,
                    baseline: baseline + foot.style.leading * Double(line))
            }
            canvas.show(number, line: 0, x: right, baseline: baseline)
        }
    }

    /// Whether a block is a few facts between a heading and what it is about, such as the law that
    /// a section answers to: they would stand as lost at a page's end as the heading.
    private func isPreface(_ place: Int) -> Bool {
        guard place > 0, place + 1 < blocks.count, case .heading = blocks[place - 1],
            case .facts = blocks[place]
        else { return false }
        return blocks[place + 1] != .page
    }
}
