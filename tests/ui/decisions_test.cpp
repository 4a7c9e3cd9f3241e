// Every decision that the shipped drills ask, as a table meets it: on the smallest screen, nothing cut or overlapping.
#include "support/shipped.hpp"
#include "ui/screens.hpp"
#include "ui/stage.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace sonae;
using namespace sonae::ui;
using test::strings;

namespace {

constexpr std::uint64_t kDecisionSeeds = 12; // in which the usual table is asked everything

std::shared_ptr<const engine::Scenario> drill_of(const std::string& company)
{
    read::Diagnostics faults;
    auto scenario = pack::compile(test::shipped_files(), "session-08", company, faults);
    INFO(read::format(faults, Language::en));
    REQUIRE(scenario);
    return scenario;
}

void check_decision(Offscreen& screen, const Stage& stage, Language language)
{
    const Strings& s = strings(language);
    PlayScratch scratch;
    const PlayView view = make_play_view({stage.room(), stage.table(), s, stage.drill().state.now, {}}, {});
    REQUIRE_FALSE(view.decision.slug.empty());
    INFO(view.decision.slug);
    screen.frames(
        [&](Ui& ui) {
            Intents ignored;
            draw_play(ui, s, view, {}, scratch, ignored);
        },
        kShotFrames);
    for (const std::string& fault : text_faults(screen.ui().texts)) FAIL_CHECK(fault);
}

} // namespace

TEST_CASE("Every decision of the shipped drills stands whole with its options", "[ui][screens]")
{
    const std::string company = GENERATE("tamano", "minatozaka");
    const Language language = GENERATE(Language::ja, Language::en);
    const auto scenario = drill_of(company);
    Fonts fonts;
    Offscreen screen(fonts, 1280, 720);
    std::set<std::size_t> asked;
    for (std::uint64_t seed = 1; seed <= kDecisionSeeds && asked.size() < scenario->decisions.size(); ++seed) {
        Stage stage(scenario, seed);
        const auto asks_anew = [&](const workshop::Drill& drill) {
            const auto open = engine::open_decision(drill.state);
            return open && asked.insert(open->index()).second;
        };
        while (stage.play("typical", asks_anew)) check_decision(screen, stage, language);
    }
    CHECK(asked.size() == scenario->decisions.size());
}
