import Redressal
import Testing

@testable import RedressalRuntime

/// Signatures beside those that AWS publishes.
@Suite struct SignatureV4Tests {
    private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    /// The "Signature Version 4 test suite": `get-vanilla` and `post-vanilla`.
    @Test(arguments: [
        ("GET", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("POST", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
    ])
    func signsAsTheTestSuite(_ method: String, _ signature: String) {
        let keys = S3Credentials(id: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
        let stamp = "20150830T123600Z"
        let header = SignatureV4(credentials: keys, region: "us-east-1", service: "service").authorization(
            method, "/", ["host": "example.amazonaws.com", "x-amz-date": stamp], hash: Self.empty, stamp: stamp)
        #expect(
            header
                == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=\(signature)")
    }

    /// The examples of the Amazon S3 API reference, "Authenticating Requests: Using the Authorization Header".
    @Test(arguments: [
        (
            "GET", "/test.txt", ["range": "bytes=0-9"], Self.empty,
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        (
            "PUT", "/test%24file.text",
            ["date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"],
            "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        ),
    ])
    func signsAsTheReference(
        _ method: String, _ path: String, _ more: [String: String], _ hash: String, _ signature: String
    ) throws {
        let keys = S3Credentials(id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
        let stamp = SignatureV4.stamp(try #require(Instant("2013-05-24T00:00:00Z")))
        #expect(stamp == "20130524T000000Z")
        var headers = ["host": "examplebucket.s3.amazonaws.com", "x-amz-content-sha256": hash, "x-amz-date": stamp]
        headers.merge(more) { $1 }
        let header = SignatureV4(credentials: keys, region: "us-east-1").authorization(
            method, path, headers, hash: hash, stamp: stamp)
        #expect(header.hasSuffix("Signature=\(signature)"), "\(header)")
    }

    @Test func theSecretIsNeverShown() {
        let keys = S3Credentials(id: "AKIDEXAMPLE", secret: "s3cret")
        var dumped = ""
        dump(keys, to: &dumped)
        #expect("\(keys) \(String(reflecting: keys))" == "keys AKIDEXAMPLE keys AKIDEXAMPLE")
        #expect(!dumped.contains("s3cret"))
        #expect(S3Credentials(environment: ["REDRESSAL_S3_ACCESS_KEY_ID": "a"]) == nil)
        #expect(
            S3Credentials(environment: ["REDRESSAL_S3_ACCESS_KEY_ID": "a", "REDRESSAL_S3_SECRET_ACCESS_KEY": ""]) == nil
        )
    }
}
