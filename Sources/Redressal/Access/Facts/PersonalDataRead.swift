/// Somebody was shown personal fields; written before they were shown.
package struct PersonalDataRead: Hashable, Sendable, Codable {
    package let `case`: CaseID
    package let workflow: String
    /// The names of the fields that were opened, in their order.
    package let fields: [String]
    /// What for, as a word such as `handling`.
    package let purpose: String
    /// As what they may.
    package let standing: PersonalStanding.Name

    package init(
        case id: CaseID, workflow: String, fields: [String], purpose: String, standing: PersonalStanding.Name
    ) {
        self.case = id
        self.workflow = workflow
        self.fields = fields
        self.purpose = purpose
        self.standing = standing
    }
}
