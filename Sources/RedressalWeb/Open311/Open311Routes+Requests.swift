import HTTPTypes
import Hummingbird
import Redressal

extension Open311Routes {
    /// The standard's longest span of a list, 90 days, in milliseconds.
    private static let longestSpan: Int64 = 90 * 86_400_000
    /// The standard's longest list.
    private static let longestList = 1000

    /// `GET /open311/v2/requests`: what was filed, the latest first.
    func list(_ question: Open311Question) async throws -> Response {
        let catalog = self.cases.catalog()
        let jurisdiction = try question.jurisdiction(catalog)
        let codes = question.list("service_code")
        let services = try codes.map { try $0.map { try self.service($0, of: jurisdiction) } } ?? jurisdiction.services
        var filter = FiledRequestFilter(kinds: [], limit: Self.longestList)
        if let ids = question.list("service_request_id") {
            // The standard: "this overrides all other arguments".
            filter.kinds = try self.kinds(jurisdiction.services, jurisdiction, question)
            filter.references = ids.compactMap { TrackingReference.normalised($0) }
        } else {
            filter.kinds = try self.kinds(services, jurisdiction, question)
            filter.opened = try self.span(question)
            filter.status = try self.status(question)
            filter.limit = try self.number("page_size", of: question, upTo: Self.longestList) ?? Self.longestList
            filter.offset = ((try self.number("page", of: question, upTo: 1_000_000) ?? 1) - 1) * filter.limit
        }
        return try self.answer(question, try await self.requests.requests(filter), jurisdiction, catalog)
    }

    /// `GET /open311/v2/requests/{id}`: where a request stands.
    func show(_ question: Open311Question, _ id: String) async throws -> Response {
        let catalog = self.cases.catalog()
        let jurisdiction = try question.jurisdiction(catalog)
        let found = try await self.find(id, question, jurisdiction)
        return try self.answer(question, found, jurisdiction, catalog)
    }

    /// `GET /open311/v2/tokens/{token}`: the number behind a token, which here is the number itself.
    func token(_ question: Open311Question, _ token: String) async throws -> Response {
        let found = try await self.find(token, question, try question.jurisdiction(self.cases.catalog()))
        let requests = found.prefix(1).map {
            Open311Node.record(["service_request_id": .text($0.state.reference), "token": .text(token)])
        }
        return try question.format.response(.ok, .list(of: "request", requests), root: "service_requests")
    }

    /// A request that whoever asks may see; it may have been filed a moment ago.
    ///
    /// One that they may not see is as if it did not exist, in the same words and as late.
    private func find(
        _ id: String, _ question: Open311Question, _ jurisdiction: Open311Jurisdiction
    ) async throws -> [FiledRequest] {
        var filter = FiledRequestFilter(
            kinds: try self.kinds(jurisdiction.services, jurisdiction, question), limit: Self.longestList)
        let refusal = Open311Refusal(
            .notFound, "expected a 'service_request_id' that is known here but it was not found")
        guard let reference = TrackingReference.normalised(id) else { throw refusal }
        filter.references = [reference]
        let isThere = try await self.cases.views.wait(for: reference, seq: 1, patience: .zero)
        let found = try await self.requests.requests(filter)
        guard found.isEmpty else { return found }
        // What was there before and is not theirs is waited for as what is not there.
        let hasCome = try await self.cases.views.wait(
            for: reference, seq: isThere ? .max : 1, patience: self.cases.patience)
        let foundLater = try await self.requests.requests(filter)
        guard foundLater.isEmpty else { return foundLater }
        if hasCome { try await self.cases.finder.waitAsForNothing(reference) }
        throw refusal
    }

    /// The cases of services, as far as whoever asks may see them.
    ///
    /// - Throws: ``Problem`` 403 for nobody known where nothing is public.
    private func kinds(
        _ services: [Open311Service], _ jurisdiction: Open311Jurisdiction, _ question: Open311Question
    ) throws -> [FiledRequestFilter.Kind] {
        let isAsked = self.door != nil
        let seen = services.filter { !isAsked || question.account != nil || $0.isPublic }
        guard !seen.isEmpty || services.isEmpty else { throw Problem.noKey }
        return seen.map { service in
            let states = jurisdiction.mappings[service.workflow]?.states ?? [:]
            return FiledRequestFilter.Kind(
                workflow: service.workflow, office: service.office, fields: service.marks,
                filer: service.isPublic ? nil : question.account, statuses: states.compactMapValues(\.status))
        }
    }

    private func status(_ question: Open311Question) throws(Open311Refusal) -> Open311Status? {
        guard let names = question.list("status") else { return nil }
        let statuses = names.compactMap { Open311Status(rawValue: $0) }
        guard statuses.count == names.count else {
            throw Open311Refusal(.invalid, "expected open, closed or both in 'status' but found another")
        }
        return Set(statuses).count == 1 ? statuses.first : nil
    }

    /// The days asked for: the 90 before the end, after the beginning, or before now.
    private func span(_ question: Open311Question) throws(Open311Refusal) -> ClosedRange<Instant> {
        let (start, end) = (try self.instant("start_date", of: question), try self.instant("end_date", of: question))
        let now = self.cases.clock.now()
        let last = end ?? start.map { $0.advanced(byMilliseconds: Self.longestSpan) } ?? now
        let first = start ?? last.advanced(byMilliseconds: -Self.longestSpan)
        guard first <= last else {
            throw Open311Refusal(.invalid, "expected 'start_date' before 'end_date' but it is after it")
        }
        guard first.milliseconds(to: last) <= Self.longestSpan else {
            throw Open311Refusal(.invalid, "expected at most 90 days from 'start_date' to 'end_date' but found more")
        }
        return first...last
    }

    private func instant(_ name: String, of question: Open311Question) throws(Open311Refusal) -> Instant? {
        // A plus that was not encoded comes as a blank.
        guard let text = question.text(name)?.replacing(" ", with: "+") else { return nil }
        guard let instant = Instant(text) else {
            throw Open311Refusal(
                .invalid,
                "expected a W3C date and time with a zone such as 2026-04-10T00:00:00Z in '\(name)' but found \(text.quoted)"
            )
        }
        return instant
    }

    private func number(_ name: String, of question: Open311Question, upTo most: Int) throws(Open311Refusal) -> Int? {
        guard let text = question.text(name) else { return nil }
        guard let number = Int(text), 1...most ~= number else {
            throw Open311Refusal(
                .invalid, "expected a whole number from 1 to \(most) in '\(name)' but found \(text.quoted)")
        }
        return number
    }

    private func answer(
        _ question: Open311Question, _ found: [FiledRequest], _ jurisdiction: Open311Jurisdiction,
        _ catalog: DefinitionCatalog
    ) throws -> Response {
        let requests = found.compactMap { Open311Request($0, jurisdiction, catalog.org) }.map { Open311Node($0) }
        return try question.format.response(.ok, .list(of: "request", requests), root: "service_requests")
    }
}
