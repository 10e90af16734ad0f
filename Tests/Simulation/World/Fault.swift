/// What goes wrong in a simulated world.
enum Fault: String, CaseIterable, Sendable {
    /// A process dies at any step, and another is started in its place after a while.
    case crash
    /// A process stands still while others take over from it, and then goes on as if nothing had happened.
    case freeze
    /// Partitions are taken from a process in the middle of its work.
    case move
    /// Nobody can tell whether a commit happened: it did, or it did not.
    case unknownCommit
    /// A commit whose outcome is unknown happens later, unless its owner was fenced by then.
    case lateCommit
    /// What a former owner could not commit is in the log all the same, in parts, after the next owner announced itself.
    case staleWrite
    /// The log's disk is full for a moment, or the log is away.
    case failedCommit
    /// An append fails, or nobody can tell whether it happened.
    case append
    /// A command is in the log twice.
    case duplicate
    /// A transaction of the read models fails, or nobody can tell whether it happened.
    case database
    /// The database is away for a while.
    case restart
    /// The machines' clocks jump, forward and back.
    case clock
    /// A record of somebody else is in the events topic: garbage, or a tombstone.
    case poison
}
