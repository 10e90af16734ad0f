// swift-tools-version: 6.2
import PackageDescription

/// Settings every target of ours shares: warnings are errors, imports say what they use.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    // Tests look inside modules, also in the one release build that running and testing share.
    .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]

/// Settings of tests and what only they use: not optimised, which builds sooner (and the optimiser of Swift 6.3.1 crashes
/// on some of it).
let unoptimised: [SwiftSetting] = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "redressal",
    products: [.executable(name: "redressal", targets: ["redressal"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/CoreOffice/XMLCoder", exact: "0.18.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        // The C libraries: module maps and shims, nothing else.
        .systemLibrary(name: "CRdKafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // The two clients: they know no complaints and not each other.
        .target(name: "Kafka", dependencies: ["CRdKafka", log, metrics], swiftSettings: strict),
        .target(name: "Postgres", dependencies: ["CLibPQ", log, crypto], swiftSettings: strict),

        // The pure core: no I/O, no clock reads, no randomness.
        .target(
            name: "Redressal",
            dependencies: [crypto, .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),

        // The I/O around the core.
        .target(
            name: "RedressalRuntime",
            dependencies: [
                "Kafka", "Postgres", "Redressal", log, metrics, lifecycle, crypto, cryptoExtras,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict),

        // HTTP, over the core's ports only.
        .target(
            name: "RedressalWeb",
            dependencies: [
                "CZlib", "Redressal", log, metrics, lifecycle,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "XMLCoder", package: "XMLCoder"),
            ],
            swiftSettings: strict),

        // The executable: one file per command, and the wiring.
        .executableTarget(
            name: "redressal",
            dependencies: [
                "Kafka", "Postgres", "Redressal", "RedressalRuntime", "RedressalWeb", log, metrics, lifecycle,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // Given/when/then, in-memory ports, manual clock, temporary databases and brokers.
        .target(
            name: "RedressalTesting",
            dependencies: ["Kafka", "Postgres", "Redressal", "RedressalRuntime", log],
            exclude: ["Faults/full_disk.c"], swiftSettings: unoptimised),

        // Deterministic simulation: a program, because it takes the whole process's jobs into its own hands.
        .executableTarget(
            name: "Simulation",
            dependencies: [
                "Redressal", "RedressalRuntime", "RedressalTesting", log,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Simulation", swiftSettings: strict),

        // Every budget beside its limit, measured in the same run.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Kafka", "Postgres", "Redressal", "RedressalRuntime", "RedressalTesting", log, crypto,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            path: "Benchmarks", exclude: ["instructions.json", "thresholds.json"], swiftSettings: strict),

        // What each fuzzer feeds and what must hold of it; the tests replay its corpus, `ops/fuzz` makes it grow.
        .target(
            name: "FuzzTargets",
            dependencies: [
                "Redressal", "RedressalRuntime", "RedressalWeb", crypto,
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            path: "Tests/Fuzz/Targets", swiftSettings: unoptimised),

        // Faults over real processes under load.
        .executableTarget(
            name: "Faults",
            dependencies: ["RedressalTesting", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/Faults", swiftSettings: unoptimised),

        .testTarget(name: "BenchmarksTests", dependencies: ["Benchmarks"], swiftSettings: unoptimised),
        .testTarget(
            name: "KafkaTests",
            dependencies: [
                "Kafka", "CRdKafka", log, .product(name: "MetricsTestKit", package: "swift-metrics"),
            ],
            swiftSettings: unoptimised),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", log], swiftSettings: unoptimised),
        .testTarget(
            name: "RedressalTests", dependencies: ["Redressal", "RedressalTesting", crypto],
            exclude: ["Access/Golden", "Events/Golden", "Events/check_golden.py"], swiftSettings: unoptimised),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], swiftSettings: unoptimised),
        .testTarget(
            name: "RedressalRuntimeTests",
            dependencies: [
                "Kafka", "Postgres", "Redressal", "RedressalRuntime", "RedressalTesting", log, metrics, crypto,
                cryptoExtras,
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            swiftSettings: unoptimised),
        .testTarget(
            name: "RedressalWebTests",
            dependencies: [
                "Redressal", "RedressalWeb", log, metrics, lifecycle, crypto,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: unoptimised),
        .testTarget(
            name: "IntegrationTests", dependencies: ["Kafka", "Postgres", "Redressal", "RedressalTesting"],
            exclude: [
                "find_clear_text.py", "validate_events.py", "Help/Golden", "Open311/file_and_read.py",
                "Authorisation/ask_everything.py",
            ],
            swiftSettings: unoptimised),
    ]
)

// The fuzzers' driver links the toolchain's fuzzing engine and needs instrumented code: only `ops/fuzz` builds it, in a
// build folder of its own.
if Context.environment["REDRESSAL_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver", swiftSettings: unoptimised))
}
