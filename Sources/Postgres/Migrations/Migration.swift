import Crypto
import Foundation

/// One step of the database's schema, from a file `NNNN_name.sql`.
package struct Migration: Sendable, Equatable {
    /// The number at the start of the file's name.
    package let version: Int
    /// The rest of the file's name, without the number and `.sql`.
    package let name: String
    /// The script; it runs in one transaction of its own and must not end it.
    package let sql: String
    /// The SHA-256 of the script's UTF-8 bytes, in lower-case hexadecimal.
    package let checksum: String

    /// Makes a migration.
    package init(version: Int, name: String, sql: String) {
        self.version = version
        self.name = name
        self.sql = sql
        self.checksum = SHA256.hash(data: Array(sql.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// The file's name: `0007_name.sql`.
    package var fileName: String {
        let digits = String(self.version)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + "\(digits)_\(self.name).sql"
    }

    /// Reads a migration from a file.
    ///
    /// - Throws: ``MigrationError`` if the name is not `NNNN_name.sql`, or the error of reading the file.
    package init(file: URL) throws {
        let fileName = file.lastPathComponent
        let parts = fileName.dropLast(4).split(separator: "_", maxSplits: 1)
        guard fileName.hasSuffix(".sql"), parts.count == 2, parts[0].count == 4, parts[0].allSatisfy(\.isNumber),
            let version = Int(parts[0]), version > 0
        else { throw MigrationError.badFileName(fileName) }
        self.init(version: version, name: String(parts[1]), sql: try String(contentsOf: file, encoding: .utf8))
    }
}
