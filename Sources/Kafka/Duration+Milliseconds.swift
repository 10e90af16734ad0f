extension Duration {
    /// Whole milliseconds, rounded up so that a short wait is never a busy loop, within what a C `int` holds.
    var wholeMilliseconds: Int32 {
        let (seconds, attoseconds) = self.components
        guard seconds < Int64(Int32.max) / 1000 else { return Int32.max }
        let perMillisecond: Int64 = 1_000_000_000_000_000
        let milliseconds = seconds * 1000 + (attoseconds + perMillisecond - 1) / perMillisecond
        return Int32(Swift.max(0, milliseconds))
    }
}
