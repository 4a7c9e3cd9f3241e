// A table's session on the terminal: what is missing in it, and what it leaves behind.
#pragma once

#include "app/command_line.hpp"
#include "app/played.hpp"
#include "read/json_writer.hpp"

namespace sonae::app {

void print_session(const Shared& shared, const Played& played);
// The members "session", "brought", "findings" and "outputs" of an open object.
void write_session(read::JsonWriter& json, const Shared& shared, const Played& played);

} // namespace sonae::app
