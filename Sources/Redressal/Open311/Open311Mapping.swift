/// How the cases of one workflow are filled in from requests, and shown as such.
package struct Open311Mapping: Hashable, Sendable, Codable {
    /// The role in which a request is filed; one that belongs to the case's own people.
    package let role: String
    /// Case field to the parameters whose values go into it, one after the other.
    package let fields: [String: [Open311Parameter]]
    /// What is said of states, by their names.
    package let states: [String: Standing]

    /// What a state means to who filed.
    package struct Standing: Hashable, Sendable, Codable {
        /// Nil follows the workflow: a final state is closed.
        package let status: Open311Status?
        /// Why it stands so, in words for anybody.
        package let notes: String?

        package init(status: Open311Status? = nil, notes: String? = nil) {
            self.status = status
            self.notes = notes
        }
    }

    package init(role: String, fields: [String: [Open311Parameter]], states: [String: Standing] = [:]) {
        self.role = role
        self.fields = fields
        self.states = states
    }

    /// The case field that takes a parameter and nothing else, so that its value can be read back.
    func field(ofOnly parameter: Open311Parameter) -> String? {
        self.fields.filter { $0.value == [parameter] }.keys.min()
    }
}

/// The two states that the standard knows.
package enum Open311Status: String, Hashable, Sendable, Codable, CaseIterable {
    case open
    case closed
}
