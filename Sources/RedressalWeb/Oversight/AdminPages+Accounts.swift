import HTTPTypes
import Hummingbird
import Redressal

extension AdminPages {
    /// `GET /console/admin/accounts`: the accounts that are theirs to keep, and a form for another.
    func accounts(_ request: Request, _ who: Administrator) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        return try await self.list(request, who)
    }

    /// `POST /console/admin/accounts`: makes one; its password is shown once.
    func addAccount(_ request: Request, _ who: Administrator) async throws -> Response {
        let body = try await request.form()
        let name = body.text("account") ?? ""
        let kind: Identity.Kind = body.text("kind") == Identity.Kind.service.rawValue ? .service : .person
        do {
            let password = try await self.door.add(name, kind: kind, by: who.identity, who.reach)
            return try self.handOver(password, of: name, to: request, who)
        } catch let problem as Problem where problem.code == "account_refused" {
            return try await self.list(request, who, fault: problem)
        }
    }

    /// `GET /console/admin/accounts/{account}`: how it signs in, which posts it holds, and what can be done.
    func account(_ request: Request, named name: String, _ who: Administrator) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let account = try await self.door.account(name, of: who.reach)
        let speech = self.desk.painter.speech(for: request)
        return try self.show("account", title: name, self.values(of: account, who, speech), to: request, who)
    }

    /// `POST /console/admin/accounts/{account}/{change}`.
    func change(
        _ request: Request, _ name: String, _ change: String, _ who: Administrator
    ) async throws -> Response {
        guard let change = AccountChange(rawValue: change) else { throw HTTPError(.notFound) }
        _ = try await request.form()
        let secret = try await self.door.change(name, change, by: who.identity, who.reach)
        guard secret != nil else { return PageResponse.seeOther("/console/admin/accounts/\(name)") }
        return try self.handOver(secret, of: name, to: request, who)
    }

    private func list(_ request: Request, _ who: Administrator, fault: Problem? = nil) async throws -> Response {
        let accounts = try await self.door.accounts(of: who.reach)
        let speech = self.desk.painter.speech(for: request)
        let known = Set(accounts.map(\.name))
        var values: [String: any Sendable] = [
            "accounts": accounts.map { self.values(of: $0, who, speech) }, "count": accounts.count,
            "missing": who.reach.people.filter { !known.contains($0) }.map { ["value": $0] },
        ]
        if let fault { values["fault"] = fault.detail ?? fault.title }
        return try self.show("accounts", values, to: request, who, status: fault?.status ?? .ok)
    }

    private func values(of account: Account, _ who: Administrator, _ speech: Speech) -> [String: any Sendable] {
        let posts = who.catalog.org.posts(of: account.name, at: who.now)
        var values: [String: any Sendable] = [
            "name": account.name, "kind": speech("admin.accounts.\(account.kind.rawValue)"),
            "isPerson": account.kind == .person, "hasCode": account.hasCode, "wantsCode": account.wantsCode,
            "mayDropCode": account.hasCode || account.wantsCode, "isClosed": account.closed != nil,
            "isOwn": who.reach.isOwn(account.name), "accesses": account.accesses,
            "posts": posts.map(\.id).joined(separator: ", "),
            "roles": who.catalog.org.roles(of: account.name, at: who.now).map { speech.role($0) }
                .joined(separator: ", "),
        ]
        if let closed = account.closed { values["closed"] = who.clock(speech).text(closed) }
        return values
    }

    /// What has to be handed over, on a page that is shown once.
    private func handOver(
        _ secret: String?, of name: String, to request: Request, _ who: Administrator
    ) throws -> Response {
        var values: [String: any Sendable] = ["name": name]
        if let secret { values["secret"] = secret }
        return try self.show("handover", values, to: request, who)
    }
}
