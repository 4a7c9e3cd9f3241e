#include "app/played.hpp"

#include "base/check.hpp"

#include <cstdio>
#include <fmt/format.h>

namespace sonae::app {

Chosen choose_pack(const std::filesystem::path& path, const std::string& company, const std::filesystem::path& data,
                   Language language)
{
    read::Diagnostics faults;
    Chosen chosen = pack::choose(path, company, data, faults);
    if (!faults.empty()) std::fputs(read::format(faults, language).c_str(), stderr);
    return chosen;
}

Chosen choose_drill(const std::filesystem::path& path, const std::string& company, const Shared& shared)
{
    Chosen chosen = choose_pack(path, company, shared.data, shared.language);
    if (chosen.session && !chosen.scenario)
        fmt::print(stderr, "sonae: {}: {}\n", path.string(),
                   shared.say({"演習のない回です。演習のある回のフォルダーを指定してください。",
                               "This session has no drill: name the folder of one that has."}));
    return chosen;
}

Played::Played(Chosen chosen, const std::filesystem::path& journal) : chosen_(std::move(chosen))
{
    source_ = {[scenario = chosen_.scenario](const workshop::StartDrill&) { return scenario; },
               [session = chosen_.session](const workshop::StartSession&) { return session; }};
    if (journal.empty()) return;
    live_ = std::make_unique<live::LiveRoom>(
        live::RoomOptions{.path = journal, .create = !std::filesystem::exists(journal)});
    pack_ = live_->keep_pack(chosen_.files);
    shown_ = live_->snapshot().room;
}

std::optional<workshop::Refusal> Played::post(const workshop::Command& command, const std::string& actor,
                                              std::map<std::string, std::string> texts)
{
    if (live_) {
        live::Answer answer = live_->post_and_wait(command, actor, std::move(texts));
        shown_ = live_->snapshot().room;
        return answer.refusal;
    }
    const EntryId id{1, entries_ + 1};
    if (auto refusal = workshop::carry_out(room_, command, id, source_)) return refusal;
    ++entries_;
    if (!texts.empty()) texts_[id] = std::move(texts);
    return std::nullopt;
}

bool Played::started() const
{
    const auto& tables = (live_ ? *shown_ : room_).tables;
    const auto table = tables.find(1);
    return table != tables.end() && table->second.drill;
}

const workshop::Table& Played::table() const
{
    const auto& tables = (live_ ? *shown_ : room_).tables;
    EXPECTS(tables.contains(1));
    return tables.at(1);
}

workshop::TextsOf Played::texts() const
{
    return [this](const EntryId& entry) {
        if (live_) return live_->texts(entry);
        const auto beside = texts_.find(entry);
        return beside == texts_.end() ? std::map<std::string, std::string>{} : beside->second;
    };
}

const workshop::Drill& Played::drill() const
{
    EXPECTS(started());
    return *table().drill;
}

workshop::StartDrill Played::start_command(std::uint64_t seed, std::map<std::string, std::int64_t> outputs) const
{
    return {1, pack_, chosen_.pack_id, chosen_.company, seed, std::move(outputs)};
}

} // namespace sonae::app
