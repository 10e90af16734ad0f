import HTTPTypes
import Hummingbird
import Redressal

extension CaseRoutes {
    /// `POST /cases`: begins a case.
    func open(_ request: Request, by identity: Identity?) async throws -> Response {
        let body = try JSONObject(
            try await request.json(),
            allowing: ["workflow", "office", "severity", "fields", "actor", "channel", "subject", "occurred"])
        let key = try IdempotencyKey(request.headers)
        let actor = try body.actor(
            self.catalog(), as: identity, for: try body.optionalText("office"), at: self.clock.now())
        let owner = Self.owner(of: actor, identity)
        let id = key?.caseID(for: owner) ?? CaseID(self.ids())
        let opening = OpenCase(
            workflow: try body.text("workflow"), office: try body.text("office"),
            severity: try body.optionalText("severity"), fields: try body.fields())
        let command = key?.commandID(for: owner, on: id) ?? CommandID(self.ids())
        let draft = try self.draft(.open(opening), as: command, on: id, by: actor, sender: identity?.account, body)
        let outcome = try await self.submit(draft, key)
        var headers = outcome.headers
        headers[.location] = "/cases/\(id)"
        let opened = OpenedCase(case: id, reference: TrackingReference.make(for: id), seq: outcome.seq)
        return try JSONResponse.make(.created, opened, headers)
    }

    /// `POST /cases/{case}/actions/{action}`: does an action of the case's workflow.
    func act(
        _ request: Request, on idOrReference: String, action: String, by identity: Identity?
    ) async throws -> Response {
        let body = try JSONObject(
            try await request.json(), allowing: ["fields", "actor", "channel", "subject", "occurred"])
        let actor = try body.actor(self.catalog(), as: identity, at: self.clock.now())
        let key = try IdempotencyKey(request.headers)
        let owner = Self.owner(of: actor, identity)
        let account = identity == nil ? nil : actor.user
        let id = try await self.target(idOrReference, seenBy: account) { key?.commandID(for: owner, on: $0) }
        let command = key?.commandID(for: owner, on: id) ?? CommandID(self.ids())
        try await self.checkOrder(body, of: command, on: id)
        let asked = TakeAction(action: action, fields: try body.fields())
        let draft = try self.draft(
            .act(try await self.named(asked, of: command, on: id, seenBy: account)), as: command, on: id, by: actor,
            sender: identity?.account, body,
            expected: try EntityTag.expected(request.headers[.ifMatch]))
        let outcome = try await self.submit(draft, key)
        let done = DoneAction(case: id, seq: outcome.seq, events: outcome.events)
        return try JSONResponse.make(.ok, done, outcome.headers)
    }

    /// Whose an idempotency key is: one that a service uses for somebody is another than their own.
    private static func owner(of actor: Actor, _ identity: Identity?) -> String {
        guard let identity, identity.account != actor.user else { return actor.user }
        return "\(identity.account) \(actor.user)"
    }

    /// The id of the case that is acted on, named by its id or its tracking number.
    ///
    /// Where nobody signs in, an id is taken as it is: the engine knows best whether there is such a case. Who has signed in has
    /// to see it, unless the very command, sent again, moved it out of their sight.
    ///
    /// - Throws: ``Problem`` for a case that is not there, or out of sight, which nobody can tell apart.
    private func target(
        _ idOrReference: String, seenBy account: String?, _ command: (CaseID) -> CommandID?
    ) async throws -> CaseID {
        guard account != nil else {
            guard TrackingReference.isValid(idOrReference) else { return CaseID(idOrReference) }
            guard let state = try await self.views.find(idOrReference) else { throw Problem.noSuchCase }
            return state.id
        }
        // It may have been opened a moment ago.
        let found = try await self.finder.find(idOrReference, for: account, upTo: 1) { id in
            guard let command = command(id) else { return false }
            return try await self.views.isDone(command, on: id)
        }
        guard let found else { throw Problem.noSuchCase }
        return found.id
    }

    /// - Throws: ``Problem`` for a time that is said to lie before the case's last event, unless the command is done already.
    private func checkOrder(_ body: JSONObject, of command: CommandID, on id: CaseID) async throws {
        guard body.value("occurred") != nil, let state = try await self.views.find(id.text) else { return }
        let occurred = try body.occurred(now: self.clock.now())
        guard occurred < state.touched, try await !self.views.isDone(command, on: id) else { return }
        throw Problem(
            .unprocessableContent, "out_of_order",
            "expected 'occurred' not to lie before the case's last event at \(state.touched) but found \(occurred)",
            field: "occurred")
    }

    /// The request with the cases it signals to named by id; one out of sight is as if it did not exist.
    private func named(
        _ request: TakeAction, of command: CommandID, on id: CaseID, seenBy account: String?
    ) async throws -> TakeAction {
        do {
            return try await self.views.naming(targetsOf: request, sentAs: command, on: id, self.catalog()) {
                self.finder.sees($0, account)
            }
        } catch let rejection as Rejection {
            throw Problem(rejection)
        }
    }

    private func draft(
        _ request: CommandRequest, as command: CommandID, on id: CaseID, by actor: Actor, sender: String?,
        _ body: JSONObject, expected: Int? = nil
    ) throws -> CommandDraft {
        let command = Command(
            id: command, case: id, actor: actor,
            channel: try body.optionalText("channel") ?? "api",
            occurred: try body.occurred(now: self.clock.now()), expected: expected, request: request)
        return CommandDraft(command, subject: try body.optionalText("subject"), sender: sender)
    }

    /// - Throws: ``Problem`` for a refusal, ``GatewayError`` when there is no answer.
    func submit(_ draft: CommandDraft, _ key: IdempotencyKey?) async throws -> Outcome {
        guard let outcome = try await self.gateway.submit([draft]).first else {
            throw GatewayError(.noAnswer, "expected an outcome for the command but found none")
        }
        guard let rejection = outcome.rejection else { return outcome }
        var problem = Problem(
            rejection.code == .commandReused ? key?.reused ?? rejection : rejection.quoting(draft.command.request))
        problem.headers[.idempotentReplayed] = outcome.replayed
        throw problem
    }
}

/// The answer to an opening.
private struct OpenedCase: Encodable {
    let `case`: CaseID
    let reference: String
    let seq: Int
}

/// The answer to an action.
private struct DoneAction: Encodable {
    let `case`: CaseID
    let seq: Int
    let events: Int
}

extension Outcome {
    /// What the head of an answer tells of it.
    fileprivate var headers: HTTPFields {
        var headers = HTTPFields()
        headers[.eTag] = EntityTag.make(self.seq)
        headers[.idempotentReplayed] = self.replayed
        return headers
    }

    /// `true` for the first answer given once more; a reused key gets an answer of its own each time.
    fileprivate var replayed: String? {
        self.repeated && self.rejection?.code != .commandReused ? "true" : nil
    }
}
