// Conditions that are taken apart into terms: the same answers, and the same foresight, as their code gives.
#include "engine/rollout.hpp"
#include "engine/terms.hpp"
#include "support/random_scenario.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::engine;

namespace {

constexpr Topics kClock = topic(Topic::clock);

// Every load that answers yes or no, of the first things of a scenario.
std::vector<Instruction> answering_loads()
{
    std::vector<Instruction> loads;
    const auto add = [&](Op op, std::size_t properties, Topics reads, std::size_t clocked = 99) {
        for (std::size_t b = 0; b < properties; ++b)
            loads.push_back(
                {.op = op, .b = static_cast<std::uint8_t>(b), .reads = b == clocked ? reads | kClock : reads});
    };
    add(Op::flag, 1, topic(Topic::flags));
    add(Op::host_is, 10, topic(Topic::foothold));
    add(Op::asset_is, 3, topic(Topic::assets));
    add(Op::process_is, 3, topic(Topic::processes));
    add(Op::person_is, 2, topic(Topic::people) | kClock);
    add(Op::contact_is, 4, topic(Topic::contacts), 0);
    add(Op::inject_delivered, 1, topic(Topic::injects));
    add(Op::decision_chose, 3, topic(Topic::decisions));
    add(Op::decision_silent, 1, topic(Topic::decisions));
    add(Op::decision_made, 1, topic(Topic::decisions));
    add(Op::action_done, 1, topic(Topic::actions));
    add(Op::action_running, 1, topic(Topic::running));
    add(Op::deadline_is, 3, topic(Topic::deadlines));
    add(Op::output, 1, 0);
    add(Op::control, 1, 0);
    add(Op::company_value, 12, topic(Topic::network));
    add(Op::attacker_value, 7, topic(Topic::attacker) | topic(Topic::admin) | topic(Topic::seen));
    add(Op::calendar_value, 3, kClock);
    add(Op::sensor_works, 1, topic(Topic::network));
    return loads;
}

// Every load of a number; these have to be compared with something.
std::vector<Instruction> counting_loads()
{
    std::vector<Instruction> loads;
    for (const Op op : {Op::since_flag, Op::since_inject, Op::since_decision, Op::since_action, Op::since_start,
                        Op::process_down_for, Op::people_free})
        loads.push_back({.op = op, .a = op == Op::people_free ? std::uint16_t{7} : std::uint16_t{0}, .reads = kClock});
    for (std::size_t which = 0; which < kIndicators; ++which)
        loads.push_back({.op = Op::indicator, .b = static_cast<std::uint8_t>(which), .reads = topic(Topic::money)});
    loads.push_back(
        {.op = Op::calendar_value, .b = static_cast<std::uint8_t>(CalendarProperty::hour), .reads = kClock});
    loads.push_back({.op = Op::alerts_seen, .reads = topic(Topic::alerts)});
    loads.push_back({.op = Op::reports_unread, .reads = topic(Topic::alerts)});
    loads.push_back({.op = Op::output, .reads = 0});
    return loads;
}

using Code = std::vector<Instruction>;

std::vector<Code> leaves()
{
    std::vector<Code> all;
    for (const Instruction& load : answering_loads()) all.push_back({load});
    for (Instruction load : counting_loads())
        for (const Op op : {Op::equal, Op::not_equal, Op::less, Op::less_equal, Op::greater, Op::greater_equal})
            for (const std::int64_t value : {-1l, 0l, 1l, 3l, 12l, 40'000l, 3'000'000'000l}) {
                load.compare = op, load.value = value;
                all.push_back({load});
            }
    return all;
}

void append_not(Code& code) { code.push_back({.op = Op::logic_not}); }

Code joined(const Code& left, const Code& right, bool by_or)
{
    Code code = left;
    code.push_back(
        {.op = by_or ? Op::skip_if_true : Op::skip_if_false, .value = static_cast<std::int64_t>(right.size() + 1)});
    code.insert(code.end(), right.begin(), right.end());
    code.push_back({.op = by_or ? Op::logic_or : Op::logic_and});
    return code;
}

Expression write(Scenario& sc, const Code& code)
{
    Expression e;
    e.begin = static_cast<std::uint32_t>(sc.code.size());
    sc.code.insert(sc.code.end(), code.begin(), code.end());
    e.end = static_cast<std::uint32_t>(sc.code.size());
    take_apart(sc, e);
    return e;
}

// Leaves as they are and turned round, and trees of them down to three levels.
std::vector<Expression> write_conditions(Scenario& sc, std::uint64_t seed)
{
    std::vector<Expression> conditions;
    const std::vector<Code> all = leaves();
    std::uint64_t drawn = seed;
    const auto below = [&](std::uint64_t limit) { return (drawn = mix(drawn)) % limit; };
    const auto leaf = [&] {
        Code code = all[below(all.size())];
        if (below(3) == 0) append_not(code);
        return code;
    };
    for (Code code : all) {
        conditions.push_back(write(sc, code));
        append_not(code);
        conditions.push_back(write(sc, code));
    }
    for (int i = 0; i < 400; ++i) {
        Code left = leaf(), right = leaf();
        for (std::uint64_t more = below(3); more > 0; --more) left = joined(left, leaf(), below(2));
        for (std::uint64_t more = below(3); more > 0; --more) right = joined(right, leaf(), below(2));
        if (below(4) == 0) append_not(left);
        conditions.push_back(write(sc, joined(left, right, below(2))));
    }
    return conditions;
}

struct Compared {
    std::size_t looks = 0, taken_apart = 0, of_two_levels = 0, holding = 0;
};

void compare(const Scenario& sc, const State& s, const Expression& condition, Compared& sum)
{
    if (condition.term_count == 0) return;
    Expression as_written = condition;
    as_written.term_count = 0;
    const Foreseen seen = foresee(sc, s, condition), worked_out = foresee(sc, s, as_written);
    INFO("condition at " << condition.begin << ", moment " << s.now);
    REQUIRE(holds(sc, s, condition) == (evaluate(sc, s, as_written) != 0));
    REQUIRE((seen.value != 0) == (worked_out.value != 0));
    REQUIRE(seen.turn == worked_out.turn);
    REQUIRE(seen.reads == worked_out.reads);
    ++sum.looks;
    sum.holding += seen.value != 0;
}

} // namespace

TEST_CASE("A condition taken apart answers and foresees as its code does", "[engine][property]")
{
    Compared sum;
    for (std::uint64_t n = 0; n < 8; ++n) {
        Scenario sc = *test::random_scenario(n);
        sc.masks.push_back(sc.all_hosts);
        const std::vector<Expression> conditions = write_conditions(sc, n);
        for (const Expression& condition : conditions) {
            sum.taken_apart += condition.term_count > 0;
            for (const Term& term : terms_of(sc, condition)) sum.of_two_levels += term.rest == 1;
        }
        NoSink quiet;
        State state = begin(sc, {n, 0}, {}, quiet);
        PolicyPlayer player(sc, 2);
        while (!has_ended(state)) {
            while (const auto intent = player.act(state)) apply(sc, state, *intent, quiet);
            if (!has_ended(state)) advance(sc, state, std::min(next_due_at(sc, state), player.next_at()), quiet);
            if (state.steps % 8 == 0)
                for (const Expression& condition : conditions) compare(sc, state, condition, sum);
        }
    }
    CHECK(sum.taken_apart > 8000);
    CHECK(sum.of_two_levels > 400);
    CHECK(sum.holding > sum.looks / 4);
    CHECK(sum.holding < sum.looks * 3 / 4);
}

TEST_CASE("The order in which a condition's terms are asked changes no answer", "[engine][property]")
{
    std::size_t moved = 0;
    for (std::uint64_t n = 0; n < 4; ++n) {
        Scenario sc = *test::random_scenario(n);
        sc.masks.push_back(sc.all_hosts);
        const std::vector<Expression> conditions = write_conditions(sc, n);
        Scenario calm = sc;
        for (const Expression& condition : conditions) put_calm_first(calm, condition);
        for (std::size_t t = 0; t < sc.terms.size(); ++t) moved += sc.terms[t].code != calm.terms[t].code;
        NoSink quiet;
        State state = begin(sc, {n, 0}, {}, quiet);
        for (; !has_ended(state); advance(sc, state, next_due_at(sc, state), quiet)) {
            if (const auto decision = open_decision(state)) let_pass(sc, state, *decision, quiet);
            if (state.steps % 16 != 0) continue;
            for (const Expression& condition : conditions) {
                const Foreseen as_written = foresee(sc, state, condition), calmed = foresee(calm, state, condition);
                REQUIRE(holds(calm, state, condition) == holds(sc, state, condition));
                REQUIRE((calmed.value != 0) == (as_written.value != 0));
            }
        }
    }
    CHECK(moved > 400);
}
