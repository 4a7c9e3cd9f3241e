// A board: cards to tick into places on a blank sheet; on a filled one what the table laid where.
#include "base/people_text.hpp"
#include "report/activities/parts.hpp"
#include "report/activities/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::report {
namespace {

using namespace workshop;

struct BoardPage {
    Html& html;
    const ActivitySource& from;
    const Board& board;
    const BoardState& state;
    bool costs = false, efforts = false; // whether any card has them
};

void write_board_card(const BoardPage& b, const Card& card, bool with_text)
{
    b.html.raw("<td class=\"name\">").text(b.from.say(card.name));
    if (with_text && !card.text.ja.empty())
        b.html.raw("<span class=\"sub\">").text(b.from.say(card.text)).raw("</span>");
    if (!card.source.ja.empty())
        b.html.raw("<span class=\"sub\">")
            .text(source_words(b.from.say(card.source), card.published, card.valid_until, b.from.language))
            .raw("</span>");
    b.html.raw("</td>");
    const Language language = b.from.language;
    if (b.costs) b.html.raw("<td class=\"figure\">").text(card.cost ? yen_text(card.cost, language) : "–").raw("</td>");
    if (b.efforts)
        b.html.raw("<td class=\"figure\">")
            .text(card.days ? said(activity_words::days, language, card.days) : "–")
            .raw("</td>");
}

void write_card_heads(const BoardPage& b)
{
    const Language language = b.from.language;
    b.html.raw("<th class=\"name\">").text(activity_words::card.in(language)).raw("</th>");
    if (b.costs) b.html.raw("<th class=\"figure\">").text(activity_words::cost.in(language)).raw("</th>");
    if (b.efforts) b.html.raw("<th class=\"figure\">").text(activity_words::effort.in(language)).raw("</th>");
}

void write_card_columns(const BoardPage& b, std::size_t places)
{
    b.html.raw("<colgroup><col>");
    if (b.costs) b.html.raw("<col style=\"width:20mm\">");
    if (b.efforts) b.html.raw("<col style=\"width:14mm\">");
    if (places > 0)
        b.html.raw(fmt::format("<col span=\"{}\" style=\"width:{}mm\">", places,
                               std::clamp<std::size_t>(96 / places, 16, 24)));
    b.html.raw("</colgroup>\n");
}

std::string limit_words(const BoardPage& b, const BoardPlace& place)
{
    std::string words;
    if (place.most < b.board.cards.size()) words = said(activity_words::at_most, b.from.language, place.most);
    if (place.ordered) words += activity_words::order.in(b.from.language);
    return words;
}

void write_blank_board(const BoardPage& b)
{
    const Language language = b.from.language;
    b.html.element("p", "key", activity_words::tick.in(language));
    b.html.raw("<table class=\"grid board\">\n");
    write_card_columns(b, b.board.places.size());
    b.html.raw("<thead><tr>");
    write_card_heads(b);
    for (const BoardPlace& place : b.board.places) {
        b.html.raw("<th class=\"tick\">").raw(head_words(b.from.say(place.name), b.from.language));
        if (const std::string words = limit_words(b, place); !words.empty())
            b.html.raw("<span class=\"sub\">").text(words).raw("</span>");
        b.html.raw("</th>");
    }
    b.html.raw("</tr></thead>\n<tbody>\n");
    for (const Card& card : b.board.cards) {
        b.html.raw("<tr>");
        write_board_card(b, card, true);
        for (std::size_t p = 0; p < b.board.places.size(); ++p) b.html.raw("<td class=\"tick\">□</td>");
        b.html.raw("</tr>\n");
    }
    b.html.raw("</tbody></table>\n");
    for (const BoardPlace& place : b.board.places)
        if (!place.help.ja.empty())
            b.html.element("p", "key",
                           b.from.say(place.name) + (language == Language::ja ? "：" : ": ") + b.from.say(place.help));
    if (!b.board.budget) return;
    b.html.raw("<p class=\"budget\">")
        .text(said(activity_words::budget, language, yen_text(*b.board.budget, language)));
    b.html.raw("　　").text(activity_words::spent_blank.in(language)).raw("</p>\n");
}

void write_place_laid(const BoardPage& b, const BoardPlace& place)
{
    const auto lying = b.state.lying.find({0, place.id});
    const std::size_t count = lying == b.state.lying.end() ? 0 : lying->second.size();
    b.html.raw("<tbody><tr class=\"place\"><td class=\"name\" colspan=\"")
        .raw(std::to_string(1 + b.costs + b.efforts))
        .raw("\">");
    b.html.text(b.from.say(place.name)).raw(" <span class=\"count\">");
    b.html.text(count ? said(activity_words::cards_count, b.from.language, count)
                      : activity_words::none_laid.in(b.from.language));
    b.html.raw("</span></td></tr>\n");
    for (std::size_t i = 0; i < count; ++i)
        if (const Card* card = find_card(b.board, lying->second[i])) {
            b.html.raw("<tr>");
            Card shown = *card;
            if (place.ordered)
                shown.name = {fmt::format("{}. {}", i + 1, card->name.in(Language::ja)),
                              fmt::format("{}. {}", i + 1, card->name.in(Language::en))};
            write_board_card(b, shown, false);
            b.html.raw("</tr>\n");
        }
    b.html.raw("</tbody>\n");
}

void write_not_laid(const BoardPage& b)
{
    std::string names;
    for (const Card& card : b.board.cards)
        if (where_lies(b.state, 0, card.id).place.empty())
            names += (names.empty() ? "" : b.from.language == Language::ja ? "、" : ", ") + b.from.say(card.name);
    if (names.empty()) return;
    b.html.raw("<p class=\"key\">").text(activity_words::not_laid.in(b.from.language));
    b.html.text(b.from.language == Language::ja ? "：" : ": ").text(names).raw("</p>\n");
}

void write_filled_board(const BoardPage& b)
{
    const Language language = b.from.language;
    b.html.raw("<table class=\"grid board\">\n");
    write_card_columns(b, 0);
    b.html.raw("<thead><tr>");
    write_card_heads(b);
    b.html.raw("</tr></thead>\n");
    for (const BoardPlace& place : b.board.places) write_place_laid(b, place);
    b.html.raw("</table>\n");
    write_not_laid(b);
    if (b.board.budget)
        b.html.element("p", "budget",
                       said(activity_words::spent, language, yen_text(spent(b.board, b.state), language),
                            yen_text(*b.board.budget, language)));
}

} // namespace

void write_board(Html& html, const ActivitySource& from, const Activity& activity)
{
    BoardPage b{html, from, activity.board, from.state(activity).board};
    for (const Card& card : activity.board.cards) b.costs |= card.cost > 0, b.efforts |= card.days > 0;
    from.blank ? write_blank_board(b) : write_filled_board(b);
}

} // namespace sonae::report
