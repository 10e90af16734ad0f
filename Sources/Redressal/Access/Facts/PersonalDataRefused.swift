/// Somebody asked for personal fields that are not theirs to read.
package struct PersonalDataRefused: Hashable, Sendable, Codable {
    package let `case`: CaseID
    package let purpose: String
    package let reason: PersonalDataRefusal.Reason

    package init(case id: CaseID, purpose: String, reason: PersonalDataRefusal.Reason) {
        self.case = id
        self.purpose = purpose
        self.reason = reason
    }
}
