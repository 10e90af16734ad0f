import Hummingbird
import Redressal

extension PublicRoutes {
    /// Stands for whoever files without an account.
    static let account = "public"

    /// Where something can be filed: an office, and a kind of case that it takes.
    struct Counter: Sendable {
        let workflow: WorkflowDefinition
        let office: Office
    }

    /// All counters, in the order of the offices' names.
    func counters(_ speech: Speech) -> [Counter] {
        let catalog = self.desk.catalog()
        let offices = catalog.org.officeIDs.compactMap { catalog.org.office($0) }.sorted { $0.name < $1.name }
        return offices.flatMap { office in
            office.takes.compactMap { catalog.workflow(named: $0) }.filter { $0.portal != nil }
                .map { Counter(workflow: $0, office: office) }
        }
    }

    /// `GET /file`: the form, after a choice where there are several counters.
    func filingForm(_ request: Request) throws -> Response {
        let speech = self.speech(for: request)
        let counters = self.counters(speech)
        let asked = try Query(request, allowing: ["office", "workflow", "lang"])
        let counter =
            counters.count == 1
            ? counters[0] : self.counter(asked.text("workflow"), asked.text("office"), among: counters)
        guard let counter else { return try self.choice(of: counters, request, speech) }
        let form = FilingForm(counter, self.desk.catalog(), speech, at: self.desk.clock.now())
        return try self.show(form, to: request, speech)
    }

    /// `POST /file`: opens a case for whoever asks, without asking who they are.
    func file(_ request: Request) async throws -> Response {
        try CrossOrigin.check(request)
        let body = try await request.form(keepingFilesAt: self.desk.attachments) { body in
            Citizen.account(in: try IdempotencyKey(form: body.text("key")).caseID(for: Self.account))
        }
        let key = try IdempotencyKey(form: body.text("key"))
        let speech = self.speech(for: request)
        guard let counter = self.counter(body.text("workflow"), body.text("office"), among: self.counters(speech))
        else {
            throw HTTPError(.notFound)
        }
        let now = self.desk.clock.now()
        var form = FilingForm(counter, self.desk.catalog(), speech, at: now)
        if let command = form.read(body, key, at: now) {
            let visit = self.door.cookie(CaseVisit(to: command.case, at: now), at: now)
            do {
                _ = try await self.desk.submit(command, subject: command.actor.user)
                return PageResponse.seeOther("/receipt", cookie: visit)
            } catch let rejection as Rejection where rejection.code == .commandReused {
                // Sent once more, changed or with its files anew: the first one counted, and they are told so.
                return PageResponse.seeOther("/receipt?again=true", cookie: visit)
            } catch let rejection as Rejection {
                form.blame(rejection, speech)
            }
        }
        return try self.show(form, to: request, speech, .unprocessableContent)
    }

    private func counter(_ workflow: String?, _ office: String?, among counters: [Counter]) -> Counter? {
        counters.first { $0.workflow.name == workflow && $0.office.id == office }
    }

    private func show(
        _ form: FilingForm, to request: Request, _ speech: Speech, _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var page = Page("public.file", title: speech("file.title"), form.values(key: self.desk.ids(), speech))
        page.status = status
        return try self.desk.painter.response(page, to: request)
    }

    private func choice(of counters: [Counter], _ request: Request, _ speech: Speech) throws -> Response {
        let page = Page(
            "public.counters", title: speech("file.title"),
            [
                "isEmpty": counters.isEmpty,
                "counters": counters.map { counter -> [String: any Sendable] in
                    [
                        "address": "/file?workflow=\(counter.workflow.name)&office=\(counter.office.id)",
                        "name": "\(speech.workflow(counter.workflow)): \(counter.office.name)",
                    ]
                },
            ])
        return try self.desk.painter.response(page, to: request)
    }
}
