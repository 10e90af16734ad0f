/// A share of a clock's whole length, from 1 to 100 per cent.
package struct Percent: Hashable, Sendable, Comparable, Codable {
    package let value: Int

    /// Nil unless the value is from 1 to 100.
    package init?(_ value: Int) {
        guard (1...100).contains(value) else { return nil }
        self.value = value
    }

    package static func < (left: Percent, right: Percent) -> Bool { left.value < right.value }
}

extension Percent: CustomStringConvertible, LosslessStringConvertible {
    package var description: String { "\(self.value)%" }

    /// Reads `80%`.
    package init?(_ text: String) {
        guard let value = Int(text.dropLast()), text == "\(value)%" else { return nil }
        self.init(value)
    }
}
