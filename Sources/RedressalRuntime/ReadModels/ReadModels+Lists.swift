import Postgres
import Redressal

extension ReadModels {
    package func page(_ filter: CaseFilter, after cursor: CaseCursor?, limit: Int) async throws -> CasePage {
        var found: [CaseListing] = []
        for part in CaseListQuery(filter).parts(after: cursor, limit: limit + 1) where found.count <= limit {
            found += try await self.ask(part).map { try CaseListing($0) }
        }
        return CasePage(found, limit: limit)
    }

    package func count(_ filter: CaseFilter, atMost most: Int) async throws -> Int {
        guard let query = CaseListQuery(filter).count(atMost: most) else { return 0 }
        return try await self.ask(query).first.map { try $0["count"] } ?? 0
    }
}
