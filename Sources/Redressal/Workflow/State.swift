/// Where a case may stand, and the clock that runs while it stands there.
package struct State: Hashable, Sendable {
    /// Whether a state ends the case.
    package enum Finality: String, Hashable, Sendable, CaseIterable {
        /// The case is open.
        case no = "false"
        /// The case is over for good: no action leads out.
        case closed = "true"
        /// The case is over, but an appeal or a reopening may lead out.
        case reopenable
    }

    package let name: StateName
    /// For people; the name is shown where there is none.
    package let title: String?
    /// When the stage's clock (`sla`) runs out, counted from entry; nil for no deadline.
    package let target: ClockTarget?
    /// The name of the ladder that a breach of the stage's clock starts; nil for none.
    package let chain: String?
    /// When to remind, in rising order; already the defaults where the state says nothing.
    package let remind: [Percent]
    /// Whether the total clock stands still here.
    package let pauses: Bool
    /// The longest time a case's pauses may add up to; nil only where nothing pauses.
    package let pauseCap: TimeSpan?
    package let final: Finality
    /// Whether the definition says on purpose that nothing need ever happen here.
    package let mayWaitForever: Bool
    /// Whose turn it is here: in their posts they find the case among what waits for them.
    package let waitsFor: [Role]
    /// What they are told of the case in that list; never what is sealed.
    package let shows: [FieldName]

    package init(
        name: StateName, title: String? = nil, target: ClockTarget? = nil, chain: String? = nil,
        remind: [Percent] = [], pauses: Bool = false, pauseCap: TimeSpan? = nil, final: Finality = .no,
        mayWaitForever: Bool = false, waitsFor: [Role] = [], shows: [FieldName] = []
    ) {
        self.name = name
        self.title = title
        self.target = target
        self.chain = chain
        self.remind = remind
        self.pauses = pauses
        self.pauseCap = pauseCap
        self.final = final
        self.mayWaitForever = mayWaitForever
        self.waitsFor = waitsFor
        self.shows = shows
    }

    /// Whether a case standing here still has to be worked on.
    package var isOpen: Bool { self.final == .no }
}
