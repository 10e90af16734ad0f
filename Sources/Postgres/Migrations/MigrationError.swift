/// Why the schema cannot be brought up to date.
package enum MigrationError: Error, Sendable, Equatable {
    /// A file whose name is not `NNNN_name.sql`.
    case badFileName(String)
    /// Two files with the same number.
    case duplicateVersion(Int, String, String)
    /// A file that was changed after it was applied.
    case changed(fileName: String, applied: String, found: String)
    /// The database is ahead of the files.
    case databaseIsNewer(database: Int, program: Int)
    /// The database has a step between the files' first and last that is not among them.
    case missing(version: Int, name: String)
    /// A new file with a number below one that was already applied.
    case outOfOrder(fileName: String, database: Int)
    /// A script failed; nothing of it remains.
    case failed(fileName: String, PostgresError)
}

extension MigrationError: CustomStringConvertible {
    /// What was found, what was expected, and what to do.
    package var description: String {
        switch self {
        case .badFileName(let name): "expected a migration named NNNN_name.sql but found \(name)"
        case .duplicateVersion(let version, let one, let other):
            "expected one migration \(version) but found \(one) and \(other)"
        case .changed(let fileName, let applied, let found):
            "\(fileName) was changed after it was applied: expected SHA-256 \(applied) but found \(found); "
                + "restore the file and put the change into a new one"
        case .databaseIsNewer(let database, let program):
            "the database is at \(database), this program knows up to \(program): use a newer program"
        case .missing(let version, let name):
            "the database has migration \(version) (\(name)), but this program has no such file"
        case .outOfOrder(let fileName, let database):
            "\(fileName) is new, but the database is already at \(database): give it a higher number"
        case .failed(let fileName, let error): "\(fileName) failed and was rolled back: \(error)"
        }
    }
}
