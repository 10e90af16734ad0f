import Redressal

/// A form in which an administrator says who is away, who is back, or who sits in a post, as far as it is filled in.
struct OrganisationForm: Sendable {
    /// The template's name, which its words have too.
    let name: String
    /// The page on which it is seen afterwards.
    let home: String
    /// Nil until it is filled in.
    let change: OrganisationChange?
    /// Whether anything was said yet.
    let isBegun: Bool
    let values: [String: any Sendable]

    static let absenceFields = ["user", "first", "last", "deputy"]
    static let returnFields = ["user", "from", "day"]
    static let seatFields = ["user", "day", "vacant"]

    private typealias Typed = (String) -> String?

    private init(
        _ name: String, home: String, _ change: OrganisationChange?, _ fields: [String], isBegun: Bool, _ typed: Typed,
        _ more: [String: any Sendable] = [:]
    ) {
        self.name = name
        self.home = home
        self.change = change
        self.isBegun = isBegun
        self.values = more.merging(fields.map { ($0, (typed($0) ?? "") as any Sendable) }) { $1 }
    }

    /// Who is away from when to when.
    static func absence(_ typed: (String) -> String?) -> OrganisationForm {
        var change: OrganisationChange?
        let last = typed("last").map { CivilDate($0) }
        // A last day that is none is no missing one.
        if let user = typed("user"), let first = typed("first").flatMap({ CivilDate($0) }), last != .some(nil) {
            change = .away(user: user, first: first, last: last ?? nil, deputy: typed("deputy"))
        }
        return OrganisationForm(
            "absence", home: "/console/admin/absences", change, Self.absenceFields, isBegun: typed("user") != nil, typed
        )
    }

    /// Who is back sooner.
    static func back(_ typed: (String) -> String?) -> OrganisationForm {
        var change: OrganisationChange?
        if let user = typed("user"), let from = typed("from").flatMap({ Instant($0) }),
            let day = typed("day").flatMap({ CivilDate($0) })
        {
            change = .back(user: user, from: from, on: day)
        }
        return OrganisationForm(
            "return", home: "/console/admin/absences", change, Self.returnFields, isBegun: typed("day") != nil, typed)
    }

    /// Who sits in a post from when on.
    static func seat(_ post: Post, _ typed: (String) -> String?) -> OrganisationForm {
        var change: OrganisationChange?
        let isVacant = typed("vacant") == "yes"
        // Nobody is to sit there only where somebody says so.
        if let day = typed("day").flatMap({ CivilDate($0) }), isVacant != (typed("user") != nil) {
            change = .seat(post: post.id, user: typed("user"), on: day)
        }
        return OrganisationForm(
            "seat", home: "/console/admin/posts", change, Self.seatFields, isBegun: typed("day") != nil, typed,
            ["post": post.id, "isVacant": isVacant])
    }
}
