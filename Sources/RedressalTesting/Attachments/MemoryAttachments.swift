import Redressal
import Synchronization

/// Attachments in memory; when told, it is out of reach.
package final class MemoryAttachments: AttachmentStore {
    private let kept = Mutex<[AttachmentID: [UInt8]]>([:])
    private let isAway = Mutex(false)

    package init() {}

    /// The names of everything that is kept.
    package var ids: Set<AttachmentID> { Set(self.kept.withLock { $0.keys }) }

    /// Is out of reach from now on, or no longer.
    package func goAway(_ isAway: Bool = true) { self.isAway.withLock { $0 = isAway } }

    package func put(_ bytes: [UInt8]) async throws(AttachmentStoreError) -> AttachmentID {
        try self.checkPresence()
        let id = AttachmentID(of: bytes)
        self.kept.withLock { $0[id] = bytes }
        return id
    }

    package func get(_ id: AttachmentID) async throws(AttachmentStoreError) -> [UInt8]? {
        try self.checkPresence()
        return self.kept.withLock { $0[id] }
    }

    package func exists(_ id: AttachmentID) async throws(AttachmentStoreError) -> Bool {
        try self.checkPresence()
        return self.kept.withLock { $0[id] != nil }
    }

    package func remove(_ id: AttachmentID) async throws(AttachmentStoreError) {
        try self.checkPresence()
        self.kept.withLock { $0[id] = nil }
    }

    private func checkPresence() throws(AttachmentStoreError) {
        guard !self.isAway.withLock({ $0 }) else {
            throw AttachmentStoreError(.unavailable, "expected the store of attachments to answer but it is away")
        }
    }
}
