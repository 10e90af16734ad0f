import Redressal

extension PartitionProjector {
    /// Runs until the task is cancelled, with a sign of life.
    func run(watchedBy metrics: ProjectorMetrics) async {
        let pulse = metrics.given(self.partition)
        var projector = self
        projector.pulse = pulse
        await projector.run()
        metrics.handedOver(pulse)
    }
}
