import Redressal

/// Counts what an import does.
struct ImportTally {
    private(set) var progress: ImportProgress
    private(set) var rejected: [ImportRejection] = []
    var stopped: String?

    init(total: Int) { self.progress = ImportProgress(total: total) }

    mutating func reject(_ rejection: ImportRejection) {
        self.rejected.append(rejection)
        self.progress.rejected += 1
    }

    /// Takes in how a step was answered.
    ///
    /// - Returns: The steps of its case that may be sent now.
    mutating func take(_ answer: ImportAnswer, to sent: SentStep) -> [SentStep] {
        self.progress.commands += 1
        let refusal: String
        switch answer {
        case .outcome(let outcome):
            if outcome.repeated { self.progress.repeated += 1 } else { self.progress.events += outcome.events }
            guard outcome.status == .rejected else {
                if sent.opens { self.progress.cases += 1 }
                return sent.following
            }
            refusal = outcome.rejection?.message ?? "the command was rejected"
        case .invalid(let message): refusal = message
        }
        let unsent = sent.following.count
        let consequence = unsent == 0 ? "" : "; the \(unsent) later rows of the case were not sent"
        self.reject(ImportRejection(line: sent.step.line, case: sent.label, reason: refusal + consequence))
        return []
    }

    func report(_ notes: [String], took duration: Duration) -> ImportReport {
        let seconds = Double((duration / .milliseconds(1)).rounded()) / 1000
        let rate = seconds > 0 ? Double(self.progress.events) / seconds : 0
        return ImportReport(
            cases: self.progress.cases, commands: self.progress.commands, events: self.progress.events,
            repeated: self.progress.repeated, rejected: self.rejected.sorted { $0.line < $1.line },
            seconds: seconds, eventsPerSecond: (rate * 10).rounded() / 10, notes: notes, stopped: self.stopped)
    }
}
