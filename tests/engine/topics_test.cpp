// Who waits for something is woken by it, and by little else.
#include "engine/rollout.hpp"
#include "engine/terms.hpp"
#include "support/random_scenario.hpp"
#include "support/shipped.hpp"
#include "support/small_pack.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace sonae;
using namespace sonae::engine;

namespace {

// What accrues without being booked says nothing of it, on purpose.
bool accrues(const Instruction& in)
{
    if (in.op != Op::indicator) return false;
    const auto which = static_cast<Indicator>(in.b);
    return which == Indicator::downtime_loss || which == Indicator::compensation || which == Indicator::total_loss;
}

// Where every load of the scenario's expressions stands in its code, each once, but for those that the clock moves.
std::vector<std::uint32_t> loads_of(const Scenario& sc)
{
    std::vector<std::uint32_t> all;
    std::set<std::tuple<Op, std::uint8_t, std::uint16_t, Op, std::int64_t>> seen;
    for (std::uint32_t i = 0; i < sc.code.size(); ++i) {
        const Instruction& in = sc.code[i];
        if (in.op <= Op::skip_if_true || (in.reads & topic(Topic::clock)) || accrues(in)) continue;
        if (seen.insert({in.op, in.b, in.a, in.compare, in.value}).second) all.push_back(i);
    }
    return all;
}

// Plays on by single instants, and holds what each load gives against what the drill says has changed. Counts the
// changes by what was loaded.
void hold_against(const Scenario& sc, std::size_t policy, Luck luck, std::map<Op, int>& changes)
{
    const std::vector<std::uint32_t> loads = loads_of(sc);
    std::vector<std::int64_t> before(loads.size());
    const auto value = [&](const State& s, std::size_t l) { return evaluate(sc, s, {loads[l], loads[l] + 1}); };
    NoSink quiet;
    State state = begin(sc, luck, {}, quiet);
    PolicyPlayer player(sc, policy);
    for (std::size_t l = 0; l < loads.size(); ++l) before[l] = value(state, l);
    const auto compare = [&](Topics changed) {
        for (std::size_t l = 0; l < loads.size(); ++l) {
            const Instruction& in = sc.code[loads[l]];
            const std::int64_t now = value(state, l);
            if (now == before[l]) continue;
            before[l] = now;
            ++changes[in.op];
            INFO("op " << static_cast<int>(in.op) << " a " << in.a << " b " << static_cast<int>(in.b) << " seed "
                       << luck.seed << " at " << state.now << " now " << now);
            REQUIRE((in.reads & changed) != 0);
        }
    };
    while (!has_ended(state)) {
        while (const auto intent = player.act(state)) {
            apply(sc, state, *intent, quiet);
            if (!has_ended(state)) compare(state.changed);
        }
        if (has_ended(state)) break;
        advance(sc, state, std::min(next_due_at(sc, state), player.next_at()), quiet);
        if (!has_ended(state)) compare(state.changed);
    }
}

} // namespace

TEST_CASE("Whatever an expression can ask says so when it changes", "[engine][property]")
{
    std::map<Op, int> changes;
    for (std::uint64_t n = 0; n < 150; ++n) hold_against(*test::random_scenario(n), n % 2, {n, 0}, changes);
    for (const char* company : {"tamano", "minatozaka"}) {
        const auto sc = test::shipped("session-08", company);
        for (std::size_t policy = 0; policy < sc->policies.size(); ++policy)
            for (std::uint64_t seed = 1; seed <= 8; ++seed) hold_against(*sc, policy, {seed, 0}, changes);
    }
    for (const Op op : {Op::flag, Op::hosts_count, Op::host_is, Op::asset_is, Op::process_is, Op::contact_is,
                        Op::inject_delivered, Op::decision_chose, Op::decision_silent, Op::decision_made,
                        Op::action_done, Op::action_running, Op::deadline_is, Op::company_value, Op::attacker_value,
                        Op::indicator, Op::alerts_seen, Op::sensor_works, Op::reports_unread}) {
        INFO("op " << static_cast<int>(op));
        CHECK(changes[op] > 20);
    }
}

TEST_CASE("What most wait for has a topic of its own", "[engine]")
{
    const auto sc = test::shipped();
    // i07 begins a decision and is asked for by others; nobody waits for i02.
    const auto inject = [&](std::string_view id) {
        const auto at =
            std::find_if(sc->injects.begin(), sc->injects.end(), [&](const Inject& i) { return i.id == id; });
        return sc->topics.of(Topic::injects, static_cast<std::size_t>(at - sc->injects.begin()));
    };
    CHECK(inject("i07") != inject("i01"));
    CHECK((inject("i07") & ~(topic(Topic::dealt) - 1)) != 0);
    CHECK(inject("i02") == topic(Topic::injects));
    CHECK(inject("i02") == inject("i08"));
    CHECK((sc->topics.of_all(Topic::injects) & inject("i07")) != 0);

    Topics dealt = 0;
    for (const Topic family : {Topic::flags, Topic::injects, Topic::decisions, Topic::actions, Topic::running,
                               Topic::contacts, Topic::called}) {
        const Topics own = sc->topics.of_all(family) & ~(topic(Topic::dealt) - 1);
        CHECK((dealt & own) == 0); // no topic means things of two families
        dealt |= own;
    }
}

TEST_CASE("What its pack asks of fatigue is told at the marks alone", "[engine]")
{
    const auto sc = small_scenario(); // "fatigue > 600"
    CHECK(sc->fatigue_marks == std::vector<Permille>{600, 601});
    const auto marks = [](std::string_view condition) {
        return small_scenario_with("small/story.json", "fatigue > 600", condition)->fatigue_marks;
    };
    CHECK(marks("fatigue >= 1000") == std::vector<Permille>{1000});
    CHECK(marks("fatigue + 1 > 600").size() == 1000); // compared with nothing by itself: any change may tell
}

TEST_CASE("A drill that could end while a question is open ends when it is answered", "[engine]")
{
    const auto sc =
        small_scenario_with("small/pack.json", "flag(wrapped_up) and hosts(state: encrypted) = 0", "inject(i_alert)");
    int ended = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        NoSink quiet;
        State state = begin(*sc, {seed, 0}, {}, quiet);
        if (advance(*sc, state, static_cast<std::int32_t>(sc->horizon), quiet) != Pause::decision) continue;
        if (state.injects[0].delivered == kNotYet) continue; // the alert was a lesser one
        INFO("seed " << seed);
        choose(*sc, state, *open_decision(state), 2, quiet);
        CHECK(state.ended == 1);
        ++ended;
    }
    CHECK(ended > 5);
}
