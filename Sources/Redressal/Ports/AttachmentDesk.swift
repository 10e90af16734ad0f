/// Files that belong to cases: taken in first, named by an action later, opened by those who may see the case.
package protocol AttachmentDesk: Sendable {
    /// Keeps a file until a case names it; nobody needs it when none does within a day.
    ///
    /// - Parameter account: Who sends it, and alone may use it; nil where nobody is asked.
    /// - Throws: ``ViewsUnavailable`` when it cannot be kept now.
    func take(_ file: CleanAttachment, from account: String?) async throws -> Attachment

    /// The files of a case, the oldest first.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func attachments(of id: CaseID) async throws -> [Attachment]

    /// A file of a case, opened; nil when the case has none of that name.
    ///
    /// - Throws: ``AttachmentErased``; ``ViewsUnavailable`` when it cannot be read now.
    func open(_ id: AttachmentID, of case: CaseID) async throws -> (attachment: Attachment, bytes: [UInt8])?
}

/// The person whom a file was about has been erased, and with them the file.
package struct AttachmentErased: Error, Hashable, Sendable, CustomStringConvertible {
    package init() {}

    package var description: String {
        "expected a file that can be opened but the person it was about has been erased, and with them the file"
    }
}
