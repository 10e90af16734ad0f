import Hummingbird
import Redressal

extension ConsoleRoutes {
    /// `GET /console/cases/{case}`.
    func `case`(_ request: Request, _ idOrReference: String, _ visitor: Visitor) async throws -> Response {
        let query = try Query(request, allowing: ["seq", "done", "lang"])
        let seq = try query.number("seq", in: 1...Int.max)
        let state = try await self.desk.find(idOrReference, for: visitor.identity.account, upTo: seq)
        let speech = self.desk.painter.speech(for: request)
        let page = try await self.page(of: state, for: visitor, speech)
        // What others have done since is news, and no longer what the reader has done.
        let done = (state.seq == seq ? query.text("done") : nil).flatMap { name in
            self.desk.catalog().workflow(state.workflow)?.actions(named: ActionName(name)).first
        }
        return try self.answer(page, to: request, visitor, speech, done: done)
    }

    /// `GET /console/cases/{case}/actions/{action}`: who reloads what a form has led to comes back to the case.
    func back(to idOrReference: String, _ visitor: Visitor) async throws -> Response {
        let state = try await self.desk.find(idOrReference, for: visitor.identity.account)
        return PageResponse.seeOther("/console/cases/\(state.reference)")
    }

    /// `POST /console/cases/{case}/actions/{action}`.
    func act(
        _ request: Request, on idOrReference: String, _ action: String, _ visitor: Visitor
    ) async throws -> Response {
        let account = visitor.identity.account
        let body = try await request.form(keepingFilesAt: self.desk.attachments) { _ in account }
        let key = try IdempotencyKey(form: body.text("key"))
        let state = try await self.desk.find(idOrReference, for: account)
        let command = key.commandID(for: account, on: state.id)
        let here = "/console/cases/\(state.reference)"
        let spawned = self.spawned(by: action, on: state)
        let speech = self.desk.painter.speech(for: request)
        // Sent twice, as by an impatient click: the first time counted.
        if try await self.desk.views.isDone(command, on: state.id) {
            guard spawned != nil else { return PageResponse.seeOther(here) }
            return try await self.next(action, after: command, on: state, request, visitor, speech)
        }
        var page = try await self.page(of: state, for: visitor, speech)
        guard var form = page.forms.first(where: { $0.name == action }) else {
            return try self.answer(page, to: request, visitor, speech, fault: speech("case.moved_on"), .conflict)
        }
        var fields = form.fields.read(body)
        if let spawned { fields[spawned.party.rawValue] = .string(Citizen.account(of: command)) }
        if !form.fields.hasFaults {
            do {
                let outcome = try await self.submit(
                    TakeAction(action: action, fields: fields), as: command, form.offer, state)
                // Where others go on with it, all that is left to see is a line in a list.
                if self.desk.catalog().handsOver(form.offer.action) {
                    _ = try await self.desk.views.wait(
                        for: state.id.text, seq: outcome.seq, patience: self.desk.patience)
                    return PageResponse.seeOther("/console/find?q=\(state.reference)")
                }
                if spawned != nil {
                    let after = try await self.desk.find(state.id.text, for: account, upTo: outcome.seq)
                    return try await self.next(
                        action, after: command, on: after, request, visitor, speech, fields: fields)
                }
                return PageResponse.seeOther("\(here)?seq=\(outcome.seq)&done=\(action)")
            } catch let rejection as Rejection {
                form.blame(rejection, speech)
            }
        }
        page.show(form)
        return try self.answer(page, to: request, visitor, speech, .unprocessableContent)
    }

    private func submit(
        _ request: TakeAction, as id: CommandID, _ offer: Offer, _ state: CaseState
    ) async throws -> Outcome {
        let catalog = self.desk.catalog()
        let now = self.desk.clock.now()
        let sight = Sight(of: offer.actor.user, catalog, at: now)
        let named = try await self.desk.views.naming(targetsOf: request, sentAs: id, on: state.id, catalog) {
            sight.sees($0)
        }
        return try await self.desk.submit(
            Command(
                id: id, case: state.id, actor: offer.actor, channel: Self.channel, occurred: now, request: .act(named)))
    }

    func page(of state: CaseState, for visitor: Visitor, _ speech: Speech) async throws -> CaseView {
        let catalog = self.desk.catalog()
        let now = self.desk.clock.now()
        let offers = catalog.offers(to: visitor.identity.account, on: state, at: now)
        let opened = try await self.desk.opened(state, for: Reader(visitor.identity), purpose: "console")
        let timeline = try await self.desk.views.timeline(of: state.id)
        var view = CaseView(opened, offers, timeline, catalog, speech, at: now)
        view.waits = WaitsLine(state, for: visitor.identity.account, catalog, speech, at: now)
        view.lookalikes = try await self.lookalikes(of: opened, offers, for: visitor)
        view.erasures = try await self.desk.personal.erasures(of: state.id)
        view.files = try await self.desk.attachments?.desk.attachments(of: state.id) ?? []
        return view
    }

    func answer(
        _ content: CaseView, to request: Request, _ visitor: Visitor, _ speech: Speech, done: Action? = nil,
        fault: String? = nil, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var page = Page(
            "console.case", title: "\(content.state.reference)", content.values(key: self.desk.ids))
        page.status = status
        if let fault { page.values["fault"] = fault }
        if let done, let workflow = self.desk.catalog().workflow(content.state.workflow) {
            page.values["done"] = speech("case.done", ["action": speech.action(done, of: workflow)])
        }
        return try self.desk.painter.response(page, to: request, visitor: visitor)
    }

    /// What events say of how something came in, unless a form says otherwise.
    static let channel = "console"
}
