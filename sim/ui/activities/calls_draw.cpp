#include "ui/activities/calls.hpp"

#include <algorithm>
#include <cmath>

namespace sonae::ui {
namespace {

constexpr float kList = 300, kMade = 380;          // design pixels
constexpr float kWithList = 820, kWithBoth = 1180; // least widths for the list, and for the calls beside the plan
constexpr int kNumbered = 9;

struct CallsDrawing {
    Ui& ui;
    const Strings& s;
    const CallsView& view;
    CallsScratch& scratch;
    Intents& out;
    const SituationView& now() const { return view.situations[scratch.situation]; }
};

void draw_mark(Ui& ui, const SituationView& situation, ImVec2 center)
{
    const float size = ui.theme.px(kGap16);
    if (situation.reached) draw_icon(ui, Icon::check, center, size, Color::ok);
    if (!situation.reached && situation.over) draw_icon(ui, Icon::cross, center, size, Color::serious);
}

// --- which situation

void draw_list(CallsDrawing& d, const Rect& at)
{
    const Theme& t = d.ui.theme;
    begin_card(d.ui, "situations", at, {.title = d.s("calls.situations"), .scrolls = true});
    for (std::size_t n = 0; n < d.view.situations.size(); ++n) {
        const SituationView& situation = d.view.situations[n];
        const float left = t.px(kGap12), mark = t.px(kGap24), room = width_left() - left - mark;
        const float name = measure(d.ui, situation.moment, kBold, room).y;
        const float line = t.line_height(Type::caption);
        const Rect row = take_place(std::ceil(name + line + t.px(kGap16)));
        const bool current = n == d.scratch.situation;
        if (list_row(d.ui, "calls.situation." + situation.id, row, current).pressed) d.scratch.situation = n;
        draw_text(d.ui, {row.x + left, row.y + t.px(kGap8)}, situation.moment, kBold, room);
        draw_text(d.ui, {row.x + left, row.y + t.px(kGap8) + name},
                  situation.made.empty() ? d.s("calls.not_yet") : situation.left, kCaption.lines(1), room);
        draw_mark(d.ui, situation, {row.right() - mark / 2, row.center().y});
    }
    end_card(d.ui);
}

// Where there is no room for a list: their numbers.
Rect draw_numbers(CallsDrawing& d, const Rect& at)
{
    HeadLine head(at);
    std::vector<std::string> numbers;
    for (std::size_t n = 0; n < d.view.situations.size(); ++n) numbers.push_back(std::to_string(n + 1));
    std::vector<Segment> segments;
    for (std::size_t n = 0; n < numbers.size(); ++n) segments.push_back({d.view.situations[n].id, numbers[n]});
    if (const auto pressed = head_choice(d.ui, head, "calls.situation", d.s("calls.situations"), segments,
                                         static_cast<int>(d.scratch.situation)))
        d.scratch.situation = static_cast<std::size_t>(*pressed);
    return below(d.ui, head);
}

// --- the situation and the plan

void draw_situation(CallsDrawing& d)
{
    const Theme& t = d.ui.theme;
    const SituationView& now = d.now();
    const int permille = (d.view.minutes - now.used) * 1000 / std::max(1, d.view.minutes);
    const Countdown clock{.left_permille = std::clamp(permille, 0, 1000), .words = now.left, .caption = {}};
    const ImVec2 at = cursor();
    const float width = width_left();
    const float ring = t.px(32) + t.px(kGap8) + std::ceil(measure(d.ui, now.left, kBold.figures()).x) + t.px(kGap8);
    const float room = width - ring - t.px(kGap12);
    const float title = measure(d.ui, now.moment, kTitle, room).y;
    draw_text(d.ui, at, now.moment, kTitle, room);
    draw_countdown(d.ui, {at.x + width - ring, at.y + t.px(kGap4)}, clock, 32);
    take_place(std::max(title, t.px(40)));
    gap(d.ui, kGap4);
    text(d.ui, now.text, kBody);
    gap(d.ui, kGap4);
    text(d.ui, now.minutes, kCaption);
}

void draw_row(CallsDrawing& d, const CallRowView& row, int& number)
{
    separator(d.ui);
    gap(d.ui, kGap8);
    text(d.ui, row.name, kBold);
    if (!row.plan.empty()) text(d.ui, row.plan, kCaption);
    gap(d.ui, kGap4);
    const ImVec2 at = cursor();
    HeadLine line({at.x, at.y, width_left(), 0});
    for (const CallTargetView& target : row.targets) {
        const bool numbered = ++number <= kNumbered;
        const std::string hint = numbered ? std::to_string(number) : std::string{};
        if (head_button(d.ui, line, "calls.call." + row.row + "." + target.column, target.label,
                        {.hint = hint,
                         .key = numbered ? digit_key(number) : Key::none,
                         .why_not = d.now().why_not,
                         .icon = Icon::phone}))
            post(d.out, workshop::MakeCall{d.view.table, d.view.activity, d.now().id, row.row, target.column});
    }
    move_to(at);
    take_place(line.bottom - at.y + d.ui.theme.px(kGap12));
}

void draw_plan(CallsDrawing& d)
{
    draw_situation(d);
    gap(d.ui, kGap16);
    text(d.ui, d.s("calls.whom"), kHeading);
    gap(d.ui, kGap4);
    int number = 0;
    for (const CallRowView& row : d.view.rows) draw_row(d, row, number);
    if (d.view.rows.empty()) empty_state(d.ui, d.s("calls.rows.empty"), d.s("calls.rows.empty.todo"));
}

// --- what came of it

void draw_made(CallsDrawing& d, const CallMadeView& call, std::size_t number)
{
    const Theme& t = d.ui.theme;
    const ImVec2 at = cursor();
    const float left = t.px(28), room = width_left() - left;
    const std::string who = std::to_string(number) + "　" + call.who;
    const float head = measure(d.ui, who, kBody, room).y;
    const float words = measure(d.ui, call.outcome, kCaption.strong(), room).y;
    draw_icon(d.ui, call.answered ? Icon::check : Icon::cross,
              {at.x + t.px(kGap8), at.y + t.line_height(Type::body) / 2}, t.px(kGap16),
              call.answered ? Color::ok : Color::serious);
    draw_text(d.ui, {at.x + left, at.y}, who, kBody, room);
    draw_text(d.ui, {at.x + left, at.y + head}, call.outcome,
              kCaption.strong().in(call.answered ? Color::ok : Color::serious), room);
    take_place(head + words + t.px(kGap8));
}

void draw_back(CallsDrawing& d)
{
    const bool none = d.view.last.empty(), here = d.view.last == d.now().id;
    std::string why = d.view.back_why_not;
    if (why.empty() && none) why = d.s("calls.back.none");
    if (why.empty() && !here) {
        const auto last = std::find_if(d.view.situations.begin(), d.view.situations.end(),
                                       [&](const SituationView& each) { return each.id == d.view.last; });
        why = d.s.format("calls.back.elsewhere", {{"moment", last->moment}});
    }
    const ButtonLook look{.role = Role::ghost, .hint = d.s("key.backspace"), .key = Key::backspace, .why_not = why};
    if (button(d.ui, "calls.back", d.s("calls.back"), look))
        post(d.out, workshop::TakeBackCall{d.view.table, d.view.activity});
}

void draw_result(CallsDrawing& d)
{
    const SituationView& now = d.now();
    if (!now.result.empty()) {
        const Theme& t = d.ui.theme;
        const float pad = t.px(kGap12), icon = t.px(kGap24);
        const float room = width_left() - 2 * pad - icon;
        const float height = measure(d.ui, now.result, kBold, room).y;
        const Rect box = take_place(height + 2 * pad);
        const Tone tone = now.reached ? Tone::ok : Tone::serious;
        draw_box(d.ui, box, soft_of(tone));
        draw_icon(d.ui, now.reached ? Icon::check : Icon::warning,
                  {box.x + pad + t.px(kGap8), box.y + pad + t.line_height(Type::body) / 2}, t.px(kGap16), ink_of(tone));
        draw_text(d.ui, {box.x + pad + icon, box.y + pad}, now.result, kBold.in(ink_of(tone)), room);
        gap(d.ui, kGap12);
    }
    for (std::size_t n = 0; n < now.made.size(); ++n) draw_made(d, now.made[n], n + 1);
    if (now.made.empty()) empty_state(d.ui, d.s("calls.made.empty"), d.s("calls.made.empty.todo"));
    gap(d.ui, kGap8);
    draw_back(d);
}

} // namespace

void draw_calls(Ui& ui, const Strings& s, const CallsView& view, CallsScratch& scratch, Rect at, Intents& out)
{
    if (view.situations.empty()) {
        begin_card(ui, "calls", at);
        empty_state(ui, s("calls.empty"), s("calls.empty.todo"));
        return end_card(ui);
    }
    if (scratch.activity != view.activity) scratch = {.activity = view.activity};
    scratch.situation = std::min(scratch.situation, view.situations.size() - 1);
    CallsDrawing d{ui, s, view, scratch, out};
    const float air = ui.theme.px(kGap12);
    if (at.w < ui.theme.px(kWithList))
        at = draw_numbers(d, at);
    else
        draw_list(d, at.cut_left(ui.theme.px(kList), air));
    const bool beside = at.w >= ui.theme.px(kWithBoth - kList);
    const Rect side = beside ? at.cut_right(ui.theme.px(kMade), air) : Rect{};
    begin_card(ui, "plan", at, {.scrolls = true});
    draw_plan(d);
    if (!beside) {
        gap(ui, kGap24);
        text(ui, s("calls.made"), kHeading);
        gap(ui, kGap8);
        draw_result(d);
    }
    end_card(ui);
    if (!beside) return;
    begin_card(ui, "made", side, {.title = s("calls.made"), .scrolls = true});
    draw_result(d);
    end_card(ui);
}

} // namespace sonae::ui
