extension DemoComplaint {
    /// Filed, worked on, resolved and confirmed in time.
    static func smooth() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("smooth", by: .khmerWoman, in: place, channel: "one_window")
        story.file(
            "គេទារប្រាក់ក្រៅផ្លូវការនៅមណ្ឌលសុខភាព", about: "informal_payment", at: "kh-120802-hc", on: place.at(9, 1, 9, 10),
            "A resident of Tuek Thla complains at the one-window office about an informal payment.")
        story.acknowledge(place.at(9, 1, 10))
        story.assign(
            to: .tuekThlaHealth, place.at(9, 2, 9), accepted: place.at(9, 2, 15),
            "Triage gives it to the health centre; the clock runs on the office's own calendar.")
        story.resolve(
            by: .tuekThlaHealth, place.at(9, 8, 10), approved: place.at(9, 9, 9), "បានសងប្រាក់វិញ និងបិទផ្សាយតម្លៃសេវា",
            "Somebody else than the handler approves the resolution.")
        story.confirm(place.at(9, 12, 8, 30), "She confirms: closed with the citizen's word.")
        return story
    }

    /// A question stops the total clock until the answer comes.
    static func paused() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("paused", by: .khmerFather, in: place, channel: "facilitator")
        story.file(
            "បង្គន់សាលាខូច កូនស្រីខ្ញុំមិនហ៊ានទៅរៀន", about: "toilets", at: "kh-120803-ps1", on: place.at(10, 6, 8, 30),
            "A father in Khmuonh reports broken toilets at a primary school.")
        story.acknowledge(place.at(10, 6, 10))
        story.act(
            "request_info", by: story.triageOfficer, place.at(10, 7, 9),
            ["question": .string("តើអគារណា?"), "reason_code": .string("place")],
            "Triage asks which building: the total clock pauses, and the pause has a cap.")
        story.act(
            "provide_info", by: story.person.actor, place.at(10, 13, 16), ["answer": .string("អគារ ខ ខាងក្រោយ")],
            "The answer comes after six days: the clock goes on where it stopped.")
        story.assign(to: .khmuonhSchool, place.at(10, 14, 9), accepted: place.at(10, 14, 15))
        story.resolve(
            by: .khmuonhSchool, place.at(10, 20, 10), approved: place.at(10, 21, 9), "បានជួសជុលបង្គន់អគារ ខ")
        story.confirm(place.at(10, 23, 8))
        return story
    }

    /// No answer to the question, no answer to the resolution.
    static func silent() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("silent", by: .khmerGrandmother, in: place, channel: "box")
        story.file(
            "ខ្ញុំរង់ចាំពេញមួយថ្ងៃ គ្មានអ្នកពិនិត្យ", about: "waiting_time", at: "kh-120809-hc", on: place.at(9, 8, 9))
        story.acknowledge(place.at(9, 8, 15))
        story.act(
            "request_info", by: story.triageOfficer, place.at(9, 9, 9),
            ["question": .string("តើថ្ងៃណា?"), "reason_code": .string("time")])
        story.assign(
            to: .koukKhleangHealth, place.at(9, 29, 9), accepted: place.at(9, 29, 15),
            "Nobody answered a question within ten working days: the case goes on without the answer.")
        story.resolve(
            by: .koukKhleangHealth, place.at(10, 3, 10), approved: place.at(10, 6, 9), "បានដាក់បញ្ជីរង់ចាំ",
            outcome: "explained")
        story.pass(to: place.at(10, 22, 9), "Nobody confirmed within fifteen days: closed, and marked as unconfirmed.")
        return story
    }

    /// The complainant says it is not fixed, and somebody else has to look.
    static func disputed() -> DemoComplaint {
        let place = DemoPlace.khanSenSok
        var story = DemoComplaint("disputed", by: .englishTeacher, in: place, channel: "web")
        story.file(
            "The school asked parents to pay for the flag ceremony", about: "informal_payment", at: "kh-120801-ps1",
            on: place.at(9, 1, 11))
        story.acknowledge(place.at(9, 1, 14, 10))
        story.assign(to: .thmeiSchool, place.at(9, 2, 8), accepted: place.at(9, 2, 9))
        story.resolve(by: .thmeiSchool, place.at(9, 4, 9), approved: place.at(9, 5, 9), "Parents were informed")
        story.act(
            "dispute", by: story.person.actor, place.at(9, 8, 10),
            ["note": .string("The money was never given back, ask Marlow Exampleton")],
            "The complainant disputes: it was called resolved, but nothing was paid back.")
        story.assign(
            to: .khan, place.at(9, 9, 9), accepted: place.at(9, 9, 15), "Now the khan itself looks into it.")
        story.resolve(by: .khan, place.at(9, 15, 9), approved: place.at(9, 16, 9), "The money was paid back in public")
        story.confirm(place.at(9, 18, 9))
        return story
    }

    /// Closed, and open again when the repair did not last.
    static func reopened() -> DemoComplaint {
        let place = DemoPlace.abbottabad
        var story = DemoComplaint("reopened", by: .urduFarmer, in: place, channel: "phone")
        story.file(
            "تین دن سے پانی نہیں آ رہا", about: "water_supply", at: "kp-scheme-1", on: place.at(9, 1, 9, 30),
            "In Abbottabad a water scheme has been dry for three days.")
        story.acknowledge(place.at(9, 1, 10))
        story.assign(to: .waterScheme, place.at(9, 2, 10), accepted: place.at(9, 2, 11))
        story.resolve(by: .waterScheme, place.at(9, 4, 10), approved: place.at(9, 8, 10), "موٹر مرمت کر دی گئی")
        story.confirm(place.at(9, 9, 12))
        story.act(
            "reopen", by: story.person.actor, place.at(9, 22, 10), ["note": .string("دو ہفتے بعد پمپ پھر بند ہو گیا")],
            "Two weeks after it was closed the pump failed again: the case is reopened, with its history.")
        story.assign(to: .waterScheme, place.at(9, 23, 10), accepted: place.at(9, 23, 11))
        story.resolve(by: .waterScheme, place.at(9, 29, 10), approved: place.at(9, 30, 10), "نئی موٹر لگا دی گئی")
        story.confirm(place.at(10, 2, 12))
        return story
    }
}
