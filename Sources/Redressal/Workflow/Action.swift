/// Something that may be done to a case in some of its states, by whom, and what it changes.
///
/// Several actions may share a name when they start from different states or have guards that exclude each other.
package struct Action: Hashable, Sendable {
    /// The `do`; what a command asks for.
    package let name: ActionName
    /// For people; the name is shown where there is none.
    package let title: String?
    /// The states it may be done in; `any_open` is already spelt out.
    package let from: [StateName]
    package let to: Destination
    /// Who may do it.
    package let by: [Role]
    /// What must hold; nil when nothing need.
    package let guardRule: Guard?
    /// The fields a command may set, in the order of the file.
    package let fields: [FieldUse]
    /// The event's name in the past tense, such as `ResolutionProposed`.
    package let emit: String
    package let effects: Effects
    /// Whether the system takes this action when the stage's clock runs out (`timer: sla`).
    package let timer: Bool
    /// Actions whose last doer may not do this one: nobody approves their own resolution.
    package let notSamePersonAs: [ActionName]
    /// Actions for which doing this one counts as the second approval.
    package let approves: [ActionName]
    /// Whether it is seldom done, or grave: pages fold it away.
    package let isRare: Bool
    /// When it has to be done at the latest; nil where it never has.
    package let owed: Owed?

    package init(
        name: ActionName, title: String? = nil, from: [StateName], to: Destination, by: [Role],
        guardRule: Guard? = nil, fields: [FieldUse] = [], emit: String, effects: Effects = Effects(),
        timer: Bool = false, notSamePersonAs: [ActionName] = [], approves: [ActionName] = [],
        isRare: Bool = false, owed: Owed? = nil
    ) {
        self.name = name
        self.title = title
        self.from = from
        self.to = to
        self.by = by
        self.guardRule = guardRule
        self.fields = fields
        self.emit = emit
        self.effects = effects
        self.timer = timer
        self.notSamePersonAs = notSamePersonAs
        self.approves = approves
        self.isRare = isRare
        self.owed = owed
    }
}
