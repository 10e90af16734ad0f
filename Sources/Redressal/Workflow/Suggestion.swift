/// Finds what a mistyped name was probably meant to be.
package enum Suggestion {
    /// `; did you mean 'x'?` for the nearest of the names, or nothing when none is near.
    package static func text(_ found: String, _ names: some Sequence<String>) -> String {
        self.nearest(found, names).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// Among more names than this nobody is helped, and looking takes long.
    private static let mostNames = 500

    /// The name with the fewest edits, if they are at most a third of the letters.
    static func nearest(_ found: String, _ names: some Sequence<String>) -> String? {
        guard found.count <= 64 else { return nil }
        let limit = max(1, found.count / 3)
        return names.prefix(Self.mostNames).filter { abs($0.count - found.count) <= limit }
            .map { ($0, Self.distance(Array(found), Array($0))) }
            .filter { $0.1 <= limit }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var next = [index + 1]
            for column in right.indices {
                var least = min(
                    row[column] + (right[column] == character ? 0 : 1), row[column + 1] + 1, next[column] + 1)
                if index > 0, column > 0, right[column - 1] == character, right[column] == left[index - 1] {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}
