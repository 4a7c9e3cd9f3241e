// How connections are opened inside this layer.
#pragma once

#include "store/database.hpp"

#include <string_view>

namespace sonae::store {

// A connection with our pragmas. The caller has made sure that the file exists and is a database of ours.
Database connect(const std::filesystem::path& path, OpenMode mode);
// A new, empty database in `path`, or in memory for ":memory:".
Database connect_new(const std::filesystem::path& path);

// Whether a file that begins with these bytes says that it is ours.
bool has_our_application_id(std::string_view start);

// Runs the steps from the schema it has to the last, each in its own transaction.
void migrate(Database& database, std::span<const Migration> migrations);

// Makes an older file a current one: in its place (the old one kept) or, for reading only, in memory.
void upgrade_in_place(const std::filesystem::path& path, std::span<const Migration> migrations);
Database upgraded_in_memory(const Database& old, std::span<const Migration> migrations);

} // namespace sonae::store
