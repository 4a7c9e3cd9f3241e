// That it simulates and does not narrate: one line of a company changed, the pack untouched, and a figure moves.
#include "engine/rollout.hpp"
#include "support/shipped.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <thread>

using namespace sonae;
using namespace sonae::engine;

namespace {

constexpr std::size_t kSeeds = 1000;

std::vector<Outcome> outcomes(const Scenario& sc, const std::string& policy, std::size_t seeds = kSeeds)
{
    std::vector<Outcome> all(seeds);
    play_drills(sc, *workshop::find_policy(sc, policy), 1, {}, all, std::thread::hardware_concurrency());
    return all;
}

std::int64_t median(const std::vector<Outcome>& all, Indicator which)
{
    std::vector<std::int64_t> values;
    for (const Outcome& outcome : all) values.push_back(outcome.indicators[static_cast<std::size_t>(which)]);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

std::int64_t mean(const std::vector<Outcome>& all, Indicator which)
{
    std::int64_t sum = 0;
    for (const Outcome& outcome : all) sum += outcome.indicators[static_cast<std::size_t>(which)];
    return sum / static_cast<std::int64_t>(all.size());
}

std::shared_ptr<const Scenario> drill_of(const std::string& company) { return test::shipped("session-08", company); }

struct Edit {
    std::string what, line, from, to, policy;
    Indicator moves;
    bool down; // the median falls
};

} // namespace

TEST_CASE("One changed line of the company moves its figure the way it should", "[engine][drill]")
{
    const Edit edit = GENERATE(values<Edit>({
        {"the maintenance line is opened on request only", "\"erp_line\"", "\"always_open\": true",
         "\"always_open\": false", "typical", Indicator::total_loss, true},
        {"a backup lies offline", "\"online_success\"", "\"offline\": false", "\"offline\": true", "typical",
         Indicator::downtime_loss, true},
        {"the server zone does not reach office and factory", "{\"id\": \"server\"",
         "\"edge\", \"office\", \"factory\", ", "", "silent", Indicator::hosts_encrypted, true},
        {"the ERP server has EDR", "\"m-srv-erp\"", "\"edr\": 0", "\"edr\": 1", "typical", Indicator::detected_after,
         true},
        {"whom to call at night, and who decides, is named", "{\"id\": \"gm08\"", "\"on\": false", "\"on\": true",
         "careful", Indicator::total_loss, true},
        {"every machine has its own administrator", "\"admin_shared\"", "true", "false", "silent",
         Indicator::hosts_encrypted, true},
        {"logs are kept for 180 days", "\"log_days\"", "14", "180", "silent", Indicator::evidence, false},
        {"there are 300 hosts", "{\"id\": \"m-pc\"", "\"count\": 45", "\"count\": 261", "silent",
         Indicator::hosts_encrypted, false},
    }));
    INFO(edit.what);
    const auto before = test::shipped();
    const auto after = test::compile(test::with_edit(test::shipped_files(), "tamano", edit.line, edit.from, edit.to),
                                     "session-08", "tamano");

    const std::int64_t was = median(outcomes(*before, edit.policy), edit.moves),
                       is = median(outcomes(*after, edit.policy), edit.moves);

    INFO(indicator_name(edit.moves) << " was " << was << ", is " << is);
    CHECK((edit.down ? is < was : is > was));
}

TEST_CASE("A thousand seeds give hundreds of different courses of events", "[engine][drill]")
{
    const auto sc = drill_of(GENERATE(as<std::string>{}, "tamano", "minatozaka"));
    INFO(sc->company.id);
    std::set<std::vector<std::uint16_t>> orders;
    std::set<std::vector<std::uint64_t>> hosts;
    NoSink quiet;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        State state = begin(*sc, {seed, 0}, {}, quiet);
        PolicyPlayer player(*sc, *workshop::find_policy(*sc, "typical"));
        play_out(*sc, state, player, quiet);
        std::vector<std::pair<std::int32_t, std::uint16_t>> delivered;
        for (std::size_t i = 0; i < sc->injects.size(); ++i)
            if (state.injects[i].delivered != kNotYet)
                delivered.emplace_back(state.injects[i].delivered, static_cast<std::uint16_t>(i));
        std::sort(delivered.begin(), delivered.end());
        std::vector<std::uint16_t> order;
        for (const auto& [at, inject] : delivered) order.push_back(inject);
        orders.insert(order);
        hosts.insert({state.ever_encrypted.word.begin(), state.ever_encrypted.word.end()});
    }
    CHECK(orders.size() >= 200);
    if (sc->company.id == "tamano") CHECK(hosts.size() >= 200); // the other attack locks up three servers, or none
}

TEST_CASE("Most messages are raised by the mechanism and filled from it", "[engine][drill]")
{
    const auto sc = drill_of(GENERATE(as<std::string>{}, "tamano", "minatozaka"));
    INFO(sc->company.id);
    std::size_t raised = 0, filled = 0;
    std::set<Channel> channels;
    for (const Inject& inject : sc->injects) {
        const bool by_mechanism = !inject.trigger.never && inject.trigger.on != Occurrence::start;
        raised += by_mechanism;
        const auto has_hole = [](const Template& text) {
            return std::any_of(text.ja.begin(), text.ja.end(),
                               [](const TextPiece& piece) { return piece.hole != Hole::none; });
        };
        filled += by_mechanism && (has_hole(inject.card.title) || has_hole(inject.card.body));
        channels.insert(inject.card.channel);
    }
    CHECK(sc->injects.size() >= 20);
    CHECK(2 * raised >= sc->injects.size());
    CHECK(2 * filled >= sc->injects.size());
    CHECK(channels.size() >= 6);
}

TEST_CASE("The same playbook attacks the service company", "[engine][drill]")
{
    const pack::FileSet files = test::attack_only(test::shipped_files());
    const auto service = test::compile(files, "attack-only", "minatozaka");
    const auto maker = test::compile(files, "attack-only", "tamano");
    CHECK(median(outcomes(*service, "silent"), Indicator::hosts_encrypted) > 0);
    CHECK(median(outcomes(*maker, "silent"), Indicator::hosts_encrypted) > 0);
    CHECK(median(outcomes(*service, "silent"), Indicator::total_loss) !=
          median(outcomes(*maker, "silent"), Indicator::total_loss));
}

TEST_CASE("A careful table loses a third of what a silent one loses, and guessing hardly helps", "[engine][drill]")
{
    const auto sc = drill_of(GENERATE(as<std::string>{}, "tamano", "minatozaka"));
    INFO(sc->company.id);
    const auto silent = outcomes(*sc, "silent"), random = outcomes(*sc, "random"), careful = outcomes(*sc, "careful");
    for (const auto figure : {mean, median}) {
        const std::int64_t s = figure(silent, Indicator::total_loss), r = figure(random, Indicator::total_loss),
                           c = figure(careful, Indicator::total_loss);
        INFO("silent " << s << " random " << r << " careful " << c);
        CHECK(3 * c <= s);
        CHECK(15 * c <= 10 * r);
        CHECK(100 * r <= 105 * s);
    }
}

TEST_CASE("No drill of the shipped pack passes a limit", "[engine][drill]")
{
    const auto sc = drill_of(GENERATE(as<std::string>{}, "tamano", "minatozaka"));
    for (const Policy& policy : sc->policies)
        for (const Outcome& outcome : outcomes(*sc, policy.id)) REQUIRE(outcome.how != 3);
}

// The order of the script's own outcome without measures: 3.5 days of standstill, some 86,000 letters, 30 million yen.
TEST_CASE("At the service company silence and care end near what its script expects", "[engine][drill]")
{
    const auto sc = drill_of("minatozaka");
    const auto silent = outcomes(*sc, "silent"), careful = outcomes(*sc, "careful");
    const std::int64_t lost = median(silent, Indicator::total_loss), kept = median(careful, Indicator::total_loss);
    INFO("silent " << lost << " careful " << kept);
    CHECK((lost > 25'000'000 && lost < 45'000'000));
    CHECK((kept > 2'000'000 && kept < 6'000'000));
    CHECK(median(silent, Indicator::downtime_loss) > 4'000'000);
    CHECK(median(silent, Indicator::deadlines_missed) >= 2);
    CHECK(median(careful, Indicator::records_leaked) <= 1140);
}

TEST_CASE("Every message, answer and technique of the service company's drill comes about", "[engine][drill]")
{
    const auto sc = drill_of("minatozaka");
    std::set<std::size_t> injects, decisions, techniques;
    std::set<std::pair<std::size_t, std::size_t>> options;
    NoSink quiet;
    for (const Policy& policy : sc->policies)
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            State s = begin(*sc, {seed, 0}, {}, quiet);
            PolicyPlayer player(*sc, *workshop::find_policy(*sc, policy.id));
            play_out(*sc, s, player, quiet);
            for (std::size_t i = 0; i < sc->injects.size(); ++i)
                if (s.injects[i].delivered != kNotYet) injects.insert(i);
            for (std::size_t t = 0; t < sc->playbook.techniques.size(); ++t)
                if (s.successes[t] > 0) techniques.insert(t);
            for (std::size_t d = 0; d < sc->decisions.size(); ++d) {
                if (s.decisions[d].status == DecisionStatus::silent) decisions.insert(d);
                if (s.decisions[d].status == DecisionStatus::decided) options.emplace(d, s.decisions[d].option);
            }
        }
    CHECK(injects.size() == sc->injects.size());
    CHECK(techniques.size() == sc->playbook.techniques.size());
    CHECK(decisions.size() == sc->decisions.size()); // each was let pass by somebody
    std::size_t all = 0;
    for (const Decision& decision : sc->decisions) all += decision.options.size();
    CHECK(options.size() == all);
}

// Session 4 leaves one value behind, whichever company the table has.
TEST_CASE("An output that both companies' drills know is the same in both", "[engine][drill]")
{
    const auto maker = drill_of("tamano"), service = drill_of("minatozaka");
    std::size_t shared = 0;
    for (const Output& a : maker->outputs)
        for (const Output& b : service->outputs) {
            if (a.id != b.id) continue;
            ++shared;
            INFO(a.id);
            CHECK(a.type == b.type);
            CHECK(a.session == b.session);
            CHECK(a.as_company == b.as_company);
        }
    CHECK(shared >= 7);
}
