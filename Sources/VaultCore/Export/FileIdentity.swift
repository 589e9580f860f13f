internal import Foundation

/// Which file it is, whatever it is called: its device and its number there.
struct FileIdentity: Equatable {
    private let device: dev_t
    private let number: ino_t

    init(of descriptor: Int32) throws {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw ExportError.fromSystem(errno) }
        device = status.st_dev
        number = status.st_ino
    }

    /// Of what stands under this name, which may be a link.
    init(_ name: String, in folder: Int32) throws {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw errno == ENOENT ? ExportError.readBackDiffers : .fromSystem(errno)
        }
        device = status.st_dev
        number = status.st_ino
    }

    /// Throws where another file was put under this name.
    func require(_ name: String, in folder: Int32) throws {
        guard try FileIdentity(name, in: folder) == self else { throw ExportError.exchanged }
    }
}
