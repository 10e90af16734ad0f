import Foundation

/// Tells the address of a PostgreSQL database from what libpq would take for the name of one on this machine.
enum DatabaseAddress {
    private static let schemes = ["postgresql", "postgres"]

    /// The address, when it is one.
    ///
    /// - Parameter source: The option or variable that it comes from, for the message.
    /// - Throws: ``CommandFailure`` that shows what was found, without a password.
    static func checked(_ text: String, from source: String) throws -> String {
        let scheme = self.scheme(of: text)
        guard scheme.map({ self.schemes.contains($0) }) ?? text.contains("=") else {
            throw CommandFailure(
                .usage,
                "expected postgresql://user@host:port/database or host=… dbname=… in \(source) but found "
                    + "'\(self.shown(text, scheme))'")
        }
        return text
    }

    /// What stands before `://`; nil for a text that is no URL.
    private static func scheme(of text: String) -> String? {
        guard let mark = text.range(of: "://") else { return nil }
        let scheme = text[..<mark.lowerBound]
        return scheme.allSatisfy { $0.isLetter || $0 == "+" } ? String(scheme) : nil
    }

    /// Enough to recognise it: nothing that may be a name and a password before `@`.
    private static func shown(_ text: String, _ scheme: String?) -> String {
        if let scheme { return "\(scheme.prefix(40))://…" }
        guard let sign = text.lastIndex(of: "@") else { return String(text.prefix(40)) }
        return "…\(text[sign...].prefix(40))"
    }
}
