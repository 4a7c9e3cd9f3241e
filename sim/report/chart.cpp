#include "report/chart.hpp"

#include "base/people_text.hpp"
#include "report/html.hpp"
#include "report/page_words.hpp"

#include <algorithm>
#include <iterator>

namespace sonae::report {
namespace {

using workshop::Lane;

// All in units of a quarter millimetre: the page's 180 mm are 720.
constexpr int kWidth = 720, kLeft = 64, kRight = 646, kLetters = 12, kTop = 44, kBottom = 168, kLaneHeight = 23;
constexpr Lane kLanes[] = {Lane::attacker, Lane::company, Lane::table, Lane::outside};
constexpr int kLaneTop = kBottom + 12, kLaneEnd = kLaneTop + kLaneHeight * static_cast<int>(std::size(kLanes));
constexpr int kHeight = kLaneEnd + 22;
constexpr int kLetterStep = 17;
constexpr const char* kFont = "font-family=\"BIZ UDPGothic, BIZ UDGothic, Noto Sans CJK JP, sans-serif\"";
constexpr const char *kInk = "#15201F", *kInk2 = "#3F4D4A", *kLine = "#D2D9D7", *kRule = "#7C8A87",
                     *kAccent = "#0B5FA5", *kSerious = "#A83200";

struct Axis {
    std::int64_t span = 1; // seconds
    std::int64_t top = 1;  // yen
    double x(std::int64_t at) const
    {
        return kLeft + static_cast<double>(kRight - kLeft) *
                           static_cast<double>(std::clamp<std::int64_t>(at, 0, span)) / static_cast<double>(span);
    }
    double y(std::int64_t value) const
    {
        return kBottom - static_cast<double>(kBottom - kTop) * static_cast<double>(value) / static_cast<double>(top);
    }
};

// 1, 2 or 5 times a power of ten, at least `wanted`.
std::int64_t round_step(std::int64_t wanted)
{
    for (std::int64_t power = 1;; power *= 10)
        for (const std::int64_t digit : {1, 2, 5})
            if (digit * power >= wanted || power > 1'000'000'000'000'000) return digit * power;
}

std::string words_at(double x, double y, const char* anchor, int size, const char* colour, std::string_view text,
                     bool bold = false)
{
    return fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"{}\" fill=\"{}\" {}{}>{}</text>\n", x, y,
        anchor, size, colour, kFont, bold ? " font-weight=\"bold\"" : "", escaped(text));
}

std::string line(double x1, double y1, double x2, double y2, const char* colour, double width, bool broken = false)
{
    return fmt::format("<path d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\" stroke=\"{}\" stroke-width=\"{}\" fill=\"none\"{}/>\n",
                       x1, y1, x2, y2, colour, width, broken ? " stroke-dasharray=\"3 3\"" : "");
}

std::string money_axis(const Axis& axis, std::int64_t step, Language language)
{
    std::string svg;
    for (std::int64_t value = 0; value <= axis.top; value += step) {
        svg += line(kLeft, axis.y(value), kRight, axis.y(value), value == 0 ? kRule : kLine, 0.8);
        svg += words_at(kLeft - 6, axis.y(value) + 3.5, "end", 10, kInk2, value == 0 ? "0" : yen_text(value, language));
    }
    return svg;
}

// Days while there is room for their names; hours in a short drill.
std::string time_axis(const Result& result, const Axis& axis)
{
    const bool short_drill = axis.span <= 2 * kDay;
    Seconds step = axis.span <= 8 * kHour  ? kHour
                   : axis.span <= kDay     ? 3 * kHour
                   : axis.span <= 2 * kDay ? 6 * kHour
                                           : kDay;
    while (axis.span / step > 12) step += short_drill ? kHour : kDay;
    std::string svg;
    SimTime tick = short_drill ? result.outcome.start : day_of(result.outcome.start) * kDay;
    tick += (step - tick % step) % step;
    for (; tick <= result.outcome.end; tick += step) {
        if (tick < result.outcome.start) continue;
        const double x = axis.x(tick - result.outcome.start);
        const bool midnight = second_of_day(tick) == 0;
        svg += line(x, kTop, x, kLaneEnd + 4, kLine, 0.8);
        svg += words_at(x, kLaneEnd + 15, "middle", 10, kInk2,
                        midnight ? short_date(tick, result.language) : clock_text(tick));
    }
    return svg;
}

std::string loss_line(const Result& result, const Axis& axis)
{
    const Series* series = result.series_of(engine::Indicator::total_loss);
    std::vector<Point> points =
        series ? series->points : std::vector<Point>{{0, 0}, {static_cast<std::int32_t>(axis.span), 0}};
    std::string path = fmt::format("M{:.1f} {:.1f}", axis.x(points.front().at), axis.y(points.front().value));
    for (const Point& point : points) path += fmt::format("H{:.1f}V{:.1f}", axis.x(point.at), axis.y(point.value));
    const Point& last = points.back();
    std::string svg =
        fmt::format("<path d=\"{0}V{1}H{2}Z\" fill=\"#E2EEF8\" stroke=\"none\"/>\n", path, kBottom, kLeft);
    svg += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\" stroke-linejoin=\"round\"/>\n",
                       path, kInk);
    svg += words_at(kRight + 6, axis.y(last.value) + 4, "start", 11, kInk, yen_text(last.value, result.language), true);
    return svg;
}

// Letters keep their order and a distance: moved to the right while they crowd, then back from the edge.
std::vector<double> letter_places(const std::vector<double>& wanted)
{
    std::vector<double> places = wanted;
    for (std::size_t i = 1; i < places.size(); ++i) places[i] = std::max(places[i], places[i - 1] + kLetterStep);
    double edge = kWidth - 10;
    for (std::size_t i = places.size(); i-- > 0; edge = places[i] - kLetterStep) places[i] = std::min(places[i], edge);
    return places;
}

std::string letter_mark(double x, const DecisionRow& decision, bool silent)
{
    const char* colour = silent ? kSerious : kAccent;
    std::string svg =
        silent
            ? fmt::format("<circle cx=\"{:.1f}\" cy=\"{}\" r=\"7.5\" fill=\"#FFFFFF\" stroke=\"{}\" "
                          "stroke-dasharray=\"2 1.5\"/>\n",
                          x, kLetters, colour)
            : fmt::format("<rect x=\"{:.1f}\" y=\"{}\" width=\"14\" height=\"14\" fill=\"#FFFFFF\" stroke=\"{}\"/>\n",
                          x - 7, kLetters - 7, colour);
    return svg +
           words_at(x, kLetters + 3.5, "middle", decision.letter.size() > 1 ? 8 : 10, colour, decision.letter, true);
}

std::string decision_rules(const Result& result, const Axis& axis)
{
    std::vector<double> wanted;
    std::vector<const DecisionRow*> rows;
    for (const DecisionRow& decision : result.decisions) rows.push_back(&decision);
    const auto when = [](const DecisionRow* d) { return d->closed == engine::kNotYet ? d->opened : d->closed; };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const DecisionRow* a, const DecisionRow* b) { return when(a) < when(b); });
    for (const DecisionRow* row : rows) wanted.push_back(axis.x(when(row)));
    const std::vector<double> places = letter_places(wanted);
    std::string svg;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool silent = rows[i]->status == engine::DecisionStatus::silent;
        const char* colour = silent ? kSerious : kAccent;
        svg += fmt::format("<path d=\"M{:.1f} {}L{:.1f} {}V{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"0.9\"{}/>\n",
                           places[i], kLetters + 7, wanted[i], kTop - 8, kLaneEnd, colour,
                           silent ? " stroke-dasharray=\"3 3\"" : "");
        svg += letter_mark(places[i], *rows[i], silent);
    }
    return svg;
}

std::string lane_shape(Lane lane, double x, double y, bool filled)
{
    const char* colour = lane == Lane::attacker ? kSerious : lane == Lane::table ? kAccent : kInk2;
    const char* fill = filled ? colour : "#FFFFFF";
    const auto path = [&](const std::string& d) {
        return fmt::format("<path d=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1\"/>\n", d, fill, colour);
    };
    switch (lane) {
    case Lane::attacker: return path(fmt::format("M{:.1f} {:.1f}l4.4 7.6h-8.8z", x, y - 4.4));
    case Lane::table: return path(fmt::format("M{:.1f} {:.1f}l4.6 4.6l-4.6 4.6l-4.6 -4.6z", x, y - 4.6));
    case Lane::outside: return path(fmt::format("M{:.1f} {:.1f}h7v7h-7z", x - 3.5, y - 3.5));
    default:
        return fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.8\" fill=\"{}\" stroke=\"{}\"/>\n", x, y, fill,
                           colour);
    }
}

std::string lane(const Result& result, const Axis& axis, Lane which, int top)
{
    const double middle = top + kLaneHeight / 2.0;
    std::string svg =
        words_at(kLeft - 6, middle + 3.5, "end", 10, kInk, page_words::lane_word(which).in(result.language));
    svg += line(kLeft, top + kLaneHeight, kRight, top + kLaneHeight, kLine, 0.8);
    for (const TimelineRow& row : result.timeline) // how long a run lasted, under its mark
        if (row.lane == which && row.until > row.at)
            svg += line(axis.x(row.at), middle, axis.x(row.until), middle, row.serious ? kInk2 : kRule,
                        row.serious ? 3 : 1.5);
    for (const bool serious : {false, true})
        for (const TimelineRow& row : result.timeline)
            if (row.lane == which && row.serious == serious) svg += lane_shape(which, axis.x(row.at), middle, serious);
    return svg;
}

} // namespace

std::string short_date(SimTime time, Language language)
{
    const CivilDate date = civil_from_days(day_of(time));
    if (language == Language::ja) return fmt::format("{}/{}", date.month, date.day);
    const std::string full = date_text(time, language); // "Tue 28 Nov"
    return full.substr(full.find(' ') + 1);
}

std::string short_moment(SimTime time, Language language)
{
    return short_date(time, language) + " " + clock_text(time);
}

std::string write_chart(const Result& result)
{
    std::int64_t most = 0;
    if (const Series* series = result.series_of(engine::Indicator::total_loss))
        for (const Point& point : series->points) most = std::max(most, point.value);
    const std::int64_t step = round_step(std::max<std::int64_t>(most / 4, 1'000));
    const Axis axis{std::max<std::int64_t>(result.outcome.end - result.outcome.start, 1),
                    std::max<std::int64_t>((most + step - 1) / step, 1) * step};
    std::string svg = fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n", kWidth, kHeight,
                                  escaped(said(page_words::chart_alt, result.language, yen_text(0, result.language),
                                               yen_text(result.outcome.total_loss, result.language))));
    svg += money_axis(axis, step, result.language) + time_axis(result, axis) + loss_line(result, axis) +
           decision_rules(result, axis);
    int top = kLaneTop;
    for (const Lane which : kLanes) svg += lane(result, axis, which, top), top += kLaneHeight;
    return svg + "</svg>\n";
}

} // namespace sonae::report
