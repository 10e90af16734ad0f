import Glibc

/// One connection through a relay: two sockets and what is between them.
final class RelayConnection {
    private static let chunk = 16 * 1024

    private let client: Socket
    private let server: Socket
    private var requests = RelayLane()
    private var answers = RelayLane()
    private var kafka: KafkaTraffic?
    /// How many bytes of answers have come.
    private var answered = 0
    /// How many answers got an error.
    private(set) var errors = 0
    private(set) var isOver = false

    init(_ client: consuming Socket, _ server: consuming Socket, _ address: KafkaAddress?) {
        self.client = client
        self.server = server
        self.kafka = address.map { KafkaTraffic($0) }
    }

    /// What to wait for on the client's and on the server's side.
    func interests(_ weather: Weather, now: ContinuousClock.Instant) -> [pollfd] {
        let isStill = weather == .stalled
        return [
            self.interest(self.client, reads: self.requests.isOpen && !isStill, self.answers, isStill, now),
            self.interest(self.server, reads: self.answers.isOpen && !isStill, self.requests, isStill, now),
        ]
    }

    private func interest(
        _ socket: borrowing Socket, reads: Bool, _ lane: RelayLane, _ isStill: Bool, _ now: ContinuousClock.Instant
    ) -> pollfd {
        let isDue = lane.due.map { $0 <= now } ?? (lane.isEnded && !lane.isFinished)
        let events = (reads ? POLLIN : 0) | (isDue && !isStill ? POLLOUT : 0)
        // A descriptor below zero is passed over; else a side that is gone would wake the relay again and again.
        return pollfd(fd: events == 0 ? -1 : socket.descriptor, events: Int16(events), revents: 0)
    }

    /// When something is to be delivered next.
    var due: ContinuousClock.Instant? { [self.requests.due, self.answers.due].compactMap { $0 }.min() }

    /// Moves what can be moved.
    ///
    /// - Parameter found: What was waited for, with what has come of it.
    func move(_ found: ArraySlice<pollfd>, _ weather: Weather, now: ContinuousClock.Instant) {
        guard weather != .stalled else { return }
        let due = if case .slow(let milliseconds) = weather { now + .milliseconds(milliseconds) } else { now }
        if Self.isReadable(found[found.startIndex]) { self.takeRequests(due) }
        if Self.isReadable(found[found.startIndex + 1]) { self.takeAnswers(weather, due) }
        guard !self.isOver else { return }
        let isWhole =
            self.requests.deliver(to: self.server, now: now) && self.answers.deliver(to: self.client, now: now)
        if !isWhole { self.reset() }
        if self.requests.isFinished, self.answers.isFinished { self.isOver = true }
    }

    /// Whether there are bytes, or the end of them.
    private static func isReadable(_ found: pollfd) -> Bool {
        Int32(found.events) & POLLIN != 0 && Int32(found.revents) & (POLLIN | POLLHUP | POLLERR) != 0
    }

    private func takeRequests(_ due: ContinuousClock.Instant) {
        switch self.client.take(atMost: Self.chunk) {
        case .bytes(let bytes):
            self.kafka?.ask(bytes)
            self.requests.add(bytes, due: due)
        case .nothing: break
        case .ended: self.requests.isEnded = true
        case .broken: self.reset()
        }
    }

    private func takeAnswers(_ weather: Weather, _ due: ContinuousClock.Instant) {
        switch self.server.take(atMost: Self.chunk) {
        case .bytes(let bytes):
            self.answered += bytes.count
            if case .torn(let most) = weather, self.answered > most { return self.reset() }
            guard weather != .mute else { return }
            let oneIn: Int? = if case .erring(let count) = weather { count } else { nil }
            let passed = self.kafka?.answer(bytes, oneIn: oneIn) ?? (bytes: bytes, errors: 0)
            self.errors += passed.errors
            self.answers.add(passed.bytes, due: due)
        case .nothing: break
        case .ended: self.answers.isEnded = true
        case .broken: self.reset()
        }
    }

    /// Ends it so that both sides see a reset.
    func reset() {
        self.client.spoil()
        self.server.spoil()
        self.isOver = true
    }

    /// Begins counting answers for ``Weather/torn(bytes:)``.
    func countAnew() { self.answered = 0 }
}
