/// The rule by which every reader accepts or voids an event, evaluated the same everywhere.
///
/// An event is accepted iff its epoch is not below the highest seen in the partition, its number is the case's next and
/// it names the case's last event by hash. Anything else is void: kept, counted, never applied. It makes a former
/// owner's write, a duplicate or a torn transaction harmless and visible (ADR 0002).
package struct Acceptance: Sendable {
    /// The highest epoch seen in the partition.
    package private(set) var epoch: Int64

    package init(epoch: Int64 = 0) { self.epoch = epoch }

    /// Takes note of a new owner.
    ///
    /// - Returns: Whether its epoch is above every one before; one that is not is void.
    package mutating func admit(_ ownership: OwnershipTaken) -> Bool {
        guard ownership.epoch > self.epoch else { return false }
        self.epoch = ownership.epoch
        return true
    }

    /// Takes note of the epoch of an accepted event.
    package mutating func see(_ epoch: Int64) { self.epoch = max(self.epoch, epoch) }

    /// - Parameters:
    ///   - seq: The case's last accepted number; zero for a new case.
    ///   - head: The hash of its last accepted event.
    /// - Returns: Why the event is void; nil when it is accepted.
    package func verdict(on record: EventRecord, seq: Int, head: EventHash) -> VoidReason? {
        if record.epoch < self.epoch { return .formerOwner }
        if record.seq <= seq { return .repeated }
        if record.seq != seq + 1 { return .gap }
        if record.prev != head { return .brokenChain }
        if seq == 0, record.event.kind != .caseOpened { return .notOpened }
        return nil
    }
}
