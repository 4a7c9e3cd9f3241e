// A text for people, in the product's two languages. Japanese is always there; English falls back to it.
#pragma once

#include <string>

namespace sonae {

enum class Language { ja, en };

struct Localized {
    std::string ja;
    std::string en;
    const std::string& in(Language language) const { return language == Language::en && !en.empty() ? en : ja; }
    bool operator==(const Localized&) const = default;
};

} // namespace sonae
