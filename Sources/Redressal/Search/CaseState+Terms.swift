extension CaseState {
    /// How many code points of one text are indexed: its beginning, of some 2,000 words.
    package static let longestIndexed = 10_000

    /// What the case is found by: the words of its fields, its number and its id; and which office has it, whether it is open,
    /// and whose keys sealed some of it.
    ///
    /// Personal codes, such as somebody's sex, are left out: nobody looks for a case by one, and a search must not tell who has it.
    ///
    /// - Parameters:
    ///   - workflow: What the case follows, as far as it is known.
    ///   - open: Opens a sealed value of a field; gives nil when its key was destroyed.
    package func terms(
        _ workflow: WorkflowDefinition?, opening open: (SealedValue, String) -> FieldValue?
    ) -> Set<SearchTerm> {
        var terms: Set<SearchTerm> = [.office(self.office)]
        if self.closed == nil { terms.insert(.open) }
        // The number is typed with hyphens and without.
        for text in [self.id.text, self.reference, self.reference.replacing("-", with: "")] {
            terms.formUnion(Self.words(of: text))
        }
        for (name, value) in self.fields where workflow?.field(FieldName(name))?.isPersonalCode != true {
            terms.formUnion(Self.terms(of: value) { open($0, name) })
        }
        return terms
    }

    private static func terms(of value: FieldValue, _ open: (SealedValue) -> FieldValue?) -> Set<SearchTerm> {
        switch value {
        // An instant is a text too, and nobody searches for one.
        case .string(let text): value.instant == nil ? self.words(of: text) : []
        case .integer(let number): self.words(of: "\(number)")
        case .decimal, .boolean: []
        case .list(let values): values.reduce(into: []) { $0.formUnion(self.terms(of: $1, open)) }
        case .sealed(let sealed):
            open(sealed).map { self.terms(of: $0, open).union([.subject(sealed.subject)]) } ?? []
        }
    }

    private static func words(of text: String) -> Set<SearchTerm> {
        let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(self.longestIndexed)))
        return Set(SearchTerms.indexed(beginning).map { .word($0) })
    }
}

extension CaseState {
    /// Whose keys sealed something of the case.
    package var subjects: Set<String> { self.fields.values.reduce(into: []) { $0.formUnion($1.subjects) } }
}

extension FieldValue {
    /// Whose keys sealed it, or parts of it.
    package var subjects: Set<String> {
        switch self {
        case .sealed(let sealed): [sealed.subject]
        case .list(let values): values.reduce(into: []) { $0.formUnion($1.subjects) }
        case .string, .integer, .decimal, .boolean: []
        }
    }
}

extension Field {
    fileprivate var isPersonalCode: Bool { self.isPersonal && [.code, .list(.code)].contains(self.type) }
}
