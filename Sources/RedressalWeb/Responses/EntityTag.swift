import Redressal

/// The number of a case's last event as an entity tag: `"7"`.
enum EntityTag {
    static func make(_ seq: Int) -> String { "\"\(seq)\"" }

    /// The event that a sender of `If-Match` knows.
    ///
    /// - Returns: nil for no header and for `*`, which any event matches.
    /// - Throws: ``Problem`` for anything but one strong tag of ours.
    static func expected(_ header: String?) throws(Problem) -> Int? {
        guard let header, header != "*" else { return nil }
        let digits = header.dropFirst().dropLast()
        guard let seq = Int(digits), seq >= 0, header == self.make(seq) else {
            throw .malformed(
                "expected If-Match to be the ETag of a case, such as \"7\" with its quotes, but found something else",
                field: "If-Match")
        }
        return seq
    }
}
