// `sonae playtest` as an author runs it: its words, its JSON, its exit status.
#include "base/text.hpp"
#include "support/programme_sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/wait.h>

using namespace sonae;

namespace {

struct Ran {
    int status = 0;
    std::string out, said; // on standard output, on standard error
};

Ran run(const std::string& arguments)
{
    const test::Folder folder;
    const auto out = folder / "out", said = folder / "said";
    const int status =
        std::system(fmt::format("'{}' {} >'{}' 2>'{}'", SONAE_BINARY, arguments, out.string(), said.string()).c_str());
    return {WEXITSTATUS(status), test::bytes_of(out), test::bytes_of(said)};
}

// Some options of the small pack are best everywhere or nowhere: it does not pass.
const std::string kSmall = fmt::format("playtest '{}/tests/packs_broken/_base/small' --seeds 30", SONAE_SOURCE_DIR);

} // namespace

TEST_CASE("An author reads the report without turning the head: no line passes 100 columns", "[playtest]")
{
    for (const char* language : {"ja", "en"}) {
        const Ran ran = run(fmt::format("--lang {} {}", language, kSmall));
        CHECK(ran.status == 1);
        std::istringstream lines(ran.out);
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(columns(line) <= 100);
        }
        for (const char* word : {"i_alert", "d_ransom", "typical", "restore", "long"})
            CHECK(ran.out.find(word) != std::string::npos);
        CHECK(ran.out.find(language == std::string("ja") ? "■ まとめ" : "■ In short") != std::string::npos);
    }
}

TEST_CASE("The JSON is one object with every figure of the report", "[playtest]")
{
    const Ran ran = run(kSmall + " --json --threads 2");
    const auto json = nlohmann::json::parse(ran.out);

    CHECK(json.at("seeds") == 30);
    CHECK(json.at("plays") == 30 * 4 * 3);
    CHECK(json.at("passes") == (ran.status == 0));
    REQUIRE(json.at("worlds").size() == 12);
    for (const auto& world : json.at("worlds")) {
        CHECK(world.at("plays") == 30);
        CHECK(world.at("indicators").at("total_loss_yen").at("min") <=
              world.at("indicators").at("total_loss_yen").at("max"));
        CHECK(world.at("reached").at("injects").contains("i_alert"));
    }
    CHECK(json.at("option_trials").at("decisions").at("d_tell").at("options").at("all").at("teaches") == "rule");
    CHECK(json.at("time").at("policies").contains("careful"));
    CHECK(json.at("waits").at("stretches").is_array());
    CHECK(run(kSmall + " --json --threads 1").out == ran.out);
}

TEST_CASE("What the report names as wrong decides the exit status", "[playtest]")
{
    CHECK(run("playtest").status == 2);
    CHECK(run(kSmall + " --seeds 0").status == 2);
    CHECK(run(kSmall + " --threads many").status == 2);
    const Ran nowhere = run("playtest /nowhere/at/all");
    CHECK(nowhere.status == 3);
    CHECK_THAT(nowhere.said, Catch::Contains("「/nowhere/at/all」が見つかりません"));
    CHECK(run(kSmall + " --company nobody").status == 1);
    const Ran no_drill = run(fmt::format("playtest '{}/scenarios/session-04'", SONAE_SOURCE_DIR));
    CHECK(no_drill.status == 2);
    CHECK_THAT(no_drill.said, Catch::Contains("演習のない回"));
    CHECK(run(fmt::format("bench replay --pack '{}/scenarios/session-04'", SONAE_SOURCE_DIR)).status == 2);
}

TEST_CASE("An option marked as harm that comes out best is told with its count, and fails the pack", "[playtest]")
{
    const test::Folder folder;
    std::filesystem::copy(std::filesystem::path(SONAE_SOURCE_DIR) / "tests/packs_broken/_base", folder / "base",
                          std::filesystem::copy_options::recursive);
    const auto story = folder / "base/small/story.json";
    std::string text = test::bytes_of(story);
    const std::string refuse = R"({"do": "restore"}, {"set": "wrapped_up"}])"; // best in every state
    const std::size_t at = text.find(refuse);
    REQUIRE(at != std::string::npos);
    text.insert(at + refuse.size(), R"(, "teaches": "harm")");
    std::ofstream(story, std::ios::binary) << text;
    const std::string marked = fmt::format("playtest '{}' --seeds 30", (folder / "base/small").string());

    const Ran told = run("--lang en " + marked), figures = run(marked + " --json");

    CHECK(told.status == 1);
    CHECK(told.out.find("best too often: d_ransom.refuse (of 60 states in 60; one in 4 may be)") != std::string::npos);
    CHECK(figures.status == 1);
    const auto json = nlohmann::json::parse(figures.out);
    const auto& option = json.at("option_trials").at("decisions").at("d_ransom").at("options").at("refuse");
    CHECK(option.at("verdict") == "harm_pays");
    CHECK(option.at("best") == 60);
}
