import Redressal

extension CaseView {
    /// What whoever led the case to where it stands could have added and did not, as far as there are words for it.
    ///
    /// It goes by what was said then: a field may still hold what came with an earlier try.
    var lacks: [String] {
        guard case .actionTaken(let facts)? = self.timeline.last(where: { $0.toState != $0.fromState })?.record.event,
            facts.to == self.state.state, let workflow
        else { return [] }
        let uses = workflow.actions.filter { $0.name.rawValue == facts.action }.flatMap(\.fields)
        return Set(uses.map(\.name.rawValue)).filter { facts.fields[$0] == nil }.sorted().compactMap {
            self.speech.known("\(workflow.name).lacks.\(facts.action).\($0)")
        }
    }
}
