import Foundation

/// The inputs kept for a target: seeds, what grew from them, and what once broke it.
package enum FuzzCorpus {
    /// An input and what to call it.
    package typealias Input = (name: String, bytes: [UInt8])

    /// Every committed input of a target, by name; the shipped definitions are seeds of those that read them.
    package static func inputs(of target: FuzzTarget) throws -> [Input] {
        let folders = [self.root.appending(path: "Tests/Fuzz/Corpus/\(target.name)")] + self.shipped(for: target)
        return try folders.flatMap { try self.files(in: $0) }
    }

    private static func shipped(for target: FuzzTarget) -> [URL] {
        let workflows = self.root.appending(path: "workflows")
        return switch target.name {
        case "workflow": [workflows]
        case "calendar": ["calendars", "programmes"].map { workflows.appending(path: $0) }
        case "event": [self.root.appending(path: "Tests/RedressalTests/Events/Golden")]
        default: []
        }
    }

    private static func files(in folder: URL) throws -> [Input] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
            let file = folder.appending(path: name)
            guard !file.hasDirectoryPath, let data = FileManager.default.contents(atPath: file.path) else { return nil }
            return (name, Array(data))
        }
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
