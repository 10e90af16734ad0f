import Dispatch
import Foundation
import Glibc
import Redressal

/// Attachments as files of a directory: `ab/cd/abcd…`, readable by their owner alone.
///
/// A file appears under its name whole or not at all, and is on the disk before ``put(_:)`` returns.
package struct AttachmentDirectory: AttachmentStore {
    private let root: String
    /// Disks block: their calls must not hold the threads on which requests are answered.
    private let queue = DispatchQueue(label: "redressal.attachments", attributes: .concurrent)

    /// Opens a directory, or makes it.
    ///
    /// - Throws: ``AttachmentStoreError`` when it cannot be made or written.
    package init(_ folder: URL) throws(AttachmentStoreError) {
        self.root = folder.path
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            _ = try AttachmentFolder(self.root, [AttachmentFolder.incoming], makes: true)
            try Self.sweep(folder.appending(path: AttachmentFolder.incoming))
        } catch {
            throw AttachmentStoreError(
                .unavailable, "expected to keep attachments in '\(folder.path)' but it cannot be written: \(error)")
        }
    }

    package func put(_ bytes: [UInt8]) async throws(AttachmentStoreError) -> AttachmentID {
        let id = AttachmentID(of: bytes)
        try await self.run("write") { () throws(SystemCallError) in try self.write(bytes, as: id) }
        return id
    }

    package func get(_ id: AttachmentID) async throws(AttachmentStoreError) -> [UInt8]? {
        let bytes = try await self.run("read") { () throws(SystemCallError) in
            let folder = try AttachmentFolder(self.root, Self.parts(of: id), makes: false)
            return try Descriptor(id.text, in: folder.descriptor, O_RDONLY).readAll()
        }
        guard let bytes else { return nil }
        guard AttachmentID(of: bytes) == id else { throw AttachmentStoreError(damaged: id) }
        return bytes
    }

    package func exists(_ id: AttachmentID) async throws(AttachmentStoreError) -> Bool {
        let found = try await self.run("look at") { () throws(SystemCallError) in
            let folder = try AttachmentFolder(self.root, Self.parts(of: id), makes: false)
            var status = stat()
            guard fstatat(folder.descriptor.number, id.text, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw SystemCallError()
            }
            return status.st_mode & S_IFMT == S_IFREG
        }
        return found ?? false
    }

    package func remove(_ id: AttachmentID) async throws(AttachmentStoreError) {
        try await self.run("delete") { () throws(SystemCallError) in
            let folder = try AttachmentFolder(self.root, Self.parts(of: id), makes: false)
            guard unlinkat(folder.descriptor.number, id.text, 0) == 0 else { throw SystemCallError() }
            try folder.descriptor.synchronise()
        }
    }

    /// Deletes what was being written when a process died, a day ago or earlier.
    private static func sweep(_ incoming: URL) throws {
        let files = FileManager.default
        for name in try files.contentsOfDirectory(atPath: incoming.path) {
            let draft = incoming.appending(path: name)
            let written = try? files.attributesOfItem(atPath: draft.path)[.modificationDate] as? Date
            if let written, written.timeIntervalSinceNow < -86_400 { try? files.removeItem(at: draft) }
        }
    }

    /// The folders on the way to a file.
    private static func parts(of id: AttachmentID) -> [String] {
        [String(id.text.prefix(2)), String(id.text.dropFirst(2).prefix(2))]
    }

    private func write(_ bytes: [UInt8], as id: AttachmentID) throws(SystemCallError) {
        let incoming = try AttachmentFolder(self.root, [AttachmentFolder.incoming], makes: true)
        let draft = UUID().uuidString
        do throws(SystemCallError) {
            let file = try Descriptor(draft, in: incoming.descriptor, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
            try file.write(bytes)
            try file.synchronise()
            let folder = try AttachmentFolder(self.root, Self.parts(of: id), makes: true)
            guard renameat(incoming.descriptor.number, draft, folder.descriptor.number, id.text) == 0 else {
                throw SystemCallError()
            }
            try folder.descriptor.synchronise()
        } catch {
            unlinkat(incoming.descriptor.number, draft, 0)
            throw error
        }
    }

    /// Asks the disk.
    ///
    /// - Returns: nil when there is no such file or folder.
    @discardableResult
    private func run<T: Sendable>(
        _ verb: String, _ body: @escaping @Sendable () throws(SystemCallError) -> T
    ) async throws(AttachmentStoreError) -> T? {
        let result: Result<T, SystemCallError> = await withCheckedContinuation { continuation in
            self.queue.async {
                do throws(SystemCallError) {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        switch result {
        case .success(let value): return value
        case .failure(let error) where error.number == ENOENT: return nil
        case .failure(let error):
            throw AttachmentStoreError(
                .unavailable, "expected to \(verb) an attachment in '\(self.root)' but cannot: \(error)")
        }
    }
}
