import Redressal

/// Tells a mistyped name in a filter from one that fits no case just now.
struct FilterNames {
    /// How many of the names there are a message shows.
    private static let most = 10

    private let catalog: DefinitionCatalog

    init(_ catalog: DefinitionCatalog) { self.catalog = catalog }

    /// - Throws: ``CommandFailure`` with the names there are, for a name that no definition has.
    func check(_ filter: CaseFilter) throws {
        guard let unknown = self.catalog.unknownName(in: filter) else { return }
        throw Self.unknown(unknown.kind.rawValue, unknown.name, "there are", unknown.known)
    }

    private static func unknown(
        _ kind: String, _ name: String, _ introduction: String, _ names: [String]
    ) -> CommandFailure {
        let message = "no \(kind) is called '\(name)'"
        guard !names.isEmpty else { return CommandFailure(.refused, message) }
        let nearest = names.sorted { (-self.likeness($0, name), $0) < (-self.likeness($1, name), $1) }
        let rest = names.count > self.most ? " and \(names.count - self.most) more" : ""
        let shown = nearest.prefix(self.most).joined(separator: ", ")
        return CommandFailure(.refused, "\(message): \(introduction) \(shown)\(rest)")
    }

    /// How many characters two names have in common from their beginning.
    private static func likeness(_ left: String, _ right: String) -> Int {
        zip(left, right).prefix { $0 == $1 }.count
    }
}
