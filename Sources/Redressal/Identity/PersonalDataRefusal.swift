/// Why somebody may not read a case's personal fields.
package struct PersonalDataRefusal: Error, Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// A program files for people, and reads for nobody.
        case service
        /// Auditors and administrators see what was done, and not to whom.
        case oversight
        /// They do not see the case at all.
        case unseen
        /// None of their posts acts in such cases.
        case bystander
    }

    package let `case`: CaseID
    package let reason: Reason

    package init(_ id: CaseID, _ reason: Reason) {
        self.case = id
        self.reason = reason
    }
}

extension PersonalDataRefusal: CustomStringConvertible {
    package var description: String {
        let expected = "expected a post that acts in such cases, whoever holds the case, or its party but found "
        return switch self.reason {
        case .service: expected + "a service"
        case .oversight: expected + "an auditor or an administrator"
        case .unseen, .bystander: expected + "somebody else"
        }
    }
}
