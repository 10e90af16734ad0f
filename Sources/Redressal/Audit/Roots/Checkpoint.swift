import Foundation

/// How far a partition of the log went at a moment and what its tree came to: the text of a C2SP `tlog-checkpoint`.
package struct Checkpoint: Hashable, Sendable {
    /// Which log: a name without blanks, such as `redressal-1f2e3d4c/events/3`.
    package let origin: String
    /// How many records the tree has.
    package let size: Int64
    package let root: EventHash
    /// When it was made, as an extension line that other tools pass over.
    package let made: Instant

    package init(origin: String, size: Int64, root: EventHash, made: Instant) {
        self.origin = origin
        self.size = size
        self.root = root
        self.made = made
    }

    /// Reads the text again.
    ///
    /// - Returns: nil for any other text.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 5, lines[4].isEmpty, !lines[0].isEmpty, let size = Int64(lines[1]), size >= 0,
            let bytes = Data(base64Encoded: String(lines[2])), let root = EventHash(Hex.encode(bytes)),
            lines[3].hasPrefix(Self.madePrefix), let made = Instant(String(lines[3].dropFirst(Self.madePrefix.count)))
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root, made: made)
        // Nothing that reads alike and is written otherwise.
        guard self.text == text else { return nil }
    }

    private static let madePrefix = "made "

    /// What is signed.
    package var text: String {
        "\(self.origin)\n\(self.size)\n\(Data(self.root.bytes).base64EncodedString())\n\(Self.madePrefix)\(self.made)\n"
    }
}
