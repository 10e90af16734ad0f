import Foundation
import Hummingbird
import Redressal

/// The parameters behind the question mark.
struct Query {
    private var values: [String: String] = [:]

    /// - Parameter allowed: The parameters it may have.
    /// - Throws: ``Problem`` for another parameter, one given twice, or bytes that are not UTF-8.
    init(_ request: Request, allowing allowed: [String]) throws(Problem) {
        for pair in (request.uri.query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard allowed.contains(name) else {
                let name = name.removingPercentEncoding ?? name
                throw .malformed(
                    "expected only the parameters \(allowed.joined(separator: ", ")) but found \(name.quoted)",
                    field: String(name.prefix(40)))
            }
            guard self.values[name] == nil else {
                throw .malformed("expected '\(name)' once but found it twice", field: name)
            }
            let typed = (parts.count == 2 ? String(parts[1]) : "").replacing("+", with: " ")
            guard let value = typed.removingPercentEncoding else {
                throw .malformed("expected percent-encoded UTF-8 in '\(name)' but found other bytes", field: name)
            }
            try value.checkNoNUL(in: name)
            self.values[name] = value
        }
    }

    /// - Returns: nil when it is missing or empty, as from a form's field left blank.
    func text(_ name: String) -> String? {
        self.values[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `name=value` of each that is not empty, in one order however they were sent.
    ///
    /// - Parameter others: Parameters that are left out.
    func pairs(but others: [String]) -> [String] {
        self.values.filter { !$0.value.isEmpty && !others.contains($0.key) }.map { "\($0.key)=\($0.value)" }.sorted()
    }

    /// The same as an address has them, with what else is to stand in it.
    ///
    /// - Parameter others: Parameters that are left out.
    func address(but others: [String], adding more: [String: String] = [:]) -> String {
        let kept = self.values.filter { !$0.value.isEmpty && !others.contains($0.key) }.merging(more) { $1 }
        return kept.sorted { $0.key < $1.key }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
    }

    /// - Throws: ``Problem`` for anything but an instant with a zone.
    func instant(_ name: String) throws(Problem) -> Instant? {
        guard let text = self.text(name) else { return nil }
        // A plus sign in a query is a blank, where it was not escaped.
        guard let instant = Instant(text.replacing(" ", with: "+")) else {
            throw .malformed(
                "expected an instant with a zone such as 2026-04-10T02:30:00Z in '\(name)' but found "
                    + "\(self.shown(name))", field: name)
        }
        return instant
    }

    /// - Throws: ``Problem`` for anything but `true` and `false`.
    func flag(_ name: String) throws(Problem) -> Bool? {
        switch self.text(name) {
        case nil: return nil
        case "true": return true
        case "false": return false
        default: throw .malformed("expected true or false in '\(name)' but found \(self.shown(name))", field: name)
        }
    }

    /// - Throws: ``Problem`` for anything but a whole number of the range.
    func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = self.text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .malformed(
                "expected a whole number from \(range.lowerBound) to \(range.upperBound) in '\(name)' but found "
                    + "\(self.shown(name))", field: name)
        }
        return number
    }

    /// A parameter's value as a message may show it.
    private func shown(_ name: String) -> String { (self.values[name] ?? "").quoted }
}
