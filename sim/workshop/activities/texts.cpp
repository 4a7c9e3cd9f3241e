#include "workshop/activities/texts.hpp"

#include "workshop/activities/grid_values.hpp"

namespace sonae::workshop {

TableTexts::TableTexts(const Table& table, TextsOf texts) : path_(path_to(table, table.head)), texts_(std::move(texts))
{
}

std::string TableTexts::text(std::uint32_t step, const std::string& field) const
{
    if (!texts_ || step == 0 || step > path_.size()) return {};
    const auto [beside, fresh] = read_.try_emplace(step);
    if (fresh) beside->second = texts_(path_[step - 1]->id);
    const auto found = beside->second.find(field);
    return found == beside->second.end() ? std::string() : found->second;
}

std::string TableTexts::cell(const Activity& activity, const Grid& grid, const GridRow& row, std::size_t column,
                             Language language) const
{
    const auto cell = row.cells.find({column, 0});
    if (cell == row.cells.end() || !std::holds_alternative<Written>(cell->second.value)) return {};
    const std::string id = column == kNameColumn ? "name" : grid.columns[column].id;
    if (cell->second.step > 0) return text(cell->second.step, cell_field(activity.id, grid.id, row.id, id));
    const PreparedRow* prepared = find_prepared(grid, row.id);
    if (!prepared) return {};
    const auto text = prepared->cells.find(column);
    return text == prepared->cells.end() ? "" : text->second.text.in(language);
}

std::string TableTexts::row_name(const Session& session, const Activity& activity, const Grid& grid, const GridRow& row,
                                 Language language) const
{
    const Localized name = workshop::row_name(*session.plan, grid, row.id);
    return name.ja.empty() ? cell(activity, grid, row, kNameColumn, language) : name.in(language);
}

std::string TableTexts::note(const Activity& activity, const NoteKey& key, std::uint32_t step) const
{
    return text(step, note_field(activity.id, activity.prompts[key.prompt].id, key.seat, key.note));
}

} // namespace sonae::workshop
