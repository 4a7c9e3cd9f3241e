// A sheet on the screen: tools above, then what stands in the cell at hand, then the cells. Header and names stay in
// sight; it scrolls by whole rows and columns, so that nothing is ever cut.
#pragma once

#include "ui/sheet/sheet.hpp"
#include "ui/strings.hpp"
#include "ui/widgets.hpp"

namespace sonae::ui {

// What was changed in this frame goes to the end of `out`.
void draw_sheet(Ui& ui, const Strings& s, std::string_view name, const Sheet& sheet, SheetScratch& scratch, Rect at,
                std::vector<SheetChange>& out);

} // namespace sonae::ui
