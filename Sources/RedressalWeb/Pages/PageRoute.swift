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
            return try self.painter.response(
                self.page(problem, self.painter.speech(for: request)), to: request, visitor: visitor)
        }
    }

    private func page(_ problem: Problem, _ speech: Speech) -> Page {
        let said = speech.known("problems.\(problem.code)")
        var page = Page(
            "problem", title: speech("problem.title"),
            ["text": said ?? problem.detail ?? problem.title, "mayRetry": problem.status.code >= 500])
        page.status = problem.status
        page.headers = problem.headers
        return page
    }
}
