extension String {
    /// In quotation marks for a message: at most 40 characters, and none that moves a terminal's cursor.
    package var quoted: String {
        let shown = String(
            String.UnicodeScalarView(
                self.prefix(40).unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
        return self.count > 40 ? "'\(shown)…'" : "'\(shown)'"
    }
}
