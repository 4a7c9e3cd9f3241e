#include "ui/views/home.hpp"

#include "base/people_text.hpp"
#include "ui/views/flow.hpp"

#include <array>
#include <cmath>

namespace sonae::ui {
namespace {

constexpr std::size_t kLongestPath = 44; // bytes; a longer one is shown by its folder and name
constexpr std::size_t kMostKept = 20;

std::string played_text(const HomeSource& from, SimTime at)
{
    const std::int64_t days = day_of(from.now) - day_of(at);
    if (days == 0) return from.s.format("home.today", {{"time", clock_text(at)}});
    if (days == 1) return from.s.format("home.yesterday", {{"time", clock_text(at)}});
    return date_text(at, from.s.language());
}

std::string shown_path(const HomeSource& from, const std::string& path)
{
    std::string shown = path;
    if (!from.home_folder.empty() && shown.starts_with(from.home_folder + "/"))
        shown.erase(0, from.home_folder.size() + 1);
    if (shown.size() <= kLongestPath) return shown;
    const std::size_t name = shown.rfind('/');
    const std::size_t folder = name == 0 || name == shown.npos ? shown.npos : shown.rfind('/', name - 1);
    return folder == shown.npos || folder == 0 ? shown : "…" + shown.substr(folder);
}

KeptRow make_row(const HomeSource& from, const KeptDrill& kept)
{
    const Language language = from.s.language();
    const std::string how_far = kept.in_session ? from.s("home.kept.session")
                                : kept.has_ended
                                    ? from.s("home.kept.ended")
                                    : from.s.format("home.kept.until", {{"time", moment_text(kept.moment, language)}});
    return {.path = kept.path,
            .title = kept.session.in(language),
            .caption = from.s.format(
                "home.kept.place",
                {{"company", kept.company.in(language)}, {"table", std::to_string(kept.table)}, {"far", how_far}}),
            .file = from.s.format("home.kept.file", {{"file", shown_path(from, kept.path)},
                                                     {"time", played_text(from, kept.last_played)}}),
            .why_not = kept.why_not.in(language)};
}

} // namespace

HomeView make_home_view(const HomeSource& from)
{
    HomeView view{.preferences = from.preferences};
    for (const KeptDrill& kept : from.kept) {
        if (view.kept.size() == kMostKept) break;
        view.kept.push_back(make_row(from, kept));
    }
    return view;
}

namespace {

constexpr float kHomeWide = 1180;                 // design pixels: from here on the settings stand beside
constexpr float kContent = 1280, kSettings = 380; // widths
constexpr float kStartWidth = 300, kStartHeight = 56;

void draw_welcome(Ui& ui, const Strings& s, Intents& out)
{
    text(ui, s("home.title"), kTitle);
    gap(ui, kGap8);
    text(ui, s("home.sentence"), kBody.in(Color::ink2).by_phrase());
    gap(ui, kGap24);
    const ImVec2 at = cursor();
    const ButtonLook look{.role = Role::primary, .hint = s("key.enter"), .key = Key::enter};
    const float wanted = std::max(ui.theme.px(kStartWidth), button_size(ui, s("home.start"), look).x);
    const Rect start{at.x, at.y, std::min(width_left(), wanted), std::round(ui.theme.px(kStartHeight))};
    if (button_at(ui, "home.start", start, s("home.start"), look)) out.push_back(OpenChoose{});
    move_to(at);
    ImGui::Dummy({start.w, start.h});
}

void draw_kept_row(Ui& ui, const KeptRow& row, int number, Intents& out)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left();
    const bool is_on = row.why_not.empty();
    const std::string key = number <= 9 ? std::to_string(number) : std::string{};
    const float side = t.px(kGap32) + t.px(kGap16);
    const float room = width - 2 * t.px(kGap16) - side;
    const std::string& below = is_on ? row.caption : row.why_not;
    const float title = measure(ui, row.title, kBold, room).y;
    const float caption = measure(ui, below, kCaption, room).y;
    const float file = t.line_height(Type::caption);
    const Rect box{at.x, at.y, width, std::ceil(title + caption + file + 2 * t.px(kGap12))};
    const Key digit = number <= 9 ? digit_key(number) : Key::none;
    const Pressed p = press_area(ui, "home.open." + std::to_string(number), box, row.why_not, digit);
    draw_box(ui, box, p.hovered ? Color::raised : Color::panel, p.hovered && is_on ? Color::rule : Color::line);
    const float x = box.x + t.px(kGap16);
    float y = box.y + t.px(kGap12);
    y += draw_text(ui, {x, y}, row.title, is_on ? kBold : kBold.in(Color::ink3), room).h;
    y += draw_text(ui, {x, y}, below, kCaption, room).h;
    draw_text(ui, {x, y}, row.file, kCaption.in(Color::ink3).lines(1), room);
    const Rect right{box.right() - side - t.px(kGap16), box.y, side, box.h};
    if (is_on) draw_icon(ui, Icon::right, {right.right() - t.px(kGap8), right.center().y}, t.px(14), Color::accent);
    if (is_on && !key.empty())
        draw_text_in(ui, {right.x, right.y, right.w - t.px(kGap24), right.h}, key, kCaption.in(Color::ink3).right());
    if (p.pressed) out.push_back(OpenFile{row.path});
    move_to(at);
    ImGui::Dummy({box.w, box.h});
}

void draw_kept(Ui& ui, const Strings& s, const HomeView& view, Intents& out)
{
    text(ui, s("home.kept"), kHeading);
    gap(ui, kGap8);
    if (view.kept.empty()) return empty_state(ui, s("home.kept.empty"), s("home.kept.empty.todo"));
    for (std::size_t i = 0; i < view.kept.size(); ++i) {
        if (i > 0) gap(ui, kGap8);
        draw_kept_row(ui, view.kept[i], static_cast<int>(i) + 1, out);
    }
}

// A choice whose segments go on in the next line where the width ends.
std::optional<int> setting(Ui& ui, std::string_view caption, std::string_view name, std::span<const Segment> segments,
                           int selected)
{
    text(ui, caption, kCaption);
    gap(ui, kGap4);
    const float step = ui.theme.px(kGap8);
    Flow flow(cursor(), width_left(), step, step);
    std::optional<int> pressed;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const ImVec2 size = button_size(ui, segments[i].label);
        const std::string full = std::string(name).append(".").append(segments[i].name);
        if (button_at(ui, full, flow.next(size.x, size.y), segments[i].label,
                      {.selected = static_cast<int>(i) == selected}))
            pressed = static_cast<int>(i);
    }
    ImGui::Dummy({1, flow.height()});
    gap(ui, kGap16);
    return pressed;
}

constexpr std::array kPercents = {100, 125, 150, 200};

int size_choice(int percent)
{
    int nearest = 0;
    for (std::size_t i = 0; i < kPercents.size(); ++i)
        if (percent >= kPercents[i]) nearest = static_cast<int>(i);
    return nearest;
}

void draw_settings(Ui& ui, const Strings& s, const Preferences& now, Intents& out)
{
    text(ui, s("home.settings"), kHeading);
    gap(ui, kGap12);
    const std::array<Segment, 2> languages = {{{"ja", s("home.language.ja")}, {"en", s("home.language.en")}}};
    if (const auto chosen =
            setting(ui, s("home.language"), "home.language", languages, now.language == Language::en ? 1 : 0))
        out.push_back(SetLanguage{*chosen == 1 ? Language::en : Language::ja});
    const std::array<Segment, 4> sizes = {{{"100", s("home.size.100")},
                                           {"125", s("home.size.125")},
                                           {"150", s("home.size.150")},
                                           {"200", s("home.size.200")}}};
    if (const auto chosen = setting(ui, s("home.size"), "home.size", sizes, size_choice(now.text_percent)))
        out.push_back(SetTextPercent{kPercents[static_cast<std::size_t>(*chosen)]});
    const std::array<Segment, 3> looks = {
        {{"light", s("home.look.light")}, {"dark", s("home.look.dark")}, {"contrast", s("home.look.contrast")}}};
    if (const auto chosen = setting(ui, s("home.look"), "home.look", looks, static_cast<int>(now.look)))
        out.push_back(SetLook{static_cast<Look>(*chosen)});
    text(ui, s("home.time"), kCaption);
    if (check_box(ui, "home.timed", s("home.timed"), now.timed)) out.push_back(SetTimed{!now.timed});
    text(ui, now.timed ? s("home.timed.on") : s("home.timed.off"), kCaption.in(Color::ink3).by_phrase());
}

void draw_beside(Ui& ui, const Strings& s, const HomeView& view, Rect at, Intents& out)
{
    const Rect side = at.cut_right(ui.theme.px(kSettings), 2 * ui.theme.px(kGap32));
    begin_card(ui, "home.main", at, {.scrolls = true, .fill = Color::none, .padding = 0});
    draw_welcome(ui, s, out);
    gap(ui, kGap32);
    draw_kept(ui, s, view, out);
    end_card(ui);
    const float rule = side.x - ui.theme.px(kGap32);
    draw_line(ui, {rule, side.y}, {rule, side.bottom()}, Color::line);
    begin_card(ui, "home.settings", side, {.scrolls = true, .fill = Color::none, .padding = 0});
    draw_settings(ui, s, view.preferences, out);
    end_card(ui);
}

void draw_below(Ui& ui, const Strings& s, const HomeView& view, const Rect& at, Intents& out)
{
    begin_card(ui, "home.main", at, {.scrolls = true, .fill = Color::none, .padding = 0});
    draw_welcome(ui, s, out);
    gap(ui, kGap32);
    draw_kept(ui, s, view, out);
    gap(ui, kGap24);
    separator(ui);
    gap(ui, kGap24);
    draw_settings(ui, s, view.preferences, out);
    end_card(ui);
}

} // namespace

void draw_home(Ui& ui, const Strings& s, const HomeView& view, Intents& out)
{
    const Rect screen = begin_screen(ui, "home");
    const Theme& t = ui.theme;
    const float width = std::min(screen.w - 2 * t.px(kGap32), t.px(kContent));
    const float top = std::round(std::min(t.px(96), screen.h * 0.08f));
    const Rect body{std::round((screen.w - width) / 2), top, width, screen.h - top - t.px(kGap32)};
    if (screen.w >= t.px(kHomeWide))
        draw_beside(ui, s, view, body, out);
    else
        draw_below(ui, s, view, body, out);
    end_screen(ui);
}

} // namespace sonae::ui
