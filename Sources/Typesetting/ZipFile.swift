internal import CZip

/// A zip archive, made in memory: the only user of libzip.
///
/// Entries are stored as they are, in their order, and say no time and no system, so that equal
/// entries are equal bytes with each version of each library.
enum ZipFile {
    static func archive(
        of entries: [(name: String, contents: [UInt8])]
    ) throws(TypesettingError) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw .failed }
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else { throw .failed }
        // Closing the archive gives up its hold on the target, which is read only then.
        zip_source_keep(target)
        guard entries.allSatisfy({ add($0.name, $0.contents, to: archive) }),
            zip_close(archive) == 0
        else {
            zip_discard(archive)
            throw .failed
        }
        return try bytes(of: target)
    }

    private static func add(
        _ name: String, _ contents: [UInt8], to archive: OpaquePointer
    ) -> Bool {
        // A copy, because libzip reads it only when the archive is closed; it then frees it.
        guard let copy = malloc(max(contents.count, 1)) else { return false }
        UnsafeMutableRawBufferPointer(start: copy, count: contents.count).copyBytes(from: contents)
        guard let source = zip_source_buffer(archive, copy, UInt64(contents.count), 1) else {
            free(copy)
            return false
        }
        let place = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard place >= 0 else {
            zip_source_free(source)
            return false
        }
        let (index, system) = (UInt64(place), UInt8(ZIP_OPSYS_DOS))
        return zip_set_file_compression(archive, index, Int32(ZIP_CM_STORE), 0) == 0
            && zip_file_set_dostime(archive, index, 0, firstDay, 0) == 0
            && zip_file_set_external_attributes(archive, index, 0, system, 0) == 0
    }

    /// January 1, 1980: where the format's calendar begins.
    private static let firstDay: UInt16 = 1 << 5 | 1

    private static func bytes(of target: OpaquePointer) throws(TypesettingError) -> [UInt8] {
        var facts = zip_stat_t()
        guard zip_source_open(target) == 0 else { throw .failed }
        defer { zip_source_close(target) }
        guard zip_source_stat(target, &facts) == 0 else { throw .failed }
        var bytes = [UInt8](repeating: 0, count: Int(facts.size))
        guard zip_source_read(target, &bytes, facts.size) == Int64(facts.size) else {
            throw .failed
        }
        return bytes
    }
}
