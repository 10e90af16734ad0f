import Redressal

/// What it takes to take gateways' receipts in.
package struct ReceiptDoor: Sendable {
    let receipts: any DeliveryReceipts
    let signature: WebhookSignature

    /// - Parameter signature: Tells a gateway's receipt from anybody else's.
    package init(_ receipts: any DeliveryReceipts, signature: WebhookSignature) {
        self.receipts = receipts
        self.signature = signature
    }
}
