/// The way to what is sealed: opens personal fields for those who may read them, and writes down that they did.
package protocol PersonalData: Sendable {
    /// Cases with the personal fields open that somebody may read; those of persons who were erased stay sealed.
    ///
    /// That they were read is in the access log before this returns.
    /// - Parameters:
    ///   - states: Several at once; each is recorded by itself.
    ///   - purpose: What for, as a word such as `handling`; it is kept for ever.
    /// - Throws: ``PersonalDataRefusal`` when one of the cases is not theirs to open, and then none is; ``LogError`` when
    ///   it cannot be recorded; ``ViewsUnavailable`` when the keys cannot be asked for now.
    func opened(_ states: [CaseState], for reader: Reader, purpose: String) async throws -> [CaseState]

    /// The orders by which what was sealed in a case was erased, the latest first; nothing personal.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func erasures(of id: CaseID) async throws -> [Erasure]
}

extension PersonalData {
    /// The same for one case.
    package func opened(_ state: CaseState, for reader: Reader, purpose: String) async throws -> CaseState {
        try await self.opened([state], for: reader, purpose: purpose).first ?? state
    }
}
