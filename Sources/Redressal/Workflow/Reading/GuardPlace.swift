import Yams

/// Finds the line and column of a guard's characters in the file around it.
///
/// YAML folds, quotes and escapes; so the text is walked beside its source, character by character.
struct GuardPlace {
    private let text: [Unicode.Scalar]
    private let style: Node.Scalar.Style
    private let start: SourceLocation
    private let lines: [[Unicode.Scalar]]

    /// - Parameter lines: the lines of the file.
    init(_ scalar: Node.Scalar, at location: SourceLocation, in lines: [[Unicode.Scalar]]) {
        self.text = Array(scalar.string.unicodeScalars)
        self.style = scalar.style
        self.start = location
        self.lines = lines
    }

    /// The place of a character, or of the text's start where the two cannot be matched.
    func location(of offset: Int) -> SourceLocation {
        guard var cursor = self.first else { return self.start }
        for scalar in self.text.prefix(offset) {
            guard let next = self.step(over: scalar, from: cursor) else { return self.start }
            cursor = next
        }
        // The end of the text stands right behind it, not on the next word.
        let place = offset < self.text.count ? self.skippingSpace(cursor) : cursor
        return SourceLocation(line: place.line + 1, column: place.column + 1)
    }

    /// A position in the lines, counted from 0.
    private struct Cursor {
        var line: Int
        var column: Int
    }

    /// Where the text begins: behind the quotation mark, or on the line below a block's indicator.
    private var first: Cursor? {
        guard self.lines.indices.contains(self.start.line - 1) else { return nil }
        switch self.style {
        case .doubleQuoted, .singleQuoted: return Cursor(line: self.start.line - 1, column: self.start.column)
        case .literal, .folded: return self.skippingSpace(Cursor(line: self.start.line, column: 0))
        default: return Cursor(line: self.start.line - 1, column: self.start.column - 1)
        }
    }

    private func source(_ cursor: Cursor) -> Unicode.Scalar? {
        guard self.lines.indices.contains(cursor.line) else { return nil }
        let line = self.lines[cursor.line]
        return cursor.column < line.count ? line[cursor.column] : "\n"
    }

    private func skippingSpace(_ cursor: Cursor) -> Cursor {
        var cursor = cursor
        while let scalar = self.source(cursor), scalar.properties.isWhitespace {
            cursor = scalar == "\n" ? Cursor(line: cursor.line + 1, column: 0) : self.after(cursor)
        }
        return cursor
    }

    private func after(_ cursor: Cursor) -> Cursor { Cursor(line: cursor.line, column: cursor.column + 1) }

    /// Space may have been folded, so any of it matches any; other characters match themselves or their escapes.
    private func step(over scalar: Unicode.Scalar, from cursor: Cursor) -> Cursor? {
        if scalar.properties.isWhitespace { return self.source(cursor) == " " ? self.after(cursor) : cursor }
        var cursor = self.skippingSpace(cursor)
        let isEscaped =
            (self.style == .doubleQuoted && self.source(cursor) == "\\")
            || (self.style == .singleQuoted && scalar == "'")
        if isEscaped { cursor = self.after(cursor) }
        return self.source(cursor) == scalar ? self.after(cursor) : nil
    }
}
