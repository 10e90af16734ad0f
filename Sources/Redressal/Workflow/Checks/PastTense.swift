/// Tells whether an event's name says that something has happened.
enum PastTense {
    /// Participles that do not end in `ed`.
    private static let irregular: Set<String> = [
        "Begun", "Born", "Borne", "Bought", "Broken", "Brought", "Built", "Chosen", "Cut", "Done", "Drawn", "Fallen",
        "Felt", "Found", "Given", "Gone", "Grown", "Heard", "Held", "Hidden", "Kept", "Known", "Laid", "Led", "Left",
        "Lent", "Lost", "Made", "Met", "Overdue", "Paid", "Put", "Read", "Risen", "Run", "Said", "Seen", "Sent", "Set",
        "Shown", "Shut", "Sold", "Spent", "Split", "Spoken", "Stolen", "Sworn", "Taken", "Taught", "Told",
        "Undertaken", "Understood", "Withdrawn", "Withheld", "Won", "Written",
    ]

    /// Whether any word of an upper-camel-case name is a past participle.
    static func isPast(_ name: String) -> Bool {
        var words: [String] = []
        for character in name {
            if character.isUppercase || words.isEmpty { words.append("") }
            words[words.count - 1].append(character)
        }
        return words.contains { ($0.count > 3 && $0.hasSuffix("ed")) || self.irregular.contains($0) }
    }
}
