import Redressal

extension LogError {
    /// Whether an owner is of no more use after this error.
    var endsOwner: Bool { self.code == .fenced || self.code == .unknownOutcome }
}
