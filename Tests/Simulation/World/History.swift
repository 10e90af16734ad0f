import Redressal
import Synchronization

/// What happened in a world, line by line.
final class History: Sendable {
    private let scheduler: Scheduler
    private let written = Mutex<[String]>([])

    init(_ scheduler: Scheduler) { self.scheduler = scheduler }

    var lines: [String] { self.written.withLock { $0 } }

    func note(_ who: String, _ what: String) {
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
