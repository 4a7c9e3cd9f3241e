// The parts of the end screen: each flows at the cursor, in whatever column stands around it.
#pragma once

#include "ui/views/end.hpp"

namespace sonae::ui {

void draw_outcome(Ui& ui, const Strings& s, const EndView& view);
void draw_end_decisions(Ui& ui, const Strings& s, const EndView& view);
void draw_end_timeline(Ui& ui, const EndView& view);
void draw_end_cards(Ui& ui, const Strings& s, const EndView& view);

} // namespace sonae::ui
