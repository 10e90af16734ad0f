import HTTPTypes
import Hummingbird
import HummingbirdTesting

/// What came back.
struct Reply: Hashable, Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String

    init(_ response: TestResponse) {
        self.status = response.status.code
        self.headers = response.headers
        self.body = String(buffer: response.body)
    }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { self.headers[$0] } }
}
