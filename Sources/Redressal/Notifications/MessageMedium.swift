/// By what kind of network a gateway is to carry a message.
package enum MessageMedium: String, Hashable, Sendable, CaseIterable, Codable {
    case sms
    case email
}
