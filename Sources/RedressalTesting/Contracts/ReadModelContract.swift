/// What all read models promise to projectors, escalators and engines; each case needs empty ones of its own and throws
/// ``ContractViolation`` when a promise is broken.
package enum ReadModelContract: String, CaseIterable, Sendable {
    case goesOnWhereItWas
    case writesNothingForAFormerClaim
    case writesNothingFromAnotherPosition
    case writesNoRowTwice
    case keepsFolds
    case givesTheOldestDueTimersFirst
    case givesTimersOfTheAskedPartitionsOnly
    case givesATimerOnce
    case forgetsTimersThatStandNoMore
    case saysHowFarSnapshotsGo
    case bringsCasesAsTheyStand
    case bringsNothingThatGoesLessFar
    case keepsTheFirstAnswer

    /// - Throws: ``ContractViolation``, or what the read models threw.
    package func check(_ subject: ReadModelSubject) async throws {
        switch self {
        case .goesOnWhereItWas: try await subject.goesOnWhereItWas()
        case .writesNothingForAFormerClaim: try await subject.writesNothingForAFormerClaim()
        case .writesNothingFromAnotherPosition: try await subject.writesNothingFromAnotherPosition()
        case .writesNoRowTwice: try await subject.writesNoRowTwice()
        case .keepsFolds: try await subject.keepsFolds()
        case .givesTheOldestDueTimersFirst: try await subject.givesTheOldestDueTimersFirst()
        case .givesTimersOfTheAskedPartitionsOnly: try await subject.givesTimersOfTheAskedPartitionsOnly()
        case .givesATimerOnce: try await subject.givesATimerOnce()
        case .forgetsTimersThatStandNoMore: try await subject.forgetsTimersThatStandNoMore()
        case .saysHowFarSnapshotsGo: try await subject.saysHowFarSnapshotsGo()
        case .bringsCasesAsTheyStand: try await subject.bringsCasesAsTheyStand()
        case .bringsNothingThatGoesLessFar: try await subject.bringsNothingThatGoesLessFar()
        case .keepsTheFirstAnswer: try await subject.keepsTheFirstAnswer()
        }
    }
}
