import Synchronization

@testable import RedressalRuntime

/// A store that answers as it was told, one after the other, the last again and again.
final class ScriptedStore: S3Transport {
    private let script: Mutex<[Result<S3Answer, S3Failure>]>
    private let taken = Mutex<[SignedRequest]>([])

    init(_ script: [Result<S3Answer, S3Failure>]) { self.script = Mutex(script) }

    /// What came so far, in order.
    var requests: [SignedRequest] { self.taken.withLock { $0 } }

    func send(_ request: SignedRequest, longest: Int, within patience: Duration) async throws(S3Failure) -> S3Answer {
        self.taken.withLock { $0.append(request) }
        return try self.script.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }.get()
    }
}
