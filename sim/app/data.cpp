#include "app/data.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace sonae::app {

std::filesystem::path find_data(const std::string& from_option)
{
    const char* variable = std::getenv("SONAE_DATA");
    for (const std::filesystem::path candidate :
         {from_option, std::string(variable ? variable : ""), std::string(SONAE_INSTALL_DATA)}) {
        std::error_code ignored;
        if (!candidate.empty() && std::filesystem::is_directory(candidate / "scenarios", ignored)) return candidate;
    }
    return SONAE_SOURCE_DIR;
}

std::filesystem::path find_home(const std::string& from_option)
{
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value ? value : "");
    };
    if (!from_option.empty()) return std::filesystem::absolute(from_option);
    if (const auto home = variable("SONAE_HOME"); !home.empty()) return std::filesystem::absolute(home);
    if (const auto shared = variable("XDG_DATA_HOME"); shared.is_absolute())
        return shared / "sonae"; // a relative one is invalid, says XDG
    return variable("HOME") / ".local" / "share" / "sonae";
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot open " + path.string());
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

void write_file(const std::filesystem::path& path, std::string_view text)
{
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.flush();
    if (!out) throw std::runtime_error("cannot write " + path.string());
}

} // namespace sonae::app
