import Yams

/// Collects what is found while one file is read, and where its parts stand.
final class ReadingLog {
    /// After so many errors the rest is not listed: nobody reads on, and each may look for what was meant among thousands
    /// of names.
    static let mostErrors = 100

    let file: String
    /// The lines of the file without their ends; made when first asked for, after the text's size is checked.
    private(set) lazy var lines: [[Unicode.Scalar]] = Self.lines(of: self.text)
    private let text: String
    private(set) var findings: [Finding] = []
    private(set) var map: SourceMap

    /// - Parameter text: the file's text, for places inside its texts; empty where there are no guards.
    init(file: String, text: String = "") {
        self.file = file
        self.text = text
        self.map = SourceMap(file: file)
    }

    /// The lines of a text without their ends, split by scalars: as a character, `\r\n` is not `\n`.
    static func lines(of text: String) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if !Self.lineBreaks.contains(scalar) {
                lines[lines.count - 1].append(scalar)
            } else if scalar != "\n" || previous != "\r" {
                lines.append([])
            }
            previous = scalar
        }
        return lines
    }

    /// What YAML 1.1 takes for the end of a line (§5.4); the parser counts lines by all of them.
    private static let lineBreaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

    func error(_ rule: String, _ message: @autoclosure () -> String, at location: SourceLocation) {
        guard self.findings.count <= Self.mostErrors else { return }
        let isFull = self.findings.count == Self.mostErrors
        self.findings.append(
            Finding(
                file: self.file, line: location.line, column: location.column,
                rule: isFull ? "too-many-errors" : rule,
                message: isFull ? "expected at most \(Self.mostErrors) errors but found more from here on" : message()))
    }

    func error(_ rule: String, _ message: @autoclosure () -> String, at node: Node) {
        self.error(rule, message(), at: node.location)
    }

    func place(_ path: String, at node: Node) {
        self.map.add(path, SourceMap.Place(file: self.file, location: node.location))
    }
}

extension Node {
    /// Where the node starts.
    var location: SourceLocation {
        self.mark.map { SourceLocation(line: $0.line, column: $0.column) } ?? .start
    }

    /// What the node is, for messages.
    var kind: String {
        switch self {
        case .scalar(let scalar): scalar.isEmpty ? "nothing" : "'\(scalar.string.prefix(60))'"
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .alias: "an alias"
        }
    }

    /// Whether nothing was written, or `~` or `null` for nothing.
    var isNothing: Bool {
        if case .scalar(let scalar) = self { scalar.isEmpty } else { false }
    }
}

extension Node.Scalar {
    fileprivate var isEmpty: Bool { self.style == .plain && ["", "~", "null"].contains(self.string) }
}
