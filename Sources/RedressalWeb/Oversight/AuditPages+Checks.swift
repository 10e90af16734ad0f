import HTTPTypes
import Hummingbird
import Redressal

extension AuditPages {
    /// How many findings a page lists.
    private static let findingsShown = 200

    /// `GET /console/audit/checks`: what each saved check finds now.
    func checks(_ request: Request, _ auditor: Auditor) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let results = try await self.oversight.audit.run(
            AuditCheck.all, in: auditor.scope, auditor.catalog, at: auditor.now)
        let speech = self.desk.painter.speech(for: request)
        let lines = results.map { result -> [String: any Sendable] in
            [
                "id": result.check.id, "title": result.check.title, "words": result.check.words,
                "count": result.count, "isClean": result.findings.isEmpty,
            ]
        }
        return try self.show(
            "checks",
            ["lines": lines, "at": auditor.clock(speech).text(auditor.now), "zone": auditor.clock(speech).zoneName],
            to: request, auditor)
    }

    /// `GET /console/audit/checks/{check}`: the cases that one of them finds.
    func check(_ request: Request, named id: String, _ auditor: Auditor) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        guard let check = AuditCheck.named(id) else { throw HTTPError(.notFound) }
        let result = try await self.oversight.audit.run(
            check, in: auditor.scope, auditor.catalog, at: auditor.now)
        let speech = self.desk.painter.speech(for: request)
        let lines = result.findings.prefix(Self.findingsShown).map { finding -> [String: any Sendable] in
            let clock = OfficeClock(finding.office, auditor.catalog, speech, at: auditor.now)
            return [
                "reference": finding.reference,
                "workflow": auditor.catalog.workflow(named: finding.workflow).map { speech.workflow($0) }
                    ?? finding.workflow,
                "office": auditor.catalog.org.office(finding.office)?.name ?? finding.office,
                "account": finding.account ?? "–", "since": clock.text(finding.since),
                "until": finding.until.map { clock.text($0) } ?? "–",
            ]
        }
        let values: [String: any Sendable] = [
            "heading": check.title, "words": check.words, "count": result.count,
            "at": auditor.clock(speech).text(auditor.now), "lines": lines, "isEmpty": lines.isEmpty,
            "isCut": result.findings.count > lines.count, "shown": lines.count, "zone": auditor.clock(speech).zoneName,
        ]
        return try self.show("check", title: check.title, values, to: request, auditor)
    }
}
