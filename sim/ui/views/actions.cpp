#include "ui/views/actions.hpp"

#include "base/people_text.hpp"
#include "ui/words.hpp"
#include "workshop/lookup.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

using engine::ActionBlock;
using engine::TargetKind;

std::size_t count_targets(const engine::Scenario& sc, TargetKind kind)
{
    switch (kind) {
    case TargetKind::host: return sc.company.hosts.size();
    case TargetKind::zone: return sc.company.zones.size();
    case TargetKind::process: return sc.company.processes.size();
    case TargetKind::contact: return sc.company.contacts.size();
    case TargetKind::none: break;
    }
    return 0;
}

bool needs_target(const engine::Action& action)
{
    return action.takes != TargetKind::none && action.fixed == workshop::kNoTarget;
}

std::vector<std::uint16_t> open_targets(const PlaySource& from, ActionId id)
{
    std::vector<std::uint16_t> open;
    const engine::Action& action = from.scenario().actions[id.index()];
    for (std::size_t t = 0; t < count_targets(from.scenario(), action.takes); ++t) {
        const auto target = static_cast<std::uint16_t>(t);
        if (engine::plan_action(from.scenario(), from.state(), id, target).block == ActionBlock::none)
            open.push_back(target);
    }
    return open;
}

std::string people_words(const PlaySource& from, std::uint32_t people, std::uint16_t contact)
{
    const engine::Company& company = from.scenario().company;
    std::string words;
    const auto add = [&](const std::string& name) { words += (words.empty() ? "" : from.s("list.between")) + name; };
    for (std::size_t p = 0; p < company.people.size(); ++p)
        if (people >> p & 1u) add(company.people[p].name.in(from.language()));
    if (contact < company.contacts.size()) add(company.contacts[contact].name.in(from.language()));
    return words;
}

void join(std::string& words, const std::string& part, const Strings& s)
{
    if (part.empty()) return;
    if (!words.empty()) words += s("facts.between");
    words += part;
}

// How long it usually takes: the exact time is luck that nobody knows beforehand.
std::string usual_time(const PlaySource& from, const engine::Action& action)
{
    const auto& q = action.duration.quantile;
    const std::string time = span_text(q[4], from.language());
    if (q[4] == 0) return {};
    return q.front() == q.back() ? time : from.s.format("play.about", {{"time", time}});
}

std::string plan_words(const PlaySource& from, const engine::Action& action, const engine::ActionPlan& plan)
{
    std::string words = usual_time(from, action);
    join(words, people_words(from, plan.people, plan.contact), from.s);
    if (plan.begins > from.state().now + kMinute)
        join(words, from.s.format("play.action.from", {{"time", when_text(from, plan.begins)}}), from.s);
    if (action.cost > 0)
        join(words, from.s.format("play.action.cost", {{"yen", yen_text(action.cost, from.language())}}), from.s);
    return words;
}

std::string refusal_of(const PlaySource& from, const engine::Action& action, std::uint16_t target)
{
    static const workshop::ScenarioSource none = [](const workshop::StartDrill&) { return nullptr; };
    const std::string slug = workshop::target_id(from.scenario(), action, target);
    const auto refusal = workshop::check(from.room, workshop::TakeAction{from.table, action.id, slug}, none);
    return refusal ? refusal->sentence.in(from.language()) : std::string{};
}

void add_item(const PlaySource& from, ActionsView& view, std::size_t a)
{
    const engine::Action& action = from.scenario().actions[a];
    const ActionId id{a};
    ActionItem item{.slug = action.id,
                    .title = action.name.in(from.language()),
                    .note = action.note.in(from.language()),
                    .needs_target = needs_target(action)};
    std::uint16_t target = action.fixed;
    if (item.needs_target) {
        const auto open = open_targets(from, id);
        target = open.empty() ? std::uint16_t{0} : open.front();
    }
    const engine::ActionPlan plan = engine::plan_action(from.scenario(), from.state(), id, target);
    if (plan.block == ActionBlock::none) {
        item.caption = plan_words(from, action, plan);
        view.ready.push_back(std::move(item));
        return;
    }
    item.why_not = refusal_of(from, action, target);
    if (item.needs_target && (plan.block == ActionBlock::target || plan.block == ActionBlock::already))
        item.why_not = from.s("play.action.no_target");
    view.blocked.push_back(std::move(item));
}

void add_running(const PlaySource& from, ActionsView& view)
{
    for (const engine::RunningAction& run : from.state().running) {
        if (run.status == engine::RunStatus::empty) continue;
        const engine::Action& action = from.scenario().actions[run.action];
        const std::string target = workshop::target_name(from.scenario(), action, run.target).in(from.language());
        const bool waits = run.begins > from.state().now;
        std::string caption = waits ? from.s.format("play.action.waits", {{"from", when_text(from, run.begins)},
                                                                          {"to", when_text(from, run.ends)}})
                                    : from.s.format("play.action.until", {{"time", when_text(from, run.ends)}});
        join(caption, people_words(from, run.people, run.contact), from.s);
        std::string title = action.name.in(from.language());
        if (!target.empty()) title = from.s.format("play.action.on", {{"action", title}, {"target", target}});
        view.running.push_back({action.id, workshop::target_id(from.scenario(), action, run.target), title, caption});
    }
}

int rank_of(HostMark mark)
{
    constexpr int ranks[] = {6, 2, 1, 0, 3, 4, 5};
    return ranks[static_cast<int>(mark)];
}

TargetItem make_target(const PlaySource& from, const Known& known, const engine::Action& action, ActionId id,
                       std::uint16_t target)
{
    TargetItem item{.slug = workshop::target_id(from.scenario(), action, target),
                    .name = workshop::target_name(from.scenario(), action, target).in(from.language()),
                    .caption = plan_words(from, action, engine::plan_action(from.scenario(), from.state(), id, target)),
                    .is_host = action.takes == TargetKind::host};
    if (!item.is_host) return item;
    item.mark = known.host(HostId{target}).mark;
    item.name += " " + item.slug;
    if (item.mark != HostMark::healthy) item.name += from.s("facts.between") + word_of(from.s, item.mark);
    return item;
}

// What all targets have in common stands above them once.
void say_once(ActionsView& view)
{
    if (view.targets.empty()) return;
    const std::string common = view.targets.front().caption;
    const auto same = [&](const TargetItem& item) { return item.caption == common; };
    if (!std::all_of(view.targets.begin(), view.targets.end(), same)) return;
    view.picking_caption = common;
    for (TargetItem& item : view.targets) item.caption.clear();
}

void add_targets(const PlaySource& from, const Known& known, ActionsView& view, ActionId id)
{
    const engine::Action& action = from.scenario().actions[id.index()];
    if (!needs_target(action)) return;
    view.picking = action.id;
    view.picking_title = from.s.format("play.target.title", {{"action", action.name.in(from.language())}});
    view.takes = action.takes;
    for (const std::uint16_t target : open_targets(from, id))
        view.targets.push_back(make_target(from, known, action, id, target));
    std::stable_sort(view.targets.begin(), view.targets.end(),
                     [](const TargetItem& a, const TargetItem& b) { return rank_of(a.mark) < rank_of(b.mark); });
    for (const TargetItem& item : view.targets) view.target_slugs.push_back(item.slug);
    say_once(view);
}

std::string free_people(const PlaySource& from)
{
    const engine::Scenario& sc = from.scenario();
    int free = 0;
    for (std::size_t p = 0; p < sc.company.people.size(); ++p) {
        const engine::Person& person = sc.company.people[p];
        const bool on_duty = person.on_call || sc.open(person.hours, from.state().now);
        free += on_duty && from.state().busy_until[p] <= from.state().now;
    }
    return from.s.format("play.actions.free", {{"count", std::to_string(free)}});
}

// The room as far as anyone can say. What can be ordered, and what it will take, must not tell of trouble that nobody
// has found: an order that comes to nothing because of it is refused when it is given.
workshop::Room expected_room(const PlaySource& from, const Known& known)
{
    workshop::Room room = from.room;
    workshop::Drill drill = from.drill();
    drill.state = known.expected();
    room.tables.at(from.table).drill = std::make_shared<const workshop::Drill>(std::move(drill));
    return room;
}

} // namespace

ActionsView make_actions_view(const PlaySource& truly, const Known& known, const std::string& picking)
{
    const workshop::Room expected = expected_room(truly, known);
    const PlaySource from{expected, truly.table, truly.s, truly.shown, {}};
    ActionsView view;
    view.free_people = free_people(from);
    if (engine::has_ended(from.state())) return view;
    add_running(from, view);
    for (std::size_t a = 0; a < from.scenario().actions.size(); ++a) add_item(from, view, a);
    if (const auto id = workshop::find_action(from.scenario(), picking)) add_targets(from, known, view, *id);
    return view;
}

namespace {

constexpr int kNumbered = 9;

// The note stands under the mouse, and in the status line under the focus.
void tell_note(Ui& ui, const std::string& note, ImVec2 from, std::string_view name)
{
    if (note.empty()) return;
    const ImVec2 to(from.x + width_left(), cursor().y);
    if (ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) && ImGui::IsMouseHoveringRect(from, to)) tip(ui, note);
    const DrawnWidget* widget = ui.widgets.find(name);
    if (widget != nullptr && widget->focused) ui.set_status(note);
}

void draw_ready(Ui& ui, const Strings& s, const ActionItem& item, int n, ActionsScratch& scratch, Intents& out)
{
    const std::string name = "play.action." + item.slug;
    const std::string hint = n < kNumbered ? std::to_string(n + 1) : std::string{};
    const ImVec2 from = cursor();
    const bool pressed = action_row(ui, name,
                                    {.title = item.title,
                                     .caption = item.caption,
                                     .label = item.needs_target ? s("play.action.choose") : s("play.action.start"),
                                     .hint = hint,
                                     .key = n < kNumbered ? digit_key(n + 1) : Key::none});
    tell_note(ui, item.note, from, name);
    if (!pressed) return;
    if (item.needs_target)
        scratch.picking = item.slug;
    else
        out.push_back(Act{item.slug, {}});
}

void draw_blocked(Ui& ui, const Strings& s, const ActionItem& item)
{
    action_row(
        ui, "play.action." + item.slug,
        {.title = item.title, .caption = item.why_not, .label = s("play.action.start"), .why_not = item.why_not});
}

void subhead(Ui& ui, std::string_view words, std::size_t rows)
{
    if (rows == 0) return;
    gap(ui, kGap8);
    text(ui, std::string(words) + " " + std::to_string(rows), kCaption.strong());
    gap(ui, kGap4);
}

void draw_list(Ui& ui, const Strings& s, const ActionsView& view, ActionsScratch& scratch, Intents& out)
{
    begin_scroll(ui, "actions");
    subhead(ui, s("play.actions.running"), view.running.size());
    for (const RunningItem& item : view.running) {
        separator(ui);
        if (action_row(ui, "play.stop." + item.slug + (item.target.empty() ? "" : "." + item.target),
                       {.title = item.title, .caption = item.caption, .label = s("play.action.stop")}))
            out.push_back(StopAct{item.slug, item.target});
    }
    int n = 0;
    if (!view.running.empty()) subhead(ui, s("play.actions.ready"), view.ready.size());
    for (const ActionItem& item : view.ready) {
        separator(ui);
        draw_ready(ui, s, item, n++, scratch, out);
    }
    subhead(ui, s("play.actions.blocked"), view.blocked.size());
    for (const ActionItem& item : view.blocked) {
        separator(ui);
        draw_blocked(ui, s, item);
    }
    if (view.running.empty() && view.ready.empty() && view.blocked.empty()) empty_state(ui, s("play.actions.empty"));
    end_scroll(ui);
}

constexpr float kPickerRows = 6; // of the list and its head, below which they scroll together

bool draw_target(Ui& ui, const TargetItem& item)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left(), shape = item.is_host ? t.px(kGap16) : 0;
    const float left = item.is_host ? shape + t.px(kGap16) : t.px(kGap8);
    const float room = width - left - t.px(kGap8);
    const float name = measure(ui, item.name, kBody, room).y;
    const float caption = item.caption.empty() ? 0 : measure(ui, item.caption, kCaption, room).y;
    const Rect row{at.x, at.y, width, std::max(t.px(kOptionTarget), name + caption + t.px(kGap8))};
    const bool pressed = list_row(ui, "play.target." + item.slug, row).pressed;
    if (item.is_host) draw_host(ui, item.mark, {at.x + t.px(kGap4) + shape / 2, row.center().y}, shape);
    const float top = at.y + (row.h - name - caption) / 2;
    draw_text(ui, {at.x + left, top}, item.name, kBody, room);
    if (caption > 0) draw_text(ui, {at.x + left, top + name}, item.caption, kCaption, room);
    ImGui::Dummy({row.w, row.h});
    return pressed;
}

void draw_picker_head(Ui& ui, const Strings& s, const ActionsView& view)
{
    text(ui, view.picking_title, kBold);
    if (!view.picking_caption.empty()) text(ui, view.picking_caption, kCaption);
    text(ui, view.takes == TargetKind::contact ? s("play.target.from_list") : s("play.target.from_map"),
         kCaption.in(Color::ink3));
    gap(ui, kGap8);
}

void draw_picker(Ui& ui, const Strings& s, const ActionsView& view, ActionsScratch& scratch, Intents& out)
{
    const ButtonLook cancel{.hint = s("key.escape"), .key = Key::escape};
    const float foot = button_size(ui, s("play.target.cancel"), cancel).y + ui.theme.px(kGap12);
    // In large print on a small screen the head would leave no room for the list: there it scrolls with it.
    const float row = ui.theme.px(kOptionTarget);
    const bool tight = height_left() - foot < kPickerRows * row;
    if (!tight) draw_picker_head(ui, s, view);
    begin_scroll(ui, "targets", 0, std::max(height_left() - foot, row));
    if (tight) draw_picker_head(ui, s, view);
    for (const TargetItem& item : view.targets) {
        separator(ui);
        if (!draw_target(ui, item)) continue;
        out.push_back(Act{view.picking, item.slug});
        scratch.picking.clear();
    }
    if (view.targets.empty()) empty_state(ui, s("play.action.no_target"));
    end_scroll(ui);
    gap(ui, kGap8);
    if (button(ui, "play.target.cancel", s("play.target.cancel"), cancel)) scratch.picking.clear();
}

} // namespace

void draw_action_rows(Ui& ui, const Strings& s, const ActionsView& view, ActionsScratch& scratch, Intents& out)
{
    if (!view.picking.empty() && view.picking == scratch.picking)
        draw_picker(ui, s, view, scratch, out);
    else
        draw_list(ui, s, view, scratch, out);
}

void draw_actions(Ui& ui, const Strings& s, const ActionsView& view, ActionsScratch& scratch, const Rect& at,
                  Intents& out)
{
    begin_card(ui, "actions", at, {.title = s("play.actions"), .aside = view.free_people});
    draw_action_rows(ui, s, view, scratch, out);
    end_card(ui);
}

} // namespace sonae::ui
