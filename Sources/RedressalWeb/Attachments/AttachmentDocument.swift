import Redressal

/// A file as it is shown; who sent it is not, for the other side may look.
struct AttachmentDocument: Encodable {
    let attachment: String
    // Named as the key that clients read.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let media_type: MediaType
    let bytes: Int
    let uploaded: Instant

    init(_ attachment: Attachment) {
        self.attachment = attachment.id.text
        self.media_type = attachment.type
        self.bytes = attachment.bytes
        self.uploaded = attachment.uploaded
    }
}
