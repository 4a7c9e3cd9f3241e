// What a record tells of a drill without the rules that made it, against the drill that was played.
#include "report/report_play.hpp"
#include "support/first_difference.hpp"
#include "support/shipped.hpp"
#include "workshop/retell.hpp"

#include <algorithm>

using namespace sonae;
using test::ReportPlay;

namespace {

// What a programme file keeps of the drill.
workshop::DrillRecord kept_of(const ReportPlay& played)
{
    const workshop::Drill& drill = *played.table().drill;
    workshop::DrillRecord record{.started = drill.started,
                                 .now = drill.state.now,
                                 .rules_version = engine::kRulesVersion + 1,
                                 .fingerprint = engine::fingerprint(drill.state)};
    for (const engine::Fact& fact : drill.facts) {
        read::Diagnostics faults;
        auto kept =
            workshop::read_fact(engine::fact_name(fact.kind), workshop::write_fact(*drill.scenario, fact), faults);
        REQUIRE(kept);
        kept->fact.seq = fact.seq, kept->fact.parent = fact.parent, kept->fact.at = fact.at;
        REQUIRE(kept->fact == fact);
        record.facts.push_back(*std::move(kept));
    }
    for (const auto& step : played.table().steps) record.commands.push_back(step->command);
    return record;
}

workshop::Table retold_table(const ReportPlay& played, const workshop::DrillRecord& record)
{
    workshop::Table table = played.table();
    table.drill = workshop::retell(record, played.table().drill->scenario);
    return table;
}

} // namespace

TEST_CASE("The page of a drill that is told from its facts is the page of the drill that was played, and says so",
          "[report][retold]")
{
    const std::string policy = GENERATE(from_range(std::begin(test::kPolicies), std::end(test::kPolicies)));
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        INFO(policy << " seed " << seed);
        const ReportPlay played = ReportPlay(test::shipped(), seed).play(policy);
        report::Result as_played = played.result();
        // What decisions ordered and nobody had begun is in no fact.
        std::erase_if(as_played.actions, [](const report::ActionRow& row) {
            return row.began == engine::kNotYet && row.ended == engine::kNotYet && !row.letter.empty();
        });

        const workshop::Table table = retold_table(played, kept_of(played));
        report::Result retold = report::make_result(report::input_of(table, Language::ja));

        CHECK(as_played.as_recorded.empty());
        CHECK(retold.rules_version == engine::kRulesVersion + 1);
        CHECK(retold.fingerprint == as_played.fingerprint);
        const std::string page = report::write_session_html(retold);
        CHECK(page.find(retold.as_recorded) != std::string::npos);
        CHECK(retold.as_recorded.find("記録されたとおり") != std::string::npos);
        for (const report::CardRow& card : retold.cards)
            CHECK(std::any_of(as_played.cards.begin(), as_played.cards.end(),
                              [&](const report::CardRow& other) { return other.id == card.id; }));
        CHECK_FALSE(retold.cards.empty());
        // But for the mark, and cards that hang on what no fact tells, not a byte differs.
        retold.as_recorded.clear();
        retold.rules_version = as_played.rules_version;
        retold.cards = as_played.cards;
        CHECK(test::first_difference(report::write_session_html(retold), report::write_session_html(as_played)) == "");
    }
}

TEST_CASE("A drill that other rules left half-way tells its decisions and clocks as they stood", "[report][retold]")
{
    for (int commands = 1; commands < 40; commands += 5) {
        INFO(commands);
        ReportPlay played(test::shipped(), 3);
        played.play("typical", commands);
        const workshop::Table table = retold_table(played, kept_of(played));
        const engine::State &told = table.drill->state, &was = played.state();

        for (std::size_t d = 0; d < played.scenario().decisions.size(); ++d) {
            CHECK(told.decisions[d].status == was.decisions[d].status);
            CHECK(told.decisions[d].opened == was.decisions[d].opened);
            CHECK(told.decisions[d].closed == was.decisions[d].closed);
        }
        CHECK(told.open_decisions == was.open_decisions);
        for (std::size_t d = 0; d < played.scenario().company.deadlines.size(); ++d) {
            CHECK(told.deadlines[d].began == was.deadlines[d].began);
            CHECK(told.deadlines[d].met == was.deadlines[d].met);
            CHECK(told.deadlines[d].missed == was.deadlines[d].missed);
        }
        CHECK(told.flag_at == was.flag_at);
        CHECK(told.outputs == was.outputs);
        CHECK(told.controls == was.controls);
        CHECK(told.booked == was.booked);
        CHECK((told.leaked == was.leaked && told.staged == was.staged && told.leak_known == was.leak_known));
        CHECK(told.ended == was.ended);
        report::write_session_html(report::input_of(table, Language::en));
    }
}

TEST_CASE("Facts of kinds that are unknown here stand in the timeline as they were told, and break no chain of causes",
          "[report][retold]")
{
    const ReportPlay played = ReportPlay(test::shipped(), 5).play("typical");
    const report::Result as_played = played.result();
    workshop::DrillRecord record = kept_of(played);
    std::size_t strange = 0;
    for (workshop::KeptFact& kept : record.facts) {
        if (kept.fact.kind != engine::FactKind::technique_succeeded) continue;
        kept.known = false;
        kept.sentence = {"雪が降った", "It snowed"};
        ++strange;
    }
    REQUIRE(strange > 0);

    const workshop::Table table = retold_table(played, record);
    const report::Result retold = report::make_result(report::input_of(table, Language::ja));

    CHECK(std::count_if(retold.timeline.begin(), retold.timeline.end(), [](const report::TimelineRow& row) {
              return row.text == "雪が降った";
          }) == static_cast<std::ptrdiff_t>(strange));
    CHECK(std::is_sorted(retold.timeline.begin(), retold.timeline.end(),
                         [](const auto& a, const auto& b) { return a.at < b.at; }));
    for (const report::Figure& figure : retold.figures) {
        INFO(figure.label);
        CHECK(figure.end == as_played.figure(figure.which)->end);
        // A technique that was tried owns what followed from its success.
        const auto of_luck = [](const report::Figure& f) {
            return std::count_if(f.shares.begin(), f.shares.end(),
                                 [](const report::Share& s) { return s.kind == workshop::OwnerKind::luck; });
        };
        CHECK(of_luck(figure) == of_luck(*as_played.figure(figure.which)));
    }
}

TEST_CASE("Facts about things that the pack does not have crash nothing", "[report][retold]")
{
    const ReportPlay played = ReportPlay(test::shipped(), 5).play("typical", 30);
    workshop::DrillRecord record = kept_of(played);
    for (workshop::KeptFact& kept : record.facts) {
        kept.fact.a = static_cast<std::uint16_t>(kept.fact.a + 500);
        kept.fact.b = static_cast<std::uint16_t>(kept.fact.b + 500);
    }

    const workshop::Table table = retold_table(played, record);

    CHECK(report::write_session_html(report::input_of(table, Language::ja)).size() > 1000);
    CHECK_FALSE(table.drill->retold->strange.empty());
}
