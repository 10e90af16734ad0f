/// Carries requests to a store and answers back.
protocol S3Transport: Sendable {
    /// Sends a request once.
    ///
    /// - Parameters:
    ///   - longest: The longest body taken, in bytes.
    ///   - patience: How long the whole of it may take.
    /// - Throws: ``S3Failure``.
    func send(_ request: SignedRequest, longest: Int, within patience: Duration) async throws(S3Failure) -> S3Answer
}

/// Why there is no answer.
enum S3Failure: Error, Hashable, CustomStringConvertible {
    /// The store cannot be reached, or the connection broke off.
    case unreachable(String)
    /// It took longer than there is patience.
    case late(Duration)
    /// The answer is longer than anything that is kept.
    case tooLong(Int)

    /// Whether the same may be answered soon.
    var mayPass: Bool {
        switch self {
        case .unreachable, .late: true
        case .tooLong: false
        }
    }

    var description: String {
        switch self {
        case .unreachable(let reason): "cannot be reached: \(reason)"
        case .late(let patience): "has not answered within \(patience)"
        case .tooLong(let longest): "answered more than \(longest) bytes"
        }
    }
}
