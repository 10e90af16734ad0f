import Foundation
import Glibc
import RedressalTesting
import Testing

extension ContractTests {
    private static let order = """
        {"workflow": "complaint", "state": "closed_withdrawn", "action": "reopen", "inputs": {"reason_code": "pressed"},
         "reason": "People were pressed to withdraw"}
        """

    /// The answers about orders for many cases: one is approved, the other cancelled.
    func orders(_ sandbox: Sandbox) async throws -> [Answer] {
        let office = try await BulkOffice.open(in: sandbox)
        let (web, asker, approver) = (office.web, office.asker, office.approver)
        let asked = await web.post("/bulk", Self.order.utf8, headers: asker)
        let id = try JSONDecoder().decode(BulkOffice.Order.self, from: Data(asked.body.utf8)).id
        try await office.waits(for: id, to: "waiting")
        let own = await web.post("/bulk/\(id)/approve", "".utf8, headers: asker)
        let approved = await web.post("/bulk/\(id)/approve", "".utf8, headers: approver)
        let other = await web.post("/bulk", Self.order.utf8, headers: asker)
        let second = try JSONDecoder().decode(BulkOffice.Order.self, from: Data(other.body.utf8)).id
        let answers = [
            Self.answer("post", "/bulk", asked), Self.answer("post", "/bulk", other),
            Self.answer("post", "/bulk", await web.post("/bulk", "{}".utf8, headers: asker)),
            Self.answer("post", "/bulk/{bulk}/approve", own), Self.answer("post", "/bulk/{bulk}/approve", approved),
            Self.answer(
                "post", "/bulk/{bulk}/cancel", await web.post("/bulk/\(second)/cancel", "".utf8, headers: asker)),
            Self.answer("get", "/bulk", await web.get("/bulk", headers: approver)),
            Self.answer("get", "/bulk/{bulk}", await web.get("/bulk/\(id)", headers: approver)),
            Self.answer("get", "/bulk/{bulk}/cases", await web.get("/bulk/\(id)/cases", headers: approver)),
            Self.answer("get", "/bulk/{bulk}/cases", await web.get("/bulk/\(id)/cases?fate=x", headers: approver)),
            Self.answer("get", "/load", await web.get("/load", headers: asker)),
            Self.answer("get", "/forecast", await web.get("/forecast", headers: asker)),
        ]
        #expect(own.status == 403)
        try await office.close()
        return answers
    }
}
