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
    /// Told of every file before it is shown; when it throws, the file is not shown.
    let onOpened: @Sendable (AttachmentOpening) async throws -> Void

    /// - Parameters:
    ///   - longest: The longest file taken, in bytes.
    ///   - onOpened: Told of every file before it is shown: opening one is reading personal data. What it throws keeps the
    ///     file shut.
    package init(
        _ desk: any AttachmentDesk, longest: Int = Self.usualLength,
        onOpened: @escaping @Sendable (AttachmentOpening) async throws -> Void = { _ in }
    ) {
        self.desk = desk
        self.longest = longest
        self.room = UploadRoom(size: max(128 << 20, 4 * longest))
        self.onOpened = onOpened
    }
}

/// Somebody opens a file of a case.
package struct AttachmentOpening: Hashable, Sendable {
    /// Who has signed in; nil where nobody is asked who they are.
    package let reader: String?
    package let `case`: CaseID
    package let attachment: AttachmentID
}
