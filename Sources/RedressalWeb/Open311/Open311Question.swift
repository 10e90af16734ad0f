import Foundation
import HTTPTypes
import Hummingbird
import Redressal

/// What a request to Open311 says: its parameters, and who sends it.
struct Open311Question {
    let format: Open311Format
    /// The program that asks; nil for anybody.
    let account: String?
    private let body: FormBody
    private let query: FormBody

    /// - Parameters:
    ///   - door: How keys are shown; nil where nobody signs in, and keys are not looked at.
    ///   - hasBody: Whether a form comes with it.
    /// - Throws: ``Problem`` for a body or a query that cannot be read, and 403 for a key that is no service's.
    init(_ request: Request, _ door: SignInDoor?, hasBody: Bool = false) async throws {
        self.format = Open311Format(path: request.uri.path)
        self.body = hasBody ? try await request.form() : FormBody()
        self.query = try FormBody(request.uri.query ?? "")
        let key = self.body.text("api_key") ?? self.query.text("api_key")
        guard let door else {
            // Without keys, another site's page must not be able to send a visitor's browser here.
            try CrossOrigin.check(request)
            self.account = nil
            return
        }
        guard key != nil || request.headers[.authorization] != nil else {
            self.account = nil
            return
        }
        let secret = key.map { AccessSecret(token: $0) } ?? door.ownToken(of: request)
        guard let secret, let identity = try await door.identities.identity(showing: secret), identity.kind == .service
        else { throw Problem.noKey }
        self.account = identity.account
    }

    /// A parameter without blanks around it; nil when it is missing or blank.
    func text(_ name: String) -> String? { self.body.text(name) ?? self.query.text(name) }

    /// All values of a parameter.
    func texts(_ name: String) -> [String] {
        let values = self.body.texts(name)
        return values.isEmpty ? self.query.texts(name) : values
    }

    /// The parts of a list with commas.
    func list(_ name: String) -> [String]? {
        self.text(name)?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The jurisdiction that it is about: the one it names, or the only one there is.
    ///
    /// - Throws: ``Open311Refusal`` for none, or an unknown one.
    func jurisdiction(_ catalog: DefinitionCatalog) throws(Open311Refusal) -> Open311Jurisdiction {
        let all = catalog.jurisdictions
        guard let id = self.text("jurisdiction_id") else {
            guard let only = all.first else { throw .nothingPublished }
            guard all.count == 1 else {
                throw Open311Refusal(
                    .invalid, "expected 'jurisdiction_id' because there are several but it was not provided")
            }
            return only
        }
        guard let found = all.first(where: { $0.id == id }) else {
            throw Open311Refusal(.notFound, "expected a 'jurisdiction_id' that is published here but it was not found")
        }
        return found
    }
}

extension Open311Refusal {
    /// No programme has services for Open311.
    static let nothingPublished = Open311Refusal(.notFound, "expected a jurisdiction but none is published here")
}

extension Problem {
    /// No key, or one that does not hold.
    static let noKey = Problem(
        .forbidden, "not_signed_in", "expected the key of a service in 'api_key' but it is missing or does not hold")
}
