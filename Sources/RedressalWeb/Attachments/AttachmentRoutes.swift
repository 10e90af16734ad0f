import HTTPTypes
import Hummingbird
import NIOCore
import Redressal

/// Files of cases: sent before an action names them, opened by those who may see the case.
struct AttachmentRoutes: Sendable {
    let door: AttachmentDoor
    let cases: CaseRoutes

    /// What the access log says a file was opened for.
    private static let purpose = "attachment"

    func add(to router: some RouterMethods<WebContext>) {
        router.route(
            "attachments",
            [
                .post: { request, context in
                    try await TimeLimit.upload.run { try await self.take(request, from: context.identity) }
                }
            ])
        router.route(
            "cases/:case/attachments",
            [
                .get: { _, context in
                    let id = try context.parameters.text("case")
                    return try await TimeLimit.view.run {
                        try await self.cases.watch(context.identity, on: id) {
                            try await self.list(id, to: context.identity)
                        }
                    }
                }
            ])
        router.route(
            "cases/:case/attachments/:attachment",
            [
                .get: { _, context in
                    let id = try context.parameters.text("case")
                    let attachment = try context.parameters.text("attachment")
                    return try await TimeLimit.view.run {
                        try await self.cases.watch(context.identity, on: id) {
                            try await self.open(attachment, of: id, to: context.identity)
                        }
                    }
                }
            ])
    }

    /// `POST /attachments`: keeps a file until an action names it.
    private func take(_ request: Request, from identity: Identity?) async throws -> Response {
        let bytes = try await request.file(atMost: self.door.longest, in: self.door.room)
        let file: CleanAttachment
        do throws(AttachmentFault) {
            file = try CleanAttachment(of: bytes)
        } catch {
            throw Problem(error)
        }
        let attachment = try await self.door.desk.take(file, from: identity?.account)
        return try JSONResponse.make(.created, AttachmentDocument(attachment))
    }

    /// `GET /cases/{case}/attachments`: which files a case has.
    private func list(_ idOrReference: String, to identity: Identity?) async throws -> Response {
        let state = try await self.cases.seen(idOrReference, by: identity)
        let attachments = try await self.door.desk.attachments(of: state.id)
        return try JSONResponse.make(.ok, ["attachments": attachments.map { AttachmentDocument($0) }])
    }

    /// `GET /cases/{case}/attachments/{attachment}`: a file, for whoever asked to keep and never to run.
    private func open(_ text: String, of idOrReference: String, to identity: Identity?) async throws -> Response {
        let state = try await self.cases.seen(idOrReference, by: identity)
        guard let id = AttachmentID(text), let (attachment, bytes) = try await self.content(of: id, state.id) else {
            throw Problem(
                .notFound, "unknown_attachment", "expected the name of one of the case's files but found another")
        }
        try await self.note(state, identity)
        return Response(
            status: .ok, headers: attachment.headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Writes down that a file was opened, for those who may read what is personal in the case.
    ///
    /// - Throws: ``PersonalDataRefusal`` for others, written down too; ``LogError`` when it cannot be written down, and then
    ///   nothing is shown.
    private func note(_ state: CaseState, _ identity: Identity?) async throws {
        guard let identity, let witness = self.cases.witness else { return }
        let reader = Reader(identity)
        let sight = PersonalSight(of: reader, self.cases.catalog(), at: self.cases.clock.now())
        let standing: PersonalStanding
        do throws(PersonalDataRefusal) {
            standing = try sight.standing(on: state)
        } catch {
            let facts = PersonalDataRefused(case: error.case, purpose: Self.purpose, reason: error.reason)
            try await witness.record(.personalDataRefused(facts), by: reader)
            throw error
        }
        let facts = PersonalDataRead(
            case: state.id, workflow: state.workflow.name, fields: ["attachment"], purpose: Self.purpose,
            standing: standing.name)
        try await witness.record(.personalDataRead(facts), by: reader)
    }

    private func content(
        of id: AttachmentID, _ case: CaseID
    ) async throws -> (attachment: Attachment, bytes: [UInt8])? {
        do {
            return try await self.door.desk.open(id, of: `case`)
        } catch let error as AttachmentErased {
            throw Problem(.gone, "erased", error.description)
        }
    }
}

extension Attachment {
    /// What keeps a browser from doing anything with it but saving it.
    var headers: HTTPFields {
        var headers: HTTPFields = [
            .contentType: self.type == .text ? "text/plain; charset=utf-8" : self.type.rawValue,
            .contentDisposition: "attachment; filename=\"\(self.id.text.prefix(12)).\(self.type.fileExtension)\"",
            .cacheControl: "no-store",
        ]
        headers[.contentSecurityPolicy] = "sandbox; default-src 'none'; frame-ancestors 'none'"
        return headers
    }
}

extension TimeLimit {
    /// For files: ten megabytes by a slow telephone.
    fileprivate static let upload = TimeLimit(
        .seconds(600), .unavailable, "expected the file to come in and be kept but it did not")
}
