import Foundation

/// The real records that some tests compare with, when they are there.
///
/// They are too large for the repository: the folder is the one that `REDRESSAL_DATA` names, or `shared/data` beside
/// the checkout.
enum SharedData {
    /// The folder of the checkout that holds `Package.swift`.
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file of the data; prints which tests compare nothing when it is not there.
    static func file(_ path: String) -> URL? {
        let folder =
            ProcessInfo.processInfo.environment["REDRESSAL_DATA"].map { URL(filePath: $0) }
            ?? self.checkout.deletingLastPathComponent().appending(path: "shared/data")
        let file = folder.appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("NOT COMPARED with real records: no \(path); set REDRESSAL_DATA to the folder that holds it")
            return nil
        }
        return file
    }

    /// The incident log, unpacked into a temporary file.
    static func incidentLog() throws -> TemporaryFile? {
        guard let archive = self.file("incident_servicenow_uci/incident_event_log_part.zip") else { return nil }
        let log = try TemporaryFile("")
        let unzip = Process()
        unzip.executableURL = URL(filePath: "/usr/bin/env")
        unzip.arguments = ["unzip", "-p", archive.path]
        unzip.standardOutput = try FileHandle(forWritingTo: log.url)
        try unzip.run()
        unzip.waitUntilExit()
        guard unzip.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
        return log
    }

    /// The text of a file in the checkout.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: self.checkout.appending(path: path), encoding: .utf8)
    }
}
