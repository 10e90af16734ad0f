import Hummingbird
import Redressal

extension PublicRoutes {
    /// `GET /track`: asks for the tracking number and the PIN.
    func trackingForm(_ request: Request) throws -> Response {
        let speech = self.speech(for: request)
        return try self.desk.painter.response(Page("public.track", title: speech("track.title")), to: request)
    }

    /// `POST /track`: begins a visit.
    func track(_ request: Request) async throws -> Response {
        let pace = EvenPace()
        try CrossOrigin.check(request)
        let body = try await request.form()
        let typed = body.text("reference") ?? ""
        let now = self.desk.clock.now()
        let speech = self.speech(for: request)
        var page = Page("public.track", title: speech("track.title"), ["reference": typed])
        do {
            // A number that somebody mistyped is none of anybody's.
            let reference = TrackingReference.normalised(typed)
            let state = if let reference { try await self.desk.views.find(reference) } else { nil as CaseState? }
            if try await self.door.isPIN(body.text("pin") ?? "", for: reference ?? typed, of: state?.id), let state {
                return PageResponse.seeOther(
                    "/track/case", cookie: self.door.cookie(CaseVisit(to: state.id, at: now), at: now))
            }
            page.status = .unauthorized
            page.values["fault"] = speech(reference == nil ? "track.mistyped" : "track.wrong")
        } catch let refusal as SignInRefusal {
            page.status = .tooManyRequests
            page.headers = Problem(refusal, at: now).headers
            page.values["fault"] = speech("track.wait")
        }
        // Whether there is a case of this number is told by nothing.
        try await pace.wait()
        return try self.desk.painter.response(page, to: request)
    }

    /// `GET /track/case`: where the visited case stands.
    func follow(_ request: Request) async throws -> Response {
        let query = try Query(request, allowing: ["seq", "lang"])
        guard let found = try await self.visited(request, upTo: try query.number("seq", in: 1...Int.max)) else {
            return PageResponse.seeOther("/track")
        }
        let speech = self.speech(for: request)
        let view = try await self.view(of: found, speech)
        return try self.show(view, to: request, speech, isDone: query.text("seq") != nil)
    }

    /// `POST /track/case/actions/{action}`: what the case's own people may do: answer, confirm, dispute, withdraw.
    func answer(_ request: Request, _ action: String) async throws -> Response {
        guard let visited = try await self.visited(request) else { return PageResponse.seeOther("/track") }
        let state = try await self.goneOn(visited)
        let account = self.desk.catalog().workflow(state.workflow).flatMap { Citizen.account(of: state, in: $0) }
        let body = try await request.form(keepingFilesAt: self.desk.attachments) { _ in account ?? "" }
        let key = try IdempotencyKey(form: body.text("key"))
        // Sent twice, as by an impatient thumb: the first time counted.
        if let account, try await self.desk.views.isDone(key.commandID(for: account, on: state.id), on: state.id) {
            return PageResponse.seeOther("/track/case")
        }
        let speech = self.speech(for: request)
        var view = try await self.view(of: visited, speech)
        guard var form = view.forms.first(where: { $0.name == action }) else {
            return try self.show(view, to: request, speech, fault: speech("rejections.not_in_this_state"), .conflict)
        }
        let fields = form.fields.read(body)
        if !form.fields.hasFaults {
            do {
                let command = Command(
                    id: key.commandID(for: form.offer.actor.user, on: state.id), case: state.id,
                    actor: form.offer.actor,
                    channel: "web", occurred: self.desk.clock.now(),
                    request: .act(TakeAction(action: action, fields: fields)))
                let outcome = try await self.desk.submit(command, subject: form.offer.actor.user)
                return PageResponse.seeOther("/track/case?seq=\(state.id == visited.id ? outcome.seq : visited.seq)")
            } catch let rejection as Rejection {
                form.blame(rejection, speech)
            }
        }
        view.show(form)
        return try self.show(view, to: request, speech, .unprocessableContent)
    }

    /// The case of the visit that is going on; nil for none.
    func visited(_ request: Request, upTo seq: Int? = nil) async throws -> CaseState? {
        guard let visit = try self.door.visit(request, at: self.desk.clock.now()) else { return nil }
        // It may have been opened a moment ago.
        _ = try await self.desk.views.wait(for: visit.case.text, seq: seq ?? 1, patience: self.desk.patience)
        return try await self.desk.views.find(visit.case.text)
    }

    /// Where a case goes on: in itself, or in the case of a lane that it was handed over to.
    private func goneOn(_ state: CaseState) async throws -> CaseState {
        guard let link = self.desk.catalog().handOver(of: state) else { return state }
        return try await self.desk.views.find(link.case.text) ?? state
    }

    private func view(of state: CaseState, _ speech: Speech) async throws -> OwnCaseView {
        let catalog = self.desk.catalog()
        let now = self.desk.clock.now()
        guard !catalog.isHandedOver(state) else {
            let next = try await self.goneOn(state)
            var view = OwnCaseView(
                state, self.offers(on: next, catalog, at: now), of: catalog.workflow(next.workflow), [], catalog,
                speech, at: now)
            view.isHandedOver = true
            return view
        }
        let offers = self.offers(on: state, catalog, at: now)
        guard let workflow = catalog.workflow(state.workflow), let account = Citizen.account(of: state, in: workflow)
        else { return OwnCaseView(state, [], of: nil, [], catalog, speech, at: now) }
        let opened = try await self.desk.opened(
            state, for: Reader(account: account, kind: .person), purpose: "own-case")
        let timeline = try await self.desk.views.timeline(of: state.id)
        var view = OwnCaseView(opened, offers, of: workflow, timeline, catalog, speech, at: now)
        view.evidence = try await self.evidence(of: state)
        view.successor = try await self.successor(of: state)
        view.erased = try await self.desk.personal.erasures(of: state.id).first?.doneAt
        return view
    }

    /// What the case's own people may do now.
    private func offers(on state: CaseState, _ catalog: DefinitionCatalog, at now: Instant) -> [Offer] {
        guard let workflow = catalog.workflow(state.workflow), let account = Citizen.account(of: state, in: workflow)
        else { return [] }
        let parties = Set(workflow.parties.keys.map(\.rawValue))
        return catalog.offers(to: account, on: state, at: now).filter {
            $0.refusal == nil && parties.contains($0.actor.role)
        }
    }

    /// The case that a case was joined with: what becomes of it is what becomes of both.
    private func successor(of state: CaseState) async throws -> CaseState? {
        guard state.closed != nil, let other = state.fields["duplicate_of"]?.text else { return nil }
        return try await self.desk.views.find(other)
    }

    private func show(
        _ view: OwnCaseView, to request: Request, _ speech: Speech, isDone: Bool = false, fault: String? = nil,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var page = Page("public.case", title: view.reference, view.values(key: self.desk.ids))
        page.status = status
        page.values["isDone"] = isDone
        if let fault { page.values["fault"] = fault }
        return try self.desk.painter.response(page, to: request)
    }
}
