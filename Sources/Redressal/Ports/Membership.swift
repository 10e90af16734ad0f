/// A member of a group that shares partitions out among its members.
package protocol Membership: Sendable {
    /// What this member was given or must give back, in order; ends when it has left.
    var changes: AsyncStream<MembershipChange> { get }

    /// Gives everything back and leaves, so that others take over at once.
    func leave() async
}

/// A change of what a member holds.
package enum MembershipChange: Sendable {
    case assigned([Int])
    /// The partitions are somebody else's as soon as `done` is called, or already when they were lost.
    case revoked([Int], done: @Sendable () -> Void)
}
