import Hummingbird
import NIOCore
import Redressal

extension PublicRoutes {
    /// The files with which the office shows what it did, once the case's own people are told of it.
    func evidence(of state: CaseState) async throws -> [Attachment] {
        guard let portal = self.desk.catalog().workflow(state.workflow)?.portal, let door = self.desk.attachments else {
            return []
        }
        let told = FieldName.ofAttachments.filter { portal.toldIn[$0]?.contains(StateName(state.state)) == true }
        let names = Set(told.flatMap { state.fields[$0.rawValue]?.typed(nil) ?? [] })
        guard !names.isEmpty else { return [] }
        return try await door.desk.attachments(of: state.id).filter { names.contains($0.id.text) }
    }

    /// `GET /track/case/files/{attachment}`: one of them; of files that are not for them nothing is told.
    func evidence(_ request: Request, _ name: String) async throws -> Response {
        guard let state = try await self.visited(request) else { return PageResponse.seeOther("/track") }
        let catalog = self.desk.catalog()
        guard !catalog.isHandedOver(state), let workflow = catalog.workflow(state.workflow),
            let account = Citizen.account(of: state, in: workflow), let door = self.desk.attachments,
            let file = try await self.evidence(of: state).first(where: { $0.id.text == name }),
            let (attachment, bytes) = try await self.content(of: file.id, state.id, door)
        else { throw HTTPError(.notFound) }
        // That it was looked at is written down first, as of the page (ADR 0017).
        _ = try await self.desk.opened(state, for: Reader(account: account, kind: .person), purpose: "attachment")
        return Response(
            status: .ok, headers: attachment.headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A file, opened; nil also for one that went with the person whom it was about.
    private func content(
        of id: AttachmentID, _ case: CaseID, _ door: AttachmentDoor
    ) async throws -> (attachment: Attachment, bytes: [UInt8])? {
        do {
            return try await door.desk.open(id, of: `case`)
        } catch is AttachmentErased {
            return nil
        }
    }
}
