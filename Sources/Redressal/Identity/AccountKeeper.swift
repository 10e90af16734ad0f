/// Changes who may come in, and writes down each change before it is tried, and again once it is done.
///
/// What cannot be written down is not tried.
package struct AccountKeeper: Sendable {
    private let book: any AccountBook
    private let record: @Sendable (AccessFact) async throws -> Void

    /// - Parameter record: Writes down what is to be changed, and was, under the name of whoever asks.
    package init(_ book: any AccountBook, record: @escaping @Sendable (AccessFact) async throws -> Void) {
        self.book = book
        self.record = record
    }

    /// Makes an account for somebody whom a programme names, or for a program.
    ///
    /// - Returns: The password for the first sign-in; nil for a service.
    /// - Throws: ``AccountError`` for a name that does not fit, or that has an account.
    package func add(_ name: String, kind: Identity.Kind, _ org: OrgDirectory) async throws -> String? {
        try Self.check(name)
        let isKnown = org.isKnown(name)
        guard kind == .person || !isKnown else {
            throw AccountError(
                "expected a service's own id but a published programme has a person \(name.quoted)")
        }
        guard kind == .service || isKnown else {
            throw AccountError(
                "expected an account of a published programme but none has \(name.quoted): publish one that has, or add "
                    + "a service")
        }
        return try await self.noting(.added, of: name) {
            try await self.book.add(name, kind: kind, isLasting: false)
        }
    }

    /// - Throws: ``AccountError`` for what cannot be an account's name.
    package static func check(_ name: String) throws(AccountError) {
        guard Programme.isID(name) else {
            throw AccountError(
                "expected an id of lower-case letters, digits, '-' and '_' that begins with a letter but found "
                    + name.quoted)
        }
    }

    /// - Returns: The password for the next sign-in.
    /// - Throws: ``AccountError`` when there is no such person.
    package func resetPassword(of name: String) async throws -> String {
        try await self.noting(.passwordReset, of: name) { try await self.book.resetPassword(of: name) }
    }

    /// - Throws: ``AccountError`` when there is no such account.
    package func set(closed: Bool, _ name: String) async throws {
        try await self.noting(closed ? .closed : .opened, of: name) {
            try await self.book.set(closed: closed, name)
        }
    }

    /// - Throws: ``AccountError`` when there is no such person.
    package func requireCode(of name: String) async throws {
        try await self.noting(.codeRequired, of: name) { try await self.book.requireCode(of: name) }
    }

    /// - Throws: ``AccountError`` when there is no such account.
    package func removeCode(from name: String) async throws {
        try await self.noting(.codeRemoved, of: name) { try await self.book.removeCode(from: name) }
    }

    private func noting<Answer: Sendable>(
        _ change: AccountChanged.Change, of name: String, _ body: () async throws -> Answer
    ) async throws -> Answer {
        try await self.record(.accountChangeAsked(AccountChangeAsked(subject: name, change: change)))
        let answer = try await body()
        try await self.record(.accountChanged(AccountChanged(subject: name, change: change)))
        return answer
    }
}
