import Foundation

/// The bytes of a file one after the other, read in blocks, without a leading byte-order mark.
struct ByteReader {
    /// What messages call the file.
    let name: String
    private let handle: FileHandle
    private var block: [UInt8] = []
    private var index = 0

    private static let blockSize = 1 << 16
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let zipMark = Array("PK\u{3}\u{4}".utf8)

    /// - Throws: ``ImportError`` when the file cannot be opened, or is a zip archive.
    init(_ file: URL) throws(ImportError) {
        self.name = file.lastPathComponent
        do {
            self.handle = try FileHandle(forReadingFrom: file)
        } catch {
            throw ImportError(
                "expected a readable file but '\(self.name)' cannot be opened: \(Self.reason(for: error))")
        }
        try self.fill()
        if self.block.starts(with: Self.zipMark) {
            throw ImportError("expected a text file but '\(self.name)' is a zip archive: unpack it first")
        }
        if self.block.starts(with: Self.byteOrderMark) { self.index = Self.byteOrderMark.count }
    }

    /// The next byte; nil at the end.
    mutating func next() throws(ImportError) -> UInt8? {
        if self.index == self.block.count {
            try self.fill()
            guard !self.block.isEmpty else { return nil }
        }
        defer { self.index += 1 }
        return self.block[self.index]
    }

    private mutating func fill() throws(ImportError) {
        do {
            self.block = Array(try self.handle.read(upToCount: Self.blockSize) ?? Data())
            self.index = 0
        } catch {
            throw ImportError("expected to read '\(self.name)' to its end but it failed: \(Self.reason(for: error))")
        }
    }

    private static func reason(for error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
        return cause.localizedDescription
    }
}
