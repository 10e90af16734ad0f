import Redressal

/// In which order the forms of actions come.
extension CaseView {
    /// What is owed comes first, and open; then what leads the case on, where it is the reader's turn.
    var usual: [ActionForm] {
        let owed = Set(self.owed.map(\.name))
        var first = self.forms.filter { owed.contains($0.offer.action.name) }
        for index in first.indices { first[index].isNext = true }
        return first + self.others(than: owed)
    }

    /// What has to be done by now, whoever reads it.
    var owed: [Action] {
        self.workflow.map { self.state.owed($0, after: self.timeline.map(\.record.event)) } ?? []
    }

    /// What has to be done by now, in words.
    var owedLines: [String] {
        guard let workflow else { return [] }
        return self.owed.compactMap { action in
            action.owed.map { owed in
                self.speech(
                    "case.owed",
                    [
                        "what": self.speech.action(action, of: workflow), "share": "\(owed.after.value)",
                        "clock": self.speech("clocks.\(owed.clock.rawValue)"),
                    ])
            }
        }
    }

    private func others(than owed: Set<ActionName>) -> [ActionForm] {
        let forms = self.forms.filter { !$0.offer.action.isRare && !owed.contains($0.offer.action.name) }
        guard self.waits?.isYours == true else { return forms }
        var moving = forms.filter { $0.offer.action.to != .same }
        if let first = moving.indices.first, owed.isEmpty, !self.forms.contains(where: \.isOpen) {
            moving[first].isNext = true
        }
        return moving + forms.filter { $0.offer.action.to == .same }
    }

    /// What is seldom done, or grave.
    var rare: [ActionForm] {
        self.forms.filter { form in
            form.offer.action.isRare && !self.owed.contains { $0.name == form.offer.action.name }
        }
    }
}
