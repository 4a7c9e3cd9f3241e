// The characters of an expression, taken piece by piece as the grammar asks for them: an id may hold a `-` where an id
// is due, and nowhere else. For the sources of this layer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sonae::read {

class ExpressionScanner {
  public:
    explicit ExpressionScanner(std::string_view text) : text_(text) { skip_blank(); }

    std::size_t at() const { return at_; } // byte offset of what comes next
    bool ended() const { return at_ == text_.size(); }
    std::string_view rest() const { return text_.substr(at_); }
    char next() const { return ended() ? '\0' : text_[at_]; }

    bool take_symbol(std::string_view symbol); // takes it if it comes next
    bool take_word(std::string_view word);     // … and no letter follows it
    std::string_view take_name();              // letters, digits and `_`; empty when none comes
    std::string_view take_id();                // … and `-`
    std::string_view take_number();            // digits and the letters of a duration behind them
    std::string_view offending() const;        // what comes next, as far as a sentence should show it

  private:
    std::string_view take(std::size_t size);
    void skip_blank();

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace sonae::read
