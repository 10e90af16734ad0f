/// A place in a list of cases: right after one of them.
///
/// Lists go by what is due first, what has no deadline last; of two that are due at once the one that was opened earlier
/// comes first. A case that moves in the list while somebody turns its pages may be seen twice or not at all.
package struct CaseCursor: Hashable, Sendable {
    /// The earliest deadline of its running clocks; nil when none runs.
    package let due: Instant?
    package let opened: Instant
    package let id: CaseID

    package init(due: Instant?, opened: Instant, id: CaseID) {
        self.due = due
        self.opened = opened
        self.id = id
    }

    /// Right after a line.
    package init(after line: CaseListing) { self.init(due: line.due, opened: line.opened, id: line.id) }
}

extension CaseCursor: Comparable {
    package static func < (left: CaseCursor, right: CaseCursor) -> Bool {
        let (leftDue, rightDue) = (left.due?.milliseconds ?? .max, right.due?.milliseconds ?? .max)
        return (leftDue, left.opened, left.id) < (rightDue, right.opened, right.id)
    }
}
