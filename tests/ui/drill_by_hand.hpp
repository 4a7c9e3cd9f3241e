// A whole drill as a person plays it, from the first screen to the saved page: the same script for hands that press an
// offscreen frame and for hands on a real mouse and keyboard. Beside the hands runs the same drill without any screen;
// what it was told is what the journal must hold.
#pragma once

#include "ui/keys.hpp"
#include "ui/stage.hpp"

#include <string>
#include <vector>

namespace sonae::test {

class Hands {
  public:
    virtual ~Hands() = default;
    // Each waits until the press had its effect, as far as the screen tells.
    virtual void click(const std::string& widget) = 0;
    virtual void press(ui::Key key) = 0;
    virtual void type(const std::string& words) = 0; // into the field that was clicked
    // Waits until the screen is shown and so many commands were accepted.
    virtual void await(const std::string& screen, std::uint64_t accepted) = 0;
    virtual void await_widget(const std::string& name) = 0; // is there and on
    virtual bool sees(const std::string& widget) = 0;       // there, on and in sight
};

struct HandScript {
    int decisions = 0, actions = 0, rewinds = 0;
    std::vector<std::string> reasons;
};

// From home; the drill's clock stands still throughout, so that nothing depends on how fast the hands are. Answers
// every decision, by keyboard and by mouse in turn, takes two actions, goes back once, and stops on the play screen at
// the end.
HandScript play_by_hand(Hands& hands, ui::Stage& beside);
// From the ended drill's screen: on to the end, where the result page is saved.
void save_by_hand(Hands& hands, ui::Stage& beside);

// The commands, a line each, as a script file has them. Going back is told by how many entries remain: identities
// differ from file to file.
std::vector<std::string> lines_of(const workshop::Table& table);

} // namespace sonae::test
