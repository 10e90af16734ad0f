import Redressal

/// How files come in and go out.
package struct AttachmentDoor: Sendable {
    /// The longest file taken unless told otherwise, in bytes: a photograph of a telephone, or minutes of speech.
    package static let usualLength = 10 << 20

    let desk: any AttachmentDesk
    /// The longest file taken, in bytes.
    let longest: Int
    /// Where files are while they come in.
    let room: UploadRoom

    /// - Parameter longest: The longest file taken, in bytes.
    package init(_ desk: any AttachmentDesk, longest: Int = Self.usualLength) {
        self.desk = desk
        self.longest = longest
        self.room = UploadRoom(size: max(128 << 20, 4 * longest))
    }
}
