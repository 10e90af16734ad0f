/// One Joint Accountability Action Plan of the demo: its actions, from the interface meeting on.
package struct DemoPlan: Sendable {
    /// The plan's id, as its actions carry it.
    package let id: String
    package let name: String
    /// How many actions were agreed.
    package let count: Int
    let sangkat: String
    let chair: DemoSeat
    /// Who signs with the chair: citizens, facilitator and council.
    let committee: [DemoSeat]
    /// Who may own an action.
    let owners: [DemoSeat]
    /// How many of the last actions go up to the supervisor instead of being done.
    let upward: Int

    package static let all: [DemoPlan] = [tuekThla, koukKhleang, khan, khmuonh]

    static let tuekThla = DemoPlan(
        id: "JAAP-2025-120802", name: "Teuk Thla", count: 8, sangkat: "120802", chair: .tuekThlaChair,
        committee: [.tuekThlaCitizens, .facilitator, .tuekThlaChief],
        owners: [.tuekThlaHealth, .tuekThlaSchool, .tuekThlaClerk], upward: 0)
    static let koukKhleang = DemoPlan(
        id: "JAAP-2025-120809", name: "Kok Khleang", count: 7, sangkat: "120809", chair: .koukKhleangChair,
        committee: [.koukKhleangCitizens, .facilitator, .koukKhleangChief],
        owners: [.koukKhleangHealth, .koukKhleangSchool], upward: 0)
    static let khan = DemoPlan(
        id: "JAAP-2025-1208", name: "Khan Sen Sok", count: 9, sangkat: "1208", chair: .khanChair,
        committee: [.tuekThlaCitizens, .facilitator, .formerDeputyGovernor], owners: [.khan], upward: 0)
    static let khmuonh = DemoPlan(
        id: "JAAP-2025-120803", name: "Khmuonh", count: 50, sangkat: "120803", chair: .khmuonhChair,
        committee: [.khmuonhCitizens, .facilitator, .khmuonhChief],
        owners: [.khmuonhHealth, .khmuonhSchool, .khmuonhClerk], upward: 2)

    /// The case of one of its actions, counted from 0.
    package func action(_ index: Int) -> CaseID { DemoCase.id(of: self.caseName(index)) }

    func caseName(_ index: Int) -> String { "\(self.id) action \(index + 1)" }
}
