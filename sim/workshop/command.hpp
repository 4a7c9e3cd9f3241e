// Everything that anyone does to a room. A command is a small value; check() says whether it may happen, apply() does
// it.
#pragma once

#include "read/diagnostic.hpp"
#include "read/json_writer.hpp"
#include "workshop/command/activity.hpp"
#include "workshop/command/drill.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sonae::workshop {

using Command = std::variant<StartDrill, Advance, Choose, LetPass, TakeAction, CallOff, Rewind, StartSession,
                             EnterBlock, SetCells, MoveCard, GiveAnswer, WriteNote, Reveal, MakeCall, TakeBackCall>;

inline constexpr int kMostSeats = 12; // people at a table who rate, answer and write for themselves

TableNumber table_of(const Command& command);
std::string_view kind_of(const Command& command); // "choose": as entries and scripts name it

// The version that write_command writes; older ones are upgraded by read_command.
inline constexpr std::uint32_t kCommandVersion = 1;

// The command's fields as one JSON object without its kind.
std::string write_command(const Command& command);
// Empty, with faults told, when kind, version or body are not understood.
std::optional<Command> read_command(std::string_view kind, std::uint32_t version, std::string_view body,
                                    read::Diagnostics& diagnostics);

// One line of a script: {"choose": {"decision": "d01", "option": "isolate"}}. Fields as in write_command; `table` may
// be left out. Unlike a record, a script may hold texts, as {"text": "…"} where the record has {"text": true}; they go
// into `texts`, by field.
using ScriptTexts = std::map<std::string, std::string>;
std::string write_script_line(const Command& command);
std::optional<Command> read_script_line(std::string_view line, std::string file, int line_number,
                                        read::Diagnostics& diagnostics, ScriptTexts* texts = nullptr);

// A cell's value as commands and dumps write it.
void write_cell_value(read::JsonWriter& json, const CellValue& value);

} // namespace sonae::workshop
