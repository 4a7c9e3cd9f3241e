// Keys and mouse of a sheet. For sheet_view.cpp.
#pragma once

#include "ui/sheet/sheet_hand.hpp"

namespace sonae::ui {

// What went down since the last frame, for the sheet that has the keys and is not typed into.
void carry_out_keys(SheetHand& hand, SheetScratch& scratch);
// While a cell is typed into: the keys that its field does not need.
void carry_out_typing_keys(SheetHand& hand, SheetScratch& scratch);
// Letters that came in, as the field would have taken them; they are gone then.
std::string take_struck_words();

} // namespace sonae::ui
