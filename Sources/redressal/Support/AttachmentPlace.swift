import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Where attachments are kept: a folder, or a bucket of an S3-compatible store.
enum AttachmentPlace {
    case folder(URL)
    case bucket(S3Bucket, S3Credentials)

    /// - Parameters:
    ///   - text: A folder's path, or `s3://bucket/prefix`.
    ///   - environment: The process's, which holds the keys.
    /// - Throws: `ValidationError` for half a bucket, or an address of another kind.
    init(
        _ text: String, endpoint: String?, region: String?, _ environment: [String: String]
    ) throws {
        guard text.contains("://") else {
            self = .folder(URL(fileURLWithPath: text))
            return
        }
        guard let endpoint else {
            throw ValidationError(
                "expected the store's address in --s3-endpoint or REDRESSAL_S3_ENDPOINT with s3://… but found none")
        }
        guard let credentials = S3Credentials(environment: environment) else {
            throw ValidationError(
                "expected \(S3Credentials.variables.joined(separator: " and ")) in the environment but found none")
        }
        do throws(S3Bucket.WrongSetting) {
            self = .bucket(try S3Bucket(text, endpoint: endpoint, region: region ?? S3Bucket.usualRegion), credentials)
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// Opens it.
    ///
    /// - Throws: `AttachmentStoreError` when it cannot be made, reached or written.
    func store(_ clock: any WallClock) async throws(AttachmentStoreError) -> any AttachmentStore {
        switch self {
        case .folder(let folder): return try AttachmentDirectory(folder)
        case .bucket(let bucket, let credentials):
            let store = S3Attachments(bucket, credentials, clock: clock)
            try await store.check()
            return store
        }
    }
}
