import HTTPTypes
import Hummingbird
import Redressal

extension CaseRoutes {
    /// What for the personal fields are asked to be open; nil when `personal=true` does not ask for it.
    ///
    /// - Throws: ``Problem`` for a purpose that is no word.
    func purpose(_ query: Query) throws(Problem) -> String? {
        let purpose = query.text("purpose") ?? "handling"
        // Kept for ever: a word for a reason, and not a sentence about somebody.
        guard Programme.isID(purpose) else {
            throw Problem.malformed(
                "expected a word of lower-case letters, digits, '-' and '_' in 'purpose' but found \(purpose.quoted)",
                field: "purpose")
        }
        return try query.flag("personal") == true ? purpose : nil
    }

    /// The case with its personal fields open, where they are asked for.
    ///
    /// - Throws: ``Problem`` for who has not signed in; ``PersonalDataRefusal``; ``LogError`` when it cannot be written down, and
    ///   then nothing is shown.
    func opened(_ state: CaseState, for purpose: String?, to identity: Identity?) async throws -> CaseState {
        guard let purpose else { return state }
        guard let identity, let personal else { throw Problem.notSignedIn }
        return try await personal.opened(state, for: Reader(identity), purpose: purpose)
    }
}
