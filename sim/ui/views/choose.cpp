#include "ui/views/choose.hpp"

#include "ui/tiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sonae::ui {
namespace {

// What the company meets in this pack; null when the two don't go together.
const DrillRow* drill_of(const PackRow* pack, const std::string& company)
{
    if (pack == nullptr || !pack->why_not.empty()) return nullptr;
    const auto at = std::find_if(pack->drills.begin(), pack->drills.end(),
                                 [&](const DrillRow& drill) { return drill.company == company; });
    return at == pack->drills.end() ? nullptr : &*at;
}

} // namespace

ChooseView make_choose_view(const ChooseSource& from)
{
    ChooseView view;
    const Language language = from.s.language();
    for (const OfferedPack& pack : from.offers.packs) {
        view.packs.push_back({pack.id,
                              pack.name.in(language),
                              pack.summary.in(language),
                              from.s.format("choose.minutes", {{"minutes", std::to_string(pack.minutes)}}),
                              pack.why_not.in(language),
                              {}});
        for (const pack::OfferedDrill& drill : pack.drills)
            view.packs.back().drills.push_back(
                {drill.company, from.s.format("choose.drill", {{"drill", drill.name.in(language)}})});
        for (const std::string& company : pack.sessions)
            if (!drill_of(&view.packs.back(), company))
                view.packs.back().drills.push_back({company, from.s("choose.session"), true});
    }
    for (const KeptDrill& kept : from.kept)
        if (kept.why_not.ja.empty())
            view.records.push_back({kept.path, kept.session.in(language),
                                    from.s.format("play.place", {{"company", kept.company.in(language)},
                                                                 {"table", std::to_string(kept.table)}}),
                                    kept.company_id, static_cast<int>(kept.table)});
    for (const OfferedCompany& company : from.offers.companies)
        view.companies.push_back({company.id, company.name.in(language), company.kind.in(language),
                                  company.profile.in(language),
                                  from.s.format("choose.size", {{"hosts", std::to_string(company.hosts)},
                                                                {"processes", std::to_string(company.processes)}})});
    return view;
}

namespace {

constexpr float kBar = 60, kChooseWide = 1100, kContent = 1400; // design pixels
constexpr int kTables = 6;
constexpr TextStyle kDrill = kCaption.in(Color::ink);

const PackRow* chosen_pack(const ChooseView& view, const ChooseScratch& scratch)
{
    const auto at =
        std::find_if(view.packs.begin(), view.packs.end(), [&](const PackRow& p) { return p.id == scratch.pack; });
    return at == view.packs.end() ? nullptr : &*at;
}

// Something is always chosen where anything can be.
void settle(const ChooseView& view, ChooseScratch& scratch)
{
    if (const PackRow* pack = chosen_pack(view, scratch); pack == nullptr || !pack->why_not.empty()) {
        const auto playable = [](const PackRow& p) { return p.why_not.empty(); };
        // A drill is what one begins with at home.
        auto first = std::find_if(view.packs.begin(), view.packs.end(), [&](const PackRow& p) {
            return playable(p) && !p.drills.empty() && !p.drills.front().is_session;
        });
        if (first == view.packs.end()) first = std::find_if(view.packs.begin(), view.packs.end(), playable);
        scratch.pack = first == view.packs.end() ? std::string{} : first->id;
    }
    const auto goes_on = [&](const RecordOffer& row) {
        return row.path == scratch.into && row.company == scratch.company;
    };
    if (std::none_of(view.records.begin(), view.records.end(), goes_on)) scratch.into.clear();
    const PackRow* pack = chosen_pack(view, scratch);
    if (drill_of(pack, scratch.company)) return;
    const auto first = std::find_if(view.companies.begin(), view.companies.end(),
                                    [&](const CompanyRow& c) { return drill_of(pack, c.id) != nullptr; });
    scratch.company = first == view.companies.end() ? std::string{} : first->id;
}

struct Offer {
    std::string_view name, title, aside, caption, words, last, why_not;
    bool selected = false;
};

// A card that is chosen as a whole: title and a figure beside it, a caption, a paragraph, a last line; below, why it
// can't be chosen.
bool offer(Ui& ui, const Offer& o)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left(), pad = t.px(kGap16), mark = t.px(kGap24);
    const float room = width - 2 * pad - mark;
    const float aside = o.aside.empty() ? 0 : std::ceil(measure(ui, o.aside, kCaption).x) + 1 + t.px(kGap16);
    const bool is_on = o.why_not.empty();
    const float title = measure(ui, o.title, kBold, room - aside).y;
    const float caption = o.caption.empty() ? 0 : measure(ui, o.caption, kCaption, room).y;
    const float words = measure(ui, o.words, kBody.by_phrase(), room).y + t.px(kGap4);
    const float last = o.last.empty() ? 0 : measure(ui, o.last, kDrill, room).y + t.px(kGap8);
    const float reason = is_on ? 0 : measure(ui, o.why_not, kCaption, room).y + t.px(kGap4);
    const Rect box{at.x, at.y, width, std::ceil(title + caption + words + last + reason + 2 * pad)};
    const Pressed p = press_area(ui, o.name, box, o.why_not);
    const Color border = o.selected ? Color::accent : p.hovered && is_on ? Color::rule : Color::line;
    draw_box(ui, box,
             o.selected            ? Color::accent_soft
             : p.hovered || !is_on ? Color::raised
                                   : Color::panel,
             border, kRadius, o.selected ? 2.f : 1.f);
    const float x = box.x + pad;
    float y = box.y + pad;
    if (o.selected)
        draw_icon(ui, Icon::check, {box.right() - pad - t.px(kGap8), y + t.line_height(Type::body) / 2}, t.px(kGap16),
                  Color::accent);
    const float lead = (t.line_height(Type::body) - t.line_height(Type::caption)) / 2;
    if (aside > 0) draw_text(ui, {x + room - aside, y + lead}, o.aside, kCaption.right(), aside);
    y += draw_text(ui, {x, y}, o.title, is_on ? kBold : kBold.in(Color::ink3), room - aside).h;
    if (caption > 0) y += draw_text(ui, {x, y}, o.caption, kCaption, room).h;
    y += t.px(kGap4);
    y += draw_text(ui, {x, y}, o.words, kBody.in(is_on ? Color::ink2 : Color::ink3).by_phrase(), room).h;
    if (last > 0) y += t.px(kGap8) + draw_text(ui, {x, y + t.px(kGap8)}, o.last, kDrill, room).h;
    if (!is_on) draw_text(ui, {x, y + t.px(kGap4)}, o.why_not, kCaption.in(Color::warn), room);
    move_to(at);
    ImGui::Dummy({box.w, box.h});
    return p.pressed;
}

void draw_packs(Ui& ui, const Strings& s, const ChooseView& view, ChooseScratch& scratch)
{
    text(ui, s("choose.packs"), kHeading);
    gap(ui, kGap12);
    if (view.packs.empty()) return empty_state(ui, s("choose.packs.empty"), s("choose.packs.empty.todo"));
    for (const PackRow& pack : view.packs) {
        if (offer(ui, {"choose.pack." + pack.id,
                       pack.name,
                       pack.minutes,
                       {},
                       pack.summary,
                       {},
                       pack.why_not,
                       pack.id == scratch.pack}))
            scratch.pack = pack.id;
        gap(ui, kGap12);
    }
}

void draw_companies(Ui& ui, const Strings& s, const ChooseView& view, ChooseScratch& scratch)
{
    text(ui, s("choose.companies"), kHeading);
    gap(ui, kGap12);
    const PackRow* pack = chosen_pack(view, scratch);
    for (const CompanyRow& company : view.companies) {
        const DrillRow* drill = drill_of(pack, company.id);
        const std::string_view why = drill ? std::string_view{} : s("choose.not_with_this");
        const std::string name = "choose.company." + company.id;
        if (offer(ui, {name, company.name, company.size, company.kind, company.profile,
                       drill ? std::string_view(drill->name) : "", why, company.id == scratch.company}))
            scratch.company = company.id;
        gap(ui, kGap12);
    }
}

// A record of the same company, whose earlier sessions the new one goes on from.
void draw_records(Ui& ui, const Strings& s, const ChooseView& view, ChooseScratch& scratch)
{
    const auto fits = [&](const RecordOffer& row) { return row.company == scratch.company; };
    if (std::none_of(view.records.begin(), view.records.end(), fits)) return;
    gap(ui, kGap12);
    text(ui, s("choose.records"), kHeading);
    gap(ui, kGap12);
    if (offer(ui, {.name = "choose.record.new",
                   .title = s("choose.record.new"),
                   .words = s("choose.record.new.words"),
                   .selected = scratch.into.empty()}))
        scratch.into.clear();
    for (std::size_t i = 0; i < view.records.size(); ++i) {
        const RecordOffer& row = view.records[i];
        if (!fits(row)) continue;
        gap(ui, kGap12);
        const std::string name = "choose.record." + std::to_string(i);
        if (offer(ui, {.name = name,
                       .title = row.name,
                       .caption = row.caption,
                       .words = s("choose.record.words"),
                       .selected = row.path == scratch.into}))
            scratch.into = row.path, scratch.table = row.table;
    }
}

void draw_bar(Ui& ui, const Strings& s, Rect bar, Intents& out)
{
    const Theme& t = ui.theme;
    draw_box(ui, bar, Color::panel, Color::none, 0);
    draw_line(ui, {bar.x, bar.bottom()}, {bar.right(), bar.bottom()}, Color::line);
    bar = {bar.x + t.px(kGap16), bar.y, bar.w - 2 * t.px(kGap16), bar.h};
    const ButtonLook look{.role = Role::ghost, .hint = s("key.escape"), .key = Key::escape};
    const ImVec2 size = button_size(ui, s("choose.home"), look);
    Rect at = bar.cut_right(size.x, t.px(kGap16));
    at.y = std::round(at.y + (at.h - size.y) / 2), at.h = size.y;
    if (button_at(ui, "choose.home", at, s("choose.home"), look)) out.push_back(OpenHome{});
    draw_text_in(ui, bar, s("choose.title"), kHeading.lines(1));
}

// Which table it is, and the way in.
void draw_foot(Ui& ui, const Strings& s, ChooseScratch& scratch, Rect bar, Intents& out)
{
    const Theme& t = ui.theme;
    draw_box(ui, bar, Color::panel, Color::none, 0);
    draw_line(ui, bar.min(), {bar.right(), bar.y}, Color::line);
    bar = {bar.x + t.px(kGap16), bar.y, bar.w - 2 * t.px(kGap16), bar.h};
    const std::string_view why =
        scratch.pack.empty() || scratch.company.empty() ? std::string_view(s("choose.begin.first")) : "";
    const ButtonLook look{.role = Role::primary, .hint = s("key.enter"), .key = Key::enter, .why_not = why};
    const ImVec2 size = button_size(ui, s("choose.begin"), look);
    Rect begin = bar.cut_right(size.x, t.px(kGap24));
    begin.y = std::round(begin.y + (begin.h - size.y) / 2), begin.h = size.y;
    const float label = std::ceil(measure(ui, s("choose.table"), kCaption).x) + 1;
    draw_text_in(ui, bar.cut_left(label, t.px(kGap8)), s("choose.table"), kCaption);
    std::array<std::string, kTables> numbers;
    std::array<Segment, kTables> tables;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = std::to_string(i + 1), tables[i] = {numbers[i], numbers[i]};
    move_to({bar.x, begin.y});
    if (const auto table = choice(ui, "choose.table", tables, scratch.table - 1)) scratch.table = *table + 1;
    if (button_at(ui, "choose.begin", begin, s("choose.begin"), look))
        out.push_back(
            BeginDrill{scratch.pack, scratch.company, static_cast<std::uint32_t>(scratch.table), scratch.into});
}

void draw_offers(Ui& ui, const Strings& s, const ChooseView& view, ChooseScratch& scratch, Rect at)
{
    const bool beside = at.w >= ui.theme.px(kChooseWide);
    const Rect left = beside ? at.cut_left(std::round(at.w * 0.46f), ui.theme.px(kGap32)) : at;
    begin_card(ui, "choose.packs", left, {.scrolls = true, .fill = Color::none, .padding = 0});
    draw_packs(ui, s, view, scratch);
    if (!beside) {
        gap(ui, kGap12);
        draw_companies(ui, s, view, scratch);
        draw_records(ui, s, view, scratch);
    }
    end_card(ui);
    if (!beside) return;
    begin_card(ui, "choose.companies", at, {.scrolls = true, .fill = Color::none, .padding = 0});
    draw_companies(ui, s, view, scratch);
    draw_records(ui, s, view, scratch);
    end_card(ui);
}

} // namespace

void draw_choose(Ui& ui, const Strings& s, const ChooseView& view, ChooseScratch& scratch, Intents& out)
{
    settle(view, scratch);
    Rect screen = begin_screen(ui, "choose");
    const Theme& t = ui.theme;
    draw_bar(ui, s, screen.cut_top(t.px(kBar)), out);
    const Rect foot = screen.cut_bottom(t.px(kBar));
    const float width = std::min(screen.w - 2 * t.px(kGap32), t.px(kContent));
    draw_offers(ui, s, view, scratch,
                {std::round((screen.w - width) / 2), screen.y + t.px(kGap24), width, screen.h - 2 * t.px(kGap24)});
    draw_foot(ui, s, scratch, foot, out);
    end_screen(ui);
}

} // namespace sonae::ui
