import Hummingbird
import Redressal

extension PageRequest {
    /// A request for a part of a list of cases.
    ///
    /// - Throws: As the other.
    init(cases request: Request, _ query: Query, for account: String?) throws(Problem) {
        try self.init(request, query, for: account, parts: 3)
    }

    /// Where the part begins; nil for the beginning.
    ///
    /// - Throws: ``Problem`` for a cursor of nobody's making.
    func caseCursor() throws(Problem) -> CaseCursor? {
        guard let place else { return nil }
        guard let opened = Instant(place[1]), place[0].isEmpty || Instant(place[0]) != nil,
            place[2].utf8.count <= CaseID.longest, !place[2].contains("\0")
        else { throw Self.foreignCursor }
        return CaseCursor(due: Instant(place[0]), opened: opened, id: CaseID(place[2]))
    }

    /// The cursor of the part after this one; nil when it is the last.
    func next(after page: CasePage) -> String? {
        page.next.map { self.cursor([$0.due?.description ?? "", $0.opened.description, $0.id.text]) }
    }

    /// A part of a list of cases as it is answered.
    func response(_ page: CasePage) throws -> Response { try self.response(page) { $0 } }

    /// - Parameter line: What is answered of each case.
    func response<Line: Encodable>(_ page: CasePage, line: (CaseListing) -> Line) throws -> Response {
        let next = self.next(after: page)
        let document = CasePageDocument(cases: page.cases.map(line), next: next)
        return try JSONResponse.make(.ok, document, self.headers(next: next))
    }
}

/// A part of a list of cases, and the cursor of the next.
private struct CasePageDocument<Line: Encodable>: Encodable {
    let cases: [Line]
    let next: String?
}
