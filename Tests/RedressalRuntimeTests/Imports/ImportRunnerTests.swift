import Redressal
import RedressalRuntime
import Synchronization
import Testing

@Suite struct ImportRunnerTests {
    /// Three closed cases of three rows each.
    private let rows = ["INC1", "INC2", "INC3"].flatMap { number in
        ["New", "Active", "Closed"].enumerated().map {
            IncidentLines.row(number, $1, "1/3/2016 09:0\($0)", count: $0)
        }
    }

    private func run(_ rows: [String], _ gateway: ScriptedGateway, window: Int = 1000) async throws -> ImportReport {
        let file = try IncidentLines.file(rows)
        return try await ImportRunner(gateway, window: window, pause: { _ in }).run(IncidentImport(file.url))
    }

    @Test func sendsEveryCaseInItsOrderAndOpeningsBeforeTheRest() async throws {
        let gateway = ScriptedGateway()
        let report = try await self.run(self.rows, gateway)
        #expect(report.counts == [3, 9, 9, 0])
        #expect(report.rejected.isEmpty)
        #expect(report.stopped == nil)
        #expect(await gateway.calls.map(\.count) == [3, 6])
        let byCase = Dictionary(grouping: await gateway.accepted, by: \.case).mapValues { $0.map(\.occurred) }
        #expect(byCase.count == 3)
        for times in byCase.values { #expect(times == times.sorted() && times.count == 3) }
    }

    @Test(arguments: 1...10)
    func neverHasMoreInFlightThanTheWindow(_ window: Int) async throws {
        let gateway = ScriptedGateway()
        let report = try await self.run(self.rows, gateway, window: window)
        #expect(report.commands == 9)
        #expect(await gateway.calls.allSatisfy { (1...window).contains($0.count) })
        #expect(Set(await gateway.accepted.map(\.id)).count == 9)
    }

    @Test func sendsNothingMoreOfACaseWhoseOpeningIsRefused() async throws {
        let refused = CaseID(DerivedID.uuid("incident", "INC2"))
        let gateway = ScriptedGateway(refuse: {
            $0.case == refused ? Rejection(.unknownOffice, "expected an office") : nil
        })
        let report = try await self.run(self.rows, gateway)
        #expect(report.counts == [2, 7, 6, 0])
        #expect(
            report.rejected == [
                ImportRejection(
                    line: 5, case: "INC2", reason: "expected an office; the 2 later rows of the case were not sent")
            ])
        #expect(await gateway.accepted.filter { $0.case == refused }.count == 1)
    }

    @Test func goesOnWithACaseWhenALaterRowIsRefused() async throws {
        let refused = CommandID(DerivedID.uuid("incident-row", "INC2", "2"))
        let gateway = ScriptedGateway(refuse: { $0.id == refused ? Rejection(.guardFailed, "expected more") : nil })
        let report = try await self.run(self.rows, gateway)
        #expect(report.counts == [3, 9, 8, 0])
        #expect(report.rejected == [ImportRejection(line: 6, case: "INC2", reason: "expected more")])
    }

    @Test func leavesOutTheOneCommandThatIsInvalid() async throws {
        let invalid = CommandID(DerivedID.uuid("incident-row", "INC2", "2"))
        let gateway = ScriptedGateway(isInvalid: { $0.id == invalid })
        let report = try await self.run(self.rows, gateway)
        #expect(report.counts == [3, 9, 8, 0])
        #expect(report.rejected == [ImportRejection(line: 6, case: "INC2", reason: "expected no NUL but found one")])
    }

    @Test func waitsWhileTheGatewayIsBusy() async throws {
        let waits = Mutex<[Int]>([])
        let gateway = ScriptedGateway(
            failures: [GatewayError(.busy, "behind", retryAfter: 7), GatewayError(.busy, "behind")])
        let file = try IncidentLines.file(self.rows)
        let runner = ImportRunner(gateway, pause: { seconds in waits.withLock { $0.append(seconds) } })
        let report = try await runner.run(IncidentImport(file.url))
        #expect(report.commands == 9)
        #expect(waits.withLock { $0 } == [7, 1])
    }

    @Test func stopsWithWhatIsDoneAndSaysHowToGoOn() async throws {
        let gateway = ScriptedGateway(failures: [GatewayError(.unavailable, "the log cannot be reached")])
        let report = try await self.run(self.rows, gateway)
        #expect(report.commands == 0)
        #expect(
            report.stopped
                == "the log cannot be reached (0 of 9 commands were answered; run the same import again to go on: what "
                + "was done before is recognised)")
    }

    @Test func stopsBetweenWindowsWhenCancelled() async throws {
        let gateway = ScriptedGateway()
        let file = try IncidentLines.file(self.rows)
        let source = IncidentImport(file.url)
        let runner = ImportRunner(gateway, window: 6, progress: { _ in withUnsafeCurrentTask { $0?.cancel() } })
        let report = try await Task { try await runner.run(source) }.value
        #expect(await gateway.calls.map(\.count) == [1])
        #expect(report.stopped?.hasPrefix("the import was cancelled (1 of 9 commands were answered;") == true)
    }

    @Test func tellsItsProgress() async throws {
        let seen = Mutex<[[Int]]>([])
        let file = try IncidentLines.file(self.rows)
        let runner = ImportRunner(
            ScriptedGateway(),
            progress: { now in seen.withLock { $0.append([now.cases, now.commands, now.total, now.events]) } })
        _ = try await runner.run(IncidentImport(file.url))
        #expect(seen.withLock { $0 } == [[3, 3, 9, 3], [3, 9, 9, 9]])
    }

    @Test func sendsNothingOfAFileThatBreaksOffWithAnError() async throws {
        let gateway = ScriptedGateway()
        await #expect(throws: ImportError.self) { try await self.run(self.rows + [self.rows[0]], gateway) }
        #expect(await gateway.calls.isEmpty)
    }

    @Test func aSecondImportWritesNothing() async throws {
        let gateway = DecidingGateway(try ImportCatalog.make())
        let file = try IncidentLines.file(self.rows)
        let first = try await ImportRunner(gateway).run(IncidentImport(file.url))
        let states = await gateway.states
        let second = try await ImportRunner(gateway).run(IncidentImport(file.url))
        #expect(first.handled == [3, 9, 0])
        #expect(first.events >= 9)
        #expect(second.counts == [3, 9, 0, 9])
        #expect(await gateway.states == states)
    }

    @Test func reportsInTheNamesThatScriptsKnow() throws {
        let report = ImportTallyFixture.report()
        #expect(
            String(decoding: try CanonicalJSON.encode(report), as: UTF8.self)
                == #"{"cases":0,"commands":0,"events":0,"events_per_second":0,"notes":["n"],"rejected":[{"#
                + #""case":"INC1","line":3,"reason":"r"}],"repeated":0,"seconds":1.5}"#)
    }
}
