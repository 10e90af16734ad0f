import Synchronization

/// Whether a request was counted as an account's; whoever counts addresses further out asks afterwards.
final class Admission: Sendable {
    private let byAccount = Atomic(false)

    var isByAccount: Bool { self.byAccount.load(ordering: .relaxed) }

    func countByAccount() { self.byAccount.store(true, ordering: .relaxed) }
}
