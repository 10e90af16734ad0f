/// Which of the cases that came in through Open311 to give.
package struct FiledRequestFilter: Hashable, Sendable {
    /// Cases of one service, as far as whoever asks may see them.
    package struct Kind: Hashable, Sendable {
        package let workflow: String
        /// The office at which they were opened.
        package let office: String
        /// Fields as they were when they were opened.
        package let fields: [String: String]
        /// The account that filed them; nil for whoever it was.
        package let filer: String?
        /// States whose status is not what the workflow's final states say.
        package let statuses: [String: Open311Status]

        package init(
            workflow: String, office: String, fields: [String: String], filer: String?,
            statuses: [String: Open311Status] = [:]
        ) {
            self.workflow = workflow
            self.office = office
            self.fields = fields
            self.filer = filer
            self.statuses = statuses
        }
    }

    /// Cases of any of these; none for an empty list.
    package var kinds: [Kind]
    /// Tracking numbers; nil for any.
    package var references: [String]?
    /// When they were opened; nil for any time.
    package var opened: ClosedRange<Instant>?
    /// Nil for both.
    package var status: Open311Status?
    /// The most to give.
    package var limit: Int
    /// How many to leave out before.
    package var offset = 0

    package init(kinds: [Kind], limit: Int) {
        self.kinds = kinds
        self.limit = limit
    }
}
