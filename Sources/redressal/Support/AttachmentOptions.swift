import ArgumentParser
import Foundation
import RedressalRuntime
import RedressalWeb

/// Where attachments are kept, and how many.
struct AttachmentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where attachments are kept: a folder, or s3://bucket/prefix. Environment: REDRESSAL_ATTACHMENTS; default a folder beside the key file.",
            valueName: "place"))
    var attachments: String?

    @Option(
        name: .customLong("s3-endpoint"),
        help: ArgumentHelp(
            "The S3-compatible store: https://host, or http on this machine. Its keys come from the environment: REDRESSAL_S3_ACCESS_KEY_ID, REDRESSAL_S3_SECRET_ACCESS_KEY. Environment: REDRESSAL_S3_ENDPOINT.",
            valueName: "url"))
    var s3Endpoint: String?

    @Option(
        name: .customLong("s3-region"),
        help: ArgumentHelp(
            "The store's region. Environment: REDRESSAL_S3_REGION; default us-east-1.", valueName: "name"))
    var s3Region: String?

    @Option(help: "The longest attachment taken, in bytes.")
    var maxAttachment = AttachmentDoor.usualLength

    @Option(help: "How many attachments a case may have.")
    var maxAttachments = SealedAttachments.usualLimit

    /// The longest one taken, in bytes.
    var longest: Int { self.maxAttachment }

    func validate() throws {
        guard self.maxAttachment > 0, self.maxAttachments > 0 else {
            throw ValidationError(
                "expected positive numbers in --max-attachment and --max-attachments but found another")
        }
        switch try self.place(beside: URL(fileURLWithPath: "/")) {
        case .folder:
            guard self.s3Endpoint == nil, self.s3Region == nil else {
                throw ValidationError(
                    "expected --attachments s3://… with --s3-endpoint and --s3-region but found a folder")
            }
        case .bucket:
            // Sealing makes a file a little longer.
            guard self.maxAttachment <= S3Attachments.longest - 1024 else {
                throw ValidationError(
                    "expected at most \(S3Attachments.longest - 1024) bytes in --max-attachment with s3://… but found more"
                )
            }
        }
    }

    /// The attachments of an installation.
    ///
    /// - Throws: `VaultError`; `AttachmentStoreError` when the folder or bucket cannot be made, reached or written.
    func attachments(_ installation: Installation) async throws -> SealedAttachments {
        let place = try self.place(beside: installation.keyFile)
        return SealedAttachments(
            pool: installation.pool, vault: try await installation.vault(),
            store: try await place.store(installation.clock), clock: installation.clock, limit: self.maxAttachments,
            logger: installation.logger)
    }

    /// - Throws: `ValidationError` for a place that cannot be meant.
    private func place(beside keyFile: URL) throws -> AttachmentPlace {
        let environment = ProcessInfo.processInfo.environment.filter { !$0.value.isEmpty }
        let named = [self.attachments, environment["REDRESSAL_ATTACHMENTS"]].compactMap { $0 }.first { !$0.isEmpty }
        return try AttachmentPlace(
            named ?? keyFile.deletingLastPathComponent().appendingPathComponent("attachments").path,
            endpoint: self.s3Endpoint ?? environment["REDRESSAL_S3_ENDPOINT"],
            region: self.s3Region ?? environment["REDRESSAL_S3_REGION"], environment)
    }
}
