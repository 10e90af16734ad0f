import Redressal

/// Files that a command names, now its case's; kept so that a case that is not opened gives them back.
package struct AttachmentClaim: Sendable {
    let `case`: CaseID
    /// The files that were nobody's before, each with its key as it was wrapped then.
    let taken: [AttachmentID: String]
}
