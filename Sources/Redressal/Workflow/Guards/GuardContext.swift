/// What a guard may know of the case, the actor and the moment.
///
/// Fields are the case's with the command's on top, so that `has(reason_code)` sees what the command brings.
package protocol GuardContext {
    var now: Instant { get }
    /// The day that it is by the case's calendar; nil while that is not known.
    var today: CivilDate? { get }
    var state: StateName { get }
    var stateSince: Instant { get }
    var openedAt: Instant { get }
    /// When the case last came to a final state; nil while it never has.
    var closedAt: Instant? { get }
    var actor: GuardActor { get }
    /// Whether the actor is the person complained about, or under or related to them.
    var hasConflict: Bool { get }

    /// The value of a field that is not personal; nil while it is empty.
    func value(of field: FieldName) -> GuardValue?
    /// Whether a field, personal or not, is filled in.
    func isFilled(_ field: FieldName) -> Bool
    /// How often an event of that `emit` name, or an action of that name, has happened in the case.
    func count(of eventOrAction: String) -> Int
    /// Whether the acting person is the one who acted in that role in this case.
    func actorHasActed(as role: Role) -> Bool
    /// Whether the acting person is, or holds the post, that the field names.
    func actorIsNamed(by field: FieldName) -> Bool
    /// Whether someone else in that role has done an action that `approves` this one since the case came to this state.
    func hasSecondApproval(by role: Role) -> Bool
    /// The states of the cases linked under a relation.
    func linkedStates(_ relation: String) -> [StateName]
    /// How many different members the list field needs; from `Field.quorum`.
    func quorum(of field: FieldName) -> Int
    /// Whether the post that the field names may act at the case's office.
    func hasAuthority(_ field: FieldName) -> Bool
    /// Whether the acting person has passed the course.
    func isTrained(in course: String) -> Bool
}
