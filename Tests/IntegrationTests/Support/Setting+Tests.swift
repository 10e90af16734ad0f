import Foundation
import RedressalTesting

extension Setting {
    /// The folder of the integration tests' own files.
    static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
}
