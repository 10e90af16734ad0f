import Testing

@testable import Kafka

@Suite struct KafkaTransactionStepTests {
    private static let plain = KafkaError(.transport, "step")
    private static let abortable = KafkaError(.transport, "step", requiresAbort: true)
    private static let timedOut = KafkaError(.timedOut, "step", isRetriable: true)
    private static let fatal = KafkaError(.failed, "step", isFatal: true)
    private static let fenced = KafkaError(.producerFenced, "step", isFatal: true)

    @Test(arguments: [
        (KafkaTransactionStep.begin, plain, KafkaTransactionStep.Verdict.give(.aborted(plain))),
        (.begin, fatal, .give(.failed(fatal))),
        (.begin, fenced, .give(.fenced(fenced))),
        (.write, plain, .abort),
        (.write, fatal, .give(.failed(fatal))),
        (.sendOffsets, timedOut, .abort),
        (.sendOffsets, fenced, .give(.fenced(fenced))),
        (.commit, abortable, .abort),
        (.commit, timedOut, .give(.unknownOutcome(timedOut))),
        (.commit, plain, .give(.unknownOutcome(plain))),
        (.commit, fatal, .give(.failed(fatal))),
        (.commit, fenced, .give(.fenced(fenced))),
        (.abort, timedOut, .give(.unknownOutcome(timedOut))),
        (.abort, abortable, .give(.unknownOutcome(abortable))),
        (.abort, fenced, .give(.fenced(fenced))),
    ])
    func eachStepsErrorHasItsVerdict(
        step: KafkaTransactionStep, error: KafkaError, verdict: KafkaTransactionStep.Verdict
    ) {
        #expect(step.verdict(error) == verdict)
    }
}
