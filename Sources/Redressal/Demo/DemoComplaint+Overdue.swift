extension DemoComplaint {
    /// Climbs the whole ladder, level by level as the clock moves.
    static func climbing() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("climbing", by: .khmerTrader, in: place, channel: "one_window")
        story.file("សំរាមមិនត្រូវបានប្រមូលក្បែរសាលា", about: "waste", at: "kh-120802-ps2", on: place.at(9, 1, 9))
        story.acknowledge(place.at(9, 1, 10))
        story.act(
            "acknowledge_escalation", by: DemoSeat.tuekThlaChief.acting(as: "supervisor_l1"), place.at(9, 4, 10), [:],
            "Nobody assigned a complaint about waste for two working days: the sangkat chief is told, and confirms.")
        story.pass(to: place.at(9, 9, 8), "Three working days after the deadline the khan's deputy governor is told.")
        story.pass(
            to: place.at(9, 10, 8), "Nobody there confirmed within a working day: the capital's administration is told."
        )
        story.act(
            "acknowledge_escalation", by: DemoSeat.capital.acting(as: "supervisor_l3"), place.at(9, 10, 15))
        story.pass(to: place.at(10, 7, 8), "Twenty working days and the Pchum Ben holidays later: the oversight body.")
        story.pass(to: DemoScript.end)
        return story
    }

    /// The first step's post is absent: the ladder passes over it and says so.
    static func pastAbsentPost() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("past absent post", by: .khmerMan, in: place, channel: "facilitator")
        story.file("ផ្លូវទៅសាលាលិចទឹក", about: "road", at: "kh-120807-ps1", on: place.at(9, 1, 10))
        story.pass(
            to: place.at(9, 3, 8),
            "A complaint in Krang Thnung was not even acknowledged; its chief is on leave, so the deputy governor is told."
        )
        story.act("acknowledge_escalation", by: DemoSeat.deputyGovernor.acting(as: "supervisor_l2"), place.at(9, 3, 9))
        story.acknowledge(place.at(9, 3, 10))
        story.assign(to: .khan, place.at(9, 3, 15), accepted: place.at(9, 4, 9))
        story.resolve(by: .khan, place.at(9, 11, 9), approved: place.at(9, 12, 9), "បានចាក់ដីបំពេញផ្លូវ")
        story.confirm(place.at(9, 15, 9))
        return story
    }

    /// The first step's post is vacant.
    static func pastVacantPost() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("past vacant post", by: .khmerMan, in: place, channel: "web")
        story.file("ភ្លើងបំភ្លឺផ្លូវខូច", about: "street_light", at: "kh-120808", on: place.at(11, 24, 10))
        story.pass(to: place.at(11, 26, 8), "In Ou Baek K'am the chief's seat is vacant: the ladder goes on above it.")
        story.act(
            "acknowledge_escalation", by: DemoSeat.deputyGovernor.acting(as: "supervisor_l2"), place.at(11, 26, 9))
        story.pass(to: DemoScript.end)
        return story
    }

    /// The first step is the person complained about.
    static func pastConflict() -> DemoComplaint {
        let place = DemoPlace.abbottabad
        var story = DemoComplaint("past conflict", by: .englishNurse, in: place, channel: "letter")
        story.file(
            "The health office keeps back the vaccine refrigerator meant for our unit", about: "supplies",
            at: "kp-bhu-1", on: place.at(11, 24, 10), respondent: .healthOffice)
        story.acknowledge(place.at(11, 24, 11))
        story.pass(
            to: place.at(11, 27, 9),
            "The one complained about would be the first to be told: the ladder goes to the Deputy Commissioner instead."
        )
        story.act(
            "acknowledge_escalation", by: DemoSeat.deputyCommissioner.acting(as: "supervisor_l2"), place.at(11, 27, 10))
        story.pass(to: DemoScript.end)
        return story
    }

    /// Nobody is above the office: the case waits in the orphans' queue.
    static func orphan() -> DemoComplaint {
        let place = DemoPlace.abbottabad
        var story = DemoComplaint("orphan", by: .pashtoElder, in: place, channel: "forum")
        story.file(
            "د زړې ډلې د اوبو سکیم بند دی", about: "water_supply", at: "kp-former-scheme", on: place.at(11, 25, 11))
        story.pass(
            to: place.at(11, 27, 9),
            "A scheme of the abolished district council has nobody above it: the case lands in the orphans' queue.")
        story.pass(to: DemoScript.end)
        return story
    }

    /// Danger to life counts in hours, at night as well.
    static func lifeSafety() -> DemoComplaint {
        let place = DemoPlace.abbottabad
        var story = DemoComplaint("life safety", by: .urduMother, in: place, channel: "phone")
        story.file(
            "لیبر روم میں بجلی نہیں، مریضہ خطرے میں", about: "electricity", at: "kp-rhc-1", on: place.at(9, 20, 22, 10),
            severity: "life_safety", "Saturday night: no light in the labour room of a rural health centre.")
        story.acknowledge(place.at(9, 20, 22, 25))
        let officer = DemoSeat.healthOffice.acting(as: "supervisor_l1")
        story.act(
            "acknowledge_escalation", by: officer, place.at(9, 21, 1), [:],
            "Two hours later nobody has taken it: the District Health Officer is told at once, and confirms.")
        story.act("assign", by: officer, place.at(9, 21, 1, 5), ["assignee": .string(DemoSeat.ruralCentre.post)])
        story.act("accept", by: DemoSeat.ruralCentre.acting(as: "handler"), place.at(9, 21, 1, 20))
        story.resolve(by: .ruralCentre, place.at(9, 21, 4), approved: place.at(9, 21, 6), "جنریٹر لگا دیا گیا")
        story.confirm(place.at(9, 21, 12))
        return story
    }
}
