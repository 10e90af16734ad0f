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
            // Their own seat somebody else fills.
            line["mayChange"] = who.reach.covers(post) && holder.map { !who.reach.isOwn($0) } ?? true
            if let holder {
                line["holder"] = holder
                line["isTheirs"] = theirs.contains(holder)
                line["isAway"] = org.isAbsent(holder, at: who.now)
                if let acting = org.acting(for: holder, at: who.now), acting != holder { line["deputy"] = acting }
            }
            return line
        }
        let values: [String: any Sendable] = [
            "lines": lines, "count": lines.count, "published": try await self.published(who, speech),
        ]
        return try self.show("posts", values, to: request, who)
    }

    /// Who published what is in force, and when.
    private func published(_ who: Administrator, _ speech: Speech) async throws -> [[String: String]] {
        let clock = who.clock(speech)
        return try await self.organisation.book.programmes().map { programme in
            [
                "value": speech(
                    "admin.changes.published",
                    [
                        "programme": programme.name, "version": "\(programme.version)", "who": programme.by,
                        "when": clock.text(programme.published),
                    ])
            ]
        }
    }

    /// `GET /console/admin/offices`: the tree of offices.
    func offices(_ request: Request, _ who: Administrator) throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let tree = OfficeTree(who.catalog.org)
        return try self.show(
            "offices", ["branches": tree.values, "count": who.catalog.org.officeIDs.count], to: request, who)
    }

    /// `GET /console/admin/absences`: who is away or will be, and who acts for them.
    func absences(_ request: Request, _ who: Administrator) async throws -> Response {
        _ = try Query(request, allowing: ["lang"])
        let speech = self.desk.painter.speech(for: request)
        let clock = who.clock(speech)
        let lines = who.catalog.org.absences(after: who.now).map { absence -> [String: any Sendable] in
            [
                "user": absence.user, "from": clock.text(absence.from),
                "to": absence.to.map { clock.text($0) } ?? speech("admin.absences.open"),
                "deputy": absence.deputy ?? "–", "isNow": absence.from <= who.now, "begins": "\(absence.from)",
                "mayEnd": who.reach.covers(absence.user) && !who.reach.isOwn(absence.user),
            ]
        }
        let values: [String: any Sendable] = [
            "lines": lines, "isEmpty": lines.isEmpty, "published": try await self.published(who, speech),
        ]
        return try self.show("absences", values, to: request, who)
    }
}
