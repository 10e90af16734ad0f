import HTTPTypes
import Hummingbird
import Redressal

/// One page's way from request to answer, with errors said as pages.
struct PageRoute: Sendable {
    let painter: PagePainter
    let limit: TimeLimit

    func callAsFunction(
        _ request: Request, _ context: WebContext, visitor: Visitor? = nil,
        _ body: @escaping @Sendable () async throws -> Response
    ) async throws -> Response {
        do {
            return try await self.limit.run(body)
        } catch let error as BrokenBody {
            throw error
        } catch {
            let problem = Problem(error, of: request, context)
            return try self.painter.response(problem, to: request, visitor: visitor)
        }
    }
}
