import Redressal

/// What is asked of one object.
struct S3Request: Sendable {
    /// What can be asked, by the name that HTTP has for it.
    enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case put = "PUT"
        case delete = "DELETE"
    }

    let method: Method
    let id: AttachmentID
    var body: [UInt8] = []

    /// What goes over the wire now: a signature holds for a quarter of an hour.
    ///
    /// The hash of the body goes along, so that the store refuses one that was changed on the way.
    func signed(for bucket: S3Bucket, by credentials: S3Credentials, at now: Instant) -> SignedRequest {
        let path = bucket.path(of: self.id)
        let hash = AttachmentID(of: self.body).text
        let stamp = SignatureV4.stamp(now)
        var headers = ["host": bucket.authority, "x-amz-content-sha256": hash, "x-amz-date": stamp]
        if self.method == .put { headers["content-type"] = "application/octet-stream" }
        headers["authorization"] = SignatureV4(credentials: credentials, region: bucket.region).authorization(
            self.method.rawValue, path, headers, hash: hash, stamp: stamp)
        return SignedRequest(method: self.method, url: bucket.endpoint + path, headers: headers, body: self.body)
    }
}

/// A request with the headers that show whose it is.
struct SignedRequest: Hashable, Sendable {
    let method: S3Request.Method
    let url: String
    /// By lower-case name.
    let headers: [String: String]
    let body: [UInt8]
}
