import Hummingbird
import Redressal

extension AdminPages {
    /// `GET /console/admin/posts`: every post, who sits in it, and who stands in for them.
    func posts(_ request: Request, _ who: Administrator) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let org = who.catalog.org
        let speech = self.desk.painter.speech(for: request)
        let theirs = Set(try await self.door.accounts(of: who.reach).map(\.name))
        let lines = org.allPosts.map { post -> [String: any Sendable] in
            let holder = org.holder(of: post.id, at: who.now)
            var line: [String: any Sendable] = [
                "post": post.id, "office": org.office(post.office)?.name ?? post.office,
                "roles": post.roles.map { speech.role($0) }.joined(separator: ", "), "isVacant": holder == nil,
            ]
            if post.covers != [post.office] {
                line["covers"] = post.covers.map { org.office($0)?.name ?? $0 }.joined(separator: ", ")
            }
            if let holder {
                line["holder"] = holder
                line["isTheirs"] = theirs.contains(holder)
                line["isAway"] = org.isAbsent(holder, at: who.now)
                if let acting = org.acting(for: holder, at: who.now), acting != holder { line["deputy"] = acting }
            }
            return line
        }
        return try self.show("posts", ["lines": lines, "count": lines.count], to: request, who)
    }

    /// `GET /console/admin/offices`: the tree of offices.
    func offices(_ request: Request, _ who: Administrator) throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let tree = OfficeTree(who.catalog.org)
        return try self.show(
            "offices", ["branches": tree.values, "count": who.catalog.org.officeIDs.count], to: request, who)
    }

    /// `GET /console/admin/absences`: who is away or will be, and who acts for them.
    func absences(_ request: Request, _ who: Administrator) throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let speech = self.desk.painter.speech(for: request)
        let clock = who.clock(speech)
        let lines = who.catalog.org.absences(after: who.now).map { absence -> [String: any Sendable] in
            [
                "user": absence.user, "from": clock.text(absence.from),
                "to": absence.to.map { clock.text($0) } ?? speech("admin.absences.open"),
                "deputy": absence.deputy ?? "–", "isNow": absence.from <= who.now,
            ]
        }
        return try self.show("absences", ["lines": lines, "isEmpty": lines.isEmpty], to: request, who)
    }
}
