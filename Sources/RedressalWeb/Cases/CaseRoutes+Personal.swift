import HTTPTypes
import Hummingbird
import Redressal

extension CaseRoutes {
    /// The case with its personal fields open, when `personal=true` asks for it.
    ///
    /// - Throws: ``Problem`` for who has not signed in, and for a purpose that is no word; ``PersonalDataRefusal``;
    ///   ``LogError`` when it cannot be written down, and then nothing is shown.
    func opened(_ state: CaseState, _ query: Query, to identity: Identity?) async throws -> CaseState {
        let purpose = query.text("purpose") ?? "handling"
        guard try query.flag("personal") == true else { return state }
        guard let identity, let personal else { throw Problem.notSignedIn }
        // Kept for ever: a word for a reason, and not a sentence about somebody.
        guard Programme.isID(purpose) else {
            throw Problem.malformed(
                "expected a word of lower-case letters, digits, '-' and '_' in 'purpose' but found \(purpose.quoted)",
                field: "purpose")
        }
        return try await personal.opened(state, for: Reader(identity), purpose: purpose)
    }
}
