import Foundation

/// Where the servers, the built program and its files are, as `ops/test` says in the environment.
package enum Setting {
    /// Something the tests need and do not have: they fail then, they are never skipped.
    package struct Missing: Error, CustomStringConvertible {
        package let description: String
    }

    /// The folder of the checkout that holds `Package.swift`.
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The folder with `workflows/` and `schemas/`.
    package static var home: URL { self.variable("REDRESSAL_HOME").map { URL(filePath: $0) } ?? self.checkout }

    /// The superuser's address of a private PostgreSQL cluster.
    package static func databaseURL() throws -> String {
        try self.required("DATABASE_URL", "a superuser of a private cluster")
    }

    /// The broker, host:port.
    package static func bootstrap() throws -> String { try self.required("KAFKA_BOOTSTRAP", "a broker, host:port") }

    /// The built program.
    package static func binary() throws -> String {
        let named = try self.required("REDRESSAL_BINARY", "the built program")
        guard FileManager.default.isExecutableFile(atPath: named) else {
            throw Missing(description: "expected the built program in REDRESSAL_BINARY but there is none at its path")
        }
        return named
    }

    /// The Python that has what `ops/requirements.txt` names.
    package static var python: String {
        self.variable("REDRESSAL_PYTHON") ?? self.home.appending(path: ".venv/bin/python").path
    }

    /// Whether tests run that take many minutes.
    package static var isLong: Bool { self.variable("REDRESSAL_LONG") == "1" }

    /// A file of the real records, which are too large for the repository; says so when it is not there.
    ///
    /// - Parameter path: Its path in the folder that `REDRESSAL_DATA` names, or in `shared/data` beside the checkout.
    package static func data(_ path: String) -> URL? {
        let folder =
            self.variable("REDRESSAL_DATA").map { URL(filePath: $0) }
            ?? self.home.deletingLastPathComponent().appending(path: "shared/data")
        let file = folder.appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("NOT COMPARED with real records: no \(path); set REDRESSAL_DATA to the folder that holds it")
            return nil
        }
        return file
    }

    package static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func required(_ name: String, _ meaning: String) throws -> String {
        guard let value = self.variable(name) else {
            throw Missing(description: "expected \(name) to name \(meaning) but it is not set: run ops/test")
        }
        return value
    }
}
