// The sheet as a spreadsheet: by hand, and by keyboard and mouse in a window without a picture.
#include "base/draw.hpp"
#include "ui/offscreen.hpp"
#include "ui/sheet/sheet_hand.hpp"
#include "ui/sheet/sheet_view.hpp"
#include "ui/sheet_book.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::ui;
using tests::SheetBook;

namespace {

struct SheetDesk {
    explicit SheetDesk(std::size_t rows = 5) : book(rows) {}
    // Does something, and lets the book take what came of it.
    template <class Do>
    auto operator()(Do&& act)
    {
        std::vector<SheetChange> changes;
        SheetHand hand(book.sheet(), scratch, changes);
        if constexpr (std::is_void_v<decltype(act(hand))>) {
            act(hand);
            book.take(changes);
        } else {
            const auto result = act(hand);
            book.take(changes);
            return result;
        }
    }
    std::string words(std::size_t row, std::size_t column)
    {
        return (*this)([&](SheetHand& hand) { return std::string(hand.words({row, column})); });
    }
    SheetBook book;
    SheetScratch scratch;
};

constexpr std::size_t kProcess = 1, kPlace = 2, kC = 3, kKept = 4, kCost = 5, kImportance = 6;

struct SheetWindow {
    explicit SheetWindow(std::size_t rows, int width = 1280, int height = 720) : book(rows), stage(fonts, width, height)
    {
    }
    DrawFunction view = [this](Ui& ui) {
        const Rect screen = begin_screen(ui, "sheet");
        std::vector<SheetChange> changes;
        draw_sheet(ui, strings, "ledger", book.sheet(), scratch, screen.shrunk(20), changes);
        book.take(changes);
        end_screen(ui);
    };
    void key(Key k) { stage.press(view, k); }
    void type(std::string_view words) { stage.type(view, words); }
    std::string words(std::size_t row, std::size_t column)
    {
        std::vector<SheetChange> none;
        return std::string(SheetHand(book.sheet(), scratch, none).words({row, column}));
    }
    SheetBook book;
    SheetScratch scratch;
    Strings strings = load_strings(SONAE_SOURCE_DIR, Language::ja);
    Fonts fonts;
    Offscreen stage;
};

} // namespace

TEST_CASE("What is typed takes the cell's place, and the cursor goes on", "[ui][sheet]")
{
    SheetDesk desk;
    desk([](SheetHand& hand) { hand.go_to({0, kProcess}); });
    desk([](SheetHand& hand) { hand.strike("設計"); });
    CHECK(desk([](SheetHand& hand) { return hand.commit(1, 0); }));
    CHECK(desk.words(0, kProcess) == "設計");
    CHECK(desk.scratch.at == SheetPlace{1, kProcess});
}

TEST_CASE("What can't stand in a column is said while it is typed, and the cell stays open", "[ui][sheet]")
{
    SheetDesk desk;
    desk([](SheetHand& hand) { hand.go_to({0, kCost}), hand.strike("たくさん"); });
    CHECK(desk([](SheetHand& hand) { return hand.typed_fault(); }) == "数字で書いてください");
    CHECK_FALSE(desk([](SheetHand& hand) { return hand.commit(1, 0); }));
    CHECK(desk.words(0, kCost) == "0");
    desk([](SheetHand& hand) { hand.cancel(); });
    CHECK_FALSE(desk.scratch.typed.has_value());
}

TEST_CASE("A choice is found by a part of it", "[ui][sheet]")
{
    SheetDesk desk;
    desk([](SheetHand& hand) { hand.go_to({0, kPlace}), hand.strike("クラ"); });
    CHECK(desk([](SheetHand& hand) { return hand.commit(1, 0); }));
    CHECK(desk.words(0, kPlace) == "クラウド");
    desk([](SheetHand& hand) { hand.edit(), hand.pick(1), hand.pick(1), hand.pick(1), hand.commit(0, 0); });
    CHECK(desk.words(1, kPlace) == "書類");
}

TEST_CASE("A range goes to Excel and comes back as it was", "[ui][sheet]")
{
    SheetDesk desk;
    desk([](SheetHand& hand) { hand.go_to({0, kProcess}), hand.strike("「設計\"と\n\t製造"), hand.commit(0, 0); });
    const std::string copied = desk([](SheetHand& hand) {
        hand.go_to({0, 0}), hand.go_to({4, kImportance}, true);
        return hand.copy();
    });
    const auto before = desk.book.cells();
    desk([](SheetHand& hand) { hand.clear(); });
    CHECK(desk.book.cells() != before);
    CHECK(desk([&](SheetHand& hand) { return hand.paste(copied); }) == 0);
    CHECK(desk.book.cells() == before);
}

TEST_CASE("A paste makes new rows below the last, fills a range with one value, and leaves out what can't stand there",
          "[ui][sheet]")
{
    SheetDesk desk;
    desk([](SheetHand& hand) { hand.go_to({4, kProcess}); });
    const std::size_t refused =
        desk([](SheetHand& hand) { return hand.paste("経理\t書類\t9\r\n総務\tクラウド\t2\r\n"); });
    CHECK(refused == 1);
    CHECK(desk.book.sheet().rows.size() == 6);
    CHECK(desk.words(4, kPlace) == "書類");
    CHECK(desk.words(4, kC) == "2"); // as it was
    CHECK(desk.words(5, kProcess) == "総務");
    desk([](SheetHand& hand) { hand.go_to({0, kC}), hand.go_to({2, kC}, true), hand.paste("1"); });
    for (std::size_t row = 0; row < 3; ++row) CHECK(desk.words(row, kC) == "1");
    CHECK(desk([](SheetHand& hand) { return hand.go_to({0, kImportance}), hand.paste("9"); }) == 1);
}

TEST_CASE("Whatever was done can be taken back step by step, and done again", "[ui][sheet][property]")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SheetDesk desk(6);
        const auto start = desk.book.cells();
        std::uint32_t drawn = 0;
        const auto below = [&](std::uint32_t limit) {
            return draw({seed, 0}, Stream::policy, 7, ++drawn).below(limit);
        };
        for (int step = 0; step < 60; ++step)
            desk([&](SheetHand& hand) {
                if (hand.rows() == 0) return void(hand.add_blank());
                hand.go_to({below(static_cast<std::uint32_t>(hand.rows())), below(7)});
                switch (below(7)) {
                case 0:
                    return hand.strike(std::to_string(below(3) + 1)), void(hand.commit(1, 0) || (hand.cancel(), true));
                case 1: return hand.go_to({below(6), below(7)}, true), hand.clear();
                case 2: return void(hand.paste("x\ty\n1\t2\n3"));
                case 3: return void(hand.add_blank());
                case 4: return hand.remove();
                case 5: return hand.toggle();
                default: return hand.sort(below(7));
                }
            });
        INFO("seed " << seed);
        const auto end = desk.book.cells();
        const auto same_rows = [](auto l, auto r) {
            return std::sort(l.begin(), l.end()), std::sort(r.begin(), r.end()), l == r;
        };
        while (desk([](SheetHand& hand) { return hand.can_undo(); })) desk([](SheetHand& hand) { hand.undo(); });
        CHECK(same_rows(desk.book.cells(), start));
        while (desk([](SheetHand& hand) { return hand.can_redo(); })) desk([](SheetHand& hand) { hand.redo(); });
        CHECK(same_rows(desk.book.cells(), end));
    }
}

TEST_CASE("Sorting and filtering change what is looked at, never what is written", "[ui][sheet]")
{
    SheetDesk desk(12);
    const auto before = desk.book.cells();
    desk([](SheetHand& hand) { hand.go_to({3, kCost}), hand.sort(kCost), hand.sort(kCost); });
    CHECK(desk.words(0, kCost) == "1100");                // by size, not by letter
    CHECK(desk.words(desk.scratch.at.row, 0) == "資産3"); // the cursor stays on its row
    desk([](SheetHand& hand) { hand.filter("クラウド"); });
    CHECK(desk([](SheetHand& hand) { return hand.rows(); }) == 6);
    desk([](SheetHand& hand) { hand.filter(""), hand.sort(kCost); });
    CHECK(desk.words(0, 0) == "資産0");
    CHECK(desk.book.cells() == before);
}

TEST_CASE("A locked sheet can be looked at and copied, not changed", "[ui][sheet]")
{
    SheetDesk desk;
    desk.book.edit_sheet().why_not = "この回は終わりました";
    const auto before = desk.book.cells();
    desk([](SheetHand& hand) {
        hand.go_to({0, kProcess}), hand.strike("x"), hand.commit(0, 0), hand.clear(), hand.paste("x"), hand.remove();
        hand.add_blank(), hand.toggle();
    });
    CHECK(desk.book.cells() == before);
    CHECK_FALSE(desk([](SheetHand& hand) { return hand.copy(); }).empty());
}

TEST_CASE("A sheet is worked by keyboard alone", "[ui][sheet]")
{
    SheetWindow window(8);
    window.stage.frames(window.view, 3);
    for (int tabs = 0; tabs < 30 && !window.scratch.has_keys; ++tabs) window.key(Key::tab);
    REQUIRE(window.scratch.has_keys);
    window.key(Key::right);
    window.type("設計");
    window.key(Key::enter);
    CHECK(window.words(0, kProcess) == "設計");
    CHECK(window.scratch.at == SheetPlace{1, kProcess});
    window.key(Key::tab);
    window.type("書");
    window.key(Key::down);
    window.key(Key::tab);
    CHECK(window.words(1, kPlace) == "書類");
    CHECK(window.scratch.at == SheetPlace{1, kC});
    window.key(Key::right);
    window.type(" ");
    CHECK(window.words(1, kKept) == "いいえ");
    window.key(Key::del);
    CHECK(window.words(1, kKept).empty());
    window.stage.frame(window.view, {.keys = {Key::left_control, Key::z}});
    window.stage.frames(window.view, 2);
    CHECK(window.words(1, kKept) == "いいえ");
    window.key(Key::escape); // gives the keys back
    CHECK_FALSE(window.scratch.has_keys);
}

TEST_CASE("The mouse chooses, opens and draws a range", "[ui][sheet]")
{
    SheetWindow window(8);
    window.stage.frames(window.view, 3);
    REQUIRE(window.stage.click(window.view, "ledger.cells")); // its middle
    CHECK(window.scratch.has_keys);
    const SheetPlace middle = window.scratch.at;
    CHECK(middle.row > 0);
    CHECK(middle.column > 0);
    REQUIRE(window.stage.click(window.view, "ledger.head.0"));
    CHECK(window.scratch.sorted_by == std::optional<std::size_t>(0));
}

TEST_CASE("A sheet stands whole at every size, with one row and with a thousand, while it is typed into",
          "[ui][sheet][layout]")
{
    const auto [width, height] = GENERATE(std::pair{1280, 720}, std::pair{1920, 1080}, std::pair{3840, 2160});
    const std::size_t rows = GENERATE(0u, 1u, 1000u);
    INFO(width << "×" << height << ", " << rows << " rows");
    SheetWindow window(rows, width, height);
    window.stage.ui().logs_text = true;
    window.stage.frames(window.view, 3);
    for (const std::string& fault : text_faults(window.stage.ui().texts)) FAIL_CHECK(fault);
    if (rows == 0) return;
    REQUIRE(window.stage.click(window.view, "ledger.cells"));
    window.key(Key::enter);
    REQUIRE(window.scratch.typed.has_value());
    window.stage.frames(window.view, 2);
    for (const std::string& fault : text_faults(window.stage.ui().texts)) FAIL_CHECK(fault);
    window.scratch.adding = true;
    window.stage.frames(window.view, 3);
    for (const std::string& fault : text_faults(window.stage.ui().texts)) FAIL_CHECK(fault);
}

TEST_CASE("A thousand rows are pasted below the last one, and taken back at once", "[ui][sheet]")
{
    SheetDesk desk(1);
    for (int n = 1; n <= 1000; ++n) desk.book.edit_sheet().blanks.push_back("b" + std::to_string(n));
    std::string table;
    for (int n = 1; n <= 1000; ++n) table += "図面" + std::to_string(n) + "\t設計\r\n";
    desk([](SheetHand& hand) { hand.go_to({0, 0}); });
    const auto before = desk.book.cells();
    std::vector<SheetChange> changes;
    SheetHand hand(desk.book.sheet(), desk.scratch, changes);
    hand.go_to({0, 0});
    CHECK(hand.paste(table) == 1); // the first row's name is its author's
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().adds.size() == 999);
    hand.undo();
    CHECK(changes.back().removes == changes.front().adds);
}

TEST_CASE("However fast somebody types, every letter stands in the cell, in its order", "[ui][sheet]")
{
    for (int pause = 0; pause < 4; ++pause) {
        SheetWindow window(8);
        REQUIRE(window.stage.click(window.view, "ledger.cells"));
        std::vector<SheetChange> changes;
        SheetHand(window.book.sheet(), window.scratch, changes).go_to({0, kProcess});
        for (const std::string letter : {"2", "0", "2", "6", "k", "e", "p", "t"}) {
            window.stage.frame(window.view, {.typed = letter});
            window.stage.frames(window.view, pause);
        }
        window.key(Key::enter);
        CHECK(window.words(0, kProcess) == "2026kept");
    }
}
