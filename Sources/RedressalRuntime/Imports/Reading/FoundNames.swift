/// What a header or an object has instead of the names that are missing, for a message.
///
/// Few names and short ones, whatever the file has; and none when they may be the values of a row, which are somebody's
/// data.
struct FoundNames: CustomStringConvertible {
    private static let most = 10
    private static let longest = 80

    private let names: [String]
    private let known: Set<String>

    /// - Parameter known: The names that are looked for.
    init(_ names: [String], known: [String]) {
        self.names = names
        self.known = Set(known)
    }

    /// Whether they are names and not values: one of them is known, or all of them look like names.
    var areNames: Bool {
        if self.names.contains(where: { self.known.contains($0) }) { return true }
        return self.names.count > 1 && Set(self.names).count == self.names.count
            && self.names.allSatisfy { Self.looksLikeName($0) }
    }

    /// `active, updated and 17 more`: those not known first, in their order.
    var description: String {
        guard self.areNames else {
            return self.names.count == 1
                ? "one field that is no name of a column" : "\(self.names.count) fields that are no names of columns"
        }
        let shown = self.names.filter { !self.known.contains($0) && Self.looksLikeName($0) }.prefix(Self.most)
            .map { Self.clipped($0) }
        let rest = self.names.count - shown.count
        guard !shown.isEmpty else { return rest == 1 ? "one other" : "\(rest) others" }
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// Begins with a letter and has hardly a digit: no date, number, address of mail, or empty value.
    private static func looksLikeName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first.properties.isAlphabetic || first == "_" else { return false }
        return !scalars.contains("@") && scalars.filter { ("0"..."9").contains($0) }.count < 4
    }

    private static func clipped(_ text: String) -> String {
        // By code points: what looks like one character may have any number of them.
        let scalars = text.unicodeScalars.prefix(Self.longest + 1)
        guard scalars.count > Self.longest else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(Self.longest))) + "…"
    }
}
