import Redressal

/// A bundle with the verdicts on its notices.
///
/// It goes out whole or waits whole, because what went out under its id cannot be told of twice.
struct JudgedBundle: Sendable {
    /// By reason, the notices that are told to nobody.
    private(set) var suppressed: [SuppressionReason: [String]] = [:]
    /// Those that are left, to go out now or at ``postponed``.
    private(set) var remaining: [OutboxBundle.Item] = []
    /// The latest instant that a notice waits for; nil when none waits.
    private(set) var postponed: Instant?
    private(set) var address: Dispatch.Address?
    private(set) var language: String?

    init(_ bundle: OutboxBundle, _ states: [CaseID: CaseState], _ dispatch: Dispatch) {
        for item in bundle.items {
            switch dispatch.verdict(on: item.recipient, isUrgent: item.isUrgent, of: states[item.case]) {
            case .suppress(let reason): self.suppressed[reason, default: []].append(item.id)
            case .postpone(let instant):
                self.remaining.append(item)
                self.postponed = max(self.postponed ?? instant, instant)
            case .send(let address, let language):
                self.remaining.append(item)
                self.address = self.address ?? address
                self.language = self.language ?? language
            }
        }
    }
}
