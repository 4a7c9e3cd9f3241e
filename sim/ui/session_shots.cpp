#include "ui/session_shots.hpp"

#include "base/check.hpp"
#include "ui/views/session.hpp"
#include "workshop/activities/opening.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

using namespace workshop;

constexpr std::size_t kCardsLaid = 5;

// A session in memory that does what it is told, and what its screen keeps between frames.
class Held {
  public:
    Held(const ShotSource& from, const std::string& pack) : s_(from.s)
    {
        const auto plan = from.sessions.find(pack);
        ENSURES(plan != from.sessions.end());
        scenarios_ = ScenarioSource({}, [plan = plan->second](const StartSession&) { return plan; });
        Opening opening = open_session(*plan->second, "kept", kTable, nullptr, {});
        post(std::move(opening.command), std::move(opening.texts));
    }

    const Session& session() const { return *room_.tables.at(kTable).session; }
    void post(const Command& command, std::map<std::string, std::string> texts = {})
    {
        const EntryId id{1, ++entries_};
        ENSURES(!carry_out(room_, command, id, scenarios_));
        texts_[id] = std::move(texts);
    }
    // The first block whose activity is of the kind; that activity.
    const Activity& enter(ActivityKind kind)
    {
        const SessionPlan& plan = *session().plan;
        const auto block = std::find_if(plan.blocks.begin(), plan.blocks.end(), [&](const Block& b) {
            return b.activity && plan.activities[*b.activity].kind == kind;
        });
        ENSURES(block != plan.blocks.end());
        post(EnterBlock{kTable, block->id});
        return plan.activities[*block->activity];
    }
    // Every row that may be added, with what the company would write.
    void fill(const Activity& activity, const Grid& grid)
    {
        SetCells rows{.table = kTable, .activity = activity.id, .grid = grid.id};
        std::map<std::string, std::string> texts;
        for (const PreparedRow& offer : grid.offers) {
            rows.adds.push_back(offer.id);
            for (const auto& [column, cell] : offer.cells) {
                rows.cells.push_back({offer.id, grid.columns[column].id, cell.value});
                if (grid.columns[column].type == ColumnType::text)
                    texts[cell_field(activity.id, grid.id, offer.id, grid.columns[column].id)] =
                        cell.text.in(s_.language());
            }
        }
        if (!rows.adds.empty()) post(std::move(rows), std::move(texts));
    }
    void lay_cards(const Activity& activity)
    {
        for (std::size_t i = 0; i < std::min(kCardsLaid, activity.board.cards.size()); ++i)
            post(MoveCard{kTable, activity.id, 0, activity.board.cards[i].id, activity.board.places.front().id, 0});
    }
    // A table that was edited elsewhere and did not fit, and the files to choose from.
    void show_files(const std::string& grid)
    {
        const std::string file = "2026-04-17-session-05-tamano-" + grid + ".csv";
        scratch_.csv = {
            .grid = grid,
            .folder = "~/.local/share/sonae",
            .listed = true,
            .files = {{"", file, *parse_moment("2026-04-17T16:20")},
                      {"", "2026-04-10-session-05-tamano-" + grid + ".csv", *parse_moment("2026-04-10T15:40")}},
            .faulty = file,
            .faults = {file + ":4  「4」は列「機密性」に入りません",
                       file + ":9  「ma99」という行は、この表に置けません"}};
    }
    DrawFunction screen(const std::string& part = {})
    {
        scratch_.part = part;
        return [this](Ui& ui) {
            const TableTexts texts(room_.tables.at(kTable), [this](const EntryId& id) { return texts_[id]; });
            const SessionSource from{s_, room_.tables.at(kTable), texts, scratch_.seat, {}};
            Intents ignored;
            draw_session(ui, from, make_session_view(from, scratch_, 1), scratch_, ignored);
        };
    }

  private:
    static constexpr TableNumber kTable = 3;
    const Strings& s_;
    ScenarioSource scenarios_;
    Room room_;
    std::uint64_t entries_ = 0;
    std::map<EntryId, std::map<std::string, std::string>> texts_;
    SessionScratch scratch_;
};

using Doing = std::function<void(Held&)>;

Shot shot(std::string name, std::string pack, Doing act, std::string part = {})
{
    return {std::move(name), [pack, act, part](const ShotSource& from) -> DrawFunction {
                auto held = std::make_shared<Held>(from, pack);
                act(*held);
                return [held, draw = held->screen(part)](Ui& ui) { draw(ui); };
            }};
}

Doing in(ActivityKind kind)
{
    return [kind](Held& held) { held.enter(kind); };
}

void with_ledger(Held& held)
{
    const Activity& ledger = held.enter(ActivityKind::ledger);
    held.fill(ledger, ledger.grids.front());
}

void with_files(Held& held)
{
    with_ledger(held);
    held.show_files("ledger.ledger");
}

void with_cards(Held& held) { held.lay_cards(held.enter(ActivityKind::board)); }

} // namespace

std::vector<Shot> session_shots()
{
    return {
        shot("session-start", "session-05", [](Held&) {}),
        shot("session-words", "session-05", in(ActivityKind::discussion)),
        shot("session-ledger", "session-05", with_ledger),
        shot("session-ledger-empty", "session-05", in(ActivityKind::ledger)),
        shot("session-read", "session-05", with_files),
        shot("session-risks", "session-06", in(ActivityKind::risks)),
        shot("session-board", "session-06", with_cards),
        shot("session-duties", "session-04", in(ActivityKind::duties)),
        shot("session-questions", "session-07", in(ActivityKind::questionnaire)),
        shot("session-plan", "session-07", in(ActivityKind::plan)),
        shot("session-calls", "session-07", in(ActivityKind::plan), "calls"),
        shot("session-promise", "session-07", in(ActivityKind::commitment)),
    };
}

} // namespace sonae::ui
