import Foundation
import Synchronization

/// A line on standard error that shows how far long work is; nothing when nobody watches.
final class ProgressBar: Sendable {
    private let label: String
    private let shown = Mutex<ContinuousClock.Instant?>(nil)

    init(_ label: String) { self.label = label }

    /// - Parameter total: How much there is in all; nil when nobody knows.
    func show(_ done: Int, of total: Int?) {
        guard Terminal.isInteractive, self.isTime() else { return }
        FileHandle.standardError.write(Data("\r\(self.text(done, total))\u{1B}[K".utf8))
    }

    /// Clears the line.
    func finish() {
        guard Terminal.isInteractive else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    /// At most ten times a second.
    private func isTime() -> Bool {
        self.shown.withLock { last in
            let now = ContinuousClock.now
            if let last, last.duration(to: now) < .milliseconds(100) { return false }
            last = now
            return true
        }
    }

    private func text(_ done: Int, _ total: Int?) -> String {
        guard let total, total > 0 else { return "\(self.label) \(done)" }
        let filled = min(30, done * 30 / total)
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
        return "\(self.label) \(bar) \(done * 100 / total) %  \(done) of \(total)"
    }
}
