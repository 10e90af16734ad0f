/// Why a command was refused, in words for the person who sent it.
///
/// Refusing is normal: the case is unchanged and the reason is part of the log.
package struct Rejection: Error, Hashable, Sendable, Codable {
    /// The kind of refusal; a closed set that scripts may rely on.
    package enum Code: String, Sendable, Codable, CaseIterable {
        case unknownCase = "unknown_case"
        case caseExists = "case_exists"
        case unknownWorkflow = "unknown_workflow"
        case unknownState = "unknown_state"
        case unknownAction = "unknown_action"
        case unknownOffice = "unknown_office"
        case notInThisState = "not_in_this_state"
        case notThisRole = "not_this_role"
        case outsideJurisdiction = "outside_jurisdiction"
        case notParty = "not_a_party"
        case unknownPerson = "unknown_person"
        case samePerson = "same_person"
        case conflictOfInterest = "conflict_of_interest"
        case guardFailed = "guard_failed"
        case missingField = "missing_field"
        case unknownField = "unknown_field"
        case wrongType = "wrong_type"
        case tooLong = "too_long"
        case notSealed = "not_sealed"
        case stale = "stale"
        case commandReused = "command_reused"
        case timerGone = "timer_gone"
        case notDue = "not_due"
        case noDeadline = "no_deadline"
        case historyNotAllowed = "history_not_allowed"
        case malformed = "malformed"
        case unmappable = "unmappable"
    }

    package let code: Code
    /// "expected … but …", with nothing personal in it.
    package let message: String
    /// The field it is about, when it is about one.
    package let field: String?

    package init(_ code: Code, _ message: String, field: String? = nil) {
        self.code = code
        self.message = message
        self.field = field
    }
}

extension Rejection {
    /// The same with a message that fits the log, however long what it quotes is.
    package var clipped: Rejection {
        guard self.message.utf8.count > 2000 else { return self }
        return Rejection(self.code, self.message.clipped(to: 400), field: self.field?.clipped(to: 100))
    }
}

extension Rejection: CustomStringConvertible {
    package var description: String { self.message }
}
