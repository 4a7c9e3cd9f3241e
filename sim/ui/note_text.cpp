#include "ui/note_text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

bool is_inside_letter(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::size_t letter_before(std::string_view text, std::size_t at)
{
    if (at == 0) return 0;
    do --at;
    while (at > 0 && is_inside_letter(text, at));
    return at;
}

std::size_t letter_end(std::string_view text, std::size_t at)
{
    if (at < text.size()) ++at;
    while (is_inside_letter(text, at)) ++at;
    return at;
}

// Where the line that begins at `from` ends: at the last break that fits, or within a word that is too long itself.
std::size_t line_end(std::string_view text, const std::vector<std::size_t>& breaks, std::size_t from, float room,
                     const WidthOf& width_of)
{
    std::size_t end = from;
    for (auto at = std::upper_bound(breaks.begin(), breaks.end(), from); at != breaks.end(); ++at) {
        if (width_of(text.substr(from, *at - from)) > room) break;
        end = *at;
    }
    if (end > from) return end;
    end = letter_end(text, from);
    for (std::size_t next = letter_end(text, end); next > end; next = letter_end(text, end)) {
        if (width_of(text.substr(from, next - from)) > room) break;
        end = next;
    }
    return end;
}

// One line of the words, without a break of its own.
void wrap_line(NoteText& note, std::string_view line, const WidthOf& width_of)
{
    if (line.empty() || width_of(line) <= note.room) return void(note.shown += line);
    const std::vector<std::size_t> breaks = line_breaks(line);
    for (std::size_t from = 0; from < line.size();) {
        const std::size_t end = line_end(line, breaks, from, note.room, width_of);
        note.shown += line.substr(from, end - from);
        from = end;
        if (from == line.size()) return;
        note.soft.push_back(note.shown.size());
        note.shown += '\n';
    }
}

// From a place in what is shown to one in the words, and back: behind a soft break rather than before it.
std::size_t to_words(const NoteText& note, std::size_t shown)
{
    return shown -
           static_cast<std::size_t>(std::lower_bound(note.soft.begin(), note.soft.end(), shown) - note.soft.begin());
}
std::size_t to_shown(const NoteText& note, std::size_t words)
{
    std::size_t at = words;
    for (const std::size_t soft : note.soft)
        if (soft <= at) ++at;
    return at;
}

struct Change {
    std::size_t from = 0, removed = 0, added = 0; // bytes
};

Change change_between(std::string_view before, std::string_view now)
{
    Change c;
    const std::size_t least = std::min(before.size(), now.size());
    while (c.from < least && before[c.from] == now[c.from]) ++c.from;
    while (c.from > 0 && (is_inside_letter(before, c.from) || is_inside_letter(now, c.from))) --c.from;
    std::size_t same = 0;
    while (same < least - c.from && before[before.size() - 1 - same] == now[now.size() - 1 - same]) ++same;
    while (same > 0 && is_inside_letter(now, now.size() - same)) --same;
    c.removed = before.size() - c.from - same, c.added = now.size() - c.from - same;
    return c;
}

// The soft breaks that are still there, at their places in `now`. True when all that was taken out is one of them.
bool keep_soft(NoteText& note, std::string_view now)
{
    const Change c = change_between(note.shown, now);
    std::vector<std::size_t> kept;
    std::size_t gone = 0;
    for (const std::size_t at : note.soft) {
        if (at < c.from)
            kept.push_back(at);
        else if (at >= c.from + c.removed)
            kept.push_back(at - c.removed + c.added);
        else
            ++gone;
    }
    note.soft = std::move(kept);
    return gone == 1 && c.removed == 1 && c.added == 0;
}

std::string without_soft(const NoteText& note, std::string_view now)
{
    std::string words;
    std::size_t from = 0;
    for (const std::size_t at : note.soft) {
        words += now.substr(from, at - from);
        from = at + 1;
    }
    return words += now.substr(from);
}

} // namespace

void wrap_note(NoteText& note, const WidthOf& width_of)
{
    note.shown.clear(), note.soft.clear();
    const std::string_view words = note.words;
    for (std::size_t from = 0;;) {
        const std::size_t end = std::min(words.find('\n', from), words.size());
        wrap_line(note, words.substr(from, end - from), width_of);
        if (end == words.size()) break;
        note.shown += '\n';
        from = end + 1;
    }
    note.wrapped = note.words;
}

std::size_t take_typing(NoteText& note, std::string_view now, std::size_t caret, bool backwards,
                        const WidthOf& width_of)
{
    const bool only_break = keep_soft(note, now);
    note.words = without_soft(note, now);
    std::size_t at = to_words(note, std::min(caret, now.size()));
    if (only_break && backwards) {
        const std::size_t from = letter_before(note.words, at);
        note.words.erase(from, at - from);
        at = from;
    } else if (only_break) {
        note.words.erase(at, letter_end(note.words, at) - at);
    }
    wrap_note(note, width_of);
    return to_shown(note, at);
}

} // namespace sonae::ui
