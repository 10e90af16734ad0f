import Redressal

extension FakeViews: FiledRequests {
    func requests(_ filter: FiledRequestFilter) async throws -> [FiledRequest] {
        try self.filed(filter)
    }
}
