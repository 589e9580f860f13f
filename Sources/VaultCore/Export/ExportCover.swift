internal import Documents
internal import Sealing

extension Vault {
    /// The cover sheet with the list of what is enclosed, as text and on paper.
    func cover(
        of order: ExportOrder, _ signed: [SignedDocument], _ leaving: [Leaving]
    ) throws -> [ExportContents.Part] {
        let shown = order.formats.first { $0.id == "pdf" } ?? .text
        let enclosures = try zip(order.documents, signed).enumerated().map { index, pair in
            Sheet.Enclosure(
                pair.0.header.label,
                extent: ExportContents.name(
                    of: shown, ExportContents.stem(index, of: signed.count)),
                digest: Digest.sha256(try shown.render(pair.1)).hexText)
        }
        let practice = try practice()
        let recipient = leaving.first?.handover.disclosure.recipient
        let form = try Library.disclosureForm()
        var purposes: [String] = []
        for disclosure in leaving.map(\.handover.disclosure) {
            let purpose = disclosure.purpose.rawValue
            let words = disclosure.otherPurpose ?? form["purpose"]?.shown(purpose) ?? purpose
            if !purposes.contains(words) { purposes.append(words) }
        }
        let sheet = Sheet.cover(
            from: ["name", "practice", "address", "phone"].compactMap { practice[$0] },
            to: [
                recipient?.name, recipient?.organization,
                leaving.lazy.compactMap(\.handover.address).first,
            ].compactMap { $0 }.filter { !$0.isEmpty },
            on: surroundings.now().day, purpose: purposes.joined(separator: "; "),
            enclosures: enclosures)
        let pages = try order.cover.map { [ExportContents.Part("cover.pdf", try $0(sheet))] } ?? []
        return [ExportContents.Part("cover.txt", Array(sheet.text.utf8))] + pages
    }
}
