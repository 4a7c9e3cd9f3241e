#include "ui/archive.hpp"

#include "pack/chosen.hpp"
#include "store/error.hpp"
#include "store/files.hpp"
#include "workshop/activities/opening.hpp"
#include "workshop/activities/outputs.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <ctime>
#include <fstream>
#include <system_error>

namespace sonae::ui {
namespace {

namespace fs = std::filesystem;

std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return fmt::format("{:%Y-%m-%d}", local);
}

std::shared_ptr<live::LiveRoom> make_room(const fs::path& folder, const std::string& stem)
{
    std::shared_ptr<live::LiveRoom> room;
    with_free_name(folder, stem, ".sonae", [&](const fs::path& path) {
        try {
            room = std::make_shared<live::LiveRoom>(live::RoomOptions{.path = path, .create = true});
        } catch (const store::StoreError& error) {
            if (error.fault() != store::StoreFault::exists) throw;
        }
        return room != nullptr;
    });
    return room;
}

Localized no_drill_inside() { return {"この記録には演習がありません。", "This record holds no drill."}; }

} // namespace

Localized sentence_of_current_exception(const fs::path& about)
try {
    store::rethrow_about(about);
} catch (const store::StoreError& error) {
    return error.sentence();
} catch (const std::exception& error) {
    return {fmt::format("うまくいきませんでした: {}", error.what()),
            fmt::format("That did not work: {}", error.what())};
}

fs::path with_free_name(const fs::path& folder, const std::string& stem, const std::string& ending,
                        const std::function<bool(const fs::path&)>& make)
{
    for (int number = 1; number < 10'000; ++number) {
        fs::path path = folder / (number == 1 ? stem + ending : fmt::format("{}-{}{}", stem, number, ending));
        if (make(path)) return path;
    }
    throw std::system_error(EEXIST, std::generic_category(), (folder / stem).string());
}

namespace {

std::shared_ptr<live::LiveRoom> room_for(const NewDrill& wanted, const pack::Chosen& chosen)
{
    if (!wanted.into.empty()) return std::make_shared<live::LiveRoom>(live::RoomOptions{.path = wanted.into});
    fs::create_directories(wanted.folder);
    return make_room(wanted.folder, fmt::format("{}-{}-{}", today(), chosen.pack_id, chosen.company));
}

// What the table brings: nothing from a new record.
const workshop::Table* table_in(const workshop::Room& room, workshop::TableNumber number)
{
    const auto table = room.tables.find(number);
    return table == room.tables.end() ? nullptr : &table->second;
}

live::Answer start(live::LiveRoom& room, const NewDrill& wanted, const pack::Chosen& chosen)
{
    const std::string pack = room.keep_pack(chosen.files);
    const auto shown = room.snapshot().room;
    const workshop::Table* before = table_in(*shown, wanted.table);
    if (chosen.scenario) {
        workshop::StartDrill drill{wanted.table, pack, chosen.pack_id, chosen.company, wanted.seed, {}};
        if (before) drill.outputs = workshop::outputs_for(chosen.scenario->outputs, *before);
        return room.post_and_wait(drill, "table");
    }
    workshop::Opening opening = workshop::open_session(*chosen.session, pack, wanted.table, before,
                                                       [&room](const EntryId& entry) { return room.texts(entry); });
    return room.post_and_wait(std::move(opening.command), "table", std::move(opening.texts));
}

// What the table began last.
bool is_in_session(const workshop::Table& table)
{
    const auto path = workshop::path_to(table, table.head);
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
        if (std::holds_alternative<workshop::StartSession>((*step)->command)) return true;
        if (std::holds_alternative<workshop::StartDrill>((*step)->command)) return false;
    }
    return false;
}

void take_table(const std::shared_ptr<live::LiveRoom>& room, const workshop::Table& table, OpenedDrill& opened)
{
    opened.room = room;
    opened.table = table.number;
    opened.in_session = table.session && (!table.drill || is_in_session(table));
    opened.drafts = room->drafts(table.number);
    for (const auto& step : table.steps)
        if (auto texts = room->texts(step->id); !texts.empty()) opened.texts[step->id] = std::move(texts);
}

} // namespace

OpenedDrill begin_drill(const NewDrill& wanted)
{
    OpenedDrill opened{.table = wanted.table};
    try {
        read::Diagnostics faults;
        const pack::Chosen chosen =
            pack::choose(wanted.data / "scenarios" / wanted.pack, wanted.company, wanted.data, faults);
        if (!chosen.scenario && !chosen.session) {
            opened.trouble = {
                fmt::format("シナリオに誤りがあるため、始められません。「sonae check」で全部を確かめられます。{}",
                            read::first_fault(faults).ja),
                fmt::format("The pack has faults and cannot be played. `sonae check` tells them all. {}",
                            read::first_fault(faults).en)};
            return opened;
        }
        const auto room = room_for(wanted, chosen);
        const live::Answer answer = start(*room, wanted, chosen);
        if (answer.refusal)
            opened.trouble = answer.refusal->sentence;
        else
            take_table(room, room->snapshot().room->tables.at(wanted.table), opened);
    } catch (...) {
        opened.room = nullptr;
        opened.trouble = sentence_of_current_exception(wanted.into.empty() ? wanted.folder : wanted.into);
    }
    return opened;
}

OpenedDrill open_drill(const fs::path& path)
{
    OpenedDrill opened;
    try {
        auto room = std::make_shared<live::LiveRoom>(live::RoomOptions{.path = path});
        const auto shown = room->snapshot().room;
        for (const auto& [number, table] : shown->tables)
            if (!opened.room && (table.drill || table.session)) take_table(room, table, opened);
        if (!opened.room) opened.trouble = room->untold().empty() ? no_drill_inside() : room->untold().begin()->second;
    } catch (...) {
        opened.room = nullptr;
        opened.trouble = sentence_of_current_exception(path);
    }
    return opened;
}

fs::path save_page(const fs::path& programme, std::string_view page, const std::string& part, const std::string& ending)
{
    const fs::path made = store::free_neighbour(programme, ".page");
    {
        std::ofstream out(made, std::ios::binary);
        out << page;
        out.flush();
        if (!out) throw std::system_error(errno, std::generic_category(), made.string());
    }
    const std::string stem = programme.stem().string() + (part.empty() ? "" : "-" + part);
    return with_free_name(programme.parent_path(), stem, ending, [&](const fs::path& path) {
        try {
            store::publish(made, path);
            return true;
        } catch (const std::system_error& error) {
            if (error.code() != std::errc::file_exists) throw;
            return false;
        }
    });
}

} // namespace sonae::ui
