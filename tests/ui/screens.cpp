#include "ui/screens.hpp"

#include "support/shipped.hpp"

namespace sonae::test {

const ui::Strings& strings(Language language)
{
    static const ui::Strings ja = ui::load_strings(SONAE_SOURCE_DIR, Language::ja);
    static const ui::Strings en = ui::load_strings(SONAE_SOURCE_DIR, Language::en);
    return language == Language::ja ? ja : en;
}

namespace {

ui::ShotSource make_source(Language language)
{
    read::Diagnostics faults;
    const pack::FileSet files = shipped_files();
    ui::ShotSource from{strings(language), shipped(), ui::read_offers(files, faults), {}};
    from.sessions = ui::read_sessions(files, from.offers, "tamano", faults);
    return from;
}

class Words {
  public:
    template <class... Parts>
    void add(const Parts&... parts)
    {
        (put(parts), ...);
    }
    std::vector<std::string> all;

  private:
    void put(const std::string& words) { all.push_back(words); }
    void put(int number) { all.push_back(std::to_string(number)); }
};

void add_map(Words& words, const ui::MapView& map)
{
    words.add(map.touched, map.extent);
    for (const ui::MapZone& zone : map.zones) {
        words.add(zone.name, zone.count);
        for (const ui::MapHost& host : zone.hosts)
            words.add(host.slug, host.name, host.word, static_cast<int>(host.mark));
        for (const auto& [mark, count] : zone.marks) words.add(static_cast<int>(mark), count);
    }
    for (const ui::MapProcess& process : map.processes)
        words.add(process.name, process.word, static_cast<int>(process.running));
}

void add_actions(Words& words, const ui::ActionsView& actions)
{
    words.add(actions.free_people, actions.picking_title, actions.picking_caption);
    for (const ui::RunningItem& item : actions.running) words.add(item.title, item.caption);
    for (const auto* items : {&actions.ready, &actions.blocked})
        for (const ui::ActionItem& item : *items) words.add(item.title, item.caption, item.note, item.why_not);
    for (const ui::TargetItem& item : actions.targets) words.add(item.name, item.caption, static_cast<int>(item.mark));
}

void add_indicators(Words& words, const ui::IndicatorsView& view)
{
    for (const ui::FigureView& figure : view.figures) {
        words.add(figure.caption, figure.figure, figure.change, figure.cause);
        for (const ui::Point& point : figure.series)
            words.add(static_cast<int>(point.at), static_cast<int>(point.value));
    }
    for (const ui::TrustView& trust : view.trust)
        words.add(trust.caption, trust.figure, static_cast<int>(trust.direction));
    for (const ui::DeadlineView& deadline : view.deadlines) words.add(deadline.name, deadline.left);
    words.add(view.trust_cause, view.preparation);
}

} // namespace

const ui::ShotSource& shot_source(Language language)
{
    static const ui::ShotSource ja = make_source(Language::ja), en = make_source(Language::en);
    return language == Language::ja ? ja : en;
}

std::vector<std::string> all_words(const ui::PlayView& view)
{
    Words words;
    words.add(view.top.session, view.top.place, view.top.clock, view.top.elapsed, view.top.why_no_time, view.briefing);
    for (const ui::Letter& letter : view.inbox.letters)
        words.add(letter.sender, letter.time, letter.title, letter.body, letter.severity);
    words.add(view.decision.heading, view.decision.question, view.decision.deadline);
    for (const ui::OptionView& option : view.decision.options) words.add(option.words, option.note, option.why_not);
    for (const ui::RecordRow& row : view.record.rows) words.add(row.time, row.words, row.reason);
    add_map(words, view.map);
    add_actions(words, view.actions);
    add_indicators(words, view.indicators);
    return words.all;
}

} // namespace sonae::test
