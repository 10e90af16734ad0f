/// The forms that languages tell numbers of things apart by, as CLDR names them (UTS #35 part 3 §5).
package enum PluralCategory: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}
