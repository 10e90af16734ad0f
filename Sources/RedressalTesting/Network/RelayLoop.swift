import Glibc

/// What the thread of a ``Relay`` does.
struct RelayLoop: ~Copyable {
    private let listener: Socket
    private let ear: Int32
    private let server: Int
    private let address: KafkaAddress?
    private var connections: [RelayConnection] = []
    private var weather = Weather.fair
    /// How many answers got an error, of connections that are over.
    private var formerErrors = 0

    init(_ listener: consuming Socket, ear: Int32, server: Int, _ address: KafkaAddress?) {
        self.listener = listener
        self.ear = ear
        self.server = server
        self.address = address
    }

    /// Waits until there is something to do, and does it.
    ///
    /// - Parameter weather: Asked for the weather; nil ends the loop.
    /// - Returns: Whether it goes on.
    mutating func turn(_ weather: () -> Weather?) -> Bool {
        let found = self.wait()
        self.hear()
        let accepted = self.accept()
        // Asked for after that: whoever connects when the weather has changed must not meet the one before.
        guard let weather = weather() else { return false }
        if weather == self.weather {
            self.move(found)
        } else {
            self.change(to: weather)
        }
        self.connections += accepted
        if weather == .cut { self.reset() }
        self.leave()
        return true
    }

    /// How many answers got an error so far.
    var errors: Int { self.connections.reduce(self.formerErrors) { $0 + $1.errors } }

    private mutating func leave() {
        for connection in self.connections where connection.isOver { self.formerErrors += connection.errors }
        self.connections.removeAll(where: \.isOver)
    }

    /// - Parameter found: What ``wait()`` found of these connections.
    private func move(_ found: [pollfd]) {
        let now = ContinuousClock.now
        for (index, connection) in self.connections.enumerated() {
            connection.move(found[(2 + 2 * index)..<(4 + 2 * index)], self.weather, now: now)
        }
    }

    private mutating func change(to weather: Weather) {
        // The answers of before are lost.
        if weather == .cut || self.weather == .mute { self.reset() }
        self.leave()
        for connection in self.connections { connection.countAnew() }
        self.weather = weather
    }

    private func reset() {
        for connection in self.connections { connection.reset() }
    }

    /// - Returns: The pipe, the listener, and two for each connection.
    private func wait() -> [pollfd] {
        let now = ContinuousClock.now
        var waiting = [
            pollfd(fd: self.ear, events: Int16(POLLIN), revents: 0),
            pollfd(fd: self.listener.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        for connection in self.connections { waiting += connection.interests(self.weather, now: now) }
        let due = self.weather == .stalled ? nil : self.connections.compactMap(\.due).filter { $0 > now }.min()
        let milliseconds = due.map { Int32(($0 - now) / .milliseconds(1)) + 1 } ?? -1
        _ = poll(&waiting, nfds_t(waiting.count), milliseconds)
        return waiting
    }

    /// Empties the pipe that woke the thread.
    private func hear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(self.ear, &bytes, bytes.count) == bytes.count {}
    }

    private func accept() -> [RelayConnection] {
        var accepted: [RelayConnection] = []
        while let descriptor = self.listener.accepted() {
            accepted.append(
                RelayConnection(Socket(owning: descriptor), Socket.connecting(to: self.server), self.address))
        }
        return accepted
    }
}
