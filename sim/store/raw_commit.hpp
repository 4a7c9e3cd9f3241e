// What the disk itself takes, to measure the journal against: a bare SQLite commit with our pragmas, and fdatasync
// alone.
#pragma once

#include <filesystem>

namespace sonae::store {

// Seconds for one commit of a one-row insert, the mean of `commits`.
double raw_commit_seconds(const std::filesystem::path& path, int commits);
// Seconds for a 4 KiB write and its fdatasync, the mean of `times`.
double fdatasync_seconds(const std::filesystem::path& path, int times);

} // namespace sonae::store
