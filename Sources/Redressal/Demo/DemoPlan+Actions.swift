extension DemoPlan {
    private static let place = DemoPlace.khanSenSok
    private static let wishes: [(issue: String, action: String)] = [
        ("Waste is not collected", "Place bins and agree a weekly collection"),
        ("No ramp for wheelchairs", "Build a ramp at the entrance"),
        ("Informal payments", "Put up the official fees where everybody sees them"),
        ("Too few teachers", "Ask for two contract teachers"),
        ("Toilets without water", "Connect the toilets to the water pipe"),
        ("The road floods", "Clear the drain before the rains"),
        ("Long waiting", "Hand out numbers and open at the hours shown"),
        ("Not safe at night", "Repair the street lights near the school"),
    ]

    /// Every step of every action.
    var cases: [DemoCase] { (0..<self.count).map { self.history(of: $0) } }

    private func history(of index: Int) -> DemoCase {
        var story = DemoCase(self.caseName(index), channel: "interface_meeting")
        self.agree(index, in: &story)
        if index < self.count - self.upward {
            self.complete(index, in: &story)
        } else {
            self.proposeUpward(index, in: &story)
        }
        return story
    }

    /// Raised at the interface meeting, agreed by the committee, given to an owner who begins.
    private func agree(_ index: Int, in story: inout DemoCase) {
        let owner = self.owner(of: index)
        let chair = self.chair.acting(as: "committee_chair")
        let isFirst = index == 0
        story.open(
            OpenCase(workflow: "jaap_action", office: owner.office, fields: self.fields(of: index)),
            by: DemoSeat.facilitator.acting(as: "facilitator"), at: Self.place.at(1, 20, 9, index % 60),
            isFirst ? "\(self.name): \(self.count) actions are agreed at the interface meeting." : nil)
        var signed = self.signatures
        signed["owner_post"] = .string(owner.post)
        signed["action_id"] = .string("\(self.sangkat)-\(index + 1)")
        story.act("agree", by: chair, at: Self.place.at(1, 24, 9, index % 60), signed)
        story.act(
            "assign", by: chair, at: Self.place.at(2, 5, 9, index % 60),
            [
                "owner_post": .string(owner.post), "planned_start": .string("2025-02-17"),
                "planned_end": .string(self.plannedEnd(of: index)),
            ])
        story.act("start", by: owner.acting(as: "action_owner"), at: Self.place.at(2, 14, 9, index % 60))
    }

    /// Claimed with evidence by the owner, verified by the committee with citizens in it.
    private func complete(_ index: Int, in story: inout DemoCase) {
        let owner = self.owner(of: index)
        let isLate = self.isLate(index)
        if isLate {
            story.act(
                "acknowledge_escalation", by: DemoSeat.khmuonhChief.acting(as: "sangkat_chief"),
                at: Self.place.at(10, 1, 9), [:],
                "\(self.name): one action is late; the sangkat chief is told and confirms.")
        }
        let month = isLate ? 10 : 4 + index % 6
        let claimed = Self.place.at(month, isLate ? 10 : 10 + index % 15, 9)
        story.act(
            "claim_completion", by: owner.acting(as: "action_owner"), at: claimed,
            ["evidence": .list([.string("photo-\(self.sangkat)-\(index + 1)")])])
        let isLast = index == self.count - self.upward - 1
        story.act(
            "verify", by: self.chair.acting(as: "committee_chair"), at: claimed.advanced(bySeconds: 14 * 86_400),
            self.signatures, isLast ? "\(self.name): the committee has verified the last action that was done." : nil)
    }

    /// More than the sangkat can do: proposed to the khan's deputy governor, and further when nobody answers.
    private func proposeUpward(_ index: Int, in story: inout DemoCase) {
        let isLate = index == self.count - self.upward
        story.act(
            "propose_upward", by: self.chair.acting(as: "committee_chair"),
            at: isLate ? Self.place.at(9, 29, 10) : Self.place.at(11, 10, 10),
            ["reason_code": .string("beyond_means"), "supervisor_level": .string("khan")],
            "\(self.name): an action beyond the sangkat's means is proposed to the khan's deputy governor.")
        story.pass(
            to: DemoScript.end,
            isLate ? "\(self.name): no answer within thirty days, so the action is with the capital now." : nil)
    }

    private func isLate(_ index: Int) -> Bool { self.upward > 0 && index == 5 }

    private func owner(of index: Int) -> DemoSeat { self.owners[index % self.owners.count] }

    private func plannedEnd(of index: Int) -> String {
        index < self.count - self.upward ? "2025-0\(4 + index % 6)-30" : "2025-11-30"
    }

    private var signatures: [String: FieldValue] {
        [
            "committee": .list(([self.chair] + self.committee).map { .string($0.user) }),
            "committee_groups": .list(["citizens", "council", "facilitators"].map { .string($0) }),
        ]
    }

    private func fields(of index: Int) -> [String: FieldValue] {
        let wish = Self.wishes[index % Self.wishes.count]
        let owner = self.owner(of: index)
        var fields: [String: FieldValue] = [
            "jaap_id": .string(self.id), "round_id": .string("\(self.sangkat)-2025"),
            "sangkat_code": .string(self.sangkat), "facility_id": .string(owner.office),
            "sector": .string(Self.sector(of: owner)), "issue": .string(wish.issue),
            "indicator_id": .string("I\(index % Self.wishes.count + 1)"), "action_text": .string(wish.action),
            "priority": .integer(index + 1), "language": .string("en"),
        ]
        // What goes up is decided by what it costs.
        if index >= self.count - self.upward { fields["cost_estimate"] = .string("\(4000 + index * 50).00 USD") }
        return fields
    }

    private static func sector(of owner: DemoSeat) -> String {
        if owner.office.hasSuffix("-hc") { return "health_centre" }
        if owner.office.contains("-ps") { return "primary_school" }
        return owner.office == "kh-1208" ? "khan_admin" : "commune_admin"
    }
}
