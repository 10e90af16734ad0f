/// An account to try the demo with: one for each thing that people do.
package struct DemoAccount: Hashable, Sendable {
    /// What whoever signs in with it does.
    package let role: String
    /// The account, as `workflows/programmes` has it.
    package let user: String

    private init(_ role: String, _ seat: DemoSeat) {
        self.role = role
        self.user = seat.user
    }

    package static let all = [
        DemoAccount("complaint clerk", .cellClerk), DemoAccount("triage officer", .cellOfficer),
        DemoAccount("water officer", .waterScheme), DemoAccount("officer of a health unit", .firstUnit),
        DemoAccount("supervisor", .healthOffice),
        DemoAccount("supervisor's superior", .deputyCommissioner), DemoAccount("commissioner", .commissioner),
        DemoAccount("auditor", .auditor), DemoAccount("safeguarding focal point", .focalPoint),
        DemoAccount("auditor of sensitive cases", .safeguardingAuditor),
        DemoAccount("administrator", .administrator),
        DemoAccount("chair of a plan's committee", .khmuonhChair), DemoAccount("deputy governor", .deputyGovernor),
        DemoAccount("capital administration", .capital),
    ]
}
