import Redressal

/// In which order the forms of actions come.
extension CaseView {
    /// What leads the case on comes first where it is the reader's turn, and its first form is open.
    var usual: [ActionForm] {
        let forms = self.forms.filter { !$0.offer.action.isRare }
        guard self.waits?.isYours == true else { return forms }
        var moving = forms.filter { $0.offer.action.to != .same }
        if let first = moving.indices.first, !self.forms.contains(where: \.isOpen) { moving[first].isNext = true }
        return moving + forms.filter { $0.offer.action.to == .same }
    }

    /// What is seldom done, or grave.
    var rare: [ActionForm] { self.forms.filter(\.offer.action.isRare) }
}
