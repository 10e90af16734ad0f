import Yams

/// Reads the entries of a mapping, and reports keys that are missing, unknown or of the wrong type.
struct MappingReader {
    /// A key with its value.
    struct Entry {
        let key: String
        let keyNode: Node
        let value: Node
    }

    let log: ReadingLog
    /// The path of the mapping, empty for the root.
    let path: String
    let node: Node
    /// In the order of the file.
    let entries: [Entry]

    /// Nil after a report that the node is not a mapping; nothing at all counts as an empty mapping when allowed.
    init?(_ node: Node, path: String, log: ReadingLog, allowsNothing: Bool = false) {
        self.log = log
        self.path = path
        self.node = node
        if allowsNothing && node.isNothing {
            self.entries = []
            return
        }
        guard case .mapping(let mapping) = node else {
            log.error(
                "wrong-type", "expected a mapping\(path.isEmpty ? "" : " for \(path)") but found \(node.kind)", at: node
            )
            return nil
        }
        var entries: [Entry] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                log.error("wrong-type", "expected a name as the key but found \(key.kind)", at: key)
                continue
            }
            entries.append(Entry(key: scalar.string, keyNode: key, value: value))
        }
        self.entries = entries
        for entry in entries { log.place(self.path(entry.key), at: entry.keyNode) }
    }

    /// The path of an entry.
    func path(_ key: String) -> String { self.path.isEmpty ? key : "\(self.path).\(key)" }

    /// The value of a key; nil when there is none or nothing was written.
    func node(_ key: String) -> Node? {
        self.entries.first { $0.key == key && !$0.value.isNothing }?.value
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> Node? {
        if let node = self.node(key) { return node }
        self.log.error("missing-key", "expected the key '\(key)' but it is missing", at: self.node)
        return nil
    }

    /// Reports keys that nobody knows; `former` names those of other dialects.
    func allow(_ keys: [String], former: [String: String] = [:]) {
        for entry in self.entries where !keys.contains(entry.key) {
            func advice() -> String {
                former[entry.key].map { "; did you mean '\($0)'?" } ?? Suggestion.text(entry.key, keys)
            }
            self.log.error(
                "unknown-key", "expected a known key but found '\(entry.key)'\(advice())", at: entry.keyNode)
        }
    }
}
