import Foundation

/// A folder with definitions of its own, made from the shipped ones.
package enum HomeFolder {
    /// Copies `workflows/`, `schemas/` and `pages/`, and writes further files into `workflows/`.
    ///
    /// - Parameter files: Texts by name.
    package static func make(in folder: URL, adding files: [String: String] = [:]) throws -> URL {
        let home = folder.appending(path: "home-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        for name in ["workflows", "schemas", "pages"] {
            try FileManager.default.copyItem(at: Setting.home.appending(path: name), to: home.appending(path: name))
        }
        for (name, text) in files {
            try Data(text.utf8).write(to: home.appending(path: "workflows/\(name)"))
        }
        return home
    }
}
