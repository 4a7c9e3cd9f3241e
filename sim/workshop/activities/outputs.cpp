#include "workshop/activities/outputs.hpp"

#include "workshop/activities/findings.hpp"
#include "workshop/activities/grid_values.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

using Value = std::optional<std::int64_t>;

class FigureOf {
  public:
    FigureOf(const Session& session, const Drill* drill, const Figure& figure)
        : session_(session), plan_(*session.plan), drill_(drill), figure_(figure),
          activity_(plan_.activities[figure.activity]), state_(*session.states[figure.activity])
    {
    }
    Value value() const;

  private:
    const Grid& grid() const { return activity_.grids[figure_.grid]; }
    const GridState& rows() const { return state_.grids[figure_.grid]; }
    const std::string& name(std::size_t i) const { return figure_.names[i]; }
    const GridRow* row() const
    {
        const GridRow* found = find_row(rows(), name(0));
        return found && found->present ? found : nullptr;
    }
    bool holds(const GridRow& row) const
    {
        const std::size_t column = *figure_.column;
        if (grid().columns[column].type == ColumnType::computed)
            return number_in(plan_, grid(), row, column).has_value();
        return !is_empty(row, column);
    }
    template <class Test>
    std::int64_t count_rows(const Test& test) const
    {
        return std::count_if(rows().rows.begin(), rows().rows.end(),
                             [&](const GridRow& row) { return row.present && test(row); });
    }
    Value of_grid() const;
    Value numbers() const;
    bool is_sound() const;
    std::int64_t coverage() const;
    std::int64_t disagreements() const;
    Value of_board() const;
    Value of_questions() const;
    Value of_drill() const;
    std::int64_t gaps() const;
    bool written() const;

    const Session& session_;
    const SessionPlan& plan_;
    const Drill* drill_;
    const Figure& figure_;
    const Activity& activity_;
    const ActivityState& state_;
};

// Permille of what might be in the grid that is.
std::int64_t FigureOf::coverage() const
{
    if (grid().offers.empty()) return 0;
    const auto there = std::count_if(grid().offers.begin(), grid().offers.end(), [&](const PreparedRow& offer) {
        const GridRow* row = find_row(rows(), offer.id);
        return row && row->present;
    });
    return there * 1000 / static_cast<std::int64_t>(grid().offers.size());
}

std::int64_t FigureOf::disagreements() const
{
    std::int64_t count = 0;
    for (const GridRow& row : rows().rows)
        for (std::size_t c = 0; row.present && c < grid().columns.size(); ++c)
            count += grid().columns[c].rated && ratings_of(plan_, grid(), row, c).differ;
    return count;
}

// Nothing is missing or at odds in the row.
bool FigureOf::is_sound() const
{
    const auto found = findings_of(session_, activity_, {.most = 0});
    return std::none_of(found.begin(), found.end(),
                        [&](const Finding& finding) { return finding.grid == grid().id && finding.row == name(0); });
}

Value FigureOf::numbers() const
{
    std::int64_t sum = 0;
    Value most;
    for (const GridRow& row : rows().rows) {
        const auto number = row.present ? number_in(plan_, grid(), row, *figure_.column) : std::nullopt;
        if (!number) continue;
        sum += *number;
        most = std::max(most.value_or(*number), *number);
    }
    return figure_.kind == FigureKind::sum ? sum : most.value_or(0);
}

Value FigureOf::of_grid() const
{
    switch (figure_.kind) {
    case FigureKind::rows: return static_cast<std::int64_t>(present_rows(rows()));
    case FigureKind::covers: return row() != nullptr;
    case FigureKind::coverage: return coverage();
    case FigureKind::filled: return row() && holds(*row());
    case FigureKind::sound: return row() && is_sound();
    case FigureKind::missing: return count_rows([&](const GridRow& row) { return !holds(row); });
    case FigureKind::is: return row() && value_id(plan_, grid(), *row(), *figure_.column) == name(2);
    case FigureKind::count:
        return count_rows([&](const GridRow& row) { return value_id(plan_, grid(), row, *figure_.column) == name(1); });
    case FigureKind::value: return row() ? number_in(plan_, grid(), *row(), *figure_.column).value_or(0) : 0;
    case FigureKind::disagreements: return disagreements();
    default: return numbers();
    }
}

Value FigureOf::of_board() const
{
    const auto lying = [&](const std::string& card) { return where_lies(state_.board, 0, card); };
    switch (figure_.kind) {
    // Who takes everything has settled nothing.
    case FigureKind::chosen:
        return is_feasible(activity_.board, state_.board) && is_chosen(activity_.board, state_.board, name(0));
    case FigureKind::placed: return is_feasible(activity_.board, state_.board) && lying(name(0)).place == name(1);
    case FigureKind::rank:
        return lying(name(0)).place == name(1) ? static_cast<std::int64_t>(lying(name(0)).position) + 1 : 0;
    case FigureKind::spent: return spent(activity_.board, state_.board);
    case FigureKind::gap: {
        const auto open = open_gaps(activity_.board, state_.board);
        return std::any_of(open.begin(), open.end(), [&](const Pair* pair) { return pair->id == name(0); });
    }
    default: {
        const auto cards = state_.board.lying.find({0, name(0)});
        return cards == state_.board.lying.end() ? 0 : static_cast<std::int64_t>(cards->second.size());
    }
    }
}

Value FigureOf::of_questions() const
{
    const Questionnaire& questions = activity_.questionnaire;
    const Asked asked = figure_.names.empty() || name(0) == "pre" ? Asked::pre
                        : name(0) == "post"                       ? Asked::post
                                                                  : Asked::then;
    const std::vector<int> seats = seats_of(state_.answers, asked);
    if (figure_.kind == FigureKind::answered) return static_cast<std::int64_t>(seats.size());
    const bool enough = !questions.personal || static_cast<int>(seats.size()) >= questions.least;
    std::int64_t sum = 0, unknown = 0;
    for (const int seat : seats) {
        const Score score = score_of(questions, plan_.scales, state_.answers, seat, asked);
        sum += score.sum, unknown += score.unknown;
    }
    if (!enough || seats.empty()) return std::nullopt; // it would give somebody's answers away
    if (figure_.kind == FigureKind::unknown) return unknown;
    if (figure_.kind == FigureKind::score)
        return questions.personal ? std::nullopt
                                  : Value(score_of(questions, plan_.scales, state_.answers, 0, asked).sum);
    return sum / static_cast<std::int64_t>(seats.size());
}

Value FigureOf::of_drill() const
{
    if (!drill_ || drill_->started.pack_id != plan_.pack_id) return std::nullopt;
    if (figure_.kind == FigureKind::drill_ended) return engine::has_ended(drill_->state);
    for (std::size_t i = 0; i < engine::kIndicators; ++i)
        if (const auto which = static_cast<engine::Indicator>(i); engine::indicator_name(which) == name(0))
            return engine::indicator(*drill_->scenario, drill_->state, which);
    return std::nullopt;
}

std::int64_t FigureOf::gaps() const
{
    const auto found = findings_of(session_, activity_, {.most = 0});
    return std::count_if(found.begin(), found.end(),
                         [&](const Finding& finding) { return figure_.names.empty() || finding.check == name(0); });
}

bool FigureOf::written() const
{
    return std::any_of(state_.notes.written.begin(), state_.notes.written.end(), [&](const auto& note) {
        return note.first.seat == 0 && activity_.prompts[note.first.prompt].id == name(0);
    });
}

Value FigureOf::value() const
{
    switch (figure_.kind) {
    case FigureKind::chosen:
    case FigureKind::placed:
    case FigureKind::cards:
    case FigureKind::rank:
    case FigureKind::spent:
    case FigureKind::gap: return of_board();
    case FigureKind::answered:
    case FigureKind::mean:
    case FigureKind::unknown:
    case FigureKind::score: return of_questions();
    case FigureKind::written: return written();
    case FigureKind::reached: return is_reached(activity_.calls, state_.calls, name(0));
    case FigureKind::call_minutes: {
        std::int64_t minutes = 0;
        for (const CallMade& call : state_.calls.made) minutes += call.minutes;
        return minutes;
    }
    case FigureKind::gaps: return gaps();
    case FigureKind::complete: return gaps() == 0;
    case FigureKind::drill_ended:
    case FigureKind::drill_figure: return of_drill();
    default: return of_grid();
    }
}

void add_outputs(std::vector<Left>& left, const Session& session, const Drill* drill)
{
    for (const OutputDef& output : session.plan->outputs)
        left.push_back({session.plan->pack_id, &output, figure_value(session, drill, output.from)});
}

} // namespace

std::optional<std::int64_t> figure_value(const Session& session, const Drill* drill, const Figure& figure)
{
    return FigureOf(session, drill, figure).value();
}

std::vector<Left> outputs_of(const Table& table)
{
    std::vector<Left> left;
    for (const auto& past : table.past) add_outputs(left, *past, table.drill.get());
    if (table.session) add_outputs(left, *table.session, table.drill.get());
    return left;
}

std::map<std::string, std::int64_t> outputs_for(std::span<const engine::Output> wanted, const Table& from)
{
    std::map<std::string, std::int64_t> values;
    for (const Left& left : outputs_of(from))
        for (const engine::Output& output : wanted)
            if (output.id == left.output->id && output.type == left.output->type && left.value)
                values[output.id] = *left.value;
    return values;
}

std::vector<Brought> brought(std::span<const engine::Output> wanted, const std::map<std::string, std::int64_t>& outputs)
{
    std::vector<Brought> all;
    for (const engine::Output& output : wanted) {
        const auto own = outputs.find(output.id);
        all.push_back({&output, own == outputs.end() ? output.as_company : own->second, own != outputs.end()});
    }
    return all;
}

} // namespace sonae::workshop
