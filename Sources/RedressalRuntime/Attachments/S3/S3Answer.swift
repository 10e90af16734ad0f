import Redressal

/// What a store answered.
struct S3Answer: Hashable, Sendable {
    /// Codes of errors that pass: the store is busy, or took a slow upload for one that broke off.
    private static let passing: Set<String> = ["RequestTimeout", "SlowDown", "InternalError", "ServiceUnavailable"]

    let status: Int
    let body: [UInt8]

    var isSuccess: Bool { (200..<300).contains(self.status) }

    /// Whether the object is not there; a bucket that is not there is something else.
    var isMissing: Bool { self.status == 404 && self.code == "NoSuchKey" }

    /// Whether the same may be answered otherwise soon.
    var mayPass: Bool {
        self.status >= 500 || self.status == 429 || self.code.map { Self.passing.contains($0) } ?? false
    }

    /// The error's code, as `NoSuchBucket`; nil when the answer is none or names none.
    var code: String? {
        guard !self.isSuccess else { return nil }
        let text = String(decoding: self.body.prefix(4096), as: UTF8.self)
        guard let start = text.firstRange(of: "<Code>")?.upperBound,
            let end = text[start...].firstRange(of: "</Code>")?.lowerBound
        else { return nil }
        let code = text[start..<end]
        // It goes into messages and logs.
        return code.utf8.count <= 64 && code.allSatisfy { $0.isASCII && $0.isLetter } ? String(code) : nil
    }

    /// Status and code, for people.
    var summary: String { ["\(self.status)", self.code].compactMap { $0 }.joined(separator: " ") }
}
