#include "pack/session_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;
using namespace workshop;

Card read_card(ObjectReader& in)
{
    Card card;
    card.id = in.required_slug("id").text;
    card.name = in.required_text("name", 80);
    card.text = in.optional_text("text").value_or(Localized{});
    card.cost = optional_yen(in, "cost");
    card.days = in.optional_integer<std::int32_t>("days", 0, 3650).value_or(0);
    card.source = read_source(in, "source", false);
    const auto written = [&](std::string_view key) {
        return in.optional_date(key) ? std::string(in.value().find(key).string()) : std::string();
    };
    card.published = written("published");
    card.valid_until = written("valid_until");
    if (in.has("source") != in.has("valid_until") || in.has("source") != in.has("published"))
        in.error("card.source", "古くなる事実には、source・published・valid_until の三つをそろえて書きます",
                 "a fact that ages has all of \"source\", \"published\" and \"valid_until\"");
    in.finish();
    return card;
}

std::vector<Card> cards_of_company(const engine::Company& company, CompanyRows from)
{
    std::vector<Card> cards;
    const auto add = [&](const std::string& id, const Localized& name, const Localized& text, engine::Yen cost,
                         std::int32_t days) {
        Card card;
        card.id = id, card.name = name, card.text = text, card.cost = cost, card.days = days;
        cards.push_back(std::move(card));
    };
    switch (from) {
    case CompanyRows::controls:
        for (const auto& c : company.controls) add(c.id, c.remedy, c.name, c.cost, c.days);
        break;
    case CompanyRows::assets:
        for (const auto& a : company.assets) add(a.id, a.name, {}, 0, 0);
        break;
    case CompanyRows::people:
        for (const auto& p : company.people) add(p.id, p.name, {}, 0, 0);
        break;
    case CompanyRows::contacts:
        for (const auto& c : company.contacts) add(c.id, c.name, c.given, 0, 0);
        break;
    case CompanyRows::processes:
        for (const auto& p : company.processes) add(p.id, p.name, p.fallback, 0, 0);
        break;
    case CompanyRows::none: break;
    }
    return cards;
}

BoardPlace read_place(ObjectReader& in)
{
    BoardPlace place;
    place.id = in.required_slug("id").text;
    place.name = in.required_text("name", 80);
    place.help = in.optional_text("help").value_or(Localized{});
    place.chosen = in.optional_bool("chosen").value_or(false);
    place.ordered = in.optional_bool("ordered").value_or(false);
    place.most = in.optional_integer<std::size_t>("most", 1, kMaxCards).value_or(kMaxCards);
    in.finish();
    return place;
}

Pair read_pair(const SessionDraft& draft, const Board& board, ObjectReader& in)
{
    const auto known = ids_of(board.cards);
    Pair pair;
    pair.id = in.required_slug("id").text;
    const Slug card = in.required_slug("card");
    place_of(card, known, "札", "card", draft.told);
    pair.card = card.text;
    for (const Slug& guard : in.required_slugs("guards", {1, 12})) {
        place_of(guard, known, "札", "card", draft.told);
        pair.guards.push_back(guard.text);
    }
    pair.name = in.required_text("name", 80);
    pair.text = in.optional_text("text").value_or(Localized{});
    in.finish();
    return pair;
}

} // namespace

Board read_board(SessionDraft& draft, ObjectReader in)
{
    Board board;
    if (const auto from = in.optional_choice("company_cards", kCompanyRows))
        board.cards = cards_of_company(draft.plan.company, *from);
    for (ObjectReader& card : applying_rows(draft, in, "cards", kMaxCards)) {
        board.cards.push_back(read_card(card));
        const Slug id = {board.cards.back().id, card.value().find("id")};
        const auto first = std::find_if(board.cards.begin(), board.cards.end() - 1,
                                        [&](const Card& other) { return other.id == id.text && !id.text.empty(); });
        if (first != board.cards.end() - 1 && in.has("company_cards"))
            card.error(id.at, "id.duplicate", fmt::format("会社の札に「{}」があります", id.text),
                       fmt::format("the company has a card '{}' already", id.text));
    }
    if (board.cards.empty())
        in.error("cards", "board.empty", "札が一枚もありません。cards か company_cards を書きます",
                 "there are no cards: write \"cards\" or \"company_cards\"");
    Rows places = open_rows(in, "places", kMaxPlaces, true);
    tell_repeated(places);
    for (ObjectReader& place : places) board.places.push_back(read_place(place));
    for (ObjectReader& pair : applying_rows(draft, in, "pairs", kMaxPairs))
        board.pairs.push_back(read_pair(draft, board, pair));
    for (ObjectReader& budget : open_rows(in, "budgets", 64)) {
        const bool mine = applies(draft, budget);
        const auto yen = budget.required_integer<engine::Yen>("yen", 0, kMostYen);
        budget.finish();
        if (mine) board.budget = yen;
    }
    board.personal = in.optional_bool("personal").value_or(false);
    in.finish();
    return board;
}

} // namespace sonae::pack
