import Foundation
import RedressalTesting
import Testing

/// Who had something published is in the built program's access log, whichever way it was.
@Suite struct PublicationTraceTests {
    @Test(.timeLimit(.minutes(5))) func absencesHolidaysAndTextsLeaveATrace() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish", "--by", "u-209")
            let office = try await BulkOffice.open(in: sandbox)
            try await Self.enterAbsence(sandbox, office.web)
            try await Self.announceHoliday(office)
            let lines = try await Self.lines(sandbox)
            for (account, about) in [
                ("u-208", "programme kp-abbottabad version 6, absence u-225, by u-208"),
                ("u-203", "calendar kp-health-24x7 version 2, holiday, by u-203"),
                (NSUserName(), "workflow forum version 2, text, by u-209"),
            ] {
                // The latest first.
                let told = lines.filter { $0.contains("PublicationOrdered") && $0.hasSuffix(about) }
                #expect(told.count == 2 && told.allSatisfy { $0.contains(account) }, "\(lines)")
                #expect(told.first?.contains("done: ") == true && told.last?.contains("asked: ") == true, "\(told)")
            }
            try await office.close()
        }
    }

    private static func enterAbsence(_ sandbox: Sandbox, _ web: Web) async throws {
        try await sandbox.run("user", "add", "u-208")
        let token = try await sandbox.run("token", "add", "u-208").output.trimmingCharacters(in: .newlines)
        let sent = await web.post(
            form: "user=u-225&first=2031-03-24&last=2031-03-28&version=5", to: "/console/admin/absences",
            headers: ["Authorization": "Bearer \(token)"])
        #expect(sent.status == 200 && sent.body.contains("version 6, published by u-208"), "\(sent.body)")
    }

    private static func announceHoliday(_ office: BulkOffice) async throws {
        let order = #"""
            {"reason": "The moon was seen",
             "holiday": {"calendar": "kp-health-24x7", "date": "2031-03-23", "name": "Eid"}}
            """#
        let asked = await office.web.post("/bulk", order.utf8, headers: office.asker)
        let id = try JSONDecoder().decode(BulkOffice.Order.self, from: Data(asked.body.utf8)).id
        try await office.waits(for: id, to: "waiting")
        let approved = await office.web.post("/bulk/\(id)/approve", "{}".utf8, headers: office.approver)
        #expect(approved.status == 200, "\(approved.body)")
        try await office.waits(for: id, to: "done")
    }

    private static func lines(_ sandbox: Sandbox) async throws -> [String] {
        try await sandbox.run("audit", "access", "--limit", "1000").output.split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
