extension Command {

    /// The attachments that it names.
    ///
    /// - Throws: ``MisnamedAttachment`` for a text that is no attachment's name.
    package var attachments: Set<AttachmentID> {
        get throws(MisnamedAttachment) {
            var ids: Set<AttachmentID> = []
            for field in FieldName.ofAttachments.map(\.rawValue) {
                guard case .list(let values)? = self.request.fields[field] else { continue }
                for value in values {
                    guard let text = value.text, let id = AttachmentID(text) else { throw MisnamedAttachment(field) }
                    ids.insert(id)
                }
            }
            return ids
        }
    }
}

extension FieldName {
    /// The fields that name attachments, in every workflow.
    package static let ofAttachments: [FieldName] = ["attachments", "evidence", "letter"]
}

/// A field should name attachments and names something else, or what its sender may not use.
package struct MisnamedAttachment: Error, Hashable, Sendable, CustomStringConvertible {
    /// "expected … but …", the same whether a file is not there or somebody else's.
    package let description: String

    init(_ field: String) {
        self.description =
            "expected in '\(field)' the names of files as POST /attachments answers them but found another text"
    }

    /// Files that nobody knows, that are of another case, or that somebody else sent.
    package static let unknown = MisnamedAttachment(
        message:
            "expected files that you sent with POST /attachments within the last day but found another: send it again")

    /// - Parameter limit: How many files a case may have.
    package static func tooMany(_ limit: Int) -> MisnamedAttachment {
        MisnamedAttachment(message: "expected at most \(limit) files of a case but with these there are more")
    }

    private init(message: String) { self.description = message }
}
