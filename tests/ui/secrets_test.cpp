// A running drill's screen shows what the company knows, and nothing else.
#include "ui/screens.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace sonae;
using namespace sonae::ui;
using test::all_words;
using test::shot_source;
using test::strings;

namespace {

// Watches a drill after every command.
void at_every_moment(std::string_view policy, std::uint64_t seed, const std::function<void(const Stage&)>& look)
{
    Stage stage(shot_source(Language::ja).scenario, seed);
    stage.play(policy, [&](const workshop::Drill&) {
        look(stage);
        return false;
    });
    look(stage);
}

PlaySource source_of(const workshop::Room& room)
{
    return {room, 1, strings(Language::ja), room.tables.at(1).drill->state.now, {}};
}

void add_text(std::vector<std::string>& texts, const Localized& text)
{
    if (!text.ja.empty()) texts.push_back(text.ja);
}

void add_template(std::vector<std::string>& texts, const engine::Template& text)
{
    constexpr std::size_t kTelling = 30; // bytes: shorter pieces between two holes are no secret
    for (const engine::TextPiece& piece : text.ja)
        if (piece.hole == engine::Hole::none && piece.text.size() >= kTelling) texts.push_back(piece.text);
}

// What no table may read before, or at all: the author's and facilitator's side, and what has not come yet.
std::vector<std::string> hidden_texts(const engine::Scenario& sc, const engine::State& s)
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < sc.injects.size(); ++i) {
        for (const Localized* note :
             {&sc.injects[i].notes.teaches, &sc.injects[i].notes.ask, &sc.injects[i].notes.watch_for})
            add_text(texts, *note);
        if (s.injects[i].delivered == engine::kNotYet) add_template(texts, sc.injects[i].card.body);
    }
    for (std::size_t d = 0; d < sc.decisions.size(); ++d) {
        const engine::Decision& decision = sc.decisions[d];
        for (const engine::Option& option : decision.options) add_text(texts, option.feedback);
        add_text(texts, decision.silence_feedback);
        if (s.decisions[d].opened == engine::kNotYet) add_text(texts, decision.question);
    }
    for (std::size_t e = 0; e < sc.endings.size(); ++e)
        if (!engine::has_ended(s) || s.ending != e)
            add_text(texts, sc.endings[e].name), add_text(texts, sc.endings[e].text);
    for (const engine::Technique& technique : sc.playbook.techniques) add_text(texts, technique.name);
    for (const engine::ImprovementSeed& card : sc.improvements)
        add_text(texts, card.title), add_text(texts, card.if_then);
    return texts;
}

// The same room, but for all that has happened and nobody has found out.
workshop::Room innocent(const workshop::Room& room)
{
    workshop::Room other = room;
    workshop::Drill drill = *room.tables.at(1).drill;
    drill.state = Known(drill).expected();
    other.tables.at(1).drill = std::make_shared<const workshop::Drill>(std::move(drill));
    return other;
}

std::string picked_action(const engine::Scenario& sc, engine::ActionKind kind)
{
    for (const engine::Action& action : sc.actions)
        if (action.kind == kind && action.takes == engine::TargetKind::host && action.fixed == 0xFFFF) return action.id;
    return {};
}

} // namespace

TEST_CASE("No screen of a running drill tells what has not come, what was meant to be learnt, or how it ends",
          "[ui][secrets]")
{
    const std::string policy = GENERATE("typical", "silent", "careful");
    int moments = 0;
    at_every_moment(policy, 11, [&](const Stage& stage) {
        if (++moments % 3 != 1) return; // every third is enough, and three times as fast
        const std::vector<std::string> shown = all_words(make_play_view(source_of(stage.room())));
        for (const std::string& hidden : hidden_texts(*stage.drill().scenario, stage.drill().state))
            for (const std::string& words : shown)
                if (words.find(hidden) != std::string::npos) FAIL_CHECK(words << " tells " << hidden);
    });
    CHECK(moments > 10);
}

TEST_CASE("A machine that was encrypted unnoticed looks on the map like any other", "[ui][secrets]")
{
    int unnoticed = 0;
    at_every_moment("silent", 11, [&](const Stage& stage) {
        const engine::State& s = stage.drill().state;
        const MapView map = make_map_view(source_of(stage.room()), Known(stage.drill()));
        int marked = 0;
        for (const MapZone& zone : map.zones)
            for (const MapHost& host : zone.hosts) {
                const HostId id{host.id};
                unnoticed += s.encrypted.has(id) && !s.noticed.has(id);
                if (host.mark == HostMark::encrypted) CHECK(s.noticed.has(id));
                if (host.mark == HostMark::compromised) CHECK(s.known_bad.has(id));
                if (host.mark == HostMark::suspicious) CHECK(s.suspicious.has(id));
                marked += host.mark == HostMark::encrypted || host.mark == HostMark::compromised ||
                          host.mark == HostMark::suspicious;
            }
        CHECK(marked <= map.touched);
    });
    CHECK(unnoticed > 0);
}

TEST_CASE("The screen is the same whether or not something has happened that nobody has found out", "[ui][secrets]")
{
    const std::string policy = GENERATE("typical", "silent");
    const engine::ActionKind kind =
        GENERATE(engine::ActionKind::isolate_host, engine::ActionKind::clean_host, engine::ActionKind::image_host);
    const std::string picking = picked_action(*shot_source(Language::ja).scenario, kind);
    int moments = 0;
    at_every_moment(policy, 12, [&](const Stage& stage) {
        if (++moments % 4 != 1) return;
        const workshop::Room other = innocent(stage.room());
        const auto as_it_is = all_words(make_play_view(source_of(stage.room()), picking));
        const auto as_it_seems = all_words(make_play_view(source_of(other), picking));
        INFO("at " << stage.drill().state.now << " of " << policy);
        CHECK(as_it_is.size() == as_it_seems.size());
        const auto [differs, seems] =
            std::mismatch(as_it_is.begin(), as_it_is.end(), as_it_seems.begin(), as_it_seems.end());
        if (differs != as_it_is.end())
            FAIL_CHECK(*differs << " would be " << (seems != as_it_seems.end() ? *seems : "missing"));
    });
    CHECK(moments > 4);
}

TEST_CASE("A leak that nobody found is not known yet, whatever was carried off", "[ui][secrets]")
{
    int secret_leaks = 0;
    for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6})
        at_every_moment("silent", seed, [&](const Stage& stage) {
            const engine::State& s = stage.drill().state;
            secret_leaks += (s.leaked & ~s.leak_known) != 0;
            if (s.leak_known == 0)
                CHECK_FALSE(Known(stage.drill()).amount(engine::Indicator::records_leaked).has_value());
        });
    CHECK(secret_leaks > 0);
}

TEST_CASE("Building any view at any moment leaves the fingerprint alone", "[ui][secrets]")
{
    at_every_moment("typical", 13, [](const Stage& stage) {
        const std::uint64_t before = workshop::fingerprint(stage.room().tables.at(1));
        make_play_view(source_of(stage.room()));
        CHECK(workshop::fingerprint(stage.room().tables.at(1)) == before);
    });
}
