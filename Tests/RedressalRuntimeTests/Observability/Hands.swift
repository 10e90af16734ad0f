import Synchronization

/// The hands of a clock that only goes forward, moved by a test.
final class Hands: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { self.time.withLock { $0 } }

    func advance(_ seconds: Int) { self.time.withLock { $0 += .seconds(seconds) } }
}
