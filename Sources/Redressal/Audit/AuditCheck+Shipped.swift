extension AuditCheck {
    /// The checks there are, in the order in which they are shown.
    package static let all = [
        AuditCheck(
            "self-approved", "Resolutions approved by whoever proposed them",
            "The resolution was approved by the same account that had proposed it. The engine refuses that: there should be none.",
            .samePerson(did: "ResolutionApproved", after: "ResolutionProposed", workflow: "complaint")),
        AuditCheck(
            "closed-without-reply", "Closures without a reply",
            "The complaint is closed as confirmed or as unanswered by whoever complained, and no resolution was ever approved for it.",
            .closedWithout(
                steps: ["ResolutionApproved"], states: ["closed_confirmed", "closed_unconfirmed"],
                workflow: "complaint")),
        AuditCheck(
            "rejected-alone", "Rejections without a second approval",
            "The complaint is closed as rejected, and no supervisor ever approved a rejection of it.",
            .closedWithout(steps: ["RejectionApproved"], states: ["closed_rejected"], workflow: "complaint")),
        AuditCheck(
            "unacknowledged", "Escalations never acknowledged",
            "A duty stood for longer than a working day of the case's office, and whoever had it never acknowledged it.",
            .unacknowledged(after: TimeSpan(1, .businessDays))),
        AuditCheck(
            "orphans", "Orphans older than a working day",
            "The case is overdue, and for longer than a working day of its office no post could take it.",
            .orphaned(longerThan: TimeSpan(1, .businessDays))),
        AuditCheck(
            "too-many-questions", "Cases past the cap of questions",
            "Whoever complained was asked for information more than twice.",
            .moreThan(2, of: "InfoRequested", workflow: "complaint")),
        AuditCheck(
            "no-acknowledgement", "Complaints never acknowledged",
            "The complaint is open for longer than two working days of its office, and its receipt was never acknowledged.",
            .openWithout(step: "ComplaintAcknowledged", after: TimeSpan(2, .businessDays), workflow: "complaint")),
    ]

    /// The check of a name; nil when there is none.
    package static func named(_ id: String) -> AuditCheck? { self.all.first { $0.id == id } }
}
