/// Something to choose in a form.
struct FormOption: Hashable, Sendable {
    /// What is sent.
    let value: String
    /// What people read.
    let label: String

    func values(chosen: [String]) -> [String: any Sendable] {
        ["value": self.value, "label": self.label, "isChosen": chosen.contains(self.value)]
    }
}
