// Reading and writing the fields of activity commands. For command.cpp.
#pragma once

#include "read/json_writer.hpp"
#include "read/object_reader.hpp"
#include "workshop/command.hpp"

namespace sonae::workshop {

void write_outputs(read::JsonWriter& json, const std::map<std::string, std::int64_t>& outputs);
std::map<std::string, std::int64_t> read_outputs(read::ObjectReader& in);

void write_fields(read::JsonWriter& json, const StartSession& command);
void write_fields(read::JsonWriter& json, const EnterBlock& command);
void write_fields(read::JsonWriter& json, const SetCells& command);
void write_fields(read::JsonWriter& json, const MoveCard& command);
void write_fields(read::JsonWriter& json, const GiveAnswer& command);
void write_fields(read::JsonWriter& json, const WriteNote& command);
void write_fields(read::JsonWriter& json, const Reveal& command);
void write_fields(read::JsonWriter& json, const MakeCall& command);
void write_fields(read::JsonWriter& json, const TakeBackCall& command);

// Nothing when `kind` is none of an activity's. In a script `texts` takes the texts themselves; a record, where it is
// null, holds none.
std::optional<Command> read_activity_command(std::string_view kind, read::ObjectReader& in, ScriptTexts* texts);

} // namespace sonae::workshop
