// Faults in what an author wrote: each with its place, a code, a sentence and, where we know better, a hint. All of
// them are collected, so that one check shows everything there is to mend. Not for faults of ours (base/check.hpp) or
// of the disk.
#pragma once

#include "base/localized.hpp"

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::read {

// Line and column count from 1, columns in Unicode code points; line 0 means the file as a whole.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    auto operator<=>(const Place&) const = default;
};

struct Diagnostic {
    Place place;
    std::string code;    // "field.unknown": stable, for tests and manuals
    std::string pointer; // JSON pointer of the value, empty for the whole document
    Localized sentence;
    Localized hint; // empty when there is none
    bool operator==(const Diagnostic&) const = default;
};

class Diagnostics {
  public:
    static constexpr std::size_t kMost = 500; // a broken file must not flood the screen

    // What `add` hands back, to attach a hint to the fault just told.
    class Told {
      public:
        Told(Diagnostics& all, std::size_t index) : all_(&all), index_(index) {}
        Told& hint(std::string ja, std::string en);

      private:
        Diagnostics* all_;
        std::size_t index_;
    };

    Told add(Place place, std::string code, std::string pointer, Localized sentence);
    void append(const Diagnostics& others);
    bool empty() const { return kept_.empty(); }
    bool full() const { return kept_.size() == kMost; } // what comes now is only counted
    std::size_t count() const { return kept_.size() + left_out_; }
    bool has(std::string_view code) const;
    // By file, line, column and code, equal ones once. If faults were left out, a last entry `diagnostics.more` says
    // how many.
    std::vector<Diagnostic> sorted() const;

  private:
    std::vector<Diagnostic> kept_;
    std::size_t left_out_ = 0;
    Place first_left_out_;
};

// "file:line:column: error[code]: /pointer: sentence" and, if there is a hint, a second line "  hint: …".
std::string format(const Diagnostic& diagnostic, Language language);
// Every fault in order, a line or two each.
std::string format(const Diagnostics& diagnostics, Language language);
// The first of them as one line, without its hint; empty when there is none.
Localized first_fault(const Diagnostics& diagnostics);

// A name or text out of a file, fit to stand inside a sentence: control characters made visible, cut after 40
// characters.
std::string shown(std::string_view text);

} // namespace sonae::read
