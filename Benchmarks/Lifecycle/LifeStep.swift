/// What happens to one complaint over HTTP, in this order: seven commands, and two looks that its people take meanwhile.
enum LifeStep: String, CaseIterable, Sendable {
    case create
    case acknowledge
    /// The triage officer's queue, the first fifty cases.
    case inbox
    case assign
    case accept
    case resolve
    case approve
    /// Open cases that have a word which one in a thousand has.
    case search
    case confirm
}
