// Every screen in every state: nothing cut, nothing overlapping, everything within reach of the keyboard, and what is
// pressed says what the person meant.
#include "ui/screens.hpp"
#include "ui/views/choose.hpp"
#include "ui/views/end.hpp"
#include "ui/views/home.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace sonae;
using namespace sonae::ui;
using test::shot_source;
using test::strings;

namespace {

void check_texts(const TextLog& log)
{
    CHECK_FALSE(log.empty());
    for (const std::string& fault : text_faults(log)) FAIL_CHECK(fault);
}

void check_every_screen(int width, int height, const ThemeChoice& theme, Language language)
{
    Fonts fonts;
    Offscreen screen(fonts, width, height, theme);
    for (const Shot& shot : all_shots()) {
        INFO(shot.name << " at " << width << "×" << height << (language == Language::ja ? " ja" : " en"));
        screen.frames(shot.set_up(shot_source(language)), kShotFrames);
        check_texts(screen.ui().texts);
    }
    CHECK(strings(language).missing().empty());
}

DrawFunction set_up(std::string_view name)
{
    const auto& shots = all_shots();
    const auto shot = std::find_if(shots.begin(), shots.end(), [&](const Shot& s) { return s.name == name; });
    REQUIRE(shot != shots.end());
    return shot->set_up(shot_source(Language::ja));
}

// The controls in the order in which Tab reaches them, until it comes round.
std::vector<std::string> walk(Offscreen& screen, const DrawFunction& view)
{
    std::vector<std::string> order;
    screen.frames(view, kShotFrames);
    for (int i = 0; i < 300; ++i) {
        screen.press(view, Key::tab);
        screen.frame(view);
        for (const DrawnWidget& widget : screen.ui().widgets.drawn) {
            if (!widget.focused) continue;
            if (!order.empty() && widget.name == order.front()) return order;
            order.push_back(widget.name);
        }
    }
    return order;
}

std::ptrdiff_t place_of(const std::vector<std::string>& order, std::string_view name)
{
    const auto at = std::find(order.begin(), order.end(), name);
    INFO(name);
    REQUIRE(at != order.end());
    return at - order.begin();
}

template <class Wanted>
const Wanted& last(const Intents& intents)
{
    REQUIRE_FALSE(intents.empty());
    REQUIRE(std::holds_alternative<Wanted>(intents.back()));
    return std::get<Wanted>(intents.back());
}

double linear(unsigned channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
// WCAG 2: relative luminance and contrast.
double luminance(ImU32 c)
{
    return 0.2126 * linear(c & 0xFF) + 0.7152 * linear((c >> 8) & 0xFF) + 0.0722 * linear((c >> 16) & 0xFF);
}
double contrast(ImU32 a, ImU32 b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

TEST_CASE("At 1280×720 every screen shows its texts whole and apart", "[ui][screens]")
{
    check_every_screen(1280, 720, {}, GENERATE(Language::ja, Language::en));
}

TEST_CASE("At 1920×1080 every screen shows its texts whole and apart", "[ui][screens]")
{
    check_every_screen(1920, 1080, {}, GENERATE(Language::ja, Language::en));
}

TEST_CASE("At 3840×2160 every screen shows its texts whole and apart", "[ui][screens]")
{
    check_every_screen(3840, 2160, {}, GENERATE(Language::ja, Language::en));
}

TEST_CASE("Large print shows every text whole, in any of the looks", "[ui][screens]")
{
    const ThemeChoice theme = GENERATE(ThemeChoice{.look = Look::contrast, .text_percent = 150},
                                       ThemeChoice{.look = Look::dark, .text_percent = 200});
    check_every_screen(1920, 1080, theme, GENERATE(Language::ja, Language::en));
}

TEST_CASE("Large print on a small screen shows every text whole", "[ui][screens]")
{
    check_every_screen(1280, 720, {.text_percent = GENERATE(150, 200)}, GENERATE(Language::ja, Language::en));
}

TEST_CASE("Texts stand out from what lies behind them in every look", "[ui][screens]")
{
    const auto [look, least] =
        GENERATE(std::pair{Look::light, 4.5}, std::pair{Look::dark, 4.5}, std::pair{Look::contrast, 7.0});
    const Theme theme = make_theme({.look = look}, 1080);
    for (const Color ground : {Color::ground, Color::panel})
        for (const Color ink : {Color::ink, Color::ink2, Color::ink3, Color::accent, Color::ok, Color::warn,
                                Color::serious, Color::unknown}) {
            INFO("look " << static_cast<int>(look) << ", ink " << static_cast<int>(ink) << " on "
                         << static_cast<int>(ground));
            CHECK(contrast(theme(ink), theme(ground)) >= least);
        }
}

TEST_CASE("Tab reaches every control of a screen that is on and in sight, and comes round", "[ui][screens][keyboard]")
{
    const std::string name = GENERATE("home", "choose", "play-start", "play-decision", "play-record", "end");
    INFO(name);
    Fonts fonts;
    Offscreen screen(fonts, 1920, 1080);
    const DrawFunction view = set_up(name);

    const std::vector<std::string> order = walk(screen, view);

    for (const DrawnWidget& widget : screen.ui().widgets.drawn) {
        const Rect seen = widget.at.common(widget.clip);
        if (!widget.enabled || seen.w <= 1 || seen.h <= 1) continue;
        INFO(widget.name);
        CHECK(std::find(order.begin(), order.end(), widget.name) != order.end());
    }
    CHECK(std::set<std::string>(order.begin(), order.end()).size() == order.size());
}

TEST_CASE("Beside a decision the focus goes from option to option, to the reason, to how sure, to deciding",
          "[ui][screens][keyboard]")
{
    Fonts fonts;
    Offscreen screen(fonts, 1280, 720);

    const std::vector<std::string> order = walk(screen, set_up("play-decision"));

    std::ptrdiff_t before = -1;
    for (const char* name : {"play.option.a", "play.option.b", "play.option.c", "play.reason", "play.sure.low",
                             "play.decide", "play.pass"}) {
        CHECK(place_of(order, name) > before);
        before = place_of(order, name);
    }
}

TEST_CASE("The home screen starts a drill, opens a kept one and changes settings", "[ui][screens]")
{
    const std::vector<KeptDrill> kept = {
        {.path = "/a.sonae"}, {.path = "/b.sonae"}, {.path = "/c.sonae", .why_not = {"壊れている", "damaged"}}};
    const HomeView view = make_home_view({.s = strings(Language::ja), .kept = kept});
    Intents out;
    const DrawFunction draw = [&](Ui& ui) { draw_home(ui, strings(Language::ja), view, out); };
    Fonts fonts;
    Offscreen screen(fonts, 1280, 720);

    REQUIRE(screen.click(draw, "home.start"));
    last<OpenChoose>(out);
    REQUIRE(screen.click(draw, "home.open.2"));
    CHECK(last<OpenFile>(out).path == "/b.sonae");
    CHECK_FALSE(screen.click(draw, "home.open.3"));
    REQUIRE(screen.click(draw, "home.look.contrast"));
    CHECK(last<SetLook>(out).look == Look::contrast);
    REQUIRE(screen.click(draw, "home.size.150"));
    CHECK(last<SetTextPercent>(out).percent == 150);
    REQUIRE(screen.click(draw, "home.timed"));
    CHECK_FALSE(last<SetTimed>(out).on);
    screen.press(draw, Key::digit1);
    CHECK(last<OpenFile>(out).path == "/a.sonae");
}

TEST_CASE("A drill begins with the pack, company and table that were chosen", "[ui][screens]")
{
    const Offers& offers = shot_source(Language::ja).offers;
    const ChooseView view = make_choose_view({strings(Language::ja), offers});
    ChooseScratch scratch;
    Intents out;
    const DrawFunction draw = [&](Ui& ui) { draw_choose(ui, strings(Language::ja), view, scratch, out); };
    Fonts fonts;
    Offscreen screen(fonts, 1280, 720);

    REQUIRE(screen.click(draw, "choose.pack.session-08"));
    REQUIRE(screen.click(draw, "choose.company.tamano"));
    REQUIRE(screen.click(draw, "choose.table.4"));
    REQUIRE(screen.click(draw, "choose.begin"));

    const BeginDrill& begin = last<BeginDrill>(out);
    CHECK(begin.pack == "session-08");
    CHECK(begin.company == "tamano");
    CHECK(begin.table == 4);

    REQUIRE(screen.click(draw, "choose.company.minatozaka"));
    REQUIRE(screen.click(draw, "choose.begin"));
    CHECK(last<BeginDrill>(out).company == "minatozaka");
}

TEST_CASE("A pack with faults is offered with its reason and can't be begun", "[ui][screens]")
{
    const Offers offers{
        .packs = {{.id = "broken", .name = {"壊れたパック", ""}, .why_not = {"pack.json:1:1: error", ""}}}};
    const ChooseView view = make_choose_view({strings(Language::ja), offers});
    ChooseScratch scratch;
    Intents out;
    const DrawFunction draw = [&](Ui& ui) { draw_choose(ui, strings(Language::ja), view, scratch, out); };
    Fonts fonts;
    Offscreen screen(fonts, 1280, 720);

    CHECK_FALSE(screen.click(draw, "choose.pack.broken"));
    CHECK_FALSE(screen.click(draw, "choose.begin"));
    check_texts(screen.ui().texts);
    CHECK(out.empty());
}

TEST_CASE("The end screen tells what the result page tells, and saves it", "[ui][screens]")
{
    const Strings& s = strings(Language::ja);
    Stage stage(shot_source(Language::ja).scenario, 5);
    stage.play_to_end("typical");
    const report::Result result =
        report::make_result(make_session_input({stage.room(), 1, s, stage.drill().state.now, {}}));
    const EndView view = make_end_view({.result = result, .s = s});
    CHECK(view.ending == result.outcome.ending);
    CHECK(view.decisions.size() == result.decisions.size());
    CHECK(view.timeline.size() == result.timeline.size());
    CHECK(view.cards.size() == result.cards.size());
    for (const report::Figure& figure : result.figures)
        for (const report::Share& share : figure.shares) {
            INFO(figure.label << " " << share.text);
            CHECK_FALSE(share.unsettled);
        }
    EndScratch scratch;
    Intents out;
    const DrawFunction draw = [&](Ui& ui) { draw_end(ui, s, view, scratch, out); };
    Fonts fonts;
    Offscreen screen(fonts, 1280, 720);

    REQUIRE(screen.click(draw, "end.save"));
    last<SaveResult>(out);
    REQUIRE(screen.click(draw, "end.part.cards"));
    CHECK(scratch.part == EndPart::cards);
    REQUIRE(screen.click(draw, "end.again"));
    last<PlayAgain>(out);
    REQUIRE(screen.click(draw, "end.home"));
    last<OpenHome>(out);
}
