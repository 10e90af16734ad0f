extension String {
    /// The text, or its first so many code points and `…`: what looks like one character may have any number of them.
    func clipped(to longest: Int) -> String {
        guard self.utf8.count > longest, self.unicodeScalars.count > longest else { return self }
        return String(String.UnicodeScalarView(self.unicodeScalars.prefix(longest))) + "…"
    }

    /// In quotation marks for a message: at most 40 characters, and none that moves a terminal's cursor.
    package var quoted: String {
        let shown = String(
            String.UnicodeScalarView(
                self.prefix(40).unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
        return self.count > 40 ? "'\(shown)…'" : "'\(shown)'"
    }
}
