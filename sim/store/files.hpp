// The few things this layer asks of the file system beside SQLite: names that are free, files that appear whole, bytes
// that are on the disk. Failures are std::system_error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace sonae::store {

std::uint64_t random_id(); // from the system's generator, never 0

// `path` with `suffix` and random digits: a neighbour that does not exist.
std::filesystem::path free_neighbour(const std::filesystem::path& path, const std::string& suffix);

// Gives the finished file `made` the name `path`, at once and only if that name is free (else EEXIST).
void publish(const std::filesystem::path& made, const std::filesystem::path& path);
// A second name for the file, or where the disk knows no links a copy of it. The name must be free (else EEXIST).
void keep_as(const std::filesystem::path& path, const std::filesystem::path& second);
// Gives the finished file `made` the name `path` at once, in place of what had it.
void take_over(const std::filesystem::path& made, const std::filesystem::path& path);

void copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to); // to must be free; synced

// The first 100 bytes, or as many as there are.
std::string read_start(const std::filesystem::path& path);

// Removes a database and what SQLite keeps beside it, on leaving the scope.
class RemoveLater {
  public:
    explicit RemoveLater(std::filesystem::path path) : path_(std::move(path)) {}
    RemoveLater(const RemoveLater&) = delete;
    RemoveLater& operator=(const RemoveLater&) = delete;
    ~RemoveLater();

  private:
    std::filesystem::path path_;
};

} // namespace sonae::store
