import Foundation
import Glibc
import Postgres
import Redressal
import RedressalTesting
import Testing

/// One idempotency key for more than one thing.
@Suite(.serialized) struct RepeatedKeyTests {
    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func theSameKeyGivesTheFirstOutcomeAndOtherContentIsRefused(_ log: LogKind) async throws {
        try await Sandbox.with(log) { sandbox in
            try await sandbox.run("workflow", "publish")
            let server = try sandbox.start("serve", "--sign-in", "off", "--port", "\(Web.freePort())")
            func opening(_ language: String, _ summary: String = "There is no medicine") -> [String] {
                [
                    "case", "open", "complaint", "--office", "kp-bhu-1", "--as", "u-281", "--idempotency-key", "k-1",
                    "--set", "language=\(language)", "--set", "summary=\(summary)",
                ]
            }
            let first = try await sandbox.run(opening("en") + ["--json"])
            let again = try await sandbox.run(opening("en") + ["--json"])
            let known: Outcome = try first.json()
            let repeated: Outcome = try again.json()
            #expect(repeated.case == known.case)
            #expect(repeated.seq == known.seq)
            #expect(repeated.repeated == true)
            #expect(known.reference == TrackingReference.make(for: CaseID(known.case)))
            for other in [opening("ur"), opening("en", "There is no water")] {
                let refused = try await sandbox.answer([try Setting.binary()] + other)
                #expect(refused.code == 1, "\(refused.shown)")
                #expect(refused.errors.contains("command_reused"), "\(refused.shown)")
                #expect(refused.errors.contains("idempotency key 'k-1'"), "\(refused.shown)")
            }
            try await sandbox.settle()
            let cases = try await sandbox.database.number("SELECT count(*) FROM read.case_current")
            #expect(cases == 1)
            let typed = known.reference.lowercased().replacing("-", with: "")
            let shown = try await sandbox.run("case", "explain", typed)
            #expect(shown.output.contains(known.reference), "\(shown.shown)")
            server.send(SIGTERM)
            #expect(await server.code() == 0, "\(server.complaints)")
        }
    }

    /// What `--json` prints of an outcome.
    private struct Outcome: Decodable {
        let `case`: String
        let reference: String
        let seq: Int
        let repeated: Bool?
    }
}
