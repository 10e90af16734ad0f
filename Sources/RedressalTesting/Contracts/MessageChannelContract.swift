import Redressal

/// What every message channel promises to whoever sends; each case needs an empty one of its own and throws
/// ``ContractViolation`` when a promise is broken.
package enum MessageChannelContract: String, CaseIterable, Sendable {
    case handsOverWhatItIsGiven
    case handsOverAMessageThatComesAgainOnce
    case saysSoWhenItCannot
    case takesManySideBySide

    /// - Parameters:
    ///   - channel: The channel.
    ///   - breaks: Has the next handing over fail.
    ///   - arrived: What whoever delivers has, each message once.
    /// - Throws: ``ContractViolation``, or what the channel threw.
    package func check(
        _ channel: any MessageChannel, breaks: () throws -> Void, arrived: () throws -> [OutgoingMessage]
    ) async throws {
        switch self {
        case .handsOverWhatItIsGiven:
            let messages = [Self.message(1), Self.message(2)]
            for message in messages { try await channel.deliver(message) }
            try require(try arrived(), is: messages, "messages")
        case .handsOverAMessageThatComesAgainOnce:
            for number in [1, 2, 1, 1] { try await channel.deliver(Self.message(number)) }
            try require(try arrived(), is: [Self.message(1), Self.message(2)], "messages")
        case .saysSoWhenItCannot:
            try breaks()
            do throws(MessageChannelError) {
                try await channel.deliver(Self.message(1))
            } catch {
                try require(error.code.isEmpty, is: false, "an empty code")
                try require(error.code.contains("923001234567"), is: false, "an address in the code")
                return
            }
            throw ContractViolation("expected an error from a channel that cannot hand over but there was none")
        case .takesManySideBySide:
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 { group.addTask { try await channel.deliver(Self.message(number % 20)) } }
                try await group.waitForAll()
            }
            try require(Set(try arrived().map(\.id)), is: Set((0..<20).map { Self.message($0).id }), "ids")
            try require(try arrived().count, is: 20, "messages")
        }
    }

    private static func message(_ number: Int) -> OutgoingMessage {
        OutgoingMessage(
            id: DerivedID.uuid("message", "\(number)"), medium: .sms,
            to: OutgoingMessage.Addressee(address: "+923001234567"), language: "ur",
            text: "آپ کے کیس \u{2066}K7MQ-3RTW-9XHC\u{2069} کے بارے میں نئی اطلاع ہے۔ \(number)")
    }
}
