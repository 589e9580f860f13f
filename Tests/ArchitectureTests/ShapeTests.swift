import Foundation
import Testing

@Suite struct `The shape of the sources` {
    private static let longest = 600

    @Test(arguments: SourceTree.files.filter { !$0.path.hasPrefix("schema/codes/") })
    func `keeps files short`(_ file: SourceTree.File) {
        #expect(file.lines.count <= Self.longest)
    }

    @Test func `gives the README's map each folder of the sources`() throws {
        let path = SourceTree.root + "/README.md"
        // Until there is a README there is no map to compare.
        guard let bytes = FileManager.default.contents(atPath: path) else { return }
        let readme = String(decoding: bytes, as: UTF8.self)
        let targets = Set(
            SourceTree.files.filter { $0.path.hasPrefix("Sources/") }.map(\.target))
        let missing = targets.filter { !readme.contains("Sources/\($0)") }
        #expect(missing.isEmpty)
    }
}
