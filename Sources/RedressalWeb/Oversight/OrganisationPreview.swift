import Redressal

/// What a change of who is away, or who sits where, would do, in words.
struct OrganisationPreview {
    private let draft: OrganisationDoor.Draft
    private let org: OrgDirectory
    private let speech: Speech
    private let clock: OfficeClock

    init(_ draft: OrganisationDoor.Draft, _ org: OrgDirectory, _ speech: Speech, _ clock: OfficeClock) {
        self.draft = draft
        self.org = org
        self.speech = speech
        self.clock = clock
    }

    var values: [String: any Sendable] {
        let (plan, seats, notes) =
            switch self.draft.change {
            case .away(let user, let first, let last, let deputy): self.away(user, first, last, deputy)
            case .back(let user, let from, let day): self.back(user, from, on: day)
            case .seat(let post, let user, let day): self.seat(post, user, from: day)
            }
        return [
            "hasPreview": true, "plan": plan, "seats": seats.map { self.line($0) }, "hasSeats": !seats.isEmpty,
            "notes": notes.map { ["value": $0] }, "version": "\(self.draft.old.programme.version)",
            "then": self.say(
                "changes.then",
                ["programme": self.draft.next.name, "version": "\(self.draft.next.version)"]),
        ]
    }

    private typealias Words = (plan: String, seats: [Post], notes: [String])

    private func away(_ user: String, _ first: CivilDate, _ last: CivilDate?, _ deputy: String?) -> Words {
        let posts = self.org.ownPosts(of: user, at: self.draft.start)
        var names = ["user": user, "first": self.clock.text(first), "deputy": deputy ?? ""]
        names["last"] = last.map { self.clock.text($0) }
        let plan = self.say(last == nil ? "absence.plan_open" : "absence.plan", names)
        var notes = [
            self.say(
                posts.isEmpty ? "absence.no_posts" : deputy == nil ? "absence.nobody" : "absence.deputy_sits", names)
        ]
        if deputy != nil { notes.append(self.say("absence.conflict", names)) }
        let end = last.map { self.draft.old.zone.start(of: $0.adding(days: 1)) }
        let others = self.org.absences(after: self.draft.start)
            .filter { absence in absence.deputy == user && (end.map { absence.from < $0 } ?? true) }
        notes += others.map { self.say("absence.stands_in", ["user": user, "other": $0.user]) }
        return (plan, posts, notes)
    }

    private func back(_ user: String, _ from: Instant, on day: CivilDate) -> Words {
        let never = self.draft.start <= from
        let isToday = self.draft.start == self.draft.next.published
        let key = never ? "plan_never" : isToday ? "plan_now" : "plan"
        let plan = self.say("return.\(key)", ["user": user, "day": self.clock.text(day)])
        let posts = self.org.ownPosts(of: user, at: self.draft.start)
        return (plan, posts, posts.isEmpty ? [] : [self.say("return.sits", ["user": user])])
    }

    private func seat(_ id: String, _ user: String?, from day: CivilDate) -> Words {
        let post = self.org.post(id)
        let now = self.draft.next.published
        var names = ["post": id, "user": user ?? "", "day": self.clock.text(day)]
        var notes: [String] = []
        if let holder = self.org.holder(of: id, at: now) {
            names["holder"] = holder
            notes.append(self.say("seat.leaves", names))
        }
        let planned = self.draft.old.programme.holdings.filter {
            $0.post == id && $0.from.map { $0 >= self.draft.start } ?? false
        }
        notes += planned.map { self.say("seat.dropped", ["other": $0.user]) }
        guard user == nil else {
            return (self.say("seat.plan", names), [post].compactMap(\.self), notes)
        }
        let others = post.map { self.others(beside: $0) } ?? []
        notes.append(self.say(others.isEmpty ? "seat.nobody" : "seat.others", names))
        let missing = (post?.roles ?? []).filter { role in !others.contains { $0.roles.contains(role) } }
        if !others.isEmpty, !missing.isEmpty {
            notes.append(
                self.say("seat.missing", ["roles": missing.map { self.speech.role($0) }.joined(separator: ", ")]))
        }
        return (self.say("seat.plan_vacant", names), others, notes)
    }

    /// Who else has a post's roles for its office, and sits there.
    private func others(beside post: Post) -> [Post] {
        self.org.allPosts.filter { other in
            other.id != post.id && !Set(other.roles).isDisjoint(with: post.roles)
                && self.org.reaches(post.office, other)
                && self.org.holder(of: other.id, at: self.draft.start) != nil
        }
    }

    private func line(_ post: Post) -> [String: any Sendable] {
        let now = self.draft.next.published
        return [
            "post": post.id, "office": post.covers.map { self.org.office($0)?.name ?? $0 }.joined(separator: ", "),
            "roles": post.roles.map { self.speech.role($0) }.joined(separator: ", "),
            "holder": self.org.holder(of: post.id, at: now) ?? "–",
        ]
    }

    private func say(_ key: String, _ names: [String: String]) -> String {
        self.speech("admin.\(key)", names)
    }
}
