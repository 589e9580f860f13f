/// The numbers of the age v1 format (C2SP age), and the limits this program adds to it.
package enum AgeFormat {
    /// The first line of every file, without its line feed.
    static let versionLine = "age-encryption.org/v1"
    /// Plaintext bytes in every chunk but the last.
    package static let chunkSize = 64 << 10
    /// Bytes the cipher adds to a chunk.
    static let tagSize = 16
    /// A full chunk as it stands in the file.
    static let sealedChunkSize = chunkSize + tagSize
    /// Chunks that are held and worked on together, on all cores: 2 MiB.
    static let batch = 32
    /// The random bytes between header and payload, the salt of the payload key.
    static let payloadNonceSize = 16
    /// A stanza's body: a 16-byte file key with its tag. No other length is ever tried, because
    /// a longer one could be made to open under many keys.
    static let wrappedFileKeySize = 32

    /// What a passphrase file costs by default: scrypt with N = 2^18, as the age program does.
    package static let standardWorkFactor = 18
    /// Above this an opener refuses before any work: N = 2^20 takes 1 GiB and some seconds.
    package static let highestWorkFactor = 20
    /// Keeps every header we write within the limits we read.
    package static let mostRecipients = 100
    /// A header longer than this, in bytes, is refused.
    static let longestHeader = 64 << 10
    /// A header with more lines than this is refused.
    static let mostHeaderLines = 1024
}
