import CSodium
import Dispatch
import Sealing

/// Sealing through our envelope beside the same libsodium calls made directly, in one run.
///
/// Both sides hash the key, pad, allocate and encrypt; what differs is what our code adds.

func seconds(_ body: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
}

func direct(_ plaintext: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8] {
    var salt = [UInt8](repeating: 0, count: 24)
    randombytes_buf(&salt, 24)
    let message = salt + context
    var hash = [UInt8](repeating: 0, count: 64)
    crypto_generichash(&hash, 64, message, UInt64(message.count), key, key.count)
    let padded = Padding.padded(plaintext.count)
    var buffer = [UInt8](repeating: 0, count: padded)
    buffer.replaceSubrange(0..<plaintext.count, with: plaintext)
    buffer[plaintext.count] = 0x80
    var sealed = [UInt8](repeating: 0, count: padded + 16)
    let nonce = [UInt8](repeating: 0, count: 12)
    crypto_aead_chacha20poly1305_ietf_encrypt(
        &sealed, nil, buffer, UInt64(padded), context, UInt64(context.count), nil, nonce, hash)
    return [1] + salt + hash[32...] + sealed
}

let key = try SecretKey.random()
let rawKey = try Randomness.bytes(32)
let context = SealContext(
    vault: try Randomness.bytes(16), record: try Randomness.bytes(16),
    owner: try Randomness.bytes(16), purpose: "record.body", revision: 1)
let canonical = context.canonical

for (size, rounds) in [(200, 20_000), (4096, 10_000), (1 << 20, 100)] {
    let plaintext = try Randomness.bytes(size)
    var ratios: [Double] = []
    for _ in 0..<7 {
        let ours = seconds {
            for _ in 0..<rounds { _ = try? Envelope.seal(plaintext, with: key, for: context) }
        }
        let theirs = seconds {
            for _ in 0..<rounds { _ = direct(plaintext, key: rawKey, context: canonical) }
        }
        ratios.append(theirs / ours)
    }
    let median = ratios.sorted()[3]
    print("sealing \(size) bytes: \(Int((median * 100).rounded())) % of libsodium called directly")
}
