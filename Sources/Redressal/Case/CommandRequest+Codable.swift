extension CommandRequest: Codable {
    /// The one key of a request's object: what is asked.
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case open, act, notify, migrate
        case fireTimer = "fire_timer"
        case endHistory = "end_history"
        case recomputeClocks = "recompute_clocks"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            let known = CodingKeys.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected exactly one of \(known)"))
        }
        self =
            switch key {
            case .open: .open(try container.decode(OpenCase.self, forKey: key))
            case .act: .act(try container.decode(TakeAction.self, forKey: key))
            case .fireTimer: .fireTimer(try container.decode(FireTimer.self, forKey: key))
            case .notify: .notify(try container.decode(NotifyLink.self, forKey: key))
            case .endHistory: .endHistory(try container.decode(EndHistory.self, forKey: key))
            case .recomputeClocks: .recomputeClocks(try container.decode(RecomputeClocks.self, forKey: key))
            case .migrate: .migrate(try container.decode(MigrateCase.self, forKey: key))
            }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .open(let request): try container.encode(request, forKey: .open)
        case .act(let request): try container.encode(request, forKey: .act)
        case .fireTimer(let request): try container.encode(request, forKey: .fireTimer)
        case .notify(let request): try container.encode(request, forKey: .notify)
        case .endHistory(let request): try container.encode(request, forKey: .endHistory)
        case .recomputeClocks(let request): try container.encode(request, forKey: .recomputeClocks)
        case .migrate(let request): try container.encode(request, forKey: .migrate)
        }
    }
}
