import Redressal

/// How a case's due dates came about, and where its time went.
struct ExplanationDocument: Encodable {
    let `case`: CaseID
    let reference: String
    let lines: [ClockExplanation.Line]
    let time: Time

    /// Where the time went from the opening to the closing or to now, in milliseconds; the first five add up to the time that
    /// the case was open.
    struct Time: Encodable {
        /// While the office had it that has it now.
        let office: Int64
        /// While other offices had it.
        let otherOffice: Int64
        /// While its clocks waited for a party of the case.
        let citizen: Int64
        /// While its clocks waited for somebody else.
        let pause: Int64
        let holiday: Int64
        /// The first two by office.
        let offices: [String: Int64]
        /// Up to when it is counted.
        let until: Instant

        private enum CodingKeys: String, CodingKey {
            case office, citizen, pause, holiday, offices, until
            case otherOffice = "other_office"
        }
    }

    init(_ state: CaseState, _ timeline: [TimelineEntry], at now: Instant, _ catalog: DefinitionCatalog) {
        let split = TimeSplit(timeline, until: now, catalog: catalog)
        let office = split.offices[state.office] ?? 0
        self.case = state.id
        self.reference = state.reference
        self.lines = ClockExplanation(timeline.map(\.record), catalog: catalog).lines
        self.time = Time(
            office: office, otherOffice: split.offices.values.reduce(0, +) - office, citizen: split.citizen,
            pause: split.pause, holiday: split.holiday, offices: split.offices, until: state.closed ?? now)
    }
}
