extension Sight {
    /// Whether ladders can reach them: a level of a workflow in force names a post of theirs, or a role that comes with one.
    package var supervises: Bool {
        let named = self.catalog.ladderNames
        return self.posts.contains { named.contains($0.id) || !named.isDisjoint(with: $0.roles) }
    }
}

extension DefinitionCatalog {
    /// The roles and posts that levels of ladders name.
    fileprivate var ladderNames: Set<String> {
        Set(self.workflows.flatMap(\.chains.values).flatMap(\.levels).map(\.to))
    }
}

extension Sight {
    /// Leaves the offices that they see, without cases that complain about somebody near them.
    package func narrow(_ question: inout LoadQuestion) {
        question.offices = self.countedOffices
        question.hiddenRespondents = self.hiddenRespondents
    }

    /// Leaves the offices that they see, without cases that complain about somebody near them.
    package func narrow(_ question: inout ForecastQuestion) {
        let offices = Set(self.countedOffices)
        question.zones = question.zones.filter { offices.contains($0.key) }
        question.hiddenRespondents = self.hiddenRespondents
    }

    /// The offices that they see whose work is told in figures: how much a lane has to do is nobody's to know.
    private var countedOffices: [String] { self.offices.filter { self.catalog.org.lane(of: $0) == nil } }
}
