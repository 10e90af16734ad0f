@testable import Redressal

extension FuzzTarget {
    /// Guard expressions: what parses prints, reads back and has an answer or a reason.
    static let expression = FuzzTarget("guard") { bytes in
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        guard let expression = try Self.parsed(text) else { return }
        try Self.check(expression)
    }

    private static func parsed(_ text: String) throws -> GuardExpression? {
        do {
            return try GuardParser.parse(text)
        } catch {
            try require(
                (0...text.unicodeScalars.count).contains(error.offset), "expected a place in the guard: \(error)")
            return nil
        }
    }

    private static func check(_ expression: GuardExpression) throws {
        let printed = expression.description
        // Printing writes spaces and quotes out, and so may pass the limit that reading has.
        if printed.unicodeScalars.count <= GuardLexer.longest {
            try require(
                (try? GuardParser.parse(printed)) == expression, "expected '\(printed)' to read back as it is")
        }
        let errors = GuardTypeChecker.errors(in: expression, scope: FuzzGuardContext.scope)
        for context in FuzzGuardContext.all {
            let reasons = expression.explain(in: context)
            do {
                let answer = try expression.evaluate(in: context)
                try require(
                    answer == reasons.isEmpty,
                    "expected reasons for '\(printed)' just when it does not hold: \(reasons)")
            } catch let failure as GuardFailure {
                try require(!reasons.isEmpty, "expected a reason for '\(printed)', which fails")
                if case .unexpectedType = failure {
                    try require(!errors.isEmpty, "expected '\(printed)' to be refused by its types: \(failure)")
                }
            }
        }
    }
}
