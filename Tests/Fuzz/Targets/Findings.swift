@testable import Redressal

/// What readers of definitions must always give.
enum Findings {
    /// Checks that findings point into the text.
    static func check(_ findings: [Finding], in text: String) throws {
        let lines = ReadingLog.lines(of: text).count
        for finding in findings {
            // A parser that misses something at the end points at the line after it.
            try require(
                (1...lines + 1).contains(finding.line) && finding.column >= 1,
                "expected a place in the text: \(finding)")
            try require(
                finding.message.utf8.count < 4096,
                "expected a message that fits a screen: \(finding.rule), "
                    + "\(finding.message.utf8.count) bytes")
        }
    }
}
