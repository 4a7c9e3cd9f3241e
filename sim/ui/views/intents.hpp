// What a person did on a screen. Views return these; the shell turns them into commands or into a change of screen.
#pragma once

#include "base/entry_id.hpp"
#include "base/localized.hpp"
#include "ui/theme.hpp"
#include "workshop/command.hpp"

#include <string>
#include <variant>
#include <vector>

namespace sonae::ui {

// In a drill.
struct Decide {
    std::string decision, option;
    int confidence = 0; // 0 not said, 1 low, 2 middle, 3 high
    std::string reason;
};
struct PassOn { // decide not to decide
    std::string decision;
};
struct Act {
    std::string action, target;
};
struct StopAct {
    std::string action, target;
};
struct GoBack {
    EntryId to;
};
struct TogglePause {};
struct ShowNextNews {};
struct ChangeSpeed {};
struct KeepDraft { // what is being typed, and for which decision
    std::string decision, reason;
};

// In a session: a command of the table, with what was typed beside it (field → text).
struct InSession {
    workshop::Command command;
    std::map<std::string, std::string> texts;
};

struct SaveSheet {    // as CSV
    std::string grid; // "plan.team"
};

struct ListSheets { // the files that may be read back into it
    std::string grid;
};
struct ReadSheet {
    std::string grid, path;
};

// Between screens.
struct OpenChoose {};
struct OpenHome {};
struct OpenFile {
    std::string path;
};
struct BeginDrill { // or session
    std::string pack, company;
    std::uint32_t table = 1;
    std::string into; // a record to go on in; empty: a new one
};
struct OpenEnd {};
struct OpenPlay {}; // back from the end to the drill's screen, from which the table can go back in time
struct SaveResult {};
struct PlayAgain {};

struct SetLanguage {
    Language language = Language::ja;
};
struct SetTextPercent {
    int percent = 100;
};
struct SetLook {
    Look look = Look::light;
};
struct SetTimed { // whether decisions have a countdown of room minutes
    bool on = true;
};

using Intent =
    std::variant<Decide, PassOn, Act, StopAct, GoBack, TogglePause, ShowNextNews, ChangeSpeed, KeepDraft, OpenChoose,
                 OpenHome, OpenFile, BeginDrill, OpenEnd, OpenPlay, SaveResult, PlayAgain, SetLanguage, SetTextPercent,
                 SetLook, SetTimed, InSession, SaveSheet, ListSheets, ReadSheet>;
using Intents = std::vector<Intent>;

} // namespace sonae::ui
