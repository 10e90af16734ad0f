/// Where a page of the access log ended: after which entry.
package struct AccessCursor: Hashable, Sendable {
    package let at: Instant
    package let partition: Int
    package let offset: Int64

    package init(at: Instant, partition: Int, offset: Int64) {
        self.at = at
        self.partition = partition
        self.offset = offset
    }

    /// As whoever asks for the next page hands it back.
    package var text: String { "\(self.at.milliseconds).\(self.partition).\(self.offset)" }

    /// - Returns: nil for anything but what ``text`` gives.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let at = Int64(parts[0]), let partition = Int32(parts[1]), let offset = Int64(parts[2])
        else { return nil }
        self.init(at: Instant(milliseconds: at), partition: Int(partition), offset: offset)
        guard self.text == text else { return nil }
    }
}
