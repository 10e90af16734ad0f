/// What is known of a kept file.
package struct Attachment: Hashable, Sendable {
    package let id: AttachmentID
    package let type: MediaType
    /// How many bytes it has once it is opened.
    package let bytes: Int
    package let uploaded: Instant

    package init(id: AttachmentID, type: MediaType, bytes: Int, uploaded: Instant) {
        self.id = id
        self.type = type
        self.bytes = bytes
        self.uploaded = uploaded
    }
}
