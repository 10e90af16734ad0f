extension FieldType {
    /// The value that a typed text means for a field of this type, as people write it on a command line.
    ///
    /// - Parameter text: Items of a list are separated by commas.
    /// - Returns: nil when the text is not of the type.
    package func value(typed text: String) -> FieldValue? {
        switch self {
        case .integer: Int(text).map { .integer($0) }
        case .decimal: Double(text).flatMap { $0.isFinite ? .decimal($0) : nil }
        case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
        case .list(let item): Self.list(item, text)
        default: .string(text)
        }
    }

    private static func list(_ item: FieldType, _ text: String) -> FieldValue? {
        let parts = text.split(separator: ",").map { String($0) }
        let values = parts.compactMap { item.value(typed: $0) }
        return values.count == parts.count ? .list(values) : nil
    }
}
