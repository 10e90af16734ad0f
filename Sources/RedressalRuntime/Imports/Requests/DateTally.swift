import Redressal

/// Counts how a file writes its dates, to tell in which order.
struct DateTally {
    private let file: String
    private var dateOnly = Count()
    private var yearFirst = Count()
    /// With slashes, a first number above 12: a day.
    private var dayFirst = Count()
    /// With slashes, a second number above 12.
    private var monthFirst = Count()
    /// With slashes, either would do.
    private var undecided = Count()
    private var unreadable = Count()

    /// How many, and the first of them.
    private struct Count {
        private(set) var number = 0
        private(set) var place = ""

        mutating func add(_ text: String, _ column: RequestColumn, line: Int) {
            if self.number == 0 { self.place = "\(text.quoted) in '\(column.rawValue)' on line \(line)" }
            self.number += 1
        }
    }

    init(file: String) { self.file = file }

    mutating func add(_ text: String, _ column: RequestColumn, line: Int) {
        let isDay = SourceDate(text, .dayFirst) != nil
        let isMonth = SourceDate(text, .monthFirst) != nil
        if SourceDate(text, .yearFirst) != nil {
            self.yearFirst.add(text, column, line: line)
        } else if isDay, isMonth {
            self.undecided.add(text, column, line: line)
        } else if isDay {
            self.dayFirst.add(text, column, line: line)
        } else if isMonth {
            self.monthFirst.add(text, column, line: line)
        } else if DateOrder.allCases.contains(where: { SourceDate.date(text[...], $0) != nil }) {
            self.dateOnly.add(text, column, line: line)
        } else {
            self.unreadable.add(text, column, line: line)
        }
    }

    /// The order that all dates of the file agree with.
    ///
    /// - Throws: ``ImportError`` when there is none, more than one, or no time of day.
    func order() throws(ImportError) -> DateOrder {
        let found = [self.yearFirst, self.dayFirst, self.monthFirst].filter { $0.number > 0 }
        let slashes = self.dayFirst.number + self.monthFirst.number + self.undecided.number
        if found.isEmpty, slashes == 0, self.dateOnly.number > 0 {
            throw ImportError(
                "expected a time of day with every date of '\(self.file)' but found \(self.dateOnly.place): "
                    + "with days alone the due instants would be wrong by up to a day, and with them who was late")
        }
        if found.count > 1 || (self.yearFirst.number > 0 && slashes > 0) {
            let places = [self.yearFirst, self.dayFirst, self.monthFirst, self.undecided].filter { $0.number > 0 }
            throw ImportError(
                "expected one way to write dates in '\(self.file)' but found "
                    + "\(places.map(\.place).joined(separator: " and "))"
            )
        }
        if self.yearFirst.number > 0 { return .yearFirst }
        if self.dayFirst.number > 0 { return .dayFirst }
        if self.monthFirst.number > 0 { return .monthFirst }
        if self.undecided.number > 0 {
            throw ImportError(
                "expected a date in '\(self.file)' that tells day from month but none does, such as "
                    + "\(self.undecided.place): say in which order they are")
        }
        guard self.unreadable.number == 0 else {
            throw ImportError(
                "expected dates such as \(DateOrder.yearFirst.example) or \(DateOrder.dayFirst.example) in "
                    + "'\(self.file)' but found \(self.unreadable.place)")
        }
        return .yearFirst
    }
}
