extension CalendarReader {
    mutating func checkKind(_ node: CalendarNode?) {
        guard let node else { return }
        if node.scalar != "calendar" { self.report(node.expected("kind: calendar")) }
    }

    mutating func id(_ node: CalendarNode) -> String? {
        self.attempt { () throws(Finding) in
            let what = "an id of at most 64 lower-case letters, digits and hyphens such as kp-5day"
            let id = try node.text(what)
            let isPlain = id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
            guard isPlain, id.utf8.count <= 64, let first = id.first, first != "-" else { throw node.expected(what) }
            return id
        }
    }

    mutating func version(_ node: CalendarNode) -> Int? {
        self.attempt { () throws(Finding) in
            let version = try node.value(Int.self, "a version from 1")
            guard version >= 1 else { throw node.expected("a version from 1") }
            return version
        }
    }

    mutating func timeZone(_ node: CalendarNode) -> String? {
        self.attempt { () throws(Finding) in
            let name = try node.text("a time zone such as Asia/Karachi")
            do throws(CalendarError) {
                _ = try CalendarZone(identifier: name)
            } catch {
                throw node.finding("time-zone", "\(error)")
            }
            return name
        }
    }
}
