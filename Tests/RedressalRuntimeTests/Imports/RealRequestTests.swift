import Foundation
import Redressal
import RedressalRuntime
import Synchronization
import Testing

/// Boston's real list and its variants, through the engine's decisions.
@Suite struct RealRequestTests {
    /// What came of one file.
    private struct Run {
        let report: ImportReport
        let states: [CaseID: CaseState]
        let breached: Set<CaseID>
    }

    private func run(_ file: URL) async throws -> Run {
        let breached = Mutex<Set<CaseID>>([])
        let gateway = DecidingGateway(try ImportCatalog.make()) { records in
            for record in records where record.event.kind == .deadlineBreached {
                breached.withLock { _ = $0.insert(record.case) }
            }
        }
        let report = try await ImportRunner(gateway, pause: { _ in }).run(RequestImport(file))
        return Run(report: report, states: await gateway.states, breached: breached.withLock { $0 })
    }

    private static func file(_ name: String) -> URL? { SharedData.file("us311_small/\(name)") }

    /// The requests that the list calls overdue, as the data's README names them.
    private static let overdue = Set(
        """
        101004113363 101004113667 101004113717 101004114820 101004115118 101004113473 101004113604 101004113751
        101004113902 101004114154 101004114383 101004114795 101004115066 101004115302 101004118346 101004141848
        101004143000
        """.split(whereSeparator: \.isWhitespace).map { CaseID(DerivedID.uuid("request", String($0))) })

    @Test(arguments: [
        "boston311-100.csv", "boston311-dmy-100.csv", "boston311-100-with-nonascii.csv", "boston311-100.jsonl",
        "boston311-100-untrimmed.jsonl",
    ])
    func theVerdictAgreesWithTheListForAllHundred(_ name: String) async throws {
        guard let file = Self.file(name) else { return }
        let run = try await self.run(file)
        #expect(run.report.handled == [100, 200, 0])
        #expect(run.breached == Self.overdue)
        #expect(Dictionary(grouping: run.states.values, by: \.state).mapValues(\.count) == ["closed": 85, "open": 15])
        // Cases that were still open when the list was made show their breach too.
        #expect(run.states.values.count { $0.isBreached } == 12)
    }

    @Test(arguments: [
        "boston311-dmy-100.csv", "boston311-100-with-nonascii.csv", "boston311-100.jsonl",
        "boston311-100-untrimmed.jsonl",
    ])
    func aVariantIsTheSameImport(_ name: String) throws {
        guard let plain = Self.file("boston311-100.csv"), let variant = Self.file(name) else { return }
        #expect(try self.summaries(RequestImport(variant)) == (try self.summaries(RequestImport(plain))))
    }

    /// All commands with their ids, times and fields, without the free texts, in which one variant has other letters.
    private func summaries(_ source: RequestImport) throws -> [String] {
        try source.cases().flatMap(\.steps).map { step in
            let fields = step.fields.filter { !["location", "closure_reason"].contains($0.key) }
            let texts = fields.map { "\($0)=\($1.text ?? "")" }.sorted().joined(separator: ";")
            return "\(step.draft.command.id) \(step.draft.command.occurred) \(step.summary) \(texts)"
        }
    }

    @Test func repeatedRowsBecomeOneCase() async throws {
        guard let dupes = Self.file("boston311-100-20dupes-random.csv"),
            let single = Self.file("boston311-100-deduped.csv")
        else { return }
        let run = try await self.run(dupes)
        let other = try await self.run(single)
        #expect(run.report.handled == [80, 160, 20])
        #expect(
            run.report.rejected.allSatisfy {
                $0.reason.hasPrefix("expected each request once but this row repeats line ")
            })
        #expect(other.report.handled == [80, 160, 0])
        #expect(run.breached == other.breached)
        #expect(run.breached.count == 14)
        #expect(run.states.mapValues(\.state) == other.states.mapValues(\.state))
    }

    @Test func theRowWithAFieldTooManyIsRejectedByLine() async throws {
        guard let file = Self.file("boston311-100-bad.tsv") else { return }
        let run = try await self.run(file)
        #expect(run.report.handled == [99, 198, 1])
        #expect(
            run.report.rejected == [
                ImportRejection(line: 41, case: "101004113615", reason: "expected 29 fields but found 30")
            ])
        #expect(run.breached == Self.overdue)
    }

    @Test func firstTenRowsWithNumbersForPostalCodes() async throws {
        guard let file = Self.file("boston311-10.jsonl") else { return }
        let run = try await self.run(file)
        #expect(run.report.handled == [10, 20, 0])
        #expect(
            run.report.notes.last
                == "location_zipcode is a number in 9 rows, so leading zeros are lost; it is not imported")
    }

    @Test func datesWithoutATimeAreRefused() throws {
        guard let file = Self.file("boston311-100-notime.csv") else { return }
        let error = #expect(throws: ImportError.self) { try RequestImport(file) }
        #expect(
            error?.message.hasPrefix(
                "expected a time of day with every date of 'boston311-100-notime.csv' but found '2022-01-21' in "
                    + "'open_dt' on line 2"
            )
                == true)
    }

    @Test func anotherCitysListIsRefusedByItsColumns() throws {
        guard let file = Self.file("nyc311-100.csv") else { return }
        let error = #expect(throws: ImportError.self) { try RequestImport(file) }
        #expect(error?.message.contains("but found Unique Key, Created Date, Closed Date, Agency,") == true)
    }
}
