import Logging
import Postgres
import Synchronization

/// A ``Doorbell`` that rings in all processes: places are the payloads of `NOTIFY` on one channel.
final class PostgresDoorbell: Sendable {
    /// Where to wait.
    let bell = Doorbell()
    private let configuration: PostgresConfiguration
    private let channel: String
    private let logger: Logger
    /// Listens; nil before the first use.
    private let listening = Mutex<(task: Task<Void, Never>?, isClosed: Bool)>((nil, false))

    init(_ configuration: PostgresConfiguration, channel: String, logger: Logger) {
        self.configuration = configuration
        self.channel = channel
        self.logger = logger
    }

    deinit {
        self.listening.withLock { $0.task?.cancel() }
    }

    /// Connects, once, and goes on listening until closed.
    func start() {
        self.listening.withLock { state in
            guard state.task == nil, !state.isClosed else { return }
            state.task = Task { [bell, configuration, channel, logger] in
                await Self.listen(configuration, channel, logger, bell)
            }
        }
    }

    /// Wakes everybody and gives up the connection.
    func close() async {
        let task = self.listening.withLock { state in
            state.isClosed = true
            return state.task
        }
        self.bell.close()
        task?.cancel()
        await task?.value
    }

    private static func listen(
        _ configuration: PostgresConfiguration, _ channel: String, _ logger: Logger, _ bell: Doorbell
    ) async {
        var pause = Duration.milliseconds(50)
        while !Task.isCancelled {
            do {
                let listener = try await PostgresListener.connect(configuration, channels: [channel], logger: logger)
                pause = .milliseconds(50)
                // Nothing is kept for those who are away, so there may be news of anything.
                bell.ringAll()
                for try await notification in listener.notifications { bell.ring(notification.payload) }
                await listener.close()
            } catch {
                logger.debug("listening ended", metadata: ["error": "\(error)"])
            }
            // Only when the database is away; a cancelled sleep ends at once.
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(2))
        }
    }
}
