import Redressal

/// Attachments as objects of a bucket: `prefix/ab/cd/abcd…`, as in a directory.
package struct S3Attachments: AttachmentStore {
    /// The longest object taken back, in bytes; nothing longer may be put.
    package static let longest = 1 << 30

    private let desk: S3Desk

    /// - Parameters:
    ///   - pace: By which to wait between two tries.
    ///   - patience: How long one of the four operations may take, with all its tries.
    package init(
        _ bucket: S3Bucket, _ credentials: S3Credentials, clock: any WallClock,
        pace: any Clock<Duration> = ContinuousClock(), patience: Duration = .seconds(30)
    ) {
        self.init(
            S3Desk(
                bucket: bucket, credentials: credentials, clock: clock, transport: S3Connection(), pace: pace,
                patience: patience))
    }

    init(_ desk: S3Desk) { self.desk = desk }

    package func put(_ bytes: [UInt8]) async throws(AttachmentStoreError) -> AttachmentID {
        let id = AttachmentID(of: bytes)
        let answer = try await self.ask(S3Request(method: .put, id: id, body: bytes), "write")
        guard answer.isSuccess else { throw self.refused("write", answer) }
        return id
    }

    package func get(_ id: AttachmentID) async throws(AttachmentStoreError) -> [UInt8]? {
        let answer = try await self.ask(S3Request(method: .get, id: id), "read")
        if answer.isMissing { return nil }
        guard answer.isSuccess else { throw self.refused("read", answer) }
        guard AttachmentID(of: answer.body) == id else { throw AttachmentStoreError(damaged: id) }
        return answer.body
    }

    package func exists(_ id: AttachmentID) async throws(AttachmentStoreError) -> Bool {
        let answer = try await self.ask(S3Request(method: .head, id: id), "look at")
        // An answer to HEAD has no body that could tell why.
        if answer.status == 404 { return false }
        guard answer.isSuccess else { throw self.refused("look at", answer) }
        return true
    }

    package func remove(_ id: AttachmentID) async throws(AttachmentStoreError) {
        let answer = try await self.ask(S3Request(method: .delete, id: id), "delete")
        guard answer.isSuccess || answer.isMissing else { throw self.refused("delete", answer) }
    }

    private func ask(_ request: S3Request, _ verb: String) async throws(AttachmentStoreError) -> S3Answer {
        do throws(S3Failure) {
            return try await self.desk.ask(request, longest: Self.longest)
        } catch {
            if case .tooLong = error { throw AttachmentStoreError(damaged: request.id) }
            throw AttachmentStoreError(.unavailable, "\(self.wish(verb)) but it \(error)")
        }
    }

    private func refused(_ verb: String, _ answer: S3Answer) -> AttachmentStoreError {
        AttachmentStoreError(.unavailable, "\(self.wish(verb)) but it answered \(answer.summary)")
    }

    private func wish(_ verb: String) -> String {
        "expected to \(verb) attachments in bucket '\(self.desk.bucket.name)' at \(self.desk.bucket.endpoint)"
    }
}
