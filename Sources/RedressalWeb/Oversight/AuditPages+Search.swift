import HTTPTypes
import Hummingbird
import Redressal

extension AuditPages {
    private static let parameters = ["account", "post", "from", "to"]
    /// The most lines of a file that is taken away.
    private static let mostExported = 10_000
    /// How many entries of the access log are shown beside the cases.
    private static let entriesShown = 20

    /// `GET /console/audit/search`: the cases that an account or a post touched, and what it read of people.
    func search(_ request: Request, _ auditor: Auditor) async throws -> Response {
        let query = try Query(request, allowing: Self.parameters + PageRequest.parameters + ["lang"])
        let question = try Self.question(query, auditor)
        let page = try PageRequest(request, query, for: auditor.account, parts: 2)
        let speech = self.desk.painter.speech(for: request)
        var values: [String: any Sendable] = [
            "account": question.account ?? "", "post": question.post ?? "", "from": query.text("from") ?? "",
            "to": query.text("to") ?? "",
            "posts": auditor.catalog.org.allPosts.map(\.id).map {
                FormOption(value: $0, label: $0).values(chosen: [question.post ?? ""])
            },
        ]
        if question.account != nil || question.post != nil {
            let found = try await self.oversight.audit.touched(
                question, after: try page.touchCursor(), limit: page.limit + 1)
            let lines = Array(found.prefix(page.limit))
            values["isAsked"] = true
            values["zone"] = auditor.clock(speech).zoneName
            values["lines"] = lines.map { TouchedLine($0, auditor, speech).values }
            values["isEmpty"] = lines.isEmpty
            values["export"] = "/console/audit/search/export?\(query.address(but: PageRequest.parameters + ["lang"]))"
            if found.count > page.limit, let last = lines.last {
                let cursor = page.cursor(["\(last.last)", last.id.text])
                values["next"] = "/console/audit/search?\(query.address(but: ["lang"], adding: ["cursor": cursor]))"
            }
            values.merge(try await self.readings(question, auditor, speech)) { $1 }
        }
        return try self.show("search", values, to: request, auditor)
    }

    /// `GET /console/audit/search/export`: the same as a file, without anything personal; that it was taken is written down.
    func searchExport(_ request: Request, _ auditor: Auditor) async throws -> Response {
        let question = try Self.question(try Query(request, allowing: Self.parameters), auditor)
        let found = try await self.oversight.audit.touched(question, after: nil, limit: Self.mostExported)
        var table = CSVTable([
            "case", "reference", "workflow", "office", "state", "deeds", "steps", "first_recorded", "last_recorded",
        ])
        for line in found {
            table.add([
                line.id.text, line.reference, line.workflow, line.office, line.state, "\(line.deeds)",
                line.steps.joined(separator: " "), "\(line.first)", "\(line.last)",
            ])
        }
        try await self.desk.witness.record(
            .dataExported(DataExported(what: "touched_cases", count: found.count, personal: false)),
            by: auditor.reader)
        return table.response(name: "touched-cases.csv")
    }

    /// What the access log knows of the account in that time; the question is an entry of it too.
    private func readings(
        _ question: TouchQuestion, _ auditor: Auditor, _ speech: Speech
    ) async throws -> [String: any Sendable] {
        guard let account = question.account else { return [:] }
        let asked = AccessQuestion(account: account, from: question.from, to: question.to)
        let page = try await self.inquiry.ask(asked, limit: Self.entriesShown, by: auditor.visitor.identity)
        let clock = auditor.clock(speech)
        return [
            "hasEntries": true, "entries": page.entries.map { AccessLine($0, speech, clock).values },
            "hasNoEntries": page.entries.isEmpty,
        ]
    }

    private static func question(_ query: Query, _ auditor: Auditor) throws(Problem) -> TouchQuestion {
        TouchQuestion(
            auditor.scope, account: query.text("account"), post: query.text("post"),
            from: try query.day("from", in: auditor.zone), to: try query.day("to", in: auditor.zone, plus: 1))
    }
}

extension PageRequest {
    /// - Throws: ``Problem`` for a cursor of nobody's making.
    fileprivate func touchCursor() throws(Problem) -> TouchCursor? {
        guard let place else { return nil }
        guard let last = Instant(place[0]), place[1].utf8.count <= CaseID.longest, !place[1].contains("\0") else {
            throw Self.foreignCursor
        }
        return TouchCursor(last: last, id: CaseID(place[1]))
    }
}
