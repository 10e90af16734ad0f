extension BusinessCalendar: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, version, timeZone = "tz", hours, overrides, holidays, businessDay = "business_day"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(String.self, forKey: .id),
            version: container.decode(Int.self, forKey: .version),
            timeZone: container.decode(String.self, forKey: .timeZone),
            hours: container.decode(WorkingHours.self, forKey: .hours),
            overrides: container.decode([CalendarOverride].self, forKey: .overrides),
            holidays: container.decode([Holiday].self, forKey: .holidays),
            businessDay: container.decode(BusinessDay.self, forKey: .businessDay))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.id, forKey: .id)
        try container.encode(self.version, forKey: .version)
        try container.encode(self.zone.identifier, forKey: .timeZone)
        try container.encode(self.hours, forKey: .hours)
        try container.encode(self.overrides, forKey: .overrides)
        try container.encode(self.holidays, forKey: .holidays)
        try container.encode(self.businessDay, forKey: .businessDay)
    }
}
