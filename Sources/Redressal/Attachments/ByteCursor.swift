/// Reads a file's bytes from front to back, and never past their end.
struct ByteCursor {
    let bytes: [UInt8]
    /// Where the bytes of interest end.
    let end: Int
    /// What the file is, for errors.
    let type: MediaType
    private(set) var offset: Int

    /// - Parameter range: Where to read; all of it when left out.
    init(_ bytes: [UInt8], of type: MediaType, in range: Range<Int>? = nil) {
        let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
        self.bytes = bytes
        self.end = range.upperBound
        self.type = type
        self.offset = range.lowerBound
    }

    var isAtEnd: Bool { self.offset >= self.end }

    var remaining: Int { self.end - self.offset }

    /// The next bytes.
    ///
    /// - Throws: ``AttachmentFault`` `.truncated` when there are fewer.
    mutating func take(_ count: Int) throws(AttachmentFault) -> ArraySlice<UInt8> {
        guard count >= 0, count <= self.remaining else { throw .truncated(self.type) }
        defer { self.offset += count }
        return self.bytes[self.offset..<self.offset + count]
    }

    /// Goes on from another place, at most the end.
    mutating func move(to offset: Int) { self.offset = min(max(offset, self.offset), self.end) }
}

extension Sequence<UInt8> {
    /// The number that up to seven bytes stand for, the most significant one first.
    var bigEndian: Int { self.reduce(0) { $0 << 8 | Int($1) } }
}

extension BidirectionalCollection<UInt8> {
    /// The number that up to seven bytes stand for, the least significant one first.
    var littleEndian: Int { self.reversed().bigEndian }

    /// Whether it begins with text in ASCII.
    func starts(with text: String) -> Bool { self.starts(with: Array(text.utf8)) }
}
