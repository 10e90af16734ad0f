import Foundation
import Glibc
import RedressalTesting
import Testing

/// Very many deadlines at one instant, with workers that share them out and one that dies over them.
@Suite(.serialized) struct StormTests {
    private static let cases = 10_000

    @Test(.timeLimit(.minutes(20)), arguments: LogKind.allCases)
    func tenThousandCasesDueAtOnceBreachAndEscalateOnceEach(_ log: LogKind) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "storm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let home = try HomeFolder.make(in: folder, adding: ["storm.yaml": Storm.workflow])
        try await Sandbox.with(log, home: home, partitions: 6) { sandbox in
            try await sandbox.run("workflow", "publish")
            let engine = try sandbox.start("engine")
            let workers = try (0..<3).map { _ in try sandbox.start("worker") }
            let port = Web.freePort()
            let gateway = try sandbox.start("gateway", "--sign-in", "off", "--port", "\(port)")
            // Late enough that all are filed by then.
            let storm = Storm(web: Web(port: port), due: Date(timeIntervalSinceNow: 100), cases: Self.cases)
            try await storm.web.ready(gateway)
            try await storm.file()

            // Half way through, whoever may be at it.
            try await Fact.wait(for: "half of the breaches", atMost: .seconds(300)) {
                try await Storm.count("DeadlineBreached", in: sandbox.database) >= Self.cases / 2
            }
            workers[1].send(SIGKILL)
            try await Fact.wait(for: "all breaches and escalations", atMost: .seconds(300)) {
                try await Storm.count("EscalationRaised", in: sandbox.database) >= Self.cases
            }
            try await sandbox.settle()
            let found = try await Storm.Found(in: sandbox.database)
            #expect(found == Storm.Found(cases: Self.cases))

            for program in [engine, gateway, workers[0], workers[2]] {
                program.send(SIGTERM)
                #expect(await program.code() == 0, "\(program.complaints)")
            }
            #expect(try await sandbox.differences() == 0)
        }
    }
}
