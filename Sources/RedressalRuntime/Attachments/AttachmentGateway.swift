import Logging
import Redressal

/// A gateway that makes the attachments which commands name their cases' own before it hands the commands in.
///
/// Before, because an event that names a file must never stand while the file can still be deleted as unused.
package struct AttachmentGateway: CommandGateway {
    private let gateway: any CommandGateway
    private let attachments: SealedAttachments
    private let logger: Logger

    package init(_ gateway: any CommandGateway, _ attachments: SealedAttachments, logger: Logger) {
        self.gateway = gateway
        self.attachments = attachments
        self.logger = logger
    }

    /// - Throws: ``GatewayError`` `.invalid`, too, for a draft that names a file which its sender may not use.
    package func submit(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome] {
        var claims: [AttachmentClaim?] = []
        do throws(GatewayError) {
            for draft in drafts { claims.append(try await self.claim(draft)) }
            let outcomes = try await self.gateway.submit(drafts)
            for (index, outcome) in outcomes.enumerated() where outcome.leavesNoCase {
                await self.release(claims[index], of: drafts[index])
            }
            return outcomes
        } catch {
            // Those were not sent; any other may still be decided.
            if error.code == .invalid || error.code == .busy {
                for (claim, draft) in zip(claims, drafts) { await self.release(claim, of: draft) }
            }
            throw error
        }
    }

    private func claim(_ draft: CommandDraft) async throws(GatewayError) -> AttachmentClaim? {
        let command = draft.command
        do {
            let ids = try command.attachments
            guard !ids.isEmpty else { return nil }
            return try await self.attachments.claim(
                ids, for: command.case, subject: draft.subject ?? "case:\(command.case)",
                by: draft.sender ?? command.actor.user)
        } catch let error as MisnamedAttachment {
            throw GatewayError(.invalid, error.description)
        } catch let error as VaultError {
            throw GatewayError(.invalid, error.description)
        } catch {
            throw GatewayError(.unavailable, "expected the attachments' table to answer but it does not")
        }
    }

    /// Gives the files of a case that was not opened back to who sent them.
    ///
    /// What an action named stays the case's, for another one may have named it at the same time.
    private func release(_ claim: AttachmentClaim?, of draft: CommandDraft) async {
        guard let claim, case .open = draft.command.request else { return }
        do {
            try await self.attachments.release(claim)
        } catch {
            self.logger.warning("files of a case that was not opened stay with it", metadata: ["reason": "\(error)"])
        }
    }
}

extension Outcome {
    /// Whether a case that was to be opened is not there.
    fileprivate var leavesNoCase: Bool {
        guard let code = self.rejection?.code else { return false }
        return code != .caseExists && code != .commandReused
    }
}
