import Hummingbird
import Redressal

/// The pages for everybody: file, follow, answer.
struct PublicRoutes: Sendable {
    let desk: PageDesk
    let door: VisitDoor

    func add(to router: some RouterMethods<WebContext>) {
        let view = PageRoute(painter: self.desk.painter, limit: .view)
        let command = PageRoute(painter: self.desk.painter, limit: .command)
        router.route("/", [.get: { request, context in try await view(request, context) { try self.home(request) } }])
        router.route(
            "privacy", [.get: { request, context in try await view(request, context) { try self.privacy(request) } }])
        router.route(
            "file",
            [
                .get: { request, context in try await view(request, context) { try self.filingForm(request) } },
                .post: { request, context in try await command(request, context) { try await self.file(request) } },
            ])
        router.route(
            "receipt", [.get: { request, context in try await view(request, context) { try self.receipt(request) } }])
        router.route(
            "track",
            [
                .get: { request, context in try await view(request, context) { try self.trackingForm(request) } },
                .post: { request, context in try await view(request, context) { try await self.track(request) } },
            ])
        router.route(
            "track/case",
            [.get: { request, context in try await view(request, context) { try await self.follow(request) } }])
        router.route(
            "track/leave", [.post: { request, context in try await view(request, context) { try self.leave(request) } }]
        )
        router.route(
            "track/case/files/:attachment",
            [
                .get: { request, context in
                    try await view(request, context) {
                        try await self.evidence(request, try context.parameters.require("attachment"))
                    }
                }
            ])
        router.route(
            "track/case/actions/:action",
            [
                // Whoever reloads what a form has led to comes back to the case.
                .get: { request, context in
                    try await view(request, context) {
                        PageResponse.seeOther(try await self.visited(request) == nil ? "/track" : "/track/case")
                    }
                },
                .post: { request, context in
                    try await command(request, context) {
                        try await self.answer(request, try context.parameters.require("action"))
                    }
                },
            ])
    }

    /// How whoever asks is spoken to.
    func speech(for request: Request) -> Speech {
        var speech = self.desk.painter.speech(for: request)
        speech.isToParties = true
        return speech
    }

    private func home(_ request: Request) throws -> Response {
        let speech = self.speech(for: request)
        return try self.desk.painter.response(
            Page("public.home", title: speech("home.title"), ["mayFile": !self.counters(speech).isEmpty]), to: request)
    }

    private func privacy(_ request: Request) throws -> Response {
        let speech = self.speech(for: request)
        return try self.desk.painter.response(Page("public.privacy", title: speech("privacy.title")), to: request)
    }

    /// `GET /receipt`: the tracking number and the PIN, once more for as long as the visit lasts.
    private func receipt(_ request: Request) throws -> Response {
        guard let visit = try self.door.visit(request, at: self.desk.clock.now()) else {
            return PageResponse.seeOther("/track")
        }
        let speech = self.speech(for: request)
        let query = try Query(request, allowing: ["again", "lang"])
        return try self.desk.painter.response(
            Page(
                "public.receipt", title: speech("receipt.title"),
                [
                    "reference": TrackingReference.make(for: visit.case), "pin": self.door.pin(of: visit.case),
                    "isAgain": query.text("again") != nil,
                ]),
            to: request)
    }

    private func leave(_ request: Request) throws -> Response {
        try CrossOrigin.check(request)
        return PageResponse.seeOther("/", cookie: self.door.noCookie)
    }
}
