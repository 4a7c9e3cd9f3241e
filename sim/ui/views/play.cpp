#include "ui/views/play.hpp"

#include <array>
#include <cmath>

namespace sonae::ui {

PlayView make_play_view(const PlaySource& from, const std::string& picking)
{
    const Known known(from.drill());
    PlayView view{.top = make_top_view(from),
                  .inbox = make_inbox_view(from, known),
                  .map = make_map_view(from, known),
                  .decision = make_decision_view(from),
                  .actions = make_actions_view(from, known, picking),
                  .indicators = make_indicators_view(from, known),
                  .record = make_record_view(from, known),
                  .has_ended = engine::has_ended(from.state())};
    if (view.inbox.letters.empty() && view.record.rows.empty() && view.decision.slug.empty())
        view.briefing = from.scenario().briefing.in(from.language());
    return view;
}

namespace {

constexpr float kTopBar = 60, kRecordLine = 40;       // design pixels
constexpr float kReading = 760;                       // no line of prose is longer
constexpr float kWideWidth = 1700, kWideHeight = 980; // from here on the map unfolds and the actions stand open
constexpr float kMiddleWidth = 1320;                  // below it two columns

struct Parts {
    Ui& ui;
    const Strings& s;
    const PlayView& view;
    const PlayMoment& now;
    PlayScratch& scratch;
    Intents& out;

    float px(float design) const { return ui.theme.px(design); }

    MapChoice choice() const
    {
        if (scratch.actions.picking.empty() || view.actions.picking != scratch.actions.picking) return {};
        return {view.actions.takes, &view.actions.target_slugs};
    }
    void chose(const std::optional<std::string>& target)
    {
        if (!target) return;
        out.push_back(Act{view.actions.picking, *target});
        scratch.actions.picking.clear();
    }
    void map(const Rect& at, Fold fold)
    {
        chose(fold == Fold::none ? draw_map(ui, s, view.map, choice(), at)
                                 : draw_folded_map(ui, s, view.map, choice(), fold, at));
    }
    void decision(const Rect& at)
    {
        if (!view.decision.slug.empty())
            draw_decision(ui, s, view.decision, now.room, scratch.decision, at, out);
        else
            nothing_to_decide(at);
    }
    void nothing_to_decide(const Rect& at);
    float quiet_height(float width);
    void center(Rect at, bool may_unfold);
};

// What is said while no decision waits.
struct Quiet {
    std::string title, words;
};
Quiet quiet_words(const Strings& s, const PlayView& view, bool running)
{
    if (view.has_ended) return {s("play.over.title"), s("play.over.words")};
    if (!view.briefing.empty()) return {s("play.briefing.title"), view.briefing};
    if (running) return {s("play.quiet.title"), s("play.quiet.running")};
    return {s("play.quiet.title"), s("play.quiet.paused")};
}

std::vector<std::string> paragraphs_of(const std::string& words)
{
    std::vector<std::string> paragraphs;
    for (std::size_t from = 0; from <= words.size();) {
        const std::size_t end = std::min(words.find('\n', from), words.size());
        paragraphs.push_back(words.substr(from, end - from));
        from = end + 1;
    }
    return paragraphs;
}

float Parts::quiet_height(float width)
{
    const Quiet quiet = quiet_words(s, view, now.time.running);
    const float inner = std::min(width - 2 * px(kGap16), px(kReading));
    float height = measure(ui, quiet.title, kHeading, inner).y + 2 * px(kGap16);
    for (const std::string& paragraph : paragraphs_of(quiet.words))
        height += px(kGap8) + measure(ui, paragraph, kBody, inner).y;
    return std::ceil(height) + 1;
}

void Parts::nothing_to_decide(const Rect& at)
{
    const Quiet quiet = quiet_words(s, view, now.time.running);
    begin_card(ui, "quiet", at, {.scrolls = true});
    const float inner = std::min(width_left(), px(kReading));
    text(ui, quiet.title, kHeading, inner);
    for (const std::string& paragraph : paragraphs_of(quiet.words)) {
        gap(ui, kGap8);
        text(ui, paragraph, kBody.in(Color::ink2), inner);
    }
    end_card(ui);
}

// The map above, the decision below; the decision takes what it needs, and the map folds when too little is left.
void Parts::center(Rect at, bool may_unfold)
{
    const float gap12 = px(kGap12);
    const bool decides = !view.decision.slug.empty();
    const float wanted = decides ? decision_height(ui, s, view.decision, scratch.decision, at.w) : quiet_height(at.w);
    const float left = at.h - gap12 - wanted;
    // Beside a decision it must stand whole; with nothing to decide the map matters most, and may scroll a little.
    const float least = map_height(ui, s, view.map, at.w) * (decides ? 1.f : 0.85f);
    if (may_unfold && left >= least) {
        // Without a decision the map may grow, but not into emptiness.
        map(at.cut_top(std::min(left, px(decides ? 540.f : 620.f)), gap12), Fold::none);
        return decision(at);
    }
    const float strip = folded_map_height(ui, s, view.map, Fold::strip, at.w);
    const float brief = folded_map_height(ui, s, view.map, Fold::brief, at.w);
    const bool fits = strip <= std::max(left, at.h * 0.2f);
    map(at.cut_top(fits ? strip : brief, gap12), fits ? Fold::strip : Fold::brief);
    decision(at);
}

void draw_wide(Parts& p, Rect at)
{
    const float gap12 = p.px(kGap12);
    const float left = std::round(at.w * 0.235f), right = std::round(at.w * 0.26f);
    draw_inbox(p.ui, p.s, p.view.inbox, p.scratch.inbox, at.cut_left(left, gap12));
    Rect side = at.cut_right(right, gap12);
    p.center(at, true);
    const float figures = std::round(std::min(p.scratch.figures_height, side.h * 0.62f));
    p.scratch.figures_height = draw_indicators(p.ui, p.s, p.view.indicators, side.cut_top(figures, gap12));
    draw_actions(p.ui, p.s, p.view.actions, p.scratch.actions, side, p.out);
}

bool picks(const Parts& p) { return !p.scratch.actions.picking.empty(); }

void draw_drawer_handle(Parts& p, const Rect& at)
{
    const auto count = std::to_string(p.view.actions.ready.size());
    const bool open = p.scratch.drawer || picks(p);
    const std::string label = open ? p.s("play.drawer.close") : p.s.format("play.drawer.open", {{"count", count}});
    const ButtonLook look{.hint = p.s("key.f"), .key = Key::f, .width = at.w, .icon = open ? Icon::down : Icon::up};
    if (!button_at(p.ui, "play.drawer", at, label, look)) return;
    p.scratch.drawer = !open;
    p.scratch.actions.picking.clear();
}

void draw_middle(Parts& p, Rect at)
{
    const float gap12 = p.px(kGap12);
    const float left = std::round(at.w * 0.25f), right = std::round(at.w * 0.255f);
    draw_inbox(p.ui, p.s, p.view.inbox, p.scratch.inbox, at.cut_left(left, gap12));
    Rect side = at.cut_right(right, gap12);
    p.center(at, p.view.decision.slug.empty());
    draw_drawer_handle(p, side.cut_bottom(button_size(p.ui, "").y, gap12));
    if (p.scratch.drawer || picks(p))
        draw_actions(p.ui, p.s, p.view.actions, p.scratch.actions, side, p.out);
    else
        draw_indicators(p.ui, p.s, p.view.indicators, side);
}

void draw_side_tabs(Parts& p)
{
    const int unread = unread_count(p.view.inbox, p.scratch.inbox);
    const std::string inbox = unread > 0 ? p.s("play.inbox") + " " + std::to_string(unread) : p.s("play.inbox");
    const std::array<Segment, 3> tabs = {
        {{"inbox", inbox}, {"figures", p.s("play.figures")}, {"actions", p.s("play.actions")}}};
    const Side shown = picks(p) ? Side::actions : p.scratch.side;
    if (const auto tab = choice(p.ui, "play.side", tabs, static_cast<int>(shown))) {
        p.scratch.side = static_cast<Side>(*tab);
        p.scratch.actions.picking.clear();
    }
    gap(p.ui, kGap12);
}

void draw_narrow(Parts& p, Rect at)
{
    const float gap12 = p.px(kGap12);
    const Rect side = at.cut_left(std::round(at.w * 0.37f), gap12);
    begin_card(p.ui, "side", side, {.padding = kGap12});
    draw_side_tabs(p);
    const Side shown = picks(p) ? Side::actions : p.scratch.side;
    if (shown == Side::inbox) draw_inbox_rows(p.ui, p.s, p.view.inbox, p.scratch.inbox);
    if (shown == Side::actions) draw_action_rows(p.ui, p.s, p.view.actions, p.scratch.actions, p.out);
    if (shown == Side::figures) {
        begin_scroll(p.ui, "figures");
        draw_indicator_rows(p.ui, p.s, p.view.indicators);
        end_scroll(p.ui);
    }
    end_card(p.ui);
    p.center(at, false);
}

void close_by_escape(Ui& ui, PlayScratch& scratch)
{
    if (!ui.key_pressed(Key::escape)) return;
    if (!scratch.actions.picking.empty())
        scratch.actions.picking.clear();
    else if (scratch.record.open)
        scratch.record.open = false;
    else if (scratch.drawer)
        scratch.drawer = false;
    else
        scratch.inbox.open.clear();
}

} // namespace

void draw_play(Ui& ui, const Strings& s, const PlayView& view, const PlayMoment& now, PlayScratch& scratch,
               Intents& out)
{
    Rect screen = begin_screen(ui, "play");
    Parts p{ui, s, view, now, scratch, out};
    close_by_escape(ui, scratch);
    const bool arrows_are_free = !scratch.record.open && scratch.actions.picking.empty();
    draw_top_bar(ui, s, view.top, now.time, arrows_are_free, screen.cut_top(p.px(kTopBar)), out);
    const Rect line = screen.cut_bottom(p.px(kRecordLine));
    const float margin = p.px(kGap16);
    const Rect body{screen.x + margin, screen.y + p.px(kGap12), screen.w - 2 * margin, screen.h - 2 * p.px(kGap12)};
    const float width = screen.w / ui.theme.scale, height = ImGui::GetIO().DisplaySize.y / ui.theme.scale;
    if (scratch.record.open)
        draw_record(ui, s, view.record, scratch.record, body);
    else if (width >= kWideWidth && height >= kWideHeight)
        draw_wide(p, body);
    else if (width >= kMiddleWidth)
        draw_middle(p, body);
    else
        draw_narrow(p, body);
    draw_record_line(ui, s, view.record, scratch.record, line);
    end_screen(ui);
    ask_before_going_back(ui, s, scratch.record, out);
}

} // namespace sonae::ui
