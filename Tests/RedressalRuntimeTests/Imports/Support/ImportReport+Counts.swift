import RedressalRuntime

extension ImportReport {
    /// Cases, commands, events, repeated.
    var counts: [Int] { [self.cases, self.commands, self.events, self.repeated] }

    /// Cases, commands, rejected.
    var handled: [Int] { [self.cases, self.commands, self.rejected.count] }
}
