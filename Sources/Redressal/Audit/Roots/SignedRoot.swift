/// A signed checkpoint and which partition it is of.
package struct SignedRoot: Hashable, Sendable {
    package let place: LogPlace
    package let signed: SignedCheckpoint

    package init(place: LogPlace, signed: SignedCheckpoint) {
        self.place = place
        self.signed = signed
    }
}
