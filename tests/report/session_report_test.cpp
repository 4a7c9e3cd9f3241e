#include "report/html.hpp"
#include "report/page_checks.hpp"
#include "report/report_play.hpp"
#include "support/programme_sample.hpp"
#include "support/shipped.hpp"

#include <fmt/format.h>

#include <cstdlib>

using namespace sonae;
using test::holds;
using test::ReportPlay;

namespace {

bool holds_japanese(const std::string& page)
{
    for (const char* kana : {"の", "を", "は", "が", "ー", "ン", "ス", "、", "。", "円", "日"})
        if (holds(page, kana)) return true;
    return false;
}

void check_page(const ReportPlay& played)
{
    for (const Language language : {Language::ja, Language::en}) {
        const std::string page = played.page(language);
        CHECK(test::page_faults(page) == "");
        CHECK(page == played.page(language));
        for (const char* outside :
             {"http:", "https:", "//", "src=", "url(", "@import", "<link", "<script", "<iframe", "<img"}) {
            INFO(outside);
            CHECK_FALSE(holds(page, outside));
        }
    }
    CHECK_FALSE(holds_japanese(played.page(Language::en)));
}

} // namespace

TEST_CASE("The page of every way to the end is well-formed and needs nothing beside it", "[report]")
{
    const std::string policy = GENERATE(from_range(std::begin(test::kPolicies), std::end(test::kPolicies)));
    INFO(policy);
    check_page(ReportPlay(test::shipped()).play(policy));
}

TEST_CASE("A drill that has just begun, or stands half-way, has a page too", "[report]")
{
    const ReportPlay begun(test::shipped());
    check_page(begun);
    CHECK(holds(begun.page(), "途中経過"));
    CHECK(begun.result().decisions.empty());

    ReportPlay asked(test::shipped());
    asked.play("typical", 9).advance_to_question();
    check_page(asked);
    CHECK(holds(asked.page(), "まだ答えていない"));
    CHECK(holds(asked.page(), "途中経過"));
}

TEST_CASE("Every decision that was put to the table is on the page with its answer, and what else could be chosen",
          "[report]")
{
    const std::string policy = GENERATE(from_range(std::begin(test::kPolicies), std::end(test::kPolicies)));
    const Language language = GENERATE(Language::ja, Language::en);
    const ReportPlay played = ReportPlay(test::shipped()).play(policy);
    const std::string page = played.page(language);

    int answered = 0;
    for (std::size_t d = 0; d < played.scenario().decisions.size(); ++d) {
        const engine::Decision& decision = played.scenario().decisions[d];
        const engine::DecisionState& state = played.state().decisions[d];
        INFO(policy << ' ' << decision.id);
        if (state.opened == engine::kNotYet) continue;
        ++answered;
        CHECK(holds(page, report::escaped(decision.question.in(language))));
        const bool silent = state.status == engine::DecisionStatus::silent;
        const Localized& answer = silent ? decision.silence_text : decision.options[state.option].text;
        const Localized& feedback = silent ? decision.silence_feedback : decision.options[state.option].feedback;
        CHECK(holds(page, "<td class=\"said\">" + report::escaped(answer.in(language)) + "</td>"));
        CHECK(holds(page, report::escaped(feedback.in(language))));
        for (const engine::Option& option : decision.options)
            CHECK(holds(page, report::escaped(option.text.in(language))));
    }
    CHECK(answered >= 6);
}

TEST_CASE("Every improvement card that came of the drill stands with its owner, a date and a place to write",
          "[report]")
{
    const ReportPlay played = ReportPlay(test::shipped()).play("silent");
    const report::Result result = played.result();
    const std::string page = played.page();

    REQUIRE(result.cards.size() >= 3);
    CHECK(test::times(page, "<table class=\"card\">") == result.cards.size());
    for (const report::CardRow& card : result.cards) {
        CHECK(holds(page, report::escaped(card.if_then)));
        CHECK(holds(page, report::escaped(card.owner)));
        CHECK(card.due > result.outcome.end);
    }
}

TEST_CASE("Texts of a pack cannot break the page", "[report]")
{
    ReportPlay played(
        small_scenario_with("small/story.json", "夜の警報", "</title></style><script>alert(1)</script>&amp;\\\""));
    played.play("silent");

    const std::string page = played.page();

    CHECK_FALSE(holds(page, "<script"));
    CHECK(test::times(page, "</style>") == 1);
    CHECK(test::page_faults(page) == "");
}

TEST_CASE("What somebody typed reaches the page with consent only, and never as markup", "[report]")
{
    const ReportPlay played = ReportPlay(test::shipped()).play("careful");
    const auto texts = [](const EntryId&) {
        return std::map<std::string, std::string>{{"reason", "山田<太郎>が決めた"}};
    };

    CHECK_FALSE(holds(played.page(), "山田"));
    auto kept_back = report::input_of(played.table(), Language::ja, texts);
    kept_back.with_words = false;
    CHECK_FALSE(holds(report::write_session_html(kept_back), "山田"));

    const std::string agreed = report::write_session_html(report::input_of(played.table(), Language::ja, texts));
    CHECK(holds(agreed, "山田&lt;太郎&gt;が決めた"));
    CHECK(test::page_faults(agreed) == "");
}

TEST_CASE("After going back the page tells the last course of events only, and says so", "[report]")
{
    ReportPlay straight(test::shipped());
    straight.play("careful");
    ReportPlay back(test::shipped());
    back.play("silent").go_back(0).play("careful");

    check_page(back);
    CHECK(holds(back.page(), "1回、前の場面に戻って"));
    CHECK_FALSE(holds(straight.page(), "前の場面に戻って"));
    auto input = back.input();
    input.rewinds = 0;
    CHECK(report::write_session_html(input) == straight.page());
}
