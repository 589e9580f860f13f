extension Typesetter {
    /// Bytes of UTF-8 in a password, at most: what ISO 32000-2 takes.
    package static let mostPasswordBytes = 127

    /// The same PDF, which opens with this password only: for a recipient who has a PDF reader and
    /// nothing else.
    ///
    /// The copy made here is overwritten; those that libqpdf makes can't be. Each call gives other
    /// bytes, because the key is random.
    package static func protected(
        _ pdf: [UInt8], with password: UnsafeRawBufferPointer
    ) throws(TypesettingError) -> [UInt8] {
        guard (1...mostPasswordBytes).contains(password.count), password.isText else {
            throw .password
        }
        let file = try PDFFile.opened(pdf)
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: mostPasswordBytes + 1)
        copy.initialize(repeating: 0)
        defer {
            copy.update(repeating: 0)
            copy.deallocate()
        }
        UnsafeMutableRawBufferPointer(copy).copyMemory(from: password)
        guard let start = copy.baseAddress else { throw .failed }
        return try file.encrypted(UnsafePointer(start))
    }
}

extension UnsafeRawBufferPointer {
    /// UTF-8 without control characters; a zero byte would end the password for libqpdf.
    fileprivate var isText: Bool {
        var decoder = UTF8()
        var bytes = makeIterator()
        while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar):
                if scalar.properties.generalCategory == .control { return false }
            case .emptyInput: return true
            case .error: return false
            }
        }
    }
}
