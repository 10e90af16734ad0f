/// A deliberate bug in what the simulated log and database promise, to show that the checks would find it.
///
/// It is in the simulation's own ports: the code that ships has no switches.
enum Sabotage: String, CaseIterable, Sendable {
    /// A former owner can still commit.
    case skipFence = "skip-fence"
    /// Of a commit that failed, the outcomes and the position are in the log all the same.
    case loseEvents = "lose-events"
    /// The rows are written by whoever comes, whatever was written before.
    case ignoreClaim = "ignore-claim"
    /// When a transaction of the read models fails, the position has moved all the same.
    case positionBeforeRows = "position-before-rows"
    /// A timer that was sent once is never given again.
    case sendTimersOnce = "send-timers-once"
    /// Only timers that became due lately are given.
    case newestTimersOnly = "newest-timers-only"
    /// An engine that takes over does not see the last events.
    case recoverShort = "recover-short"
    /// An engine that takes over does not see what was refused.
    case forgetRefusals = "forget-refusals"
    /// An engine is told that the read models hold one event more than they do.
    case snapshotsAhead = "snapshots-ahead"
    /// An engine is given cases as they stood before they were written last.
    case formerSnapshots = "former-snapshots"
    /// An engine is given cases without what their commands were answered.
    case forgetAnswers = "forget-answers"
    /// Answers that are said to be kept are not.
    case loseKeptAnswers = "lose-kept-answers"
    /// A reader of events passes over a record now and then.
    case skipRecord = "skip-record"
    /// Workers do not see who took a partition over, and so accept what a former owner wrote.
    case dropAcceptance = "drop-acceptance"

    /// Whether a fault shows the harm that the bug does, and not only that something was not seen.
    func isShown(by fault: String) -> Bool {
        switch self {
        // A worker that sees no owners has other epochs and voids at once; the harm is a row of an event that counts for nothing.
        case .dropAcceptance: fault.hasPrefix("case_")
        default: true
        }
    }
}
