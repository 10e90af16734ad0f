import Redressal

/// A case that somebody touched, as one line of a list.
struct TouchedLine: Sendable {
    let values: [String: any Sendable]

    init(_ touched: TouchedCase, _ auditor: Auditor, _ speech: Speech) {
        let workflow = auditor.catalog.workflow(named: touched.workflow)
        let clock = auditor.clock(speech)
        self.values = [
            "reference": touched.reference, "workflow": workflow.map { speech.workflow($0) } ?? touched.workflow,
            "office": auditor.catalog.org.office(touched.office)?.name ?? touched.office,
            "state": speech.state(touched.state, of: workflow), "deeds": touched.deeds,
            "steps": touched.steps.map { speech.event($0, of: workflow) }.joined(separator: ", "),
            "first": clock.text(touched.first),
            "last": clock.text(touched.last),
        ]
    }
}
