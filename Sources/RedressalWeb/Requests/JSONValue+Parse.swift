import Foundation
import Redressal

extension JSONValue {
    /// Reads JSON text.
    ///
    /// - Throws: ``Problem`` `malformed`; where it can be told, with the line and column at which the text stops being
    ///   JSON.
    static func parse(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .malformed("expected the body to be text in UTF-8 but some of its bytes are not")
        }
        do {
            return try CanonicalJSON.decode(JSONValue.self, from: bytes)
        } catch let error as NumberOutOfRange {
            throw .malformed(
                "expected a number that fits into 64 bits in '\(error.path)' but found a larger one", field: error.path)
        } catch {
            let place = self.end(of: bytes).map { ": look at line \($0.line), column \($0.column)" } ?? ""
            throw .malformed("expected the body to be JSON but it is not" + place)
        }
    }

    /// Where text stops being JSON, both counted from 1.
    ///
    /// The decoder keeps the place to itself; the older parser names it, as an offset in bytes. Nothing else is taken
    /// from its words, which may repeat a piece of the body.
    private static func end(of bytes: [UInt8]) -> (line: Int, column: Int)? {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            return nil
        } catch let error as NSError {
            guard let words = error.userInfo[NSDebugDescriptionErrorKey] as? String,
                let offset = words.firstMatch(of: /character (\d+)/).flatMap({ Int($0.1) }), offset <= bytes.count
            else { return nil }
            let lines = bytes[..<offset].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            return (lines.count, String(decoding: lines[lines.count - 1], as: UTF8.self).count + 1)
        }
    }
}
