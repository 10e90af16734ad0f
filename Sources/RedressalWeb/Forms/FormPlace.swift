import Redressal

/// What can be chosen in forms about a case: the offices and people where it is.
struct FormPlace: Sendable {
    private let org: OrgDirectory
    private let now: Instant
    /// The zone of the case's office.
    let zone: CalendarZone?
    /// Who may be given the case.
    private let holders: [Post]

    /// - Parameter office: The case's.
    init(_ office: String, _ catalog: DefinitionCatalog, at now: Instant) {
        self.org = catalog.org
        self.now = now
        self.zone = catalog.org.office(office).flatMap { catalog.calendar($0.calendar) }?.zone
        self.holders = catalog.org.postsNear(office)
    }

    /// What can be chosen for a field; empty where people write.
    func options(for field: Field, in workflow: WorkflowDefinition, _ speech: Speech) -> [FormOption] {
        var type = field.type
        if case .list(let item) = type { type = item }
        switch type {
        case .code:
            return field.values.map { FormOption(value: $0, label: speech.code($0, of: field.name, in: workflow)) }
        case .office:
            return self.org.officeIDs.compactMap { self.org.office($0) }
                .map { FormOption(value: $0.id, label: $0.name) }
        case .post: return self.holders.map { FormOption(value: $0.id, label: self.label($0)) }
        case .user:
            // Whoever does nothing in such cases is not given one.
            let roles = workflow.roles.map(\.rawValue)
            return self.holders.filter { !Set($0.roles).isDisjoint(with: roles) }.compactMap { post in
                self.org.holder(of: post.id, at: self.now).map { FormOption(value: $0, label: self.label(post)) }
            }
        case .boolean where !speech.isToParties:
            return [true, false].map { FormOption(value: String($0), label: speech($0 ? "values.yes" : "values.no")) }
        default: return []
        }
    }

    private func label(_ post: Post) -> String {
        let office = self.org.office(post.office)?.name ?? post.office
        let holder = self.org.holder(of: post.id, at: self.now)
        let away = holder.map { self.org.isAbsent($0, at: self.now) } ?? false
        return "\(post.id), \(office)" + (holder.map { " (\($0)\(away ? ", away" : ""))" } ?? "")
    }
}
