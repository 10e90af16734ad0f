/// Somebody asked for the words of a case to be erased, approved it, or it was done (ADR 0026).
package struct ErasureOrdered: Hashable, Sendable, Codable {
    package enum Step: String, Hashable, Sendable, Codable, CaseIterable {
        case asked
        case approved
        /// The keys are gone.
        case done
    }

    package let `case`: CaseID
    /// The order's id.
    package let erasure: String
    package let step: Step
    /// Why, as a word.
    package let reason: String

    package init(_ erasure: Erasure, _ step: Step) {
        self.case = erasure.case
        self.erasure = erasure.id
        self.step = step
        self.reason = erasure.reason
    }
}
