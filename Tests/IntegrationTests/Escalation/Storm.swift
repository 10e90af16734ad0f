import Foundation
import Postgres
import RedressalTesting
import Testing

/// Cases that are all due at one instant, two thirds of them held by somebody.
struct Storm: Sendable {
    let web: Web
    let due: Date
    let cases: Int

    /// How many requests at a time nobody is sent away for, however busy the machine is.
    private static let alwaysLetIn = 16

    /// A workflow whose clock ends when the case says.
    static let workflow = """
        workflow: storm
        version: 1
        title: Cases that are due at once
        calendar: wall
        initial: open
        total: {within: $due_at, chain: std, remind: []}
        roles: [requester, agent, system]
        fields:
          due_at: instant
          assignee: user
        states:
          open: {may_wait_forever: true}
          closed: {final: true}
        actions:
          - do: take
            from: open
            to: $same
            by: [requester]
            fields: {assignee: required}
            assign: $assignee
            emit: CaseTaken
          - do: close
            from: open
            to: closed
            by: [agent, system]
            emit: CaseClosed
        """

    private static let actor = #""actor": {"user": "u-900", "role": "requester"}"#

    /// Files all of them, many at a time, and gives two of three to somebody.
    func file() async throws {
        let body = """
            {"workflow": "storm", "office": "it-service-desk", \(Self.actor),
             "fields": {"due_at": "\(self.due.formatted(.iso8601))"}}
            """
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<self.cases {
                if index >= Self.alwaysLetIn { try await group.next() }
                group.addTask {
                    let opened = try await self.post("/cases", body, expecting: 201, key: "open-\(index)")
                    guard index % 3 != 0 else { return }
                    let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case
                    // Nobody of the ladder: a post whose holder has the case is passed over.
                    let taking = "{\"fields\": {\"assignee\": \"u-311\"}, \(Self.actor)}"
                    _ = try await self.post("/cases/\(id)/actions/take", taking, expecting: 200, key: "take-\(index)")
                }
            }
            try await group.waitForAll()
        }
    }

    /// What the answer to an opening tells.
    private struct Opened: Decodable {
        let `case`: String
    }

    /// Sends until there is an answer other than "come back later", which a system under load may give.
    private func post(_ path: String, _ body: String, expecting status: Int, key: String) async throws -> Web.Reply {
        for _ in 0..<50 {
            let reply = await self.web.post(path, body.utf8, headers: ["Idempotency-Key": key])
            if reply.status == status { return reply }
            guard [0, 503, 504].contains(reply.status) else {
                throw Fact.NotSeen(description: "expected \(status) but found \(reply.status): \(reply.body)")
            }
        }
        throw Fact.NotSeen(description: "expected \(status) for \(path) but the gateway stayed busy")
    }

    static func count(_ type: String, in database: Database) async throws -> Int {
        try await database.number("SELECT count(*) FROM read.case_event WHERE type = \(type)")
    }
}

extension Storm {
    /// What the timelines and lists show when it is over.
    struct Found: Hashable {
        let cases: Int
        let unassigned: Int
        let breaches: Int
        let breachedCases: Int
        let escalations: Int
        let escalatedCases: Int
        /// Breaches and escalations before the deadline, or of another level than the first.
        let wrong: Int
        let parked: Int

        /// What it must show.
        init(cases: Int) {
            self.cases = cases
            self.unassigned = (cases + 2) / 3
            self.breaches = cases
            self.breachedCases = cases
            self.escalations = cases
            self.escalatedCases = cases
            self.wrong = 0
            self.parked = 0
        }

        init(in database: Database) async throws {
            let row = try await database.query(Self.query)[0]
            self.cases = try row["cases"]
            self.unassigned = try row["unassigned"]
            self.breaches = try row["breaches"]
            self.breachedCases = try row["breached_cases"]
            self.escalations = try row["escalations"]
            self.escalatedCases = try row["escalated_cases"]
            self.wrong = try row["wrong"]
            self.parked = try row["parked"]
        }

        private static let query: SQL = """
            SELECT (SELECT count(*) FROM read.case_current WHERE workflow = 'storm') AS cases,
                   (SELECT count(*) FROM read.case_current WHERE assignee IS NULL) AS unassigned,
                   count(*) FILTER (WHERE type = 'DeadlineBreached') AS breaches,
                   count(DISTINCT case_id) FILTER (WHERE type = 'DeadlineBreached') AS breached_cases,
                   count(*) FILTER (WHERE type = 'EscalationRaised') AS escalations,
                   count(DISTINCT case_id) FILTER (WHERE type = 'EscalationRaised') AS escalated_cases,
                   count(*) FILTER (
                       WHERE type = 'EscalationRaised' AND (facts->>'level')::integer <> 1
                       OR type IN ('DeadlineBreached', 'EscalationRaised')
                          AND recorded_at < (c.fields->>'due_at')::timestamptz) AS wrong,
                   (SELECT count(*) FROM read.parked) AS parked
            FROM read.case_event JOIN read.case_current c USING (case_id)
            """
    }
}
