import Dispatch
import Foundation
import Redressal

/// A folder that signed roots are written into too, a file each: best on a machine that who runs the database cannot write.
package final class RootFolder: Sendable {
    /// What the names of its files end with.
    private static let suffix = ".checkpoint"

    private let folder: URL
    /// Files may block, which the cooperative pool must not.
    private let queue = DispatchQueue(label: "redressal signed roots")

    package init(path: String) { self.folder = URL(fileURLWithPath: path, isDirectory: true) }

    /// Writes a root; what is there already under its name stays.
    ///
    /// - Throws: ``RootFolderError`` when it cannot be written.
    package func keep(_ signed: SignedCheckpoint, of place: LogPlace) async throws {
        let name = "\(place.topic.rawValue)-\(place.partition)-\(signed.checkpoint.size)\(Self.suffix)"
        let file = self.folder.appending(path: name)
        try await self.quietly("write", file) {
            try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
            guard !FileManager.default.fileExists(atPath: file.path) else { return }
            try Data(signed.note.utf8).write(to: file, options: .atomic)
        }
    }

    /// What the folder's files say, by name.
    ///
    /// - Throws: ``RootFolderError`` when they cannot be read.
    package func notes() async throws -> [(file: String, note: String)] {
        try await self.quietly("read", self.folder) {
            let names = try FileManager.default.contentsOfDirectory(atPath: self.folder.path)
            return try names.filter { $0.hasSuffix(Self.suffix) }.sorted().map { name in
                (name, String(decoding: try Data(contentsOf: self.folder.appending(path: name)), as: UTF8.self))
            }
        }
    }

    private func quietly<Value: Sendable>(
        _ verb: String, _ file: URL, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let result: Result<Value, RootFolderError> = await withCheckedContinuation { continuation in
            self.queue.async {
                continuation.resume(
                    returning: Result { try body() }.mapError { _ in
                        RootFolderError(
                            "expected to \(verb) signed roots at '\(file.path)' but it cannot be \(verb == "read" ? "read" : "written")"
                        )
                    })
            }
        }
        return try result.get()
    }
}

/// A folder of signed roots that cannot be read or written.
package struct RootFolderError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
