import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Shows whether the log is what it was.
struct AuditVerifyCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read the whole log and compare it with the roots that were signed of it.",
        discussion: """
            Finds records that were taken out or changed after a root was signed, events that are missing, do not follow from the one before, \
            were recorded out of order, or are of an unknown type; each with its partition and offset. Exits with 1 when it finds \
            anything. What the read models show is compared by `projection diff`.
            """)

    /// How many findings are listed.
    private static let listed = 100

    @OptionGroup var options: CommonOptions

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "A folder of signed roots that was kept apart, besides those in the database. May be repeated.",
            valueName: "path"))
    var roots: [String] = []

    @Option(
        help: ArgumentHelp(
            "The key to check by, as `audit key` printed it once. Default: what follows from the key file.",
            valueName: "key"))
    var key: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard let key, CheckpointVerifier(key) == nil else { return }
        throw ValidationError("expected a key as `redressal audit key` prints it in --key but found \(key.quoted)")
    }

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let verifier = try await self.verifier(installation)
        var notes = try await installation.checkpoints.notes().map { (source: "the database", note: $0) }
        for path in self.roots {
            notes += try await RootFolder(path: path).notes().map { (source: $0.file, note: $0.note) }
        }
        let interruption = Interruption("the verification", advice: "nothing was changed; begin it again")
        let (log, kept) = (installation.log, notes)
        let result = try await interruption.watch {
            let bar = ProgressBar("verification, partitions")
            defer { bar.finish() }
            return try await LogVerification(log: log, key: verifier).run(kept) { bar.show($0, of: $1) }
        }
        await installation.close()
        try self.show(result.parts, result.findings)
        if !result.findings.isEmpty { throw ExitCode(1) }
    }

    private func verifier(_ installation: Installation) async throws -> CheckpointVerifier {
        if let key = self.key.flatMap({ CheckpointVerifier($0) }) { return key }
        return try await installation.vault().wrapping.checkpointSigner().verifier
    }

    private func show(_ parts: [LogVerification.Part], _ findings: [LogFinding]) throws {
        if self.json { return try Terminal.json(VerificationReport(partitions: parts, findings: findings)) }
        Terminal.table(
            ["partition", "records", "signed", "roots", "events", "void", "cases"],
            parts.map { part in
                ["\(part.place)", "\(part.records)", "\(part.signed)", "\(part.roots)"]
                    + [part.accepted, part.void, part.cases].map { $0.map { "\($0)" } ?? "–" }
            })
        guard !findings.isEmpty else {
            return Terminal.print("nothing found: the log is what was signed, and its histories hold together")
        }
        Terminal.table(
            ["finding", "place", "offset", "case", "event", "what"],
            findings.prefix(Self.listed).map { finding in
                [
                    finding.kind.rawValue, finding.place, finding.offset.map { "\($0)" } ?? "–", finding.case ?? "–",
                    finding.seq.map { "\($0)" } ?? "–", finding.words,
                ]
            })
        Terminal.print("\(findings.count) found")
    }
}

/// What `audit verify --json` prints.
private struct VerificationReport: Encodable {
    let partitions: [LogVerification.Part]
    let findings: [LogFinding]
}
