#include "ui/views/indicators.hpp"

#include "base/people_text.hpp"
#include "workshop/fact_text.hpp"

#include <algorithm>
#include <array>

namespace sonae::ui {
namespace {

using engine::Indicator;

constexpr std::int32_t kWindow = 6 * 3600;
constexpr std::int32_t kNear = 12 * 3600; // a deadline that runs out within this is near

std::string cause_words(const PlaySource& from, const Known& known, engine::Seq cause)
{
    const auto fact = known.reason_for(cause);
    return fact ? workshop::fact_text(from.scenario(), *fact, from.language()) : std::string{};
}

// More of it is worse, except of trust and evidence.
Tone tone_of_change(Indicator which, std::int64_t by)
{
    const bool more_is_good = which == Indicator::evidence || which == Indicator::trust_partners;
    if (by == 0) return Tone::plain;
    return (by > 0) == more_is_good ? Tone::ok : Tone::serious;
}

FigureView make_figure(const PlaySource& from, const Known& known, Indicator which)
{
    const Language language = from.language();
    FigureView view{.caption = workshop::indicator_label(which).in(language)};
    const std::vector<Known::Booking> bookings = known.bookings(which);
    const std::int64_t value = known.amount(which).value_or(0);
    view.figure = workshop::amount_text(which, value, language);
    const std::int64_t at_start = bookings.empty() ? value : bookings.front().value - bookings.front().by;
    view.series.push_back({0, at_start});
    for (const Known::Booking& booking : bookings) view.series.push_back({booking.at, booking.value});
    if (bookings.empty() || view.series.back().value != value) view.series.push_back({from.state().now, value});
    if (bookings.empty()) {
        view.cause = from.s("play.figure.unchanged");
        return view;
    }
    // What has run up since the last booking belongs to the same cause.
    const std::int64_t by = bookings.back().by + value - bookings.back().value;
    view.direction = by > 0 ? Change::up : by < 0 ? Change::down : Change::none;
    view.change = workshop::amount_text(which, by < 0 ? -by : by, language);
    view.cause = cause_words(from, known, bookings.back().cause);
    view.tone = tone_of_change(which, by);
    return view;
}

// What was found out last; people may be none, where plans were stolen.
std::string last_leak_words(const PlaySource& from, const Known& known)
{
    const auto& facts = known.facts();
    const auto found = std::find_if(facts.rbegin(), facts.rend(),
                                    [](const auto& fact) { return fact.kind == engine::FactKind::leak_found; });
    return found == facts.rend() ? std::string{} : workshop::fact_text(from.scenario(), *found, from.language());
}

FigureView make_leak(const PlaySource& from, const Known& known)
{
    FigureView view{.caption = from.s("play.figure.leak")};
    if (const auto people = known.amount(Indicator::records_leaked)) {
        view.figure = from.s.format("play.figure.people", {{"count", count_text(*people)}});
        view.cause = last_leak_words(from, known);
        view.tone = Tone::serious;
        return view;
    }
    const bool certain = (from.state().network_bits & engine::scope_known) != 0;
    view.figure = certain ? from.s("play.figure.leak.none") : from.s("play.figure.unknown");
    view.figure_tone = certain ? Tone::plain : Tone::unknown;
    view.cause = certain ? from.s("play.figure.leak.looked") : from.s("play.figure.leak.look");
    return view;
}

TrustView make_trust(const Known& known, Indicator which, std::string caption)
{
    const auto bookings = known.bookings(which);
    const std::int64_t by = bookings.empty() ? 0 : bookings.back().by;
    return {std::move(caption), count_text(known.amount(which).value_or(0)),
            by > 0   ? Change::up
            : by < 0 ? Change::down
                     : Change::none};
}

void add_trust(const PlaySource& from, const Known& known, IndicatorsView& view)
{
    const Strings& s = from.s;
    view.trust = {make_trust(known, Indicator::trust_customers, s("play.trust.customers")),
                  make_trust(known, Indicator::trust_partners, s("play.trust.partners")),
                  make_trust(known, Indicator::trust_staff, s("play.trust.staff")),
                  make_trust(known, Indicator::trust_neighbours, s("play.trust.neighbours"))};
    Known::Booking last;
    for (const Indicator which :
         {Indicator::trust_customers, Indicator::trust_partners, Indicator::trust_staff, Indicator::trust_neighbours}) {
        const auto bookings = known.bookings(which);
        if (!bookings.empty() && bookings.back().at >= last.at) last = bookings.back();
    }
    view.trust_cause = last.cause ? cause_words(from, known, last.cause) : s("play.figure.unchanged");
}

void add_deadlines(const PlaySource& from, IndicatorsView& view)
{
    const engine::Company& company = from.scenario().company;
    for (std::size_t d = 0; d < company.deadlines.size(); ++d) {
        const engine::DeadlineState& state = from.state().deadlines[d];
        if (state.began == engine::kNotYet || state.met != engine::kNotYet || state.missed) continue;
        const std::int64_t left = state.began + company.deadlines[d].due - from.shown;
        view.deadlines.push_back(
            {company.deadlines[d].name.in(from.language()),
             from.s.format("play.deadline.left",
                           {{"time", span_text(std::max<std::int64_t>(0, left), from.language())}}),
             left < kNear});
    }
}

} // namespace

IndicatorsView make_indicators_view(const PlaySource& from, const Known& known)
{
    IndicatorsView view{.from = std::max(0, from.shown - kWindow), .to = std::max(from.shown, 1)};
    view.figures.push_back(make_figure(from, known, Indicator::downtime_loss));
    view.figures.push_back(make_figure(from, known, Indicator::direct_cost));
    if (known.amount(Indicator::compensation).value_or(0) > 0)
        view.figures.push_back(make_figure(from, known, Indicator::compensation));
    view.figures.push_back(make_leak(from, known));
    view.figures.push_back(make_figure(from, known, Indicator::evidence));
    add_trust(from, known, view);
    add_deadlines(from, view);
    const auto& outputs = from.scenario().outputs;
    const auto as_company = std::count_if(outputs.begin(), outputs.end(), [&](const engine::Output& output) {
        return !from.drill().started.outputs.contains(output.id);
    });
    view.preparation = preparation_words(from.s, outputs.size(), static_cast<std::size_t>(as_company));
    return view;
}

namespace {

void draw_trust(Ui& ui, const Strings& s, const IndicatorsView& view)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left();
    const float caption = t.line_height(Type::caption), figure = t.line_height(Type::heading);
    float y = at.y + t.px(kGap4);
    y += draw_text(ui, {at.x, y}, s("play.trust"), kCaption, width).h;
    const auto count = static_cast<int>(view.trust.size());
    const Rect row{at.x, y, width, caption + figure};
    for (int i = 0; i < count; ++i) {
        const TrustView& trust = view.trust[static_cast<std::size_t>(i)];
        const Rect cell = row.column(i, count, t.px(kGap8));
        const TextStyle style{.type = Type::heading, .bold = true, .tabular = true};
        const Rect drawn = draw_text(ui, cell.min(), trust.figure, style);
        if (trust.direction != Change::none)
            draw_text(ui, {drawn.right() + t.px(kGap4), cell.y + (figure - caption) / 2},
                      trust.direction == Change::down ? "▼" : "▲",
                      kCaption.in(trust.direction == Change::down ? Color::serious : Color::ok));
        draw_text(ui, {cell.x, cell.y + figure}, trust.caption, kCaption.in(Color::ink3).lines(1), cell.w);
    }
    y = row.bottom();
    y += draw_text(ui, {at.x, y}, view.trust_cause, kCaption, width).h;
    ImGui::Dummy({width, y + t.px(kGap4) - at.y});
}

void draw_figure(Ui& ui, const IndicatorsView& view, const FigureView& figure)
{
    indicator_tile(ui, {.caption = figure.caption,
                        .figure = figure.figure,
                        .change = figure.change,
                        .cause = figure.cause,
                        .direction = figure.direction,
                        .tone = figure.tone,
                        .figure_tone = figure.figure_tone,
                        .series = figure.series,
                        .from = view.from,
                        .to = view.to});
}

} // namespace

void draw_indicator_rows(Ui& ui, const Strings& s, const IndicatorsView& view)
{
    if (!view.preparation.empty()) {
        text(ui, view.preparation, kCaption);
        gap(ui, kGap8);
    }
    if (!view.deadlines.empty()) {
        separator(ui);
        gap(ui, kGap4);
        text(ui, s("play.deadlines"), kCaption);
        for (const DeadlineView& deadline : view.deadlines)
            text_pair(ui, deadline.name, deadline.left, kCaption.in(Color::ink),
                      kCaption.strong().in(deadline.is_near ? Color::warn : Color::ink));
        gap(ui, kGap4);
    }
    for (const FigureView& figure : view.figures) {
        separator(ui);
        draw_figure(ui, view, figure);
    }
    separator(ui);
    draw_trust(ui, s, view);
}

float draw_indicators(Ui& ui, const Strings& s, const IndicatorsView& view, const Rect& at)
{
    begin_card(ui, "indicators", at, {.title = s("play.figures"), .scrolls = true});
    const float from = cursor().y;
    draw_indicator_rows(ui, s, view);
    const float rows = cursor().y - from;
    end_card(ui);
    const float head = ui.theme.line_height(Type::heading) + ui.theme.px(kGap8);
    return 2 * ui.theme.px(kGap16) + head + rows + ui.theme.px(kGap4);
}

} // namespace sonae::ui
