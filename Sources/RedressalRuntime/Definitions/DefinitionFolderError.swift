/// Why the definitions' folder could not be read, in words for an operator; each case carries the path.
package enum DefinitionFolderError: Error, Hashable, Sendable {
    case missing(String)
    case notAFolder(String)
    case empty(String)
    case unreadable(String)
    case notText(String)
}

extension DefinitionFolderError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "expected the definitions in '\(path)' but there is no such folder: set REDRESSAL_HOME to the folder that holds 'workflows'"
        case .notAFolder(let path): "expected a folder of definitions but '\(path)' is a file"
        case .empty(let path): "expected definitions (*.yaml or *.yml) in '\(path)' but there are none"
        case .unreadable(let path): "expected to read '\(path)' but it cannot be opened: check its permissions"
        case .notText(let path): "expected text in UTF-8 but '\(path)' is not"
        }
    }
}
