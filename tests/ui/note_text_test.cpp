// Text that breaks into lines while it is typed: what is written never changes by it.
#include "base/draw.hpp"
#include "base/text.hpp"
#include "ui/note_text.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using ui::NoteText;

namespace {

float width_of(std::string_view piece) { return static_cast<float>(columns(piece)); }

NoteText note_of(std::string words, float room)
{
    NoteText note{.words = std::move(words), .room = room};
    wrap_note(note, width_of);
    return note;
}

std::string without_soft(const NoteText& note)
{
    std::string words = note.shown;
    for (auto at = note.soft.rbegin(); at != note.soft.rend(); ++at) words.erase(*at, 1);
    return words;
}

} // namespace

TEST_CASE("A note breaks where a line may end, and within a word that is too long", "[ui][note]")
{
    CHECK(note_of("入口を閉じる。次に調べる", 12).shown == "入口を閉じ\nる。次に調べ\nる");
    CHECK(note_of("aaaaaaaa", 3).shown == "aaa\naaa\naa");
    CHECK(note_of("一行目\n二行目です", 8).shown == "一行目\n二行目で\nす");
    CHECK(note_of("", 8).shown.empty());
}

TEST_CASE("Backspace over a break that the window made takes the letter before it", "[ui][note]")
{
    NoteText note = note_of("あいうえおかき", 8);
    REQUIRE(note.shown == "あいうえ\nおかき");

    std::string now = note.shown;
    now.erase(12, 1); // the break went, the caret stands where it was
    const std::size_t caret = take_typing(note, now, 12, true, width_of);
    CHECK(note.words == "あいうおかき");
    CHECK(caret == 9);

    note = note_of("あいうえおかき", 8);
    take_typing(note, now, 12, false, width_of);
    CHECK(note.words == "あいうえかき");
}

TEST_CASE("A line break that somebody typed stays, whatever breaks the window makes", "[ui][note]")
{
    NoteText note = note_of("あいうえおかき", 8);
    std::string now = note.shown;
    now.insert(6, "\n");
    const std::size_t caret = take_typing(note, now, 7, false, width_of);
    CHECK(note.words == "あい\nうえおかき");
    CHECK(caret == 7);
    CHECK(without_soft(note) == note.words);
}

TEST_CASE("However a note is typed into, its words are what was typed", "[ui][note][property]")
{
    const std::string pieces[] = {"あ", "、", "x", " ", "情報", "\n", "ー", "(a)"};
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::uint32_t drawn = 0;
        const auto below = [&](std::size_t limit) -> std::size_t {
            return draw({seed, 0}, Stream::policy, 11, ++drawn).below(static_cast<std::uint32_t>(limit));
        };
        NoteText note{.room = 9};
        std::string words; // typed at the end, so that the place in the words is known
        for (int step = 0; step < 80; ++step) {
            std::string now = note.shown;
            const bool erases = below(4) == 0 && !words.empty();
            if (erases) {
                std::size_t letter = 1;
                while ((static_cast<unsigned char>(words[words.size() - letter]) & 0xC0) == 0x80) ++letter;
                words.erase(words.size() - letter);
                now.erase(now.size() - letter);
            } else {
                const std::string& piece = pieces[below(std::size(pieces))];
                words += piece;
                now += piece;
            }
            const std::size_t caret = take_typing(note, now, now.size(), erases, width_of);
            INFO("seed " << seed << " step " << step);
            REQUIRE(note.words == words);
            REQUIRE(without_soft(note) == words);
            REQUIRE(caret == note.shown.size());
        }
    }
}
