/// What came of reading the texts of one language.
struct NoticeTextsReading: Sendable {
    /// Nil when there was any error.
    let texts: NoticeTexts?
    /// Everything found wrong, in the order of the file.
    let findings: [Finding]
    /// Where its texts stand, for checks across languages.
    let map: SourceMap
}
