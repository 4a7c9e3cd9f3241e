// Every component on one screen, in the states that differ most: for layout tests and for looking at.
#pragma once

#include "ui/widgets.hpp"

#include <map>
#include <string>

namespace sonae::tests {

struct GalleryScratch {
    std::string reason;
    std::string note = "証拠を残してから止める。\n連絡先は別紙。";
    int confidence = 1;
    int selected_option = 1;
    bool checked = true;
    bool shows_question = false;
    ui::Toast toast;
    std::map<std::string, int> presses; // by name
    int submitted = 0;
};

void draw_gallery(ui::Ui& ui, GalleryScratch& scratch);
// What the projector shows: one inject, one question.
void draw_wall(ui::Ui& ui);

} // namespace sonae::tests
