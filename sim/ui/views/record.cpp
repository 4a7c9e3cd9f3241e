#include "ui/views/record.hpp"

#include "workshop/fact_text.hpp"
#include "workshop/fill.hpp"
#include "workshop/lookup.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sonae::ui {
namespace {

using engine::Fact;
using engine::FactKind;

// Bookkeeping and what the table's own entries already say.
bool is_told(const Fact& fact)
{
    switch (fact.kind) {
    case FactKind::drill_started:
    case FactKind::decided:
    case FactKind::ordered:
    case FactKind::action_began:
    case FactKind::decision_opened:
    case FactKind::booked:
    case FactKind::alert_read:
    case FactKind::logs_aged:
    case FactKind::contact_called:
    case FactKind::flag_set:
    case FactKind::flag_cleared: return false;
    default: return true;
    }
}

std::string words_of(const PlaySource& from, const Fact& fact)
{
    if (fact.kind != FactKind::inject_delivered || fact.a >= from.scenario().injects.size())
        return workshop::fact_text(from.scenario(), fact, from.language());
    const engine::InjectState delivery =
        workshop::delivery_of(from.scenario(), from.state().injects[fact.a], fact, from.drill().facts);
    const std::string title = workshop::inject_title(from.scenario(), delivery, InjectId{fact.a}, from.language());
    return from.s.format("record.message", {{"title", title}});
}

std::string words_of(const PlaySource& from, const workshop::Choose& c)
{
    const auto d = workshop::find_decision(from.scenario(), c.decision);
    if (!d) return c.decision;
    const engine::Decision& decision = from.scenario().decisions[d->index()];
    const auto o = workshop::find_option(decision, c.option);
    return from.s.format("record.decided", {{"title", decision.title.in(from.language())},
                                            {"option", o ? decision.options[*o].text.in(from.language()) : c.option}});
}

std::string words_of(const PlaySource& from, const workshop::LetPass& c)
{
    const auto d = workshop::find_decision(from.scenario(), c.decision);
    const std::string title = d ? from.scenario().decisions[d->index()].title.in(from.language()) : c.decision;
    return from.s.format("record.passed", {{"title", title}});
}

std::string action_words(const PlaySource& from, const std::string& slug, const std::string& target)
{
    const auto id = workshop::find_action(from.scenario(), slug);
    if (!id) return slug;
    const engine::Action& action = from.scenario().actions[id->index()];
    const std::string name = action.name.in(from.language());
    const auto at = workshop::find_target(from.scenario(), action, target);
    if (!at || target.empty()) return name;
    return from.s.format(
        "play.action.on",
        {{"action", name}, {"target", workshop::target_name(from.scenario(), action, *at).in(from.language())}});
}

// Empty for entries that are no act of the table.
std::string words_of(const PlaySource& from, const workshop::Command& command)
{
    if (const auto* choose = std::get_if<workshop::Choose>(&command)) return words_of(from, *choose);
    if (const auto* pass = std::get_if<workshop::LetPass>(&command)) return words_of(from, *pass);
    if (const auto* act = std::get_if<workshop::TakeAction>(&command))
        return from.s.format("record.began", {{"action", action_words(from, act->action, act->target)}});
    if (const auto* stop = std::get_if<workshop::CallOff>(&command))
        return from.s.format("record.stopped", {{"action", action_words(from, stop->action, stop->target)}});
    return {};
}

struct Timed {
    std::int32_t at = 0;
    RecordRow row;
};

} // namespace

RecordView make_record_view(const PlaySource& from, const Known& known)
{
    std::vector<Timed> all;
    int number = 0;
    for (const auto& step : workshop::path_to(from.place(), from.place().head)) {
        std::string words = words_of(from, step->command);
        if (words.empty()) continue;
        const std::string reason = from.reason_of ? from.reason_of(step->id) : std::string{};
        all.push_back({step->at, {when_text(from, step->at), std::move(words), reason, step->parent, ++number, true}});
    }
    for (const Fact& fact : known.facts())
        if (is_told(fact)) all.push_back({fact.at, {when_text(from, fact.at), words_of(from, fact), {}, {}, 0, false}});
    // What the table did stands before what came of it in the same second.
    std::stable_sort(all.begin(), all.end(), [](const Timed& a, const Timed& b) { return a.at < b.at; });
    RecordView view;
    for (auto it = all.rbegin(); it != all.rend(); ++it) view.rows.push_back(std::move(it->row));
    return view;
}

void draw_record_line(Ui& ui, const Strings& s, const RecordView& view, RecordScratch& scratch, const Rect& at)
{
    const Theme& t = ui.theme;
    draw_box(ui, at, Color::panel, Color::none, 0);
    draw_line(ui, at.min(), {at.right(), at.y}, Color::line);
    const Pressed p = press_area(ui, "play.record", at, {}, Key::r);
    if (p.pressed) scratch.open = !scratch.open;
    Rect row{at.x + t.px(kGap16), at.y, at.w - 2 * t.px(kGap16), at.h};
    const std::string_view label = scratch.open ? s("record.close") : s("record.open");
    const TextStyle style = kCaption.in(p.hovered ? Color::accent : Color::ink2);
    const float hint = std::ceil(measure(ui, s("key.r"), kCaption).x);
    draw_text_in(ui, row.cut_right(hint, t.px(kGap8)), s("key.r"), kCaption.in(Color::ink3));
    const float width = std::ceil(measure(ui, label, style).x) + 1;
    draw_text_in(ui, row.cut_right(width, t.px(kGap4)), label, style);
    const float icon = t.size(Type::caption);
    const Rect arrow = row.cut_right(icon, t.px(kGap24));
    draw_icon(ui, scratch.open ? Icon::down : Icon::up, arrow.center(), icon * 0.8f, style.color);
    if (!ui.status().empty()) return void(draw_text_in(ui, row, ui.status(), kCaption.in(Color::ink).lines(1)));
    draw_text_in(ui, row.cut_left(std::ceil(measure(ui, s("record"), kCaption.strong()).x) + 1, t.px(kGap16)),
                 s("record"), kCaption.strong());
    for (std::size_t i = 0; i < view.rows.size() && row.w > t.px(120); ++i) {
        const RecordRow& r = view.rows[i];
        const Rect time = draw_text_in(ui, row, r.time, kCaption.figures().in(Color::ink3).lines(1));
        row.cut_left(time.w, t.px(kGap8));
        const Rect words = draw_text_in(ui, row, r.words, kCaption.in(r.is_own ? Color::ink : Color::ink2).lines(1));
        row.cut_left(words.w, t.px(kGap24));
    }
    if (view.rows.empty()) draw_text_in(ui, row, s("record.empty"), kCaption.in(Color::ink3).lines(1));
}

namespace {

void draw_row(Ui& ui, const Strings& s, const RecordRow& r, float time_width, RecordScratch& scratch)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left();
    const ButtonLook look{.role = Role::ghost};
    const ImVec2 back = r.back_to.exists() ? button_size(ui, s("record.back"), look) : ImVec2(0, 0);
    const float left = time_width + t.px(kGap16);
    const float room = width - left - back.x - t.px(kGap16);
    const TextStyle style = r.is_own ? kBold : kBody.in(Color::ink2);
    const float words = measure(ui, r.words, style, room).y;
    const std::string reason = r.reason.empty() ? std::string{} : s.format("record.reason", {{"reason", r.reason}});
    const float more = reason.empty() ? 0 : measure(ui, reason, kCaption, room).y;
    const float height = std::max(words + more, back.y) + t.px(kGap4);
    const float lead = (t.line_height(Type::body) - t.line_height(Type::caption)) / 2;
    const float top = at.y + (height - words - more) / 2;
    draw_text(ui, {at.x, top + lead}, r.time, kCaption.figures().in(Color::ink3));
    draw_text(ui, {at.x + left, top}, r.words, style, room);
    if (more > 0) draw_text(ui, {at.x + left, top + words}, reason, kCaption, room);
    if (r.back_to.exists()) {
        const Rect box{at.x + width - back.x, at.y + (height - back.y) / 2, back.x, back.y};
        if (button_at(ui, "play.rewind." + std::to_string(r.number), box, s("record.back"), look)) {
            scratch.asking = r.back_to;
            scratch.asking_words = s.format("record.back.words", {{"time", r.time}, {"what", r.words}});
        }
    }
    move_to(at);
    ImGui::Dummy({width, height});
}

} // namespace

void draw_record(Ui& ui, const Strings& s, const RecordView& view, RecordScratch& scratch, const Rect& at)
{
    begin_card(ui, "record", at, {.title = s("record"), .aside = s("record.aside"), .scrolls = true});
    float time_width = 0;
    for (const RecordRow& row : view.rows)
        time_width = std::max(time_width, measure(ui, row.time, kCaption.figures()).x);
    for (const RecordRow& row : view.rows) {
        separator(ui);
        draw_row(ui, s, row, time_width, scratch);
    }
    if (view.rows.empty()) empty_state(ui, s("record.empty"));
    end_card(ui);
}

void ask_before_going_back(Ui& ui, const Strings& s, RecordScratch& scratch, Intents& out)
{
    if (!scratch.asking.exists()) return;
    const std::array<Verb, 2> verbs = {
        {{"go", s("record.back.go"), Role::primary, Key::none, {}},
         {"stay", s("record.back.stay"), Role::secondary, Key::escape, s("key.escape")}}};
    const auto verb = question(ui, "play.back", s("record.back.title"), scratch.asking_words, verbs);
    if (!verb) return;
    if (*verb == 0) {
        out.push_back(GoBack{scratch.asking});
        scratch.open = false;
    }
    scratch.asking = {};
}

} // namespace sonae::ui
