extension Int {
    /// With a comma between thousands.
    var grouped: String {
        let digits = Array(String(self.magnitude))
        let groups = digits.enumerated().map { index, digit in
            (digits.count - index).isMultiple(of: 3) && index > 0 ? ",\(digit)" : "\(digit)"
        }
        return (self < 0 ? "-" : "") + groups.joined()
    }
}
