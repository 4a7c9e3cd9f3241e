#include "support/session_room.hpp"

#include "support/shipped.hpp"
#include "support/small_pack.hpp"
#include "workshop/activities/grid_csv.hpp"
#include "workshop/activities/grid_values.hpp"

#include <catch2/catch.hpp>

namespace sonae::test {

using namespace workshop;

const pack::FileSet& session_files()
{
    static const pack::FileSet files = [] {
        pack::FileSet all = small_files();
        for (const auto& [name, file] : small_files().files) {
            if (!name.starts_with("workshop/")) continue;
            std::string bytes = file.bytes;
            if (const auto at = bytes.find("\"id\": \"workshop\""); at != std::string::npos)
                bytes.replace(at, 16, "\"id\": \"session-05\"");
            all.add("session-05/" + name.substr(9), bytes);
        }
        return all;
    }();
    return files;
}

std::map<std::string, std::string> session_pack(const std::string& pack)
{
    read::Diagnostics told;
    const auto read = pack::read_pack(session_files(), pack, told);
    REQUIRE(read);
    std::map<std::string, std::string> bytes;
    for (const auto& [name, file] : read->files.files) bytes[name] = file.bytes;
    return bytes;
}

std::shared_ptr<const SessionPlan> session_plan(const std::string& pack, const std::string& company)
{
    static std::map<std::string, std::shared_ptr<const SessionPlan>> plans;
    auto& plan = plans[pack + " " + company];
    read::Diagnostics told;
    if (!plan)
        plan = pack::compile_session(company == "small" ? session_files() : shipped_files(), pack, company, told);
    return plan;
}

const ScenarioSource& session_source()
{
    static const ScenarioSource source(
        [](const StartDrill& c) { return c.pack_id == kSmallPack ? small_scenario() : nullptr; },
        [](const StartSession& c) { return session_plan(c.pack_id, c.company); });
    return source;
}

void SessionRoom::open(const std::string& pack, const std::string& company)
{
    const auto table = room_.tables.find(1);
    Opening opening = open_session(*session_plan(pack, company), "", 1,
                                   table == room_.tables.end() ? nullptr : &table->second, texts_of());
    REQUIRE_FALSE(post(opening.command, std::move(opening.texts)));
}

std::optional<Refusal> SessionRoom::post(const Command& command, ScriptTexts texts)
{
    const EntryId id{1, record_.size() + 1}, parent = head_of(room_, table_of(command));
    if (auto refusal = carry_out(room_, command, id, session_source())) return refusal;
    record_.push_back({id, parent, command, workshop::fingerprint(room_.tables.at(table_of(command)))});
    if (!texts.empty()) texts_[id] = std::move(texts);
    return std::nullopt;
}

std::optional<Refusal> SessionRoom::say(const std::string& line)
{
    read::Diagnostics faults;
    ScriptTexts texts;
    const auto command = read_script_line(line, "test", 1, faults, &texts);
    INFO(line << "\n" << read::format(faults, Language::en));
    REQUIRE(command);
    return post(*command, std::move(texts));
}

void SessionRoom::must(const std::string& line)
{
    const auto refusal = say(line);
    INFO(line << (refusal ? "\n" + refusal->sentence.en : ""));
    REQUIRE_FALSE(refusal);
}

const Activity& SessionRoom::activity(const std::string& id) const
{
    const Activity* found = activity_called(session(), id);
    REQUIRE(found);
    return *found;
}

const ActivityState& SessionRoom::state(const std::string& id) const { return state_of(session(), activity(id)); }

TextsOf SessionRoom::texts_of() const
{
    return [this](const EntryId& entry) {
        const auto beside = texts_.find(entry);
        return beside == texts_.end() ? ScriptTexts{} : beside->second;
    };
}

TableTexts SessionRoom::texts() const { return {table(), texts_of()}; }

std::vector<std::string> SessionRoom::found(const std::string& id) const
{
    std::vector<std::string> all;
    for (const Finding& finding : findings_of(session(), activity(id)))
        all.push_back(finding.check + (finding.row.empty() ? "" : " " + finding.row));
    return all;
}

std::string SessionRoom::sentence(const std::string& id, const std::string& check, const std::string& row) const
{
    for (const Finding& finding : findings_of(session(), activity(id)))
        if (finding.check == check && finding.row == row) return finding.sentence.ja;
    return {};
}

std::optional<std::int64_t> SessionRoom::output(const std::string& id) const
{
    for (const Left& left : outputs_of(table()))
        if (left.output->id == id && left.session == session().plan->pack_id) return left.value;
    FAIL("no such output: " << id);
    return {};
}

std::optional<std::int64_t> SessionRoom::number(const std::string& grid, const std::string& row,
                                                const std::string& column, int seat) const
{
    const auto place = find_grid_place(session(), grid);
    REQUIRE(place);
    const Grid& known = place->activity->grids[place->grid];
    const GridRow* found = find_row(state_of(session(), *place->activity).grids[place->grid], row);
    REQUIRE(found);
    return number_in(*session().plan, known, *found, *find_column(known, column), seat);
}

} // namespace sonae::test
