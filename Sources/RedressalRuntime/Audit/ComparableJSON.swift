import Foundation

/// JSON in one form, whoever wrote it: the log writes its own, the database another.
enum ComparableJSON {
    /// The same values with sorted keys and without blanks.
    ///
    /// - Throws: Foundation's error for a text that is no JSON.
    static func text(_ json: String) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
        let data = try JSONSerialization.data(
            withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
        return String(decoding: data, as: UTF8.self)
    }
}
