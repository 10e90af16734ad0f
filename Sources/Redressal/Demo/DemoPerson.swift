/// A made-up resident who files complaints in the demo; name and number must never be found in clear.
package struct DemoPerson: Hashable, Sendable {
    /// The opaque account; it also names the key that seals what is personal.
    package let user: String
    package let name: String
    package let phone: String
    package let language: String
    package let sex: String

    package var actor: Actor { Actor(user: self.user, role: "complainant") }
}

extension DemoPerson {
    static let khmerWoman = DemoPerson(
        user: "u-181", name: "ចាន់ សុភាពគំរូ", phone: "+855 12 555 0181", language: "km", sex: "female")
    static let khmerMan = DemoPerson(
        user: "u-182", name: "លី វណ្ណៈគំរូ", phone: "+855 12 555 0182", language: "km", sex: "male")
    static let khmerGrandmother = DemoPerson(
        user: "u-183", name: "យាយ មុំគំរូ", phone: "+855 12 555 0183", language: "km", sex: "female")
    static let englishTeacher = DemoPerson(
        user: "u-184", name: "Marlow Exampleton", phone: "+855 12 555 0184", language: "en", sex: "other")
    static let khmerFather = DemoPerson(
        user: "u-185", name: "ទូច បូរ៉ាគំរូ", phone: "+855 12 555 0185", language: "km", sex: "male")
    static let khmerTrader = DemoPerson(
        user: "u-186", name: "ស៊ីម ណារីគំរូ", phone: "+855 12 555 0186", language: "km", sex: "female")
    static let urduMother = DemoPerson(
        user: "u-281", name: "زرینہ نمونہ بی بی", phone: "+92 300 555 0281", language: "ur", sex: "female")
    static let urduFarmer = DemoPerson(
        user: "u-282", name: "اکرم مثال خان", phone: "+92 300 555 0282", language: "ur", sex: "male")
    static let pashtoElder = DemoPerson(
        user: "u-283", name: "ګل نمونه کاکا", phone: "+92 300 555 0283", language: "ps", sex: "male")
    static let englishNurse = DemoPerson(
        user: "u-284", name: "Perpetua Samplewell", phone: "+92 300 555 0284", language: "en", sex: "female")
    static let urduShopkeeper = DemoPerson(
        user: "u-285", name: "نادیہ فرضی", phone: "+92 300 555 0285", language: "ur", sex: "female")

    package static let all = [
        khmerWoman, khmerMan, khmerGrandmother, englishTeacher, khmerFather, khmerTrader, urduMother, urduFarmer,
        pashtoElder, englishNurse, urduShopkeeper,
    ]
}
