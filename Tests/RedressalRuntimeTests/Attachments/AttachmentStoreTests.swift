import Foundation
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

@Suite struct AttachmentStoreTests {
    @Test(arguments: AttachmentStoreContract.allCases)
    func memoryKeepsThePromise(_ promise: AttachmentStoreContract) async throws {
        try await promise.check(MemoryAttachments())
    }

    @Test(arguments: AttachmentStoreContract.allCases)
    func aDirectoryKeepsThePromise(_ promise: AttachmentStoreContract) async throws {
        try await Self.withFolder { try await promise.check(try AttachmentDirectory($0)) }
    }

    @Test func filesAreTheirOwnersAlone() async throws {
        try await Self.withFolder { folder in
            let id = try await AttachmentDirectory(folder).put([1, 2, 3])
            let file = Self.file(id, in: folder)
            func mode(_ url: URL) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
            }
            #expect(try mode(file) == 0o600)
            #expect(try mode(file.deletingLastPathComponent()) == 0o700)
            #expect(try mode(folder) == 0o700)
            let incoming = try FileManager.default.contentsOfDirectory(
                atPath: folder.appending(path: "incoming").path)
            #expect(incoming == [])
        }
    }

    @Test func whatWasChangedIsNotGivenOutAndPuttingItAgainMendsIt() async throws {
        try await Self.withFolder { folder in
            let store = try AttachmentDirectory(folder)
            let id = try await store.put([1, 2, 3])
            try Data([1, 2, 4]).write(to: Self.file(id, in: folder))
            let error = await #expect(throws: AttachmentStoreError.self) { try await store.get(id) }
            #expect(error?.code == .damaged)
            _ = try await store.put([1, 2, 3])
            #expect(try await store.get(id) == [1, 2, 3])
        }
    }

    /// Whoever can write into the folder must not have others read or overwrite what they please.
    @Test func linksAreNeverFollowed() async throws {
        try await Self.withFolder { folder in
            let store = try AttachmentDirectory(folder)
            let secret = folder.appending(path: "secret")
            try Data("secret".utf8).write(to: secret)
            let id = AttachmentID(of: Array("secret".utf8))
            let file = Self.file(id, in: folder)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(at: file, withDestinationURL: secret)
            await #expect(throws: AttachmentStoreError.self) { try await store.get(id) }
            #expect(try await store.exists(id) == false)
            // A file takes the link's place, and what it pointed to stays.
            _ = try await store.put(Array("secret".utf8))
            try Data("changed".utf8).write(to: secret)
            #expect(try await store.get(id) == Array("secret".utf8))

            let other = AttachmentID(of: [5])
            let outside = folder.appending(path: "outside")
            try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: String(other.text.prefix(2))), withDestinationURL: outside)
            await #expect(throws: AttachmentStoreError.self) { try await store.put([5]) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == [])
        }
    }

    @Test func aPlaceThatIsNoFolderIsSaidSo() throws {
        #expect(throws: AttachmentStoreError.self) { try AttachmentDirectory(URL(filePath: "/dev/null/attachments")) }
    }

    private static func file(_ id: AttachmentID, in folder: URL) -> URL {
        folder.appending(path: "\(id.text.prefix(2))/\(id.text.dropFirst(2).prefix(2))/\(id.text)")
    }

    private static func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "redressal-\(UUID().uuidString)")
        try await body(folder)
        try FileManager.default.removeItem(at: folder)
    }
}
