import Redressal

/// What people type for a field, and what it means.
struct FieldTyping {
    private let field: Field
    /// The zone that local times are of; nil is UTC.
    private let zone: CalendarZone?

    init(_ field: Field, _ zone: CalendarZone?) {
        self.field = field
        self.zone = zone
    }

    /// What a form holds of it: one text, or each one of a list.
    func texts(in body: FormBody) -> [String] {
        let name = FieldInput.name(self.field.name)
        guard case .list(let item) = self.field.type else { return body.text(name).map { [$0] } ?? [] }
        let texts = body.texts(name)
        // A list that is written and not chosen has an item a line; ids may stand in one line.
        guard texts.count == 1 else { return texts }
        let separators: Set<Character> = item.isFreeText ? ["\n"] : ["\n", " ", ","]
        return texts[0].split { separators.contains($0) }.map { String($0) }
    }

    /// The value of what was typed; nil when it is not of the field's type.
    func value(_ texts: [String]) -> FieldValue? {
        guard case .list(let item) = self.field.type else {
            return texts.first.flatMap { self.value($0, self.field.type) }
        }
        let values = texts.compactMap { self.value($0, item) }
        return values.count == texts.count ? .list(values) : nil
    }

    private func value(_ text: String, _ type: FieldType) -> FieldValue? {
        let value = type == .instant ? self.instant(text).map { .string($0.description) } : type.value(typed: text)
        return value.flatMap { type.holds($0, values: self.field.values) ? $0 : nil }
    }

    /// Of `2026-04-10T09:30`, on a wall clock of the case's office, or an instant with a zone.
    private func instant(_ text: String) -> Instant? {
        Instant(text) ?? self.zone?.instant(typed: text)
    }
}

extension FieldValue {
    /// As it would be typed.
    func typed(_ zone: CalendarZone?) -> [String] {
        switch self {
        case .string(let text): [text]
        case .integer(let number): [String(number)]
        case .decimal(let number): [String(number)]
        case .boolean(let flag): [String(flag)]
        case .list(let values): values.flatMap { $0.typed(zone) }
        case .sealed: []
        }
    }
}
