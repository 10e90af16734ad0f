import Foundation
import Glibc
import Postgres
import RedressalTesting
import Testing

/// `redressal serve` as an operator runs it.
@Suite(.serialized) struct ServeTests {
    private static let opening = """
        {"workflow": "complaint", "office": "kp-bhu-1", "actor": {"user": "u-281", "role": "complainant"},
         "fields": {"language": "en", "summary": "There is no medicine"}}
        """

    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func serveEndsOnInterruptAndGoesOnWithItsDataWhenStartedAgain(_ log: LogKind) async throws {
        try await Sandbox.with(log) { sandbox in
            try await sandbox.run("workflow", "publish")
            let web = Web(port: Web.freePort())
            let first = try sandbox.start("serve", "--sign-in", "off", "--port", "\(web.port)")
            try await web.ready(first)
            let opened = await web.post("/cases", Self.opening.utf8)
            #expect(opened.status == 201, "\(opened.body)")
            let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case

            let asked = ContinuousClock.now
            first.send(SIGINT)
            #expect(await first.code() == 0, "\(first.complaints)")
            #expect(asked.duration(to: .now) < .seconds(10))

            let second = try sandbox.start("serve", "--sign-in", "off", "--port", "\(web.port)")
            try await web.ready(second)
            let shown = await web.get("/cases/\(id)?wait_for=3")
            #expect(shown.status == 200)
            #expect(shown.tag == opened.tag)
            let acting = #"{"actor": {"user": "u-205", "role": "intake"}}"#
            let acted = await web.post("/cases/\(id)/actions/acknowledge", acting.utf8)
            #expect(acted.status == 200, "\(acted.body)")
            second.send(SIGTERM)
            #expect(await second.code() == 0, "\(second.complaints)")
        }
    }

    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func twoServesShareThePartitionsAndOneTakesOverWhenTheOtherEnds(_ log: LogKind) async throws {
        try await Sandbox.with(log, partitions: 4) { sandbox in
            try await sandbox.run("workflow", "publish")
            let webs = [Web(port: Web.freePort()), Web(port: Web.freePort())]
            let serves = try webs.map { try sandbox.start("serve", "--sign-in", "off", "--port", "\($0.port)") }
            for (web, serve) in zip(webs, serves) { try await web.ready(serve) }
            for index in 0..<20 {
                let opened = await webs[index % 2].post("/cases", Self.opening.utf8)
                #expect(opened.status == 201, "\(opened.body)")
            }
            if log == .postgres {
                // What is owned is locked: engines and workers each have a kind of lock of their own, as has what one does for all.
                try await Fact.wait(for: "both to own partitions") {
                    let owners = try await sandbox.database.number(
                        """
                        SELECT min(owners) FROM (
                            SELECT count(DISTINCT pid) AS owners FROM pg_locks JOIN pg_database d ON d.oid = database
                            WHERE locktype = 'advisory' AND d.datname = current_database()
                            GROUP BY classid HAVING count(DISTINCT objid) > 1
                        ) kinds
                        """)
                    return owners == 2
                }
            }
            serves[0].send(SIGTERM)
            #expect(await serves[0].code() == 0, "\(serves[0].complaints)")
            for _ in 0..<20 {
                let opened = await webs[1].post("/cases", Self.opening.utf8)
                #expect(opened.status == 201, "\(opened.body)")
            }
            try await sandbox.settle()
            let cases = try await sandbox.database.number("SELECT count(*) FROM read.case_current")
            #expect(cases == 40)
            serves[1].send(SIGTERM)
            #expect(await serves[1].code() == 0, "\(serves[1].complaints)")
            #expect(try await sandbox.differences() == 0)
        }
    }

    /// What the answer to an opening tells.
    private struct Opened: Decodable {
        let `case`: String
    }
}
