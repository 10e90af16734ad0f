import Redressal
import RedressalTesting
import Testing

/// What is another body's is handed over and never sent away (T4 of the field study), by the shipped complaint.
@Suite struct RejectionReasonTests {
    private static let cell = ("kp-abbottabad-cell-officer", "kp-abbottabad-cell")

    /// A complaint about a health unit that waits to be sorted.
    private static func sorted() throws -> Scenario {
        let scenario = Scenario(try ShippedDefinitions.set().register.catalog, at: .april(6, 9))
        try scenario.as("citizen-1", role: "complainant").opens(
            "complaint", office: "kp-bhu-1",
            ["summary": .boxed("a"), "language": "ur", "complainant_ref": "citizen-1"])
        try self.officer(scenario).does("acknowledge")
        return scenario
    }

    private static func officer(_ scenario: Scenario) -> ScenarioPerson {
        scenario.as("u-206", role: "triage_officer", post: self.cell.0, office: self.cell.1)
    }

    private static func head(_ scenario: Scenario) -> ScenarioPerson {
        scenario.as("u-211", role: "supervisor_l1", post: "kp-abbottabad-dho", office: "kp-abbottabad-health")
    }

    @Test func notOurMandateIsNoReasonToReject() throws {
        let scenario = try Self.sorted()
        try Self.head(scenario).does("approve_rejection", ["reason_code": "private_matter"])
        for refused in [
            { try Self.head(scenario).does("approve_rejection", ["reason_code": "not_our_mandate"]) },
            { try Self.officer(scenario).does("reject", ["reason_code": "not_our_mandate"]) },
        ] {
            #expect {
                try refused()
            } throws: { error in
                let rejection = error as? Rejection
                return rejection?.code == .wrongType && rejection?.field == "reason_code"
                    && rejection?.message.contains("private_matter") == true
            }
        }
        #expect(scenario.state()?.state == "triage")
        try Self.officer(scenario).does("reject", ["reason_code": "private_matter"])
        #expect(scenario.state()?.state == "closed_rejected")
    }

    @Test func notOurMandateIsAReasonToTransferAndTheCaseStaysOursUntilTheyTakeIt() throws {
        let scenario = try Self.sorted()
        try Self.officer(scenario).does(
            "transfer", ["reason_code": "not_our_mandate", "target_body": "education board"])
        #expect(scenario.state()?.state == "transferring")
        #expect(scenario.state()?.closed == nil)
    }

    /// A reply that is still to come is none.
    @Test func theOtherBodysReplyIsNotOfALaterDay() throws {
        let scenario = try Self.sorted()
        try Self.officer(scenario).does(
            "transfer", ["reason_code": "not_our_mandate", "target_body": "education board"])
        // In Abbottabad it is the seventh since seven in the evening of UTC.
        try scenario.at(.april(6, 18))
        #expect {
            try Self.officer(scenario).does(
                "transfer_accepted", ["transfer_reply_ref": "ED/1", "replied_on": "2026-04-07"])
        } throws: { error in
            (error as? Rejection)?.message
                == "expected replied_on to be at most 2026-04-06 but replied_on is 2026-04-07"
        }
        try scenario.at(.april(6, 20))
        try Self.officer(scenario).does(
            "transfer_accepted", ["transfer_reply_ref": "ED/1", "replied_on": "2026-04-07"])
        #expect(scenario.state()?.state == "closed_transferred")
    }

    @Test func categoriesAreOfTheList() throws {
        let scenario = try Self.sorted()
        #expect(throws: Rejection.self) {
            try Self.officer(scenario).does("assign", ["assignee": "u-221", "category": "pump"])
        }
        try Self.officer(scenario).does("assign", ["assignee": "u-221", "category": "health_unit"])
        #expect(scenario.state()?.state == "assigned")
    }
}
