/// The methods of strings in guards.
package enum GuardMethod: String, Hashable, Sendable, CaseIterable {
    case startsWith, endsWith, contains
}
