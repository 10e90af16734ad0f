/// Something in the log that is not as it was written, or cannot have been written by this program.
package struct LogFinding: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Events of a case before this one are not there.
        case gap
        /// An event names another predecessor than the log has.
        case brokenChain = "broken_chain"
        /// A case begins with something else than its opening.
        case notOpened = "not_opened"
        /// A record is none of this program's, or of a version or type that it does not know.
        case unreadable
        /// An event's record has another key than its case.
        case misplaced
        /// An event says that it was recorded before the one in front of it.
        case outOfOrder = "out_of_order"
        /// There are fewer records than there were when the root was signed.
        case missing
        /// There are as many records as there were, and not the same.
        case changed
        /// A root that the key did not sign, or that is no root.
        case badSignature = "bad_signature"
        /// A root of another log.
        case foreign
    }

    package let kind: Kind
    /// Such as `events/3`.
    package let place: String
    /// The record's, or of the first record that may be meant.
    package let offset: Int64?
    package let `case`: String?
    package let seq: Int?
    /// "Expected … but found …".
    package let words: String

    package init(
        _ kind: Kind, at place: String, offset: Int64? = nil, case id: String? = nil, seq: Int? = nil, _ words: String
    ) {
        self.kind = kind
        self.place = place
        self.offset = offset
        self.case = id
        self.seq = seq
        self.words = words
    }
}
