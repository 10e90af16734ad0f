import HTTPTypes

/// A page before it is drawn: which template, what is shown in it, and how it is answered.
struct Page: Sendable {
    let template: String
    /// What stands in the browser's tab.
    let title: String
    var values: [String: any Sendable]
    var status = HTTPResponse.Status.ok
    var headers: HTTPFields = [:]

    init(_ template: String, title: String, _ values: [String: any Sendable] = [:]) {
        self.template = template
        self.title = title
        self.values = values
    }
}
