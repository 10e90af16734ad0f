import Crypto

@testable import Redressal
@testable import RedressalRuntime

extension FuzzTarget {
    /// Sealed fields: a box opens to what was sealed in it, and no other box opens to anything.
    static let sealed = FuzzTarget("sealed") { bytes in
        if let sealed = try RoundTrip.json(SealedValue.self, bytes) {
            try Self.check(sealed, context: Self.context)
            try Self.check(sealed, context: "c-2/name")
        }
        let box = String(decoding: bytes, as: UTF8.self)
        try Self.check(SealedValue(subject: Self.original.subject, box: box), context: Self.context)
        try Self.check(
            SealedValue(subject: Self.original.subject, box: String(box.prefix(200)), mac: box), context: Self.context)
    }

    private static func check(_ sealed: SealedValue, context: String) throws {
        let isOriginal =
            Array(sealed.box.utf8) == Array(Self.original.box.utf8) && sealed.subject == Self.original.subject
            && context == Self.context
        let opened = try? Self.keys.open(sealed, context: context)
        try require(
            opened == (isOriginal ? .string("Sok Dara") : nil),
            "expected \(isOriginal ? "the value" : "nothing") of \(sealed) but found \(String(describing: opened))")
    }

    private static let context = "c-1/name"
    private static let keys = PersonKeys([
        "p-1": SymmetricKey(data: Array(0..<32 as Range<UInt8>)),
        "p-2": SymmetricKey(data: Array(1..<33 as Range<UInt8>)),
    ])
    private static let original = SealedValue(
        subject: "p-1", box: "ZGVmZ2hpamtsbW5vakixDVmtN+xfQCXZTJy4HBGKgoqGm4MxG4M=")
}
