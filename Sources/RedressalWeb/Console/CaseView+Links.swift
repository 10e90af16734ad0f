import Redressal

extension CaseView {
    /// The case that a command on this one has opened; nil for none, or while nothing is known of it.
    func opened(by command: CommandID) -> CaseID? {
        for entry in self.timeline where entry.record.command == command {
            if case .caseLinked(let facts) = entry.record.event { return facts.link.case }
        }
        return nil
    }

    /// The case that this one comes from, and then those that come from it.
    var links: [[String: any Sendable]] {
        let parent = self.state.parent.map { CaseLinkLine(from: $0, self.catalog, self.speech).values }
        return [parent].compactMap(\.self)
            + self.state.links.map { CaseLinkLine($0, self.workflow, self.catalog, self.speech).values }
    }

    /// How many of the cases that come from this one there are, one text for each kind.
    var progress: [String] {
        guard let workflow else { return [] }
        return workflow.actions.compactMap { action in
            SpawnedCase(action, of: workflow, self.catalog)?.progress(of: self.state).map {
                self.speech("case.progress", ["opened": String($0.opened), "all": String($0.all)])
            }
        }
    }
}
