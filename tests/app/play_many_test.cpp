// `sonae play --seeds`: what each preparation leads to, side by side.
#include "base/text.hpp"
#include "support/programme_sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <sstream>
#include <sys/wait.h>

using namespace sonae;

namespace {

struct ManyRan {
    int status = 0;
    std::string out;
};

ManyRan play_small(const std::string& arguments, const std::string& language = "ja")
{
    const test::Folder folder;
    const auto out = folder / "out";
    const int status = std::system(fmt::format("'{}' --lang {} play '{}/tests/packs_broken/_base/small' {} >'{}' 2>&1",
                                               SONAE_BINARY, language, SONAE_SOURCE_DIR, arguments, out.string())
                                       .c_str());
    return {WEXITSTATUS(status), test::bytes_of(out)};
}

} // namespace

TEST_CASE("Many seeds of one policy are told side by side for a company as it stands, well and badly prepared", "[app]")
{
    for (const char* language : {"ja", "en"}) {
        const ManyRan ran = play_small("--policy typical --seeds 30", language);
        CHECK(ran.status == 0);
        std::istringstream lines(ran.out);
        for (std::string line; std::getline(lines, line);) {
            INFO(line);
            CHECK(columns(line) <= 100);
        }
        for (const char* prep : {"  company ", "  good ", "  poor "}) CHECK(ran.out.find(prep) != std::string::npos);
        CHECK(ran.out.find(language == std::string("ja")
                               ? "総損失の中央値: good は company より"
                               : "Median of the total loss: good against company") != std::string::npos);
    }
}

TEST_CASE("The JSON of many seeds holds each preparation once, in the order asked for", "[app]")
{
    const ManyRan ran = play_small("--policy typical --seeds 200 --seed 5 --prep poor --prep good --json");
    REQUIRE(ran.status == 0);
    const auto json = nlohmann::json::parse(ran.out);
    CHECK(json.at("first_seed") == 5);
    CHECK(json.at("seeds") == 200);
    REQUIRE(json.at("preparations").size() == 2);
    CHECK(json["preparations"][0]["prep"] == "poor");
    CHECK(json["preparations"][1]["prep"] == "good");
    const auto& poor = json["preparations"][0]["indicators"]["total_loss_yen"];
    const auto& good = json["preparations"][1]["indicators"]["total_loss_yen"];
    CHECK(poor["min"] <= poor["median"]);
    CHECK(poor["median"] <= poor["max"]);
    CHECK(good["mean"] < poor["mean"]); // the small pack's one output is the authority to isolate
}

TEST_CASE("Many seeds need a policy of the pack's, and write no file", "[app]")
{
    CHECK(play_small("--seeds 5").status == 2);
    CHECK(play_small("--seeds 5 --policy nobody").status == 2);
    CHECK(play_small("--seeds 5 --policy typical --prep nowhere.sonae").status == 2);
    CHECK(play_small("--seeds 5 --policy typical --journal a.sonae").status == 2);
    CHECK(play_small("--policy typical --prep good --prep poor").status == 2);
}
