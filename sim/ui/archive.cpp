#include "ui/archive.hpp"

#include "pack/chosen.hpp"
#include "store/error.hpp"
#include "store/files.hpp"

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

OpenedDrill begin_drill(const NewDrill& wanted)
{
    OpenedDrill opened{.table = wanted.table};
    try {
        read::Diagnostics faults;
        const pack::Chosen chosen =
            pack::choose(wanted.data / "scenarios" / wanted.pack, wanted.company, wanted.data, faults);
        if (!chosen.scenario) {
            opened.trouble = {
                fmt::format("シナリオに誤りがあるため、始められません。「sonae check」で全部を確かめられます。{}",
                            read::first_fault(faults).ja),
                fmt::format("The pack has faults and cannot be played. `sonae check` tells them all. {}",
                            read::first_fault(faults).en)};
            return opened;
        }
        fs::create_directories(wanted.folder);
        auto room = make_room(wanted.folder, fmt::format("{}-{}-{}", today(), chosen.pack_id, chosen.company));
        const workshop::StartDrill start{
            wanted.table, room->keep_pack(chosen.files), chosen.pack_id, chosen.company, wanted.seed, {}};
        const live::Answer answer = room->post_and_wait(start, "table");
        if (answer.refusal)
            opened.trouble = answer.refusal->sentence;
        else
            opened.room = std::move(room);
    } catch (...) {
        opened.trouble = sentence_of_current_exception(wanted.folder);
    }
    return opened;
}

OpenedDrill open_drill(const fs::path& path)
{
    OpenedDrill opened;
    try {
        auto room = std::make_shared<live::LiveRoom>(live::RoomOptions{.path = path});
        const auto shown = room->snapshot().room;
        for (const auto& [number, table] : shown->tables) {
            if (!table.drill || opened.room) continue;
            opened.table = number;
            opened.drafts = room->drafts(number);
            for (const auto& step : table.steps)
                if (auto texts = room->texts(step->id); !texts.empty()) opened.texts[step->id] = std::move(texts);
            opened.room = room;
        }
        if (!opened.room) opened.trouble = room->untold().empty() ? no_drill_inside() : room->untold().begin()->second;
    } catch (...) {
        opened.room = nullptr;
        opened.trouble = sentence_of_current_exception(path);
    }
    return opened;
}

fs::path save_page(const fs::path& programme, std::string_view page)
{
    const fs::path made = store::free_neighbour(programme, ".page");
    {
        std::ofstream out(made, std::ios::binary);
        out << page;
        out.flush();
        if (!out) throw std::system_error(errno, std::generic_category(), made.string());
    }
    return with_free_name(programme.parent_path(), programme.stem().string(), ".html", [&](const fs::path& path) {
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
