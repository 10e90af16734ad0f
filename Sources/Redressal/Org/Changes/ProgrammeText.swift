/// A programme's text, in which lists of holders and absences are changed and nothing else.
struct ProgrammeText {
    private let zone: CalendarZone
    private let map: SourceMap
    private var yaml: YAMLText

    init(_ text: String, _ map: SourceMap, _ zone: CalendarZone) {
        self.zone = zone
        self.map = map
        self.yaml = YAMLText(text)
    }

    var text: String { self.yaml.text }

    mutating func set(version: Int) {
        guard let key = self.offset("version"), let value = self.yaml.value(ofKeyAt: key) else { return }
        self.yaml.replace(value, with: "\(version)")
    }

    /// Changes a list of times.
    ///
    /// A list with an item a line keeps its lines; one in brackets, or a name alone, is written anew.
    /// - Parameters:
    ///   - path: `absences`, or `posts.POST.holder`.
    ///   - old: What stands there.
    mutating func change(_ path: String, _ old: [Tenure], _ edits: [Tenure.Edit]) {
        let lines = old.indices.compactMap { self.line(of: "\(path).\($0)") }
        if !lines.isEmpty, lines.count == old.count {
            for edit in edits { self.apply(edit, at: path, lines) }
        } else {
            self.write(old.applying(edits), at: path)
        }
    }

    /// An item that begins with a dash on a line of its own.
    private struct Line {
        /// Where the item itself begins.
        let item: Int
        /// How far in the dash stands.
        let indentation: Int
        /// Its lines, with their line breaks.
        let range: Range<Int>
    }

    private func line(of path: String) -> Line? {
        guard let item = self.offset(path) else { return nil }
        let start = self.yaml.lineStart(of: item)
        let dash = (start..<item).first { self.yaml[$0] != " " } ?? item
        guard self.yaml[dash] == "-", (dash + 1..<item).allSatisfy({ self.yaml[$0] == " " }) else { return nil }
        var end = self.yaml.lineEnd(of: item)
        for next in self.yaml.lines(after: item) {
            guard let indentation = self.yaml.indentation(at: next) else { continue }
            guard indentation > dash - start else { break }
            end = self.yaml.lineEnd(of: next)
        }
        return Line(item: item, indentation: dash - start, range: start..<min(end + 1, self.yaml.end))
    }

    private mutating func apply(_ edit: Tenure.Edit, at path: String, _ lines: [Line]) {
        switch edit {
        case .drop(let index): self.yaml.replace(lines[index].range, with: "")
        case .end(let index, let end): self.end("\(path).\(index)", lines[index], end)
        case .add(let tenure):
            guard let last = lines.last else { return }
            let item = "\(Self.blanks(last.indentation))- \(tenure.text(in: self.zone))\n"
            // The last line of a text may have no end.
            let isOpen = self.yaml[last.range.upperBound - 1] != "\n"
            self.yaml.replace(
                last.range.upperBound..<last.range.upperBound, with: isOpen ? "\n\(item.dropLast())" : item)
        }
    }

    private mutating func end(_ path: String, _ line: Line, _ end: Instant) {
        let text = Tenure.text(end: end, in: self.zone)
        if let key = self.offset("\(path).to"), let value = self.yaml.value(ofKeyAt: key) {
            return self.yaml.replace(value, with: text)
        }
        guard let key = self.offset("\(path).from") ?? self.offset("\(path).user") else {
            // A name alone.
            guard let name = self.yaml.scalar(at: line.item) else { return }
            self.yaml.replace(name.lowerBound..<name.lowerBound, with: "{user: ")
            return self.yaml.replace(name.upperBound..<name.upperBound, with: ", to: \(text)}")
        }
        if self.yaml[line.item] == "{" {
            guard let value = self.yaml.value(ofKeyAt: key) else { return }
            return self.yaml.replace(value.upperBound..<value.upperBound, with: ", to: \(text)")
        }
        let (column, place) = (line.item - self.yaml.lineStart(of: line.item), self.yaml.lineEnd(of: key))
        self.yaml.replace(place..<place, with: "\n\(Self.blanks(column))to: \(text)")
    }

    /// Writes a list where it stands, or where it would.
    private mutating func write(_ items: [Tenure], at path: String) {
        let texts = items.map { $0.text(in: self.zone) }
        let isAlone = items.count == 1 && items[0] == Tenure(user: items[0].user)
        let flow = isAlone ? items[0].user : "[\(texts.joined(separator: ", "))]"
        let lines = texts.map { "\n  - \($0)" }.joined()
        let isTop = !path.contains(".")
        if let key = self.offset(path) {
            guard let value = self.yaml.value(ofKeyAt: key) else { return }
            self.yaml.replace(value, with: value.isEmpty ? (isTop ? lines : " \(flow)") : flow)
        } else if isTop {
            let isOpen = self.yaml.end > 0 && self.yaml[self.yaml.end - 1] != "\n"
            self.yaml.replace(self.yaml.end..<self.yaml.end, with: "\(isOpen ? "\n" : "")\(path):\(lines)\n")
        } else {
            self.insert("holder: \(flow)", into: String(path.dropLast(".holder".count)))
        }
    }

    /// Puts a key with its value before the others of a mapping.
    private mutating func insert(_ entry: String, into path: String) {
        let keys = ["office", "roles", "covers"].compactMap { self.offset("\(path).\($0)") }
        guard let first = keys.min(), let key = self.offset(path), let value = self.yaml.value(ofKeyAt: key) else {
            return
        }
        let column = first - self.yaml.lineStart(of: first)
        let isFlow = self.yaml[value.lowerBound] == "{"
        self.yaml.replace(first..<first, with: isFlow ? "\(entry), " : "\(entry)\n\(Self.blanks(column))")
    }

    private func offset(_ path: String) -> Int? { self.map.location(of: path).flatMap { self.yaml.offset(of: $0) } }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
