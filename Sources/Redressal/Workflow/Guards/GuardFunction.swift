/// The functions of guards.
package enum GuardFunction: String, Hashable, Sendable, CaseIterable {
    /// `has(field)`: the field is filled in; the only use of a personal field.
    case has
    /// `size(x)`: the length of a string in characters, or of a list.
    case size
    /// `count(Event)` or `count(action)`: how often that has happened in the case.
    case count
    /// `within(instant, 30d)`: no more than that long has passed since.
    case within
    /// `actor_is_not(handler)`: the acting person is not who acted in that role, or whom that field names.
    case actorIsNot = "actor_is_not"
    /// `second_approval(role)`: someone else in that role has approved since the case came to this state.
    case secondApproval = "second_approval"
    /// `in_state(relation, state, …)`: a linked case stands in one of the states.
    case inState = "in_state"
    /// `between(n, a, b)`: a ≤ n ≤ b.
    case between
    /// `includes(list, value)`: the list field holds the value.
    case includes
    /// `quorum(list)`: the list field has as many different members as its `quorum` says.
    case quorum
    /// `has_authority(post)`: the post may act at the case's office.
    case hasAuthority = "has_authority"
    /// `trained(actor, course)`: the acting person has passed the course.
    case trained
}
