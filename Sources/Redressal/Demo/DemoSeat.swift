/// A post of the demo's programmes and whoever sits in it, as `workflows/programmes` has them.
struct DemoSeat: Sendable {
    let post: String
    let office: String
    let user: String

    /// Somebody in this seat, in one of its roles.
    func acting(as role: String) -> Actor {
        Actor(user: self.user, role: role, post: self.post, office: self.office)
    }

    init(_ post: String, _ office: String, _ user: String) {
        self.post = post
        self.office = office
        self.user = user
    }
}

extension DemoSeat {
    static let capital = DemoSeat("kh-12-administration", "kh-12", "u-102")
    static let formerDeputyGovernor = DemoSeat("kh-1208-deputy-governor", "kh-1208", "u-103")
    static let deputyGovernor = DemoSeat("kh-1208-deputy-governor", "kh-1208", "u-104")
    static let oneWindow = DemoSeat("kh-1208-one-window", "kh-1208", "u-105")
    static let citizensOffice = DemoSeat("kh-1208-citizens-office", "kh-1208", "u-106")
    static let khan = DemoSeat("kh-1208-administration", "kh-1208", "u-107")
    static let khanChair = DemoSeat("kh-1208-jaap-chair", "kh-1208", "u-108")
    static let tuekThlaChief = DemoSeat("kh-120802-chief", "kh-120802", "u-112")
    static let khmuonhChief = DemoSeat("kh-120803-chief", "kh-120803", "u-113")
    static let koukKhleangChief = DemoSeat("kh-120809-chief", "kh-120809", "u-116")
    static let tuekThlaClerk = DemoSeat("kh-120802-clerk", "kh-120802", "u-122")
    static let khmuonhClerk = DemoSeat("kh-120803-clerk", "kh-120803", "u-123")
    static let tuekThlaChair = DemoSeat("kh-120802-jaap-chair", "kh-120802", "u-131")
    static let khmuonhChair = DemoSeat("kh-120803-jaap-chair", "kh-120803", "u-132")
    static let koukKhleangChair = DemoSeat("kh-120809-jaap-chair", "kh-120809", "u-133")
    static let facilitator = DemoSeat("kh-1208-facilitator", "kh-1208", "u-134")
    static let tuekThlaCitizens = DemoSeat("kh-120802-citizens", "kh-120802", "u-135")
    static let khmuonhCitizens = DemoSeat("kh-120803-citizens", "kh-120803", "u-136")
    static let koukKhleangCitizens = DemoSeat("kh-120809-citizens", "kh-120809", "u-137")
    static let thmeiHealth = DemoSeat("kh-120801-hc-chief", "kh-120801-hc", "u-141")
    static let tuekThlaHealth = DemoSeat("kh-120802-hc-chief", "kh-120802-hc", "u-142")
    static let khmuonhHealth = DemoSeat("kh-120803-hc-chief", "kh-120803-hc", "u-143")
    static let koukKhleangHealth = DemoSeat("kh-120809-hc-chief", "kh-120809-hc", "u-144")
    static let thmeiSchool = DemoSeat("kh-120801-ps1-director", "kh-120801-ps1", "u-151")
    static let tuekThlaSchool = DemoSeat("kh-120802-ps1-director", "kh-120802-ps1", "u-152")
    static let khmuonhSchool = DemoSeat("kh-120803-ps1-director", "kh-120803-ps1", "u-154")
    static let koukKhleangSchool = DemoSeat("kh-120809-ps1-director", "kh-120809-ps1", "u-157")

    static let focalPoint = DemoSeat(
        "kp-abbottabad-safeguarding-focal", "kp-abbottabad-safeguarding", "u-265")
    static let safeguardingAuditor = DemoSeat("kp-safeguarding-auditor", "kp-safeguarding-external", "u-264")
    static let auditor = DemoSeat("kp-auditor", "kp", "u-207")
    static let administrator = DemoSeat("kp-administrator", "kp", "u-208")
    static let commissioner = DemoSeat("kp-hazara-commissioner", "kp-hazara", "u-203")
    static let deputyCommissioner = DemoSeat("kp-abbottabad-deputy-commissioner", "kp-abbottabad", "u-204")
    static let cellClerk = DemoSeat("kp-abbottabad-cell-clerk", "kp-abbottabad-cell", "u-205")
    static let cellOfficer = DemoSeat("kp-abbottabad-cell-officer", "kp-abbottabad-cell", "u-206")
    static let healthOffice = DemoSeat("kp-abbottabad-dho", "kp-abbottabad-health", "u-211")
    static let educationOffice = DemoSeat("kp-abbottabad-deo", "kp-abbottabad-education", "u-212")
    static let firstUnit = DemoSeat("kp-bhu-1-in-charge", "kp-bhu-1", "u-221")
    static let secondUnit = DemoSeat("kp-bhu-2-in-charge", "kp-bhu-2", "u-222")
    static let ruralCentre = DemoSeat("kp-rhc-1-in-charge", "kp-rhc-1", "u-223")
    static let girlsSchool = DemoSeat("kp-school-1-head", "kp-school-1", "u-224")
    static let waterScheme = DemoSeat("kp-scheme-1-sub-divisional-officer", "kp-scheme-1", "u-226")
}
