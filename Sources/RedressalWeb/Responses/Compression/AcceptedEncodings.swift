/// What a client can read, by its `Accept-Encoding` (RFC 9110 §12.5.3).
struct AcceptedEncodings {
    private var weights: [String: Double] = [:]

    init(_ header: String?) {
        for item in HeaderParameters.split(header ?? "", at: ",") {
            let coding = HeaderParameters(item)
            self.weights[coding.value] = coding["q"].map { Double($0) ?? 0 } ?? 1
        }
    }

    /// Whether gzip is asked for, by name or by `*`, and not ruled out.
    var allowsGzip: Bool { (self.weights["gzip"] ?? self.weights["x-gzip"] ?? self.weights["*"] ?? 0) > 0 }
}
