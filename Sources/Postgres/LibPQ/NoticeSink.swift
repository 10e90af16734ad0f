import CLibPQ
import Logging

/// Receives the server's notices of one connection, which libpq would otherwise print to the error stream.
final class NoticeSink: Sendable {
    private let logger: Logger

    /// Makes a sink that logs at debug level.
    init(logger: Logger) {
        self.logger = logger
    }

    /// Logs one notice.
    func receive(_ text: String) {
        self.logger.debug("PostgreSQL notice", metadata: ["notice": .string(text)])
    }
}

/// Hands a notice to its connection's sink.
///
/// At file scope: a closure written in main-actor code would trap when libpq calls it on another thread.
func receiveNotice(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?) {
    guard let context, let text else { return }
    Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue().receive(String(cString: text).onOneLine)
}
