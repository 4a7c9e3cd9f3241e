#include "engine/rollout.hpp"
#include "pack/load.hpp"
#include "support/broken_packs.hpp"
#include "support/small_pack.hpp"

#include <catch2/catch.hpp>

using namespace sonae;

TEST_CASE("The small pack compiles without a fault", "[pack]")
{
    read::Diagnostics told;
    const auto scenario = pack::compile(small_files(), kSmallPack, kSmallCompany, told);

    CHECK(read::format(told, Language::en) == "");
    REQUIRE(scenario);
    CHECK(scenario->company.hosts.size() == 12);
    CHECK(scenario->edr_hosts.count() == 7);
    CHECK(scenario->decisions.size() == 3);
}

TEST_CASE("Every policy plays the small drill to its end", "[pack]")
{
    const auto scenario = small_scenario();
    for (std::size_t p = 0; p < scenario->policies.size(); ++p)
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const engine::Outcome outcome = engine::play_drill(*scenario, p, {seed, 0});
            INFO(scenario->policies[p].id << " " << seed << " steps " << outcome.steps);
            CHECK((outcome.how == 1 || outcome.how == 2));
            CHECK(outcome.ending < scenario->endings.size());
        }
}

// A sanitizer build fails here on whatever overflows.
TEST_CASE("A pack whose figures are as large as they may be is played to its end", "[pack]")
{
    read::Diagnostics told;
    const auto largest = edited_files(text_of(broken_folder().parent_path() / "fuzz/corpus/pack/largest.txt"));
    const auto scenario = pack::compile(largest, kSmallPack, kSmallCompany, told);
    CHECK(read::format(told, Language::en) == "");
    REQUIRE(scenario);
    for (std::size_t p = 0; p < scenario->policies.size(); ++p)
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const engine::Outcome outcome = engine::play_drill(*scenario, p, {seed, 0});
            INFO(scenario->policies[p].id << " " << seed);
            CHECK((outcome.how == 1 || outcome.how == 2));
            for (const std::int64_t figure : outcome.indicators) CHECK(figure >= 0);
        }
}

TEST_CASE("A company that the pack doesn't list is told of at the list, or at the pack when there is none", "[pack]")
{
    const auto told_of = [](const std::string& edits) {
        read::Diagnostics told;
        CHECK_FALSE(pack::compile(edited_files(edits), kSmallPack, "other", told));
        return read::format(told, Language::en);
    };
    CHECK(told_of("") == "small/pack.json:5:16: error[company.unknown]: /companies: this pack doesn't list the company "
                         "'other'\n");
    CHECK(told_of("small/pack.json\n+ {\"format\": 1}").find("small/pack.json:1:1: error[company.unknown]") !=
          std::string::npos);
}
