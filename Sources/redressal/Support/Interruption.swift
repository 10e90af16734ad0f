import Dispatch
import Glibc
import Synchronization

/// What Ctrl-C does to long work that may be cut off anywhere: says how to go on, and ends the process.
///
/// Nothing has to be finished or undone: what was sent is decided without this process, what was folded stands.
final class Interruption: Sendable {
    /// What a shell makes of SIGINT.
    private static let exitCode: Int32 = 130

    private let work: String
    private let advice: Mutex<String>

    /// - Parameters:
    ///   - work: What is interrupted, such as `the import`.
    ///   - advice: How to go on.
    init(_ work: String, advice: String) {
        self.work = work
        self.advice = Mutex(advice)
    }

    /// Says how to go on from here.
    func advise(_ advice: String) { self.advice.withLock { $0 = advice } }

    /// Works, waiting for Ctrl-C meanwhile.
    func watch<Result>(_ work: () async throws -> Result) async rethrows -> Result {
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue.global())
        source.setEventHandler { self.end() }
        source.resume()
        defer { source.cancel() }
        return try await work()
    }

    private func end() {
        ProgressBar("").finish()
        Terminal.error("redressal: \(self.work) was interrupted: \(self.advice.withLock(\.self))")
        _exit(Self.exitCode)
    }
}
