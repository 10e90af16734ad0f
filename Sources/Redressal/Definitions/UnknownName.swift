/// A name in a filter that no definition has: mistyped, and not one that fits no case just now.
package struct UnknownName: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case workflow, state, office
    }

    package let kind: Kind
    package let name: String
    /// The names that there are, sorted.
    package let known: [String]
}

extension DefinitionCatalog {
    /// The first name in a filter that no definition has; nil when all are known.
    ///
    /// States of earlier versions are known: cases may stand in them.
    package func unknownName(in filter: CaseFilter) -> UnknownName? {
        if let name = filter.workflow, self.workflow(named: name) == nil {
            return UnknownName(kind: .workflow, name: name, known: self.workflowNames)
        }
        if let name = filter.state {
            let states = self.stateNames(of: filter.workflow)
            guard states.contains(name) else { return UnknownName(kind: .state, name: name, known: states) }
        }
        if let name = filter.office, self.org.office(name) == nil {
            return UnknownName(kind: .office, name: name, known: self.org.officeIDs)
        }
        return nil
    }
}
