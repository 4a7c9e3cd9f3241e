// Views with Japanese column names for people who open the file with an SQL tool or a spreadsheet:
//   v_decisions   every accepted command, and whether it still counts (有効) after rewinds
//   v_timeline    what happened, in the order of situation time
//   v_indicators  the series of every indicator
// They are part of the schema: a change of theirs is a migration.
#pragma once

namespace sonae::store {

class Database;

void create_views(Database& database);

} // namespace sonae::store
