// What a company brings into a drill is marked while it is played: as it stands, or as its table prepared it.
#include "support/recorded_room.hpp"
#include "ui/screens.hpp"
#include "ui/views/indicators.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using test::shot_source;
using test::strings;

namespace {

std::string mark_with(const std::map<std::string, std::int64_t>& outputs)
{
    const auto scenario = shot_source(Language::ja).scenario;
    test::RecordedRoom played(scenario);
    REQUIRE_FALSE(played.post(workshop::StartDrill{1, "", scenario->id, scenario->company.id, 8, outputs}));
    const ui::PlaySource from{played.room(), 1, strings(Language::ja), 0, {}};
    return ui::make_indicators_view(from, ui::Known(played.drill())).preparation;
}

} // namespace

TEST_CASE("A drill says while it is played whether the company is as the table prepared it", "[ui][preparation]")
{
    std::map<std::string, std::int64_t> all;
    for (const engine::Output& output : shot_source(Language::ja).scenario->outputs) all[output.id] = output.good;
    REQUIRE(all.size() == 16);

    CHECK(mark_with({}) == "備え：会社のありのまま");
    CHECK(mark_with({{"deputies", 1}, {"night_contact", 0}}) == "備え：16件のうち14件は会社のありのまま");
    CHECK(mark_with(all) == "備え：前の回で班が決めたとおり");
}
