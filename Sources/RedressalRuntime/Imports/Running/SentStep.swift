import Redressal

/// A step on its way, with what depends on its answer.
struct SentStep {
    let label: String
    let step: ImportStep
    /// Whether it opens its case.
    let opens: Bool
    /// The later steps of the case, which wait for its opening.
    let following: [SentStep]

    /// The step that opens a case, with all others behind it.
    static func opening(_ imported: ImportedCase) -> SentStep? {
        guard let first = imported.steps.first else { return nil }
        let following = imported.steps.dropFirst().map {
            SentStep(label: imported.label, step: $0, opens: false, following: [])
        }
        return SentStep(label: imported.label, step: first, opens: true, following: following)
    }
}

/// How a step was answered.
enum ImportAnswer {
    case outcome(Outcome)
    /// The gateway could not make a command of it.
    case invalid(String)
}
