import Redressal
import Synchronization

/// The readers that a ``MemoryLog`` ends when it is closed.
final class MemoryLogReaders: Sendable {
    private let readers = Mutex<[MemoryLogReader]>([])

    func add(_ reader: MemoryLogReader) -> MemoryLogReader {
        self.readers.withLock { $0.append(reader) }
        return reader
    }

    func close() async {
        let readers = self.readers.withLock { readers in
            defer { readers = [] }
            return readers
        }
        for reader in readers { await reader.close() }
    }
}
