import Foundation
import Testing

@testable import VaultCore

@Suite struct `A tar archive` {
    private static let files: [(String, [UInt8])] = [
        ("empty", []), ("one.txt", [65]), ("block", [UInt8](repeating: 66, count: 512)),
        ("more-than-a-block.bin", (0..<1300).map { UInt8(truncatingIfNeeded: $0) }),
        (String(repeating: "n", count: 99), Array("long name".utf8)),
    ]

    private static var archive: [UInt8] {
        get throws { try TarWriter.archive(files) }
    }

    @Test func `is read back by the program`() throws {
        let read = try #require(try TarReader.files(in: Self.archive))
        #expect(read.map(\.name) == Self.files.map(\.0))
        #expect(read.map(\.contents) == Self.files.map(\.1))
    }

    @Test func `is read by tar without a word`() throws {
        let place = try TestFolder()
        try write(try Self.archive, to: place("a.tar"))
        let listed = try Program.shell(
            "tar tvf a.tar && mkdir out && tar xf a.tar -C out", in: place)
        #expect(listed.code == 0)
        #expect(listed.errors.isEmpty)
        #expect(listed.output.split(separator: "\n").allSatisfy { $0.hasPrefix("-rw-------") })
        #expect(try place.names(in: "out") == Self.files.map(\.0).sorted())
        for (name, bytes) in Self.files { #expect(try contents(place("out/" + name)) == bytes) }
    }

    @Test func `is read by Python as plain ustar`() throws {
        let place = try TestFolder()
        try write(try Self.archive, to: place("a.tar"))
        let script = """
            import tarfile
            tar = tarfile.open('a.tar', 'r:', format=tarfile.USTAR_FORMAT, errorlevel=2)
            for m in tar: print(m.name, m.size, m.isreg(), oct(m.mode), m.mtime, m.uid)
            """
        let read = try Program.shell("python3 -c \"$0\"", [script], in: place)
        #expect(read.code == 0, "\(read.errors)")
        let expected = Self.files.map { "\($0.0) \($0.1.count) True 0o600 1700000000 0\n" }
        #expect(read.output == expected.joined())
    }

    @Test func `has equal bytes for equal content`() throws {
        #expect(try Self.archive == Self.archive)
    }

    // MARK: Attack 32

    /// Lines of Python that fill the open archive `tar`; `put` adds a member of a type.
    static let hostile = [
        "parent": "put('../up.txt')", "deep parent": "put('a/../../up.txt')",
        "absolute": "put('/etc/x')", "folders without end": "put('a/b/c/d/e/f.txt')",
        "empty folder name": "put('a//b.txt')", "slash at the end": "put('a/')",
        "hidden folder": "put('.a/b.txt')", "dots behind a folder": "put('a/../b.txt')",
        "hidden": "put('.profile')", "dash": "put('-rf')", "dot": "put('.')",
        "dots": "put('..')", "backslash": "put('..\\\\\\\\up.txt')", "blank": "put('a b')",
        "control": "put('a\\\\x1bb')", "not ASCII": "put('ä.txt')", "no name": "put('')",
        "symbolic link": "put('l', tarfile.SYMTYPE, '/etc/passwd')",
        "hard link": "put('l', tarfile.LNKTYPE, 'a')", "fifo": "put('f', tarfile.FIFOTYPE)",
        "character device": "put('d', tarfile.CHRTYPE)",
        "block device": "put('d', tarfile.BLKTYPE)", "folder": "put('d', tarfile.DIRTYPE)",
        "twice": "put('a'); put('b'); put('a')", "twice but for case": "put('a'); put('A')",
        "too many": "[put(f'n{i}') for i in range(2**17 + 1)]",
        "long name": "put('n' * 120)", "sparse": "put('s', tarfile.GNUTYPE_SPARSE)",
        "contiguous": "put('c', tarfile.CONTTYPE)",
        "link, then through it":
            "put('l', tarfile.SYMTYPE, '/tmp'); put('l/x')",
        "nothing": "pass",
    ]

    @Test(arguments: hostile.keys.sorted())
    func `attack 32: that another hand made to harm is refused whole`(_ kind: String) throws {
        let place = try TestFolder()
        let line = try #require(Self.hostile[kind])
        let script = """
            import io, tarfile
            tar = tarfile.open('a.tar', 'w', format=tarfile.GNU_FORMAT)
            def put(name, kind=tarfile.REGTYPE, link=''):
                m = tarfile.TarInfo('x'); m.name = name; m.type = kind; m.linkname = link
                m.size = 1 if kind in (tarfile.REGTYPE, tarfile.CONTTYPE) else 0
                tar.addfile(m, io.BytesIO(b'x'))
            \(line)
            tar.close()
            """
        try write(script.replacingOccurrences(of: "\\\\", with: "\\"), to: place("make.py"))
        let made = try Program.shell("python3 make.py", in: place)
        try #require(made.code == 0, "\(made.errors)")
        #expect(try TarReader.files(in: contents(place("a.tar"))) == nil)
    }

    private static let formats = ["PAX_FORMAT", "USTAR_FORMAT", "GNU_FORMAT"]

    @Test(arguments: formats)
    func `with extended headers is refused, and a plain one is taken`(_ format: String) throws {
        let place = try TestFolder()
        let script = """
            import io, tarfile
            tar = tarfile.open('a.tar', 'w', format=tarfile.\(format))
            m = tarfile.TarInfo('a.txt'); m.size = 1
            if '\(format)' == 'PAX_FORMAT': m.pax_headers = {'path': '../up'}
            tar.addfile(m, io.BytesIO(b'x')); tar.close()
            """
        try write(script, to: place("make.py"))
        try #require(try Program.shell("python3 make.py", in: place).code == 0)
        let read = TarReader.files(in: try contents(place("a.tar")))
        #expect((read == nil) == (format == "PAX_FORMAT"))
    }

    /// Sizes that claim more than there is; the checksum fits.
    @Test(arguments: [
        "00000100000", "77777777777", "80000000000", "-0000000001", "0000000000 ", "           ",
        "\u{1}\u{1}\u{1}", "99999999999",
    ])
    func `attack 32: that claims more than it has is refused`(_ size: String) throws {
        var bytes = try TarWriter.archive([("a", [UInt8](repeating: 1, count: 512))])
        for (index, letter) in size.utf8.enumerated() { bytes[124 + index] = letter }
        fixChecksum(&bytes)
        let isRead = TarReader.files(in: bytes) != nil
        #expect(!isRead)
    }

    private func fixChecksum(_ bytes: inout [UInt8]) {
        for index in 148..<156 { bytes[index] = 32 }
        let sum = String(bytes[0..<512].reduce(0) { $0 + Int($1) }, radix: 8)
        let text = String(repeating: "0", count: 6 - sum.count) + sum
        for (index, letter) in text.utf8.enumerated() { bytes[148 + index] = letter }
        bytes[154] = 0
    }

    @Test func `attack 32: that is cut off anywhere is refused`() throws {
        let archive = try Self.archive
        let end = archive.count - 1024
        for count in stride(from: 0, to: end, by: 37) {
            #expect(TarReader.files(in: Array(archive.prefix(count))) == nil, "\(count)")
        }
        #expect(TarReader.files(in: Array(archive.prefix(end))) == nil)
    }

    @Test func `with any byte of a header changed is refused`() throws {
        let archive = try Self.archive
        // The last two bytes of the checksum's field are an end and a blank, which nobody reads.
        for index in 0..<512 where !(154...155).contains(index) {
            var edited = archive
            edited[index] ^= 0x11
            let isRead = TarReader.files(in: edited) != nil
            #expect(!isRead, "byte \(index)")
        }
    }

    @Test func `keeps the folders that its files lie in`() throws {
        let files: [(String, [UInt8])] = [("a/b/c.txt", [1]), ("a/d.txt", [2]), ("e", [3])]
        let read = TarReader.files(in: try TarWriter.archive(files))
        #expect(read?.map(\.name) == files.map(\.0))
    }

    @Test func `holds no file that says another size than it has`() throws {
        let tar = TarWriter(modified: 0)
        for count in [0, 2] {
            #expect(throws: ExportError.changedMeanwhile) {
                try tar.append("a", size: 1, to: { _ in }) { append in
                    try [UInt8](repeating: 0, count: count).withUnsafeBytes(append)
                }
            }
        }
    }
}
