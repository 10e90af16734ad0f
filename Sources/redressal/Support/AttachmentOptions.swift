import ArgumentParser
import Foundation
import RedressalRuntime
import RedressalWeb

/// Where attachments are kept, and how many.
struct AttachmentOptions: ParsableArguments {
    @Option(help: "The folder of attachments. Environment: REDRESSAL_ATTACHMENTS; default beside the key file.")
    var attachments: String?

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
    }

    /// The attachments of an installation.
    ///
    /// - Throws: `VaultError`; `AttachmentStoreError` when the folder cannot be made or written.
    func attachments(_ installation: Installation) async throws -> SealedAttachments {
        SealedAttachments(
            pool: installation.pool, vault: try await installation.vault(),
            store: try AttachmentDirectory(self.folder(installation.keyFile)), clock: installation.clock,
            limit: self.maxAttachments)
    }

    private func folder(_ keyFile: URL) -> URL {
        let named = self.attachments ?? ProcessInfo.processInfo.environment["REDRESSAL_ATTACHMENTS"] ?? ""
        guard named.isEmpty else { return URL(fileURLWithPath: named) }
        return keyFile.deletingLastPathComponent().appendingPathComponent("attachments")
    }
}
