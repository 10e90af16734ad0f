/// A message as it is handed to a gateway.
package struct OutgoingMessage: Hashable, Sendable, Codable {
    /// To whom: an address, or an account that the gateway knows.
    package struct Addressee: Hashable, Sendable, Codable {
        package let address: String?
        package let account: String?

        package init(address: String) {
            self.address = address
            self.account = nil
        }

        package init(account: String) {
            self.address = nil
            self.account = account
        }
    }

    /// The same however often it is sent: a gateway that has seen it sends nothing.
    package let id: String
    package let medium: MessageMedium
    package let to: Addressee
    /// A BCP 47 tag.
    package let language: String
    package let text: String

    package init(id: String, medium: MessageMedium, to addressee: Addressee, language: String, text: String) {
        self.id = id
        self.medium = medium
        self.to = addressee
        self.language = language
        self.text = text
    }
}
