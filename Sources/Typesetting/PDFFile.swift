internal import CQPDF

/// A PDF as objects, to add what cairo can't say and to encrypt it: the only user of libqpdf.
///
/// Works in memory and prints nothing. A failing call leaves an error behind that the next door
/// throws, so that half a file is never returned.
struct PDFFile: ~Copyable {
    /// libqpdf reads from these as long as the file is open.
    private let bytes: UnsafeMutableBufferPointer<CChar>
    private let file: OpaquePointer

    private init(_ file: OpaquePointer, reading contents: [UInt8]) {
        self.file = file
        bytes = .allocate(capacity: contents.count)
        _ = bytes.initialize(from: contents.lazy.map(CChar.init(bitPattern:)))
    }

    static func opened(_ contents: [UInt8]) throws(TypesettingError) -> PDFFile {
        guard let data = qpdf_init() else { throw .failed }
        let file = PDFFile(data, reading: contents)
        qpdf_silence_errors(data)
        qpdf_set_suppress_warnings(data, 1)
        qpdf_set_attempt_recovery(data, 0)
        let (start, count) = (file.bytes.baseAddress, UInt64(file.bytes.count))
        guard qpdf_read_memory(data, "document", start, count, nil) == QPDF_SUCCESS else {
            throw .unreadable
        }
        return file
    }

    deinit {
        // An error that nobody took would be printed.
        _ = qpdf_get_error(file)
        var file: OpaquePointer? = file
        qpdf_cleanup(&file)
        bytes.deallocate()
    }

    /// The file for screen readers and for nobody else: its language, its title in the window,
    /// decorations apart from the text; not when or with what it was made.
    consuming func described() throws(TypesettingError) -> PDFFile {
        let root = qpdf_get_root(file)
        set("/Lang", "(en-US)", in: root)
        set("/MarkInfo", "<< /Marked true >>", in: root)
        set("/ViewerPreferences", "<< /DisplayDocTitle true >>", in: root)
        for key in ["/Producer", "/CreationDate"] { qpdf_set_info_key(file, key, nil) }

        let structure = qpdf_oh_get_key(file, root, "/StructTreeRoot")
        clean(structure)
        let pages = qpdf_oh_get_key(
            file, qpdf_oh_get_key(file, structure, "/ParentTree"), "/Nums")
        for place in stride(from: 1, to: qpdf_oh_get_array_n_items(file, pages), by: 2) {
            let elements = qpdf_oh_get_array_item(file, pages, place)
            for index in 0..<qpdf_oh_get_array_n_items(file, elements)
            where isArtifact(qpdf_oh_get_array_item(file, elements, index)) {
                qpdf_oh_set_array_item(file, elements, index, qpdf_oh_new_null(file))
            }
        }
        for page in 0..<qpdf_get_num_pages(file) {
            let page = qpdf_get_page_n(file, Int(page))
            try change(qpdf_oh_get_key(file, page, "/Contents"), Self.marked)
            let fonts = qpdf_oh_get_key(file, qpdf_oh_get_key(file, page, "/Resources"), "/Font")
            qpdf_oh_begin_dict_key_iter(file, fonts)
            var names: [String] = []
            while qpdf_oh_dict_more_keys(file) != 0 {
                if let name = qpdf_oh_dict_next_key(file) { names.append(String(cString: name)) }
            }
            for name in names {
                let font = qpdf_oh_get_key(file, fonts, name)
                let map = qpdf_oh_get_key(file, font, "/ToUnicode")
                if qpdf_oh_is_stream(file, map) != 0 { try change(map, Self.spelled) }
            }
        }
        return self
    }

    private func set(_ key: String, _ value: String, in dictionary: qpdf_oh) {
        qpdf_oh_replace_key(file, dictionary, key, qpdf_oh_parse(file, value))
    }

    private func isArtifact(_ element: qpdf_oh) -> Bool {
        qpdf_oh_is_dictionary(file, element) != 0
            && qpdf_oh_is_name_and_equals(
                file, qpdf_oh_get_key(file, element, "/S"), "/" + Tag.artifact) != 0
    }

    /// Whether a row of a table has header cells alone.
    private func isOfHeads(_ row: qpdf_oh) -> Bool {
        let cells = qpdf_oh_get_key(file, row, "/K")
        guard qpdf_oh_is_array(file, cells) != 0 else { return false }
        return (0..<qpdf_oh_get_array_n_items(file, cells)).allSatisfy { index in
            let cell = qpdf_oh_get_array_item(file, cells, index)
            return qpdf_oh_is_dictionary(file, cell) != 0
                && qpdf_oh_is_name_and_equals(file, qpdf_oh_get_key(file, cell, "/S"), "/TH") != 0
        }
    }

    /// Takes artifacts out of the structure, and says of header cells what they head and of figures
    /// what they show.
    private func clean(_ element: qpdf_oh) {
        guard qpdf_oh_is_dictionary(file, element) != 0 else { return }
        let name = qpdf_oh_get_key(file, element, "/S")
        if qpdf_oh_is_name_and_equals(file, name, "/TH") != 0 {
            let row = qpdf_oh_get_key(file, element, "/P")
            let scope = isOfHeads(row) ? "/Column" : "/Row"
            set("/A", "<< /O /Table /Scope \(scope) >>", in: element)
        } else if qpdf_oh_is_name_and_equals(file, name, "/Figure") != 0 {
            set("/Alt", "(QR code)", in: element)
        }
        let children = qpdf_oh_get_key(file, element, "/K")
        guard qpdf_oh_is_array(file, children) != 0 else {
            if isArtifact(children) { return qpdf_oh_remove_key(file, element, "/K") }
            return clean(children)
        }
        for index in (0..<qpdf_oh_get_array_n_items(file, children)).reversed() {
            let child = qpdf_oh_get_array_item(file, children, index)
            if isArtifact(child) {
                qpdf_oh_erase_item(file, children, index)
            } else {
                clean(child)
            }
        }
    }

    /// Cairo writes each mark on a line of its own, and breaks a long text only after a backslash.
    ///
    /// The texts that it lays over ligatures are dropped, because their fonts spell them: some
    /// readers end a paragraph where such a text ends.
    static func marked(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let artifact = Array("/\(Tag.artifact) << /MCID ".utf8)
        let dropped = Ligature.all.map { ligature in
            Array("/Span << /ActualText <feff\(Ligature.hex(ligature.text))> >> BDC".utf8)
        }
        let end = Array("EMC".utf8)
        var (isWithinText, isDropping) = (false, false)
        return content.changingLines { line in
            defer { isWithinText = line.last == UInt8(ascii: "\\") }
            if isWithinText { return Array(line) }
            if line.starts(with: artifact) { return Array("/Artifact BMC".utf8) }
            if dropped.contains(where: { line.elementsEqual($0) }) {
                isDropping = true
                return []
            }
            if isDropping, line.elementsEqual(end) {
                isDropping = false
                return []
            }
            return Array(line)
        }
    }

    /// A font's map to Unicode, where each line is a glyph and its text, with ligatures in letters.
    private static func spelled(_ map: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let ligatures = Ligature.all.map {
            (code: Array("<\($0.code)>".utf8), text: Array("<\(Ligature.hex($0.text))>".utf8))
        }
        return map.changingLines { line in
            let last = line.suffix(6)
            guard let ligature = ligatures.first(where: { last.elementsEqual($0.code) }) else {
                return Array(line)
            }
            return line.dropLast(6) + ligature.text
        }
    }

    private func change(
        _ stream: qpdf_oh, _ change: (UnsafeBufferPointer<UInt8>) -> [UInt8]
    ) throws(TypesettingError) {
        var buffer: UnsafeMutablePointer<UInt8>?
        var length = 0
        guard
            qpdf_oh_get_stream_data(
                file, stream, qpdf_dl_generalized, nil, &buffer, &length) == QPDF_SUCCESS,
            let buffer
        else { throw .failed }
        defer { free(buffer) }
        let changed = change(UnsafeBufferPointer(start: buffer, count: length))
        qpdf_oh_replace_stream_data(
            file, stream, changed, changed.count, qpdf_oh_new_null(file), qpdf_oh_new_null(file))
    }

    /// All of it; the same objects are the same bytes.
    consuming func written() throws(TypesettingError) -> [UInt8] {
        guard qpdf_init_write_memory(file) == QPDF_SUCCESS else { throw .failed }
        qpdf_set_deterministic_ID(file, 1)
        return try write()
    }

    /// All of it, to be opened with a password: AES-256, revision 6 of ISO 32000-2. Whoever has the
    /// password may print and copy; a reader's promise not to let one would protect nothing.
    consuming func encrypted(_ password: UnsafePointer<CChar>) throws(TypesettingError) -> [UInt8] {
        guard qpdf_init_write_memory(file) == QPDF_SUCCESS else { throw .failed }
        // An owner's password that is empty would open the file.
        qpdf_set_r6_encryption_parameters2(
            file, password, password, 1, 1, 1, 1, 1, 1, qpdf_r3p_full, 1)
        return try write()
    }

    private func write() throws(TypesettingError) -> [UInt8] {
        qpdf_set_object_stream_mode(file, qpdf_o_generate)
        guard qpdf_write(file) == QPDF_SUCCESS, qpdf_has_error(file) == 0,
            let written = qpdf_get_buffer(file)
        else { throw .failed }
        return Array(UnsafeBufferPointer(start: written, count: qpdf_get_buffer_length(file)))
    }
}

/// Letters that many fonts draw as one, and the code that Unicode has for them.
private struct Ligature {
    let code: String
    let text: String

    static let all = [
        Ligature(code: "fb00", text: "ff"), Ligature(code: "fb01", text: "fi"),
        Ligature(code: "fb02", text: "fl"), Ligature(code: "fb03", text: "ffi"),
        Ligature(code: "fb04", text: "ffl"),
    ]

    /// As PDF writes a text in UTF-16.
    static func hex(_ text: String) -> String {
        text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func changingLines(_ change: (Slice<Self>) -> [UInt8]) -> [UInt8] {
        let end = UInt8(ascii: "\n")
        let lines = split(separator: end, omittingEmptySubsequences: false)
        return Array(lines.map(change).joined(separator: [end]))
    }
}
