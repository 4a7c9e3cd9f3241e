#include "app/earlier.hpp"

#include "live/kept.hpp"
#include "workshop/activities/outputs.hpp"

namespace sonae::app {

Earlier::Earlier(const std::filesystem::path& file)
    : file_(store::ProgrammeFile::open(file, store::OpenMode::read_only)),
      read_(live::read_room(file_, live::kept_scenarios(file_)))
{
}

const workshop::Table* Earlier::table(workshop::TableNumber number) const
{
    const auto found = read_.room.tables.find(number);
    return found == read_.room.tables.end() ? nullptr : &found->second;
}

workshop::TextsOf Earlier::texts() const
{
    return [this](const EntryId& entry) { return file_.texts(entry); };
}

std::map<std::string, std::int64_t> Earlier::outputs(const engine::Scenario& scenario) const
{
    std::map<std::string, std::int64_t> values;
    const workshop::Table* from = table();
    if (!from) return values;
    values = workshop::outputs_for(scenario.outputs, *from);
    if (from->drill)
        for (const engine::Output& output : scenario.outputs)
            if (const auto carried = from->drill->started.outputs.find(output.id);
                carried != from->drill->started.outputs.end())
                values.insert(*carried);
    return values;
}

} // namespace sonae::app
