import Hummingbird
import Redressal

extension AuditPages {
    /// `GET /console/audit/access`: who came in, was turned away, or read personal data; for a case, an account, a time.
    func access(_ request: Request, _ auditor: Auditor) async throws -> Response {
        let query = try Query(request, allowing: AccessInquiry.parameters + ["lang"])
        let page = try await self.inquiry.ask(query, in: auditor.zone, by: auditor.visitor.identity)
        let speech = self.desk.painter.speech(for: request)
        let clock = auditor.clock(speech)
        var values: [String: any Sendable] = [
            "lines": page.entries.map { AccessLine($0, speech, clock).values }, "isEmpty": page.entries.isEmpty,
            "zone": clock.zoneName,
        ]
        for name in ["case", "account", "from", "to"] { values["\(name)Value"] = query.text(name) ?? "" }
        if let next = page.next {
            let address = query.address(but: ["lang"], adding: ["cursor": next.text])
            values["next"] = "/console/audit/access?\(address)"
        }
        return try self.show("access", values, to: request, auditor)
    }
}
