import HTTPTypes

extension HTTPRequest {
    /// Whether a browser asks: they name HTML, and whoever takes anything gets JSON.
    var wantsPage: Bool {
        (self.headerFields[.accept] ?? "").split(separator: ",").contains {
            $0.trimmingPrefix { $0 == " " }.lowercased().hasPrefix("text/html")
        }
    }
}
