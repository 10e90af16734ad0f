import HTTPTypes
import Hummingbird
import Redressal

extension Open311Routes {
    /// `POST /open311/v2/requests`: files a request, and tells its number at once.
    func file(_ request: Request) async throws -> Response {
        let question = try await Open311Question(request, self.door, hasBody: true)
        guard self.door == nil || question.account != nil else { throw Problem.noKey }
        let (catalog, now) = (self.cases.catalog(), self.cases.clock.now())
        let jurisdiction = try question.jurisdiction(catalog)
        guard let code = question.text("service_code") else {
            throw Open311Refusal(.invalid, "expected 'service_code' but it was not provided")
        }
        let service = try self.service(code, of: jurisdiction)
        let key = try IdempotencyKey(request.headers)
        // One program's keys are not another's, and none is anybody's who comes by /cases.
        let owner = "open311 \(question.account ?? "")"
        // What nobody can guess, of this case alone.
        let party = ServiceParty.account(
            of: question.account, key?.caseID(for: "\(owner) party").text ?? self.cases.ids())
        let opening = try Open311Filing(to: service, of: jurisdiction, catalog) { question.texts($0) }
            .opening(for: party)
        try self.allowance.take(question.account ?? "", at: now)
        let id = key?.caseID(for: owner) ?? CaseID(self.cases.ids())
        let role = jurisdiction.mappings[service.workflow]?.role ?? ""
        let command = Command(
            id: key?.commandID(for: owner, on: id) ?? CommandID(self.cases.ids()), case: id,
            actor: Actor(user: party, role: role), channel: Open311Jurisdiction.channel, occurred: now,
            request: .open(opening))
        let outcome = try await self.cases.submit(CommandDraft(command), key)
        return try self.answer(question, service, id, isReplayed: outcome.repeated)
    }

    private func answer(
        _ question: Open311Question, _ service: Open311Service, _ id: CaseID, isReplayed: Bool
    ) throws -> Response {
        let reference = TrackingReference.make(for: id)
        var headers = HTTPFields()
        headers[.location] = "/open311/v2/requests/\(reference).\(question.format.rawValue)"
        headers[.idempotentReplayed] = isReplayed ? "true" : nil
        let request = Open311Node.record([
            "service_request_id": .text(reference), "service_notice": Open311Node(service.notice),
            "account_id": .nothing,
        ])
        return try question.format.response(
            .created, .list(of: "request", [request]), root: "service_requests", headers)
    }
}
