import Foundation
import Testing

@testable import Postgres

@Suite struct MigrationPlanTests {
    private let one = Migration(version: 1, name: "cases", sql: "SELECT 1")
    private let two = Migration(version: 2, name: "timers", sql: "SELECT 2")
    private let three = Migration(version: 3, name: "audit", sql: "SELECT 3")

    private func applied(_ migration: Migration) -> MigrationPlan.Applied {
        MigrationPlan.Applied(version: migration.version, name: migration.name, checksum: migration.checksum)
    }

    @Test func filesAreAppliedInTheOrderOfTheirNumbers() throws {
        let plan = try MigrationPlan(migrations: [self.three, self.one, self.two], applied: [self.applied(self.one)])
        #expect(plan.pending == [self.two, self.three])
    }

    @Test func aChangedFileIsNamed() {
        let changed = Migration(version: 1, name: "cases", sql: "SELECT 1 ")
        #expect(
            throws: MigrationError.changed(
                fileName: "0001_cases.sql", applied: self.one.checksum, found: changed.checksum)
        ) { try MigrationPlan(migrations: [changed], applied: [self.applied(self.one)]) }
    }

    @Test func aNewerDatabaseIsRefused() {
        let error = MigrationError.databaseIsNewer(database: 3, program: 2)
        #expect(throws: error) {
            try MigrationPlan(
                migrations: [self.one, self.two], applied: [self.one, self.two, self.three].map(self.applied))
        }
        #expect(
            error.description == "the database is at 3, this program knows up to 2: use a newer program")
    }

    @Test func aMissingFileIsRefused() {
        #expect(throws: MigrationError.missing(version: 1, name: "cases")) {
            try MigrationPlan(migrations: [self.two], applied: [self.applied(self.one)])
        }
    }

    @Test func aFileThatComesTooLateIsRefused() {
        #expect(throws: MigrationError.outOfOrder(fileName: "0001_cases.sql", database: 2)) {
            try MigrationPlan(migrations: [self.one, self.two, self.three], applied: [self.applied(self.two)])
        }
    }

    @Test func twoFilesWithOneNumberAreRefused() {
        let other = Migration(version: 1, name: "audit", sql: "")
        #expect(throws: MigrationError.duplicateVersion(1, "0001_audit.sql", "0001_cases.sql")) {
            try MigrationPlan(migrations: [self.one, other], applied: [])
        }
    }

    @Test(arguments: ["1_x.sql", "0001.sql", "0001_x.txt", "abcd_x.sql", "0000_x.sql", "0001_.sql"])
    func aBadFileNameIsRefused(name: String) {
        #expect(throws: MigrationError.badFileName(name)) {
            try Migration(file: URL(fileURLWithPath: "/nowhere/\(name)"))
        }
    }

    @Test func theChecksumIsTheFilesSHA256() {
        #expect(
            Migration(version: 1, name: "x", sql: "abc").checksum
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
