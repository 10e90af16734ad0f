/// The address to listen on is taken.
package struct AddressInUse: Error, Hashable, Sendable, CustomStringConvertible {
    package let host: String
    package let port: Int

    package var description: String {
        "expected \(self.host):\(self.port) to be free but another program listens there: choose another port"
    }
}
