#include "ui/strings.hpp"

#include "read/string_table.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace sonae::ui {

const std::string& Strings::operator()(std::string_view key) const
{
    const auto found = table_.find(key);
    return found != table_.end() ? found->second : *missing_.emplace(key).first;
}

std::string Strings::format(std::string_view key, Filled arguments) const
{
    const std::string_view pattern = (*this)(key);
    std::string out;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == pattern.npos ? pattern.npos : pattern.find('}', open);
        if (close == pattern.npos) break;
        out.append(pattern.substr(at, open - at));
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        std::string_view value = pattern.substr(open, close - open + 1);
        for (const auto& [hole, filling] : arguments)
            if (hole == name) value = filling;
        out.append(value);
        at = close + 1;
    }
    return out.append(pattern.substr(at));
}

std::string Strings::all_texts() const
{
    std::string all;
    for (const auto& [key, text] : table_) all.append(text);
    return all;
}

Strings load_strings(const std::filesystem::path& data, Language language)
{
    const std::filesystem::path path = data / "content" / "ui" / (language == Language::ja ? "ja.json" : "en.json");
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (!file || !(bytes << file.rdbuf())) throw std::runtime_error("The texts " + path.string() + " can't be read.");
    read::Diagnostics faults;
    const read::StringTable table = read::read_string_table(bytes.view(), path.string(), faults);
    if (!faults.empty()) throw std::runtime_error(read::format(faults, language));
    return Strings(language, Strings::Table(table.begin(), table.end()));
}

} // namespace sonae::ui
