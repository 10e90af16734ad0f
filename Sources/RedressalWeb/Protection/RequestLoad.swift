import Redressal
import Synchronization

/// How many requests are being answered, and how many more are let in.
final class RequestLoad: Sendable {
    /// In how many seconds a command is to be done, 95 times of 100; aimed at from below, for they do not all take the same time.
    private static let target = 0.07

    private let limit: Mutex<InFlightLimit>

    /// - Parameter most: How many are answered at a time, however quick they are.
    init(most: Int) {
        self.limit = Mutex(InFlightLimit(most: most, target: Self.target))
    }

    /// Whether one more would be sent away.
    var isFull: Bool { self.limit.withLock { $0.isFull } }

    /// Lets one more in, after which ``ended(after:isTimed:at:)`` has to follow.
    ///
    /// - Throws: `overloaded`.
    func admit() throws(Problem) {
        guard self.limit.withLock({ $0.admit() }) else { throw .tooManyAtATime }
    }

    /// Takes note that one is answered, as ``InFlightLimit/ended(after:isTimed:at:)`` has it.
    func ended(after seconds: Double?, isTimed: Bool, at now: Double) {
        self.limit.withLock { $0.ended(after: seconds, isTimed: isTimed, at: now) }
    }
}

extension Problem {
    /// Sent away because the others would be answered too late.
    static let tooManyAtATime = Problem.overloaded(
        "expected no more requests at a time than are answered in time but there are more")
}
