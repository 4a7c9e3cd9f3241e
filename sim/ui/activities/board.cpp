// What the board's view says. How it is drawn: board_draw.cpp.
#include "ui/activities/board.hpp"

#include "base/people_text.hpp"

#include <algorithm>
#include <set>

namespace sonae::ui {
namespace {

using workshop::Board;
using workshop::BoardState;

// The board of one seat as if it were the table's, so that budget and gaps are told of it in the same way.
BoardState seen_from(const BoardState& state, int seat)
{
    BoardState own;
    for (const auto& [key, cards] : state.lying)
        if (key.seat == seat) own.lying[{0, key.place}] = cards;
    return own;
}

std::string facts_of(const SessionSource& from, const workshop::Card& card)
{
    std::string words;
    const auto add = [&](const std::string& part) { words += (words.empty() ? "" : from.s("facts.between")) + part; };
    if (card.cost > 0) add(yen_text(card.cost, from.language()));
    if (card.days > 0) add(from.s.format("board.days", {{"count", std::to_string(card.days)}}));
    return words;
}

std::string stale_words(const SessionSource& from, const workshop::Card& card)
{
    const auto until = parse_date(card.valid_until);
    if (!from.today || !until || *from.today <= *until) return {};
    return from.s.format("board.stale", {{"date", card.valid_until}});
}

// In how many seats' sortings the card lies where.
std::string seats_words(const SessionSource& from, const Board& board, const BoardState& state, const std::string& card)
{
    std::string words;
    for (const workshop::BoardPlace& place : board.places) {
        int count = 0;
        for (const auto& [key, cards] : state.lying)
            count +=
                key.seat > 0 && key.place == place.id && std::find(cards.begin(), cards.end(), card) != cards.end();
        if (count == 0) continue;
        if (!words.empty()) words += from.s("facts.between");
        words +=
            from.s.format("board.seats.place", {{"place", from.say(place.name)}, {"count", std::to_string(count)}});
    }
    return words.empty() ? words : from.s.format("board.seats", {{"places", words}});
}

PlaceView make_hand(const SessionSource& from, const Board& board, const BoardState& own)
{
    PlaceView hand{.name = from.s("board.hand"), .help = from.s("board.hand.help")};
    for (std::size_t c = 0; c < board.cards.size(); ++c)
        if (workshop::where_lies(own, 0, board.cards[c].id).place.empty()) hand.cards.push_back(c);
    hand.count = from.s.format("board.count", {{"count", std::to_string(hand.cards.size())}});
    return hand;
}

PlaceView make_place(const SessionSource& from, const Board& board, const BoardState& own,
                     const workshop::BoardPlace& place)
{
    PlaceView view{
        .id = place.id, .name = from.say(place.name), .help = from.say(place.help), .ordered = place.ordered};
    if (const auto lying = own.lying.find({0, place.id}); lying != own.lying.end())
        for (const std::string& id : lying->second)
            view.cards.push_back(static_cast<std::size_t>(workshop::find_card(board, id) - board.cards.data()));
    const std::string count = std::to_string(view.cards.size());
    const bool bounded = place.most < board.cards.size();
    view.count = bounded ? from.s.format("board.count.most", {{"count", count}, {"most", std::to_string(place.most)}})
                         : from.s.format("board.count", {{"count", count}});
    if (view.cards.size() > place.most)
        view.over = from.s.format("board.over", {{"count", std::to_string(view.cards.size() - place.most)}});
    return view;
}

BudgetView make_budget(const SessionSource& from, const Board& board, const BoardState& own)
{
    BudgetView view{.spent = workshop::spent(board, own), .whole = board.budget.value_or(0)};
    const bool costs = std::any_of(board.cards.begin(), board.cards.end(), [](const auto& c) { return c.cost > 0; });
    if (!costs && !board.budget) return view;
    const std::string spent = yen_text(view.spent, from.language());
    if (!board.budget) {
        view.words = from.s.format("board.spent", {{"spent", spent}});
        return view;
    }
    view.over = view.spent > view.whole;
    const std::string whole = yen_text(view.whole, from.language());
    const std::string left = yen_text(view.over ? view.spent - view.whole : view.whole - view.spent, from.language());
    view.words = view.over ? from.s.format("board.budget.over", {{"spent", spent}, {"budget", whole}, {"over", left}})
                           : from.s.format("board.budget.left", {{"spent", spent}, {"budget", whole}, {"left", left}});
    return view;
}

std::string seal_words(const SessionSource& from, const BoardState& state, bool shown)
{
    std::set<int> seats;
    for (const auto& [key, cards] : state.lying)
        if (key.seat > 0) seats.insert(key.seat);
    const std::string count = std::to_string(seats.size());
    return shown ? from.s.format("board.shown", {{"count", count}}) : from.s.format("board.sealed", {{"count", count}});
}

} // namespace

BoardView make_board_view(const SessionSource& from, const workshop::Activity& activity)
{
    const Board& board = activity.board;
    const workshop::ActivityState& state = workshop::state_of(from.session(), activity);
    BoardView view{.table = from.table.number,
                   .activity = activity.id,
                   .seat = board.personal ? from.seat : 0,
                   .personal = board.personal,
                   .why_not = from.why_not,
                   .has_pairs = !board.pairs.empty()};
    const BoardState own = seen_from(state.board, view.seat);
    for (const workshop::Card& card : board.cards)
        view.cards.push_back(
            {card.id, from.say(card.name), from.say(card.text), facts_of(from, card), stale_words(from, card),
             board.personal && state.revealed ? seats_words(from, board, state.board, card.id) : std::string{}});
    view.places.push_back(make_hand(from, board, own));
    for (const workshop::BoardPlace& place : board.places) view.places.push_back(make_place(from, board, own, place));
    view.budget = make_budget(from, board, own);
    for (const workshop::Pair* pair : workshop::open_gaps(board, own))
        view.gaps.push_back({from.say(pair->name), from.say(pair->text)});
    if (board.personal) view.seal = make_seal(from, activity, seal_words(from, state.board, state.revealed));
    return view;
}

} // namespace sonae::ui
