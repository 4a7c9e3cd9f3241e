// Golden transcripts: the shipped drills under each policy, fact by fact. They change when the pack or the rules
// change, and then are read before they are kept: SONAE_WRITE_GOLDEN=1 writes them anew.
#include "base/digest.hpp"
#include "support/first_difference.hpp"
#include "support/recorded_room.hpp"
#include "support/shipped.hpp"
#include "support/small_pack.hpp"
#include "workshop/transcript.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace sonae;

namespace {

std::string read_text(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

void compare(const std::string& name, const std::string& text)
{
    const auto path = std::filesystem::path(SONAE_SOURCE_DIR) / "tests/golden" / name;
    if (std::getenv("SONAE_WRITE_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
    const std::string kept = read_text(path);
    INFO(path.string() << ", " << test::first_difference(kept, text));
    CHECK(text == kept);
}

std::string played(const std::shared_ptr<const engine::Scenario>& scenario, const std::string& policy)
{
    test::RecordedRoom room(scenario);
    room.start(8);
    room.play(policy);
    return workshop::transcript(room.drill(), Language::ja) + "# fingerprint " +
           hex(workshop::fingerprint(room.table())) + "\n";
}

} // namespace

TEST_CASE("golden: the drill of session 8 under each policy", "[golden]")
{
    const auto scenario = test::shipped();
    for (const engine::Policy& policy : scenario->policies)
        compare("session-08-" + policy.id + ".txt", played(scenario, policy.id));
}

TEST_CASE("golden: the service company's drill of session 8 under each policy", "[golden]")
{
    const auto scenario = test::shipped("session-08", "minatozaka");
    for (const engine::Policy& policy : scenario->policies)
        compare("session-08-minatozaka-" + policy.id + ".txt", played(scenario, policy.id));
}

// The small pack never changes for content's sake: when its course changes, the rules have changed, and records made by
// the old rules would no longer fold. Raise kRulesVersion then; the file of the older version stays as it was.
TEST_CASE("golden: rules that play otherwise carry another version", "[golden]")
{
    const auto scenario = small_scenario();
    std::string all;
    for (const engine::Policy& policy : scenario->policies) all += played(scenario, policy.id);
    compare(fmt::format("rules-{}.txt", engine::kRulesVersion), all);
}
