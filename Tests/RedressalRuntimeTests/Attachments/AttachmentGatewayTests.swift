import Postgres
import Redressal
import RedressalTesting
import Synchronization
import Testing

@testable import RedressalRuntime

/// Commands that name files.
@Suite struct AttachmentGatewayTests {
    /// A gateway that answers as it is told.
    private final class ToldGateway: CommandGateway {
        private let rejection: Rejection.Code?
        private let failure: GatewayError?
        let count = Mutex(0)

        init(_ rejection: Rejection.Code? = nil, failure: GatewayError? = nil) {
            self.rejection = rejection
            self.failure = failure
        }

        func submit(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome] {
            self.count.withLock { $0 += drafts.count }
            if let failure { throw failure }
            return drafts.map { draft in
                Outcome(
                    command: draft.command.id, case: draft.command.case,
                    status: self.rejection == nil ? .accepted : .rejected,
                    rejection: self.rejection.map { Rejection($0, "expected something else") }, seq: 1, events: 1,
                    request: draft.command.requestDigest())
            }
        }
    }

    private static func draft(
        _ id: String, _ values: [FieldValue], _ request: (([String: FieldValue]) -> CommandRequest)? = nil,
        sender: String? = nil
    ) -> CommandDraft {
        let fields: [String: FieldValue] = ["evidence": .list(values)]
        let opening = CommandRequest.open(OpenCase(workflow: "complaint", office: "desk", fields: fields))
        let command = Command(
            id: CommandID("c-\(id)"), case: CaseID(id), actor: Actor(user: "mother", role: "complainant"),
            channel: "api", occurred: AttachmentRoom.start, request: request?(fields) ?? opening)
        return CommandDraft(command, sender: sender)
    }

    private static func acting(_ fields: [String: FieldValue]) -> CommandRequest {
        .act(TakeAction(action: "prove", fields: fields))
    }

    @Test func aNamedFileBecomesTheCasesBeforeTheCommandIsSent() async throws {
        try await AttachmentRoom.with { room in
            let gateway = AttachmentGateway(ToldGateway(), room.attachments, logger: .tests)
            let id = try await room.take("one")
            _ = try await gateway.submit([Self.draft("case-1", [.string(id.text)])])
            #expect(try await room.open(id, of: "case-1") == "one")
            let subject: String = try await room.pool.query("SELECT subject FROM attachment.item").value()
            #expect(subject == "case:case-1")
        }
    }

    @Test func whatOneMayNotUseIsRefusedBeforeItIsSent() async throws {
        try await AttachmentRoom.with { room in
            let behind = ToldGateway()
            let gateway = AttachmentGateway(behind, room.attachments, logger: .tests)
            let (mine, strangers) = (try await room.take("one"), try await room.take("two", from: "stranger"))
            let wrong: [FieldValue] = [
                .string(strangers.text), .string(AttachmentID(of: [1]).text), "photo.jpg", .integer(7),
                .string(mine.text.uppercased()),
            ]
            for value in wrong {
                let error = await #expect(throws: GatewayError.self) {
                    try await gateway.submit([Self.draft("case-1", [.string(mine.text), value])])
                }
                #expect(error?.code == .invalid)
            }
            #expect(behind.count.withLock { $0 } == 0)
            // And the file named beside it is not used up.
            _ = try await gateway.submit([Self.draft("case-2", [.string(mine.text)])])
            // A service acts for somebody with what it sent itself.
            let own = try await room.take("three", from: "website")
            _ = try await gateway.submit([Self.draft("case-3", [.string(own.text)], sender: "website")])
        }
    }

    @Test(arguments: [Rejection.Code.missingField, .unknownOffice])
    func aCaseThatIsNotOpenedGivesItsFilesBack(_ code: Rejection.Code) async throws {
        try await AttachmentRoom.with { room in
            let id = try await room.take("one")
            let refusing = AttachmentGateway(ToldGateway(code), room.attachments, logger: .tests)
            _ = try await refusing.submit([Self.draft("case-1", [.string(id.text)])])
            #expect(try await room.open(id, of: "case-1") == nil)
            try await room.claim(id, for: "case-2")
            #expect(try await room.open(id, of: "case-2") == "one")
        }
    }

    @Test func whatMayStandInAnEventStays() async throws {
        try await AttachmentRoom.with { room in
            let cases: [(ToldGateway, (([String: FieldValue]) -> CommandRequest)?)] = [
                (ToldGateway(.caseExists), nil), (ToldGateway(.guardFailed), Self.acting),
                (ToldGateway(failure: GatewayError(.noAnswer, "no answer")), nil),
            ]
            for (index, (behind, request)) in cases.enumerated() {
                let id = try await room.take("file \(index)")
                let gateway = AttachmentGateway(behind, room.attachments, logger: .tests)
                _ = try? await gateway.submit([Self.draft("case-\(index)", [.string(id.text)], request)])
                #expect(try await room.open(id, of: "case-\(index)") == "file \(index)")
            }
            let id = try await room.take("busy")
            let busy = AttachmentGateway(
                ToldGateway(failure: GatewayError(.busy, "busy")), room.attachments, logger: .tests)
            await #expect(throws: GatewayError.self) {
                try await busy.submit([Self.draft("case-9", [.string(id.text)])])
            }
            #expect(try await room.open(id, of: "case-9") == nil)
        }
    }
}
