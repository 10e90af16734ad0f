import HTTPTypes
import Hummingbird
import HummingbirdTesting

/// What came back.
struct Reply: Hashable, Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String
    /// How many bytes the body has, which may not be text.
    let bytes: Int

    init(_ response: TestResponse) {
        self.status = response.status.code
        self.headers = response.headers
        self.body = String(buffer: response.body)
        self.bytes = response.body.readableBytes
    }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { self.headers[$0] } }
}
