// The look of every component, by its layout: no pixels are compared.
#include "ui/gallery.hpp"
#include "ui/offscreen.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstring>

using namespace sonae;
using namespace sonae::ui;
using tests::GalleryScratch;

namespace {

struct TryScreen {
    TryScreen(int width, int height, const ThemeChoice& theme = {}) : stage(fonts, width, height, theme) {}
    DrawFunction view = [this](Ui& ui) { tests::draw_gallery(ui, scratch); };
    GalleryScratch scratch;
    Fonts fonts;
    Offscreen stage;

    void draw() { stage.frames(view, 3); }
    int presses(const std::string& name) { return scratch.presses[name]; }
    const DrawnWidget& widget(std::string_view name)
    {
        const DrawnWidget* found = stage.ui().widgets.find(name);
        REQUIRE(found != nullptr);
        return *found;
    }
};

void check_text(const TextLog& log)
{
    CHECK_FALSE(log.empty());
    for (const std::string& fault : text_faults(log)) FAIL_CHECK(fault);
}

// JIS X 4051: what may not begin a line.
bool may_begin_line(std::string_view line)
{
    constexpr std::array<std::string_view, 22> forbidden = {"、", "。", "」", "』", "）", "］", "｝", "・",
                                                            "？", "！", "ー", "っ", "ゃ", "ゅ", "ょ", "ッ",
                                                            "ャ", "ュ", "ョ", "…",  "々", "〜"};
    return std::none_of(forbidden.begin(), forbidden.end(), [line](std::string_view c) { return line.starts_with(c); });
}

using Size = std::pair<int, int>;

} // namespace

TEST_CASE("Every component stands whole and apart at every size of screen and text", "[ui][layout]")
{
    const auto [width, height] = GENERATE(Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160});
    const Look look = GENERATE(Look::light, Look::dark);
    INFO(width << "×" << height);

    TryScreen screen(width, height, {.look = look});
    screen.draw();

    check_text(screen.stage.ui().texts);
}

TEST_CASE("The wall holds its inject and its question whole", "[ui][layout]")
{
    const auto [width, height] = GENERATE(Size{1280, 720}, Size{1920, 1080}, Size{1024, 768});
    Fonts fonts;
    Offscreen stage(fonts, width, height, {.surface = Surface::wall});

    stage.frames([](Ui& ui) { tests::draw_wall(ui); }, 2);

    INFO(width << "×" << height);
    check_text(stage.ui().texts);
    // 1/36 of the height, less the rounding to whole pixels.
    for (const DrawnText& t : stage.ui().texts) CHECK(t.pixels >= static_cast<float>(height) / 36 - 0.5f);
}

TEST_CASE("What can be pressed is large enough to be hit, and in sight", "[ui][layout]")
{
    const auto [width, height] = GENERATE(Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160});
    TryScreen screen(width, height);
    screen.draw();

    const Theme& theme = screen.stage.ui().theme;
    for (const DrawnWidget& w : screen.stage.ui().widgets.drawn) {
        INFO(w.name);
        const bool is_option = w.name.starts_with("option.");
        CHECK(w.at.h >= std::floor(theme.px(is_option ? kOptionTarget : kTarget)));
        CHECK(w.at.w >= std::floor(theme.px(kTarget)));
    }
}

TEST_CASE("Text is never smaller than a person can read", "[ui][layout]")
{
    CHECK(make_theme({}, 720).size(Type::body) >= 14);
    CHECK(make_theme({}, 720).size(Type::caption) >= 12);
    CHECK(make_theme({}, 1080).size(Type::body) == 18);
    CHECK(make_theme({}, 2160).size(Type::body) == 36);
    CHECK(make_theme({.text_percent = 200}, 1080).size(Type::body) == 36);
    CHECK(make_theme({.text_percent = 900}, 1080).size(Type::body) == 36);
}

TEST_CASE("A click on a button is one press", "[ui]")
{
    TryScreen screen(1920, 1080);

    CHECK(screen.stage.click(screen.view, "top.pause"));
    screen.draw();

    CHECK(screen.presses("top.pause") == 1);
    CHECK(screen.presses("top.next") == 0);
}

TEST_CASE("A shortcut key is one press, held or not", "[ui]")
{
    TryScreen screen(1920, 1080);
    screen.draw();

    screen.stage.frame(screen.view, {.keys = {Key::space}});
    screen.stage.frame(screen.view, {.keys = {Key::space}});
    screen.stage.frame(screen.view);

    CHECK(screen.presses("top.pause") == 1);
}

TEST_CASE("Tab walks through the controls, and Enter presses the one in focus instead of the screen's own", "[ui]")
{
    TryScreen screen(1920, 1080);
    screen.draw();

    std::string focused;
    for (int i = 0; i < 40 && focused != "act.boss"; ++i) {
        screen.stage.press(screen.view, Key::tab);
        screen.stage.frame(screen.view);
        for (const DrawnWidget& w : screen.stage.ui().widgets.drawn)
            if (w.focused) focused = w.name;
        if (screen.widget("reason").focused) screen.stage.press(screen.view, Key::tab);
    }
    REQUIRE(focused == "act.boss");
    CHECK(screen.scratch.presses.empty());

    SECTION("Enter") { screen.stage.press(screen.view, Key::enter); }
    SECTION("Space") { screen.stage.press(screen.view, Key::space); }
    screen.draw();

    CHECK(screen.presses("act.boss") == 1);
    CHECK(screen.presses("decide") == 0);
    CHECK(screen.presses("top.pause") == 0);
}

TEST_CASE("What is off can't be pressed, and says why in the status line", "[ui]")
{
    TryScreen screen(1920, 1080);
    CHECK_FALSE(screen.stage.click(screen.view, "act.bk"));

    screen.stage.press(screen.view, Key::digit2);
    CHECK(screen.presses("act.bk") == 0);

    screen.stage.frames(screen.view, 3, {{.mouse = screen.widget("act.bk").at.center()}});
    CHECK(screen.stage.ui().status() == "夜勤リーダーは22:55まで別の作業をしています");
    check_text(screen.stage.ui().texts);
}

TEST_CASE("Letters type into a field and choose nothing meanwhile; Enter there submits", "[ui]")
{
    TryScreen screen(1920, 1080);
    CHECK(screen.stage.click(screen.view, "reason"));
    screen.stage.type(screen.view, "図面まで広がる前に止める");
    screen.stage.press(screen.view, Key::a);
    CHECK(screen.scratch.reason == "図面まで広がる前に止める");
    CHECK(screen.scratch.selected_option == 1);

    screen.stage.press(screen.view, Key::enter);
    screen.draw();

    CHECK(screen.scratch.submitted == 1);
    CHECK(screen.presses("decide") == 1);
    screen.stage.press(screen.view, Key::c);
    CHECK(screen.scratch.selected_option == 2);
}

TEST_CASE("Options and choices are chosen by mouse and by letter", "[ui]")
{
    TryScreen screen(1280, 720);
    CHECK(screen.stage.click(screen.view, "option.a"));
    CHECK(screen.scratch.selected_option == 0);

    CHECK(screen.stage.click(screen.view, "confidence.high"));
    CHECK(screen.scratch.confidence == 2);

    screen.stage.press(screen.view, Key::d); // 休暇中
    CHECK(screen.scratch.selected_option == 0);
}

TEST_CASE("A dangerous button asks once", "[ui]")
{
    TryScreen screen(1920, 1080);
    CHECK(screen.stage.click(screen.view, "danger"));
    CHECK(screen.presses("danger") == 0);
    CHECK(screen.stage.click(screen.view, "danger"));
    CHECK(screen.presses("danger") == 1);

    CHECK(screen.stage.click(screen.view, "danger"));
    CHECK(screen.stage.click(screen.view, "option.c"));
    CHECK(screen.stage.click(screen.view, "danger"));
    CHECK(screen.presses("danger") == 1);
}

TEST_CASE("A question stands before everything, and its verbs answer by key", "[ui]")
{
    TryScreen screen(1920, 1080);
    screen.scratch.shows_question = true;
    screen.draw();
    check_text(screen.stage.ui().texts);

    screen.stage.press(screen.view, Key::a); // the option below
    CHECK(screen.scratch.selected_option == 1);

    SECTION("Enter ends")
    {
        screen.stage.press(screen.view, Key::enter);
        CHECK(screen.presses("leave.end") == 1);
    }
    SECTION("Escape stays")
    {
        screen.stage.press(screen.view, Key::escape);
        CHECK(screen.presses("leave.stay") == 1);
    }
    SECTION("it is clicked")
    {
        CHECK(screen.stage.click(screen.view, "leave.stay"));
        CHECK(screen.presses("leave.stay") == 1);
    }
    SECTION("it is over when nobody asks any more") { screen.scratch.shows_question = false; }
    screen.draw();
    CHECK(screen.presses("decide") == 0);
    screen.stage.press(screen.view, Key::a);
    CHECK(screen.scratch.selected_option == 0);
}

TEST_CASE("A toast goes after six seconds, or is undone", "[ui]")
{
    TryScreen screen(1920, 1080);
    screen.draw();
    bool shows = true;
    const auto view = [&](Ui& ui) {
        if (std::exchange(shows, false)) screen.scratch.toast.show("決定3「様子を見る」を記録しました", "元に戻す");
        tests::draw_gallery(ui, screen.scratch);
    };
    screen.stage.frames(view, 3);
    CHECK(screen.stage.ui().redraw_due() > 5);

    SECTION("undone")
    {
        CHECK(screen.stage.click(view, "toast.undo"));
        CHECK(screen.presses("toast.undo") == 1);
    }
    SECTION("gone")
    {
        screen.stage.frames(view, 6 * 60 + 2);
        CHECK(screen.presses("toast.undo") == 0);
    }
    screen.stage.frame(view);
    CHECK(screen.stage.ui().widgets.find("toast.undo") == nullptr);
}

TEST_CASE("No line begins with a mark that kinsoku forbids", "[ui][text]")
{
    const std::string words = "「図面フォルダが開けません」と、夜勤リーダーから電話がありました。ファイルサーバーの"
                              "ショートカットをクリックしても、（社内の）エラーが出るそうです。あっという間でした…。";
    Fonts fonts;
    fonts.want(Face::regular, 18, words);
    fonts.rebuild();
    for (float wrap = 20; wrap < 700; wrap += 7) {
        for (const bool phrases : {false, true}) {
            const TextLayout layout = lay_out(fonts, words, {.pixels = 18, .wrap = wrap, .phrases = phrases});
            std::string joined;
            for (const LaidLine& line : layout.lines) {
                joined += line.text;
                // A column of one or two characters leaves no choice.
                if (wrap > 90) CHECK(may_begin_line(line.text));
                if (wrap > 20) CHECK(line.width <= wrap);
            }
            CHECK(joined == words);
        }
    }
}

TEST_CASE("Headings break between phrases, into lines of a length", "[ui][text]")
{
    const std::string title = "経理PCで、ファイルの暗号化が始まっています";
    Fonts fonts;
    fonts.want(Face::bold, 90, title);
    fonts.rebuild();

    const TextLayout layout = lay_out(fonts, title, {.face = Face::bold, .pixels = 90, .wrap = 1400, .phrases = true});

    REQUIRE(layout.lines.size() == 2);
    CHECK(layout.lines[0].text == "経理PCで、ファイルの");
    CHECK(layout.lines[1].text == "暗号化が始まっています");
}

TEST_CASE("Text is shortened only where the caller says so, and what can't be drawn becomes 〓", "[ui][text]")
{
    Fonts fonts;
    const std::string words = "遠隔での隔離を行うか、会社のご判断をお願いします。";
    fonts.want(Face::regular, 18, words);
    fonts.rebuild();

    const TextLayout all = lay_out(fonts, words, {.pixels = 18, .wrap = 200});
    const TextLayout one = lay_out(fonts, words, {.pixels = 18, .wrap = 200, .max_lines = 1});
    CHECK_FALSE(all.shortened);
    CHECK(all.lines.size() == 3);
    CHECK(one.shortened);
    REQUIRE(one.lines.size() == 1);
    CHECK(one.lines[0].text.ends_with("…"));
    CHECK(one.lines[0].width <= 200);

    CHECK(drawable("𠮷野家") == "〓野家");
    CHECK(lay_out(fonts, "", {.wrap = 100}).lines.size() == 1);
    CHECK(lay_out(fonts, "一\n\n二", {.wrap = 100}).lines.size() == 3);
    CHECK(lay_out(fonts, std::string(3000, 'x'), {.wrap = 1}).lines.size() == 3000);
}

TEST_CASE("Nothing of a stage stays current when it is gone, though it was the first", "[ui][picture]")
{
    REQUIRE(ImGui::GetCurrentContext() == nullptr);
    Fonts fonts;
    {
        Offscreen first(fonts, 640, 360);
        CHECK(ImGui::GetCurrentContext() == nullptr);
        Offscreen second(fonts, 640, 360);
    }
    CHECK(ImGui::GetCurrentContext() == nullptr);
}

TEST_CASE("Looking at a picture needs no display", "[ui][picture]")
{
    Fonts fonts;
    Offscreen stage(fonts, 640, 360, {}, Offscreen::Gl::surfaceless);
    stage.frames(
        [](Ui& ui) {
            begin_screen(ui, "screen");
            end_screen(ui);
        },
        2);

    const Picture picture = stage.picture();

    REQUIRE(picture.rgba.size() == 640u * 360u * 4u);
    const ImU32 ground = stage.ui().theme(Color::ground);
    ImU32 pixel = 0;
    std::memcpy(&pixel, picture.rgba.data() + 4 * (640 * 100 + 100), 4);
    CHECK(pixel == ground);
}

TEST_CASE("An arrow that is a control's key, or that nobody needs, leaves the focus where it is", "[ui][press]")
{
    Fonts fonts;
    Offscreen stage(fonts, 800, 600);
    bool has_key = true;
    int next = 0, other = 0;
    const DrawFunction view = [&](Ui& ui) {
        begin_screen(ui, "s");
        other += button(ui, "other", "ホーム") ? 1 : 0;
        next += button(ui, "next", "次へ", {.key = has_key ? Key::right : Key::none}) ? 1 : 0;
        end_screen(ui);
    };
    stage.frames(view, 3);

    for (int i = 0; i < 3; ++i) stage.press(view, Key::right);
    CHECK(next == 3);
    has_key = false;
    stage.press(view, Key::right);
    stage.press(view, Key::enter);
    CHECK(other == 0);
    CHECK_FALSE(stage.ui().widgets.find("other")->focused);

    stage.press(view, Key::tab);
    stage.press(view, Key::enter);
    CHECK(other + next == 4);
}
