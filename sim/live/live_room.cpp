#include "live/live_room.hpp"

#include "base/check.hpp"
#include "live/kept.hpp"
#include "live/read_room.hpp"
#include "workshop/facts_json.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

namespace sonae::live {
namespace {

using workshop::Command;
using workshop::Room;

struct Posted {
    Ticket ticket = 0;
    std::optional<Command> command; // none: `texts` are drafts of `table`
    std::string actor;
    std::map<std::string, std::string> texts;
    std::shared_ptr<std::promise<Answer>> waiting;
    workshop::TableNumber table = 0;
};

std::int64_t wall_ms()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

struct ToStore {
    std::vector<store::StoredFact> facts;
    std::vector<store::SeriesPoint> points;
};

ToStore to_store(const workshop::Drill& drill, workshop::TableNumber table, const workshop::Caused& caused,
                 engine::Totals& totals)
{
    ToStore rows;
    for (const engine::Fact& fact : caused.facts) {
        const SimTime at = drill.scenario->start + fact.at;
        rows.facts.push_back({{},
                              table,
                              fact.seq,
                              fact.parent,
                              at,
                              std::string(engine::fact_name(fact.kind)),
                              workshop::write_fact(*drill.scenario, fact)});
        if (fact.kind != engine::FactKind::booked) continue;
        totals[fact.a] += fact.value;
        const auto which = static_cast<engine::Indicator>(fact.a);
        rows.points.push_back({{}, table, at, std::string(engine::indicator_name(which)), totals[fact.a], fact.parent});
    }
    return rows;
}

} // namespace

struct LiveRoom::Impl {
    explicit Impl(store::ProgrammeFile opened) : file(std::move(opened))
    {
        const auto locked = [this, kept = kept_scenarios(file)](const auto& start) {
            const std::lock_guard lock(file_mutex);
            return kept(start);
        };
        scenarios = {workshop::ScenarioSource::Drills(locked), workshop::ScenarioSource::Sessions(locked)};
    }

    store::ProgrammeFile file;
    workshop::ScenarioSource scenarios;
    Room room;                                              // the worker's
    std::map<workshop::TableNumber, engine::Totals> totals; // the worker's, of tables with a drill
    std::optional<std::string> differs;
    std::map<workshop::TableNumber, Localized> untold;

    mutable std::mutex file_mutex; // a ProgrammeFile belongs to one thread at a time
    mutable std::mutex mutex;      // guards what follows
    std::condition_variable_any posted;
    std::deque<Posted> inbox;
    std::vector<Answer> answers;
    Snapshot shown;
    std::function<void()> wake;
    Ticket next_ticket = 1;
    std::jthread worker;

    void fold();
    void work(const std::stop_token& stop);
    Answer attempt(const Posted& item, std::optional<Localized>& trouble);
    void save_drafts(const Posted& item);
    Answer carry_out(const Posted& item);
    Answer accept(const Command& command, const Posted& item);
    void show(const Answer& answer, std::optional<Localized> trouble);
};

// Opening: everything that the record holds happens again, without a journal, or is told from its facts.
void LiveRoom::Impl::fold()
{
    ReadRoom read = read_room(file, scenarios);
    room = std::move(read.room);
    differs = std::move(read.differs);
    untold = std::move(read.untold);
    for (const auto& [number, table] : room.tables)
        if (table.drill) totals[number] = workshop::totals_after(*table.drill->scenario, table.drill->facts);
    shown.room = std::make_shared<const Room>(room);
}

void LiveRoom::Impl::save_drafts(const Posted& item)
{
    const std::lock_guard lock(file_mutex);
    for (const auto& [field, text] : item.texts) file.save_draft(item.table, field, text);
}

Answer LiveRoom::Impl::carry_out(const Posted& item)
{
    if (differs)
        return {item.ticket,
                workshop::Refusal{workshop::Reason::other_rules,
                                  {"この記録は別の版で作られたため、見ることだけができます。",
                                   "This record was made by another version and can only be looked at."}},
                {}};
    if (auto refusal = workshop::check(room, *item.command, scenarios)) return {item.ticket, std::move(refusal), {}};
    return accept(*item.command, item);
}

// The journal first, then the room that everybody sees.
Answer LiveRoom::Impl::accept(const Command& command, const Posted& item)
{
    const workshop::TableNumber number = workshop::table_of(command);
    Room next = room;
    const workshop::Caused caused = workshop::apply(next, command, scenarios);
    const workshop::Drill* drill = next.tables.at(number).drill.get(); // none in a session before its drill
    const bool begins = std::holds_alternative<workshop::StartDrill>(command);
    engine::Totals running{};
    if (drill)
        running = begins || !totals.contains(number) ? engine::booked_at_start(*drill->scenario) : totals[number];
    const ToStore rows = drill ? to_store(*drill, number, caused, running) : ToStore{};

    store::Entry entry;
    entry.parent = workshop::head_of(room, number);
    entry.line = number;
    entry.actor = item.actor;
    entry.kind = workshop::kind_of(command);
    entry.version = workshop::kCommandVersion;
    entry.body = workshop::write_command(command);
    entry.situation = drill ? drill->scenario->start + caused.at : 0;
    entry.wall_ms = wall_ms();
    entry.fingerprint = caused.fingerprint;
    if (drill && caused.new_head) running = workshop::totals_after(*drill->scenario, drill->facts);
    {
        const std::lock_guard lock(file_mutex);
        file.append(entry, rows.facts, rows.points, caused.new_head, item.texts);
    }
    workshop::record(next, command, entry.id, entry.parent, caused);
    if (drill)
        totals[number] = running;
    else
        totals.erase(number); // gone back to before it began
    room = std::move(next);
    return {item.ticket, std::nullopt, entry.id};
}

void LiveRoom::Impl::show(const Answer& answer, std::optional<Localized> trouble)
{
    std::function<void()> call;
    {
        const std::lock_guard lock(mutex);
        if (!answer.refusal) shown.room = std::make_shared<const Room>(room), ++shown.version;
        shown.trouble = std::move(trouble);
        answers.push_back(answer);
        call = wake;
    }
    if (call) call();
}

// Whatever goes wrong with one command, the next one is looked at: only the asker and the notice on the screen hear of
// it.
Answer LiveRoom::Impl::attempt(const Posted& item, std::optional<Localized>& trouble)
{
    try {
        if (item.command) return carry_out(item);
        save_drafts(item);
        return {};
    } catch (const store::StoreError& error) {
        trouble = error.sentence();
    } catch (const CheckFailure& failure) {
        trouble = Localized{"内部の検査で止まりました。記録は保たれています: " + std::string(failure.what()),
                            "Stopped by an internal check. The record is safe: " + std::string(failure.what())};
    } catch (const std::exception& error) {
        trouble = Localized{"記録できませんでした。もう一度試してください: " + std::string(error.what()),
                            "It could not be recorded. Try again: " + std::string(error.what())};
    }
    return {item.ticket, workshop::Refusal{workshop::Reason::not_recorded, *trouble}, {}};
}

void LiveRoom::Impl::work(const std::stop_token& stop)
{
    for (;;) {
        Posted next;
        {
            std::unique_lock lock(mutex);
            if (!posted.wait(lock, stop, [&] { return !inbox.empty(); })) return;
            next = std::move(inbox.front());
            inbox.pop_front();
        }
        std::optional<Localized> trouble;
        const Answer answer = attempt(next, trouble);
        if (!next.command && !trouble) continue;
        show(answer, std::move(trouble));
        if (next.waiting) next.waiting->set_value(answer);
    }
}

LiveRoom::LiveRoom(const RoomOptions& options)
    : impl_(std::make_unique<Impl>(options.create
                                       ? store::ProgrammeFile::create(options.path, options.rules_version)
                                       : store::ProgrammeFile::open(options.path, store::OpenMode::read_write)))
{
    impl_->fold();
    impl_->worker = std::jthread([impl = impl_.get()](const std::stop_token& stop) { impl->work(stop); });
}

LiveRoom::~LiveRoom() = default;

std::string LiveRoom::keep_pack(const std::map<std::string, std::string>& files)
{
    const std::lock_guard lock(impl_->file_mutex);
    return impl_->file.keep_pack(files);
}

Ticket LiveRoom::post(Command command, std::string actor, std::map<std::string, std::string> texts)
{
    const std::lock_guard lock(impl_->mutex);
    const Ticket ticket = impl_->next_ticket++;
    impl_->inbox.push_back({ticket, std::move(command), std::move(actor), std::move(texts), nullptr, 0});
    impl_->posted.notify_one();
    return ticket;
}

Answer LiveRoom::post_and_wait(Command command, std::string actor, std::map<std::string, std::string> texts)
{
    const auto promise = std::make_shared<std::promise<Answer>>();
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->inbox.push_back(
            {impl_->next_ticket++, std::move(command), std::move(actor), std::move(texts), promise, 0});
        impl_->posted.notify_one();
    }
    return promise->get_future().get();
}

Snapshot LiveRoom::snapshot() const
{
    const std::lock_guard lock(impl_->mutex);
    return impl_->shown;
}

std::vector<Answer> LiveRoom::take_answers()
{
    const std::lock_guard lock(impl_->mutex);
    return std::exchange(impl_->answers, {});
}

LiveRoom::News LiveRoom::take_news()
{
    const std::lock_guard lock(impl_->mutex);
    return {impl_->shown, std::exchange(impl_->answers, {})};
}

void LiveRoom::save_draft(workshop::TableNumber table, std::string field, std::string text)
{
    const std::lock_guard lock(impl_->mutex);
    impl_->inbox.push_back({0, std::nullopt, {}, {{std::move(field), std::move(text)}}, nullptr, table});
    impl_->posted.notify_one();
}

std::map<std::string, std::string> LiveRoom::drafts(workshop::TableNumber table) const
{
    const std::lock_guard lock(impl_->file_mutex);
    return impl_->file.drafts(table);
}

std::map<std::string, std::string> LiveRoom::texts(const EntryId& entry) const
{
    const std::lock_guard lock(impl_->file_mutex);
    return impl_->file.texts(entry);
}

void LiveRoom::on_change(std::function<void()> wake)
{
    const std::lock_guard lock(impl_->mutex);
    impl_->wake = std::move(wake);
}

const std::filesystem::path& LiveRoom::path() const { return impl_->file.path(); }
const std::optional<std::string>& LiveRoom::differs() const { return impl_->differs; }
const std::map<workshop::TableNumber, Localized>& LiveRoom::untold() const { return impl_->untold; }

} // namespace sonae::live
