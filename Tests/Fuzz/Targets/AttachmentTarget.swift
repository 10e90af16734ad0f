@testable import Redressal

extension FuzzTarget {
    /// Files that people send: what is taken is clean, and what is clean stays as it is.
    static let attachment = FuzzTarget("attachment") { bytes in
        guard let clean = try Self.clean(bytes) else { return }
        try require(
            clean.bytes.count <= bytes.count + 36,
            "expected a file of at most \(bytes.count) bytes and an orientation but found \(clean.bytes.count)")
        let again = try Self.clean(clean.bytes)
        try require(again == clean, "expected a clean \(clean.type) to stay as it is but it was changed or refused")
    }

    /// - Returns: nil for what is refused, in words.
    private static func clean(_ bytes: [UInt8]) throws -> CleanAttachment? {
        do throws(AttachmentFault) {
            return try CleanAttachment(of: bytes)
        } catch {
            try require(!error.description.isEmpty, "expected a reason")
            return nil
        }
    }
}
