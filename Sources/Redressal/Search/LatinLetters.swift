/// Latin letters that have no accent to leave out, and what people without such a key type.
enum LatinLetters {
    static let folded: [Unicode.Scalar: [Unicode.Scalar]] = [
        "ø": ["o"], "Ø": ["o"], "đ": ["d"], "Đ": ["d"], "ł": ["l"], "Ł": ["l"], "ħ": ["h"], "Ħ": ["h"], "ı": ["i"],
        "æ": ["a", "e"], "Æ": ["a", "e"], "œ": ["o", "e"], "Œ": ["o", "e"],
    ]
}
