/// What goes wrong in a ``MemoryLog`` when a test wants it to.
package enum MemoryLogFault: Hashable, Sendable {
    /// Nobody can tell whether it happened; it did not.
    case unknownAndNotDone
    /// Nobody can tell whether it happened; it did.
    case unknownAndDone
    /// Somebody else took the partition just before; nothing happens.
    case fenced
    /// The log cannot be reached; nothing happens.
    case unavailable
}

/// The calls that a ``MemoryLogFault`` can spoil.
package enum MemoryLogCall: Hashable, Sendable {
    /// A commit of one partition's owner.
    case commit(partition: Int)
    /// An append without an owner.
    case append
}
