@testable import RedressalRuntime

/// A report with one rejected row.
enum ImportTallyFixture {
    static func report() -> ImportReport {
        var tally = ImportTally(total: 0)
        tally.reject(ImportRejection(line: 3, case: "INC1", reason: "r"))
        return tally.report(["n"], took: .milliseconds(1500))
    }
}
