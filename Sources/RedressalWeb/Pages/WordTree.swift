import Redressal

/// The plain messages of a language as templates reach them, part by part.
enum WordTree {
    /// Messages with forms or places are not among them: code says those.
    static func make(_ messages: MessageSet, in language: String) -> [String: any Sendable] {
        var texts: [([Substring], String)] = []
        for key in messages.catalogue(MessageSet.complete)?.messages.keys.sorted() ?? [] {
            guard let text = messages.text(key, in: language) else { continue }
            texts.append((key.split(separator: "."), text))
        }
        return self.tree(texts[...])
    }

    private static func tree(_ texts: ArraySlice<([Substring], String)>) -> [String: any Sendable] {
        Dictionary(grouping: texts) { String($0.0[0]) }.mapValues { group -> any Sendable in
            if group.count == 1, group[0].0.count == 1 { return group[0].1 }
            return self.tree(group.map { (Array($0.0.dropFirst()), $0.1) }.filter { !$0.0.isEmpty }[...])
        }
    }
}
