#include "workshop/activities/board.hpp"

#include "workshop/activities/session.hpp"

#include <algorithm>

namespace sonae::workshop {
const Card* find_card(const Board& board, std::string_view id) { return called(board.cards, id); }
const BoardPlace* find_place(const Board& board, std::string_view id) { return called(board.places, id); }

Lying where_lies(const BoardState& state, int seat, std::string_view card)
{
    for (const auto& [key, cards] : state.lying) {
        const auto at = std::find(cards.begin(), cards.end(), card);
        if (key.seat == seat && at != cards.end()) return {key.place, static_cast<std::size_t>(at - cards.begin())};
    }
    return {};
}

bool is_chosen(const Board& board, const BoardState& state, std::string_view card)
{
    const BoardPlace* place = find_place(board, where_lies(state, 0, card).place);
    return place && place->chosen;
}

engine::Yen spent(const Board& board, const BoardState& state)
{
    engine::Yen sum = 0;
    for (const Card& card : board.cards)
        if (is_chosen(board, state, card.id)) sum += card.cost;
    return sum;
}

bool is_feasible(const Board& board, const BoardState& state)
{
    const auto holds = [&](const BoardPlace& place) {
        const auto cards = state.lying.find({0, place.id});
        return cards == state.lying.end() || cards->second.size() <= place.most;
    };
    return (!board.budget || spent(board, state) <= *board.budget) &&
           std::all_of(board.places.begin(), board.places.end(), holds);
}

std::vector<const Pair*> open_gaps(const Board& board, const BoardState& state)
{
    std::vector<const Pair*> open;
    const auto chosen = [&](const std::string& card) { return is_chosen(board, state, card); };
    for (const Pair& pair : board.pairs)
        if (chosen(pair.card) && std::none_of(pair.guards.begin(), pair.guards.end(), chosen)) open.push_back(&pair);
    return open;
}

std::optional<Refusal> check_step(const Session& session, const MoveCard& c)
{
    const Activity* activity = activity_called(session, c.activity);
    if (!activity) return no_such_activity();
    if (!find_card(activity->board, c.card))
        return no(Reason::unknown_card, "その札はありません。", "There is no such card.");
    if (!c.place.empty() && !find_place(activity->board, c.place))
        return no(Reason::unknown_place, "その場所はありません。", "There is no such place.");
    if (c.seat < 0 || c.seat > kMostSeats || (c.seat > 0 && !activity->board.personal))
        return no(Reason::unknown_seat, "この盤は班で一つです。", "The table has one board.");
    if (c.seat > 0 && state_of(session, *activity).revealed) return was_shown();
    return std::nullopt;
}

// Where no order is asked for, cards lie in the order of the pack, so that the way there leaves no trace.
void apply_step(Session& session, const MoveCard& c, std::uint32_t)
{
    const Board& board = activity_called(session, c.activity)->board;
    BoardState& state = change(session, c.activity).board;
    const Lying before = where_lies(state, c.seat, c.card);
    if (!before.place.empty()) {
        auto& cards = state.lying[{c.seat, before.place}];
        std::erase(cards, c.card);
        if (cards.empty()) state.lying.erase({c.seat, before.place});
    }
    if (c.place.empty()) return;
    auto& cards = state.lying[{c.seat, c.place}];
    if (find_place(board, c.place)->ordered) {
        const std::size_t at = std::min(c.position, cards.size());
        cards.insert(cards.begin() + static_cast<std::ptrdiff_t>(at), c.card);
        return;
    }
    cards.push_back(c.card);
    std::sort(cards.begin(), cards.end(),
              [&](const std::string& a, const std::string& b) { return find_card(board, a) < find_card(board, b); });
}

} // namespace sonae::workshop
