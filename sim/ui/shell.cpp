#include "ui/shell.hpp"

#include "base/overloaded.hpp"
#include "report/session_report.hpp"
#include "report/table_input.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

// Every table of a session meets the same luck, so that what they did can be compared; playing again meets another.
constexpr std::uint64_t kSessionSeed = 8;
constexpr std::int64_t kPatienceMs = 400; // after which opening a file is worth a word

} // namespace

std::string_view screen_name(Screen screen)
{
    switch (screen) {
    case Screen::home: return "home";
    case Screen::choose: return "choose";
    case Screen::play: return "play";
    case Screen::session: return "session";
    case Screen::end: break;
    }
    return "end";
}

Shell::Shell(ShellOptions options)
    : options_(std::move(options)), settings_(load_settings(options_.home / "settings.json")),
      ja_(load_strings(options_.data, Language::ja)), en_(load_strings(options_.data, Language::en)),
      errands_(options_.wake)
{
    if (options_.language) settings_.person.language = *options_.language;
    list_kept();
    errands_.ask([this, data = options_.data]() -> live::Errands::Rest {
        try {
            read::Diagnostics told; // each pack says itself why it can't be played
            return [this, offers = read_offers(pack::read_folder(data / "scenarios", told), told)]() mutable {
                offers_ = std::move(offers);
            };
        } catch (...) {
            return [this, trouble = sentence_of_current_exception(data)] { say(trouble); };
        }
    });
}

Shell::~Shell() = default;

void Shell::say(const Localized& words) { notice_ = words; }

int Shell::tick(std::int64_t now_ms)
{
    now_ms_ = now_ms;
    bool changed = errands_.collect();
    if (sitting_) {
        changed = sitting_->tick(now_ms) || changed;
        for (const Localized& notice : sitting_->take_notices()) say(notice);
    }
    if (session_) {
        changed = session_->tick() || changed;
        for (const Localized& notice : session_->take_notices()) say(notice);
    }
    if (opening_since_ms_ && !opening_told_ && now_ms - *opening_since_ms_ >= kPatienceMs) {
        opening_told_ = changed = true;
        say({ja_("shell.opening"), en_("shell.opening")});
    }
    const bool moved = sitting_ && clocks_moved();
    return changed ? kSettlingFrames : moved ? 1 : 0; // a clock's next figure moves nothing else
}

// Whether a clock reads differently than when this was asked last.
bool Shell::clocks_moved()
{
    if (screen_ != Screen::play) return false;
    const PlayMoment moment = sitting_->moment();
    const std::pair<std::int32_t, std::int32_t> now{sitting_->shown(now_ms_) / kMinute,
                                                    moment.room ? moment.room->left : -1};
    return std::exchange(clocks_, now) != now;
}

std::optional<std::int64_t> Shell::wait_ms(std::int64_t now_ms) const
{
    std::optional<std::int64_t> wait;
    if (sitting_) wait = sitting_->wait_ms(now_ms);
    if (opening_since_ms_ && !opening_told_)
        wait =
            std::min(wait.value_or(kPatienceMs), std::max<std::int64_t>(0, *opening_since_ms_ + kPatienceMs - now_ms));
    return wait;
}

bool Shell::carry_out(std::int64_t now_ms)
{
    const Intents done = std::exchange(intents_, {});
    for (const Intent& intent : done) do_one(intent, now_ms);
    return !done.empty();
}

void Shell::leave(std::int64_t now_ms)
{
    if (sitting_) sitting_->leave(now_ms);
}

void Shell::do_one(const Intent& intent, std::int64_t now_ms)
{
    std::visit(
        Overloaded{
            [&](const OpenHome&) { go_home(now_ms); }, [&](const OpenChoose&) { go(Screen::choose); },
            [&](const OpenFile& file) { open(file.path, now_ms); },
            [&](const BeginDrill& wanted) {
                begin({.pack = wanted.pack,
                       .company = wanted.company,
                       .table = wanted.table,
                       .seed = kSessionSeed,
                       .into = wanted.into},
                      now_ms);
            },
            [&](const PlayAgain&) { play_again(now_ms); },
            [&](const OpenEnd&) {
                if (sitting_) go(Screen::end);
            },
            [&](const OpenPlay&) {
                if (sitting_ && !sitting_->is_read_only()) go(Screen::play);
            },
            [&](const SaveResult&) { session_ ? save_session_result() : save_result(); },
            [&](const SaveSheet& wanted) { save_sheet(wanted); },
            [&](const ListSheets& wanted) { list_sheets_of(wanted); },
            [&](const ReadSheet& wanted) { read_sheet(wanted); },
            [&](const InSession& done) {
                if (session_) session_->carry_out(done);
            },
            [&](const SetLanguage& set) { change([&](Settings& s) { s.person.language = set.language; }); },
            [&](const SetTextPercent& set) { change([&](Settings& s) { s.person.text_percent = set.percent; }); },
            [&](const SetLook& set) { change([&](Settings& s) { s.person.look = set.look; }); },
            [&](const SetTimed& set) { change([&](Settings& s) { s.person.timed = set.on; }); },
            [&](const auto& in_drill) {
                if (sitting_) sitting_->carry_out(in_drill, now_ms);
                if (sitting_ && sitting_->speed() != settings_.speed)
                    change([&](Settings& s) { s.speed = sitting_->speed(); });
            }},
        intent);
}

void Shell::go(Screen screen) { screen_ = screen; }

void Shell::go_to_drill() { go(sitting_->has_ended() || sitting_->is_read_only() ? Screen::end : Screen::play); }

void Shell::go_home(std::int64_t now_ms)
{
    if (sitting_) sitting_->leave(now_ms);
    list_kept();
    go(Screen::home);
}

void Shell::begin(NewDrill wanted, std::int64_t now_ms)
{
    if (opening_since_ms_) return;
    opening_since_ms_ = now_ms, opening_told_ = false;
    wanted.data = options_.data, wanted.folder = options_.home;
    // A pack's folder need not bear its id.
    const auto offered = std::find_if(offers_.packs.begin(), offers_.packs.end(),
                                      [&](const OfferedPack& pack) { return pack.id == wanted.pack; });
    if (offered != offers_.packs.end()) wanted.pack = offered->path;
    // Two rooms cannot hold one file.
    const bool open_here = !wanted.into.empty() && ((sitting_ && sitting_->path() == wanted.into) ||
                                                    (session_ && session_->path() == wanted.into));
    errands_.ask([this, wanted, before = open_here ? get_up(now_ms) : nullptr]() mutable -> live::Errands::Rest {
        before.reset();
        return [this, opened = begin_drill(wanted)] { sit_down(opened, now_ms_); };
    });
}

void Shell::play_again(std::int64_t now_ms)
{
    if (!sitting_) return;
    const workshop::StartDrill& last = sitting_->drill().started;
    begin({.pack = last.pack_id, .company = last.company, .table = last.table, .seed = last.seed + 1}, now_ms);
}

void Shell::open(std::string path, std::int64_t now_ms)
{
    if (opening_since_ms_) return;
    if (sitting_ && sitting_->path() == path) return go_to_drill();
    if (session_ && session_->path() == path) return go(Screen::session);
    opening_since_ms_ = now_ms, opening_told_ = false;
    errands_.ask([this, path = std::move(path)]() -> live::Errands::Rest {
        return [this, opened = open_drill(path)] { sit_down(opened, now_ms_); };
    });
}

void Shell::sit_down(OpenedDrill opened, std::int64_t now_ms)
{
    opening_since_ms_.reset();
    if (!opened.room) return say(opened.trouble);
    // The room before may still be writing: let go of it beside the frame.
    if (auto before = get_up(now_ms))
        errands_.ask([before = std::move(before)]() mutable -> live::Errands::Rest { return before.reset(), nullptr; });
    opened.room->on_change(options_.wake);
    play_ = {}, end_ = {}, session_screen_ = {};
    saved_to_.clear(), save_trouble_ = {};
    if (opened.in_session) {
        session_.emplace(std::move(opened));
        return go(Screen::session);
    }
    sitting_.emplace(std::move(opened), now_ms);
    sitting_->set_timed(settings_.person.timed);
    sitting_->set_speed(settings_.speed, now_ms);
    go_to_drill();
}

// The room that was open; nobody sits before it any more.
std::shared_ptr<live::LiveRoom> Shell::get_up(std::int64_t now_ms)
{
    if (sitting_) sitting_->leave(now_ms);
    std::shared_ptr<live::LiveRoom> before = sitting_ ? sitting_->room() : session_ ? session_->room() : nullptr;
    sitting_.reset(), session_.reset();
    return before;
}

bool Shell::is_saved() const
{
    return !saved_to_.empty() && saved_ == std::pair(sitting_->snapshot().version, strings().language());
}

void Shell::save_result()
{
    if (!sitting_ || is_saved()) return;
    struct Saved {
        std::string path;
        Localized trouble;
    };
    // The page may be passed on: what people typed stays in the programme file.
    const auto job = [room = sitting_->snapshot().room, table = sitting_->table(), path = sitting_->path(),
                      language = strings().language()] {
        try {
            const auto page = report::write_session_html(report::input_of(room->tables.at(table), language));
            return Saved{save_page(path, page).string(), {}};
        } catch (...) {
            return Saved{{}, sentence_of_current_exception(path)};
        }
    };
    const std::pair of{sitting_->snapshot().version, strings().language()};
    errands_.ask([this, job, of]() -> live::Errands::Rest {
        return [this, saved = job(), of] {
            saved_to_ = saved.path, saved_ = of, save_trouble_ = saved.trouble;
            end_.view.reset(); // it says where the page is, or why it is not
        };
    });
}

void Shell::change(const std::function<void(Settings&)>& edit)
{
    edit(settings_);
    if (sitting_) sitting_->set_timed(settings_.person.timed);
    remember();
}

void Shell::remember()
{
    errands_.ask([this, path = options_.home / "settings.json", settings = settings_]() -> live::Errands::Rest {
        try {
            save_settings(path, settings);
            return nullptr;
        } catch (...) {
            return [this, trouble = sentence_of_current_exception(path)] { say(trouble); };
        }
    });
}

void Shell::list_kept()
{
    errands_.ask([this, folder = options_.home]() -> live::Errands::Rest {
        return [this, kept = list_drills(folder)]() mutable { kept_ = std::move(kept); };
    });
}

} // namespace sonae::ui
