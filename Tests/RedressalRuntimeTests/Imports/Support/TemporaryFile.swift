import Foundation

/// A file that is gone again after the test.
struct TemporaryFile: ~Copyable {
    let url: URL

    init(_ text: String, as ending: String = "csv") throws { try self.init(Array(text.utf8), as: ending) }

    init(_ bytes: [UInt8], as ending: String = "csv") throws {
        self.url = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString).\(ending)")
        try Data(bytes).write(to: self.url)
    }

    deinit { try? FileManager.default.removeItem(at: self.url) }
}
