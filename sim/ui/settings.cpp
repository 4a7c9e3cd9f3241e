#include "ui/settings.hpp"

#include "live/pacing.hpp"
#include "read/json_writer.hpp"
#include "read/object_reader.hpp"
#include "store/files.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

namespace sonae::ui {
namespace {

constexpr read::Choice<Language> kLanguages[] = {{"ja", Language::ja}, {"en", Language::en}};
constexpr read::Choice<Look> kLooks[] = {{"light", Look::light}, {"dark", Look::dark}, {"contrast", Look::contrast}};

} // namespace

std::string write_settings(const Settings& settings)
{
    read::JsonWriter out(read::JsonWriter::Layout::indented);
    out.begin_object();
    out.member("language", std::string_view(settings.person.language == Language::en ? "en" : "ja"));
    for (const auto& [name, look] : kLooks)
        if (look == settings.person.look) out.member("look", name);
    out.member("text_percent", settings.person.text_percent);
    out.member("timed", settings.person.timed);
    out.member("speed", settings.speed);
    out.end_object();
    return out.text() + "\n";
}

Settings read_settings(std::string_view bytes)
{
    Settings settings;
    read::Diagnostics faults;
    const auto document = read::parse_json(bytes, "settings.json", faults);
    if (!document) return settings;
    read::ObjectReader in(document->root(), faults);
    settings.person.language = in.optional_choice("language", kLanguages).value_or(settings.person.language);
    settings.person.look = in.optional_choice("look", kLooks).value_or(settings.person.look);
    settings.person.text_percent =
        in.optional_integer<int>("text_percent", 100, 200).value_or(settings.person.text_percent);
    settings.person.timed = in.optional_bool("timed").value_or(settings.person.timed);
    const int speed = in.optional_integer<int>("speed", 1, 100'000).value_or(settings.speed);
    if (std::find(std::begin(live::kSpeeds), std::end(live::kSpeeds), speed) != std::end(live::kSpeeds))
        settings.speed = speed;
    return settings;
}

Settings load_settings(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf())) return {};
    return read_settings(bytes.view());
}

void save_settings(const std::filesystem::path& path, const Settings& settings)
{
    std::filesystem::create_directories(path.parent_path());
    const auto made = store::free_neighbour(path, ".new");
    {
        std::ofstream out(made, std::ios::binary);
        out << write_settings(settings);
        out.flush();
        if (!out) throw std::system_error(errno, std::generic_category(), path.string());
    }
    store::take_over(made, path);
}

} // namespace sonae::ui
