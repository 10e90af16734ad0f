/// Why a request cannot be taken, for the program that sent it.
package struct Open311Refusal: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable, CaseIterable {
        /// Something is missing or cannot be read.
        case invalid
        /// The jurisdiction, the service or the request is not there.
        case notFound
    }

    package let code: Code
    /// "expected … but found …", with nothing personal in it.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
