/// One value in a ``JSONTape``.
struct JSONNode {
    enum Kind: UInt8 {
        case null, yes, no, integer, decimal, text, escapedText, array, object
    }

    let kind: Kind
    /// Where it begins in the bytes; a text begins after its quotation mark.
    let start: Int32
    /// The offset after it; for a text that of its closing quotation mark.
    var end: Int32
    /// The number of the node after it and all that is in it.
    var next: Int32
    /// How many members or elements it has.
    var count: Int32 = 0
}
