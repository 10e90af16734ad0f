import HTTPTypes
import Hummingbird
import NIOCore

/// `GET /metrics`: the process's metrics, for Prometheus to fetch.
struct MetricsRoute: Sendable {
    let page: @Sendable () -> String
    let mediaType: String

    func add(to router: Router<some RequestContext>) {
        router.route(
            "metrics",
            [
                .get: { _, _ in
                    Response(
                        status: .ok, headers: [.contentType: self.mediaType, .cacheControl: "no-store"],
                        body: ResponseBody(byteBuffer: ByteBuffer(string: self.page())))
                }
            ])
    }
}
