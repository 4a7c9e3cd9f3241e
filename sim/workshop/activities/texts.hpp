// From the places of a state to the words that people typed. The words lie beside the record and may have been erased:
// then there are none.
#pragma once

#include "workshop/room.hpp"

namespace sonae::workshop {

// The texts beside an entry, by field.
using TextsOf = std::function<std::map<std::string, std::string>(const EntryId&)>;

class TableTexts {
  public:
    // `texts` may be empty: nothing that people typed is told then.
    TableTexts(const Table& table, TextsOf texts);

    // The text of a cell: what the table wrote, or what the pack or company prepared there.
    std::string cell(const Activity& activity, const Grid& grid, const GridRow& row, std::size_t column,
                     Language language) const;
    // Of a row: the author's or company's name, or the table's.
    std::string row_name(const Session& session, const Activity& activity, const Grid& grid, const GridRow& row,
                         Language language) const;
    std::string note(const Activity& activity, const NoteKey& key, std::uint32_t step) const;

  private:
    std::string text(std::uint32_t step, const std::string& field) const;

    std::vector<std::shared_ptr<const Step>> path_;
    TextsOf texts_;
    mutable std::map<std::uint32_t, std::map<std::string, std::string>> read_; // by step
};

} // namespace sonae::workshop
