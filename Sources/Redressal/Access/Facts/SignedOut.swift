/// Somebody ended their session.
package struct SignedOut: Hashable, Sendable, Codable {
    package init() {}
}
