import Hummingbird
import Redressal

extension ConsoleRoutes {
    /// How complaints come in that somebody else writes down.
    static let channels = ["walk_in", "phone", "paper", "box", "forum", "media_monitoring"]

    /// `GET /console/register`: which kind of case and for which office, and then its form.
    func openingForm(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let speech = self.desk.painter.speech(for: request)
        let asked = request.uri.queryParameters
        guard let name = asked["workflow"].map({ String($0) }), let office = asked["office"].map({ String($0) }) else {
            return try self.choice(request, visitor, speech)
        }
        guard let form = self.openingForm(of: name, office, visitor, speech) else { throw HTTPError(.notFound) }
        return try self.answer(form, to: request, visitor, speech)
    }

    /// `POST /console/register`: opens a case for somebody.
    func register(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let account = visitor.identity.account
        let body = try await request.form(keepingFilesAt: self.desk.attachments) { _ in account }
        let key = try IdempotencyKey(form: body.text("key"))
        let speech = self.desk.painter.speech(for: request)
        guard
            var form = self.openingForm(
                of: body.text("workflow") ?? "", body.text("office") ?? "", visitor, speech)
        else { throw HTTPError(.notFound) }
        let draft = form.read(body, key, by: visitor, at: self.desk.clock.now())
        if let draft {
            do {
                let outcome = try await self.desk.submit(draft)
                guard form.isForSomebody else {
                    return PageResponse.seeOther(
                        "/console/cases/\(TrackingReference.make(for: draft.case))?seq=\(outcome.seq)")
                }
                return try self.receipt(of: draft.case, seq: outcome.seq, request, visitor, speech)
            } catch let rejection as Rejection where rejection.code == .commandReused {
                // Sent once more with its files anew: the first time counted.
                return PageResponse.seeOther("/console/cases/\(TrackingReference.make(for: draft.case))")
            } catch let rejection as Rejection {
                form.blame(rejection, speech)
            }
        }
        return try self.answer(form, to: request, visitor, speech, .unprocessableContent)
    }

    /// The receipt to hand over.
    ///
    /// It is shown once, to who has just written the case down: with its PIN one answers for whoever complained.
    private func receipt(
        of id: CaseID, seq: Int, _ request: Request, _ visitor: Visitor, _ speech: Speech
    ) throws -> Response {
        let reference = TrackingReference.make(for: id)
        guard let visits else { return PageResponse.seeOther("/console/cases/\(reference)?seq=\(seq)") }
        let page = Page(
            "console.receipt", title: speech("register.done"),
            ["reference": reference, "pin": visits.pin(of: id), "address": "/console/cases/\(reference)?seq=\(seq)"])
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    private func openingForm(
        of workflow: String, _ office: String, _ visitor: Visitor, _ speech: Speech
    ) -> OpeningForm? {
        let catalog = self.desk.catalog()
        guard let workflow = catalog.workflow(named: workflow), let office = catalog.org.office(office),
            office.lane == workflow.lane
        else { return nil }
        return OpeningForm(workflow, office.id, visitor, catalog, speech, at: self.desk.clock.now())
    }

    private func choice(_ request: Request, _ visitor: Visitor, _ speech: Speech) throws -> Response {
        let catalog = self.desk.catalog()
        let offices = catalog.org.officeIDs.compactMap { catalog.org.office($0) }
            .filter { office in visitor.seats.contains { catalog.org.reaches(office.id, $0) } }
        let lanes = Set(offices.map(\.lane))
        let workflows = catalog.workflows.filter {
            OpeningForm.role(of: visitor, in: $0) != nil && lanes.contains($0.lane)
        }
        let page = Page(
            "console.register-choice", title: speech("register.title"),
            [
                "workflows": workflows.map {
                    FormOption(value: $0.name, label: speech.workflow($0)).values(chosen: [])
                },
                "offices": offices.map { FormOption(value: $0.id, label: $0.name).values(chosen: []) },
                "hasOffices": !offices.isEmpty,
            ])
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    private func answer(
        _ form: OpeningForm, to request: Request, _ visitor: Visitor, _ speech: Speech,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var page = Page("console.register", title: speech("register.title"), form.values(key: self.desk.ids(), speech))
        page.status = status
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }
}
