// What the readers of a session's files share. For the sources of this layer.
#pragma once

#include "pack/fields.hpp"
#include "pack/rows.hpp"
#include "workshop/activities/kinds.hpp"
#include "workshop/activities/session_plan.hpp"

namespace sonae::pack {

// A session while it is being filled. The company is whole; its names are in the book.
struct SessionDraft {
    workshop::SessionPlan& plan;
    const NameBook& names;
    read::Diagnostics& told;
    const std::vector<read::Slug>& companies; // that the pack lists
};

inline constexpr std::size_t kMaxScales = 32, kMaxScaleValues = 16, kMaxBlocks = 32, kMaxActivities = 16, kMaxGrids = 8,
                             kMaxColumns = 24, kMaxGridRows = 64, kMaxChecks = 32, kMaxCards = 64, kMaxPlaces = 16,
                             kMaxPairs = 64, kMaxQuestions = 64, kMaxPrompts = 16, kMaxSituations = 12, kMaxFacts = 32,
                             kMaxLeft = 32;

// Whether the row is for the company at hand: its `companies` is left out or names it. Tells companies that the pack
// does not list.
bool applies(const SessionDraft& draft, read::ObjectReader& row);
// The rows of the list that apply, those beyond `most` told, ids written twice told.
Rows applying_rows(const SessionDraft& draft, read::ObjectReader& in, std::string_view key, std::size_t most);

// The place of the name in `known`, told (`id.unknown`) when it is not there.
std::optional<std::size_t> place_of(const read::Slug& name, const std::vector<std::string>& known, std::string_view ja,
                                    std::string_view en, read::Diagnostics& told);
template <class Row>
std::vector<std::string> ids_of(const std::vector<Row>& rows)
{
    std::vector<std::string> ids;
    for (const Row& row : rows) ids.push_back(row.id);
    return ids;
}
std::optional<std::size_t> scale_called(const SessionDraft& draft, read::ObjectReader& in, std::string_view key);

// A publication, not a place on the net: those move (`source.address`).
Localized read_source(read::ObjectReader& in, std::string_view key, bool required);

// What the company knows of itself, as rows: assets, controls, people, contacts, processes.
enum class CompanyRows : std::uint8_t { none, assets, controls, people, contacts, processes };
inline constexpr read::Choice<CompanyRows> kCompanyRows[] = {{"assets", CompanyRows::assets},
                                                             {"controls", CompanyRows::controls},
                                                             {"people", CompanyRows::people},
                                                             {"contacts", CompanyRows::contacts},
                                                             {"processes", CompanyRows::processes}};
// `fields`: a column's number, and the company's word for what goes into it. Assets that nobody wrote into the
// company's ledger are left out unless `all`.
std::vector<workshop::PreparedRow> company_rows(const workshop::SessionPlan& plan, const workshop::Grid& grid,
                                                CompanyRows from, const std::vector<std::string>& fields, bool all);
std::vector<std::string> company_fields(CompanyRows from);

workshop::Grid read_grid(SessionDraft& draft, workshop::ActivityKind kind, read::ObjectReader in);
workshop::Board read_board(SessionDraft& draft, read::ObjectReader in);
workshop::Activity read_activity(SessionDraft& draft, read::ObjectReader& in);
// A column that names rows of another grid; once all activities are read.
void check_row_columns(SessionDraft& draft, Rows& activities);

// "ledger.covers(ma03)", with every name found; nothing after a fault.
std::optional<workshop::Figure> read_figure(SessionDraft& draft, read::ObjectReader& in, std::string_view key);

} // namespace sonae::pack
