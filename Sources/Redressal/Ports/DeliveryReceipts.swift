/// Where it is noted what became of messages.
package protocol DeliveryReceipts: Sendable {
    /// Notes a gateway's word; the same again changes nothing, and neither does a late one that says less.
    ///
    /// - Returns: Whether there is such a message and it has been sent.
    func note(_ receipt: DeliveryReceipt) async throws -> Bool
}
