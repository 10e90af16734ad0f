/// Another form of the hundred requests of Boston, and what must come of it; shared/data/README.md has the numbers.
struct RequestDialect: Sendable, CustomStringConvertible {
    let file: String
    let cases: Int
    let rejected: Int
    /// How many deadlines were breached.
    let late: Int
    /// Words of the message when it cannot be read.
    let refusal: String?

    var description: String { self.file }

    private init(_ file: String, cases: Int = 100, rejected: Int = 0, late: Int = 17, refusal: String? = nil) {
        self.file = file
        self.cases = cases
        self.rejected = rejected
        self.late = late
        self.refusal = refusal
    }

    static let all = [
        RequestDialect("boston311-dmy-100.csv"),
        RequestDialect(
            "boston311-100-notime.csv", refusal: "expected a time of day with every date of 'boston311-100-notime.csv'"),
        RequestDialect("boston311-100-with-nonascii.csv"),
        RequestDialect("boston311-100-20dupes-random.csv", cases: 80, rejected: 20, late: 14),
        RequestDialect("boston311-100-deduped.csv", cases: 80, late: 14),
        RequestDialect("boston311-100-bad.tsv", cases: 99, rejected: 1),
        RequestDialect("boston311-100.jsonl"),
        RequestDialect("boston311-100-untrimmed.jsonl"),
        RequestDialect("boston311-10.jsonl", cases: 10, late: 2),
    ]
}
