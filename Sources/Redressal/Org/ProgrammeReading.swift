/// What came of reading a programme's file.
package struct ProgrammeReading: Sendable {
    /// Nil when there was any error.
    package let programme: Programme?
    /// By whose days its times begin and end; nil when it could not be read.
    package let zone: CalendarZone?
    /// Everything found wrong, in the order of the file.
    package let findings: [Finding]
    /// Where its offices, posts and people stand, for checks across files.
    package let map: SourceMap
}
