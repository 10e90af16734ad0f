import Foundation
import Redressal
import Testing

@testable import RedressalWeb

/// Whoever approves a proposal is told when nothing shows that it was done.
@Suite struct CaseLacksTests {
    private static func shipped() throws -> WorkflowDefinition {
        let folder = PageLibraryTests.folder.appending(path: "../workflows")
        let texts = try ["complaint", "defaults"].map {
            try String(contentsOf: folder.appending(path: "\($0).yaml"), encoding: .utf8)
        }
        let reading = WorkflowReader.read(texts[0], file: "complaint.yaml", defaults: (texts[1], "defaults.yaml"))
        return try #require(reading.definition, "\(reading.findings)")
    }

    /// The marks of a complaint after some actions, each with what it set.
    private static func marks(
        _ actions: [(name: String, from: String, to: String, fields: [String: FieldValue])]
    ) throws -> [String] {
        let complaint = try Self.shipped()
        let opened = CaseState.sampleEvents()
        let first = try #require(opened.first)
        let deeds = actions.enumerated().map { index, action in
            EventRecord(
                case: first.case, seq: 3 + index, prev: .none, epoch: 1, command: CommandID("c\(index)"), request: "",
                workflow: complaint.pin, actor: Actor(user: "chan", role: "handler"), channel: "console",
                occurred: first.occurred, recorded: first.occurred,
                event: .actionTaken(
                    ActionTaken(
                        action: action.name, name: "Done", from: action.from, to: action.to, fields: action.fields,
                        reopened: false, closed: false)))
        }
        let records = opened + deeds
        var state = try #require(CaseState(opening: first, hash: .none))
        for record in records.dropFirst() { state.apply(record, hash: .none) }
        state.workflow = complaint.pin
        var catalog = Website.catalog
        catalog.add(complaint)
        let timeline = records.enumerated().map {
            TimelineEntry($1, hash: .none, partition: 0, offset: Int64($0))
        }
        let speech = Speech(messages: try PageLibraryTests.shipped().messages, language: "en")
        let badges = CaseView(state, [], timeline, catalog, speech, at: first.occurred).values { "k" }["badges"]
        return (badges as? [[String: any Sendable]] ?? []).compactMap { $0["text"] as? String }
    }

    private static let proof: [String: FieldValue] = ["evidence": .list([.string("a-1")])]

    @Test func aProposalWithoutEvidenceSaysSo() throws {
        let bare = try Self.marks([("propose_resolution", "in_progress", "proposed", [:])])
        #expect(bare == ["proposed without evidence"])
        let shown = try Self.marks([("propose_resolution", "in_progress", "proposed", Self.proof)])
        #expect(shown.isEmpty)
    }

    @Test func evidenceOfAnEarlierTryIsNone() throws {
        let again = try Self.marks([
            ("propose_resolution", "in_progress", "proposed", Self.proof), ("return", "proposed", "in_progress", [:]),
            ("propose_resolution", "in_progress", "proposed", [:]), ("add_note", "proposed", "proposed", [:]),
        ])
        #expect(again == ["proposed without evidence"])
    }

    @Test func onceItIsApprovedItIsSaidNoMore() throws {
        let approved = try Self.marks([
            ("propose_resolution", "in_progress", "proposed", [:]), ("approve", "proposed", "resolved", [:]),
        ])
        #expect(approved.isEmpty)
    }
}
