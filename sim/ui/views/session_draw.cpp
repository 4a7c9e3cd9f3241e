#include "ui/views/session.hpp"

#include "ui/sheet/sheet_hand.hpp"

#include <cmath>
#include <utility>

namespace sonae::ui {
namespace {

using namespace workshop;

// Design pixels. Below `kRoomForBoth` a block's words and its work take turns.
constexpr float kBar = 60, kAgenda = 290, kAside = 340, kSessionWide = 1750, kRoomForBoth = 480;

struct SessionDrawing {
    Ui& ui;
    const SessionSource& from;
    const Strings& s;
    const SessionView& view;
    SessionScratch& scratch;
    Intents& out;

    void enter(const std::string& block)
    {
        scratch.part.clear();
        scratch.csv = {};
        out.push_back(InSession{EnterBlock{from.table.number, block}, {}});
    }
};

std::string grid_name(const GridView& grid) { return grid.activity + "." + grid.grid; }

// A table holds the table's own values.
std::string_view why_not_read(const SessionDrawing& d)
{
    if (!d.view.why_not.empty()) return d.view.why_not;
    return d.view.rated && d.scratch.seat > 0 ? std::string_view(d.s("csv.table_only")) : std::string_view{};
}

void draw_bar(SessionDrawing& d, Rect bar)
{
    const Theme& t = d.ui.theme;
    draw_box(d.ui, bar, Color::panel, Color::none, 0);
    draw_line(d.ui, {bar.x, bar.bottom()}, {bar.right(), bar.bottom()}, Color::line);
    bar = {bar.x + t.px(kGap16), bar.y, bar.w - 2 * t.px(kGap16), bar.h};
    const auto button_in_bar = [&](std::string_view name, std::string_view label, const ButtonLook& look) {
        const ImVec2 size = button_size(d.ui, label, look);
        Rect at = bar.cut_right(size.x, t.px(kGap8));
        at.y = std::round(at.y + (at.h - size.y) / 2), at.h = size.y;
        return button_at(d.ui, name, at, label, look);
    };
    if (button_in_bar("session.home", d.s("play.home"), {.role = Role::ghost})) d.out.push_back(OpenHome{});
    if (button_in_bar("session.save", d.s("session.save"), {})) d.out.push_back(SaveResult{});
    if (d.view.grid && button_in_bar("session.csv", d.s("session.csv"), {}))
        d.out.push_back(SaveSheet{grid_name(*d.view.grid)});
    if (d.view.grid && button_in_bar("session.csv.read", d.s("csv.title"), {.why_not = why_not_read(d)})) {
        d.scratch.csv = {.grid = grid_name(*d.view.grid)};
        d.scratch.words_read_of = d.view.block.id;
        d.out.push_back(ListSheets{d.scratch.csv.grid});
    }
    bar.cut_right(t.px(kGap16));
    const Rect title = draw_text_in(d.ui, bar, d.view.session, kHeading.lines(1));
    bar.cut_left(title.w, t.px(kGap16));
    if (bar.w > t.px(80)) draw_text_in(d.ui, bar, d.view.place, kBody.in(Color::ink2).lines(1));
}

void draw_agenda(SessionDrawing& d, const Rect& at)
{
    const Theme& t = d.ui.theme;
    begin_card(d.ui, "session.agenda", at, {.title = d.s("session.agenda"), .aside = d.view.sum, .scrolls = true});
    for (const AgendaRow& row : d.view.agenda) {
        const ImVec2 place = cursor();
        const float width = width_left(), pad = t.px(kGap12);
        const float minutes = std::ceil(measure(d.ui, row.minutes, kCaption).x) + 1;
        const float room = width - minutes - 3 * pad;
        const TextStyle style = row.here ? kBold : kBody.by_phrase();
        const float height = std::max(t.px(kOptionTarget), measure(d.ui, row.title, style, room).y + t.px(kGap16));
        const Rect box{place.x, place.y, width, std::ceil(height)};
        if (list_row(d.ui, "session.block." + row.id, box, row.here, d.view.why_not).pressed && !row.here)
            d.enter(row.id);
        const float words = measure(d.ui, row.title, style, room).y;
        draw_text(d.ui, {box.x + pad, box.y + (box.h - words) / 2}, row.title, style, room);
        draw_text_in(d.ui, {box.right() - pad - minutes, box.y, minutes, box.h}, row.minutes, kCaption.right());
        move_to({box.x, box.bottom()});
    }
    end_card(d.ui);
}

void draw_list(SessionDrawing& d, std::string_view title, const std::vector<std::string>& words)
{
    if (words.empty()) return;
    gap(d.ui, kGap12);
    text(d.ui, title, kBold);
    for (const std::string& line : words) {
        gap(d.ui, kGap4);
        text_item(d.ui, line);
    }
}

void draw_brought(SessionDrawing& d)
{
    if (d.view.brought.empty()) return;
    gap(d.ui, kGap12);
    text(d.ui, d.s("session.brought"), kBold);
    for (const BroughtRow& row : d.view.brought)
        text_pair(d.ui, d.s.format("session.brought.row", {{"name", row.name}, {"value", row.value}}), row.mark, kBody,
                  kCaption.in(row.own ? Color::ink2 : Color::warn));
}

// The model answer stays shut until the table asks for it: its own comes first.
void draw_model(SessionDrawing& d)
{
    const BlockView& block = d.view.block;
    if (block.model.empty()) return;
    gap(d.ui, kGap16);
    if (d.scratch.model_of != block.id) {
        text(d.ui, d.s("session.model.first"), kCaption);
        gap(d.ui, kGap4);
        if (button(d.ui, "session.model", d.s("session.model.open"))) d.scratch.model_of = block.id;
        return;
    }
    text(d.ui, d.s("session.model"), kBold);
    text(d.ui, block.model, kBody);
    gap(d.ui, kGap4);
    text(d.ui, block.model_reason, kBody.in(Color::ink2));
    gap(d.ui, kGap8);
    if (button(d.ui, "session.model.close", d.s("session.model.shut"), {.role = Role::ghost}))
        d.scratch.model_of.clear();
}

void draw_findings(SessionDrawing& d)
{
    if (d.view.parts.empty()) return;
    if (d.view.findings.empty()) return void(text(d.ui, d.s("session.findings.none"), kBody.in(Color::ok)));
    for (const std::string& finding : d.view.findings) {
        text_item(d.ui, finding);
        gap(d.ui, kGap4);
    }
    if (!d.view.more_findings.empty()) text(d.ui, d.view.more_findings, kCaption);
}

// What the block tells and asks. Beside it, where there is room, what is missing.
void draw_words(SessionDrawing& d, const Rect& at, bool with_aside)
{
    begin_card(d.ui, "session.words", at, {.scrolls = true});
    const BlockView& block = d.view.block;
    if (!block.beat.empty()) text(d.ui, block.beat, kCaption);
    text(d.ui, block.title, kHeading);
    if (!block.task.empty()) gap(d.ui, kGap4), text(d.ui, block.task, kBold);
    for (const std::string& words : block.words) gap(d.ui, kGap8), text(d.ui, words, kBody);
    draw_brought(d);
    draw_list(d, d.s("session.facts"), block.facts);
    if (with_aside) {
        if (!d.view.parts.empty()) {
            gap(d.ui, kGap12);
            text(d.ui, d.s("session.findings"), kBold);
            draw_findings(d);
        }
        draw_list(d, d.s("session.discuss"), block.discuss);
        draw_list(d, d.s("session.expected"), block.expected);
        draw_model(d);
    }
    end_card(d.ui);
}

bool has_aside(const SessionView& view)
{
    const BlockView& block = view.block;
    return !view.parts.empty() || !block.discuss.empty() || !block.expected.empty() || !block.model.empty();
}

void draw_aside(SessionDrawing& d, Rect at)
{
    const float gap12 = d.ui.theme.px(kGap12);
    if (!d.view.parts.empty()) {
        const Rect upper = at.cut_top(std::round(at.h * 0.5f), gap12);
        begin_card(d.ui, "session.findings", upper, {.title = d.s("session.findings"), .scrolls = true});
        draw_findings(d);
        end_card(d.ui);
    }
    begin_card(d.ui, "session.discuss", at, {.scrolls = true});
    draw_list(d, d.s("session.discuss"), d.view.block.discuss);
    draw_list(d, d.s("session.expected"), d.view.block.expected);
    draw_model(d);
    end_card(d.ui);
}

// --- the activity

// Another seat was chosen in the part itself.
void sit_at(SessionDrawing& d, std::optional<int>& chosen)
{
    if (chosen) d.scratch.seat = *chosen;
    chosen.reset();
}

bool reads_words(const SessionDrawing& d) { return d.scratch.words_read_of != d.view.block.id; }

// The words where they take turns with the activity's parts, the parts, and who sits before a grid in which each gives
// values of his own. What is left below.
Rect draw_head(SessionDrawing& d, const Rect& at, bool takes_turns)
{
    const bool many = d.view.parts.size() > 1 || takes_turns, reads = takes_turns && reads_words(d);
    if (!many && !d.view.rated) return at;
    HeadLine head(at);
    if (takes_turns && head_button(d.ui, head, "session.words.show", d.s("session.words"), {.selected = reads}))
        d.scratch.words_read_of.clear();
    for (std::size_t i = 0; many && i < d.view.parts.size(); ++i) {
        const PartTab& part = d.view.parts[i];
        const bool here = !reads && part.name == d.view.part.name;
        if (head_button(d.ui, head, "session.part." + part.name, part.title, {.selected = here}))
            d.scratch.part = part.name, d.scratch.words_read_of = d.view.block.id, d.scratch.csv = {};
    }
    std::optional<int> seat;
    if (d.view.rated && !reads) head_seats(d.ui, d.s, head, "session", d.scratch.seat, seat);
    if (seat) d.scratch.csv = {};
    sit_at(d, seat);
    return below(d.ui, head);
}

void draw_grid(SessionDrawing& d, Rect at)
{
    const GridView& grid = *d.view.grid;
    if (!grid.origin.empty()) {
        const float height = measure(d.ui, grid.origin, kCaption, at.w).y;
        draw_text(d.ui, at.cut_top(height, d.ui.theme.px(kGap8)).min(), grid.origin, kCaption.in(Color::warn), at.w);
    }
    std::vector<SheetChange> changes;
    const std::string name = "session." + grid_name(grid);
    if (auto read = std::exchange(d.scratch.csv.change, std::nullopt))
        SheetHand(grid.sheet, d.scratch.sheets[name], changes).take(std::move(*read));
    draw_sheet(d.ui, d.s, name, grid.sheet, d.scratch.sheets[name], at, changes);
    for (const SheetChange& change : changes) d.out.push_back(command_of(for_grid(d.from, grid.rated), grid, change));
}

void draw_activity(SessionDrawing& d, const Rect& at)
{
    SessionScratch& scratch = d.scratch;
    if (d.view.grid && scratch.csv.grid == grid_name(*d.view.grid))
        return draw_csv_files(d.ui, d.s, scratch.csv, at, d.out);
    if (d.view.grid) draw_grid(d, at);
    if (d.view.questionnaire) {
        draw_questionnaire(d.ui, d.s, *d.view.questionnaire, scratch.questionnaire, at, d.out);
        sit_at(d, scratch.questionnaire.sits_at);
    }
    if (d.view.board) {
        draw_board(d.ui, d.s, *d.view.board, scratch.board, at, d.out);
        sit_at(d, scratch.board.sits_at);
    }
    if (d.view.prompts) {
        draw_prompts(d.ui, d.s, *d.view.prompts, scratch.prompts, at, d.out);
        sit_at(d, scratch.prompts.sits_at);
    }
    if (d.view.calls) draw_calls(d.ui, d.s, *d.view.calls, scratch.calls, at, d.out);
}

void draw_foot(SessionDrawing& d, Rect at)
{
    const BlockView& block = d.view.block;
    const auto place = [&](std::string_view label, const ButtonLook& look, bool right) {
        const float width = button_size(d.ui, label, look).x;
        return right ? at.cut_right(width, d.ui.theme.px(kGap8)) : at.cut_left(width, d.ui.theme.px(kGap8));
    };
    if (!d.view.first.empty()) {
        const ButtonLook look{
            .role = Role::primary, .hint = d.s("key.enter"), .key = Key::enter, .why_not = d.view.why_not};
        if (button_at(d.ui, "session.begin", place(d.s("session.begin"), look, true), d.s("session.begin"), look))
            d.enter(d.view.first);
        return;
    }
    const ButtonLook next{.role = Role::primary,
                          .why_not = !d.view.why_not.empty() ? std::string_view(d.view.why_not)
                                     : block.after.empty()   ? std::string_view(d.s("session.next.none"))
                                                             : std::string_view{}};
    if (button_at(d.ui, "session.next", place(d.s("session.next"), next, true), d.s("session.next"), next))
        d.enter(block.after);
    const ButtonLook back{.why_not = !d.view.why_not.empty() ? std::string_view(d.view.why_not)
                                     : block.before.empty()  ? std::string_view(d.s("session.back.none"))
                                                             : std::string_view{}};
    if (button_at(d.ui, "session.back", place(d.s("session.back"), back, false), d.s("session.back"), back))
        d.enter(block.before);
}

void draw_middle(SessionDrawing& d, Rect at, bool with_aside)
{
    const float gap12 = d.ui.theme.px(kGap12);
    draw_foot(d, at.cut_bottom(d.ui.theme.px(kTarget), gap12));
    if (d.view.parts.empty()) return draw_words(d, at, with_aside);
    const bool takes_turns = at.h < d.ui.theme.px(kRoomForBoth);
    const float share = with_aside ? 0.3f : 0.24f;
    if (!takes_turns) draw_words(d, at.cut_top(std::round(at.h * share), gap12), with_aside);
    at = draw_head(d, at, takes_turns);
    if (takes_turns && reads_words(d)) return draw_words(d, at, with_aside);
    draw_activity(d, at);
}

} // namespace

void draw_session(Ui& ui, const SessionSource& from, const SessionView& view, SessionScratch& scratch, Intents& out)
{
    SessionDrawing d{ui, from, from.s, view, scratch, out};
    const Theme& t = ui.theme;
    Rect screen = begin_screen(ui, "session");
    draw_bar(d, screen.cut_top(t.px(kBar)));
    const bool wide = screen.w >= t.px(kSessionWide);
    Rect body = screen.shrunk(t.px(kGap16));
    draw_agenda(d, body.cut_left(std::min(t.px(kAgenda), body.w * 0.24f), t.px(kGap16)));
    if (wide && has_aside(view)) draw_aside(d, body.cut_right(t.px(kAside), t.px(kGap16)));
    draw_middle(d, body, !wide);
    end_screen(ui);
}

} // namespace sonae::ui
