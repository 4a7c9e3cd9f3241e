// The company's own assets, measures, people … as prepared rows of a grid.
#include "pack/session_parts.hpp"

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace workshop;
using engine::Asset;
using engine::Contact;
using engine::Control;
using engine::Person;
using engine::Process;

// What the company says in one field: nothing, a text, a number, a yes or no, or a name.
using Said = std::variant<std::monostate, Localized, std::int64_t, bool, std::string>;

template <class Row>
struct Field {
    std::string_view name;
    Said (*said)(const Row&);
};

Said text(const Localized& words) { return words.ja.empty() ? Said{} : Said{words}; }
Said level(std::int64_t value) { return value == 0 ? Said{} : Said{value}; }

Said personal(const Asset& asset)
{
    constexpr std::string_view kNames[] = {"none", "personal", "special_care", "my_number"};
    return std::string(kNames[static_cast<std::size_t>(asset.personal)]);
}

constexpr Field<Asset> kAssets[] = {
    {"process", [](const Asset& a) { return text(a.ledger.process); }},
    {"users", [](const Asset& a) { return text(a.ledger.users); }},
    {"owner", [](const Asset& a) { return text(a.ledger.owner); }},
    {"place", [](const Asset& a) { return text(a.ledger.place); }},
    {"personal", personal},
    {"records", [](const Asset& a) { return Said{std::int64_t{a.records}}; }},
    {"c", [](const Asset& a) { return level(a.ledger.confidentiality); }},
    {"i", [](const Asset& a) { return level(a.ledger.integrity); }},
    {"a", [](const Asset& a) { return level(a.ledger.availability); }},
    {"importance", [](const Asset& a) { return level(a.ledger.importance); }},
    {"threat", [](const Asset& a) { return level(a.ledger.threat); }},
    {"vulnerability", [](const Asset& a) { return level(a.ledger.vulnerability); }},
    {"likelihood", [](const Asset& a) { return level(a.ledger.likelihood); }},
    {"risk", [](const Asset& a) { return level(a.ledger.risk); }},
};
constexpr Field<Control> kControls[] = {
    {"weakness", [](const Control& c) { return text(c.name); }},
    {"remedy", [](const Control& c) { return text(c.remedy); }},
    {"cost", [](const Control& c) { return Said{c.cost}; }},
    {"days", [](const Control& c) { return Said{std::int64_t{c.days}}; }},
    {"on", [](const Control& c) { return Said{c.on}; }},
};
constexpr Field<Person> kPeople[] = {{"on_call", [](const Person& p) { return Said{p.on_call}; }},
                                     {"person", [](const Person& p) { return Said{p.id}; }}};
constexpr Field<Contact> kContacts[] = {{"given", [](const Contact& c) { return text(c.given); }},
                                        {"gap", [](const Contact& c) { return text(c.gap); }},
                                        {"contact", [](const Contact& c) { return Said{c.id}; }}};
constexpr Field<Process> kProcesses[] = {
    {"fallback", [](const Process& p) { return text(p.fallback); }},
    {"loss_per_hour", [](const Process& p) { return Said{p.loss_per_hour}; }},
    {"tolerated_hours", [](const Process& p) { return Said{p.tolerated / kHour}; }},
};

// Owners stand in the company's ledger by their title: 専務 is 専務（情報セキュリティ責任者）.
std::string person_titled(const engine::Company& company, const std::string& title)
{
    for (const Person& person : company.people)
        if (person.name.ja == title || person.name.ja.starts_with(title + "（")) return person.id;
    return {};
}

std::optional<PreparedCell> choice_of(const Scale& scale, const Said& said)
{
    const auto fits = [&](const ScaleValue& value) {
        if (const auto* number = std::get_if<std::int64_t>(&said)) return value.value == *number;
        if (const auto* name = std::get_if<std::string>(&said)) return value.id == *name;
        const auto* words = std::get_if<Localized>(&said);
        return words && value.name.ja == words->ja;
    };
    const auto found = std::find_if(scale.values.begin(), scale.values.end(), fits);
    if (found == scale.values.end()) return std::nullopt;
    return PreparedCell{std::vector<std::string>{found->id}, {}};
}

std::optional<PreparedCell> cell_of(const SessionPlan& plan, const Column& column, const Said& said)
{
    if (std::holds_alternative<std::monostate>(said)) return std::nullopt;
    const auto* words = std::get_if<Localized>(&said);
    const auto* number = std::get_if<std::int64_t>(&said);
    const auto* name = std::get_if<std::string>(&said);
    switch (column.type) {
    case ColumnType::choice: return choice_of(plan.scales[column.scale], said);
    case ColumnType::text:
        if (words) return PreparedCell{Written{}, *words};
        return std::nullopt;
    case ColumnType::count:
    case ColumnType::yen:
        if (number) return PreparedCell{*number, {}};
        return std::nullopt;
    case ColumnType::yes_no:
        if (const auto* yes = std::get_if<bool>(&said)) return PreparedCell{*yes, {}};
        return std::nullopt;
    case ColumnType::person: {
        const std::string person = name ? *name : words ? person_titled(plan.company, words->ja) : "";
        if (person.empty()) return std::nullopt;
        return PreparedCell{std::vector<std::string>{person}, {}};
    }
    default: return std::nullopt;
    }
}

template <class Row, std::size_t N>
void fill(PreparedRow& prepared, const Field<Row> (&known)[N], const Row& row, const SessionPlan& plan,
          const Grid& grid, const std::vector<std::string>& fields)
{
    for (std::size_t c = 0; c < fields.size(); ++c)
        for (const Field<Row>& field : known) {
            if (field.name != fields[c]) continue;
            if (auto cell = cell_of(plan, grid.columns[c], field.said(row))) prepared.cells[c] = std::move(*cell);
        }
}

template <class Row, std::size_t N, class NameOf>
std::vector<PreparedRow> rows_of(const std::vector<Row>& all, const Field<Row> (&known)[N], const SessionPlan& plan,
                                 const Grid& grid, const std::vector<std::string>& fields, NameOf name_of)
{
    std::vector<PreparedRow> rows;
    for (const Row& row : all) {
        PreparedRow prepared{row.id, name_of(row), {}, {}};
        fill(prepared, known, row, plan, grid, fields);
        rows.push_back(std::move(prepared));
    }
    return rows;
}

template <class Row, std::size_t N>
std::vector<std::string> names_of(const Field<Row> (&known)[N])
{
    std::vector<std::string> names;
    for (const Field<Row>& field : known) names.emplace_back(field.name);
    return names;
}

} // namespace

std::vector<std::string> company_fields(CompanyRows from)
{
    switch (from) {
    case CompanyRows::assets: return names_of(kAssets);
    case CompanyRows::controls: return names_of(kControls);
    case CompanyRows::people: return names_of(kPeople);
    case CompanyRows::contacts: return names_of(kContacts);
    case CompanyRows::processes: return names_of(kProcesses);
    case CompanyRows::none: break;
    }
    return {};
}

std::vector<PreparedRow> company_rows(const SessionPlan& plan, const Grid& grid, CompanyRows from,
                                      const std::vector<std::string>& fields, bool all)
{
    const engine::Company& company = plan.company;
    const auto named = [](const auto& row) { return row.name; };
    switch (from) {
    case CompanyRows::assets: {
        std::vector<Asset> assets = company.assets;
        if (!all) std::erase_if(assets, [](const Asset& asset) { return asset.ledger.process.ja.empty(); });
        return rows_of(assets, kAssets, plan, grid, fields, named);
    }
    case CompanyRows::controls:
        return rows_of(company.controls, kControls, plan, grid, fields, [](const Control& c) { return c.remedy; });
    case CompanyRows::people: return rows_of(company.people, kPeople, plan, grid, fields, named);
    case CompanyRows::contacts: return rows_of(company.contacts, kContacts, plan, grid, fields, named);
    case CompanyRows::processes: return rows_of(company.processes, kProcesses, plan, grid, fields, named);
    case CompanyRows::none: break;
    }
    return {};
}

} // namespace sonae::pack
