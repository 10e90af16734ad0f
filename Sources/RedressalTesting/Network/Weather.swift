/// What a network between two does to what passes through it.
package enum Weather: Sendable, Hashable {
    case fair
    /// Every connection is reset, and so is every new one.
    case cut
    /// Nothing passes in either direction, and nobody is told; what was sent arrives when it is over.
    case stalled
    /// Everything arrives in order, this many milliseconds late.
    case slow(milliseconds: Int)
    /// Requests arrive and are carried out, but no answer comes back; connections are reset when it is over.
    case mute
    /// Every connection is reset after this many bytes of answers, so in the middle of any of them.
    case torn(bytes: Int)
    /// A broker does what it is asked, and one of so many of its answers to producers is an error.
    case erring(oneIn: Int)
}
