import Yams

/// Reads a text into YAML nodes, with limits that keep a hostile file from costing more than its size.
enum YAMLDocument {
    /// In UTF-8 bytes; the largest shipped definition is a fortieth of it.
    static let largest = 512 * 1024
    /// Each alias may double what the ones before it stand for; sixteen stay harmless.
    static let mostAliases = 16
    static let deepest = 24

    /// The root of a text, or nil after a report.
    static func root(of text: String, log: ReadingLog) -> Node? {
        guard text.utf8.count <= self.largest else {
            log.error(
                "too-large", "expected at most \(self.largest) bytes but found \(text.utf8.count)", at: .start)
            return nil
        }
        if let location = self.locationOfSurplusAlias(in: text) {
            log.error("too-many-aliases", "expected at most \(self.mostAliases) aliases but found more", at: location)
            return nil
        }
        do {
            guard let node = try compose(yaml: text) else {
                log.error("empty-file", "expected a definition but the file is empty", at: .start)
                return nil
            }
            return self.isShallow(node, depth: 1, log: log) ? node : nil
        } catch let error as YamlError {
            log.error(error)
        } catch {
            log.error("yaml-syntax", "expected YAML but found \(error)", at: .start)
        }
        return nil
    }

    /// Counts what looks like an alias before the text is parsed, because parsing is what a bomb abuses.
    private static func locationOfSurplusAlias(in text: String) -> SourceLocation? {
        var count = 0
        for (number, scalars) in ReadingLog.lines(of: text).enumerated() {
            var previous: Unicode.Scalar = " "
            for (column, scalar) in scalars.enumerated() {
                defer { previous = scalar }
                guard scalar == "*", " \t[,{:-?".unicodeScalars.contains(previous), column + 1 < scalars.count,
                    !scalars[column + 1].properties.isWhitespace
                else { continue }
                count += 1
                if count > self.mostAliases { return SourceLocation(line: number + 1, column: column + 1) }
            }
        }
        return nil
    }

    private static func isShallow(_ node: Node, depth: Int, log: ReadingLog) -> Bool {
        guard depth <= self.deepest else {
            log.error("too-deep", "expected at most \(self.deepest) levels of nesting but found more", at: node)
            return false
        }
        switch node {
        case .scalar, .alias:
            return true
        case .sequence(let items):
            return items.allSatisfy { self.isShallow($0, depth: depth + 1, log: log) }
        case .mapping(let pairs):
            return pairs.allSatisfy {
                self.isShallow($0.key, depth: depth + 1, log: log)
                    && self.isShallow($0.value, depth: depth + 1, log: log)
            }
        }
    }
}
