import HTTPTypes
import Hummingbird
import Redressal

/// Who is away and who sits where, changed on pages: each form shows what it would do before it is sent.
extension AdminPages {
    func addChanges(to router: some RouterMethods<WebContext>) {
        router.route(
            "console/admin/absences",
            [
                .get: self.handler(.view) { request, _, who in try await self.absences(request, who) },
                .post: self.handler(.command) { request, _, who in
                    try await self.publish(request, who) { .absence($0) }
                },
            ])
        self.page(router, "console/admin/absences/new") { request, _, who in
            let query = try Query(request, allowing: OrganisationForm.absenceFields + ["lang"])
            return try await self.show(.absence { query.text($0) }, request, who)
        }
        router.route(
            "console/admin/absences/end",
            [
                .get: self.handler(.view) { request, _, who in
                    let query = try Query(request, allowing: OrganisationForm.returnFields + ["lang"])
                    return try await self.show(.back { query.text($0) }, request, who)
                },
                .post: self.handler(.command) { request, _, who in try await self.publish(request, who) { .back($0) } },
            ])
        router.route(
            "console/admin/posts/:post",
            [
                .get: self.handler(.view) { request, context, who in
                    let post = try self.post(context, who)
                    let query = try Query(request, allowing: OrganisationForm.seatFields + ["lang"])
                    return try await self.show(.seat(post) { query.text($0) }, request, who)
                },
                .post: self.handler(.command) { request, context, who in
                    let post = try self.post(context, who)
                    return try await self.publish(request, who) { .seat(post, $0) }
                },
            ])
    }

    /// A post of which they may say who sits in it; another is told of as one that is not there.
    private func post(_ context: WebContext, _ who: Administrator) throws -> Post {
        guard let post = who.catalog.org.post(try context.parameters.require("post")), who.reach.covers(post) else {
            throw HTTPError(.notFound)
        }
        return post
    }

    /// The form, and what it would do as far as it is filled in.
    private func show(
        _ form: OrganisationForm, _ request: Request, _ who: Administrator, fault: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let speech = self.desk.painter.speech(for: request)
        var (values, status) = (form.values, status)
        let people = who.reach.people.filter { !who.reach.isOwn($0) }
        if people.count <= Self.mostPeople { values["people"] = people.map { ["value": $0] } }
        if let fault { values["fault"] = speech("admin.changes.\(fault)") }
        if let change = form.change {
            do {
                let draft = try await self.organisation.draft(change, by: who)
                values.merge(OrganisationPreview(draft, who.catalog.org, speech, who.clock(speech)).values) { $1 }
            } catch let refusal as OrganisationRefusal {
                values["fault"] = speech("admin.changes.refusals.\(refusal.rawValue)")
                status = .unprocessableContent
            }
        } else if form.isBegun {
            values["fault"] = speech("admin.changes.missing")
            status = .unprocessableContent
        }
        return try self.show(form.name, values, to: request, who, status: status)
    }

    /// Publishes what a form says, on the version on which its preview was looked at.
    private func publish(
        _ request: Request, _ who: Administrator, _ read: ((String) -> String?) -> OrganisationForm
    ) async throws -> Response {
        let body = try await request.form()
        let form = read { body.text($0) }
        guard let change = form.change else {
            return try await self.show(form, request, who, fault: "missing", status: .unprocessableContent)
        }
        do {
            let draft = try await self.organisation.draft(change, by: who)
            let version = body.text("version").flatMap { Int($0) }
            guard try await self.organisation.publish(draft, seenOn: version, by: who.identity) else {
                return try await self.show(form, request, who, fault: "taken", status: .conflict)
            }
        } catch OrganisationRefusal.unchanged {
            // Sent twice: it is done.
        } catch is OrganisationRefusal {
            return try await self.show(form, request, who)
        }
        return PageResponse.seeOther(form.home)
    }

    /// More are not offered to choose from, for the page's weight; they can be typed.
    private static let mostPeople = 300
}
