import CoreMetrics
import Synchronization

/// The process's metrics: a backend of swift-metrics that knows the catalogue and nothing else.
///
/// A metric that is not in the catalogue, or is used as another kind, goes nowhere; a label's value that is not one of
/// the label's is shown as `other`.
package final class MetricsRegistry: Sendable {
    /// One series of one metric: the values of its labels, in the definition's order.
    struct Series: Hashable, Sendable {
        let name: String
        let values: [String]
    }

    enum Cell: Sendable {
        case number(MetricCell)
        case histogram(HistogramCell)
    }

    struct State {
        var cells: [Series: Cell] = [:]
        var routes: Set<String> = [MetricsRegistry.unmatched]
    }

    /// The route of a request that no route answers.
    static let unmatched = "unmatched"

    let definitions: [String: MetricDefinition]
    let state = Mutex(State())

    package init(_ definitions: [String: MetricDefinition] = MetricCatalogue.byName) {
        self.definitions = definitions
    }

    /// Declares the path templates that may be shown as routes.
    package func declare(routes: some Sequence<String>) {
        self.state.withLock { $0.routes.formUnion(routes) }
    }

    /// The cell of a series, made when there is none; nil for a metric that the catalogue does not have.
    func cell(_ name: String, _ dimensions: [(String, String)]) -> Cell? {
        guard let definition = self.definitions[name] else { return nil }
        return self.state.withLock { state in
            let values = definition.labels.map { label in
                label.shown(dimensions.first { $0.0 == label.name }?.1 ?? "", routes: state.routes)
            }
            let series = Series(name: name, values: values)
            if let cell = state.cells[series] { return cell }
            let cell: Cell =
                definition.kind == .histogram
                ? .histogram(HistogramCell(bounds: definition.buckets)) : .number(MetricCell())
            state.cells[series] = cell
            return cell
        }
    }

    /// Forgets a series.
    func forget(_ gone: AnyObject) {
        self.state.withLock { state in
            state.cells = state.cells.filter { _, cell in
                switch cell {
                case .number(let number): number !== gone
                case .histogram(let histogram): histogram !== gone
                }
            }
        }
    }
}
