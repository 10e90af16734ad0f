import ArgumentParser
import Redressal
import RedressalRuntime

/// Lists erasures.
struct ErasureListCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the erasures that were asked for, the latest first.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let erasures = try await ErasureStore(pool: installation.pool).erasures()
        await installation.close()
        if self.json { return try Terminal.json(["erasures": erasures]) }
        Terminal.table(
            ["id", "case", "reason", "asked by", "asked at", "approved by", "done at"],
            erasures.map {
                [
                    $0.id, TrackingReference.make(for: $0.case), $0.reason, $0.askedBy, "\($0.askedAt)",
                    $0.approvedBy ?? "–", $0.doneAt.map { "\($0)" } ?? "–",
                ]
            })
    }
}
