// What a small company has by contract: a trial that ends, a centre that goes with it, a report that has to be read,
// and someone outside who is not always free.
#include "engine/rollout.hpp"
#include "support/lived.hpp"
#include "support/shipped.hpp"
#include "support/small_pack.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace sonae;
using namespace sonae::engine;
using test::begun, test::change, test::live_on, test::Lived, test::order_now;

namespace {

constexpr std::uint64_t kServiceSeeds = 200;

std::shared_ptr<const Scenario> with_company_line(const std::string& from, const std::string& to)
{
    return small_scenario_with("companies/small.json", from, to);
}

const std::string kEdrEnds = R"("centre_isolates": "critical")";
const std::string kEdrUntilNoon = kEdrEnds + R"(, "until": "2023-11-25T12:00")";

} // namespace

TEST_CASE("After its trial has ended the EDR sees nothing more", "[engine][services]")
{
    const auto sc = with_company_line(kEdrEnds, kEdrUntilNoon);
    const std::int32_t ends = 14 * 3600; // from Friday 22:00 to Saturday noon
    std::size_t before = 0;
    for (std::uint64_t seed = 1; seed <= kServiceSeeds; ++seed) {
        Lived lived = begun(*sc, seed);
        live_on(*sc, lived, static_cast<std::int32_t>(sc->horizon));
        CHECK(lived.first(FactKind::sensor_ended).at == ends);
        for (const Fact& fact : lived.facts) {
            if (fact.kind != FactKind::alert_raised && fact.kind != FactKind::false_alarm_raised) continue;
            if (fact.b != 0) continue;
            before += fact.at < ends;
            // What it had seen before may still be on its way for the two hours that an alert takes at most.
            CHECK(fact.at <= ends + 2 * 3600);
        }
    }
    CHECK(before > 0);
}

TEST_CASE("A centre whose EDR has been uninstalled neither isolates nor lends its hands", "[engine][services]")
{
    const auto sc = with_company_line(kEdrEnds, kEdrUntilNoon);
    Lived lived = begun(*sc, 3);
    order_now(*sc, lived, "call_centre");
    live_on(*sc, lived, 13 * 3600);
    const ContactId centre{0};
    REQUIRE(lived.state.contacts[centre.index()].engaged != kNotYet);
    const auto logs = *workshop::find_action(*sc, "logs");
    REQUIRE(plan_action(*sc, lived.state, logs, workshop::kNoTarget).contact == centre.index());

    live_on(*sc, lived, 15 * 3600);

    CHECK(plan_action(*sc, lived.state, logs, workshop::kNoTarget).contact != centre.index());
    order_now(*sc, lived, "call_centre");
    const std::size_t closed = lived.count(FactKind::contact_closed);
    live_on(*sc, lived, 17 * 3600);
    CHECK(lived.count(FactKind::contact_closed) == closed + 1);
}

TEST_CASE("A condition on the trial, or on the centre that goes with it, turns when the trial ends",
          "[engine][services]")
{
    pack::FileSet files = small_files();
    change(files, "companies/small.json", kEdrEnds, kEdrUntilNoon);
    change(files, "small/story.json", R"("flags": ["night_watch", "wrapped_up")",
           R"("flags": ["night_watch", "wrapped_up", "blind", "alone")");
    change(files, "small/story.json", R"("rules": [)", R"("rules": [
    {"id": "r_blind", "when": "not sensor(edr).works", "effects": [{"set": "blind"}]},
    {"id": "r_alone", "when": "not contact(centre).open", "effects": [{"set": "alone"}]},)");
    const auto sc = test::compile(files, kSmallPack, kSmallCompany);
    Lived lived = begun(*sc, 1);
    live_on(*sc, lived, 15 * 3600);
    for (const char* flag : {"blind", "alone"}) {
        INFO(flag);
        const auto at = std::find(sc->flags.begin(), sc->flags.end(), flag);
        CHECK(lived.state.flag_at[static_cast<std::size_t>(at - sc->flags.begin())] == 14 * 3600);
    }
}

namespace {

const std::string kLogs = R"({"id": "logs", "kind": "save_logs",)";
const std::string kRenewal =
    R"({"id": "renew", "kind": "renew_sensor", "sensor": "edr", "name": {"ja": "契約を続ける"}, "skill": ["command"], "duration": "1h", "cost": 300000, "limit": 1},
    )" +
    kLogs;

std::shared_ptr<const Scenario> with_renewal()
{
    pack::FileSet files = small_files();
    change(files, "companies/small.json", kEdrEnds, kEdrUntilNoon);
    change(files, "small/story.json", kLogs, kRenewal);
    return test::compile(files, kSmallPack, kSmallCompany);
}

} // namespace

TEST_CASE("A contract made in time keeps the EDR working, and is paid once", "[engine][services]")
{
    const auto sc = with_renewal();
    Lived lived = begun(*sc, 5);
    order_now(*sc, lived, "renew");

    live_on(*sc, lived, static_cast<std::int32_t>(sc->horizon));

    CHECK(lived.count(FactKind::sensor_renewed) == 1);
    CHECK(lived.count(FactKind::sensor_ended) == 0);
    CHECK(plan_action(*sc, lived.state, *workshop::find_action(*sc, "renew"), workshop::kNoTarget).block !=
          ActionBlock::none);
    CHECK(indicator(*sc, lived.state, Indicator::direct_cost) >= 300000);
}

TEST_CASE("A contract made too late brings the sensor back from that moment on", "[engine][services]")
{
    const auto sc = with_renewal();
    bool seen_again = false;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Lived lived = begun(*sc, seed);
        live_on(*sc, lived, 20 * 3600);
        REQUIRE_FALSE(sc->company.sensors[0].until == 0);
        CHECK(lived.count(FactKind::sensor_ended) == 1);
        order_now(*sc, lived, "renew");
        live_on(*sc, lived, static_cast<std::int32_t>(sc->horizon));
        const std::int32_t back = lived.first(FactKind::sensor_renewed).at;
        for (const Fact& fact : lived.facts)
            seen_again = seen_again || (fact.kind == FactKind::false_alarm_raised && fact.b == 0 && fact.at > back);
    }
    CHECK(seen_again);
}

namespace {

const std::string kReader =
    R"({"id": "read", "kind": "read_report", "name": {"ja": "報告を読む"}, "skill": ["command"], "duration": "30m"},
    )" +
    kLogs;

// The EDR writes a report every morning instead of telling at once.
std::shared_ptr<const Scenario> with_report()
{
    pack::FileSet files = small_files();
    change(files, "companies/small.json", kEdrEnds,
           kEdrEnds + R"(, "report": {"first": "2023-11-20T08:00", "every": "1d"})");
    change(files, "small/story.json", kLogs, kReader);
    return test::compile(files, kSmallPack, kSmallCompany);
}

} // namespace

TEST_CASE("What stands in a report is unknown until somebody reads it", "[engine][services]")
{
    const auto sc = with_report();
    std::size_t found = 0;
    for (std::uint64_t seed = 1; seed <= kServiceSeeds; ++seed) {
        Lived unread = begun(*sc, seed), read = begun(*sc, seed);
        for (Lived* lived : {&unread, &read}) live_on(*sc, *lived, 11 * 3600); // Saturday 9:00, an hour after it came
        REQUIRE(unread.state.reports_unread == 1);
        CHECK(unread.count(FactKind::report_came) == 1);

        order_now(*sc, read, "read");
        for (Lived* lived : {&unread, &read}) live_on(*sc, *lived, 13 * 3600);

        CHECK(unread.state.reports_unread == 1);
        CHECK(read.state.reports_unread == 0);
        const Fact& told = read.first(FactKind::report_read);
        const auto from_it = std::count_if(read.facts.begin(), read.facts.end(), [&](const Fact& fact) {
            return fact.kind == FactKind::alert_raised && fact.parent == told.seq;
        });
        CHECK(from_it == told.value);
        CHECK(read.state.alerts >= unread.state.alerts + static_cast<std::uint32_t>(told.value));
        found += told.value > 0;
        for (const Fact& fact : unread.facts) CHECK_FALSE((fact.kind == FactKind::alert_raised && fact.b == 0));
    }
    CHECK(found > kServiceSeeds / 4);
}

TEST_CASE("A report is read once; there is nothing to read until the next one comes", "[engine][services]")
{
    const auto sc = with_report();
    Lived lived = begun(*sc, 1);
    const auto read = *workshop::find_action(*sc, "read");
    CHECK(plan_action(*sc, lived.state, read, workshop::kNoTarget).block == ActionBlock::already);

    live_on(*sc, lived, 11 * 3600);
    order_now(*sc, lived, "read");
    live_on(*sc, lived, 13 * 3600);
    CHECK(plan_action(*sc, lived.state, read, workshop::kNoTarget).block == ActionBlock::already);

    live_on(*sc, lived, 35 * 3600); // Sunday 9:00
    CHECK(lived.count(FactKind::report_came) == 2);
    CHECK(plan_action(*sc, lived.state, read, workshop::kNoTarget).block == ActionBlock::none);
}

TEST_CASE("An expert who is taken answers later, as often as the company's file says", "[engine][services]")
{
    const std::string free = R"("kind": "centre", "hours": "always",)";
    const auto plain = small_scenario();
    const auto busy = with_company_line(free, free + R"( "busy": 400, "busy_for": "6h",)");
    std::size_t taken = 0;
    for (std::uint64_t seed = 1; seed <= kServiceSeeds; ++seed) {
        const auto answered = [&](const Scenario& sc, std::size_t* how_often) {
            Lived lived = begun(sc, seed);
            order_now(sc, lived, "call_centre");
            live_on(sc, lived, 9 * 3600);
            if (how_often) *how_often += lived.count(FactKind::contact_busy);
            REQUIRE(lived.state.contacts[0].answers != kNotYet);
            return lived.state.contacts[0].answers;
        };
        const std::size_t before = taken;
        const std::int32_t at_once = answered(*plain, nullptr), then = answered(*busy, &taken);
        CHECK(then == at_once + (taken > before ? 6 * 3600 : 0)); // the same luck otherwise
    }
    CHECK(taken > kServiceSeeds * 3 / 10);
    CHECK(taken < kServiceSeeds / 2);
}

TEST_CASE("A desk of weekdays 9 to 17 that is called at night answers from nine on the next working day",
          "[engine][services]")
{
    const auto sc = test::shipped("session-08", "tamano"); // it begins on Friday at 23:40
    Lived lived = begun(*sc, 1);
    order_now(*sc, lived, "call_support");
    live_on(*sc, lived, 3600);
    CHECK(lived.count(FactKind::contact_closed) == 1);
    live_on(*sc, lived, 4 * 86400);
    const auto desk = std::find_if(sc->company.contacts.begin(), sc->company.contacts.end(),
                                   [](const Contact& contact) { return contact.id == "support"; });
    const auto& state = lived.state.contacts[static_cast<std::size_t>(desk - sc->company.contacts.begin())];
    const std::int32_t nine = 57 * 3600 + 20 * 60;
    CHECK(state.answers >= nine + 10 * 60);
    CHECK(state.answers <= nine + 2 * 3600);
}

TEST_CASE("The shipped drills meet each service: trial, licence, report unread, busy expert",
          "[engine][services][drill]")
{
    struct Met {
        std::string company;
        FactKind kind;
    };
    const Met met = GENERATE(values<Met>({{"tamano", FactKind::sensor_ended},
                                          {"tamano", FactKind::sensor_renewed},
                                          {"tamano", FactKind::contact_busy},
                                          {"minatozaka", FactKind::sensor_ended},
                                          {"minatozaka", FactKind::sensor_renewed},
                                          {"minatozaka", FactKind::report_came},
                                          {"minatozaka", FactKind::report_read},
                                          {"minatozaka", FactKind::contact_busy}}));
    INFO(met.company << " " << fact_name(met.kind));
    const auto sc = test::shipped("session-08", met.company);
    std::size_t drills = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Lived lived = begun(*sc, seed);
        Recorder recorder{lived.facts};
        PolicyPlayer player(*sc, *workshop::find_policy(*sc, "typical"));
        play_out(*sc, lived.state, player, recorder);
        drills += lived.count(met.kind) > 0;
    }
    CHECK(drills >= 3);
}

TEST_CASE("Who reads the report knows earlier", "[engine][services][drill]")
{
    const auto sc = test::shipped("session-08", "minatozaka");
    const auto careful = *workshop::find_policy(*sc, "careful");
    Scenario unread = *sc;
    const auto reads = [&](const PolicyMove& move) {
        return unread.actions[move.action].kind == ActionKind::read_report;
    };
    auto& moves = unread.policies[careful].moves;
    const auto before = moves.size();
    moves.erase(std::remove_if(moves.begin(), moves.end(), reads), moves.end());
    REQUIRE(moves.size() + 1 == before);

    std::int64_t with = 0, without = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        constexpr auto kWhen = static_cast<std::size_t>(Indicator::detected_after);
        with += play_drill(*sc, careful, {seed, 0}).indicators[kWhen];
        without += play_drill(unread, careful, {seed, 0}).indicators[kWhen];
    }
    CHECK(20 * with < 19 * without);
}
