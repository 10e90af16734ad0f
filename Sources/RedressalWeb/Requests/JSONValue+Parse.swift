import Foundation
import Redressal

extension JSONValue {
    /// Reads JSON text.
    ///
    /// - Throws: ``Problem`` `malformed` that tells the line and column where the text stops being JSON.
    static func parse(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .malformed("expected the body to be text in UTF-8 but some of its bytes are not")
        }
        do {
            return try CanonicalJSON.decode(JSONValue.self, from: bytes)
        } catch let error as DecodingError {
            throw self.problem(of: error)
        } catch {
            throw .malformed("expected the body to be JSON but it is not")
        }
    }

    private static func problem(of error: DecodingError) -> Problem {
        guard case .dataCorrupted(let context) = error else {
            return .malformed("expected the body to be JSON but it is not")
        }
        guard context.codingPath.isEmpty else {
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return .malformed(
                "expected a number that fits into 64 bits in '\(path)' but found a larger one", field: path)
        }
        // Foundation's own words repeat a piece of the body: only the place is taken from them.
        let words = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
        let place = words.firstMatch(of: /line (\d+), column (\d+)/)
        return .malformed(
            "expected the body to be JSON but it is not"
                + (place.map { ": look at line \($0.1), column \($0.2)" } ?? ""))
    }
}
