#include "app/played.hpp"

#include "base/check.hpp"

#include <cstdio>

namespace sonae::app {

Chosen choose_pack(const std::filesystem::path& path, const std::string& company, const std::filesystem::path& data,
                   Language language)
{
    read::Diagnostics faults;
    Chosen chosen = pack::choose(path, company, data, faults);
    if (!faults.empty()) std::fputs(read::format(faults, language).c_str(), stderr);
    return chosen;
}

Played::Played(Chosen chosen, const std::filesystem::path& journal) : chosen_(std::move(chosen))
{
    source_ = [scenario = chosen_.scenario](const workshop::StartDrill&) { return scenario; };
    if (journal.empty()) return;
    live_ = std::make_unique<live::LiveRoom>(
        live::RoomOptions{.path = journal, .create = !std::filesystem::exists(journal)});
    pack_ = live_->keep_pack(chosen_.files);
    shown_ = live_->snapshot().room;
}

std::optional<workshop::Refusal> Played::post(const workshop::Command& command, const std::string& actor)
{
    if (live_) {
        live::Answer answer = live_->post_and_wait(command, actor);
        shown_ = live_->snapshot().room;
        return answer.refusal;
    }
    return workshop::carry_out(room_, command, EntryId{1, ++entries_}, source_);
}

bool Played::started() const
{
    const auto& tables = (live_ ? *shown_ : room_).tables;
    const auto table = tables.find(1);
    return table != tables.end() && table->second.drill;
}

const workshop::Drill& Played::drill() const
{
    EXPECTS(started());
    return *(live_ ? *shown_ : room_).tables.at(1).drill;
}

workshop::StartDrill Played::start_command(std::uint64_t seed, std::map<std::string, std::int64_t> outputs) const
{
    return {1, pack_, chosen_.pack_id, chosen_.company, seed, std::move(outputs)};
}

} // namespace sonae::app
