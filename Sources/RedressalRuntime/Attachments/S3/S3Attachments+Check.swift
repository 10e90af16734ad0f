import Crypto
import Redressal

extension S3Attachments {
    /// Writes, reads and deletes an object of its own, as everything later will be.
    ///
    /// - Throws: ``AttachmentStoreError``, before any file of a person is trusted to a store that does not keep it.
    package func check() async throws(AttachmentStoreError) {
        // Nobody else's: another gateway may be starting at the same time.
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let id = AttachmentID(of: bytes)
        // Without the right to list, a store says "forbidden" of what is not there.
        guard try await self.get(id) == nil, try await self.put(bytes) == id, try await self.exists(id),
            try await self.get(id) == bytes
        else {
            throw AttachmentStoreError(.damaged, "expected a store that gives back what was written but found another")
        }
        try await self.remove(id)
    }
}
