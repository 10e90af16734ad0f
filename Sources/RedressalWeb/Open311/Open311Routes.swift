import HTTPTypes
import Hummingbird
import Redressal

/// Open311 GeoReport v2: the way in of apps and websites that report what is broken in a city.
struct Open311Routes: Sendable {
    /// What can be done about cases by HTTP, which this says in the standard's words.
    let cases: CaseRoutes
    let requests: any FiledRequests
    /// How programs show their keys; nil asks nobody.
    let door: SignInDoor?
    let allowance = FilingAllowance()

    /// - Parameter router: For whoever comes: keys come as the standard has them.
    func add(to router: some RouterMethods<WebContext>) {
        let open311 = router.group("open311").add(middleware: Open311Errors())
        for format in Open311Format.allCases.map(\.rawValue) {
            open311.route("discovery.\(format)", [.get: self.look { try self.discovery($0, $1) }])
            open311.route("v2/services.\(format)", [.get: self.look { question, _ in try self.services(question) }])
            open311.route(
                "v2/services/{code}.\(format)", [.get: self.look { try self.service($0, try $1.part("code")) }])
            open311.route(
                "v2/requests.\(format)",
                [
                    .get: self.look { question, _ in try await self.list(question) },
                    .post: { request, _ in try await TimeLimit.command.run { try await self.file(request) } },
                ])
            open311.route(
                "v2/requests/{request}.\(format)", [.get: self.look { try await self.show($0, try $1.part("request")) }]
            )
            open311.route(
                "v2/tokens/{token}.\(format)", [.get: self.look { try await self.token($0, try $1.part("token")) }])
        }
    }

    /// A handler that only looks, in the time that looking may take.
    private func look(
        _ answer: @escaping @Sendable (Open311Question, Place) async throws -> Response
    ) -> @Sendable (Request, WebContext) async throws -> Response {
        { request, context in
            let place = Place(request: request, parameters: context.parameters)
            return try await TimeLimit.view.run { try await answer(Open311Question(request, self.door), place) }
        }
    }

    /// Where a request arrives.
    struct Place: Sendable {
        let request: Request
        let parameters: Parameters

        /// A part of the path, decoded.
        func part(_ name: String) throws -> String { try self.parameters.text(name) }
    }

    /// The jurisdiction's service of this code.
    ///
    /// - Throws: ``Open311Refusal`` `.notFound`.
    func service(_ code: String, of jurisdiction: Open311Jurisdiction) throws(Open311Refusal) -> Open311Service {
        guard let service = jurisdiction.service(code) else {
            throw Open311Refusal(.notFound, "expected a 'service_code' of '\(jurisdiction.id)' but it was not found")
        }
        return service
    }
}
