import Redressal
import Synchronization

/// Attachments in memory, each for whichever case a test says.
final class FakeDesk: AttachmentDesk, Sendable {
    private struct State {
        var taken: [(file: CleanAttachment, account: String?)] = []
        var cases: [AttachmentID: CaseID] = [:]
        var files: [AttachmentID: CleanAttachment] = [:]
        var erased: Set<AttachmentID> = []
    }

    private let state = Mutex(State())

    /// What came in, and from whom.
    var taken: [(file: CleanAttachment, account: String?)] { self.state.withLock { $0.taken } }

    /// Gives a case a file.
    func add(_ file: CleanAttachment, to id: String) -> AttachmentID {
        let attachment = AttachmentID(of: file.bytes)
        self.state.withLock { state in
            state.files[attachment] = file
            state.cases[attachment] = CaseID(id)
        }
        return attachment
    }

    /// Erases the person whom a file is about.
    func erase(_ id: AttachmentID) { self.state.withLock { _ = $0.erased.insert(id) } }

    func take(_ file: CleanAttachment, from account: String?) async throws -> Attachment {
        self.state.withLock { $0.taken.append((file, account)) }
        return Self.describe(file, AttachmentID(of: file.bytes))
    }

    func attachments(of id: CaseID) async throws -> [Attachment] {
        self.state.withLock { state in
            state.files.filter { state.cases[$0.key] == id }.map { Self.describe($0.value, $0.key) }
        }
    }

    func open(_ id: AttachmentID, of case: CaseID) async throws -> (attachment: Attachment, bytes: [UInt8])? {
        try self.state.withLock { state in
            guard let file = state.files[id], state.cases[id] == `case` else { return nil }
            if state.erased.contains(id) { throw AttachmentErased() }
            return (Self.describe(file, id), file.bytes)
        }
    }

    private static func describe(_ file: CleanAttachment, _ id: AttachmentID) -> Attachment {
        Attachment(id: id, type: file.type, bytes: file.bytes.count, uploaded: Website.now ?? Instant(seconds: 0))
    }
}
