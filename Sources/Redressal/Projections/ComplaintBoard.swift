/// How an office dealt with the complaints that it received in a time.
package struct ComplaintFigures: Hashable, Sendable {
    package let office: String
    /// Opened in that time.
    package let received: Int
    /// Of these, closed by its end.
    package let closed: Int
    /// Of these, closed before the whole case was overdue.
    package let inTime: Int

    package init(office: String, received: Int, closed: Int, inTime: Int) {
        self.office = office
        self.received = received
        self.closed = closed
        self.inTime = inTime
    }
}

/// What of the offices' figures may be shown to everybody.
///
/// A share is shown only of a group that is large enough not to tell of single people, as on ``JaapBoard``; an office that received
/// too few shows that it is there, and no figures. The sums are over what is shown, so that nobody finds a hidden one by taking
/// the others away. It tells of whole days that have ended, so that it changes once a day and not with every case.
package struct ComplaintBoard: Hashable, Sendable {
    /// Of how many a figure must be made up to be shown.
    package static let smallestGroup = JaapBoard.smallestGroup
    /// How many days it tells of.
    package static let days = 90

    /// A share of a group: how many, of how many, and rounded half up in percent for display.
    package struct Share: Hashable, Sendable, Encodable {
        package let count: Int
        package let of: Int
        package let percent: Int

        /// - Returns: nil for a group that is too small.
        package init?(_ count: Int, of group: Int) {
            guard group >= ComplaintBoard.smallestGroup else { return nil }
            self.count = count
            self.of = group
            self.percent = (200 * count + group) / (2 * group)
        }
    }

    /// An office; what is nil is hidden.
    package struct Line: Hashable, Sendable {
        package let office: String
        package let received: Int?
        /// Closed, of those that it received.
        package let closed: Share?
        /// Within the standard, of those that it closed.
        package let inTime: Share?
    }

    package let lines: [Line]
    /// Over the offices that show theirs; nil where nothing is shown.
    package let closed: Share?
    package let inTime: Share?

    package init(_ figures: [ComplaintFigures]) {
        let shown = figures.filter { $0.received >= Self.smallestGroup }
        self.lines = figures.sorted { $0.office < $1.office }.map { figures in
            let isShown = figures.received >= Self.smallestGroup
            return Line(
                office: figures.office, received: isShown ? figures.received : nil,
                closed: Share(figures.closed, of: figures.received),
                inTime: isShown ? Share(figures.inTime, of: figures.closed) : nil)
        }
        self.closed = Share(shown.reduce(0) { $0 + $1.closed }, of: shown.reduce(0) { $0 + $1.received })
        let answering = shown.filter { $0.closed >= Self.smallestGroup }
        self.inTime = Share(answering.reduce(0) { $0 + $1.inTime }, of: answering.reduce(0) { $0 + $1.closed })
    }

    /// The time that it tells of at a moment: the days before the one that has begun, by UTC.
    package static func window(at now: Instant) -> Range<Instant> {
        let day: Int64 = 86_400_000
        let end = Instant(milliseconds: now.milliseconds / day * day)
        return end.advanced(byMilliseconds: -Int64(Self.days) * day)..<end
    }
}
