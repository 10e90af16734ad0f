import RedressalTesting
import Testing

@testable import Redressal

/// Made-up values and damaged texts: forms and Foundation never disagree.
@Suite struct FormPropertyTests {
    @Test func madeUpFieldsAreWrittenAndReadAsFoundationDoes() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let fields = Dictionary(
                (0..<Int.random(in: 0..<6, using: &random)).map { _ in
                    (Self.text(using: &random), Self.value(depth: 0, using: &random))
                }, uniquingKeysWith: { $1 })
            let action = TakeAction(action: Self.text(using: &random), fields: fields)
            let bytes = try CanonicalJSON.encode(action)
            let expected = try JSONOracle.bytes(of: action)
            #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
            #expect(try CanonicalJSON.decode(TakeAction.self, from: bytes) == action)
            #expect(try JSONOracle.value(TakeAction.self, from: bytes) == action)
        }
    }

    /// A form may refuse what Foundation reads, never read what Foundation refuses, and never read something else.
    @Test func damagedEventsAreReadAsFoundationDoesOrNotAtAll() throws {
        var random = SeededGenerator(seed: 2)
        let events = try DemoRun.shipped().bytes
        var read = 0
        for _ in 0..<4000 {
            guard let bytes = events.randomElement(using: &random).map({ Self.damaged($0, using: &random) }),
                let event = JSONOracle.read(EventRecord.self, from: bytes)
            else { continue }
            read += 1
            let expected = try? JSONOracle.value(EventRecord.self, from: bytes)
            #expect(event == expected, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(read > 400)
    }

    // MARK: Making up

    private static let pieces = [
        "a", "Z", "0", "_", "\"", "\\", "/", "\n", "\t", "\r", "\u{8}", "\u{C}", "\u{1}", "\u{1F}", "\u{7F}", "é",
        "e\u{301}",
        "ស", "ګ", "😀", "\u{2028}", "{", "}", "[", ",", ":",
    ]

    private static func text(using random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0..<8, using: &random)).compactMap { _ in self.pieces.randomElement(using: &random) }
            .joined()
    }

    private static func value(depth: Int, using random: inout SeededGenerator) -> FieldValue {
        switch Int.random(in: 0..<(depth < 3 ? 8 : 7), using: &random) {
        case 0: .boolean(Bool.random(using: &random))
        case 1: .integer(Int.random(in: -1000...1000, using: &random))
        case 2:
            .integer(
                [Int.max, Int.min, 0, 999_999_999_999_999, 1_000_000_000_000_000].randomElement(using: &random) ?? 0)
        case 3: .decimal(Double(Int.random(in: -9999...9999, using: &random) * 2 + 1) / 8)
        case 4: .decimal([1.5e300, 2.5e-9, 0.1, -0.3, 123_456_789.123_456_78].randomElement(using: &random) ?? 0.5)
        case 5: .sealed(SealedValue(subject: self.text(using: &random), box: self.text(using: &random)))
        case 6: .string(self.text(using: &random))
        default:
            .list((0..<Int.random(in: 0..<4, using: &random)).map { _ in self.value(depth: depth + 1, using: &random) })
        }
    }

    /// A text with a few bytes changed, put in, taken out or doubled.
    private static func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let bits = Array(#"{}[]",:\0159.eE+-tfn u"#.utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xFF]
        for _ in 0...Int.random(in: 0..<2, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let bit = bits.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = bit
            case 1: bytes.insert(bit, at: place)
            case 2: bytes.remove(at: place)
            default: bytes.insert(contentsOf: bytes[max(0, place - 12)..<place], at: place)
            }
        }
        return bytes
    }
}
