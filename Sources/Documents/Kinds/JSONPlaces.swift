/// Where the values of a JSON text stand (RFC 8259), and where it stops being JSON: the decoder says
/// what is wrong, and not at which line.
struct JSONPlaces {
    /// Offsets in bytes, by keys and positions on the way.
    private(set) var values: [[String]: Int] = [:]
    private(set) var fault: Int?
    private let bytes: [UInt8]
    private var place = 0

    private struct Fault: Error {}
    private static let deepest = 64

    init(of text: String) {
        bytes = Array(text.utf8)
        do {
            try value([])
            skipBlanks()
            if place < bytes.count { fault = place }
        } catch {
            fault = place
        }
    }

    /// From 1; the line of the last byte, if the fault is that the text ends.
    func line(at offset: Int) -> Int { 1 + bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } }

    private mutating func value(_ path: [String]) throws(Fault) {
        skipBlanks()
        guard path.count <= Self.deepest, place < bytes.count else { throw Fault() }
        values[path] = place
        switch bytes[place] {
        case UInt8(ascii: "{"): try members(path)
        case UInt8(ascii: "["): try items(path)
        case UInt8(ascii: "\""): _ = try string()
        default: try word()
        }
    }

    private mutating func members(_ path: [String]) throws(Fault) {
        place += 1
        if take("}") { return }
        repeat {
            skipBlanks()
            let key = try string()
            guard take(":") else { throw Fault() }
            try value(path + [key])
        } while take(",")
        guard take("}") else { throw Fault() }
    }

    private mutating func items(_ path: [String]) throws(Fault) {
        place += 1
        if take("]") { return }
        var index = 0
        repeat {
            try value(path + [String(index)])
            index += 1
        } while take(",")
        guard take("]") else { throw Fault() }
    }

    private mutating func string() throws(Fault) -> String {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw Fault() }
        let start = place + 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            guard bytes[end] >= 0x20 else {
                place = end
                throw Fault()
            }
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < bytes.count else { throw Fault() }
        place = end + 1
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// A number, true, false or null; whether it is one, the decoder knows.
    private mutating func word() throws(Fault) {
        let end = bytes[place...].firstIndex { byte in
            !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                && !"+-.E".utf8.contains(byte)
        }
        guard let end = end ?? Optional(bytes.count), end > place else { throw Fault() }
        let word = String(decoding: bytes[place..<end], as: UTF8.self)
        guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
            throw Fault()
        }
        place = end
    }

    private mutating func take(_ sign: Character) -> Bool {
        skipBlanks()
        guard place < bytes.count, bytes[place] == sign.asciiValue else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() {
        while place < bytes.count, " \n\r\t".utf8.contains(bytes[place]) { place += 1 }
    }
}
