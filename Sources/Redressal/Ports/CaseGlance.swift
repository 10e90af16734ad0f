/// What is told of a case beside its line in a list.
package struct CaseGlance: Hashable, Sendable {
    /// When it came to stand where it stands.
    package let since: Instant
    /// Its fields, without those that are sealed.
    package let fields: [String: FieldValue]

    package init(since: Instant, fields: [String: FieldValue]) {
        self.since = since
        self.fields = fields
    }
}
