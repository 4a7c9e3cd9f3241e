// What holds in every scenario that an author could write, over random scenarios and seeds.
#include "engine/mechanism.hpp"
#include "engine/rollout.hpp"
#include "support/allocations.hpp"
#include "support/random_scenario.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::engine;

namespace {

constexpr std::uint64_t kScenarios = 60;

struct Told {
    State state;
    std::vector<Fact> facts;
};

Told play(const Scenario& sc, std::size_t policy, Luck luck)
{
    Told told;
    Recorder recorder{told.facts};
    told.state = begin(sc, luck, {}, recorder);
    PolicyPlayer player(sc, policy);
    play_out(sc, told.state, player, recorder);
    return told;
}

} // namespace

TEST_CASE("A drill comes to its end whatever the scenario and the policy", "[engine][property]")
{
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        for (std::size_t policy = 0; policy < sc->policies.size(); ++policy) {
            INFO("scenario " << n << " policy " << sc->policies[policy].id);
            const Outcome outcome = play_drill(*sc, policy, {n, 0});
            CHECK(outcome.how != 0);
            CHECK(outcome.steps <= kMaxSteps + 1);
        }
    }
}

TEST_CASE("The same seed gives the same drill, recorded or not, and another seed another", "[engine][property]")
{
    std::size_t differing = 0;
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        const Told recorded = play(*sc, 2, {7, 0});
        CHECK(fingerprint(recorded.state) == play_drill(*sc, 2, {7, 0}).fingerprint);
        CHECK(recorded.state == play(*sc, 2, {7, 0}).state);
        differing += play_drill(*sc, 2, {8, 0}).fingerprint != fingerprint(recorded.state);
    }
    CHECK(differing > kScenarios * 9 / 10);
}

TEST_CASE("A copy taken at any moment plays on as the original does", "[engine][property]")
{
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        NoSink quiet;
        State state = begin(*sc, {n, 0}, {}, quiet);
        PolicyPlayer player(*sc, 2);
        while (!has_ended(state)) {
            State copy = state;
            PolicyPlayer copied = player;
            if (state.steps % 37 == 0) {
                State end = state;
                PolicyPlayer one = player;
                play_out(*sc, copy, copied, quiet);
                play_out(*sc, end, one, quiet);
                REQUIRE(copy == end);
            }
            while (const auto intent = player.act(state)) apply(*sc, state, *intent, quiet);
            if (has_ended(state)) break;
            advance(*sc, state, std::min(next_due_at(*sc, state), player.next_at()), quiet);
        }
    }
}

TEST_CASE("It does not matter in how many pieces time passes", "[engine][property]")
{
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        NoSink quiet;
        State whole = begin(*sc, {n, 0}, {}, quiet), pieces = whole;
        const auto to = static_cast<std::int32_t>(sc->horizon / 2);
        while (advance(*sc, whole, to, quiet) == Pause::decision) let_pass(*sc, whole, *open_decision(whole), quiet);
        for (std::int32_t at = 0; at <= to;
             at += 1 + static_cast<std::int32_t>(mix(n + static_cast<std::uint64_t>(at)) % 5000))
            while (advance(*sc, pieces, at, quiet) == Pause::decision)
                let_pass(*sc, pieces, *open_decision(pieces), quiet);
        while (advance(*sc, pieces, to, quiet) == Pause::decision) let_pass(*sc, pieces, *open_decision(pieces), quiet);
        whole.changed = pieces.changed = 0; // of the last instant only
        whole.changed_hosts = pieces.changed_hosts = {};
        CHECK(whole == pieces);
    }
}

TEST_CASE("Conditions that sleep miss nothing", "[engine][property]")
{
    std::size_t looked_at = 0;
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        NoSink quiet;
        State state = begin(*sc, {n, 0}, {}, quiet);
        while (!has_ended(state)) {
            if (const auto decision = open_decision(state)) let_pass(*sc, state, *decision, quiet);
            advance(*sc, state, next_due_at(*sc, state), quiet);
            for (std::size_t c = 0; c < sc->conditions.size() && !has_ended(state); ++c) {
                const std::uint64_t bit = std::uint64_t{1} << c % 64;
                if (sc->conditions[c].watcher == Watcher::finish || (state.spent[c / 64] & bit)) continue;
                INFO("scenario " << n << " condition " << c << " at " << state.now);
                ++looked_at;
                REQUIRE(evaluate(*sc, state, sc->conditions[c].when) == ((state.truth[c / 64] & bit) != 0));
            }
        }
    }
    CHECK(looked_at > 100'000);
}

// Visits every moment of a drill at which something happened.
template <class Visit>
void at_every_step(const Scenario& sc, std::size_t policy, Luck luck, Visit&& visit)
{
    NoSink quiet;
    State state = begin(sc, luck, {}, quiet);
    PolicyPlayer player(sc, policy);
    while (!has_ended(state)) {
        while (const auto intent = player.act(state)) apply(sc, state, *intent, quiet);
        if (!has_ended(state)) advance(sc, state, std::min(next_due_at(sc, state), player.next_at()), quiet);
        visit(state);
    }
}

TEST_CASE("A table left alone until something stirs it plays as one asked at every moment", "[engine][property]")
{
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        for (std::size_t policy = 0; policy < sc->policies.size(); ++policy) {
            INFO("scenario " << n << " policy " << sc->policies[policy].id);
            State asked;
            at_every_step(*sc, policy, {n, 0}, [&](const State& s) { asked = s; });
            CHECK(fingerprint(asked) == play_drill(*sc, policy, {n, 0}).fingerprint);
        }
    }
}

TEST_CASE("What is kept of the attacker's reach and of stopped hosts is what follows from the hosts",
          "[engine][property]")
{
    std::size_t held = 0, stopped = 0;
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        at_every_step(*sc, 1, {n, 0}, [&](const State& s) {
            Plane near;
            for (std::size_t h = 0; h < sc->company.hosts.size(); ++h) {
                const HostId host{h};
                const bool cut_off = s.isolated.has(host) || s.off.has(host) || s.wiped.has(host);
                REQUIRE(s.held.has(host) == (s.foothold.has(host) && !cut_off));
                const bool cloud = (s.network_bits & internet_cut) && sc->company.hosts[h].kind == HostKind::cloud;
                const bool alone = s.isolated.has(host) && !sc->company.hosts[h].works_alone;
                const bool down = s.encrypted.has(host) || s.off.has(host) || s.wiped.has(host);
                REQUIRE(s.stopped.has(host) == (down || alone || cloud));
                held += s.held.has(host), stopped += s.stopped.has(host);
                if (s.held.has(host)) near.add(sc->reach_from[sc->company.hosts[h].zone.index()], sc->words);
            }
            REQUIRE(s.near == near);
            std::array<Plane, kTechniqueKinds> tried;
            for (const HandState& hand : s.hands)
                if (hand.technique != 0xFFFF)
                    tried[static_cast<std::size_t>(sc->attempts[hand.technique].kind)].set(HostId{hand.host});
            REQUIRE(s.tried == tried);
        });
    }
    CHECK(held > 10'000);
    CHECK(stopped > 10'000);
}

// Where a technique of the kind has something to do, worked out from the planes of truth alone.
bool has_something_to_do(const Scenario& sc, const State& s, TechniqueKind kind, HostId host)
{
    const bool cut = s.isolated.has(host) || s.off.has(host);
    const bool held = s.foothold.has(host) && !cut && !s.wiped.has(host);
    const bool shut = cut || s.encrypted.has(host) || s.wiped.has(host) || s.immune.has(host);
    const bool reached = s.near.has(host) && !shut;
    const bool connected = !(s.network_bits & (internet_cut | outbound_blocked));
    const std::uint64_t assets = sc.hosts[host.index()].assets;
    switch (kind) {
    case TechniqueKind::access:
        return !(s.network_bits & internet_cut) && !cut && !s.immune.has(host) && !s.foothold.has(host) &&
               !((s.network_bits & edge_patched) && sc.edge_hosts.has(host));
    case TechniqueKind::credentials: return !(s.attacker_bits & attacker_admin) && held && !s.encrypted.has(host);
    case TechniqueKind::spread: return reached && !s.foothold.has(host);
    case TechniqueKind::stage: return held && !s.encrypted.has(host) && (assets & ~s.staged);
    case TechniqueKind::exfiltrate: return connected && (s.staged & ~s.leaked) && held;
    case TechniqueKind::destroy_backup:
        return !(s.network_bits & (backup_lost | backup_detached)) && sc.company.backup.hosts.has(host) &&
               (reached || held);
    case TechniqueKind::encrypt: return held && !s.encrypted.has(host);
    case TechniqueKind::extort: return !(s.attacker_bits & attacker_extorted) && s.foothold.has(host);
    case TechniqueKind::publish: return s.leaked && !(s.attacker_bits & attacker_published);
    }
    return false;
}

TEST_CASE("No hand of the attacker is idle while a technique has a host to be tried on", "[engine][property]")
{
    std::size_t idle = 0, barren = 0;
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        at_every_step(*sc, 1, {n, 0}, [&](const State& s) {
            std::size_t at_work = 0;
            for (const HandState& hand : s.hands) at_work += hand.technique != 0xFFFF;
            if (s.ended || at_work == static_cast<std::size_t>(sc->playbook.hands)) return;
            ++idle;
            const bool connected = !(s.network_bits & (internet_cut | outbound_blocked));
            for (std::size_t t = 0; t < sc->playbook.techniques.size(); ++t) {
                const Technique& technique = sc->playbook.techniques[t];
                const bool alone = technique.automatic || technique.kind == TechniqueKind::access;
                if (!(s.ready_techniques >> t & 1u) || !(connected || alone)) continue;
                if (s.successes[t] >= technique.limit || s.failures[t] >= technique.tries) continue;
                ++barren;
                for (std::size_t h = 0; h < sc->company.hosts.size(); ++h) {
                    const HostId host{h};
                    const bool tried = std::any_of(s.hands.begin(), s.hands.end(), [&](const HandState& hand) {
                        return hand.host == host.value && sc->attempts[hand.technique].kind == technique.kind;
                    });
                    const bool target = technique.targets.has(host) && !tried;
                    REQUIRE_FALSE((target && has_something_to_do(*sc, s, technique.kind, host)));
                }
            }
        });
    }
    CHECK(idle > 1000);
    CHECK(barren > 1000);
}

TEST_CASE("A process can always do as much as its hosts let it", "[engine][property]")
{
    std::size_t hampered = 0;
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        at_every_step(*sc, 1, {n, 0}, [&](const State& s) {
            for (std::size_t p = 0; p < sc->company.processes.size(); ++p) {
                std::int32_t least = s.processes[p].stopped ? 0 : 1000;
                for (const Need& need : sc->company.processes[p].needs) {
                    std::int32_t idle = 0;
                    for_each_host(need.hosts, sc->words, [&](HostId host) { idle += s.stopped.has(host); });
                    const std::int32_t share = need.total ? (need.total - idle) * 1000 / need.total : 1000;
                    least = std::min(least, share < need.least ? 0 : share);
                }
                REQUIRE(s.processes[p].capacity == least);
                hampered += least < 1000;
            }
        });
    }
    CHECK(hampered > 1000);
}

TEST_CASE("Fatigue is that of whoever worked most, and a place taken by an action is known as taken",
          "[engine][property]")
{
    std::size_t tired = 0, taken = 0;
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        at_every_step(*sc, 1, {n, 0}, [&](const State& s) {
            const std::int64_t most = *std::max_element(s.worked.begin(), s.worked.end());
            REQUIRE(s.fatigue == std::min<std::int64_t>(1000, most * 1000 / kFullFatigue));
            tired += s.fatigue > 0;
            for (std::size_t slot = 0; slot < kMaxRunning; ++slot) {
                const bool known = s.slots >> slot & 1u;
                REQUIRE(known == (s.running[slot].status != RunStatus::empty));
                taken += known;
            }
        });
    }
    CHECK(tired > 1000);
    CHECK(taken > 500);
}

TEST_CASE("Whatever somebody listens for is heard, of each subject", "[engine][property]")
{
    std::size_t listeners = 0;
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        for (std::size_t what = 0; what < sc->listeners.size(); ++what)
            for (const Listener& listener : sc->listeners[what]) {
                const bool any = listener.subject == Trigger::kAny;
                const std::uint64_t asked = any ? ~std::uint64_t{0} : std::uint64_t{1} << listener.subject % 64;
                REQUIRE((sc->subjects_heard[what] & asked) == asked);
                ++listeners;
            }
    }
    CHECK(listeners > 100);
}

TEST_CASE("What conditions wait for is among what the drill listens to", "[engine][property]")
{
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        at_every_step(*sc, 1, {n, 0}, [&](const State& s) {
            for (std::size_t c = 0; c < sc->conditions.size(); ++c) {
                REQUIRE((s.waits_for[c] & ~s.awaited) == 0);
                Plane deaf = sc->conditions[c].hosts;
                deaf.remove(s.awaited_hosts, sc->words);
                REQUIRE((!(s.waits_for[c] & kHostTopics) || !deaf.any(sc->words)));
            }
        });
    }
}

TEST_CASE("The working hours of now are those of the calendar", "[engine][property]")
{
    std::int64_t open = 0;
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        at_every_step(*sc, 1, {n, 0}, [&](const State& s) {
            const Hours& work = sc->company.calendar.work;
            REQUIRE((s.work.open != 0) == sc->open(work, s.now));
            REQUIRE(s.work.opens(s.now) == sc->next_open(work, s.now));
            REQUIRE(s.work.worked(s.now) == sc->working_until(s.now));
            open += s.work.open;
        });
    }
    CHECK(open > 1000);
}

TEST_CASE("Someone's hours open when they are next open, and not before", "[engine][property]")
{
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        for (const Person& person : sc->company.people) {
            const auto at = static_cast<std::int64_t>(mix(n) % static_cast<std::uint64_t>(sc->horizon));
            const std::int64_t next = sc->next_open(person.hours, at);
            INFO("scenario " << n << " " << person.id << " at " << at << " next " << next);
            if (next != kNever) CHECK(sc->open(person.hours, next));
            const std::int64_t until = next == kNever ? sc->horizon : next;
            for (std::int64_t t = at; t < until; t += 300) REQUIRE_FALSE(sc->open(person.hours, t));
        }
    }
}

TEST_CASE("A technique that found nothing is tried again as soon as there is something", "[engine][property]")
{
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        NoSink quiet;
        State state = begin(*sc, {n, 0}, {}, quiet);
        State eager = state; // looks everywhere every time
        PolicyPlayer player(*sc, 1), other(*sc, 1);
        while (!has_ended(state)) {
            eager.barren_techniques = 0;
            for (const auto& [world, mind] : {std::pair{&state, &player}, std::pair{&eager, &other}}) {
                while (const auto intent = mind->act(*world)) apply(*sc, *world, *intent, quiet);
                if (!has_ended(*world))
                    advance(*sc, *world, std::min(next_due_at(*sc, *world), mind->next_at()), quiet);
            }
            eager.barren_techniques = state.barren_techniques;
            REQUIRE(state == eager);
        }
    }
}

TEST_CASE("Every fact has a cause before it, and bookings sum to the indicators", "[engine][property]")
{
    for (std::uint64_t n = 0; n < kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        NoSink quiet;
        const State start = begin(*sc, {n, 0}, {}, quiet);
        const Told told = play(*sc, 1, {n, 0});
        std::array<std::int64_t, kIndicators> sums{};
        Seq last = 0;
        for (const Fact& fact : told.facts) {
            CHECK(fact.seq == last + 1);
            CHECK(fact.parent < fact.seq);
            last = fact.seq;
            if (fact.kind == FactKind::booked) sums[fact.a] += fact.value;
        }
        for (std::size_t i = 0; i < kIndicators; ++i) {
            const bool starts_at_something = indicator_name(static_cast<Indicator>(i)).starts_with("trust") ||
                                             static_cast<Indicator>(i) == Indicator::evidence;
            const std::int64_t before = starts_at_something ? start.booked[i] : 0;
            CHECK(told.state.booked[i] - before == sums[i]);
        }
    }
}

TEST_CASE("Nothing new reaches an isolated host", "[engine][property]")
{
    std::size_t isolations = 0;
    for (std::uint64_t n = 0; n < 4 * kScenarios; ++n) {
        const auto sc = test::random_scenario(n);
        INFO("scenario " << n);
        NoSink quiet;
        State state = begin(*sc, {n, 0}, {}, quiet);
        PolicyPlayer player(*sc, 1);
        while (!has_ended(state)) {
            const State before = state;
            while (const auto intent = player.act(state)) apply(*sc, state, *intent, quiet);
            if (!has_ended(state)) advance(*sc, state, std::min(next_due_at(*sc, state), player.next_at()), quiet);
            for_each_host(before.isolated, sc->words, [&](HostId host) {
                ++isolations;
                if (!state.isolated.has(host)) return; // came back in this very instant
                CHECK_FALSE((state.foothold.has(host) && !before.foothold.has(host)));
                CHECK_FALSE((state.encrypted.has(host) && !before.encrypted.has(host)));
            });
        }
    }
    CHECK(isolations > 1000);
}

TEST_CASE("Looking at every figure changes nothing", "[engine][property]")
{
    const auto sc = test::random_scenario(5);
    const Told told = play(*sc, 1, {5, 0});
    const std::uint64_t before = fingerprint(told.state);
    for (std::size_t i = 0; i < kIndicators; ++i) indicator(*sc, told.state, static_cast<Indicator>(i));
    for (std::size_t a = 0; a < sc->actions.size(); ++a) plan_action(*sc, told.state, ActionId{a}, 0);
    CHECK(fingerprint(told.state) == before);
}

TEST_CASE("A rollout gives the same outcomes on one thread and on many", "[engine][rollout]")
{
    const auto sc = test::random_scenario(3);
    std::vector<Outcome> one(64), many(64);
    play_drills(*sc, 2, 1, {}, one, 1);
    play_drills(*sc, 2, 1, {}, many, 4);
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(one[i] == many[i]);
    NoSink quiet;
    State middle = begin(*sc, {1, 0}, {}, quiet);
    for (int i = 0; i < 200 && !has_ended(middle); ++i) {
        if (const auto decision = open_decision(middle))
            let_pass(*sc, middle, *decision, quiet);
        else
            advance(*sc, middle, next_due_at(*sc, middle), quiet);
    }
    roll_out(*sc, middle, 2, one, 1);
    roll_out(*sc, middle, 2, many, 4);
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(one[i] == many[i]);
}

TEST_CASE("A thousand drills allocate nothing", "[engine][rollout]")
{
    const auto sc = test::random_scenario(3);
    std::uint64_t steps = play_drill(*sc, 2, {0, 0}).steps;
    const std::uint64_t before = test::allocations();
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) steps += play_drill(*sc, 2, {seed, 0}).steps;
    CHECK(test::allocations() == before);
    CHECK(steps > 10000);
}
