/// A question that a service asks beyond what every request says.
package struct Open311Attribute: Hashable, Sendable, Codable {
    /// The types of the standard.
    package enum Datatype: String, Hashable, Sendable, Codable, CaseIterable {
        case string
        case number
        case datetime
        case text
        case singleValueList = "singlevaluelist"
        case multiValueList = "multivaluelist"

        /// Whether an answer is one of the values offered.
        package var isList: Bool { self == .singleValueList || self == .multiValueList }
    }

    /// One answer to choose.
    package struct Choice: Hashable, Sendable, Codable {
        package let key: String
        package let name: String

        package init(key: String, name: String) {
            self.key = key
            self.name = name
        }
    }

    package let code: String
    /// The question, in words.
    package let description: String
    /// How to answer, in words.
    package let hint: String?
    /// The case field that takes the answer.
    package let field: String
    package let datatype: Datatype
    package let isRequired: Bool
    /// Empty unless the datatype is a list.
    package let choices: [Choice]

    package init(
        code: String, description: String, hint: String? = nil, field: String, datatype: Datatype,
        isRequired: Bool = false, choices: [Choice] = []
    ) {
        self.code = code
        self.description = description
        self.hint = hint
        self.field = field
        self.datatype = datatype
        self.isRequired = isRequired
        self.choices = choices
    }
}
