import CLibPQ
import Glibc
import Logging

/// The blocking half of ``PostgresListener``; made, run and ended on one thread.
final class ListenLoop {
    private let session: Session

    /// Connects and listens; blocks.
    init(_ configuration: PostgresConfiguration, channels: [String], logger: Logger) throws {
        self.session = try Session(connecting: configuration, logger: logger)
        for channel in channels { _ = try self.session.query("LISTEN \(SQL.identifier(channel))") }
    }

    /// Passes notifications on until woken or disconnected; then closes the connection and ends the stream.
    func run(
        _ wakePipe: WakePipeBox,
        into stream: AsyncThrowingStream<PostgresNotification, any Error>.Continuation
    ) {
        do {
            // One may already have come in with the answer to LISTEN, so look before waiting.
            repeat {
                for notification in try self.take() { stream.yield(notification) }
            } while try self.waitForData(wakePipe.pipe.readEnd)
            self.session.close()
            stream.finish()
        } catch {
            self.session.close()
            stream.finish(throwing: error)
        }
    }

    /// Waits until the server sends something or the pipe wakes this thread.
    ///
    /// - Returns: false if woken.
    private func waitForData(_ wakeEnd: Int32) throws -> Bool {
        let socket = try self.session.withHandle { $0.socket }
        var descriptors = [
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeEnd, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&descriptors, 2, -1) < 0 {
            guard errno == EINTR else {
                throw PostgresError(.connectionLost, "poll failed: \(String(cString: strerror(errno)))")
            }
        }
        return descriptors[1].revents == 0
    }

    /// Reads what has arrived, copied out of C memory.
    private func take() throws -> [PostgresNotification] {
        try self.session.checkAlive()
        return try self.session.withHandle { handle in
            var notifications: [PostgresNotification] = []
            while let notification = PQnotifies(handle.pointer) {
                notifications.append(
                    PostgresNotification(
                        channel: String(cString: notification.pointee.relname),
                        payload: String(cString: notification.pointee.extra),
                        processID: notification.pointee.be_pid))
                PQfreemem(notification)
            }
            return notifications
        }
    }
}
