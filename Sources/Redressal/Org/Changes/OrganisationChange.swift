/// What an administrator changes of who is away and who sits where; days are those of the programme's zone.
///
/// Nothing begins before it is entered: what begins today begins at that moment.
package enum OrganisationChange: Hashable, Sendable {
    /// Somebody is away from the first to the last day, both included, and somebody may stand in for them.
    ///
    /// Without a last day nobody knows when they are back, and nobody stands in.
    case away(user: String, first: CivilDate, last: CivilDate?, deputy: String?)
    /// Somebody is back on a day, before the absence that begins at an instant is over.
    case back(user: String, from: Instant, on: CivilDate)
    /// From a day on somebody sits in a post, or nobody.
    case seat(post: String, user: String?, on: CivilDate)

    /// The accounts that it is about, without whoever sat in a post before.
    package var users: [String] {
        switch self {
        case .away(let user, _, _, let deputy): [user, deputy].compactMap(\.self)
        case .back(let user, _, _): [user]
        case .seat(_, let user, _): [user].compactMap(\.self)
        }
    }

    /// The day from which it counts.
    package var day: CivilDate {
        switch self {
        case .away(_, let day, _, _), .back(_, _, let day), .seat(_, _, let day): day
        }
    }
}
