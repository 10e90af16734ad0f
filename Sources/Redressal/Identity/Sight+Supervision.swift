extension Sight {
    /// Whether ladders can reach them: a level of a workflow in force names a post of theirs, or a role that comes with one.
    package var supervises: Bool {
        let named = self.catalog.ladderNames
        return self.posts.contains { $0.isNamed(in: named) }
    }

    /// Which of some offices the posts reach through which they supervise.
    package func supervised(among offices: Set<String>) -> Set<String> {
        let named = self.catalog.ladderNames
        let posts = self.posts.filter { $0.isNamed(in: named) }
        return offices.filter { office in posts.contains { self.catalog.org.reaches(office, $0) } }
    }
}

extension DefinitionCatalog {
    /// The roles and posts that levels of ladders name.
    fileprivate var ladderNames: Set<String> {
        Set(self.workflows.flatMap(\.chains.values).flatMap(\.levels).map(\.to))
    }

    /// The offices of a calendar that somebody supervises; those in lanes are looked after by their own people.
    package func supervisedOffices(of calendar: String) -> Set<String> {
        let named = self.ladderNames
        let posts = self.org.allPosts.filter { $0.isNamed(in: named) }
        return Set(
            self.org.officeIDs.filter { office in
                self.org.office(office)?.calendar == calendar && self.org.lane(of: office) == nil
                    && posts.contains { self.org.reaches(office, $0) }
            })
    }
}

extension Post {
    /// Whether a level names the post, or a role that comes with it.
    fileprivate func isNamed(in names: Set<String>) -> Bool {
        names.contains(self.id) || !names.isDisjoint(with: self.roles)
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
