#include "report/partial.hpp"

#include "engine/expression_parts.hpp"
#include "engine/mechanism.hpp"

#include <algorithm>

namespace sonae::report {
namespace {

using engine::Instruction;
using engine::Op;
using MaybeNumber = std::optional<std::int64_t>;

bool works_by_day_alone(const engine::Scenario& sc)
{
    const engine::Hours& work = sc.company.calendar.work;
    return work.open >= engine::kMorning && work.close <= engine::kEvening;
}

MaybeNumber known_calendar(const engine::Scenario& sc, const Instruction& in, const Known& known)
{
    if (!known.working_hour) return std::nullopt;
    switch (static_cast<engine::CalendarProperty>(in.b)) {
    case engine::CalendarProperty::working_hour: return *known.working_hour;
    case engine::CalendarProperty::night:
        return *known.working_hour && works_by_day_alone(sc) ? MaybeNumber(0) : std::nullopt;
    case engine::CalendarProperty::holiday: return *known.working_hour ? MaybeNumber(0) : std::nullopt;
    default: return std::nullopt;
    }
}

MaybeNumber known_company(const engine::Scenario& sc, const Instruction& in)
{
    switch (static_cast<engine::CompanyProperty>(in.b)) {
    case engine::CompanyProperty::admin_shared: return sc.company.admin_shared;
    case engine::CompanyProperty::backup_offline: return sc.company.backup.offline;
    case engine::CompanyProperty::backup_tested: return sc.company.backup.tested;
    case engine::CompanyProperty::log_days: return sc.company.log_days;
    default: return std::nullopt; // may change while the drill goes on
    }
}

MaybeNumber known_load(const engine::Scenario& sc, const Instruction& in, const Known& known)
{
    switch (in.op) {
    case Op::constant: return in.value;
    case Op::output: return known.outputs[in.a];
    case Op::control: return sc.company.controls[in.a].on;
    case Op::calendar_value: return known_calendar(sc, in, known);
    case Op::company_value: return known_company(sc, in);
    default: return std::nullopt;
    }
}

MaybeNumber combined(Op op, MaybeNumber l, MaybeNumber r)
{
    const auto is = [](MaybeNumber value, bool truth) { return value && (*value != 0) == truth; };
    if (op == Op::logic_and && (is(l, false) || is(r, false))) return 0;
    if (op == Op::logic_or && (is(l, true) || is(r, true))) return 1;
    if (!l || !r) return std::nullopt;
    return engine::combine(op, *l, *r);
}

} // namespace

Truth truth_of(const engine::Scenario& sc, const engine::Expression& condition, const Known& known)
{
    if (condition.always()) return Truth::always;
    std::vector<MaybeNumber> stack;
    for (std::size_t i = condition.begin; i < condition.end; ++i) {
        const Instruction& in = sc.code[i];
        if (in.op == Op::constant || engine::is_load(in.op)) {
            stack.push_back(known_load(sc, in, known));
            if (in.compare != Op::constant) stack.back() = combined(in.compare, stack.back(), in.value);
        } else if (engine::is_skip(in.op)) {
            if (stack.back()) i += engine::skipped(in, *stack.back());
        } else if (engine::is_unary(in.op)) {
            if (stack.back()) stack.back() = engine::turned(in.op, *stack.back());
        } else {
            const MaybeNumber right = stack.back();
            stack.pop_back();
            stack.back() = combined(in.op, stack.back(), right);
        }
    }
    if (!stack.back()) return Truth::depends;
    return *stack.back() != 0 ? Truth::always : Truth::never;
}

bool reads_output(const engine::Scenario& sc, const engine::Expression& condition, std::size_t output)
{
    return std::any_of(sc.code.begin() + condition.begin, sc.code.begin() + condition.end,
                       [&](const Instruction& in) { return in.op == Op::output && in.a == output; });
}

} // namespace sonae::report
