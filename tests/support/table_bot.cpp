#include "support/table_bot.hpp"

#include "base/draw.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace sonae::test {
namespace {

using namespace workshop;

constexpr int kTries = 200; // draws until one may happen

// One after the other, from the table's seed and the number of its steps.
class BotLuck {
  public:
    BotLuck(std::uint64_t seed, const Table& table) : key_(mix(seed ^ mix(table.number) ^ mix(table.steps.size() << 8)))
    {
    }

    std::size_t below(std::size_t limit)
    {
        key_ = mix(key_);
        return Draw{key_}.below(static_cast<std::uint32_t>(limit));
    }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template <class Row>
    const Row& one_of(const std::vector<Row>& rows)
    {
        return rows[below(rows.size())];
    }

  private:
    std::uint64_t key_;
};

// What a hand might do in one activity; not all of it may happen.
class BotHand {
  public:
    BotHand(const Session& session, const Table& table, BotLuck& luck) : session_(session), table_(table), luck_(luck)
    {
    }

    std::optional<BotStep> anything()
    {
        if (luck_.chance(8)) return BotStep{EnterBlock{table_.number, luck_.one_of(session_.plan->blocks).id}, {}};
        const Activity& activity = luck_.one_of(session_.plan->activities);
        switch (luck_.below(6)) {
        case 0:
        case 1: return cells(activity);
        case 2: return card(activity);
        case 3: return answer(activity);
        case 4: return note(activity);
        default: return luck_.chance(20) ? reveal(activity) : call(activity);
        }
    }

  private:
    std::string words() { return fmt::format("{}班の言葉{}", table_.number, luck_.below(1000)); }
    int seat() { return static_cast<int>(luck_.below(7)); }

    std::vector<std::string> present_rows_of(std::string_view activity, std::string_view grid) const
    {
        std::vector<std::string> rows;
        const Activity* of = activity_called(session_, activity);
        const auto place = of ? find_grid(*of, grid) : std::nullopt;
        if (!place) return rows;
        for (const GridRow& row : state_of(session_, *of).grids[*place].rows)
            if (row.present) rows.push_back(row.id);
        return rows;
    }

    std::vector<std::string> people(const Column& column)
    {
        const engine::Company& company = session_.plan->company;
        std::vector<std::string> names;
        const std::size_t count = 1 + luck_.below(std::min<std::size_t>(column.most, 3));
        for (std::size_t i = 0; i < count; ++i) {
            const bool outside = column.contacts && luck_.chance(50);
            std::string name = outside ? luck_.one_of(company.contacts).id : luck_.one_of(company.people).id;
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
        return names;
    }

    CellValue value(const Column& column)
    {
        if (luck_.chance(10)) return std::monostate{};
        switch (column.type) {
        case ColumnType::choice: return std::vector{luck_.one_of(session_.plan->scales[column.scale].values).id};
        case ColumnType::yes_no: return luck_.chance(50);
        case ColumnType::count: return static_cast<std::int64_t>(luck_.below(100));
        case ColumnType::yen: return static_cast<std::int64_t>(luck_.below(1000)) * 10'000;
        case ColumnType::date:
            return std::vector{fmt::format("2026-{:02}-{:02}", 1 + luck_.below(12), 1 + luck_.below(28))};
        case ColumnType::person: return people(column);
        case ColumnType::row: {
            const auto rows = present_rows_of(column.of_activity, column.of_grid);
            return rows.empty() ? CellValue{} : CellValue{std::vector{luck_.one_of(rows)}};
        }
        case ColumnType::text: return Written{};
        case ColumnType::computed: break;
        }
        return std::monostate{};
    }

    std::string new_row(const Grid& grid)
    {
        if (!grid.offers.empty() && luck_.chance(70)) return luck_.one_of(grid.offers).id;
        return fmt::format("r{}", 1 + luck_.below(std::max<std::size_t>(grid.free_rows, 1)));
    }

    void put(BotStep& step, SetCells& c, const std::string& row, const std::string& column, CellValue value)
    {
        if (std::holds_alternative<Written>(value)) step.texts[cell_field(c.activity, c.grid, row, column)] = words();
        c.cells.push_back({row, column, std::move(value)});
    }

    std::optional<BotStep> cells(const Activity& activity)
    {
        if (activity.grids.empty()) return std::nullopt;
        const Grid& grid = luck_.one_of(activity.grids);
        const auto rows = present_rows_of(activity.id, grid.id);
        SetCells c;
        BotStep step{};
        c.table = table_.number, c.activity = activity.id, c.grid = grid.id;
        if (!rows.empty() && luck_.chance(6)) {
            c.removes = {luck_.one_of(rows)};
            step.command = c;
            return step;
        }
        std::string row;
        if (rows.empty() || luck_.chance(30)) {
            row = new_row(grid);
            c.adds = {row};
            if (free_number(row) > 0) put(step, c, row, "name", Written{});
        } else {
            row = luck_.one_of(rows);
            c.seat = grid.rated && luck_.chance(40) ? seat() : 0;
        }
        for (std::size_t n = 1 + luck_.below(4); n > 0; --n)
            if (const Column& column = luck_.one_of(grid.columns); column.type != ColumnType::computed)
                put(step, c, row, column.id, value(column));
        step.command = std::move(c);
        return step;
    }

    std::optional<BotStep> card(const Activity& activity)
    {
        if (activity.board.cards.empty()) return std::nullopt;
        const Board& board = activity.board;
        const std::string place = luck_.chance(10) ? "" : luck_.one_of(board.places).id;
        return BotStep{MoveCard{table_.number, activity.id, board.personal ? seat() : 0, luck_.one_of(board.cards).id,
                                place, luck_.below(3)},
                       {}};
    }

    std::optional<BotStep> answer(const Activity& activity)
    {
        const Questionnaire& asks = activity.questionnaire;
        if (!asks.exists()) return std::nullopt;
        const Question& question = luck_.one_of(asks.questions);
        const std::string value = luck_.chance(5) ? "" : luck_.one_of(session_.plan->scales[question.scale].values).id;
        return BotStep{GiveAnswer{table_.number, activity.id, luck_.one_of(asks.asked), asks.personal ? seat() : 0,
                                  question.id, value},
                       {}};
    }

    std::optional<BotStep> note(const Activity& activity)
    {
        if (activity.prompts.empty()) return std::nullopt;
        const Prompt& prompt = luck_.one_of(activity.prompts);
        const int writer = prompt.personal && luck_.chance(60) ? seat() : 0;
        const int number = 1 + static_cast<int>(luck_.below(static_cast<std::size_t>(prompt.most)));
        BotStep step{WriteNote{table_.number, activity.id, prompt.id, writer, number, !luck_.chance(8)}, {}};
        if (std::get<WriteNote>(step.command).written)
            step.texts[note_field(activity.id, prompt.id, writer, number)] = words();
        return step;
    }

    std::optional<BotStep> reveal(const Activity& activity)
    {
        return BotStep{Reveal{table_.number, activity.id, !state_of(session_, activity).revealed}, {}};
    }

    std::optional<BotStep> call(const Activity& activity)
    {
        if (!activity.calls.exists()) return std::nullopt;
        if (luck_.chance(15)) return BotStep{TakeBackCall{table_.number, activity.id}, {}};
        const Grid& grid = activity.grids[*find_grid(activity, activity.calls.grid)];
        const auto rows = present_rows_of(activity.id, grid.id);
        if (rows.empty()) return std::nullopt;
        return BotStep{MakeCall{table_.number, activity.id, luck_.one_of(activity.calls.situations).id,
                                luck_.one_of(rows), luck_.one_of(grid.columns).id},
                       {}};
    }

    const Session& session_;
    const Table& table_;
    BotLuck& luck_;
};

std::optional<Command> action_of(const Room& room, const Table& table, BotLuck& luck)
{
    const engine::Scenario& scenario = *table.drill->scenario;
    const engine::Action& action = luck.one_of(scenario.actions);
    std::vector<std::string> targets{""};
    for (const auto& host : scenario.company.hosts) targets.push_back(host.id);
    for (const auto& zone : scenario.company.zones) targets.push_back(zone.id);
    for (const auto& contact : scenario.company.contacts) targets.push_back(contact.id);
    for (int i = 0; i < 12; ++i) {
        const Command command = TakeAction{table.number, action.id, luck.one_of(targets)};
        if (!check(room, command, {})) return command;
    }
    return std::nullopt;
}

} // namespace

std::size_t steps_since_start(const Table& table)
{
    const auto path = path_to(table, table.head);
    const auto starts = [](const auto& step) {
        return std::holds_alternative<StartSession>(step->command) || std::holds_alternative<StartDrill>(step->command);
    };
    const auto start = std::find_if(path.rbegin(), path.rend(), starts);
    return static_cast<std::size_t>(start - path.rbegin());
}

BotStep TableBot::in_session(const Room& room) const
{
    const Table& table = room.tables.at(table_);
    BotLuck luck(seed_, table);
    for (int i = 0; i < kTries; ++i) {
        auto step = BotHand(*table.session, table, luck).anything();
        if (step && !check(room, step->command, {})) return *step;
    }
    FAIL("the bot finds nothing to do in " << table.session->started.pack_id);
    return {};
}

BotStep TableBot::in_drill(const Room& room) const
{
    const Table& table = room.tables.at(table_);
    BotLuck luck(seed_, table);
    const engine::Scenario& scenario = *table.drill->scenario;
    const engine::State& state = table.drill->state;
    if (const auto open = engine::open_decision(state)) {
        const engine::Decision& decision = scenario.decisions[open->index()];
        for (int i = 0; i < 8; ++i)
            if (const std::size_t option = luck.below(decision.options.size());
                engine::can_choose(scenario, state, *open, option))
                return {Choose{table_, decision.id, decision.options[option].id, static_cast<int>(luck.below(4))},
                        {{"reason", fmt::format("{}班の理由{}", table_, luck.below(1000))}}};
        return {LetPass{table_, decision.id}, {}};
    }
    if (luck.chance(30))
        if (const auto action = action_of(room, table, luck)) return {*action, {}};
    const auto later = state.now + static_cast<std::int32_t>(1 + luck.below(6)) * 1800;
    return {Advance{table_, std::max(engine::next_due_at(scenario, state), later)}, {}};
}

std::optional<Rewind> TableBot::going_back(const Table& table) const
{
    BotLuck luck(~seed_, table);
    const std::size_t since = steps_since_start(table);
    if (since < 2 || !luck.chance(3)) return std::nullopt;
    const auto path = path_to(table, table.head);
    const std::size_t back = 1 + luck.below(std::min<std::size_t>(since - 1, 4));
    return Rewind{table_, path[path.size() - 1 - back]->id};
}

} // namespace sonae::test
