/// A tie to another case was recorded.
package struct CaseLinked: Hashable, Sendable, Codable {
    package let link: CaseLink
    /// The other case's state, as far as this case has been told.
    package let state: String?

    package init(link: CaseLink, state: String?) {
        self.link = link
        self.state = state
    }
}
