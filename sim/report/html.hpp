// Writing HTML so that no text of a pack or a person can become markup: every text goes through escaped(). Control
// characters, which no HTML file may hold, are left out; bytes that are no UTF-8 become U+FFFD.
#pragma once

#include "base/localized.hpp"

#include <string>
#include <string_view>

namespace sonae::report {

std::string escaped(std::string_view text);
// For headings: lines break between phrases only, in browsers that keep words whole.
std::string escaped_phrases(std::string_view text);
// A text inside a CSS string in double quotes.
std::string css_escaped(std::string_view text);

class Html {
  public:
    Html& raw(std::string_view markup) { return out_ += markup, *this; }
    Html& text(std::string_view words) { return out_ += escaped(words), *this; }
    // <tag class="kind">words</tag> and a new line; `kind` may be empty.
    Html& element(std::string_view tag, std::string_view kind, std::string_view words)
    {
        return open(tag, kind).text(words).close(tag);
    }
    Html& heading(std::string_view tag, std::string_view kind, std::string_view words)
    {
        return open(tag, kind).raw(escaped_phrases(words)).close(tag);
    }
    Html& open(std::string_view tag, std::string_view kind = {});
    Html& close(std::string_view tag);
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

} // namespace sonae::report
