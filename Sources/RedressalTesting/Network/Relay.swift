import Foundation
import Glibc
import Synchronization

/// A TCP relay in front of a server, on a thread of its own, whose weather can be made.
package final class Relay: Sendable {
    private struct State {
        var weather = Weather.fair
        var isStopped = false
        var errors = 0
    }

    /// Where to connect instead of to the server.
    package let port: Int
    private let state = Mutex(State())
    /// Written to when the thread is to look at the state again.
    private let bell: Int32

    /// Opens one.
    ///
    /// - Parameters:
    ///   - server: The server's port on the loopback address.
    ///   - isKafka: Whether the server is a broker, which tells its address in its answers.
    package init(to server: Int, isKafka: Bool = false) throws {
        let listener = try Socket.listening()
        var pipe: [Int32] = [0, 0]
        guard Glibc.pipe(&pipe) == 0 else { throw Socket.Failure(call: "pipe", code: errno) }
        for end in pipe {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        let port = listener.port
        self.port = port
        self.bell = pipe[1]
        let ear = pipe[0]
        let descriptor = fcntl(listener.descriptor, F_DUPFD_CLOEXEC, 0)
        let thread = Thread { [self] in
            let address = isKafka ? KafkaAddress(own: server, shown: port) : nil
            var loop = RelayLoop(Socket(owning: descriptor), ear: ear, server: server, address)
            while loop.turn({ self.weatherUnlessStopped }) {
                let errors = loop.errors
                self.state.withLock { $0.errors = errors }
            }
            close(ear)
        }
        thread.name = "relay"
        thread.start()
    }

    deinit { close(self.bell) }

    package var weather: Weather { self.state.withLock(\.weather) }

    /// How many answers got an error from ``Weather/erring(oneIn:)`` so far.
    package var errors: Int { self.state.withLock(\.errors) }

    package func set(_ weather: Weather) {
        self.state.withLock { $0.weather = weather }
        self.ring()
    }

    /// Ends it with everything that passes through it.
    package func stop() {
        self.state.withLock { $0.isStopped = true }
        self.ring()
    }

    private var weatherUnlessStopped: Weather? { self.state.withLock { $0.isStopped ? nil : $0.weather } }

    private func ring() {
        var byte: UInt8 = 1
        // A full pipe rings as well.
        _ = write(self.bell, &byte, 1)
    }
}
