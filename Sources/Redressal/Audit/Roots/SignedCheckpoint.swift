import Foundation

/// A checkpoint with its signatures: a C2SP `signed-note`.
package struct SignedCheckpoint: Hashable, Sendable {
    package let checkpoint: Checkpoint
    /// The whole note, as it is kept, handed out and read by other tools.
    package let note: String
    private let signatures: [Substring]

    /// - Parameter line: The signature, with its line break.
    init(_ checkpoint: Checkpoint, line: String) {
        self.checkpoint = checkpoint
        self.note = "\(checkpoint.text)\n\(line)"
        self.signatures = line.split(separator: "\n")
    }

    /// Reads a note.
    ///
    /// - Returns: nil for any other text; whose signature it is, is not asked.
    package init?(note: String) {
        guard note.hasSuffix("\n"), let end = note.range(of: "\n\n"),
            let checkpoint = Checkpoint(text: String(note[..<end.lowerBound]) + "\n")
        else { return nil }
        let signatures = note[end.upperBound...].split(separator: "\n")
        guard !signatures.isEmpty, signatures.allSatisfy({ $0.hasPrefix("— ") }) else { return nil }
        self.checkpoint = checkpoint
        self.note = note
        self.signatures = signatures
    }

    /// Whether the key signed it.
    package func isSigned(by key: CheckpointVerifier) -> Bool {
        self.signatures.contains { key.accepts(line: $0, of: self.checkpoint.text) }
    }
}
