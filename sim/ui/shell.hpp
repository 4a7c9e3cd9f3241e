// The application behind its window: which screen is shown, the drill that is open, what is remembered. It knows no
// window and no clock: whoever has them calls `tick` with the steady clock in milliseconds, `draw` inside a frame, and
// `carry_out` after it. Nothing here waits for the disk; what does is an errand.
#pragma once

#include "live/errands.hpp"
#include "ui/kept_drills.hpp"
#include "ui/session_sitting.hpp"
#include "ui/settings.hpp"
#include "ui/sitting.hpp"
#include "ui/views/choose.hpp"
#include "ui/views/end.hpp"
#include "ui/views/session.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace sonae::ui {

struct ShellOptions {
    std::filesystem::path data;       // with scenarios/ and content/
    std::filesystem::path home;       // where drills and settings are kept; made when needed
    std::optional<Language> language; // instead of the remembered one
    std::string user_home;            // written as ~ on screens
    std::function<void()> wake;       // from any thread: there is something for `tick`
};

inline constexpr int kSettlingFrames = 4; // until sizes that depend on the frame before have settled on a new picture

enum class Screen : std::uint8_t { home, choose, play, end, session };
std::string_view screen_name(Screen screen);

class Shell {
  public:
    // Throws std::runtime_error when the program's own texts can't be read.
    explicit Shell(ShellOptions options);
    ~Shell();
    Shell(const Shell&) = delete;
    Shell& operator=(const Shell&) = delete;

    int tick(std::int64_t now_ms); // how many frames are to be drawn because of what came
    void draw(Ui& ui);
    bool carry_out(std::int64_t now_ms); // what the last frames' presses meant; true when there was something
    // Until `tick` has something to do by itself; nothing: never.
    std::optional<std::int64_t> wait_ms(std::int64_t now_ms) const;
    // The window closes: time stops, what was typed is kept.
    void leave(std::int64_t now_ms);

    ThemeChoice theme() const { return {settings_.person.look, Surface::console, settings_.person.text_percent}; }
    const Strings& strings() const { return settings_.person.language == Language::en ? en_ : ja_; }
    const Settings& settings() const { return settings_; }
    Screen screen() const { return screen_; }
    const Sitting* sitting() const { return sitting_ ? &*sitting_ : nullptr; }
    const SessionSitting* session() const { return session_ ? &*session_ : nullptr; }
    const std::string& saved_to() const { return saved_to_; }
    // Nothing is on its way: what was pressed has had its effect.
    bool is_settled() const
    {
        return !errands_.busy() && intents_.empty() && !(sitting_ && sitting_->busy()) &&
               !(session_ && session_->busy());
    }

  private:
    struct PlayScreen {
        std::optional<PlayView> view;
        PlayScratch scratch;
        std::uint64_t version = 0;
        Language language = Language::ja;
        std::string picking;
        std::int32_t shown = -1;
        int returns = 0;
    };
    struct EndScreen {
        std::optional<EndView> view;
        std::optional<report::Result> result;
        EndScratch scratch;
        std::uint64_t version = 0; // of what view and result show
        Language language = Language::ja;
    };

    struct SessionScreen {
        SessionScratch scratch;
        std::optional<SessionView> view;
        std::shared_ptr<const workshop::Room> room; // that the view shows
        std::optional<workshop::TableTexts> texts;
        std::uint64_t version = 0, made = 0; // of the room; counts the views
        Language language = Language::ja;
        int seat = 0;
        std::string part;
    };

    bool clocks_moved();
    void do_one(const Intent& intent, std::int64_t now_ms);
    void go(Screen screen);
    void go_to_drill();
    void go_home(std::int64_t now_ms);
    void begin(NewDrill wanted, std::int64_t now_ms);
    void play_again(std::int64_t now_ms);
    void open(std::string path, std::int64_t now_ms);
    void sit_down(OpenedDrill opened, std::int64_t now_ms);
    std::shared_ptr<live::LiveRoom> get_up(std::int64_t now_ms);
    void save_result();
    void save_sheet(const SaveSheet& wanted);
    void save_session_result();
    void save_beside(std::function<Localized()> job);
    void list_sheets_of(const ListSheets& wanted);
    void read_sheet(const ReadSheet& wanted);
    void draw_session_screen(Ui& ui);
    bool is_saved() const;
    void change(const std::function<void(Settings&)>& edit);
    void remember();
    void list_kept();
    void say(const Localized& words);
    PlaySource source() const;
    void refresh_play();
    void refresh_end();
    void draw_notice(Ui& ui);

    ShellOptions options_;
    Settings settings_;
    Strings ja_, en_;
    Screen screen_ = Screen::home;
    std::int64_t now_ms_ = 0;
    Intents intents_; // of the frames since the last carry_out

    std::vector<KeptDrill> kept_;
    Offers offers_;
    ChooseScratch choose_;
    std::optional<Sitting> sitting_;
    std::optional<SessionSitting> session_; // one of the two, or neither
    SessionScreen session_screen_;
    PlayScreen play_;
    std::pair<std::int32_t, std::int32_t> clocks_; // situation minute and room second
    EndScreen end_;
    std::optional<std::int64_t> opening_since_ms_; // a file is being opened or made
    bool opening_told_ = false;
    std::string saved_to_;
    std::pair<std::uint64_t, Language> saved_{}; // version and language of that page
    Localized save_trouble_;
    Toast toast_;
    std::optional<Localized> notice_; // to be shown with the next frame
    live::Errands errands_;           // last: its worker stops before what it uses goes
};

} // namespace sonae::ui
