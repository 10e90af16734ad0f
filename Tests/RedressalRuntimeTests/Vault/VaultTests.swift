import Foundation
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

@Suite struct VaultTests {
    /// Vaults over one database, each with the same key file.
    private func withVaults(
        _ count: Int = 1, _ body: ([Vault], PostgresPool, URL) async throws -> Void
    ) async throws {
        try await TemporaryDatabase.with { database in
            let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            let pool = PostgresPool(database.configuration, size: 4, logger: .tests)
            let vaults = try (0..<count).map { _ in Vault(pool: pool, wrapping: try KeyEncryptionKey(file: file)) }
            try await body(vaults, pool, file)
            await pool.close()
            try FileManager.default.removeItem(at: file)
        }
    }

    @Test(arguments: [
        FieldValue.string("Aisha Bibi"), "", 7, .decimal(1.5), true, .list(["one", "two"]),
    ])
    func whatIsSealedOpensAgain(value: FieldValue) async throws {
        try await self.withVaults { vaults, _, _ in
            let keys = try await vaults[0].prepare(["person-1"])
            let sealed = try keys.seal(value, subject: "person-1", context: "case-1/name")
            let again = try keys.seal(value, subject: "person-1", context: "case-1/name")
            #expect(sealed.subject == "person-1")
            #expect(sealed.box != again.box)
            #expect(try await vaults[0].open(sealed, context: "case-1/name") == value)
        }
    }

    @Test func aValueMovedElsewhereDoesNotOpen() async throws {
        try await self.withVaults { vaults, _, _ in
            let keys = try await vaults[0].prepare(["person-1", "person-2"])
            let sealed = try keys.seal("Aisha", subject: "person-1", context: "case-1/name")
            let stolen = SealedValue(subject: "person-2", box: sealed.box)
            let broken = SealedValue(subject: "person-1", box: String(sealed.box.dropLast(4)))
            let moves = [
                (sealed, "case-2/name"), (sealed, "case-1/address"), (stolen, "case-1/name"), (broken, "case-1/name"),
                (SealedValue(subject: "person-1", box: "not base64!"), "case-1/name"),
            ]
            for (value, context) in moves {
                let error = await #expect(throws: VaultError.self) { try await vaults[0].open(value, context: context) }
                #expect(
                    error?.description == "expected a value sealed for this field but it was sealed for another")
            }
        }
    }

    @Test func aDestroyedKeyErasesThePersonForGood() async throws {
        try await self.withVaults(2) { vaults, pool, _ in
            let keys = try await vaults[0].prepare(["person-1", "person-2"])
            let sealed = try keys.seal("Aisha", subject: "person-1", context: "c")
            let other = try keys.seal("Omar", subject: "person-2", context: "c")
            try await vaults[0].destroy("person-1")
            let destroyed = VaultError("expected the person's key but it was destroyed, and with it what it sealed")
            for vault in vaults {
                await #expect(throws: destroyed) { try await vault.open(sealed, context: "c") }
                await #expect(throws: destroyed) { _ = try await vault.prepare(["person-1", "person-2"]) }
                #expect(try await vault.open(other, context: "c") == "Omar")
            }
            let wrapped: [UInt8]? = try await pool.query(
                "SELECT wrapped FROM vault.subject_key WHERE subject = 'person-1'")[0]["wrapped"]
            #expect(wrapped == nil)
        }
    }

    @Test func aVaultOpensWithItsOwnKeyFileOnly() async throws {
        try await TemporaryDatabase.with { database in
            let pool = PostgresPool(database.configuration, size: 4, logger: .tests)
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            let (right, wrong) = (folder.appending(path: "right"), folder.appending(path: "wrong"))
            _ = try await Vault.open(pool, keyFile: right).prepare(["person-1"])
            _ = try await Vault.open(pool, keyFile: right).prepare(["person-1"])
            let missing = await #expect(throws: VaultError.self) { _ = try await Vault.open(pool, keyFile: wrong) }
            #expect(missing?.description.contains("there is none at '\(wrong.path)'") == true)
            #expect(!FileManager.default.fileExists(atPath: wrong.path))
            _ = try KeyEncryptionKey(file: wrong)
            let other = await #expect(throws: VaultError.self) { _ = try await Vault.open(pool, keyFile: wrong) }
            #expect(other?.description.contains("'\(wrong.path)' holds another key") == true)
            await pool.close()
            try FileManager.default.removeItem(at: folder)
        }
    }

    @Test func aVaultOfBeforeKeysWereNotedTakesOnlyTheKeyOfItsPersons() async throws {
        try await self.withVaults { vaults, pool, file in
            _ = try await vaults[0].prepare(["person-1"])
            let wrong = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            _ = try KeyEncryptionKey(file: wrong)
            defer { try? FileManager.default.removeItem(at: wrong) }
            await #expect(throws: VaultError.self) { _ = try await Vault.open(pool, keyFile: wrong) }
            _ = try await Vault.open(pool, keyFile: file).prepare(["person-1"])
        }
    }

    @Test func anotherKeyFileOpensNothing() async throws {
        try await self.withVaults { vaults, pool, _ in
            let sealed = try await vaults[0].prepare(["person-1"]).seal("Aisha", subject: "person-1", context: "c")
            let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: file) }
            let stranger = Vault(pool: pool, wrapping: try KeyEncryptionKey(file: file))
            await #expect(
                throws: VaultError(
                    "expected a key wrapped by this installation's key file but it was wrapped by another")
            ) { try await stranger.open(sealed, context: "c") }
        }
    }

    @Test func whoeverPreparesAtOnceGetsTheSameKeys() async throws {
        try await self.withVaults(6) { vaults, _, _ in
            let persons = (0..<50).map { "person-\($0)" }
            let sealed = try await withThrowingTaskGroup(of: [SealedValue].self) { group in
                for vault in vaults {
                    group.addTask {
                        let keys = try await vault.prepare(Set(persons))
                        return try persons.map { try keys.seal("hello", subject: $0, context: "c") }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(sealed.count == 300)
            for value in sealed { #expect(try await vaults[0].open(value, context: "c") == "hello") }
        }
    }
}
