import Foundation

@testable import Redressal

/// The definitions this repository ships, as files.
enum WorkflowFiles {
    static let names = [
        "box_opening", "complaint", "forum", "incident", "jaap_action", "sensitive_case", "service_request",
    ]

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../workflows").standardizedFileURL

    /// The text of `workflows/NAME.yaml`.
    static func text(_ name: String) throws -> String {
        try String(contentsOf: self.folder.appending(path: "\(name).yaml"), encoding: .utf8)
    }

    /// A shipped workflow as the reader makes it, with the shipped defaults.
    static func reading(_ name: String) throws -> WorkflowReading {
        WorkflowReader.read(
            try self.text(name), file: "\(name).yaml", defaults: (try self.text("defaults"), "defaults.yaml"))
    }
}
