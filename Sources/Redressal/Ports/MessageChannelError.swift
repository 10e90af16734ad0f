/// Why a message could not be handed over; never holds the message, an address, or what the other side wrote.
package struct MessageChannelError: Error, Hashable, Sendable {
    /// A short code for lists and metrics, such as `http_503`.
    package let code: String
    /// Whether the message itself was refused, so that to send it again is of no use.
    package let isRefusal: Bool

    package init(_ code: String, isRefusal: Bool = false) {
        self.code = code
        self.isRefusal = isRefusal
    }
}
