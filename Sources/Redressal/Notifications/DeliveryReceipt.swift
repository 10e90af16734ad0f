/// What a gateway says became of a message.
package struct DeliveryReceipt: Hashable, Sendable {
    package enum Result: String, Hashable, Sendable, CaseIterable {
        case delivered
        case failed
    }

    /// As in the message.
    package let message: String
    package let result: Result
    /// Why it failed: a code of the gateway's, nothing personal.
    package let code: String?

    package init(message: String, result: Result, code: String? = nil) {
        self.message = message
        self.result = result
        self.code = code
    }

    /// Whether a text can be a code: short, so that no sentence and no address gets in.
    package static func isCode(_ text: String) -> Bool {
        1...40 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
            }
    }
}
