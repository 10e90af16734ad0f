import Redressal

extension MetricDefinition {
    /// Those of notifiers; there are none where nobody is notified.
    static let notifications = [
        noticesWritten, noticesSuppressed, noticesDue, messagesSent, messageDelay, messagesFailed, messagesGivenUp,
        deadLetters, notifyingInterrupted,
    ]

    static let noticesWritten = MetricDefinition(
        "redressal_notices_total", .counter, "Notices put into the outbox.")
    static let noticesSuppressed = MetricDefinition(
        "redressal_notices_suppressed_total", .counter, "Notices that were told to nobody, by reason.",
        [.suppressionReason])
    static let noticesDue = MetricDefinition(
        "redressal_notices_due", .gauge, "Notices that are due and wait to be sent.")
    static let messagesSent = MetricDefinition(
        "redressal_messages_sent_total", .counter, "Messages that a gateway or the file took.")
    static let messageDelay = seconds(
        "redressal_message_delay_seconds", "Time from when a message was due until it was taken.", buckets: delays)
    static let messagesFailed = MetricDefinition(
        "redressal_messages_failed_total", .counter, "Times a message was not taken.")
    static let messagesGivenUp = MetricDefinition(
        "redressal_messages_given_up_total", .counter, "Messages given up after the last try, or refused.")
    static let deadLetters = MetricDefinition(
        "redressal_dead_letters", .gauge, "Notices that were given up or that a gateway could not deliver.")
    static let notifyingInterrupted = MetricDefinition(
        "redressal_notifying_interruptions_total", .counter,
        "Times following events for notifications broke off and began again.")
}

extension MetricLabel {
    /// Why nobody was told.
    static let suppressionReason = MetricLabel("reason", SuppressionReason.allCases.map(\.rawValue))
}
