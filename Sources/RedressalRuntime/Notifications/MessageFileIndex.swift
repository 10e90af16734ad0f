import Foundation
import Glibc
import Redressal

/// The ids of the messages in a file, read as the file grows.
struct MessageFileIndex {
    private static let blockSize = 1 << 16

    private var ids: Set<String> = []
    private var inode: ino_t = 0
    private var end: off_t = 0

    func contains(_ id: String) -> Bool { self.ids.contains(id) }

    /// Reads what is new in a file; a file that was rotated or cut is read from its start.
    ///
    /// - Returns: Whether it could be read; else `errno` tells why not.
    mutating func update(from file: Int32) -> Bool {
        var status = stat()
        guard fstat(file, &status) == 0 else { return false }
        if status.st_ino != self.inode || status.st_size < self.end { self = MessageFileIndex(inode: status.st_ino) }
        var line: [UInt8] = []
        var position = self.end
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        while true {
            let count = pread(file, &block, block.count, position)
            guard count >= 0 else { return false }
            guard count > 0 else { return true }
            for byte in block[..<count] {
                position += 1
                guard byte == UInt8(ascii: "\n") else {
                    line.append(byte)
                    continue
                }
                if let message = try? CanonicalJSON.decode(OutgoingMessage.self, from: line) {
                    self.ids.insert(message.id)
                }
                line.removeAll(keepingCapacity: true)
                self.end = position
            }
        }
    }

    init() {}

    private init(inode: ino_t) { self.inode = inode }
}
