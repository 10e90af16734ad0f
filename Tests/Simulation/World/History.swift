import Redressal
import Synchronization

/// What happened in a world, line by line, when somebody wants to know.
final class History: Sendable {
    private let scheduler: Scheduler
    private let isKept: Bool
    private let written = Mutex<[String]>([])

    init(_ scheduler: Scheduler, isKept: Bool) {
        self.scheduler = scheduler
        self.isKept = isKept
    }

    var lines: [String] { self.written.withLock { $0 } }

    /// - Parameter what: Asked for only when it is kept.
    func note(_ who: String, _ what: @autoclosure () -> String) {
        guard self.isKept else { return }
        let what = what()
        let time = self.scheduler.time / .milliseconds(1)
        let seconds = "\(Int(time) / 1000).\(String(Int(time) % 1000 + 1000).dropFirst())"
        self.written.withLock { $0.append("\(seconds) \(who): \(what)") }
    }

    /// A number that two equal histories share.
    var digest: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in self.lines.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
