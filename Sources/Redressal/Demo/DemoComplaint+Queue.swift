extension DemoComplaint {
    /// How far a complaint of the last week has come.
    private enum Progress: CaseIterable {
        case received, triaged, asked, assigned, proposed
    }

    private static let subjects: [(category: String, km: String, ur: String)] = [
        ("waste", "សំរាមនៅមុខផ្ទះ", "گلی میں کوڑا پڑا ہے"),
        ("medicine", "អស់ថ្នាំគ្រុនក្តៅ", "بخار کی دوا ختم ہے"),
        ("teacher_absence", "គ្រូអវត្តមានបីថ្ងៃ", "استاد تین دن سے غیر حاضر ہے"),
        ("toilets", "គ្មានទឹកក្នុងបង្គន់", "بیت الخلا میں پانی نہیں"),
        ("staff_conduct", "បុគ្គលិកនិយាយមិនសុភាព", "عملے کا رویہ خراب ہے"),
    ]
    private static let khmerPeople: [DemoPerson] = [
        .khmerWoman, .khmerMan, .khmerGrandmother, .khmerFather, .khmerTrader,
    ]
    private static let urduPeople: [DemoPerson] = [.urduMother, .urduFarmer, .urduShopkeeper]

    /// The complaints of the last days, at every stage: what a complaint cell finds on its table.
    static func queue() -> [DemoComplaint] {
        let khan: [DemoSeat] = [.tuekThlaHealth, .khmuonhHealth, .thmeiHealth, .tuekThlaSchool, .koukKhleangSchool]
        let district: [DemoSeat] = [.firstUnit, .secondUnit, .ruralCentre, .girlsSchool, .waterScheme]
        let own = khan.indices.map { index in
            self.open(khan[index], at: index, by: self.khmerPeople[index], in: .khanSenSok, self.subjects[index].km)
        }
        let others = district.indices.map { index in
            let person = self.urduPeople[index % self.urduPeople.count]
            return self.open(district[index], at: index, by: person, in: .abbottabad, self.subjects[index].ur)
        }
        return (own + others).map { complaint in
            var complaint = complaint
            complaint.pass(to: DemoScript.end)
            return complaint
        }
    }

    private static func open(
        _ seat: DemoSeat, at index: Int, by person: DemoPerson, in place: DemoPlace, _ summary: String
    ) -> DemoComplaint {
        let progress = Progress.allCases[index]
        var story = DemoComplaint("queue \(seat.office)", by: person, in: place, channel: "phone")
        story.file(summary, about: self.subjects[index].category, at: seat.office, on: place.at(11, 26, 9, 10 + index))
        if progress == .received { return story }
        story.acknowledge(place.at(11, 26, 10, index))
        if progress == .triaged { return story }
        if progress == .asked {
            let fields: [String: FieldValue] = ["question": .string(person.name), "reason_code": .string("time")]
            story.act("request_info", by: story.triageOfficer, place.at(11, 26, 11), fields)
            return story
        }
        story.assign(to: seat, place.at(11, 26, 11), accepted: place.at(11, 27, 9, 30))
        if progress == .assigned { return story }
        let fields: [String: FieldValue] = [
            "outcome_code": .string("explained"), "action_taken": .string("\(person.name): \(summary)"),
        ]
        story.act("propose_resolution", by: seat.acting(as: "handler"), place.at(11, 28, 9, 30), fields)
        return story
    }
}
