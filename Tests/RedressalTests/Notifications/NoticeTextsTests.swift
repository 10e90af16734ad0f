import Redressal
import Testing

/// The texts that go out: short, in order, and saying nothing.
@Suite struct NoticeTextsTests {
    private static let reference = "K7MQ-3RTW-9XHC"
    private static let templates = [
        "filed", "news", "question", "assigned", "answered", "reminder", "escalated", "attention",
    ]

    private func book() throws -> NotificationBook { try ShippedDefinitions.set().register.catalog.notifications }

    @Test func thereAreFourLanguages() throws {
        #expect(try self.book().languages == ["en", "km", "ps", "ur"])
    }

    /// Two parts of UCS-2 (3GPP TS 23.040 §9.2.3.24.1): 134 characters, and one part of the basic alphabet for English.
    @Test(arguments: ["en", "km", "ps", "ur"]) func everyTextFitsIntoTwoParts(_ language: String) throws {
        let texts = try #require(try self.book().texts(in: language))
        for template in Self.templates {
            let text = try #require(texts.message(template, about: [Self.reference]))
            #expect(text.utf16.count <= (language == "en" ? 160 : 134), "\(language) \(template)")
            #expect(!text.contains("{"), "\(language) \(template)")
        }
    }

    /// No word of a case gets in: only a number, how many, and a page.
    @Test(arguments: ["en", "km", "ps", "ur"]) func aTextSaysNothingOfTheCase(_ language: String) throws {
        let texts = try #require(try self.book().texts(in: language))
        for template in Self.templates {
            let one = try #require(texts.message(template, about: [Self.reference]))
            let other = try #require(texts.message(template, about: ["F2ZQ-B7K3-PZXC"]))
            #expect(one.replacing(Self.reference, with: "") == other.replacing("F2ZQ-B7K3-PZXC", with: ""))
        }
        let attention = try #require(texts.message("attention", about: [Self.reference]))
        #expect(!attention.contains(Self.reference))
        let digest = try #require(texts.message("assigned", about: [Self.reference, "F2ZQ-B7K3-PZXC"]))
        #expect(!digest.contains(Self.reference) && digest.contains("2"))
    }

    @Test func trackingNumbersStayInOrderBetweenLettersFromRightToLeft() throws {
        for (language, isolated) in [("ur", true), ("ps", true), ("km", false), ("en", false)] {
            let text = try #require(try self.book().texts(in: language)?.message("news", about: [Self.reference]))
            #expect(text.contains("\u{2066}\(Self.reference)\u{2069}") == isolated, "\(language)")
        }
    }

    @Test func thePageIsNamedWhereThereIsOne() throws {
        let texts = try #require(try self.book().texts(in: "en"))
        #expect(
            texts.message("news", about: [Self.reference], link: "https://complaints.example/")
                == "There is news on your case K7MQ-3RTW-9XHC. See https://complaints.example/")
        #expect(texts.message("news", about: [Self.reference]) == "There is news on your case K7MQ-3RTW-9XHC.")
        #expect(texts.message("nothing", about: [Self.reference]) == nil)
    }

    @Test(arguments: [
        ("en", 1, "one"), ("en", 2, "other"), ("en", 0, "other"), ("ur", 1, "one"), ("ur", 3, "other"),
        ("ps", 1, "one"), ("ps", 11, "other"), ("km", 1, "other"), ("km", 5, "other"),
    ])
    func numbersTakeTheFormOfTheLanguage(language: String, count: Int, form: String) {
        #expect(PluralRule(language: language).category(of: count).rawValue == form)
    }
}
