/// Something that people can ask for: a kind of case at an office, with what is filled in already.
package struct Open311Service: Hashable, Sendable, Codable {
    package let code: String
    package let name: String
    package let description: String?
    package let group: String?
    package let keywords: [String]
    /// What whoever files is told, such as how long it takes.
    package let notice: String?
    package let workflow: String
    /// The office whose case it becomes.
    package let office: String
    /// Whether a request has to say where, as the standard asks.
    package let needsPlace: Bool
    /// Whether anybody may see its requests, and not only who filed them.
    package let isPublic: Bool
    /// Case fields filled in for every request.
    package let presets: [String: String]
    /// In the order in which people are asked.
    package let attributes: [Open311Attribute]

    package init(
        code: String, name: String, description: String? = nil, group: String? = nil, keywords: [String] = [],
        notice: String? = nil, workflow: String, office: String, needsPlace: Bool = true, isPublic: Bool = false,
        presets: [String: String] = [:], attributes: [Open311Attribute] = []
    ) {
        self.code = code
        self.name = name
        self.description = description
        self.group = group
        self.keywords = keywords
        self.notice = notice
        self.workflow = workflow
        self.office = office
        self.needsPlace = needsPlace
        self.isPublic = isPublic
        self.presets = presets
        self.attributes = attributes
    }
}

extension Open311Service {
    /// The presets by which its cases are known for good: those that no answer of the person can change.
    package var marks: [String: String] {
        let asked = Set(self.attributes.map(\.field))
        return self.presets.filter { !asked.contains($0.key) }
    }

    /// Whether a case began as a request to this service.
    func opened(_ opening: CaseOpened, _ workflow: String) -> Bool {
        self.workflow == workflow && self.office == opening.office
            && self.marks.allSatisfy { opening.fields[$0.key]?.text == $0.value }
    }
}
