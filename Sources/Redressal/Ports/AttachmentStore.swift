/// Where the bytes of attachments are kept, under their own hash; it knows nothing of what they are.
package protocol AttachmentStore: Sendable {
    /// Keeps bytes; when it returns they are there also after a crash of the machine.
    ///
    /// - Returns: Their name; the same bytes have the same name and are kept once.
    /// - Throws: ``AttachmentStoreError`` `.unavailable`; nothing is kept under the name then.
    func put(_ bytes: [UInt8]) async throws(AttachmentStoreError) -> AttachmentID

    /// The bytes of a name; nil when there are none.
    ///
    /// - Throws: ``AttachmentStoreError`` `.damaged` for bytes that do not have their name's hash; `.unavailable`.
    func get(_ id: AttachmentID) async throws(AttachmentStoreError) -> [UInt8]?

    /// Whether there are bytes of a name.
    ///
    /// - Throws: ``AttachmentStoreError`` `.unavailable`.
    func exists(_ id: AttachmentID) async throws(AttachmentStoreError) -> Bool

    /// Forgets the bytes of a name, if there are any.
    ///
    /// - Throws: ``AttachmentStoreError`` `.unavailable`.
    func remove(_ id: AttachmentID) async throws(AttachmentStoreError)
}

/// Why bytes cannot be kept or given back.
package struct AttachmentStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        /// The place cannot be reached, read or written now.
        case unavailable
        /// What is kept is not what was put there.
        case damaged
    }

    package let code: Code
    /// Why, in words for an operator.
    package let description: String

    package init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// For kept bytes that have another hash than their name.
    package init(damaged id: AttachmentID) {
        self.init(
            .damaged, "expected attachment \(id) as it was kept but its bytes are others: restore it from a backup")
    }
}
