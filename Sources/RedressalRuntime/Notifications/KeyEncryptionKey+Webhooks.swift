import Redressal

extension KeyEncryptionKey {
    /// Signs messages for gateways.
    package var messageSignature: WebhookSignature { WebhookSignature(self.derived(for: "redressal messages")) }

    /// Checks gateways' receipts; another key than that of messages, so that neither can be sent back as the other.
    package var receiptSignature: WebhookSignature { WebhookSignature(self.derived(for: "redressal receipts")) }
}
