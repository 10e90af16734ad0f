import Redressal
import Synchronization

/// Programmes that are published in memory.
final class FakeOrganisation: OrganisationBook, Sendable {
    private let register = Mutex(DefinitionRegister())
    private let isLate = Mutex(false)

    /// From now on somebody else is always first.
    func comeLate() { self.isLate.withLock { $0 = true } }

    func programmes() async throws -> [PublishedDefinition] { self.register.withLock(\.programmeTexts) }

    func publish(_ next: PublishedDefinition) async throws -> Bool {
        if self.isLate.withLock({ $0 }) { return false }
        return self.register.withLock { register in !register.add(next).hasErrors }
    }

    /// Publishes a text.
    func publish(_ name: String, version: Int, _ text: String) {
        self.register.withLock { register in
            _ = register.add(
                PublishedDefinition(
                    kind: .programme, name: name, version: version, file: "programmes/\(name).yaml", text: text,
                    defaults: nil, published: Instant(seconds: 0), by: "u-9"))
        }
    }

    /// Takes what is published into a catalogue.
    func add(to catalog: inout DefinitionCatalog) {
        for published in self.register.withLock(\.programmeTexts) { _ = catalog.add(published) }
    }
}
