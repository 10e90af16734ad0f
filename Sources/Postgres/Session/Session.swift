import CLibPQ
import Glibc
import Logging

/// One session with the server: the blocking, single-threaded half of ``PostgresConnection``.
///
/// Not Sendable: it lives on its connection's queue, and transaction bodies borrow it there.
final class Session {
    /// The connection, until ``close()``.
    private var handle: PQConnection?
    /// Shared with the cancelling side.
    let gate: ConnectionGate
    /// Which statements are prepared on the server.
    var statements = StatementCache()
    /// Says whether the caller of the operation under way has given up.
    var token: CancelToken?
    /// The first error since the transaction began; tells why a `COMMIT` is refused.
    var firstFailure: PostgresError?
    let logger: Logger
    private let observer: PostgresObserver?

    /// Connects and sets what this client relies on; blocks.
    ///
    /// - Throws: ``PostgresError`` of kind `cannotConnect`.
    init(connecting configuration: PostgresConfiguration, logger: Logger) throws {
        let handle = try PQConnection.connect(configuration, logger: logger)
        guard let cancel = handle.makeCancel() else { throw PostgresError(.cannotConnect, "no cancel handle") }
        self.gate = ConnectionGate(cancel: cancel, processID: handle.processID)
        self.logger = logger
        self.observer = configuration.observer
        self.handle = consume handle
        // The text forms of times and floats depend on these, and the reader knows only one form of each.
        _ = try self.script(
            "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET extra_float_digits = 1;"
                + "SET bytea_output = 'hex'; SET standard_conforming_strings = on")
    }

    /// Tells that a transaction was committed whose `COMMIT` was sent at an instant.
    func committed(since sent: ContinuousClock.Instant) { self.observer?.committed(sent) }

    /// Lends the connection.
    ///
    /// - Throws: ``PostgresError`` of kind `closed` after ``close()``.
    func withHandle<R>(_ body: (borrowing PQConnection) throws -> R) throws -> R {
        guard self.handle != nil else { throw PostgresError(.closed, "the connection was closed by this program") }
        return try body(self.handle!)
    }

    /// True if the connection is there and outside a transaction.
    var isIdle: Bool { self.handle?.isIdle ?? false }
    /// True if the connection is there and in a transaction that an error has spoilt.
    var isInFailedTransaction: Bool { self.handle?.isInFailedTransaction ?? false }
    /// True if the connection is there and libpq has not seen it break.
    var isAlive: Bool { self.handle?.isAlive ?? false }

    /// Closes the connection; every later operation fails with `closed`.
    func close() {
        self.gate.markClosed()
        self.handle = nil
    }

    /// Finds out, without a round trip, whether the server ended the session while nobody was looking.
    ///
    /// - Throws: ``PostgresError`` of kind `connectionLost`, marked as unsent.
    func checkAlive() throws {
        let lost: PostgresError? = try self.withHandle { handle in
            // A server that goes away first sends its reason and then closes: read until nothing is left.
            for _ in 0..<64 where handle.isAlive && handle.isReadable {
                guard PQconsumeInput(handle.pointer) == 1 else { break }
                _ = PQisBusy(handle.pointer)
            }
            return handle.isAlive ? nil : handle.failure()
        }
        guard var lost else { return }
        lost.isUnsent = true
        self.gate.markClosed()
        throw lost
    }
}

extension PQConnection {
    /// True if a read would not block: data, or the end of the connection, has arrived.
    var isReadable: Bool {
        var descriptor = pollfd(fd: self.socket, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }
}
