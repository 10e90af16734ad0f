import Dispatch
import Foundation
import Glibc
import Redressal
import Synchronization

/// Writes messages to a file, one JSON object a line, for offices without a gateway; somebody sends them by hand.
///
/// The file holds addresses in clear, and is readable by its owner alone. A message that is in it is not written again.
package final class FileChannel: MessageChannel {
    private let path: String
    /// Files may block, which the cooperative pool must not.
    private let queue = DispatchQueue(label: "redressal message file")
    private let known = Mutex(MessageFileIndex())

    package init(path: String) { self.path = path }

    package func deliver(_ message: OutgoingMessage) async throws(MessageChannelError) {
        let result: Result<Void, MessageChannelError> = await withCheckedContinuation { continuation in
            self.queue.async { continuation.resume(returning: self.append(message)) }
        }
        try result.get()
    }

    private func append(_ message: OutgoingMessage) -> Result<Void, MessageChannelError> {
        Result { () throws(MessageChannelError) in
            guard let line = try? CanonicalJSON.encode(message) + [UInt8(ascii: "\n")] else {
                throw MessageChannelError("unwritable", isRefusal: true)
            }
            let file = open(self.path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw Self.failure() }
            defer { close(file) }
            // Other processes may write to the same file.
            guard flock(file, LOCK_EX) == 0 else { throw Self.failure() }
            guard
                try !self.known.withLock({ index throws(MessageChannelError) in
                    guard index.update(from: file) else { throw Self.failure() }
                    return index.contains(message.id)
                })
            else { return }
            try Self.write(line, to: file)
            guard fsync(file) == 0 else { throw Self.failure() }
        }
    }

    /// Writes the whole line, or takes back what was written of it.
    private static func write(_ line: [UInt8], to file: Int32) throws(MessageChannelError) {
        let end = lseek(file, 0, SEEK_END)
        let written = line.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        guard written == line.count else {
            let error = self.failure()
            if end >= 0 { ftruncate(file, end) }
            throw error
        }
    }

    private static func failure() -> MessageChannelError { MessageChannelError("file_error_\(errno)") }
}
