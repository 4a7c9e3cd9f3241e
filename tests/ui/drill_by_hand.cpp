#include "ui/drill_by_hand.hpp"

#include "ui/views/play.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

namespace sonae::test {
namespace {

using ui::Key;

constexpr int kRewindAfter = 3; // decisions
constexpr std::array kActsAfter = {1, 4};

class Player {
  public:
    Player(Hands& hands, ui::Stage& beside) : hands_(hands), beside_(beside) {}

    HandScript play()
    {
        begin();
        for (int guard = 0; !engine::has_ended(state()) && guard < 400; ++guard) {
            if (engine::open_decision(state()))
                decide();
            else
                show_next();
            if (done_.rewinds == 0 && done_.decisions == kRewindAfter) go_back();
            if (done_.actions < 2 && done_.decisions == kActsAfter[static_cast<std::size_t>(done_.actions)]) act();
        }
        REQUIRE(engine::has_ended(state()));
        return done_;
    }

  private:
    const engine::State& state() const { return beside_.drill().state; }
    const engine::Scenario& scenario() const { return *beside_.drill().scenario; }

    void told(const workshop::Command& command)
    {
        INFO(workshop::write_script_line(command));
        REQUIRE(beside_.post(command));
        hands_.await("play", ++accepted_);
    }

    void begin()
    {
        hands_.await("home", 0);
        hands_.press(Key::enter);
        hands_.await("choose", 0);
        hands_.await_widget("choose.company." + scenario().company.id);
        hands_.click("choose.company." + scenario().company.id);
        hands_.click("choose.begin");
        hands_.await("play", accepted_ = 1);
    }

    void show_next()
    {
        const workshop::Advance next{1, ui::next_news_at(beside_.drill())};
        if (accepted_ % 5 == 0)
            hands_.click("play.next");
        else
            hands_.press(Key::right);
        told(next);
    }

    void decide()
    {
        const DecisionId id = *engine::open_decision(state());
        const engine::Decision& decision = scenario().decisions[id.index()];
        const auto option = nth_open(id, static_cast<std::size_t>(done_.decisions));
        const bool by_mouse = done_.decisions % 2 == 1;
        const std::string row = std::string("play.option.") + static_cast<char>('a' + option);
        if (by_mouse && hands_.sees(row))
            hands_.click(row);
        else
            hands_.press(ui::letter_key(static_cast<int>(option)));
        hands_.await_widget("play.decide");
        int confidence = 0;
        if (done_.decisions % 3 == 0) hands_.click("play.sure.middle"), confidence = 2;
        if (done_.decisions == 1) say("because it burns");
        if (by_mouse)
            hands_.click("play.decide");
        else
            hands_.press(Key::enter);
        ++done_.decisions;
        told(workshop::Choose{1, decision.id, decision.options[option].id, confidence});
    }

    void say(const std::string& reason)
    {
        hands_.click("play.reason");
        hands_.type(reason);
        done_.reasons.push_back(reason);
    }

    std::size_t nth_open(DecisionId id, std::size_t n) const
    {
        std::vector<std::size_t> open;
        for (std::size_t o = 0; o < scenario().decisions[id.index()].options.size(); ++o)
            if (engine::can_choose(scenario(), state(), id, o)) open.push_back(o);
        REQUIRE_FALSE(open.empty());
        return open[n % open.size()];
    }

    ui::PlayView view(const std::string& picking = {}) const
    {
        return ui::make_play_view({.room = beside_.room(), .table = 1, .s = strings_, .shown = state().now}, picking);
    }

    // The first by its button, the second by its number and with a target.
    void act()
    {
        const bool with_target = done_.actions == 1;
        const std::vector<ui::ActionItem> ready = view().actions.ready;
        for (std::size_t n = 0; n < ready.size() && n < 9; ++n) {
            const std::string name = "play.action." + ready[n].slug;
            if (ready[n].needs_target != with_target || (!with_target && !hands_.sees(name))) continue;
            ++done_.actions;
            if (with_target)
                hands_.press(ui::digit_key(static_cast<int>(n) + 1));
            else
                hands_.click(name);
            return told(workshop::TakeAction{1, ready[n].slug, with_target ? pick(ready[n].slug) : std::string{}});
        }
        FAIL("no such action is ready");
    }

    std::string pick(const std::string& action)
    {
        hands_.await_widget("play.target.cancel");
        for (const std::string& target : view(action).actions.target_slugs) {
            if (!hands_.sees("play.target." + target)) continue;
            hands_.click("play.target." + target);
            return target;
        }
        FAIL("no target is in sight");
        return {};
    }

    // To just before the last answer.
    void go_back()
    {
        const auto& table = beside_.room().tables.at(1);
        const auto path = workshop::path_to(table, table.head);
        int number = 0;
        EntryId before;
        for (const auto& step : path)
            if (!std::holds_alternative<workshop::Advance>(step->command) &&
                !std::holds_alternative<workshop::StartDrill>(step->command))
                ++number, before = step->parent;
        hands_.press(Key::r);
        hands_.await_widget("play.rewind." + std::to_string(number));
        hands_.click("play.rewind." + std::to_string(number));
        hands_.await_widget("play.back.go");
        hands_.click("play.back.go");
        ++done_.rewinds;
        told(workshop::Rewind{1, before});
    }

    const ui::Strings strings_ = ui::load_strings(SONAE_SOURCE_DIR, Language::ja);
    Hands& hands_;
    ui::Stage& beside_;
    HandScript done_;
    std::uint64_t accepted_ = 0;
};

} // namespace

HandScript play_by_hand(Hands& hands, ui::Stage& beside) { return Player(hands, beside).play(); }

void save_by_hand(Hands& hands, ui::Stage& beside)
{
    const std::uint64_t accepted = beside.room().tables.at(1).steps.size();
    hands.press(ui::Key::enter);
    hands.await("end", accepted);
    hands.click("end.part.timeline");
    hands.press(ui::Key::s);
}

std::vector<std::string> lines_of(const workshop::Table& table)
{
    std::vector<std::string> lines;
    for (const auto& step : table.steps) {
        workshop::Command command = step->command;
        if (auto* start = std::get_if<workshop::StartDrill>(&command))
            start->pack.clear(); // the bytes' digest: a stage has none
        if (auto* back = std::get_if<workshop::Rewind>(&command)) {
            const auto to = std::find_if(table.steps.begin(), table.steps.end(),
                                         [&](const auto& other) { return other->id == back->to; });
            back->to = {0, static_cast<std::uint64_t>(to - table.steps.begin()) + 1};
        }
        lines.push_back(workshop::write_script_line(command));
    }
    return lines;
}

} // namespace sonae::test
