/// Where a page of the access log ended: after which entry.
///
/// It says nothing of the log's offsets: between two of them somebody could count entries that they are not shown.
package struct AccessCursor: Hashable, Sendable {
    /// Longer than any id of an entry.
    private static let longest = 64

    /// The entry's id.
    package let id: String

    package init(after entry: AccessEntry) { self.id = entry.id }

    /// As whoever asks for the next page hands it back.
    package var text: String { self.id }

    /// - Returns: nil for what cannot be the id of an entry.
    package init?(_ text: String) {
        let isID = text.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
        }
        guard isID, (1...Self.longest).contains(text.utf8.count) else { return nil }
        self.id = text
    }
}
