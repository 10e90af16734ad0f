import Testing

@testable import Redressal

@Suite struct WorkflowGraphTests {
    private static let text = SmallWorkflow.text
        .replacing(
            "  closed: {final", with: "  waiting: {sla: 2bd, pauses: true, title: 'The \"end\"'}\n  closed: {final"
        )
        .replacing(
            "  - do: reopen",
            with: """
                  - {do: ask, from: open, to: waiting, by: [clerk], emit: InfoRequested}
                  - {do: answer, from: waiting, to: $previous, by: [clerk], emit: InfoProvided}
                  - {do: give_up, from: waiting, to: open, by: [clerk], emit: WaitEnded}
                  - {do: note, from: any_open, to: $same, by: [clerk], emit: NoteAdded}
                  - do: reopen
                """)

    @Test func mermaidShowsEveryMove() throws {
        let definition = try #require(SmallWorkflow.definition(Self.text))
        #expect(
            MermaidGraph.text(of: definition) == """
                stateDiagram-v2
                    state "The #quot;end#quot;" as waiting
                    [*] --> open
                    open --> closed: close
                    open --> waiting: ask
                    waiting --> open: (answer), give_up
                    closed --> open: reopen
                    closed --> [*]

                """)
    }

    @Test func graphvizShowsEveryStateAndMove() throws {
        let definition = try #require(SmallWorkflow.definition(Self.text))
        #expect(
            DotGraph.text(of: definition) == #"""
                digraph "small" {
                    rankdir=LR;
                    node [shape=box, style=rounded, fontname="sans-serif"];
                    edge [fontname="sans-serif", fontsize=10];
                    "[*]" [shape=point, width=0.2, label=""];
                    "open" [label="open\n3d"];
                    "waiting" [label="The \"end\"\n2bd", style="rounded,dashed"];
                    "closed" [label="closed", peripheries=2];
                    "[*]" -> "open";
                    "open" -> "closed" [label="close"];
                    "open" -> "waiting" [label="ask"];
                    "waiting" -> "open" [label="(answer)\ngive_up"];
                    "closed" -> "open" [label="reopen"];
                }

                """#)
    }

    @Test func svgHasABoxForEveryStateAndAnArrowForEveryMove() throws {
        let definition = try #require(SmallWorkflow.definition(Self.text))
        let svg = SVGGraph.text(of: definition)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(svg.hasSuffix("</svg>\n"))
        #expect(svg.split(separator: "<rect class=").count - 1 == definition.states.count)
        #expect(svg.split(separator: "<path class=\"move").count - 1 == 4)
        #expect(svg.contains("The &quot;end&quot;"))
        #expect(SVGGraph.text(of: definition) == svg)
    }

    @Test(arguments: WorkflowFiles.names)
    func everyShippedWorkflowCanBeDrawn(name: String) throws {
        let definition = try #require(try WorkflowFiles.reading(name).definition)
        let svg = SVGGraph.text(of: definition)
        for state in definition.states {
            #expect(svg.contains(">\(state.title ?? state.name.rawValue)</text>"))
        }
    }
}
