#include "ui/shots.hpp"

#include "base/check.hpp"
#include "ui/session_shots.hpp"
#include "ui/views/choose.hpp"
#include "ui/views/end.hpp"
#include "ui/views/home.hpp"
#include "ui/views/play.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

constexpr std::uint64_t kSeed = 8;
constexpr workshop::TableNumber kTable = 3;

// A running drill and what its screen keeps between frames.
struct Played {
    explicit Played(const ShotSource& from) : s(from.s), stage(from.scenario, kSeed, kTable) {}
    const Strings& s;
    Stage stage;
    PlayScratch scratch;
    PlayMoment now;
    PlayView view;

    PlaySource source() const { return {stage.room(), kTable, s, stage.drill().state.now, {}}; }
    void look() { view = make_play_view(source(), scratch.actions.picking); }
    // All but the newest letters have been read, and the newest is open.
    void read_letters()
    {
        look();
        for (std::size_t i = 2; i < view.inbox.letters.size(); ++i)
            scratch.inbox.read.insert(view.inbox.letters[i].key);
        if (!view.inbox.letters.empty()) scratch.inbox.open = view.inbox.letters.front().key;
    }
};
using Kept = std::shared_ptr<Played>;

DrawFunction play_screen(const Kept& played)
{
    played->look();
    return [played](Ui& ui) {
        Intents ignored;
        draw_play(ui, played->s, played->view, played->now, played->scratch, ignored);
    };
}

Kept at_start(const ShotSource& from) { return std::make_shared<Played>(from); }

Kept at_decision(const ShotSource& from, int n)
{
    auto played = at_start(from);
    played->stage.play_to_decision("typical", n);
    played->read_letters();
    return played;
}

Kept while_deciding(const ShotSource& from)
{
    auto played = at_decision(from, 4);
    played->now.room = RoomClock{150, 240};
    played->scratch.decision.decision = played->view.decision.slug;
    played->scratch.decision.selected = 0;
    played->scratch.decision.confidence = 2;
    played->scratch.decision.reason = from.s("shots.reason");
    return played;
}

// The fourth decision is answered, and nothing is asked for the moment.
Kept when_quiet(const ShotSource& from)
{
    auto played = at_decision(from, 4);
    const auto waiting = engine::open_decision(played->stage.drill().state);
    ENSURES(waiting.has_value());
    const engine::Decision& open = from.scenario->decisions[waiting->index()];
    played->stage.post(workshop::Choose{kTable, open.id, open.options.front().id, 2});
    played->now.time.running = true;
    return played;
}

// Nobody ever answers: the trouble spreads, people at work find it everywhere, and a decision waits.
Kept when_late(const ShotSource& from)
{
    auto played = at_start(from);
    played->stage.play("silent", [](const workshop::Drill& drill) {
        return drill.state.noticed.count() >= 12 && engine::open_decision(drill.state).has_value();
    });
    played->read_letters();
    return played;
}

// The first action that asks which machine it is for.
Kept while_aiming(const ShotSource& from)
{
    auto played = at_decision(from, 4);
    for (const ActionItem& item : played->view.actions.ready)
        if (item.needs_target && played->scratch.actions.picking.empty()) played->scratch.actions.picking = item.slug;
    ENSURES(!played->scratch.actions.picking.empty());
    return played;
}

DrawFunction with_side(const ShotSource& from, Side side)
{
    auto played = when_quiet(from);
    played->scratch.side = side;
    played->scratch.drawer = side == Side::actions;
    return play_screen(played);
}

DrawFunction with_record(const ShotSource& from, bool asks)
{
    auto played = at_decision(from, 6);
    played->scratch.record.open = true;
    played->look();
    if (!asks) return play_screen(played);
    const auto& rows = played->view.record.rows;
    const auto own = std::find_if(rows.begin(), rows.end(), [](const RecordRow& row) { return row.back_to.exists(); });
    ENSURES(own != rows.end());
    played->scratch.record.asking = own->back_to;
    played->scratch.record.asking_words =
        from.s.format("record.back.words", {{"time", own->time}, {"what", own->words}});
    return play_screen(played);
}

DrawFunction when_over(const ShotSource& from)
{
    auto played = at_start(from);
    played->stage.play_to_end("typical");
    played->read_letters();
    return play_screen(played);
}

struct Ended {
    EndView view;
    EndScratch scratch;
};

// `retold`: as if other rules had recorded the drill.
DrawFunction end_screen_of(const ShotSource& from, EndPart part, const std::string& saved_to,
                           std::string_view policy = "typical", const workshop::Retold* retold = nullptr)
{
    Played played(from);
    played.stage.play_to_end(policy);
    auto ended = std::make_shared<Ended>();
    report::SessionInput input = make_session_input(played.source());
    input.retold = retold;
    const report::Result result = report::make_result(input);
    ended->view = make_end_view({.result = result, .s = from.s, .saved_to = saved_to});
    ended->scratch.part = part;
    return [ended, &s = from.s](Ui& ui) {
        Intents ignored;
        draw_end(ui, s, ended->view, ended->scratch, ignored);
    };
}

DrawFunction end_recorded(const ShotSource& from)
{
    const workshop::Retold later{.rules_version = engine::kRulesVersion + 1};
    return end_screen_of(from, EndPart::outcome, {}, "typical", &later);
}

constexpr SimTime kToday = 20048 * kDay + 14 * kHour; // any day: pictures don't change with the calendar

std::vector<KeptDrill> kept_drills(const ShotSource& from)
{
    const engine::Scenario& sc = *from.scenario;
    const Localized damaged{"この記録は壊れています。読み出せた分は、別のファイルに保存できます。",
                            "This record is damaged. What can still be read can be saved to another file."};
    return {{"/home/sonae/Sonae/session-08-tamano-3.sonae",
             3,
             sc.name,
             sc.company.name,
             sc.start + 2 * kHour,
             false,
             kToday - kHour,
             {}},
            {"/home/sonae/Sonae/session-08-tamano-1.sonae",
             1,
             sc.name,
             sc.company.name,
             sc.start + 6 * kDay,
             true,
             kToday - kDay,
             {}},
            {"/media/usb/2024年度 第8回 多摩野精工 午後の部/session-08-tamano-2.sonae", 2, sc.name, sc.company.name, 0,
             false, kToday - 40 * kDay, damaged}};
}

DrawFunction home_screen(const ShotSource& from, const std::vector<KeptDrill>& kept)
{
    const HomeView view = make_home_view({.s = from.s,
                                          .kept = kept,
                                          .preferences = {.language = from.s.language()},
                                          .now = kToday,
                                          .home_folder = "/home/sonae"});
    return [view, &s = from.s](Ui& ui) {
        Intents ignored;
        draw_home(ui, s, view, ignored);
    };
}

DrawFunction choose_screen(const ShotSource& from)
{
    auto scratch = std::make_shared<ChooseScratch>();
    const ChooseView view = make_choose_view({from.s, from.offers});
    return [view, scratch, &s = from.s](Ui& ui) {
        Intents ignored;
        draw_choose(ui, s, view, *scratch, ignored);
    };
}

} // namespace

std::map<std::string, std::shared_ptr<const workshop::SessionPlan>>
read_sessions(const pack::FileSet& files, const Offers& offers, const std::string& company, read::Diagnostics& faults)
{
    std::map<std::string, std::shared_ptr<const workshop::SessionPlan>> sessions;
    for (const OfferedPack& pack : offers.packs)
        if (std::find(pack.sessions.begin(), pack.sessions.end(), company) != pack.sessions.end())
            sessions[pack.id] = pack::compile_session(files, pack.path, company, faults);
    return sessions;
}

const std::vector<Shot>& all_shots()
{
    using From = const ShotSource&;
    static const std::vector<Shot> shots = [] {
        std::vector<Shot> all = {
            {"home-empty", [](From from) { return home_screen(from, {}); }},
            {"home", [](From from) { return home_screen(from, kept_drills(from)); }},
            {"choose", choose_screen},
            {"play-start", [](From from) { return play_screen(at_start(from)); }},
            {"play-decision", [](From from) { return play_screen(while_deciding(from)); }},
            {"play-quiet", [](From from) { return play_screen(when_quiet(from)); }},
            {"play-figures", [](From from) { return with_side(from, Side::figures); }},
            {"play-actions", [](From from) { return with_side(from, Side::actions); }},
            {"play-target", [](From from) { return play_screen(while_aiming(from)); }},
            {"play-late", [](From from) { return play_screen(when_late(from)); }},
            {"play-record", [](From from) { return with_record(from, false); }},
            {"play-rewind", [](From from) { return with_record(from, true); }},
            {"play-over", when_over},
            {"end", [](From from) { return end_screen_of(from, EndPart::decisions, {}); }},
            {"end-silent", [](From from) { return end_screen_of(from, EndPart::decisions, {}, "silent"); }},
            {"end-recorded", end_recorded},
            {"end-timeline",
             [](From from) {
                 return end_screen_of(from, EndPart::timeline, "/home/sonae/Sonae/session-08-table-3.html");
             }},
            {"end-cards",
             [](From from) {
                 return end_screen_of(from, EndPart::cards, "/home/sonae/Sonae/session-08-table-3.html");
             }},
        };
        for (Shot& shot : session_shots()) all.push_back(std::move(shot));
        return all;
    }();
    return shots;
}

} // namespace sonae::ui
