/// A part of a folded text.
enum SearchToken: Hashable {
    case word(String)
    case number(NumberRun)
    /// Khmer letters and signs without a break.
    case khmer([Unicode.Scalar])
}

/// Takes a folded text apart.
enum SearchTokens {
    /// What may stand between two parts of one number, as in `+92 (300) 555-1234`, and how much of it.
    private static let joints: Set<Unicode.Scalar> = [" ", ".", "/", "(", ")"]
    private static let longestJoint = 3

    private enum Kind {
        case letter
        case khmer
        case other
    }

    static func split(_ text: [Unicode.Scalar]) -> [SearchToken] {
        var tokens: [SearchToken] = []
        var digits: [String] = []
        var gap: ArraySlice<Unicode.Scalar> = []
        func endNumber() {
            if !digits.isEmpty { tokens.append(.number(NumberRun(digits))) }
            digits = []
        }
        for run in self.runs(text) {
            switch run.kind {
            case .other: gap = run.scalars
            case .khmer:
                endNumber()
                tokens.append(.khmer(Array(run.scalars)))
            case .letter:
                let word = String(String.UnicodeScalarView(run.scalars))
                let isNumber = run.scalars.allSatisfy { "0"..."9" ~= $0 }
                if !isNumber || !self.joins(gap) { endNumber() }
                if isNumber { digits.append(word) } else { tokens.append(.word(word)) }
            }
            if run.kind != .other { gap = [] }
        }
        endNumber()
        return tokens
    }

    private static func joins(_ gap: ArraySlice<Unicode.Scalar>) -> Bool {
        (1...self.longestJoint).contains(gap.count)
            && gap.allSatisfy { self.joints.contains($0) || $0.properties.generalCategory == .dashPunctuation }
    }

    private static func runs(_ text: [Unicode.Scalar]) -> [(kind: Kind, scalars: ArraySlice<Unicode.Scalar>)] {
        var runs: [(kind: Kind, scalars: ArraySlice<Unicode.Scalar>)] = []
        var start = 0
        for index in text.indices {
            let isLast = index == text.count - 1
            let kind = self.kind(of: text[index])
            guard isLast || self.kind(of: text[index + 1]) != kind else { continue }
            runs.append((kind, text[start...index]))
            start = index + 1
        }
        return runs
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        if scalar.isASCII {
            return "a"..."z" ~= scalar || "0"..."9" ~= scalar || "A"..."Z" ~= scalar ? .letter : .other
        }
        if KhmerSyllables.isPart(scalar) { return .khmer }
        if scalar.properties.isAlphabetic { return .letter }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .modifierLetter: return .letter
        default: return .other
        }
    }
}
