// What a grid holds: rows of cells. A copy of the rows shares every row that did not change: a ledger of a thousand
// rows is as quickly copied as one of ten, and who keeps a row knows by its address that it is still the same.
#pragma once

#include "workshop/activities/cell_value.hpp"

#include <compare>
#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
#include <string_view>

namespace sonae::workshop {

// Seat 0 is the table's own value, 1 … a rater's. `step` of a text: which step of the table's line wrote it (counted
// from its first as 1); 0: the pack's own text.
struct Cell {
    CellValue value;
    std::uint32_t step = 0;
    bool operator==(const Cell&) const = default;
};
struct CellKey {
    std::size_t column = 0;
    int seat = 0;
    auto operator<=>(const CellKey&) const = default;
};

struct GridRow {
    std::string id;
    bool present = true; // a row taken out keeps its place and cells: putting it back is all it takes to undo
    std::map<CellKey, Cell> cells;
    bool operator==(const GridRow&) const = default;
};

class GridRows {
  public:
    class Iterator {
      public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = GridRow;
        using difference_type = std::ptrdiff_t;
        using pointer = const GridRow*;
        using reference = const GridRow&;

        Iterator() = default;
        explicit Iterator(const std::shared_ptr<const GridRow>* at) : at_(at) {}
        reference operator*() const { return **at_; }
        pointer operator->() const { return at_->get(); }
        Iterator& operator++() { return ++at_, *this; }
        Iterator operator++(int) { return Iterator(at_++); }
        bool operator==(const Iterator&) const = default;

      private:
        const std::shared_ptr<const GridRow>* at_ = nullptr;
    };

    Iterator begin() const { return Iterator(rows_.data()); } // in the order in which they came
    Iterator end() const { return Iterator(rows_.data() + rows_.size()); }
    std::size_t size() const { return rows_.size(); }
    bool empty() const { return rows_.empty(); }
    const GridRow& operator[](std::size_t place) const { return *rows_[place]; }
    const GridRow& front() const { return *rows_.front(); }
    const GridRow& back() const { return *rows_.back(); }
    const std::shared_ptr<const GridRow>& shared(std::size_t place) const { return rows_[place]; }

    const GridRow* find(std::string_view id) const;
    void add(GridRow row);                // none of its id may be there
    GridRow& change(std::string_view id); // its own copy, to be written before the rows are copied; it must be there

    bool operator==(const GridRows& other) const;

  private:
    std::size_t place_by_id(std::string_view id) const; // in by_id_: of the row, or where it would stand

    std::vector<std::shared_ptr<const GridRow>> rows_;
    std::vector<std::size_t> by_id_; // their places, in the order of their ids
};

} // namespace sonae::workshop
