// What a hand does in a sheet, without a picture: the cursor walks, cells are typed, ranges copied and pasted, and all
// of it can be taken back.
#pragma once

#include "ui/sheet/sheet.hpp"

namespace sonae::ui {

class SheetHand {
  public:
    // Brings order and cursor up to the sheet as it is now. What is changed goes to the end of `out`.
    SheetHand(const Sheet& sheet, SheetScratch& scratch, std::vector<SheetChange>& out);

    std::size_t rows() const { return s_.order.size(); }
    std::size_t columns() const { return sheet_.columns.size() + 1; }
    const SheetRow& row(std::size_t place) const { return sheet_.rows[s_.order[place]]; }
    const SheetColumn* column(std::size_t place) const { return place == 0 ? nullptr : &sheet_.columns[place - 1]; }
    std::string_view words(SheetPlace place) const;
    bool can_edit(SheetPlace place) const;
    // The least rectangle that holds cursor and anchor: its first and last place.
    std::pair<SheetPlace, SheetPlace> range() const;
    bool in_range(SheetPlace place) const;

    void go_to(SheetPlace place, bool extends = false);
    void move(int down, int right, bool extends = false);
    void to_edge(int down, int right, bool extends = false);
    void select_all();

    // Begins to edit the cell: with what stands there, or with what was struck.
    void edit();
    void strike(std::string_view words);
    void cancel();
    // Takes over what was typed, if it can stand there, and moves on. False when it can't: the cell stays open.
    bool commit(int down, int right);
    std::string typed_fault() const; // why what is being typed can't stand there yet
    std::vector<std::string_view> fitting_picks() const;
    void pick(int step); // through the fitting picks

    void clear();
    bool is_tick() const;
    void toggle();
    std::string copy() const;
    // How many cells could not take what was pasted.
    std::size_t paste(std::string_view words);

    void take(SheetChange change); // from elsewhere, whole; it can be taken back like what a hand did

    bool can_undo() const { return !s_.done.empty(); }
    bool can_redo() const { return !s_.undone.empty(); }
    void undo();
    void redo();

    void add(std::string_view row);
    bool add_blank();        // false when there is none left
    bool can_remove() const; // the rows of the range
    void remove();

    void sort(std::size_t column); // up, then down, then as it was
    void filter(std::string words);

  private:
    void order();
    bool shows(const SheetRow& row) const;
    void keep_in_sight();
    void post(SheetChange change);
    void put(SheetChange& change, SheetPlace place, std::string_view words) const;
    SheetChange back_from(const SheetChange& change) const;
    std::string words_of(const SheetRow& row, std::string_view column) const;

    const Sheet& sheet_;
    SheetScratch& s_;
    std::vector<SheetChange>& out_;
};

} // namespace sonae::ui
