import Crypto
import Redressal
import Synchronization

/// Notes receipts in memory; only one message was ever sent.
final class FakeReceipts: DeliveryReceipts, Sendable {
    static let message = "79faa19a-564c-84bf-8a25-be46b1a07ef1"
    static let signature = WebhookSignature(SymmetricKey(data: Array(repeating: 5, count: 32)))

    private let state = Mutex<[DeliveryReceipt]>([])

    /// What was noted, in order.
    var noted: [DeliveryReceipt] { self.state.withLock { $0 } }

    func note(_ receipt: DeliveryReceipt) async throws -> Bool {
        guard receipt.message == Self.message else { return false }
        self.state.withLock { $0.append(receipt) }
        return true
    }
}
