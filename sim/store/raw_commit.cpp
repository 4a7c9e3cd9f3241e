#include "store/raw_commit.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>
#include <vector>

namespace sonae::store {
namespace {

double seconds_since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

double raw_commit_seconds(const std::filesystem::path& path, int commits)
{
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT) STRICT");
    SQLite::Statement insert(database, "INSERT INTO t(body) VALUES(?)");
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < commits; ++i) {
        insert.bind(1, R"({"table":1,"decision":"d01","option":"isolate","confidence":2})");
        insert.exec();
        insert.reset();
    }
    return seconds_since(begin) / commits;
}

double fdatasync_seconds(const std::filesystem::path& path, int times)
{
    const int file = open(path.c_str(), O_CREAT | O_RDWR | O_TRUNC, 0600);
    if (file < 0) throw std::runtime_error("cannot open " + path.string());
    const std::vector<char> page(4096, 'x');
    bool ok = true;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < times && ok; ++i)
        ok = pwrite(file, page.data(), page.size(), static_cast<off_t>(i) * 4096) == 4096 && fdatasync(file) == 0;
    const double took = seconds_since(begin);
    close(file);
    if (!ok) throw std::runtime_error("cannot write " + path.string());
    return took / times;
}

} // namespace sonae::store
