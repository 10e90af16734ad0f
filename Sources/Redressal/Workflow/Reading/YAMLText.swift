/// A YAML text that is changed in places, so that all the rest stays as somebody wrote it, comments among it.
///
/// It knows as much of YAML as definitions are written with: whoever changes a text reads the result again.
struct YAMLText {
    private let scalars: [Unicode.Scalar]
    /// Where each line begins.
    private let starts: [Int]
    private var edits: [(range: Range<Int>, text: String)] = []

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        self.scalars = scalars
        self.starts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
    }

    /// The text with all changes.
    var text: String {
        var scalars = self.scalars
        // From the end, so that what comes before stays where it is; of two in one place the later one comes behind.
        let edits = self.edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) > ($1.element.range.lowerBound, $1.offset)
        }
        for (_, edit) in edits { scalars.replaceSubrange(edit.range, with: edit.text.unicodeScalars) }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Puts a text in the place of a part; an empty part has it put in.
    mutating func replace(_ range: Range<Int>, with text: String) { self.edits.append((range, text)) }

    var end: Int { self.scalars.count }

    subscript(offset: Int) -> Unicode.Scalar? {
        self.scalars.indices.contains(offset) ? self.scalars[offset] : nil
    }

    /// Where a place lies; nil for one that is not in the text.
    func offset(of location: SourceLocation) -> Int? {
        guard self.starts.indices.contains(location.line - 1) else { return nil }
        let offset = self.starts[location.line - 1] + location.column - 1
        return offset <= self.end ? offset : nil
    }

    /// Where the line begins in which an offset lies.
    func lineStart(of offset: Int) -> Int { self.starts.last { $0 <= offset } ?? 0 }

    /// Where the line ends in which an offset lies, before its line break.
    func lineEnd(of offset: Int) -> Int { self.scalars[offset...].firstIndex(of: "\n") ?? self.end }

    /// How many blanks a line begins with; nil for one with nothing else but a comment.
    func indentation(at start: Int) -> Int? {
        guard let first = self.scalars[start...].firstIndex(where: { $0 != " " && $0 != "\r" }),
            self.scalars[first] != "\n", self.scalars[first] != "#"
        else { return nil }
        return first - start
    }

    /// The starts of the lines after an offset.
    func lines(after offset: Int) -> [Int] { self.starts.filter { $0 > offset && $0 < self.end } }
}

extension YAMLText {
    /// The value behind a key that begins at an offset: on one line, or in brackets; empty where nothing stands behind it.
    func value(ofKeyAt offset: Int) -> Range<Int>? {
        var start = offset
        while let scalar = self[start], scalar != ":" {
            guard scalar != "\n" else { return nil }
            start += 1
        }
        start += 1
        let colon = start
        while self[start] == " " { start += 1 }
        guard let first = self[start], first != "\n", first != "\r", first != "#" else { return colon..<colon }
        return self.scalar(at: start)
    }

    /// A scalar without blanks, a quoted one, or what stands in brackets, from its first mark on.
    func scalar(at start: Int) -> Range<Int>? {
        switch self[start] {
        case "[", "{": self.bracketed(from: start)
        case "\"", "'": self.quoted(from: start).map { start..<$0 }
        default: start..<self.plainEnd(from: start)
        }
    }

    private func plainEnd(from start: Int) -> Int {
        var end = start
        while let scalar = self[end], !" \r\n,]}".unicodeScalars.contains(scalar) { end += 1 }
        return end
    }

    /// Behind the closing quotation mark.
    private func quoted(from start: Int) -> Int? {
        let mark = self[start]
        var end = start + 1
        while let scalar = self[end] {
            if scalar == "\\", mark == "\"" {
                end += 2
                continue
            }
            end += 1
            if scalar == mark { return end }
        }
        return nil
    }

    private func bracketed(from start: Int) -> Range<Int>? {
        var depth = 0
        var end = start
        while let scalar = self[end] {
            switch scalar {
            case "\"", "'":
                guard let closed = self.quoted(from: end) else { return nil }
                end = closed
                continue
            case "#" where self[end - 1] == " " || self[end - 1] == "\n": end = self.lineEnd(of: end)
            case "[", "{": depth += 1
            case "]", "}":
                depth -= 1
                if depth == 0 { return start..<(end + 1) }
            default: break
            }
            end += 1
        }
        return nil
    }
}
