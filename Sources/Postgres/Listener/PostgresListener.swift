import Foundation
import Logging
import Synchronization

/// A connection of its own that waits for notifications.
///
/// A thread of its own sleeps in `poll` on the socket, so a notification is passed on when it arrives, without a polling
/// interval. When the connection breaks, ``notifications`` ends with the error: make a new listener, and look for what
/// was missed meanwhile, because PostgreSQL keeps nothing for those who are away.
package final class PostgresListener: Sendable {
    /// The notifications, in order; for one reader.
    ///
    /// Holds at most 1024 that were not read, dropping the oldest: take them as a sign to look, not as the data.
    package let notifications: AsyncThrowingStream<PostgresNotification, any Error>
    private let wakePipe: WakePipeBox
    private let ended: AsyncStream<Never>

    private init(
        notifications: AsyncThrowingStream<PostgresNotification, any Error>, wakePipe: WakePipeBox,
        ended: AsyncStream<Never>
    ) {
        self.notifications = notifications
        self.wakePipe = wakePipe
        self.ended = ended
    }

    deinit {
        self.wakePipe.pipe.wake()
    }

    /// Connects and listens; what is sent after this returns will be seen.
    ///
    /// - Parameter channels: the channels' names, unquoted.
    /// - Throws: ``PostgresError`` of kind `cannotConnect`.
    package static func connect(
        _ configuration: PostgresConfiguration, channels: [String], logger: Logger = Logger(label: "postgres")
    ) async throws -> PostgresListener {
        let (stream, continuation) = AsyncThrowingStream<PostgresNotification, any Error>.makeStream(
            bufferingPolicy: .bufferingNewest(1024))
        let (ended, ending) = AsyncStream<Never>.makeStream()
        let wakePipe = WakePipeBox(pipe: try WakePipe())
        try await withCheckedThrowingContinuation { (ready: CheckedContinuation<Void, any Error>) in
            let thread = Thread {
                let loop: ListenLoop
                do {
                    loop = try ListenLoop(configuration, channels: channels, logger: logger)
                    ready.resume()
                } catch {
                    ready.resume(throwing: error)
                    return
                }
                loop.run(wakePipe, into: continuation)
                ending.finish()
            }
            thread.name = "postgres.listen"
            thread.start()
        }
        return PostgresListener(notifications: stream, wakePipe: wakePipe, ended: ended)
    }

    /// Closes the connection and ends ``notifications``; returns when the thread has let go of the connection.
    package func close() async {
        self.wakePipe.pipe.wake()
        for await _ in self.ended {}
    }
}

/// Shares the wake pipe between a listener and its thread; the last one closes it.
final class WakePipeBox: Sendable {
    /// The pipe.
    let pipe: WakePipe

    /// Takes ownership of a pipe.
    init(pipe: consuming WakePipe) {
        self.pipe = pipe
    }
}
