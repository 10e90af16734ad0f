/// What every log promises; each case opens logs of its own and throws ``ContractViolation`` when a promise is broken.
package enum LogContract: String, CaseIterable, Sendable {
    case keepsOrderWithinEachPartition
    case readsFromAnOffset
    case readsToTheEndFromAnywhere
    case takesLargeBatches
    case takesTheLargestValueAndNoLarger
    case refusesUnknownPartitions
    case keepsHeadersAndKeys
    case showsForeignRecords
    case hasEmptyPartitions
    case preparesTwice
    case commitsAllTogether
    case commitsNothingOfAFailedCommit
    case commitsPositionsAlone
    case remembersPositions
    case fencesTheOwnerBefore
    case fencesAnOwnerOfAnotherProcess
    case showsANewOwnerAllThatWasCommitted
    case wakesAWaitingReader
    case endsAWaitWhenTheTaskIsCancelled
    case endsAWaitWhenItsTimeIsOver
    case endsAWaitWhenTheReaderIsClosed
    case endsAWaitWhenTheLogIsClosed
    case givesAMemberEverything
    case sharesAmongMembers

    /// - Throws: ``ContractViolation``, or what the log threw.
    package func check(_ subject: LogSubject) async throws {
        switch self {
        case .keepsOrderWithinEachPartition: try await subject.keepsOrderWithinEachPartition()
        case .readsFromAnOffset: try await subject.readsFromAnOffset()
        case .readsToTheEndFromAnywhere: try await subject.readsToTheEndFromAnywhere()
        case .takesLargeBatches: try await subject.takesLargeBatches()
        case .takesTheLargestValueAndNoLarger: try await subject.takesTheLargestValueAndNoLarger()
        case .refusesUnknownPartitions: try await subject.refusesUnknownPartitions()
        case .keepsHeadersAndKeys: try await subject.keepsHeadersAndKeys()
        case .showsForeignRecords: try await subject.showsForeignRecords()
        case .hasEmptyPartitions: try await subject.hasEmptyPartitions()
        case .preparesTwice: try await subject.preparesTwice()
        case .commitsAllTogether: try await subject.commitsAllTogether()
        case .commitsNothingOfAFailedCommit: try await subject.commitsNothingOfAFailedCommit()
        case .commitsPositionsAlone: try await subject.commitsPositionsAlone()
        case .remembersPositions: try await subject.remembersPositions()
        case .fencesTheOwnerBefore: try await subject.fencesTheOwnerBefore()
        case .fencesAnOwnerOfAnotherProcess: try await subject.fencesAnOwnerOfAnotherProcess()
        case .showsANewOwnerAllThatWasCommitted: try await subject.showsANewOwnerAllThatWasCommitted()
        case .wakesAWaitingReader: try await subject.wakesAWaitingReader()
        case .endsAWaitWhenTheTaskIsCancelled: try await subject.endsAWaitWhenTheTaskIsCancelled()
        case .endsAWaitWhenItsTimeIsOver: try await subject.endsAWaitWhenItsTimeIsOver()
        case .endsAWaitWhenTheReaderIsClosed: try await subject.endsAWaitWhenTheReaderIsClosed()
        case .endsAWaitWhenTheLogIsClosed: try await subject.endsAWaitWhenTheLogIsClosed()
        case .givesAMemberEverything: try await subject.givesAMemberEverything()
        case .sharesAmongMembers: try await subject.sharesAmongMembers()
        }
    }
}
