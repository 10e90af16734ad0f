import HTTPTypes
import Hummingbird
import NIOCore

/// Style sheets and scripts.
struct StaticRoutes: Sendable {
    let pages: PageLibrary

    func add(to router: some RouterMethods<WebContext>) {
        router.route("static/:version/:name", [.get: { _, context in try self.file(context) }])
    }

    /// `GET /static/{version}/{name}`: the version in the address changes with the file, so that it may be kept for ever.
    private func file(_ context: WebContext) throws -> Response {
        guard let file = self.pages.files[try context.parameters.require("name")],
            try context.parameters.require("version") == file.version
        else { throw HTTPError(.notFound) }
        let headers: HTTPFields = [
            .contentType: file.mediaType, .cacheControl: "public, max-age=31536000, immutable",
            .xContentTypeOptions: "nosniff",
        ]
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}
