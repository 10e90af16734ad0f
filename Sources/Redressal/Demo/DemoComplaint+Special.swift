extension DemoComplaint {
    /// Two people report the same failure: one case, two supporters.
    static func merged() -> [DemoComplaint] {
        let place = DemoPlace.abbottabad
        var first = DemoComplaint("merged into", by: .urduShopkeeper, in: place, channel: "phone")
        first.file("پائپ لائن ٹوٹ گئی ہے", about: "water_supply", at: "kp-scheme-1", on: place.at(11, 17, 10))
        first.acknowledge(place.at(11, 17, 11))
        first.assign(to: .waterScheme, place.at(11, 18, 10), accepted: place.at(11, 18, 12))
        var second = DemoComplaint("merged away", by: .urduFarmer, in: place, channel: "phone")
        second.file("ہماری گلی میں پائپ پھٹ گیا", about: "water_supply", at: "kp-scheme-1", on: place.at(11, 18, 10))
        second.acknowledge(place.at(11, 18, 11))
        second.act(
            "merge", by: second.triageOfficer, place.at(11, 19, 10),
            ["duplicate_of": .string(DemoCase.id(of: "complaint merged into").text)],
            "A second report of the same broken pipe becomes a supporter of the first.")
        return [first, second]
    }

    /// Rejecting takes two people.
    static func rejected() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("rejected", by: .khmerTrader, in: place, channel: "web")
        story.file("សុំលុបបំណុលឯកជន", about: "other", at: "kh-120802", on: place.at(10, 8, 9))
        story.acknowledge(place.at(10, 8, 10))
        let reason: [String: FieldValue] = ["reason_code": .string("private_matter")]
        story.act(
            "approve_rejection", by: DemoSeat.tuekThlaChief.acting(as: "supervisor_l1"), place.at(10, 9, 9), reason)
        story.act(
            "reject", by: story.triageOfficer, place.at(10, 9, 10), reason,
            "A private debt is no matter for the khan: two people agree before the complaint is rejected.")
        return story
    }

    /// Another body answers for it: handed over, not sent away.
    static func transferred() -> DemoComplaint {
        let place = DemoPlace.abbottabad
        var story = DemoComplaint("transferred", by: .urduMother, in: place, channel: "web")
        story.file("وظیفے کی رقم نہیں ملی", about: "cash_transfer", at: "kp-vc-1", on: place.at(10, 13, 10))
        story.acknowledge(place.at(10, 13, 11))
        story.act(
            "transfer", by: story.triageOfficer, place.at(10, 14, 10),
            ["target_body": .string("federal cash transfer office"), "reason_code": .string("other_level")])
        story.act(
            "transfer_accepted", by: story.triageOfficer, place.at(10, 16, 10),
            ["transfer_reply_ref": .string("letter-2025-118"), "replied_on": .string("2025-10-16")],
            "A complaint about a federal payment is closed here only once the other body has taken it.")
        return story
    }

    /// More time, given by a supervisor with a reason and a date.
    static func extended() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("extended", by: .khmerGrandmother, in: place, channel: "one_window")
        story.file("ជណ្តើរមណ្ឌលសុខភាពគ្មានផ្លូវជម្រាល", about: "ramp", at: "kh-120803-hc", on: place.at(10, 20, 9))
        story.acknowledge(place.at(10, 20, 10))
        story.assign(to: .khmuonhHealth, place.at(10, 21, 9), accepted: place.at(10, 21, 15))
        story.act(
            "extend_time", by: DemoSeat.deputyGovernor.acting(as: "supervisor_l2"), place.at(10, 27, 9),
            ["promised_at": .string(place.at(11, 24, 17).description), "reason_code": .string("procurement")],
            "A ramp has to be built: the deputy governor gives two more weeks, with a reason that anybody can read.")
        story.resolve(
            by: .khmuonhHealth, place.at(10, 31, 9), approved: place.at(10, 31, 15), "បានសាងសង់ផ្លូវជម្រាល")
        story.confirm(place.at(11, 3, 9))
        return story
    }

    /// Filed at the wrong office, sent on without being closed.
    static func redirected() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("redirected", by: .khmerWoman, in: place, channel: "web")
        story.file("គ្មានថ្នាំនៅមណ្ឌលសុខភាព", about: "medicine", at: "kh-120801-hc", on: place.at(11, 24, 9))
        story.act(
            "redirect", by: story.triageOfficer, place.at(11, 24, 14, 30),
            ["office_id": .string("kh-120809-hc"), "reason_code": .string("other_facility")],
            "Filed at the wrong health centre: redirected, under the right office's calendar, and not closed.")
        story.acknowledge(place.at(11, 24, 15))
        story.assign(to: .koukKhleangHealth, place.at(11, 25, 9), accepted: place.at(11, 25, 15))
        story.pass(to: DemoScript.end)
        return story
    }

    /// Taken back by the one who filed it.
    static func withdrawn() -> DemoComplaint {
        let place = DemoPlace.abbottabad
        var story = DemoComplaint("withdrawn", by: .pashtoElder, in: place, channel: "phone")
        story.file("د ښوونځي دروازه تړلې وه", about: "opening_hours", at: "kp-school-1", on: place.at(10, 13, 9, 30))
        story.acknowledge(place.at(10, 13, 10))
        story.act(
            "withdraw", by: story.person.actor, place.at(10, 14, 9, 30),
            ["withdrawal_statement": .string("مسئله حل شوه، ګل نمونه کاکا")])
        return story
    }
}
