import Hummingbird

extension PagePainter {
    /// A problem said in words, in the language of whoever asks.
    ///
    /// - Throws: ``PageError``.
    func response(_ problem: Problem, to request: Request, visitor: Visitor? = nil) throws -> Response {
        let speech = self.speech(for: request)
        let said = speech.known("problems.\(problem.code)")
        var page = Page(
            visitor == nil ? "problem" : "console.problem", title: speech("problem.title"),
            ["text": said ?? problem.detail ?? problem.title, "mayRetry": problem.status.code >= 500])
        page.status = problem.status
        page.headers = problem.headers
        return try self.response(page, to: request, visitor: visitor)
    }
}
