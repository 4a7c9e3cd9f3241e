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

TEST_CASE("A company without a drill is told of at the drills, or at the pack when there are none", "[pack]")
{
    const auto told_of = [](const std::string& edits) {
        read::Diagnostics told;
        CHECK_FALSE(pack::compile(edited_files(edits), kSmallPack, "other", told));
        return read::format(told, Language::en);
    };
    CHECK(told_of("") == "small/pack.json:5:13: error[company.unknown]: /drills: this pack has no drill for the "
                         "company 'other'\n");
    CHECK(told_of("small/pack.json\n+ {\"format\": 1}").find("small/pack.json:1:1: error[company.unknown]") !=
          std::string::npos);
}

TEST_CASE("Each company of a pack has a drill of its own, and they may share files", "[pack]")
{
    pack::FileSet files = edited_files("small/pack.json\n- \"drills\": [\n+ \"drills\": [{\"company\": \"twin\", "
                                       "\"name\": {\"ja\": \"月曜の朝\"}, \"start\": \"2023-11-27T09:00\", "
                                       "\"playbook\": \"playbook.json\", \"story\": [\"twin.json\", \"story.json\", "
                                       "\"policies.json\"]},");
    files.add("small/twin.json", "{\"format\": 1, \"outputs\": [{\"id\": \"twins_own\", \"type\": \"bool\", "
                                 "\"session\": 4, \"name\": {\"ja\": \"双子だけ\"}, \"effect\": {\"ja\": \"なし\"}, "
                                 "\"company\": false, \"good\": true, \"poor\": false}]}");
    std::string twin = files.find("companies/small.json")->bytes;
    twin.replace(twin.find("\"id\": \"small\""), 13, "\"id\": \"twin\"");
    files.add("companies/twin.json", twin);
    read::Diagnostics told;

    const auto pack = pack::read_pack(files, kSmallPack, told);
    const auto first = pack::compile(files, kSmallPack, kSmallCompany, told),
               second = pack::compile(files, kSmallPack, "twin", told);

    CHECK(read::format(told, Language::en) == "");
    REQUIRE((pack && first && second));
    REQUIRE(pack->drills.size() == 2);
    CHECK(pack->drills[0].company == "twin"); // in the order written
    CHECK(pack->files.find("small/twin.json"));
    CHECK(first->name.ja == "小さな演習：金曜の夜");
    CHECK(second->name.ja == "小さな演習：月曜の朝");
    CHECK(second->start == first->start + 2 * kDay + 11 * kHour);
    CHECK(second->outputs.size() == first->outputs.size() + 1);
}

TEST_CASE("Two drills for one company are a fault", "[pack]")
{
    read::Diagnostics told;
    const auto files = edited_files("small/pack.json\n- \"drills\": [\n+ \"drills\": [{\"company\": \"small\", "
                                    "\"name\": {\"ja\": \"もう一つ\"}, \"start\": \"2023-11-27T09:00\", "
                                    "\"playbook\": \"playbook.json\", \"story\": [\"story.json\"]},");
    CHECK_FALSE(pack::read_pack(files, kSmallPack, told));
    CHECK(
        read::format(told, Language::en).find("/drills/1/company: there is already a drill for the company 'small'") !=
        std::string::npos);
}

// Programme files keep the packs that they were recorded with, and replay them.
TEST_CASE("A pack of format 1 still gives the drill that it gave", "[pack]")
{
    const auto files = edited_files(
        "small/pack.json\n+ {\"format\": 1, \"id\": \"small\", \"version\": 1, \"minutes\": 20, "
        "\"valid_until\": \"2030-03-31\", \"name\": {\"ja\": \"小さな演習\"}, \"briefing\": {\"ja\": "
        "\"金曜の夜です。\\n続き\"}, \"companies\": [\"small\"], \"drill\": {\"start\": \"2023-11-24T22:00\", "
        "\"horizon\": \"10d\", \"finish\": \"flag(wrapped_up) and hosts(state: encrypted) = 0\", "
        "\"yen_per_trust_point\": 100000}, \"files\": {\"playbook\": \"playbook.json\", \"story\": "
        "[\"story.json\", \"policies.json\"]}}");
    read::Diagnostics told;

    const auto pack = pack::read_pack(files, kSmallPack, told);
    const auto old = pack::compile(files, kSmallPack, kSmallCompany, told);

    CHECK(read::format(told, Language::en) == "");
    REQUIRE((pack && old));
    CHECK(pack->summary.ja == "金曜の夜です。");
    CHECK(old->name.ja == "小さな演習");
    for (std::size_t p = 0; p < old->policies.size(); ++p)
        CHECK(engine::play_drill(*old, p, {8, 0}).indicators ==
              engine::play_drill(*small_scenario(), p, {8, 0}).indicators);
}
