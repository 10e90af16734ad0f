/// How many notices there are in a state, for one reason.
package struct NoticeCount: Hashable, Sendable, Encodable {
    package let state: String
    package let reason: String?
    package let notices: Int

    package init(_ state: String, _ reason: String? = nil, notices: Int) {
        self.state = state
        self.reason = reason
        self.notices = notices
    }
}
