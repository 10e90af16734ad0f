/// Why who is away, or who sits where, is not changed.
package enum OrganisationRefusal: String, Error, Hashable, Sendable, CaseIterable {
    /// No published programme names the person.
    case unknownPerson = "unknown_person"
    /// The programme that the person is in does not name who stands in for them, or who is to sit in a post of it.
    case otherProgramme = "other_programme"
    case unknownPost = "unknown_post"
    /// The day is over.
    case past
    case endBeforeBegin = "end_before_begin"
    /// Somebody stands in, and nobody knows until when.
    case deputyWithoutEnd = "deputy_without_end"
    case ownDeputy = "own_deputy"
    /// Another absence of the same days is entered.
    case alreadyAway = "already_away"
    /// Whoever is to stand in is away on some of the days.
    case deputyAway = "deputy_away"
    /// One seat watches over others and the other acts in cases: whoever has both acts in none.
    case oversight
    /// The seat watches over others, keeps accounts or is a lane's: it is filled by the programme's file alone.
    case guarded
    /// It is so already.
    case unchanged
    /// The absence ends before that day.
    case overBefore = "over_before"
    /// The published text is written in a way in which no line can be changed.
    case notEditable = "not_editable"
}
