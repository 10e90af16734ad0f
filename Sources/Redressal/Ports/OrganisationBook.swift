/// The programmes as they are published, for administrators who change who is away and who sits where.
package protocol OrganisationBook: Sendable {
    /// The latest version of each programme, by name.
    ///
    /// - Throws: ``LogError`` when nobody can tell now.
    func programmes() async throws -> [PublishedDefinition]

    /// Publishes a programme's next version.
    ///
    /// - Returns: Whether it was; not when somebody else published that version just before.
    /// - Throws: ``LogError``.
    func publish(_ next: PublishedDefinition) async throws -> Bool
}
