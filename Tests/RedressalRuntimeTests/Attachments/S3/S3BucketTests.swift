import Foundation
import Redressal
import Testing

@testable import RedressalRuntime

@Suite struct S3BucketTests {
    private static let store = "https://store.example.org"
    private static let id = AttachmentID(of: Array("abc".utf8))

    @Test(arguments: [
        ("s3://files", "/files/ba/78/"), ("s3://files/", "/files/ba/78/"),
        ("s3://files/a/b_c.d-e", "/files/a/b_c.d-e/ba/78/"), ("s3://files//a//", "/files/a/ba/78/"),
        ("s3://my.files-2/live", "/my.files-2/live/ba/78/"),
    ])
    func aPrefixComesBeforeTheFolders(_ address: String, _ path: String) throws {
        let bucket = try S3Bucket(address, endpoint: Self.store)
        #expect(bucket.path(of: Self.id) == path + Self.id.text)
        #expect(bucket.region == "us-east-1")
    }

    @Test func aFolderCanBeCopiedIntoABucket() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "redressal-\(UUID().uuidString)")
        let id = try await AttachmentDirectory(folder).put(Array("abc".utf8))
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(id.text) }
        let bucket = try S3Bucket("s3://files/live", endpoint: Self.store)
        #expect(paths.map { "/files/live/\($0)" } == [bucket.path(of: id)])
        try FileManager.default.removeItem(at: folder)
    }

    @Test(arguments: [
        "files", "/files", "s3:/files", "S3://files", "s3://", "s3://ab", "s3://Files", "s3://-files", "s3://files.",
        "s3://fi_les", "s3://files/../a", "s3://files/./a", "s3://files/a b", "s3://files/a?b", "s3://files/ä",
        "s3://files/½", "s3://files/a%2fb", "s3://user:s3cret@files",
    ])
    func otherAddressesAreRefused(_ address: String) {
        let error = #expect(throws: S3Bucket.WrongSetting.self) { try S3Bucket(address, endpoint: Self.store) }
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test(arguments: [
        ("https://store.example.org", "https://store.example.org", "store.example.org"),
        ("https://store.example.org:443/", "https://store.example.org", "store.example.org"),
        ("https://store.example.org:9000", "https://store.example.org:9000", "store.example.org:9000"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000", "127.0.0.1:9000"),
        ("http://localhost", "http://localhost", "localhost"), ("http://[::1]:9000", "http://[::1]:9000", "[::1]:9000"),
    ])
    func aStoreIsReachedWhereNobodyReadsAlong(_ text: String, _ endpoint: String, _ authority: String) throws {
        let bucket = try S3Bucket("s3://files", endpoint: text)
        #expect(bucket.endpoint == endpoint)
        #expect(bucket.authority == authority)
    }

    @Test(arguments: [
        "http://store.example.org", "http://127.0.0.1.example.org", "ftp://127.0.0.1", "store.example.org", "https://",
        "",
        "https://me:s3cret@store.example.org", "https://store.example.org/path", "https://store.example.org?x=s3cret",
        "https://store.example.org#s3cret",
    ])
    func otherStoresAreRefusedAndNotShown(_ endpoint: String) {
        let error = #expect(throws: S3Bucket.WrongSetting.self) { try S3Bucket("s3://files", endpoint: endpoint) }
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test(arguments: ["", "a b", "a/b", String(repeating: "a", count: 65)])
    func otherRegionsAreRefused(_ region: String) {
        #expect(throws: S3Bucket.WrongSetting.self) {
            try S3Bucket("s3://files", endpoint: Self.store, region: region)
        }
    }
}
