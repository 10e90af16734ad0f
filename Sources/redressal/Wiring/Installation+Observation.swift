import ArgumentParser
import Redressal
import RedressalRuntime
import RedressalWeb

extension Installation {
    /// Which parts run in a process.
    struct Parts: OptionSet {
        let rawValue: Int

        static let gateway = Parts(rawValue: 1)
        static let engine = Parts(rawValue: 2)
        static let worker = Parts(rawValue: 4)
    }

    /// Gets the figures that metrics show of the parts that run here.
    func sampler(_ parts: Parts) -> MetricsSampler {
        var subjects: MetricsSampler.Subjects = []
        if parts.contains(.engine) { subjects.insert(.commands) }
        if parts.contains(.worker) { subjects.insert(.readModels) }
        if parts.contains(.gateway) { subjects.insert(.search) }
        return MetricsSampler(
            subjects, registry: self.metrics, telemetry: self.telemetry, log: self.log, views: self.views,
            logger: self.logger)
    }

    /// What those who watch over this process are told.
    func observation(_ parts: Parts, _ sampler: MetricsSampler) -> Observation {
        let page = MetricsPage(
            self.metrics, self.telemetry, sampler, pool: self.pool, log: self.log,
            version: Program.configuration.version)
        var observation = Observation()
        observation.factory = self.metrics
        observation.metrics = ({ page.text() }, MetricsRegistry.mediaType)
        let questions = HealthQuestions(
            log: self.log, views: self.views, definitions: self.definitions, telemetry: self.telemetry)
        observation.liveness = [ReadinessCheck("loops") { questions.life() }]
        observation.readiness = [
            ReadinessCheck("database") { await questions.database() },
            ReadinessCheck("log") { await questions.logAnswers() },
            ReadinessCheck("loops") { questions.loops() },
        ]
        if parts.contains(.engine) {
            observation.readiness.append(ReadinessCheck("partitions") { questions.partitions() })
        }
        if !parts.isDisjoint(with: [.engine, .gateway]) {
            observation.readiness.append(ReadinessCheck("definitions") { questions.hasDefinitions() })
        }
        if parts.contains(.gateway) {
            let keyFile = self.keyFile
            observation.readiness += [
                ReadinessCheck("lag") { await questions.lag(limit: Self.lagLimit) },
                ReadinessCheck("vault") { await questions.vault(keyFile: keyFile) },
            ]
        }
        return observation
    }
}
