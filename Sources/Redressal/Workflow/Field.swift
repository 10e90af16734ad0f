/// A fact a case may hold.
package struct Field: Hashable, Sendable {
    package let name: FieldName
    /// For people; the name is shown where there is none.
    package let title: String?
    package let type: FieldType
    /// Whether a case cannot be opened without it.
    package let isRequired: Bool
    /// Whether its value is sealed before it enters the log; free text always is.
    package let isPersonal: Bool
    /// The field that names the person whose key seals this one; nil for the case's complainant.
    package let subject: FieldName?
    /// The longest value in characters, for a list of each item; nil for the engine's own limit.
    package let maxLength: Int?
    /// The codes allowed; empty for a list that reference data keeps.
    package let values: [String]
    /// Whether it is only passed on to a case that an action opens, and never kept in this one.
    package let passes: Bool
    /// How many different members a list needs for `quorum()`; nil when it is not about a quorum.
    package let quorum: Int?

    package init(
        name: FieldName, title: String? = nil, type: FieldType, isRequired: Bool = false, isPersonal: Bool = false,
        subject: FieldName? = nil, maxLength: Int? = nil, values: [String] = [], quorum: Int? = nil,
        passes: Bool = false
    ) {
        self.name = name
        self.title = title
        self.type = type
        self.isRequired = isRequired
        self.isPersonal = isPersonal || type.isFreeText
        self.subject = subject
        self.maxLength = maxLength
        self.values = values
        self.quorum = quorum
        self.passes = passes
    }

    /// The field as an action asks for it, with the codes that may be given there.
    package func asked(by use: FieldUse) -> Field {
        guard !use.values.isEmpty else { return self }
        return Field(
            name: self.name, title: self.title, type: self.type, isRequired: self.isRequired,
            isPersonal: self.isPersonal, subject: self.subject, maxLength: self.maxLength, values: use.values,
            quorum: self.quorum, passes: self.passes)
    }
}
