/// Compares the files with what the database says was applied; a value without I/O.
struct MigrationPlan: Equatable {
    /// One row of `ops.migration`.
    struct Applied: Equatable {
        var version: Int
        var name: String
        var checksum: String
    }

    /// What is still to be applied, in order.
    let pending: [Migration]

    /// Makes a plan.
    ///
    /// - Throws: ``MigrationError`` if files and database do not belong together.
    init(migrations: [Migration], applied: [Applied]) throws(MigrationError) {
        let migrations = try Self.sorted(migrations)
        let latest = applied.map(\.version).max() ?? 0
        let known = migrations.last?.version ?? 0
        guard latest <= known else { throw .databaseIsNewer(database: latest, program: known) }
        for step in applied {
            guard let file = migrations.first(where: { $0.version == step.version }) else {
                throw .missing(version: step.version, name: step.name)
            }
            guard file.checksum == step.checksum else {
                throw .changed(fileName: file.fileName, applied: step.checksum, found: file.checksum)
            }
        }
        let done = Set(applied.map(\.version))
        self.pending = migrations.filter { !done.contains($0.version) }
        if let first = self.pending.first, first.version < latest {
            throw .outOfOrder(fileName: first.fileName, database: latest)
        }
    }

    private static func sorted(_ migrations: [Migration]) throws(MigrationError) -> [Migration] {
        let sorted = migrations.sorted { ($0.version, $0.name) < ($1.version, $1.name) }
        for (one, other) in zip(sorted, sorted.dropFirst()) where one.version == other.version {
            throw .duplicateVersion(one.version, one.fileName, other.fileName)
        }
        return sorted
    }
}
