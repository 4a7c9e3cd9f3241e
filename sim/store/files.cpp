#include "store/files.hpp"

#include "base/digest.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/random.h>
#include <system_error>
#include <unistd.h>

namespace sonae::store {

namespace {

[[noreturn]] void fail(const char* what, const std::filesystem::path& path)
{
    throw std::system_error(errno, std::generic_category(), std::string(what) + " " + path.string());
}

class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0644))
    {
        if (number_ < 0) fail("open", path);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(number_); }
    int number() const { return number_; }

  private:
    int number_;
};

// A name is only safe from a power cut once its folder is on the disk. Some network file systems cannot do that: their
// refusal is no reason to give up a file that is there.
void sync_folder_of(const std::filesystem::path& path)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
    if (::fsync(descriptor.number()) != 0 && errno == EIO) fail("fsync", folder);
}

bool disk_knows_no_links(int error) { return error == EPERM || error == ENOTSUP || error == ENOSYS || error == EMLINK; }

void write_all(const Descriptor& to, const char* bytes, std::size_t size, const std::filesystem::path& path)
{
    while (size > 0) {
        const ssize_t written = ::write(to.number(), bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", path);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

} // namespace

std::uint64_t random_id()
{
    std::uint64_t id = 0;
    while (id == 0) {
        const ssize_t got = ::getrandom(&id, sizeof id, 0);
        if (got != static_cast<ssize_t>(sizeof id) && errno != EINTR) fail("getrandom", {});
        if (got != static_cast<ssize_t>(sizeof id)) id = 0;
    }
    return id;
}

std::filesystem::path free_neighbour(const std::filesystem::path& path, const std::string& suffix)
{
    auto name = path;
    do {
        name = path;
        name += suffix + hex(random_id());
    } while (std::filesystem::exists(std::filesystem::symlink_status(name)));
    return name;
}

void publish(const std::filesystem::path& made, const std::filesystem::path& path)
{
    if (::link(made.c_str(), path.c_str()) == 0) {
        ::unlink(made.c_str());
    } else if (disk_knows_no_links(errno)) {
        {
            const Descriptor claim(path, O_WRONLY | O_CREAT | O_EXCL);
        }
        if (::rename(made.c_str(), path.c_str()) != 0) fail("rename", path);
    } else {
        fail("link", path);
    }
    sync_folder_of(path);
}

void keep_as(const std::filesystem::path& path, const std::filesystem::path& second)
{
    if (::link(path.c_str(), second.c_str()) != 0) {
        if (!disk_knows_no_links(errno)) fail("link", second);
        copy_bytes(path, second);
    }
    sync_folder_of(second);
}

void take_over(const std::filesystem::path& made, const std::filesystem::path& path)
{
    if (::rename(made.c_str(), path.c_str()) != 0) fail("rename", path);
    sync_folder_of(path);
}

void copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to)
{
    const Descriptor source(from, O_RDONLY);
    const Descriptor target(to, O_WRONLY | O_CREAT | O_EXCL);
    std::array<char, 1 << 16> buffer;
    for (;;) {
        const ssize_t got = ::read(source.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", from);
        if (got == 0) break;
        write_all(target, buffer.data(), static_cast<std::size_t>(got), to);
    }
    if (::fsync(target.number()) != 0) fail("fsync", to);
}

std::string read_start(const std::filesystem::path& path)
{
    // O_NONBLOCK: a named pipe in the file's place must not hold us.
    const Descriptor source(path, O_RDONLY | O_NONBLOCK);
    std::string bytes(100, '\0');
    const ssize_t got = ::read(source.number(), bytes.data(), bytes.size());
    if (got < 0) fail("read", path);
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

RemoveLater::~RemoveLater()
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        auto name = path_;
        name += suffix;
        ::unlink(name.c_str());
    }
}

} // namespace sonae::store
