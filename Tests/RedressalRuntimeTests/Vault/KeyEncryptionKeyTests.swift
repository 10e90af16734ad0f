import Foundation
import RedressalRuntime
import RedressalTesting
import Testing

/// The key file: lost or written over, nothing sealed can be read again.
@Suite struct KeyEncryptionKeyTests {
    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    @Test func aNewFileIsReadableByItsOwnerAlone() async throws {
        try await self.withFolder { folder in
            let file = folder.appending(path: "keys/redressal.key")
            _ = try KeyEncryptionKey(file: file)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.count == 65)
            _ = try KeyEncryptionKey(file: file)
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
            let beside = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "keys").path)
            #expect(beside == ["redressal.key"])
        }
    }

    @Test(arguments: [
        [UInt8]("too short".utf8), [], Array(String(repeating: "+1", count: 32).utf8), [0xFF, 0xFE, 0x00],
    ])
    func aFileThatHoldsSomethingElseIsNeverWrittenOver(bytes: [UInt8]) async throws {
        try await self.withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "redressal.key")
            try Data(bytes).write(to: file)
            #expect(throws: VaultError.self) { _ = try KeyEncryptionKey(file: file) }
            #expect(Array(try Data(contentsOf: file)) == bytes)
        }
    }

    @Test func aFolderThatCannotBeWrittenIsNamed() async throws {
        try await self.withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let blocked = folder.appending(path: "file")
            try Data().write(to: blocked)
            #expect(
                throws: VaultError(
                    "expected to write the key file '\(blocked.path)/my.key' but its folder cannot be written")
            ) { _ = try KeyEncryptionKey(file: blocked.appending(path: "my.key")) }
        }
    }

    @Test func aMissingFileIsNotMadeWhereThereMustBeOne() async throws {
        try await self.withFolder { folder in
            let file = folder.appending(path: "my.key")
            #expect(throws: VaultError.self) { _ = try KeyEncryptionKey(file: file, makes: false) }
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    /// Two processes start for the first time together: both must end up with the one key that is kept.
    @Test func whoeverMakesItAtOnceGetsTheSameKey() async throws {
        try await self.withFolder { folder in
            let file = folder.appending(path: "redressal.key")
            let made = try await withThrowingTaskGroup(of: KeyEncryptionKey.self) { group in
                for _ in 0..<8 { group.addTask { try KeyEncryptionKey(file: file) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let kept = try KeyEncryptionKey(file: file)
            #expect(made == Array(repeating: kept, count: 8))
        }
    }
}
