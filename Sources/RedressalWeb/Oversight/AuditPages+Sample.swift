import HTTPTypes
import Hummingbird
import Redressal

extension AuditPages {
    private static let parameters = ["seed", "size", "workflow", "from", "to"]
    private static let usualSize = 5

    /// `GET /console/audit/sample`: so many cases of each office, drawn by a seed that stands in the address.
    func sample(_ request: Request, _ auditor: Auditor) async throws -> Response {
        let query = try Query(request, allowing: Self.parameters + ["lang"])
        let speech = self.desk.painter.speech(for: request)
        let question = try Self.question(query, auditor)
        var values: [String: any Sendable] = [
            "seed": question?.seed ?? String(self.desk.ids().prefix(8)),
            "size": question?.perOffice ?? Self.usualSize, "most": SampleQuestion.mostPerOffice,
            "from": query.text("from") ?? "", "to": query.text("to") ?? "",
            "workflows": auditor.catalog.workflows.map {
                FormOption(value: $0.name, label: speech.workflow($0)).values(chosen: [question?.workflow ?? ""])
            },
        ]
        if let question {
            let drawn = try await self.oversight.audit.sample(question)
            values["isDrawn"] = true
            values["isEmpty"] = drawn.isEmpty
            values["count"] = drawn.count
            values["offices"] = Self.groups(drawn, auditor, speech)
            values["export"] = "/console/audit/sample/export?\(query.address(but: ["lang"]))"
        }
        return try self.show("sample", values, to: request, auditor)
    }

    /// `GET /console/audit/sample/export`: the same as a file, without anything personal; that it was taken is written down.
    func sampleExport(_ request: Request, _ auditor: Auditor) async throws -> Response {
        guard let question = try Self.question(try Query(request, allowing: Self.parameters), auditor) else {
            throw Problem.malformed("expected the seed of the sample but found none", field: "seed")
        }
        let drawn = try await self.oversight.audit.sample(question)
        var table = CSVTable([
            "seed", "office", "cases_of_office", "case", "reference", "workflow", "state", "opened", "closed",
        ])
        for line in drawn {
            table.add([
                question.seed, line.office, "\(line.stratum)", line.id.text, line.reference, line.workflow, line.state,
                "\(line.opened)", line.closed.map { "\($0)" },
            ])
        }
        try await self.desk.witness.record(
            .dataExported(DataExported(what: "sampled_cases", count: drawn.count, personal: false)),
            by: auditor.reader)
        return table.response(name: "sample.csv")
    }

    /// - Returns: nil while no seed is named.
    private static func question(_ query: Query, _ auditor: Auditor) throws(Problem) -> SampleQuestion? {
        let size = try query.number("size", in: 1...SampleQuestion.mostPerOffice) ?? Self.usualSize
        guard let seed = query.text("seed") else { return nil }
        return SampleQuestion(
            auditor.scope, seed: seed, perOffice: size, workflow: query.text("workflow"),
            from: try query.day("from", in: auditor.zone), to: try query.day("to", in: auditor.zone, plus: 1))
    }

    /// What was drawn, office by office.
    private static func groups(
        _ drawn: [SampledCase], _ auditor: Auditor, _ speech: Speech
    ) -> [[String: any Sendable]] {
        Dictionary(grouping: drawn, by: \.office).sorted { $0.key < $1.key }.map { office, cases in
            let clock = OfficeClock(office, auditor.catalog, speech, at: auditor.now)
            let lines = cases.map { line -> [String: any Sendable] in
                let workflow = auditor.catalog.workflow(named: line.workflow)
                return [
                    "reference": line.reference, "workflow": workflow.map { speech.workflow($0) } ?? line.workflow,
                    "state": speech.state(line.state, of: workflow), "opened": clock.text(line.opened),
                    "closed": line.closed.map { clock.text($0) } ?? "–",
                ]
            }
            return [
                "office": auditor.catalog.org.office(office)?.name ?? office, "lines": lines,
                "stratum": speech(
                    "audit.sample.stratum", count: cases.first?.stratum ?? 0, ["drawn": "\(cases.count)"]),
            ]
        }
    }
}
